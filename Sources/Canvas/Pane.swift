/// A part of a frame to draw in, with its own origin: nothing drawn through it changes a cell outside its
/// rectangle, except that the outer half of a wide glyph whose inner half is overdrawn becomes a space.
package struct Pane {
    /// The frame, lent for as long as the pane is drawn in.
    private var frame: Frame
    /// The pane's rectangle in the frame, of which parts may lie outside it.
    private let area: Rect
    /// The cells that may change.
    private let clip: Rect

    private init(area: Rect, clip: Rect) {
        frame = Frame(Size(columns: 0, rows: 0))
        self.area = area
        self.clip = clip
    }

    /// Lends a frame to a pane while `body` runs.
    static func draw<Failure: Error>(
        on frame: inout Frame, area: Rect, clip: Rect, _ body: (inout Pane) throws(Failure) -> Void
    ) throws(Failure) {
        var pane = Pane(area: area, clip: clip)
        swap(&pane.frame, &frame)
        defer { swap(&pane.frame, &frame) }
        try body(&pane)
    }

    /// The pane's columns and rows, also where they lie outside the frame.
    package var size: Size { area.size }
    package var columns: Int { area.columns }
    package var rows: Int { area.rows }
    /// The whole pane in its own coordinates.
    package var bounds: Rect { Rect(column: 0, row: 0, columns: area.columns, rows: area.rows) }

    /// Draws into a part of the pane, which becomes a pane with its own origin.
    package mutating func draw<Failure: Error>(
        in rect: Rect, _ body: (inout Pane) throws(Failure) -> Void
    ) throws(Failure) {
        let inner = placed(rect)
        try Pane.draw(on: &frame, area: inner, clip: inner.intersection(clip), body)
    }

    /// Writes a text into one row, up to the pane's edge.
    ///
    /// - Parameters:
    ///   - text: any text; what a terminal would obey is spelt out (see ``visible(_:)``).
    ///   - column: where it starts; it may be negative, then its beginning is not seen.
    ///   - row: the row.
    ///   - style: how it looks.
    /// - Returns: the columns it took, to write on from there.
    @discardableResult
    package mutating func write(_ text: String, column: Int, row: Int, _ style: Style = Style()) -> Int {
        frame.write(
            text, at: Position(column: area.column + column, row: area.row + row), clip: clip, style: style)
    }

    /// Writes a text into a field of one row: cut with a mark where it is too long, padded with blanks where
    /// it is too short.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - column: the field's first column.
    ///   - row: the row.
    ///   - columns: the field's width; without it, up to the pane's edge.
    ///   - style: how the text and the blanks look.
    ///   - cut: what marks a cut, ``Glyphs/cut``.
    package mutating func write(
        _ text: String, column: Int, row: Int, columns: Int?, _ style: Style = Style(), cut: String
    ) {
        let field = columns ?? self.columns - column
        let shown = truncated(text, to: field, mark: cut)
        write(shown, column: column, row: row, style)
        let used = displayWidth(shown)
        if used < field { fill(Rect(column: column + used, row: row, columns: field - used, rows: 1), style) }
    }

    /// Writes a text that ends at a column.
    ///
    /// - Parameter end: the first column after it.
    /// - Returns: the column it starts at.
    @discardableResult
    package mutating func write(_ text: String, endingAt end: Int, row: Int, _ style: Style = Style()) -> Int
    {
        let start = end - displayWidth(text)
        write(text, column: start, row: row, style)
        return start
    }

    /// Fills a part of the pane, or all of it, with blanks.
    package mutating func fill(_ rect: Rect? = nil, _ style: Style = Style()) {
        frame.fill(placed(rect ?? bounds).intersection(clip), style: style)
    }

    /// Puts another background behind what is drawn; foregrounds and attributes stay.
    package mutating func paint(_ ground: Ground, in rect: Rect? = nil) {
        frame.restyle(placed(rect ?? bounds).intersection(clip)) { $0.ground = ground }
    }

    /// Gives what is drawn another foreground; a dialog mutes what lies behind it so.
    package mutating func recolor(_ role: Role, in rect: Rect? = nil) {
        frame.restyle(placed(rect ?? bounds).intersection(clip)) { $0.role = role }
    }

    /// Adds attributes to what is drawn.
    package mutating func add(_ attributes: Attributes, in rect: Rect? = nil) {
        frame.restyle(placed(rect ?? bounds).intersection(clip)) { $0.attributes.formUnion(attributes) }
    }

    /// Writes a glyph of one column side by side, as a line or a bar is made of.
    package mutating func line(
        of glyph: String, column: Int, row: Int, columns: Int, _ style: Style = Style()
    ) {
        var clusters = Clusters(of: glyph)
        guard let cluster = clusters.next(), cluster.width == 1 else { return }
        let rect = placed(Rect(column: column, row: row, columns: columns, rows: 1))
        frame.fill(rect.intersection(clip), with: cluster, style: style)
    }

    /// Draws a line across the pane.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - title: words set into the line near its left end, if there are any.
    ///   - style: the line's style.
    ///   - glyphs: what it is drawn with.
    package mutating func rule(
        row: Int, title: String = "", style: Style = Style(.rule), titleStyle: Style = Style(.title),
        glyphs: Glyphs
    ) {
        line(of: glyphs.horizontal, column: 0, row: row, columns: columns, style)
        if !title.isEmpty && columns > 6 {
            let words = truncated(title, to: columns - 6, mark: glyphs.cut)
            write(" \(words) ", column: 2, row: row, titleStyle)
        }
    }

    /// Draws a border with a title at its upper left and a note at its upper right.
    ///
    /// A rectangle of fewer than two columns or rows has no border and no inside.
    ///
    /// - Parameters:
    ///   - rect: the border's outer edge; all of the pane without it.
    ///   - title: words in the upper line.
    ///   - note: words at the end of the upper line, left out where there is no room.
    ///   - focused: whether the pane has the focus; its border is then drawn as one that has.
    ///   - ground: the background of the border.
    ///   - glyphs: what it is drawn with.
    /// - Returns: the rectangle inside the border.
    @discardableResult
    package mutating func box(
        _ rect: Rect? = nil, title: String = "", note: String = "", focused: Bool = false,
        on ground: Ground = .page,
        glyphs: Glyphs
    ) -> Rect {
        let rect = rect ?? bounds
        guard rect.columns >= 2, rect.rows >= 2 else {
            return Rect(column: rect.column, row: rect.row, columns: 0, rows: 0)
        }
        let style = focused ? Style(.focusRule, on: ground, .bold) : Style(.rule, on: ground)
        let right = rect.endColumn - 1
        let bottom = rect.endRow - 1
        draw(in: rect) { pane in
            for (row, left, end) in [
                (0, glyphs.topLeft, glyphs.topRight),
                (bottom - rect.row, glyphs.bottomLeft, glyphs.bottomRight),
            ] {
                pane.write(left, column: 0, row: row, style)
                pane.line(of: glyphs.horizontal, column: 1, row: row, columns: rect.columns - 2, style)
                pane.write(end, column: right - rect.column, row: row, style)
            }
            for row in 1..<max(1, rect.rows - 1) {
                pane.write(glyphs.vertical, column: 0, row: row, style)
                pane.write(glyphs.vertical, column: right - rect.column, row: row, style)
            }
            // "┌─ Title ─── note ─┐": the words keep a line of one column and a space on each side.
            let room = rect.columns - 6
            guard room > 0, !title.isEmpty || !note.isEmpty else { return }
            let words = truncated(title, to: room, mark: glyphs.cut)
            if !words.isEmpty {
                pane.write(" \(words) ", column: 2, row: 0, Style(.title, on: ground, .bold))
            }
            let left = words.isEmpty ? 0 : displayWidth(words) + 2
            if !note.isEmpty && left + displayWidth(note) + 2 <= rect.columns - 5 {
                pane.write(" \(note) ", endingAt: rect.columns - 2, row: 0, Style(.muted, on: ground))
            }
        }
        return rect.inset()
    }

    /// Says what a press of the mouse on a part of a row means.
    ///
    /// - Parameters:
    ///   - columns: the part's width; without it, up to the pane's edge.
    package mutating func mark(_ target: Target, column: Int = 0, row: Int, columns: Int? = nil) {
        let rect = Rect(column: column, row: row, columns: columns ?? self.columns - column, rows: 1)
        frame.mark(placed(rect).intersection(clip), target)
    }

    /// Lets what was drawn so far no longer answer to the mouse: a dialog lies over it.
    package mutating func forgetTargets() { frame.forgetTargets() }

    /// Shows the terminal's cursor at a place of the pane; nowhere if that is outside it.
    package mutating func placeCursor(column: Int, row: Int) {
        let position = Position(column: area.column + column, row: area.row + row)
        frame.placeCursor(clip.contains(position) ? position : nil)
    }

    /// Hides the terminal's cursor, which what lies behind a dialog may have placed.
    package mutating func hideCursor() { frame.placeCursor(nil) }

    /// A rectangle of the pane in the frame.
    private func placed(_ rect: Rect) -> Rect {
        Rect(
            column: area.column + rect.column, row: area.row + rect.row, columns: rect.columns,
            rows: rect.rows)
    }
}
