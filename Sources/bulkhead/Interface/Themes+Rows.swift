import Canvas
import Screens
import Terminal

extension Themes {
    /// The themes as the picker lists them: the terminal's own colors, the schemes with the lowest contrast of
    /// the roles that words have, and the user's files that are none.
    func rows(depth: Depth) -> [ThemeRow] {
        [ThemeRow(id: Themes.terminal, name: "terminal (your own 16)")]
            + all.map { theme in
                let palette = Palette(theme: theme, depth: max(depth, .colors256))
                let lowest = [Role.text, .permit, .condition, .deny, .unknown]
                    .compactMap { palette.contrast($0)?.scheme }.min()
                return ThemeRow(
                    id: theme.slug, name: theme.name, contrast: lowest.map { Int(($0 * 100).rounded(.down)) })
            }
            + faults.map { fault in
                ThemeRow(id: fault.file, name: fault.file, fault: "\(fault.file): \(fault.error)")
            }
    }
}

extension Place {
    /// The folder of the user's own themes; nil where there is no place for one.
    var themes: String? { (try? configuration).map { $0 + "/themes" } }
}
