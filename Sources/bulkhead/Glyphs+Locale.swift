import Canvas

/// The marks that this terminal can show: the first set of LC_ALL, LC_CTYPE and LANG names UTF-8, or ASCII it is.
func glyphs() -> Glyphs {
    let locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG") ?? ""
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8") ? .unicode : .ascii
}
