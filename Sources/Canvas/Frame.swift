/// A whole screen as cells: what a screen draws, what a test compares, what a terminal is brought to show.
///
/// A frame is a value and knows no terminal. Whatever is written to it, its cells stay well formed: each
/// holds one printable cluster, and a wide glyph always has both its halves, or neither.
package struct Frame: Hashable, Sendable {
    package let size: Size
    /// Where the terminal's own cursor stands, if it is shown.
    package private(set) var cursor: Position?
    /// Row by row, `size.columns` a row.
    package private(set) var cells: [Cell]
    /// The parts that answer a press of the mouse, later ones over earlier ones.
    private var spots: [Spot] = []

    private struct Spot: Hashable {
        let rect: Rect
        let target: Target
    }

    /// - Parameters:
    ///   - size: the cells there are.
    ///   - style: the blank that fills them.
    package init(_ size: Size, style: Style = Style()) {
        self.size = size
        cells = Array(repeating: .blank(style), count: size.columns * size.rows)
    }

    package var bounds: Rect { Rect(size) }

    /// The cell at a place, or nothing outside the frame.
    package subscript(column: Int, row: Int) -> Cell? {
        bounds.contains(Position(column: column, row: row)) ? cells[row * size.columns + column] : nil
    }

    /// Draws into a part of the frame: nothing outside the rectangle changes, except that the outer half of a
    /// wide glyph whose inner half is overdrawn becomes a space.
    ///
    /// - Parameters:
    ///   - rect: the part; what of it lies outside the frame is left out.
    ///   - body: draws, with the rectangle's upper left corner as its origin.
    package mutating func draw<Failure: Error>(
        in rect: Rect, _ body: (inout Pane) throws(Failure) -> Void
    ) throws(Failure) {
        try Pane.draw(on: &self, area: rect, clip: rect.intersection(bounds), body)
    }

    /// Draws into the whole frame.
    package mutating func draw<Failure: Error>(
        _ body: (inout Pane) throws(Failure) -> Void
    ) throws(Failure) {
        try draw(in: bounds, body)
    }

    /// What a press of the mouse at a place means, if anything.
    package func target(at position: Position) -> Target? {
        spots.last { $0.rect.contains(position) }?.target
    }

    // MARK: What panes are made of

    /// Writes a text into one row.
    ///
    /// - Parameters:
    ///   - text: any text; what a terminal would obey is spelt out (see ``visible(_:)``).
    ///   - position: where its first column goes, possibly outside the clip.
    ///   - clip: the cells that may change; it must lie within the frame.
    /// - Returns: the columns from the position to the end of what was written or passed over.
    @discardableResult
    mutating func write(_ text: String, at position: Position, clip: Rect, style: Style) -> Int {
        guard position.row >= clip.row, position.row < clip.endRow, position.column < clip.endColumn else {
            return 0
        }
        let plain = withPlain(text) { letters in
            let first = max(0, clip.column - position.column)
            let end = min(letters.count, clip.endColumn - position.column)
            cover(columns: position.column + first, to: position.column + end, row: position.row) { column in
                Cell(letter: letters[column - position.column], style: style)
            }
            return end
        }
        if let plain { return plain }
        var column = position.column
        for cluster in Clusters(of: text) {
            if column >= clip.endColumn { break }
            let next = column + cluster.width
            if column >= clip.column && next <= clip.endColumn {
                put(cluster, column: column, row: position.row, style: style)
            } else {
                // A wide glyph across the edge: the half that lies inside is a space.
                for half in column..<next where half >= clip.column && half < clip.endColumn {
                    put(Cluster(" ", width: 1), column: half, row: position.row, style: style)
                }
            }
            column = next
        }
        return max(0, min(column, clip.endColumn) - position.column)
    }

    /// Fills cells with blanks; the rectangle must lie within the frame.
    mutating func fill(_ rect: Rect, style: Style) {
        for row in rect.row..<rect.endRow {
            cover(columns: rect.column, to: rect.endColumn, row: row) { _ in .blank(style) }
        }
    }

    /// Fills cells with a glyph of one column; the rectangle must lie within the frame.
    mutating func fill(_ rect: Rect, with glyph: Cluster, style: Style) {
        for row in rect.row..<rect.endRow {
            cover(columns: rect.column, to: rect.endColumn, row: row) { _ in Cell(glyph, style: style) }
        }
    }

    /// Changes the styles of cells and leaves what they show; the rectangle must lie within the frame.
    mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        for row in rect.row..<rect.endRow {
            for column in rect.column..<rect.endColumn { change(&cells[row * size.columns + column].style) }
        }
    }

    mutating func mark(_ rect: Rect, _ target: Target) { spots.append(Spot(rect: rect, target: target)) }

    mutating func forgetTargets() { spots = [] }

    mutating func placeCursor(_ position: Position?) { cursor = position }

    /// Sets cells of one column side by side, all within the frame.
    private mutating func cover(columns first: Int, to end: Int, row: Int, _ cell: (Int) -> Cell) {
        guard first < end else { return }
        let start = row * size.columns
        split(at: start + first)
        split(at: start + end - 1)
        cells.withUnsafeMutableBufferPointer { cells in
            for column in first..<end { cells[start + column] = cell(column) }
        }
    }

    /// Sets one cell, or two for a wide glyph, all within the frame.
    private mutating func put(_ cluster: Cluster, column: Int, row: Int, style: Style) {
        let index = row * size.columns + column
        split(at: index)
        if cluster.width == 2 {
            split(at: index + 1)
            cells[index + 1] = .continuation(style)
        }
        cells[index] = Cell(cluster, style: style)
    }

    /// Blanks the other half of the wide glyph that a cell is part of.
    private mutating func split(at index: Int) {
        switch cells[index].width {
        case 0: cells[index - 1] = .blank(cells[index - 1].style)
        case 2: cells[index + 1] = .blank(cells[index + 1].style)
        default: break
        }
    }
}
