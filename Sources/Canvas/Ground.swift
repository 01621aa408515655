/// What a background means.
///
/// A ``Palette`` gives it a color.
package enum Ground: UInt8, CaseIterable, Hashable, Sendable {
    /// The screen itself.
    case page
    /// The title bar, the footer, the open tab.
    case bar
    /// The chosen row or cell; it keeps the foreground of what it covers.
    case selection
    /// A text field.
    case input
    case accent0, accent1, accent2, accent3, accent4, accent5

    /// The filled accents there are.
    package static let accents: [Ground] = [.accent0, .accent1, .accent2, .accent3, .accent4, .accent5]

    /// The filled accent of a client, for its tag; see ``Role/accent(_:)``.
    package static func accent(_ number: Int) -> Ground {
        accents[Int(UInt(bitPattern: number) % UInt(accents.count))]
    }
}
