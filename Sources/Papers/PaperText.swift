/// The normalized text of an agreement, with the way back to the page each part stood on.
///
/// All offsets of this room count Unicode scalars of this text.
package struct PaperText: Equatable, Sendable {
    /// The scalars of the text; lines end with U+000A alone, and U+000C is gone.
    package let scalars: [Unicode.Scalar]
    /// Where each page starts, ascending; the first page starts at 0.
    package let pageStarts: [Int]

    /// Normalizes line ends and page breaks, and drops a byte order mark.
    ///
    /// - Parameter text: what a reader delivered. A form feed (U+000C) ends a page.
    package init(_ text: some StringProtocol) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        var pageStarts = [0]
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{FEFF}" where scalars.isEmpty: break
            case "\r": scalars.append("\n")
            case "\n": if !previousWasReturn { scalars.append("\n") }
            case "\u{000C}":
                if scalars.last.map({ $0 != "\n" }) ?? false { scalars.append("\n") }
                pageStarts.append(scalars.count)
            case "\u{2028}", "\u{2029}": scalars.append("\n")
            default: scalars.append(scalar)
            }
            previousWasReturn = scalar == "\r"
        }
        self.scalars = scalars
        self.pageStarts = pageStarts
    }

    /// The page, counted from 1, that holds `offset`.
    package func page(of offset: Int) -> Int {
        var low = 0
        var high = pageStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pageStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The text of `range`, cut to what exists.
    package func slice(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
        return String(view)
    }
}
