/// What a scalar does to the cells of a terminal.
enum ScalarKind: UInt32 {
    /// One column.
    case narrow
    /// No column of its own: it is drawn over the scalar before it.
    case combining
    /// Two columns (East Asian Wide and Fullwidth, emoji presentation).
    case wide
    /// Never sent to a terminal: controls, bidirectional and other format characters, private use,
    /// unassigned.
    case hidden
    /// A space of another width or manner, drawn as one plain space.
    case blank
    /// A variation selector: chooses the look of the scalar before it, which a cell does not keep.
    case selector
    /// A skin tone: changes the emoji before it, or is two columns of its own.
    case modifier
    /// The zero-width joiner.
    case joiner

    /// Looks a scalar up in the generated table.
    init(of scalar: Unicode.Scalar) {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F {
            self = .narrow
            return
        }
        // The last run that starts at or before the scalar.
        var low = 0
        var high = WidthTable.starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if WidthTable.starts[middle] >> 3 <= value { low = middle } else { high = middle }
        }
        self = ScalarKind(rawValue: WidthTable.starts[low] & 7) ?? .hidden
    }
}
