/// The clauses of a text, and its passages in order.
package struct Outline: Sendable {
    package let text: PaperText
    package private(set) var clauses: [Clause] = []
    private(set) var passages: [Passage] = []
    private var byBase: [String: [Int]] = [:]

    /// Reads the structure of `text`: numbers, letters, headings, bullets, wrapped lines, sentences and
    /// enumerations inside a sentence.
    package init(_ text: PaperText) {
        self.text = text
        var builder = OutlineBuilder(text)
        builder.build()
        clauses = builder.clauses
        passages = builder.passages
        for (index, passage) in passages.enumerated() {
            byBase[Outline.base(of: passage.clause), default: []].append(index)
        }
    }

    /// The passages of one clause and of what is subordinate to it.
    func passages(inClauseOf passage: Passage) -> [Passage] {
        (byBase[Outline.base(of: passage.clause)] ?? []).prefix(400).map { passages[$0] }
    }

    /// The number of a clause without its letters: `2` of `2(b)`.
    package static func base(of number: String) -> String {
        guard let mark = number.firstIndex(of: "("), mark > number.startIndex else { return number }
        return String(number[..<mark])
    }
}

extension Outline {
    /// The share of the text, by length, that stands in sentences which begin and end like sentences: how
    /// rightly a printed page was read.
    package var cleanness: Double {
        var clean = 0
        var all = 0
        for (index, passage) in passages.enumerated() where passage.words.count - passage.ownStart >= 4 {
            let length = passage.range.count
            all += length
            let scalars = text.scalars[passage.range]
            guard let last = scalars.last(where: { !"\"'”’)]*_ ".unicodeScalars.contains($0) }) else {
                continue
            }
            let ends = ".:;?!,".unicodeScalars.contains(last) || isFollowed(index)
            let first = scalars.first { isWordScalar($0) }
            let begins = !(first?.properties.isLowercase ?? true) || passage.ownStart > 0
            var blanks = 0
            let gaps = scalars.count { scalar in
                blanks = scalar == " " ? blanks + 1 : 0
                return blanks == 4
            }
            if ends, begins, gaps == 0 { clean += length }
        }
        return all == 0 ? 0 : Double(clean) / Double(all)
    }

    /// Whether another item of the same sentence follows, so that no stop was due.
    private func isFollowed(_ index: Int) -> Bool {
        index + 1 < passages.count && passages[index + 1].sentence == passages[index].sentence
    }
}
