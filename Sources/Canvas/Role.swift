/// What a foreground means.
///
/// A ``Palette`` gives it a color.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case text
    /// Second-rank words.
    case muted
    /// Lines and borders.
    case rule
    /// The border of what has the focus.
    case focusRule
    case title
    /// The key in a hint.
    case key
    case permit
    case condition
    case deny
    case unknown
    /// Something to look at that is not a verdict.
    case warning
    /// A fault that the reader has to repair.
    case fault
    /// Words on a filled tag.
    case tag
    case accent0, accent1, accent2, accent3, accent4, accent5

    /// The accents there are.
    package static let accents: [Role] = [.accent0, .accent1, .accent2, .accent3, .accent4, .accent5]

    /// The accent of a client.
    ///
    /// - Parameter number: the client's place in the list; they repeat after six.
    package static func accent(_ number: Int) -> Role {
        accents[Int(UInt(bitPattern: number) % UInt(accents.count))]
    }
}
