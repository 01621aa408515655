/// What the parts of an agreement are about beyond their own words: which of its terms and headings mean
/// artificial intelligence, so that a clause about "such tools" is read as one.
struct Topics {
    private let outline: Outline
    private let lexicon: Lexicon
    private let element: Int?
    private let secrets: SecretTerms
    /// Terms that the agreement itself gives that meaning, each as its words.
    private var terms: [[String]] = []
    /// Clauses whose heading says so, by number.
    private var headed: Set<String> = []
    private var isWhole = false
    /// Whether any part of the agreement speaks of such systems.
    private var isAnywhere = false
    /// For each passage, whether an earlier one of its clause says so.
    private var follows: [Bool] = []

    init(_ outline: Outline, _ lexicon: Lexicon, _ secrets: SecretTerms) {
        self.outline = outline
        self.secrets = secrets
        self.lexicon = lexicon
        element = lexicon.number(of: "@ai")
        let scalars = outline.text.scalars
        let first = scalars.firstIndex { isWordScalar($0) } ?? 0
        let line = scalars[first...].firstIndex(of: "\n") ?? scalars.count
        let title = words(of: scalars, in: first..<min(line, first + Self.title))
        // A paper on such systems and something else is not about them in every part.
        let others = ["and", "confidential", "nondisclosure", "data", "secrecy", "services"]
        isWhole = names(title) && !title.contains { word in others.contains { word.text.hasPrefix($0) } }
        for clause in outline.clauses {
            guard let title = clause.title, title.utf8.count <= 60 else { continue }
            let start = clause.range.lowerBound
            let own = words(
                of: scalars, in: start..<min(clause.range.upperBound, start + title.unicodeScalars.count))
            if own.count <= 8, names(own) { headed.insert(clause.number) }
        }
        var seen: Set<String> = []
        for passage in outline.passages {
            let own = passage.words[passage.ownStart...]
            let base = Outline.base(of: passage.clause)
            follows.append(seen.contains(base))
            if let term = defined(Array(own), passage.isDefinition) { terms.append(term) }
            if names(own) {
                seen.insert(base)
                isAnywhere = true
            }
        }
    }

    private static let title = 80

    private func names(_ words: some Sequence<Word>) -> Bool {
        guard let element else { return false }
        return words.contains { lexicon.elements[element].fits($0.letters) }
    }

    /// The term that a sentence gives a meaning that speaks of such systems: "AI Tool", "Engine".
    private func defined(_ own: [Word], _ isDefinition: Bool) -> [String]? {
        let verbs: Set<String> = ["means", "mean", "refers", "includes", "is", "are"]
        let quoted = own.firstIndex { verbs.contains($0.text) }
        let end: Int
        if isDefinition, let term = OutlineBuilder.definedTerm(own, outline.text.scalars) {
            end = term
        } else if isDefinition, let quoted, quoted <= 6 {
            end = quoted
        } else if let colon = own.indices.dropFirst().first(where: { !own[$0].capital }), colon <= 4,
            hasColon(own[colon - 1], own[colon])
        {
            end = colon
        } else {
            return nil
        }
        let name = own[..<end].filter(\.capital).map { Self.singular($0.text) }
        let isPlain = name.allSatisfy { Self.plain.contains($0) }
        guard !name.isEmpty, name.count <= 4, !isPlain, names(own[end...].prefix(30)) else { return nil }
        return name
    }

    /// Names that a definition may give to anything.
    private static let plain: Set<String> = [
        "service", "work", "information", "confidential", "data", "client", "customer", "content", "material",
        "deliverable", "agreement", "project", "product", "personal", "proprietary", "protected",
    ]

    private func hasColon(_ left: Word, _ right: Word) -> Bool {
        guard left.range.upperBound < right.range.lowerBound else { return false }
        let gap = outline.text.scalars[left.range.upperBound..<right.range.lowerBound]
        return gap.contains { $0 == ":" || $0 == "|" }
    }

