/// One cell of a frame.
package struct Cell: Hashable, Sendable {
    /// A base scalar with its marks; nothing in the second half of a wide glyph.
    package let scalars: Scalars
    /// 1, 2 for the first half of a wide glyph, 0 for its second half.
    package let width: Int8
    package var style: Style

    init(_ cluster: Cluster, style: Style) {
        self.init(cluster.scalars, width: Int8(cluster.width), style: style)
    }

    /// A printable letter of ASCII.
    init(letter: UInt8, style: Style) {
        self.init(Scalars(Unicode.Scalar(letter)), width: 1, style: style)
    }

    private init(_ scalars: Scalars, width: Int8, style: Style) {
        self.scalars = scalars
        self.width = width
        self.style = style
    }

    /// What the cell shows as text; empty in the second half of a wide glyph.
    package var text: String { scalars.text }

    /// A space.
    package static func blank(_ style: Style = Style()) -> Cell { Cell(.space, width: 1, style: style) }

    /// The second half of a wide glyph.
    static func continuation(_ style: Style) -> Cell { Cell(.none, width: 0, style: style) }
}
