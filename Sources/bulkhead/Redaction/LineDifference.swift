/// The lines that redaction, or a step through the changes of the records, changes.
enum LineDifference {
    /// Lines with `-` and `+` in front, in the order of the text.
    ///
    /// Most lines stay, and in their order, so that the end of each changed stretch is found by looking ahead for the
    /// nearest line that both have.
    static func lines(from old: [UInt8], to new: [UInt8]) -> [UInt8] {
        let before = split(old)
        let after = split(new)
        var out: [UInt8] = []
        func put(_ mark: UInt8, _ line: ArraySlice<UInt8>) {
            out.append(mark)
            out.append(contentsOf: line)
            out.append(0x0A)
        }
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if i < before.count, j < after.count, before[i] == after[j] {
                i += 1
                j += 1
                continue
            }
            var (lost, gained) = (before.count - i, after.count - j)
            search: for changed in 1...128 {
                for gone in 0...changed {
                    let (a, b) = (i + gone, j + changed - gone)
                    if a < before.count, b < after.count, !before[a].isEmpty, before[a] == after[b] {
                        (lost, gained) = (gone, changed - gone)
                        break search
                    }
                }
            }
            for line in before[i..<(i + lost)] { put(UInt8(ascii: "-"), line) }
            for line in after[j..<(j + gained)] { put(UInt8(ascii: "+"), line) }
            i += lost
            j += gained
        }
        return out
    }

    /// The lines of a text; a line feed ends a line and begins none.
    private static func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        return text.last == 0x0A ? lines.dropLast() : lines
    }
}
