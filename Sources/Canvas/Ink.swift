/// A color as a terminal is told it.
package enum Ink: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the terminal's numbered colors.
    case indexed(UInt8)
    case rgb(Color)
}
