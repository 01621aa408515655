/// Which hues the four verdicts have.
///
/// Their glyph and word say the same without any.
package enum VerdictHues: String, CaseIterable, Hashable, Sendable {
    /// Green, yellow, red, magenta.
    case classic
    /// Blue, yellow, red, cyan: the four hues of a base16 scheme that stay furthest apart in red-green
    /// blindness.
    case redGreenSafe
}
