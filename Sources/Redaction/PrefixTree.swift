/// Words to look for, by their beginnings: all that begin at one place in a single walk.
///
/// Names stand at the beginnings of words only, and few beginnings are those of a name; a filter of bits turns the others
/// away.
struct PrefixTree: Sendable {
    /// The last five bits of each of the three bytes that a word of up to three begins with.
    private var short = [UInt64](repeating: 0, count: 512)
    /// Hashes of the four bytes that the longer words begin with.
    private var long = [UInt64](repeating: 0, count: 1024)
    /// The node of two bytes; 0 where no word begins with them.
    private var first = [Int32](repeating: 0, count: 1 << 16)
    /// The word of a single byte, or -1.
    private var single = [Int32](repeating: -1, count: 256)
    private var nodes: [Node] = [Node(byte: 0)]
    /// Another word with the same bytes, or -1.
    private var same: [Int32]

    private struct Node {
        var byte: UInt8
        /// The first node one byte further, and the next one at the same place; 0 for none.
        var child: Int32 = 0
        var sibling: Int32 = 0
        /// The word that ends here, or -1.
        var word: Int32 = -1
    }

    /// Takes in words, which are named by their index; empty ones are never found.
    init(_ words: [[UInt8]]) {
        same = Array(repeating: -1, count: words.count)
        nodes.reserveCapacity(words.reduce(1) { $0 + $1.count })
        for (index, word) in words.enumerated() where !word.isEmpty {
            let name = Int32(truncatingIfNeeded: index)
            pass(word)
            if word.count == 1 {
                same[index] = single[Int(word[0])]
                single[Int(word[0])] = name
                continue
            }
            let pair = Int(word[0]) << 8 | Int(word[1])
            if first[pair] == 0 { first[pair] = add(word[1]) }
            var node = Int(first[pair])
            for byte in word[2...] {
                var next = Int(nodes[node].child)
                while next != 0, nodes[next].byte != byte { next = Int(nodes[next].sibling) }
                if next == 0 {
                    next = Int(add(byte))
                    nodes[next].sibling = nodes[node].child
                    nodes[node].child = Int32(truncatingIfNeeded: next)
                }
                node = next
            }
            same[index] = nodes[node].word
            nodes[node].word = name
        }
    }

    private mutating func add(_ byte: UInt8) -> Int32 {
        nodes.append(Node(byte: byte))
        return Int32(truncatingIfNeeded: nodes.count - 1)
    }

    /// A number below 65,536 for four bytes.
    @inline(__always)
    private static func hash(_ four: UInt32) -> Int { Int((four &* 0x9E37_79B1) >> 16) }

    /// Lets the beginning of a word through the filters.
    private mutating func pass(_ word: [UInt8]) {
        if word.count > 3 {
            let four = word[..<4].reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            long[Self.hash(four) >> 6] |= 1 << UInt64(Self.hash(four) & 63)
            return
        }
        let (a, b) = (Int(word[0] & 31), word.count > 1 ? Int(word[1] & 31) : -1)
        for second in b < 0 ? 0..<32 : b..<(b + 1) {
            let base = a << 10 | second << 5
            let bits: UInt64 = word.count > 2 ? 1 << UInt64(word[2] & 31) : 0xFFFF_FFFF
            short[base >> 6] |= bits << UInt64(base & 63)
        }
    }

    /// Calls `found` with each word that stands at one of `places`, and the index of its last byte.
    ///
    /// - Parameter text: at least three bytes longer than `count`, whatever they are.
    func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ count: Int, at places: UnsafeBufferPointer<UInt32>,
        found: (_ word: Int, _ last: Int) -> Void
    ) {
        let raw = UnsafeRawBufferPointer(text)
        short.withUnsafeBufferPointer { short in
            long.withUnsafeBufferPointer { long in
                for place in places {
                    let bytes = raw.loadUnaligned(fromByteOffset: Int(place), as: UInt32.self)
                    let four = UInt32(littleEndian: bytes)
                    let hash = Self.hash(four)
                    let key = Int(four & 31) << 10 | Int(four >> 8 & 31) << 5 | Int(four >> 16 & 31)
                    let isLong = long[hash >> 6] >> UInt64(hash & 63)
                    let isShort = short[key >> 6] >> UInt64(key & 63)
                    if (isLong | isShort) & 1 != 0 { walk(text, count, Int(place), found) }
                }
            }
        }
    }

    private func walk(
        _ text: UnsafeBufferPointer<UInt8>, _ count: Int, _ place: Int,
        _ found: (_ word: Int, _ last: Int) -> Void
    ) {
        report(single[Int(text[place])], place, found)
        guard place + 1 < count else { return }
        nodes.withUnsafeBufferPointer { nodes in
            var node = Int(first[Int(text[place]) << 8 | Int(text[place + 1])])
            var last = place + 1
            while node != 0 {
                report(nodes[node].word, last, found)
                last += 1
                guard last < count else { return }
                node = Int(nodes[node].child)
                while node != 0, nodes[node].byte != text[last] { node = Int(nodes[node].sibling) }
            }
        }
    }

    @inline(__always)
    private func report(_ word: Int32, _ last: Int, _ found: (_ word: Int, _ last: Int) -> Void) {
        var word = Int(word)
        while word >= 0 {
            found(word, last)
            word = Int(same[word])
        }
    }
}
