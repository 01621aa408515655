/// Why a file is not a color scheme.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line of the fault, from 1; nothing where a part is missing.
    package let line: Int?
    /// What is wrong and what would be right.
    package let reason: String

    package init(line: Int?, reason: String) {
        self.line = line
        self.reason = reason
    }

    package var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
