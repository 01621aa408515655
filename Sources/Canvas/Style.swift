/// How a cell looks: what its foreground means, what its background means, and attributes.
///
/// The three are kept apart so that a selection never hides a verdict.
package struct Style: Hashable, Sendable {
    package var role: Role
    package var ground: Ground
    package var attributes: Attributes

    package init(_ role: Role = .text, on ground: Ground = .page, _ attributes: Attributes = []) {
        self.role = role
        self.ground = ground
        self.attributes = attributes
    }

    /// The same foreground on another background.
    package func on(_ ground: Ground) -> Style { Style(role, on: ground, attributes) }

    /// The same style with more attributes.
    package func with(_ more: Attributes) -> Style { Style(role, on: ground, attributes.union(more)) }

    /// A client's filled tag.
    package static func tag(_ number: Int) -> Style { Style(.tag, on: .accent(number), .bold) }
}
