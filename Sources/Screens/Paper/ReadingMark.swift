import Canvas

/// How far a person has come with a kind of term, or with one clause that seems to be of it.
package enum ReadingMark: String, CaseIterable, Sendable {
    case unread, recorded, absent, unknown

    /// The word of a list.
    var word: String { self == .unread ? "not read" : rawValue }

    func glyph(_ glyphs: Glyphs) -> String {
        switch self {
        case .unread: glyphs.condition
        case .recorded: glyphs.permit
        case .absent: glyphs.dot
        case .unknown: glyphs.unknown
        }
    }

    var role: Role {
        switch self {
        case .unread: .condition
        case .recorded: .permit
        case .absent: .muted
        case .unknown: .unknown
        }
    }
}
