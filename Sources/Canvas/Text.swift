/// Spells out everything in a text that a terminal would obey or not show.
///
/// Control characters, C1, bidirectional overrides, zero-width and unassigned scalars come out as `\n`, `\t`
/// or `\u{202E}`. Applying it twice changes nothing more. Every function that draws does this by itself; it is
/// for text that leaves by another way, such as a line on standard output.
///
/// - Parameter text: any text, trusted or not.
/// - Returns: a text of printable scalars only.
package func visible(_ text: String) -> String {
    if isPlain(text) { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        var end = index + 1
        // A plain byte joins nothing before it, and of what follows only what is not plain.
        if isPlain(bytes[index]), end == bytes.count || isPlain(bytes[end]) {
            result.append(bytes[index])
        } else {
            while end < bytes.count, !isPlain(bytes[end]) { end += 1 }
            for cluster in Clusters(of: String(decoding: bytes[index..<end], as: UTF8.self)) {
                result += cluster.text.utf8
            }
        }
        index = end
    }
    return String(decoding: result, as: UTF8.self)
}

/// The columns that a text takes when drawn, as ``visible(_:)`` shows it.
package func displayWidth(_ text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    var width = 0
    for cluster in Clusters(of: text) { width += cluster.width }
    return width
}

/// The text cut to a number of columns, with a mark at the cut.
///
/// - Parameters:
///   - text: any text.
///   - columns: the columns there are; none or fewer gives the empty text.
///   - mark: what shows that something is missing, ``Glyphs/cut``; left out where it does not fit.
/// - Returns: a text whose ``displayWidth(_:)`` is at most `columns`, and all of it where it fits.
package func truncated(_ text: String, to columns: Int, mark: String) -> String {
    guard columns > 0 else { return "" }
    if isPlain(text) && text.utf8.count <= columns { return text }
    let markWidth = displayWidth(mark)
    let room = markWidth <= columns ? columns - markWidth : columns
    var kept = ""
    var whole = ""
    var width = 0
    for cluster in Clusters(of: text) {
        width += cluster.width
        if width > columns { return markWidth <= columns ? kept + visible(mark) : kept }
        whole += cluster.text
        if width <= room { kept = whole }
    }
    return whole
}

/// The text padded with spaces, or cut, to exactly a number of columns.
///
/// - Parameters:
///   - text: any text.
///   - columns: the width of the result.
///   - mark: what shows a cut.
package func padded(_ text: String, to columns: Int, mark: String) -> String {
    let cut = truncated(text, to: columns, mark: mark)
    return cut + String(repeating: " ", count: max(0, columns - displayWidth(cut)))
}

/// Breaks a text into lines that fit a number of columns.
///
/// Lines break at spaces, between wide glyphs, and inside a word only where it is longer than a line; a
/// newline in the text always breaks, and a tab counts as a space.
///
/// - Parameters:
///   - text: any text.
///   - columns: the columns of a line; fewer than one counts as one.
/// - Returns: at least one line, each at most `columns` wide, as ``visible(_:)`` shows it.
package func wrap(_ text: String, columns: Int) -> [String] {
    let room = max(1, columns)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var line: [Cluster] = []
        var width = 0
        /// Where the line may be broken: the clusters before the break, those to skip are spaces.
        var breakAfter: Int?
        let tame = String(paragraph.map { $0 == "\t" || $0 == "\r" ? " " : $0 })
        for cluster in Clusters(of: tame) {
            let fitting = cluster.width > room ? Cluster("?", width: 1) : cluster
            if width + fitting.width > room {
                if fitting.isSpace {
                    breakAfter = line.count
                    // The space itself falls into the break.
                    lines.append(joined(line))
                    line = []
                    width = 0
                    breakAfter = nil
                    continue
                }
                let place = breakAfter ?? line.count
                lines.append(joined(line[..<place]))
                line = Array(line[place...].drop { $0.isSpace })
                width = line.reduce(0) { $0 + $1.width }
                breakAfter = nil
            }
            if fitting.width == 2 || fitting.isSpace { breakAfter = line.count }
            line.append(fitting)
            width += fitting.width
            if fitting.width == 2 { breakAfter = line.count }
        }
        lines.append(joined(line[...]))
    }
    return lines
}

/// A line of clusters without the spaces at its end.
private func joined(_ clusters: some BidirectionalCollection<Cluster>) -> String {
    var result = ""
    var kept = clusters.endIndex
    while kept > clusters.startIndex, clusters[clusters.index(before: kept)].isSpace {
        kept = clusters.index(before: kept)
    }
    for cluster in clusters[..<kept] { result += cluster.text }
    return result
}

/// Whether a text is printable ASCII alone, so that bytes, scalars and columns are the same number.
private func isPlain(_ text: String) -> Bool { withPlain(text) { _ in true } ?? false }

/// Reads a text that is printable ASCII alone as its bytes, each of which is one column.
///
/// - Returns: what `body` returns, or nothing where the text holds anything else.
func withPlain<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let result: Result?? = text.utf8.withContiguousStorageIfAvailable { letters in
        letters.allSatisfy(isPlain) ? body(letters) : nil
    }
    return result ?? nil
}

private func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }
