import Canvas
import Glibc

/// The marks that this terminal can show: the first set of LC_ALL, LC_CTYPE and LANG names UTF-8, or ASCII it is.
func glyphs() -> Glyphs {
    let locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG") ?? ""
    let isUTF8 = locale.withCString { name in
        (0..<strlen(name)).contains { at in
            strncasecmp(name + at, "utf-8", 5) == 0 || strncasecmp(name + at, "utf8", 4) == 0
        }
    }
    return isUTF8 ? .unicode : .ascii
}
