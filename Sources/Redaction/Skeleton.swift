/// Text reduced to what a name keeps in every spelling: folded letters and digits, and where each came from.
///
/// Separators, accents, zero-width characters and case are gone; escapes are read. `start[k]` is the offset in
/// the source of the unit that gave byte `k`.
struct Skeleton {
    private(set) var bytes: [UInt8] = []
    private(set) var start: [UInt32] = []
    private(set) var count = 0
    /// Bytes of the skeleton at which a name may begin: behind a separator, a change of case or class, an escape, and
    /// wherever the source is not ASCII.
    private(set) var places: [UInt32] = []
    private(set) var placeCount = 0

    /// 0 separator, 1 may begin an escape, otherwise the folded byte.
    private static let ascii: [UInt8] = (0..<128).map { value in
        let byte = UInt8(value)
        if byte.isAlphanumeric { return byte.lowered }
        return byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\") ? 1 : 0
    }

    /// The folded byte, and above it what the byte is: 0 a separator, 1 a small letter, 2 a capital, 3 a digit, 4 what
    /// may begin an escape or is not ASCII.
    private static let units: [UInt16] = (0..<256).map { value in
        let byte = UInt8(value)
        if byte >= 0x80 || ascii[value] == 1 { return 4 << 8 }
        let kind: UInt16 = byte.isLower ? 1 : byte.isUpper ? 2 : byte.isDigit ? 3 : 0
        return kind << 8 | UInt16(ascii[value])
    }

    /// By the class before and the class of a byte: whether a name may begin there.
    ///
    /// Of capitals any may be the hump of a word ("HTTPServer").
    private static let begins: UInt16 = 0b0110_1100_1100_1110

    /// Replaces the contents by the skeleton of `text`, which must be shorter than 4 GiB.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, by map: FoldMap) {
        grow(to: text.count + 64)
        var filled = 0
        var index = 0
        placeCount = 0
        while index < text.count {
            plain(text, &index, &filled)
            if index < text.count { special(text, &index, &filled, map) }
        }
        count = filled
        for end in 0..<4 { bytes[filled + end] = 0 }
    }

    /// The run of ASCII without escapes at `index`.
    private mutating func plain(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ filled: inout Int) {
        var (at, end, place) = (index, filled, placeCount)
        Self.units.withUnsafeBufferPointer { units in
            bytes.withUnsafeMutableBufferPointer { bytes in
                start.withUnsafeMutableBufferPointer { start in
                    places.withUnsafeMutableBufferPointer { places in
                        var before: UInt16 = 0
                        while at < text.count {
                            let unit = units[Int(text[at])]
                            let kind = unit >> 8
                            if kind > 3 { return }
                            // A separator is written too, and overwritten by what follows.
                            bytes[end] = UInt8(truncatingIfNeeded: unit)
                            start[end] = UInt32(truncatingIfNeeded: at)
                            places[place] = UInt32(truncatingIfNeeded: end)
                            place &+= Int(Self.begins >> (before << 2 | kind) & 1)
                            end &+= kind == 0 ? 0 : 1
                            at &+= 1
                            before = kind
                        }
                    }
                }
            }
        }
        (index, filled, placeCount) = (at, end, place)
    }

    /// One scalar beyond ASCII, or one escape, at `index`.
    private mutating func special(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ filled: inout Int, _ map: FoldMap
    ) {
        let unit = SourceUnit.read(text, index)
        let first = filled
        defer {
            if filled > first {
                places[placeCount] = UInt32(truncatingIfNeeded: first)
                placeCount += 1
            }
        }
        // The letter of an escaped line break is none of the name's behind it.
        if unit.scalar == 0x5C, unit.length == 1, index + 1 < text.count, oneOf("nrt", text[index + 1]) {
            put(text[index + 1], &filled, index + 1)
            index += 2
            return
        }
        if let scalar = unit.scalar {
            if scalar < 0x80 {
                let folded = Self.ascii[Int(scalar)]
                if folded > 1 { put(folded, &filled, index) }
            } else {
                switch map.entry(scalar) {
                case FoldMap.separator, FoldMap.nothing: break
                case FoldMap.itself where (0xAC00...0xD7A3).contains(scalar):
                    grow(to: filled + (text.count - index) + 64)
                    // A Korean syllable as the letters it is of (Unicode 16, section 3.12), since some files hold these.
                    let place = scalar - 0xAC00
                    for letter in [0x1100 + place / 588, 0x1161 + place % 588 / 28, 0x11A7 + place % 28]
                    where letter != 0x11A7 {
                        for folded in UTF8.encode(Unicode.Scalar(letter) ?? "?")
                            ?? UTF8.encodedReplacementCharacter
                        {
                            put(folded, &filled, index)
                        }
                    }
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
            places.append(contentsOf: repeatElement(0, count: size - places.count))
        }
    }

    /// The skeleton of a short text, such as a name in the dictionary.
    static func of(_ text: some Collection<UInt8>, by map: FoldMap) -> [UInt8] {
        if text.allSatisfy({ $0 < 0x80 && ascii[Int($0)] != 1 }) {
            return text.compactMap { $0.isAlphanumeric ? $0.lowered : nil }
        }
        let text = Array(text)
        var skeleton = Skeleton()
        text.withUnsafeBufferPointer { skeleton.fold($0, by: map) }
        return Array(skeleton.bytes[..<skeleton.count])
    }
}
