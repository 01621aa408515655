/// Who an agreement binds as us and who stands on the other side, by the names it gives them.
///
/// A right or a duty of the other side is none of ours: "Agency may use AI systems" permits us nothing.
struct Parties {
    enum Side: Equatable {
        case us, them
    }

    /// The names, each as its words in lower case, with the side it stands on.
    private var names: [(name: [String], side: Side)] = []

    init(_ outline: Outline) {
        let sentences = outline.passages.map { passage in
            passage.words[passage.ownStart...].map(\.text)
        }
        var given = Array(Self.givenNames(outline).prefix(Self.mostNames))
        for pronoun in [["you"], ["we"], ["i"]] { given.append(pronoun) }
        var scores: [(name: [String], score: Int, known: Side?)] = []
        for name in given where !scores.contains(where: { $0.name == name }) {
            let score = sentences.reduce(0) { $0 + Self.duties(of: name, in: $1) }
            scores.append((name, score, Self.known(name)))
        }
        for each in scores {
            if let known = each.known { names.append((each.name, known)) }
        }
        // Who a paper's duties of secrecy fall on most is us; a party that owes none stands across the table.
        let open = scores.filter { $0.known == nil }
        let most = open.map(\.score).max() ?? 0
        let isOursKnown = scores.contains { $0.known == .us && $0.score > 0 }
        for each in open {
            if each.score == 0, most > 0 || isOursKnown {
                names.append((each.name, .them))
            } else if each.score > 0, each.score == most, !isOursKnown {
                names.append((each.name, .us))
            }
        }
        for name in Self.usual where !names.contains(where: { $0.name == name.name }) { names.append(name) }
        names.sort { $0.name.count > $1.name.count }
    }

    /// The side that a sentence's subject stands on, and where its verb begins; nil where it names neither.
    func subject(of passage: Passage) -> (side: Side, verb: Int)? {
        let texts = passage.words.map(\.text)
        var start = passage.ownStart
        let openers: Set<String> = [
            "the", "each", "in", "addition", "however", "further", "also", "then", "and",
        ]
        while start < texts.count, openers.contains(texts[start]) { start += 1 }
        return side(in: texts, at: start)
    }

    /// The side of the name that stands at `place`, and where what follows it begins.
    func side(in texts: [String], at place: Int) -> (side: Side, verb: Int)? {
        guard place < texts.count else { return nil }
        for each in names where texts[place...].starts(with: each.name) {
            return (each.side, place + each.name.count)
        }
        return nil
    }

    /// Takes a party's name out of the words that cues know as any person's: the Contractor is none of the
    /// contractors to whom something may be shown.
    func mask(_ words: inout [Word]) {
        for place in words.indices where words[place].capital && Self.persons.contains(words[place].text) {
            if names.contains(where: { $0.name == [words[place].text] }) { words[place].letters = Self.party }
        }
    }

    private static let party = Array("theparty".utf8)
    private static let persons: Set<String> = [
        "contractor", "consultant", "advisor", "adviser", "agent", "representative", "employee", "provider",
        "translator", "supplier", "worker",
    ]

    /// Names that stand on one side whatever the paper.
    private static let usual: [(name: [String], side: Side)] =
        [
            "recipient", "receiver", "receiving party", "contractor", "consultant", "provider",
            "service provider", "supplier", "freelancer", "processor", "business associate", "subcontractor",
            "translator", "interpreter", "tester", "advisor", "adviser",
        ].map { ($0.split(separator: " ").map(String.init), .us) }
        + [
            "company", "customer", "client", "discloser", "disclosing party", "controller", "covered entity",
            "publisher", "principal",
        ].map { ($0.split(separator: " ").map(String.init), .them) }

    private static func known(_ name: [String]) -> Side? { usual.first { $0.name == name }?.side }

    /// How many duties of secrecy or care a sentence puts on a name.
    private static func duties(of name: [String], in texts: [String]) -> Int {
        let duty: Set<String> = [
            "shall", "must", "will", "agree", "agrees", "undertake", "undertakes", "covenants", "warrants",
        ]
        let matters = [
            "confiden", "secre", "disclos", "information", "material", "data", "ai", "aitool", "tool", "llm",
            "generative", "copy", "destroy", "delete", "return",
        ]
        guard texts.contains(where: { text in matters.contains { text.hasPrefix($0) } }) else { return 0 }
        return texts.indices.count { place in
            guard texts[place...].starts(with: name) else { return false }
            let rest = texts[(place + name.count)...].prefix(2)
            return rest.first.map(duty.contains) ?? false || Array(rest) == ["may", "not"]
                || Array(rest) == ["do", "not"]
        }
    }

    /// The names that the opening of the agreement gives in quotation marks or alone in brackets.
    private static func givenNames(_ outline: Outline) -> [[String]] {
        let scalars = outline.text.scalars
        let limit = min(scalars.count, opening)
        var found: [[String]] = []
        var index = 0
        while index < limit {
            guard scalars[index] == "(",
                let close = (index..<min(scalars.count, index + 80)).first(where: {
                    scalars[$0] == ")"
                })
            else {
                index += 1
                continue
            }
            let inner = words(of: scalars, in: index..<close)
            let isQuoted = scalars[index..<close].contains { "\"“”„'‘’".unicodeScalars.contains($0) }
            let name = inner.filter {
                !["the", "a", "an", "each", "hereinafter", "as", "called"].contains($0.text)
            }
            if (1...3).contains(name.count),
                name.allSatisfy({ $0.capital || $0.text == "we" || $0.text == "you" }),
                isQuoted || inner.count == name.count
            {
                found.append(name.map(\.text))
            }
            index = close + 1
        }
        return found.filter { name in
            ![
                "agreement", "deed", "contract", "information", "purpose", "date", "services", "parties",
                "term", "work",
            ]
            .contains(name[name.count - 1])
        }
    }

    /// How far the naming of the parties reaches, in scalars.
    private static let opening = 2500
    /// More parties than any agreement names, so that no text costs more than its length.
    private static let mostNames = 12
}
