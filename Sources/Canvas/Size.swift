/// Columns and rows, in cells.
package struct Size: Hashable, Sendable {
    /// The largest size that is drawn; a terminal that claims more gets its upper left part.
    package static let largest = Size(unchecked: 1000, 500)

    package let columns: Int
    package let rows: Int

    /// - Parameters:
    ///   - columns: brought into `0...1000`.
    ///   - rows: brought into `0...500`.
    package init(columns: Int, rows: Int) {
        self.columns = min(max(0, columns), Self.largest.columns)
        self.rows = min(max(0, rows), Self.largest.rows)
    }

    private init(unchecked columns: Int, _ rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}
