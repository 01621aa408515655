/// How many colors a terminal shows.
package enum Depth: Int, CaseIterable, Hashable, Sendable, Comparable {
    case none, colors8, colors16, colors256, truecolor

    package static func < (one: Depth, other: Depth) -> Bool { one.rawValue < other.rawValue }

    /// Whether a theme's colors can be shown; with fewer, the terminal's own are used in their roles.
    package var showsThemes: Bool { self >= .colors256 }
}
