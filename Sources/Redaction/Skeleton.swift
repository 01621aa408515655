/// Text reduced to what a name keeps in every spelling: folded letters and digits, and where each came from.
///
/// Separators, accents, zero-width characters and case are gone; escapes are read. `start[k]` is the offset in
/// the source of the unit that gave byte `k`.
struct Skeleton {
    private(set) var bytes: [UInt8] = []
    private(set) var start: [UInt32] = []
    private(set) var count = 0

    /// 0 separator, 1 may begin an escape, otherwise the folded byte.
    private static let ascii: [UInt8] = (0..<128).map { value in
        let byte = UInt8(value)
        if byte.isAlphanumeric { return byte.lowered }
        return byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\") ? 1 : 0
    }

    /// Replaces the contents by the skeleton of `text`, which must be shorter than 4 GiB.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, by map: FoldMap) {
        grow(to: text.count + 64)
        var filled = 0
        var index = 0
        while index < text.count {
            plain(text, &index, &filled)
            if index < text.count { special(text, &index, &filled, map) }
        }
        count = filled
    }

    /// The run of ASCII without escapes at `index`.
    private mutating func plain(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ filled: inout Int) {
        Self.ascii.withUnsafeBufferPointer { ascii in
            bytes.withUnsafeMutableBufferPointer { bytes in
                start.withUnsafeMutableBufferPointer { start in
                    while index < text.count {
                        let byte = text[index]
                        if byte >= 0x80 { return }
                        let folded = ascii[Int(byte)]
                        if folded == 1 { return }
                        // A separator is written too, and overwritten by what follows.
                        bytes[filled] = folded
                        start[filled] = UInt32(truncatingIfNeeded: index)
                        filled &+= folded == 0 ? 0 : 1
                        index &+= 1
                    }
                }
            }
        }
    }

    /// One scalar beyond ASCII, or one escape, at `index`.
    private mutating func special(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ filled: inout Int, _ map: FoldMap
    ) {
        let unit = SourceUnit.read(text, index)
        if let scalar = unit.scalar {
            if scalar < 0x80 {
                let folded = Self.ascii[Int(scalar)]
                if folded > 1 { put(folded, &filled, index) }
            } else {
                switch map.entry(scalar) {
                case FoldMap.separator, FoldMap.nothing: break
                case FoldMap.itself:
                    for folded in UTF8.encode(Unicode.Scalar(scalar) ?? "?")
                        ?? UTF8.encodedReplacementCharacter
                    {
                        put(folded, &filled, index)
                    }
                case let entry:
                    grow(to: filled + (text.count - index) + 64)
                    for folded in map.text(entry) { put(folded, &filled, index) }
                }
            }
        }
        index += unit.length
    }

    private mutating func put(_ byte: UInt8, _ filled: inout Int, _ index: Int) {
        bytes[filled] = byte
        start[filled] = UInt32(truncatingIfNeeded: index)
        filled += 1
    }

    private mutating func grow(to size: Int) {
        if bytes.count < size {
            bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
            start.append(contentsOf: repeatElement(0, count: size - start.count))
        }
    }

    /// The skeleton of a short text, such as a name in the dictionary.
    static func of(_ text: [UInt8], by map: FoldMap) -> [UInt8] {
        var skeleton = Skeleton()
        text.withUnsafeBufferPointer { skeleton.fold($0, by: map) }
        return Array(skeleton.bytes[..<skeleton.count])
    }
}
