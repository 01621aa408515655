/// Gives every style its colors: a theme, a color depth, and the hues of the verdicts.
///
/// With a theme at 256 colors or more, every foreground is brought to 4.5:1 (lines to 3:1) against the
/// background it stands on, *after* both are mapped to what the terminal can show. Without a theme, or with
/// fewer colors, the terminal's own colors are used in their roles, and without color attributes carry what
/// they can.
package struct Palette: Hashable, Sendable {
    /// The theme, or nothing for the terminal's own colors.
    package let theme: Theme?
    package let depth: Depth
    package let hues: VerdictHues

    package init(theme: Theme? = nil, depth: Depth, hues: VerdictHues = .classic) {
        self.theme = theme
        self.depth = depth
        self.hues = hues
    }

    /// What a terminal is told for a style.
    package func paint(_ style: Style) -> Paint {
        if depth == .none { return colorless(style) }
        guard let theme, depth.showsThemes else { return native(style) }
        let background = shown(ground: style.ground, of: theme)
        let foreground = repaired(theme[slot(of: style.role)], on: background, needs: Self.need(style.role))
        return Paint(
            foreground: ink(foreground), background: ink(background),
            attributes: style.attributes.union(Self.emphasis(style.role)))
    }

    /// The contrast of a role on a background, as the scheme has it and as it is shown; nothing where the
    /// colors are the terminal's own and so not known.
    package func contrast(_ role: Role, on ground: Ground = .page) -> (scheme: Double, shown: Double)? {
        guard let theme, depth.showsThemes else { return nil }
        let background = shown(ground: ground, of: theme)
        return (
            Contrast.ratio(theme[slot(of: role)], theme[Self.slot(of: ground)]),
            Contrast.ratio(
                repaired(theme[slot(of: role)], on: background, needs: Self.need(role)), background)
        )
    }

    // MARK: Themes

    /// The contrast that a role has to reach.
    package static func need(_ role: Role) -> Double {
        role == .rule || role == .focusRule ? Contrast.lines : Contrast.words
    }

    /// The attributes that a role has at every depth.
    private static func emphasis(_ role: Role) -> Attributes {
        switch role {
        case .title, .deny, .focusRule: .bold
        default: []
        }
    }

    private func slot(of role: Role) -> Slot {
        switch role {
        case .text: .base05
        case .muted: .base04
        case .rule: .base03
        case .focusRule, .title, .key: .base0D
        case .permit: hues == .classic ? .base0B : .base0D
        case .condition: .base0A
        case .deny, .fault: .base08
        case .unknown: hues == .classic ? .base0E : .base0C
        case .warning: .base09
        case .tag: .base00
        case .accent0: .base0D
        case .accent1: .base0C
        case .accent2: .base09
        case .accent3: .base0F
        case .accent4: .base0E
        case .accent5: .base04
        }
    }

    private static func slot(of ground: Ground) -> Slot {
        switch ground {
        case .page: .base00
        case .bar, .input: .base01
        case .selection: .base02
        case .accent0: .base0D
        case .accent1: .base0C
        case .accent2: .base09
        case .accent3: .base0F
        case .accent4: .base0E
        case .accent5: .base04
        }
    }

    /// A background as the terminal shows it; a selection that would be lost in the page moves towards the
    /// text.
    private func shown(ground: Ground, of theme: Theme) -> Color {
        let color = reduced(theme[Self.slot(of: ground)])
        guard ground == .selection else { return color }
        let page = reduced(theme[.base00])
        for percent in stride(from: 0, through: 50, by: 5) {
            let moved = reduced(theme[.base02].mixed(with: theme[.base05], percent: percent))
            if Contrast.ratio(moved, page) >= 1.2 { return moved }
        }
        return color
    }

    /// The color, or the first one on its way to white or black, that reads well enough on a background.
    private func repaired(_ color: Color, on background: Color, needs ratio: Double) -> Color {
        let goal: Color =
            Contrast.ratio(.white, background) >= Contrast.ratio(.black, background) ? .white : .black
        for percent in stride(from: 0, to: 100, by: 5) {
            let mixed = reduced(color.mixed(with: goal, percent: percent))
            if Contrast.ratio(mixed, background) >= ratio { return mixed }
        }
        // White or black reads at 4.58:1 or better on every color.
        return reduced(goal)
    }

    /// The color that the terminal can show nearest to another.
    private func reduced(_ color: Color) -> Color {
        guard depth == .truecolor else { return XtermColors.nearest(to: color).color }
        // There 000000 to 000007 are the terminal's own numbers 0 to 7.
        let isNumber = color.red == 0 && color.green == 0 && color.blue < 8
        return isNumber ? Color(red: 0, green: 0, blue: 8) : color
    }

    private func ink(_ color: Color) -> Ink {
        depth == .truecolor ? .rgb(color) : .indexed(XtermColors.nearest(to: color).index)
    }

    // MARK: The terminal's own colors

    /// Roles in the terminal's own colors, which keep what the user made readable: no background but by
    /// reversing.
    private func native(_ style: Style) -> Paint {
        var attributes = style.attributes.union(Self.emphasis(style.role))
        var foreground = numbered(style.role)
        switch style.ground {
        case .page: break
        case .bar:
            // The bar is one color all along.
            foreground = .standard
            attributes.insert(.reverse)
        case .selection:
            // So is a chosen row: reversed colors side by side would be a patchwork.
            foreground = .standard
            attributes.insert(.reverse)
        case .input: attributes.insert(.underline)
        case .accent0, .accent1, .accent2, .accent3, .accent4, .accent5:
            foreground = numbered(Role.accent(Int(style.ground.rawValue - Ground.accent0.rawValue)))
            attributes.insert(.reverse)
        }
        if style.role == .muted || style.role == .rule { attributes.insert(.dim) }
        if style.role == .key { attributes.insert(.bold) }
        return Paint(foreground: foreground, background: .standard, attributes: attributes)
    }

    /// The terminal's number for a role; its blue is often too dark for words, its bright blue seldom.
    private func numbered(_ role: Role) -> Ink {
        // Where colors are given as RGB, only the first eight numbers are still the terminal's own.
        let hasBright = depth == .colors16 || depth == .colors256
        let blue = Ink.indexed(hasBright ? 12 : 4)
        return switch role {
        case .text, .muted, .rule, .title, .tag, .accent5: .standard
        case .focusRule, .key: hasBright ? blue : .indexed(6)
        case .permit: hues == .classic ? .indexed(2) : blue
        case .condition, .warning: .indexed(3)
        case .deny, .fault: .indexed(1)
        case .unknown: hues == .classic ? .indexed(5) : .indexed(6)
        case .accent0: blue
        case .accent1: .indexed(6)
        case .accent2: .indexed(3)
        case .accent3: .indexed(2)
        case .accent4: .indexed(5)
        }
    }

    // MARK: No colors

    private func colorless(_ style: Style) -> Paint {
        var attributes = style.attributes.union(Self.emphasis(style.role))
        switch style.role {
        case .muted: attributes.insert(.dim)
        case .key, .fault: attributes.insert(.bold)
        case .condition, .warning: attributes.formUnion([.bold, .underline])
        case .unknown: attributes.insert(.underline)
        default: break
        }
        switch style.ground {
        case .page: break
        case .input: attributes.insert(.underline)
        default: attributes.insert(.reverse)
        }
        return Paint(foreground: .standard, background: .standard, attributes: attributes)
    }
}
