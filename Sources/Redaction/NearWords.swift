/// Words of names, to tell the words that are one typing error away from one: a letter added, lost or changed.
struct NearWords: Sendable {
    /// Words shorter or longer than this are not looked at.
    private static let lengths = 6...24

    /// Hashes of all words, whole and with one letter left out (Mor and Fraenkel, 1982).
    private let hashes: HashSet
    /// The first three letters of the words, and the last three: an error leaves one of them as it is.
    private var heads = [UInt64](repeating: 0, count: 512)
    private var tails = [UInt64](repeating: 0, count: 512)

    init(_ words: some Sequence<[UInt8]>) {
        var hashes: [UInt64] = []
        for word in words where Self.lengths.contains(word.count) {
            let (head, tail) = (Self.three(word[0], word[1], word[2]), Self.three(ending: word))
            heads[head >> 6] |= 1 << UInt64(head & 63)
            tails[tail >> 6] |= 1 << UInt64(tail & 63)
            for skip in [nil] + word.indices.map(Optional.some) {
                var hash: UInt64 = 0
                for index in word.indices where index != skip {
                    hash = hash &* Self.base &+ UInt64(word[index])
                }
                hashes.append(hash)
            }
        }
        self.hashes = HashSet(hashes)
    }

    /// Whether the word at `range`, in any case, is one of them or almost one.
    func holds(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 4, range.count <= Self.lengths.upperBound, !hashes.isEmpty else { return false }
        let (first, last) = (range.lowerBound, range.upperBound)
        let head = Self.three(text[first], text[first + 1], text[first + 2])
        let tail = Self.three(text[last - 3], text[last - 2], text[last - 1])
        guard heads[head >> 6] >> UInt64(head & 63) & 1 | tails[tail >> 6] >> UInt64(tail & 63) & 1 != 0
        else { return false }
        var whole: UInt64 = 0
        for index in range { whole = whole &* Self.base &+ UInt64(text[index].lowered) }
        if hashes.contains(whole) { return true }
        // All spellings with one letter left out, each from the one before.
        var behind: UInt64 = 0
        var power: UInt64 = 1
        var before = whole
        for index in range.reversed() {
            let letter = UInt64(text[index].lowered)
            // The hash of the letters up to this one; without it, divided by the base.
            before = (before &- letter) &* Self.inverse
            if hashes.contains(before &* power &+ behind) { return true }
            behind = behind &+ letter &* power
            power = power &* Self.base
        }
        return false
    }

    /// Three letters as a number below 32,768, in any case.
    private static func three(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        Int(a & 31) << 10 | Int(b & 31) << 5 | Int(c & 31)
    }

    private static func three(ending word: [UInt8]) -> Int {
        three(word[word.count - 3], word[word.count - 2], word[word.count - 1])
    }

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// The inverse of `base` modulo 2 to the 64, by Newton's iteration.
    private static let inverse: UInt64 = {
        var inverse = base
        for _ in 0..<6 { inverse = inverse &* (2 &- base &* inverse) }
        return inverse
    }()
}
