private import Glibc

/// What the environment says about the terminal.
package struct Surroundings: Hashable, Sendable {
    /// The terminal's name, `TERM`; empty where there is none.
    package var terminal: String
    /// Whether letters beyond ASCII can be shown: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set
    /// names UTF-8.
    package var isUTF8: Bool
    /// Whether colors are welcome: `NO_COLOR` is not set, or empty (no-color.org).
    package var wantsColor: Bool

    /// Reads the environment.
    ///
    /// - Parameter variable: gives the value of a variable, the process's own without it.
    package init(_ variable: (String) -> String? = Surroundings.variable) {
        terminal = variable("TERM") ?? ""
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
        let codeset = locale.lowercased().filter { $0 != "-" }
        isUTF8 = codeset.hasSuffix(".utf8") || codeset.contains(".utf8@")
        wantsColor = (variable("NO_COLOR") ?? "").isEmpty
    }

    /// Whether a whole screen can be drawn; on a `dumb` terminal, or one without a name, it cannot.
    package var canDraw: Bool { !terminal.isEmpty && terminal != "dumb" }

    /// Whether standard input and output are a terminal on which a whole screen can be drawn.
    package var isInteractive: Bool { canDraw && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// The value of a variable of the process's environment.
    package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
