private import Glibc

/// Why a screen could not be opened, or a program could not be started from it.
package struct ScreenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried.
    package enum Attempt: Hashable, Sendable {
        case opening(terminal: String)
        case running(String)
    }

    package let attempt: Attempt
    /// The system's error number.
    package let code: Int32

    package var description: String {
        switch (attempt, code) {
        case (.opening, ENOTTY):
            "the interface needs a terminal for input and output; --plain works without"
        case (.opening(let terminal), ENOENT):
            "no terminfo entry for TERM=\(terminal) nor for xterm-256color; install ncurses-base or use --plain"
        case (.opening, EBUSY):
            "a screen is open already"
        case (.opening, _):
            "the terminal cannot be opened: \(Self.words(code))"
        case (.running(let program), _):
            "\(program) cannot be started: \(Self.words(code))"
        }
    }

    private static func words(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
