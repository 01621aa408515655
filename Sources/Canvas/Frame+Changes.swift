extension Frame {
    /// Names every cell that has to be told to a terminal that shows another frame.
    ///
    /// - Parameters:
    ///   - before: what it shows; nothing, or a frame of another size, where it shows blanks alone, as
    ///     ``Cell/blank(_:)`` makes them of the standard style.
    ///   - tell: takes a cell with its column and row; a wide glyph is told once.
    package func changes(since before: Frame?, _ tell: (_ cell: Cell, _ column: Int, _ row: Int) -> Void) {
        guard let before, before.size == size else {
            let blank = Cell.blank()
            for place in cells.indices where cells[place] != blank && cells[place].width != 0 {
                tell(cells[place], place % size.columns, place / size.columns)
            }
            return
        }
        cells.withUnsafeBufferPointer { cells in
            before.cells.withUnsafeBufferPointer { seen in
                for row in 0..<size.rows {
                    for place in row * size.columns..<(row + 1) * size.columns
                    where cells[place] != seen[place] && cells[place].width != 0 {
                        tell(cells[place], place - row * size.columns, row)
                    }
                }
            }
        }
    }
}
