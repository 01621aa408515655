/// Says plainly what a sentence says by two negations, so that no cue takes it for the opposite.
enum Polarity {
    /// Rewrites the words of one passage.
    ///
    /// "Nothing may be entered" becomes a ban, "not later than" and "not unreasonably withheld" lose a negation that
    /// forbids nothing, and of tools "not prohibited" becomes a permission.
    ///
    /// - Parameters:
    ///   - words: the words of one passage.
    ///   - permits: whether it speaks of tools.
    static func plain(_ words: inout [Word], permits: Bool) {
        for place in words.indices {
            switch words[place].text {
            case "not", "never":
                if permits, let bar = place.next(in: words, within: 2, where: isBar) {
                    words[place].letters = indeed
                    words[bar].letters = allowed
                } else if words.text(place + 1) == "later",
                    words.text(place + 2) == "than"
                        || words.text(place + 1) == "less"
                {
                    words[place].letters = indeed
                } else if words.text(place + 1) == "unreasonably" || words.text(place + 2) == "unreasonably" {
                    words[place].letters = indeed
                }
            case "nothing":
                // "Nothing in this clause prevents" keeps its word, which the cues know, and so does "keeps nothing".
                guard place.next(in: words, within: 10, where: modals.contains) != nil else { break }
                let verb = place.next(in: words, within: 12) { word in
                    [
                        "prohibit", "prevent", "preclud", "forbid", "restrict", "limit", "constru", "confer",
                        "grant",
                        "give", "oblig", "requir", "affect", "deem", "creat", "stop", "contain",
                    ].contains { word.hasPrefix($0) }
                }
                if verb == nil { words[place].letters = none }
            default: break
            }
        }
    }

    /// Whether words that are said plainly call something not prohibited.
    static func releases(_ words: ArraySlice<Word>) -> Bool {
        words.indices.contains { place in
            words[place].letters == indeed
                && words[(place + 1)...].prefix(2).contains { $0.letters == allowed }
        }
    }

    private static func isBar(_ word: String) -> Bool {
        [
            "prohibit", "prohibits", "prohibited", "forbid", "forbids", "forbidden", "prevent", "prevents",
            "prevented", "preclude", "precludes", "precluded", "barred", "banned", "disallowed",
        ].contains(word)
    }

    private static let modals: Set<String> = ["may", "must", "shall", "can", "will", "should"]
    private static let indeed = Array("indeed".utf8)
    private static let allowed = Array("allowed".utf8)
    private static let none = Array("none".utf8)
}

extension Int {
    /// The next place after this one, within a number of words, whose word fits.
    fileprivate func next(in words: [Word], within count: Int, where fits: (String) -> Bool) -> Int? {
        (self + 1..<Swift.max(self + 1, Swift.min(words.count, self + 1 + count))).first {
            fits(words[$0].text)
        }
    }
}

extension [Word] {
    fileprivate func text(_ place: Int) -> String? { indices.contains(place) ? self[place].text : nil }
}