    private static func singular(_ word: String) -> String {
        word.utf8.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    /// Whether a passage speaks of such systems in its own words.
    func isNamed(_ index: Int) -> Bool {
        names(plainWords(of: index)[outline.passages[index].ownStart...])
    }

    /// The words of a passage, said plainly, with `aitool` for the terms that mean such a system.
    private func plainWords(of index: Int) -> [Word] {
        var words = outline.passages[index].words
        replaceTerms(&words)
        Polarity.plain(&words, permits: names(words))
        return words
    }

    /// Whether a passage speaks of such systems itself, or stands under a heading that does.
    func isAbout(_ index: Int) -> Bool {
        isNamed(index) || isHeaded(outline.passages[index])
    }

    /// Whether a passage stands under a heading that speaks of such systems.
    func isHeaded(_ index: Int) -> Bool { isHeaded(outline.passages[index]) }

    /// What a sentence about such systems is likely to be where no cue knows it; nil where it asks for nothing.
    ///
    /// Better a term too strict, for a person to read, than one that is missed.
    func likelyKind(of index: Int) -> ClauseKind? {
        let passage = outline.passages[index]
        let words = plainWords(of: index)
        let all = words.map(\.text)
        let own = Array(all[passage.ownStart...])
        func has(_ beginnings: [String]) -> Bool {
            own.contains { word in beginnings.contains { word.hasPrefix($0) } }
        }
        // "No less than" compares, and forbids nothing.
        let isStrict = all.indices.contains { place in
            Self.strict.contains(all[place]) && !(place + 1 < all.count && all[place + 1] == "less")
        }
        let isNamed = names(words[passage.ownStart...])
        if isStrict {
            if has(["train", "finetun"]) { return .aiNoTraining }
            if has(["retain", "store", "stored", "stores", "logged", "cache"]), has(Self.content) {
                return .aiNoRetention
            }
            // What is not named there has to be put in; "not disclose" alone speaks of people.
            if has(isNamed ? Self.inputs : Self.typed), has(Self.content) { return .aiInputBan }
        }
        guard isNamed else { return nil }
        let tells = has(["disclos"]) && has(["use", "using"]) && !has(Self.content)
        if tells || has(["record", "document", "log", "list", "inform", "tell", "notif"]), !isStrict {
            return .aiUseRecords
        }
        if has(["output", "result", "generated", "produced", "drafted", "created"]),
            has(["check", "review", "verif", "label", "mark", "flag", "responsib", "liab", "human", "person"])
        {
            return .aiOutputRules
        }
        // A ban that says no more is one on the tools themselves.
        if isStrict, own.count > 4 { return .aiUseApproval }
        let permits = own.contains { ["may", "can", "allowed", "permitted", "free"].contains($0) }
        return permits && has(["use", "using", "employ"]) ? .aiConditionalPermission : nil
    }

    private static let strict: Set<String> = [
        "not", "no", "never", "only", "unless", "without", "prohibited", "forbidden", "requires", "neither",
        "nor", "banned", "excluded", "nothing", "except", "refrain", "barred", "precluded", "require",
        "needs",
        "subject", "presupposes", "until", "forbids", "prohibits",
    ]
    private static let inputs = [
        "input", "paste", "upload", "submit", "enter", "feed", "fed", "process", "disclos", "shar",
        "transfer",
        "translat", "transcri", "summari", "provid", "expos", "convey", "copied",
    ]
    private static let typed = [
        "input", "paste", "upload", "submit", "enter", "feed", "fed", "translat", "transcri", "summari",
    ]
    private static let content = [
        "information", "material", "data", "document", "content", "file", "text", "code", "record", "prompt",
        "message", "recording",
    ]

    /// The words of a passage as the cues see them: what means such a system there is the word `aitool`, and
    /// where the passage only hangs on a clause about it, that word stands far behind.
    func cueWords(of index: Int) -> [Word] {
        let passage = outline.passages[index]
        var words = plainWords(of: index)
        secrets.replace(&words)
        if isAnywhere {
            for place in words.indices where Self.singular(words[place].text) == "assistant" {
                words[place].letters = Self.tool
            }
        }
        let own = names(words[passage.ownStart...])
        let headed = isHeaded(passage)
        guard own || headed || follows[index] || names(words) else { return words }
        for place in words.indices {
            let text = Self.singular(words[place].text)
            let pointed =
                place > 0 && Self.pointers.contains(words[place - 1].text)
                || place > 1 && words[place - 2].text == "such" && words[place - 1].text == "a"
            let isTool =
                Self.tools.contains(text) || headed && Self.headedThings.contains(text)
                || pointed && Self.things.contains(text)
            if isTool { words[place].letters = Self.tool }
        }
        guard !own, let last = words.last else { return words }
        let end = last.range.upperBound
        let gap = Word(letters: Self.gap, range: end..<end, capital: false)
        words += Array(repeating: gap, count: Self.distance)
        words.append(Word(letters: Self.tool, range: end..<end, capital: false))
        return words
    }

    private static let tool = Array("aitool".utf8)
    /// The letters of no word.
    static let gap = [UInt8(ascii: "-")]
    /// More words than any cue reaches over.
    private static let distance = 64
    private static let pointers: Set<String> = ["such", "these", "those", "approved", "released", "accepted"]
    private static let headedThings: Set<String> = ["system", "model", "application", "platform", "software"]
    private static let things: Set<String> = [
        "system", "model", "service", "software", "platform", "application",
    ]
    private static let tools: Set<String> = ["tool", "engine", "assistant", "chatbot", "bot", "plugin"]

    private func replaceTerms(_ words: inout [Word]) {
        guard !terms.isEmpty else { return }
        for start in words.indices where words[start].capital {
            for term in terms where start + term.count <= words.count {
                let fits = term.indices.allSatisfy { Self.singular(words[start + $0].text) == term[$0] }
                if fits { words[start + term.count - 1].letters = Self.tool }
            }
        }
    }

    private func isHeaded(_ passage: Passage) -> Bool {
        if isWhole || names(passage.section) { return true }
        var number = Outline.base(of: passage.clause)
        while true {
            if headed.contains(number) { return true }
            guard let dot = number.lastIndex(of: ".") else { return false }
            number = String(number[..<dot])
        }
    }
}
