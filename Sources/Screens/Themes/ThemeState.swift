/// The theme picker.
package struct ThemeState: Equatable, Sendable {
    package var rows: [ThemeRow] = []
    package var row = 0
    /// The theme that is kept.
    package var kept = "terminal"
    /// Whether verdicts have the colours that red-green blind people tell apart.
    package var isColorBlind = false

    package init() {}
}
