/// One cell of a frame.
package struct Cell: Hashable, Sendable {
    /// A base scalar with its marks; empty in the second half of a wide glyph.
    package let text: String
    /// 1, 2 for the first half of a wide glyph, 0 for its second half.
    package let width: Int8
    package var style: Style

    init(_ cluster: Cluster, style: Style) {
        text = cluster.text
        width = Int8(cluster.width)
        self.style = style
    }

    private init(text: String, width: Int8, style: Style) {
        self.text = text
        self.width = width
        self.style = style
    }

    /// A space.
    package static func blank(_ style: Style = Style()) -> Cell { Cell(text: " ", width: 1, style: style) }

    /// The second half of a wide glyph.
    static func continuation(_ style: Style) -> Cell { Cell(text: "", width: 0, style: style) }
}
