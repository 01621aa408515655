/// What the classifier tells sentences apart by.
///
/// The words of a passage without their endings, each pair of neighbors, the classes of the grammar that its words
/// belong to, and the words of its introduction and of the headings that it stands under. Names of parties, tools and
/// secrets are seen as the cues see them, so that what an agreement calls them does not matter.
package struct Features {
    private let grammar: Grammar
    /// What is known of a word: what it is without its ending, and the classes it belongs to.
    private var known: [[UInt8]: (stem: String, classes: [String])] = [:]

    package init() { grammar = .shared }

    /// The passages of an agreement that can be clauses, each with its features.
    ///
    /// - Parameter outline: the agreement.
    package static func all(of outline: Outline) -> [(range: Range<Int>, features: Set<String>)] {
        let secrets = SecretTerms(outline)
        let topics = Topics(outline, Grammar.shared.lexicon, secrets)
        let facts = DocumentFacts(outline)
        var features = Features()
        return outline.passages.indices.filter { Reading.isClause(outline.passages[$0]) }.map { index in
            var said = topics.cueWords(of: index)
            facts.parties.mask(&said)
            let passage = outline.passages[index]
            return (passage.range, features.of(said, passage))
        }
    }

    /// The features of a passage whose words the cues see as `said`.
    mutating func of(_ said: [Word], _ passage: Passage) -> Set<String> {
        let own = said[passage.ownStart...].prefix { $0.letters != Topics.gap }.prefix(Self.most)
        var features: Set<String> = []
        var before: String?
        for word in own {
            let (stem, classes) = lookUp(word)
            features.insert(stem)
            if let before { features.insert("\(before) \(stem)") }
            before = stem
            features.formUnion(classes)
        }
        for word in said[..<passage.ownStart].suffix(Self.mostBefore) {
            features.insert("<\(lookUp(word).stem)")
        }
        for word in passage.section.suffix(Self.mostAbove) { features.insert("#\(lookUp(word).stem)") }
        return features
    }

    private mutating func lookUp(_ word: Word) -> (stem: String, classes: [String]) {
        if let found = known[word.letters] { return found }
        let classes = grammar.classNumbers.filter {
            grammar.lexicon.elements[$0.element].fits(word.letters)
        }
        let found = (stem: Self.stem(word.text), classes: classes.map { "@\($0.name)" })
        known[word.letters] = found
        return found
    }

    /// Words of a passage, of its introduction and of its headings that are looked at.
    private static let most = 90
    private static let mostBefore = 25
    private static let mostAbove = 8

    /// A word without its ending; a number is a number.
    static func stem(_ word: String) -> String {
        if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return "0" }
        for ending in endings where word.utf8.count >= ending.utf8.count + 3 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    private static let endings = [
        "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "ly", "er", "s",
        "e", "y",
    ]
}
