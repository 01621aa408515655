/// The clauses of a text, and its passages in order.
package struct Outline: Sendable {
    package let text: PaperText
    package private(set) var clauses: [Clause] = []
    private(set) var passages: [Passage] = []

    /// Reads the structure of `text`: numbers, letters, headings, bullets, wrapped lines, sentences and
    /// enumerations inside a sentence.
    package init(_ text: PaperText) {
        self.text = text
        var builder = OutlineBuilder(text)
        builder.build()
        clauses = builder.clauses
        passages = builder.passages
    }

    /// The passages of one clause and of what is subordinate to it.
    func passages(inClauseOf passage: Passage) -> [Passage] {
        let base = Outline.base(of: passage.clause)
        return passages.filter { Outline.base(of: $0.clause) == base }
    }

    /// The number of a clause without its letters: `2` of `2(b)`.
    package static func base(of number: String) -> String {
        guard let mark = number.firstIndex(of: "("), mark > number.startIndex else { return number }
        return String(number[..<mark])
    }
}
