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
                let roles: [(String, Role)] = [
                    ("text", .text), ("ok", .permit), ("if", .condition), ("NO", .deny), ("??", .unknown),
                ]
                return ThemeRow(
                    id: theme.slug, name: theme.name,
                    ratios: roles.compactMap { words, role in
                        palette.contrast(role).map {
                            .init(words, scheme: hundredths($0.scheme), shown: hundredths($0.shown))
                        }
                    })
            }
            + faults.map { fault in
                ThemeRow(id: fault.file, name: fault.file, fault: "\(fault.file): \(fault.error)")
            }
    }
}

/// Rounded down: 4.499 is not 4.5.
private func hundredths(_ ratio: Double) -> Int { Int((ratio * 100).rounded(.down)) }

extension Place {
    /// The folder of the user's own themes; nil where there is no place for one.
    var themes: String? { (try? configuration).map { $0 + "/themes" } }
}
