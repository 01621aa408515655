/// Texts prepared for a filter that answers while it is typed in.
///
/// All texts lie folded in one array of bytes, so that ten thousand of them are searched without touching a string.
package struct Fuzzy: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    package init(_ texts: some Sequence<String> = [String]()) {
        for text in texts { append(text) }
    }

    package var count: Int { ends.count }

    package mutating func append(_ text: String) {
        bytes.append(contentsOf: text.lowercased().utf8)
        ends.append(bytes.count)
    }

    /// The texts that hold the typed letters in their order, the nearest first.
    ///
    /// - Parameter typed: what was typed; spaces part words that may come in any order.
    /// - Returns: places of the texts; all of them, in order, where nothing was typed.
    package func matches(_ typed: String) -> [Int] {
        let words = typed.lowercased().split(separator: " ").map { Array($0.utf8) }
        guard !words.isEmpty else { return Array(0..<count) }
        var ranked: [(score: Int, place: Int)] = []
        bytes.withUnsafeBufferPointer { all in
            var start = 0
            for place in 0..<ends.count {
                let end = ends[place]
                var total = 0
                for word in words {
                    guard let score = Self.score(word, in: all, start, end) else {
                        total = -1
                        break
                    }
                    total += score
                }
                if total >= 0 { ranked.append((total, place)) }
                start = end
            }
        }
        ranked.sort { ($0.score, $0.place) < ($1.score, $1.place) }
        return ranked.map(\.place)
    }

    /// How far a text is from a word, 0 the nearest; nothing where it lacks a letter.
    private static func score(
        _ word: [UInt8], in all: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Int? {
        let space = UInt8(ascii: " ")
        var best: Int?
        if end - start >= word.count {
            for from in start...(end - word.count) where all[from] == word[0] {
                var same = 1
                while same < word.count, all[from + same] == word[same] { same += 1 }
                guard same == word.count else { continue }
                if from == start { return 0 }
                if all[from - 1] == space { best = min(best ?? 10, 10) } else { best = min(best ?? 20, 20) }
            }
        }
        if let best { return best }
        var at = start
        var gaps = 0
        for letter in word {
            let from = at
            while at < end, all[at] != letter { at += 1 }
            guard at < end else { return nil }
            if from != start { gaps += at - from }
            at += 1
        }
        // Letters too far apart are no word that somebody meant.
        return gaps <= 2 * word.count + 6 ? 100 + gaps : nil
    }
}
