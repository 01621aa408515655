/// What an agreement calls the information that is to be kept secret, whatever the name: "Protected
/// Information", "Project Material", "NPI".
struct SecretTerms {
    /// The terms, each as its words in lower case and singular.
    private var terms: [[String]] = []
    /// The numbers of the passages that give such a term its meaning.
    private(set) var definitions: [Int] = []

    init(_ outline: Outline) {
        var quoted: [(term: [Word], passage: Int, isGiven: Bool)] = []
        for (index, passage) in outline.passages.enumerated() {
            for span in Self.quotedTerms(outline.text.scalars, passage.range) {
                quoted.append((span.term, index, span.isGiven))
            }
            if let term = Self.leadingTerm(outline.text.scalars, passage) {
                quoted.append((term, index, true))
            }
        }
        var known: Set<[String]> = []
        var giving: Set<Int> = []
        for (term, passage, isGiven) in quoted where Self.isSecret(term.map(\.text)) {
            known.insert(term.map { Self.singular($0.text) })
            if isGiven { giving.insert(passage) }
        }
        for (term, passage, isGiven) in quoted {
            let name = term.map { Self.singular($0.text) }
            guard isGiven, !known.contains(name) else { continue }
            let isAlias = giving.contains(passage) && term.count == 1 && Self.isAbbreviation(term[0], outline)
            let isMaterial =
                Self.material.contains(name.last ?? "") && Self.open.isDisjoint(with: name)
                && outline.passages.contains { Self.keeps(name, secretIn: $0) }
            guard isAlias || isMaterial else { continue }
            known.insert(name)
            giving.insert(passage)
        }
        terms = known.sorted { $0.count > $1.count }
        definitions = giving.sorted()
    }

    /// Puts the plain words for secret information in the place of its names.
    func replace(_ words: inout [Word]) {
        for start in words.indices where words[start].capital {
            for term in terms where start + term.count <= words.count {
                guard term.indices.allSatisfy({ Self.singular(words[start + $0].text) == term[$0] }) else {
                    continue
                }
                if term.count > 1 { words[start].letters = Self.confidential }
                words[start + term.count - 1].letters = Self.information
                break
            }
        }
    }

    private static let confidential = Array("confidential".utf8)
    private static let information = Array("information".utf8)

    /// Whether a name says by itself that what it names is secret.
    private static func isSecret(_ name: [String]) -> Bool {
        if name == ["secret"] || name == ["secrets"] { return true }
        guard let last = name.last, name.count >= 2, material.contains(singular(last)) else { return false }
        return name.dropLast().contains {
            [
                "confidential", "proprietary", "protected", "nonpublic", "public", "sensitive", "secret",
                "private",
                "restricted",
            ]
            .contains($0)
        } && name[0] != "public" && !name.contains("health") && !name.contains("personal")
    }

    private static let material: Set<String> = [
        "information", "content", "material", "data", "document", "secret", "item", "asset", "file", "paper",
        "matter", "record", "knowledge", "detail",
    ]
    /// What begins the name of something that is bound by rules of its own.
    private static let open: Set<String> = ["personal", "public", "health", "business", "work"]

    private static func isAbbreviation(_ word: Word, _ outline: Outline) -> Bool {
        let scalars = outline.text.scalars[word.range]
        return (2...6).contains(scalars.count) && scalars.allSatisfy(\.properties.isUppercase)
    }

    /// Whether a passage demands that what goes by a name is kept from others.
    private static func keeps(_ name: [String], secretIn passage: Passage) -> Bool {
        let texts = passage.words.map { singular($0.text) }
        guard
            texts.indices.contains(where: { start in
                passage.words[start].capital && texts[start...].starts(with: name)
            })
        else { return false }
        let forbids = texts.contains { ["not", "no", "never", "without", "nobody", "nor"].contains($0) }
        let discloses = texts.contains { word in
            [
                "disclos", "reveal", "divulg", "publish", "forward", "share", "pass", "release", "give",
                "given", "hand",
                "provide", "transfer", "communicat", "supply", "available",
            ].contains {
                word.hasPrefix($0)
            }
        }
        return forbids && discloses
            || texts.contains { ["confidential", "confidence", "secret", "secrecy"].contains($0) }
    }

    private static func singular(_ word: String) -> String {
        word.utf8.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    /// The terms in quotation marks, with whether the passage gives them their meaning there.
    private static func quotedTerms(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>
    ) -> [(term: [Word], isGiven: Bool)] {
        var found: [(term: [Word], isGiven: Bool)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let closers = quotes[scalars[index]] else {
                index += 1
                continue
            }
            let start = index + 1
            let limit = min(range.upperBound, start + 60)
            guard let end = (start..<max(start, limit)).first(where: { closers.contains(scalars[$0]) }) else {
                index += 1
                continue
            }
            let term = words(of: scalars, in: start..<end)
            let isPlain = term.count == 2 && isSecret(term.map(\.text))
            if (1...5).contains(term.count), term[0].capital || isPlain {
                let before = words(of: scalars, in: max(range.lowerBound, index - 40)..<index).suffix(2)
                let after = words(of: scalars, in: (end + 1)..<min(range.upperBound, end + 60)).prefix(5)
                // "'Secret' in this letter: ..." gives a meaning as "'Secret': ..." does.
                let gap = scalars[(end + 1)..<min(range.upperBound, end + 24)]
                let isNamed =
                    index > range.lowerBound && scalars[index - 1] == "("
                    || before.contains { calls.contains($0.text) }
                found.append(
                    (term, isNamed || gap.contains(":") || after.contains { means.contains($0.text) }))
            }
            index = end + 1
        }
        return found
    }

    /// The term that a row of a table or a line of a list explains: "Client Materials | all briefs", "Secrets: ...".
    private static func leadingTerm(_ scalars: [Unicode.Scalar], _ passage: Passage) -> [Word]? {
        let own = passage.words[passage.ownStart...]
        let name = own.prefix { $0.capital }
        for count in stride(from: min(5, name.count), to: 0, by: -1) {
            let term = Array(name.prefix(count))
            guard own.count > count + 2, let last = term.last else { continue }
            let next = own[own.startIndex + count].range.lowerBound
            guard last.range.upperBound < next else { continue }
            let gap = scalars[last.range.upperBound..<next]
            guard gap.contains(where: { $0 == "|" || $0 == ":" }), !gap.contains("\n") else { continue }
            return material.contains(singular(term[count - 1].text)) ? term : nil
        }
        return nil
    }

    private static let quotes: [Unicode.Scalar: [Unicode.Scalar]] = [
        "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"], "‘": ["’"],
    ]
    private static let calls: Set<String> = [
        "are", "is", "as", "called", "together", "collectively", "or", "term", "the", "be", "constitute",
        "constitutes", "each",
    ]
    private static let means: Set<String> = [
        "means", "mean", "includes", "include", "is", "are", "covers", "comprises", "refers", "denotes",
        "has", "shall", "signifies", "consists",
    ]
}
