/// A rectangle of cells.
///
/// Every function that makes one from another gives a part of it, down to an empty one, and never a negative
/// size.
package struct Rect: Hashable, Sendable {
    package let column: Int
    package let row: Int
    package let columns: Int
    package let rows: Int

    /// - Parameters:
    ///   - column: the left edge.
    ///   - row: the upper edge.
    ///   - columns: the width; a negative one counts as none.
    ///   - rows: the height; a negative one counts as none.
    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The whole of a size, from its upper left corner.
    package init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    package var isEmpty: Bool { columns == 0 || rows == 0 }
    package var size: Size { Size(columns: columns, rows: rows) }
    /// The first column to the right of the rectangle.
    package var endColumn: Int { column + columns }
    /// The first row below the rectangle.
    package var endRow: Int { row + rows }

    package func contains(_ position: Position) -> Bool {
        position.column >= column && position.column < endColumn && position.row >= row
            && position.row < endRow
    }

    /// The part that lies in both.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top,
            columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
    }

    /// The rectangle without a margin on each side.
    package func inset(columns: Int = 1, rows: Int = 1) -> Rect {
        Rect(
            column: column + min(columns, self.columns), row: row + min(rows, self.rows),
            columns: self.columns - 2 * columns, rows: self.rows - 2 * rows)
    }

    /// The top rows, and what lies below them.
    package func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let taken = min(max(0, rows), self.rows)
        return (
            Rect(column: column, row: row, columns: columns, rows: taken),
            Rect(column: column, row: row + taken, columns: columns, rows: self.rows - taken)
        )
    }

    /// What lies above the bottom rows, and those rows.
    package func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let split = splitTop(self.rows - min(max(0, rows), self.rows))
        return (split.top, split.rest)
    }

    /// The left columns, and what lies right of them after a gap.
    package func splitLeft(_ columns: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
        let taken = min(max(0, columns), self.columns)
        let skipped = min(taken + max(0, gap), self.columns)
        return (
            Rect(column: column, row: row, columns: taken, rows: rows),
            Rect(column: column + skipped, row: row, columns: self.columns - skipped, rows: rows)
        )
    }

    /// What lies left of the right columns and a gap, and those columns.
    package func splitRight(_ columns: Int, gap: Int = 0) -> (rest: Rect, right: Rect) {
        let taken = min(max(0, columns), self.columns)
        let kept = max(0, self.columns - taken - max(0, gap))
        return (
            Rect(column: column, row: row, columns: kept, rows: rows),
            Rect(column: endColumn - taken, row: row, columns: taken, rows: rows)
        )
    }

    /// A rectangle of the given size in the middle of this one, or all of this one where it is smaller.
    package func centered(_ size: Size) -> Rect {
        let width = min(size.columns, columns)
        let height = min(size.rows, rows)
        return Rect(
            column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width,
            rows: height)
    }
}
