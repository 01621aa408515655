/// One stretch of text being looked at by the recognisers, and what they found so far.
struct Scan {
    let text: UnsafeBufferPointer<UInt8>
    var found: [Finding] = []
    /// Where a masked value ends; names inside it assign nothing.
    var masked = 0
    /// The key of a known issuer that was found last.
    var issued: (prefix: String, end: Int) = ("", 0)
    /// Where a private key ends that begins before; its lines begin no other.
    var armored = 0
    /// The value without quotes that was looked at last: one that begins inside it ends where it does.
    var unquoted = 0..<0
    /// Names that were judged lately, so that the same again costs one comparison.
    var judged: [(name: Range<Int>, secrecy: Secrecy)] = []

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var count: Int { text.count }

    /// The byte at `index`, or 0 outside the text.
    @inline(__always)
    func at(_ index: Int) -> UInt8 { UInt(bitPattern: index) < UInt(text.count) ? text[index] : 0 }

    mutating func add(_ start: Int, _ end: Int, _ kind: EntityKind, _ basis: Finding.Basis) {
        if start >= 0, start < end, end <= count { found.append(Finding(start..<end, kind, basis)) }
    }

    /// Whether the text at `index` reads `word`, ignoring ASCII case.
    func reads(_ word: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where text[index + offset].lowered != word.utf8Start[offset].lowered { return false }
        return true
    }

    /// Whether one of `words` (lower-case ASCII) stands between `start` and `end`, at the start of a word.
    func mentions(_ words: [[UInt8]], from start: Int, to end: Int) -> Bool {
        let end = min(end, count)
        var index = max(0, start)
        while index < end {
            let byte = text[index].lowered
            if byte.isLetter, !at(index - 1).isLetter {
                for word in words where word.first == byte && index + word.count <= end {
                    var same = 1
                    while same < word.count, text[index + same].lowered == word[same] { same += 1 }
                    if same == word.count { return true }
                }
            }
            index += 1
        }
        return false
    }

    /// The same for the words before `index`, on this line or the one above.
    func follows(_ words: [[UInt8]], _ index: Int, within reach: Int = 40) -> Bool {
        mentions(words, from: index - reach, to: index)
    }

    func lowercased(_ range: Range<Int>) -> String {
        String(decoding: text[range].map(\.lowered), as: UTF8.self)
    }

    /// End of the run of bytes from `index` that satisfy `test`, at most `limit` bytes on.
    @inline(__always)
    func run(_ index: Int, limit: Int = 4096, while test: (UInt8) -> Bool) -> Int {
        let stop = min(count, index + limit)
        var end = index
        while end < stop, test(text[end]) { end += 1 }
        return end
    }

    /// Start of the run of bytes before `index` that satisfy `test`, at most `limit` bytes back.
    @inline(__always)
    func runBack(_ index: Int, limit: Int = 256, while test: (UInt8) -> Bool) -> Int {
        let stop = max(0, index - limit)
        var start = index
        while start > stop, test(text[start - 1]) { start -= 1 }
        return start
    }
}

/// Lower-case words as bytes, for `Scan.mentions`.
func contextWords(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Array($0.utf8) } }
