extension Frame {
    /// What the frame shows as lines, without the spaces at their ends.
    package var text: String {
        lines.joined(separator: "\n") + "\n"
    }

    /// The rows of the frame as text, without the spaces at their ends.
    package var lines: [String] {
        (0..<size.rows).map { row in
            var line = ""
            var kept = line.endIndex
            for cell in cells[row * size.columns..<(row + 1) * size.columns] {
                line += cell.text
                if cell.scalars != .space && cell.width != 0 { kept = line.endIndex }
            }
            return String(line[..<kept])
        }
    }

    /// Every stretch of a row that is not plain text on the page: row, columns, style and what it shows, one
    /// a line.
    package var styles: String {
        var result = ""
        for row in 0..<size.rows {
            var column = 0
            while column < size.columns {
                let style = cells[row * size.columns + column].style
                var end = column
                var shown = ""
                while end < size.columns, cells[row * size.columns + end].style == style {
                    shown += cells[row * size.columns + end].text
                    end += 1
                }
                if style != Style() { result += "\(row):\(column)-\(end - 1) \(style) |\(shown)|\n" }
                column = end
            }
        }
        return result
    }
}

extension Style: CustomStringConvertible {
    package var description: String {
        var words = ground == .page ? "\(role)" : "\(role)/\(ground)"
        for (attribute, name) in [
            (Attributes.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
        ] where attributes.contains(attribute) {
            words += " \(name)"
        }
        return words
    }
}
