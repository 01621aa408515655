/// What one part of an agreement says that another part relies on: defined terms, the variables of a cover
/// page, and rules that hold for every notice or approval.
struct DocumentFacts {
    let outline: Outline
    /// Whether approvals and requests must be in writing throughout.
    let approvalsInWriting: Bool
    /// Who is who.
    let parties: Parties
    private let defined: [String: [Word]]

    init(_ outline: Outline) {
        self.outline = outline
        parties = Parties(outline)
        var defined: [String: [Word]] = [:]
        var inWriting = false
        for passage in outline.passages {
            let own = Array(passage.words[passage.ownStart...])
            let texts = own.map(\.text)
            if passage.isDefinition,
                let verb = texts.firstIndex(where: { ["means", "mean", "is", "are", "refers"].contains($0) }),
                verb > 0, verb < 8
            {
                defined[texts[..<verb].filter { $0 != "shall" && $0 != "will" }.joined(separator: " ")] =
                    Array(own[(verb + 1)...])
            }
            let names = ["approvals", "approval", "consents", "consent", "permissions"]
            if texts.contains(where: names.contains), texts.contains("notices") || texts.contains("notice"),
                texts.contains("writing") || texts.contains("written")
            {
                inWriting = true
            }
            let section = passage.section.map(\.text).joined(separator: " ")
            if !section.isEmpty, passage.section.count <= 6 {
                // Of the choices on a cover page the ticked one counts, else the first.
                let isTicked = outline.text.scalars[passage.range].prefix(5).map { $0 }.contains("x")
                if defined[section] == nil || isTicked { defined[section] = own }
            }
            // "| Term | two years |"
            let bars = outline.text.scalars[passage.range].indices.filter { outline.text.scalars[$0] == "|" }
            if let middle = bars.first(where: { bar in own.contains { $0.range.upperBound <= bar } }) {
                let name = own.filter { $0.range.upperBound <= middle }
                let value = own.filter { $0.range.lowerBound > middle }
                let key = name.map(\.text).joined(separator: " ")
                if (1...5).contains(name.count), !value.isEmpty, defined[key] == nil { defined[key] = value }
            }
            // "Governing Law: England"
            if let colon = outline.text.scalars[passage.range].firstIndex(of: ":") {
                let name = own.filter { $0.range.upperBound <= colon }
                let value = own.filter { $0.range.lowerBound > colon }
                if (1...5).contains(name.count), !value.isEmpty, name.allSatisfy(\.capital) {
                    let key = name.map(\.text).joined(separator: " ")
                    if defined[key] == nil { defined[key] = value }
                }
            }
        }
        self.defined = defined
        approvalsInWriting = inWriting
    }

    /// What the agreement says `name` means: its words, or nil.
    func meaning(of name: String) -> [Word]? {
        let key = name.lowercased()
        return defined[key] ?? defined["the " + key] ?? defined["a " + key]
    }

    /// A capitalized variable after `index`, such as "the Term of Confidentiality".
    func variable(in words: [Word], after index: Int) -> String? {
        var start = index
        while start < words.count, start - index < 4, ["the", "a", "applicable"].contains(words[start].text) {
            start += 1
        }
        guard start < words.count, words[start].capital else { return nil }
        var end = start
        while end < words.count {
            let joins =
                ["of", "and"].contains(words[end].text) && end + 1 < words.count && words[end + 1].capital
            guard words[end].capital || joins, adjacent(words, end, start) else { break }
            end += 1
        }
        let range = words[start].range.lowerBound..<words[end - 1].range.upperBound
        return outline.text.slice(range)
    }

    private func adjacent(_ words: [Word], _ index: Int, _ start: Int) -> Bool {
        guard index > start else { return true }
        let gap =
            words[index - 1].range
            .upperBound..<max(words[index].range.lowerBound, words[index - 1].range.upperBound)
        return !outline.text.scalars[gap].contains { ".,;:()".unicodeScalars.contains($0) }
    }

    /// Whether a sentence says what the other side does: its first words name it, then a duty.
    func isTheirDuty(_ passage: Passage) -> Bool {
        guard let subject = parties.subject(of: passage), subject.side == .them else { return false }
        let texts = passage.words.map(\.text)
        let duty = ["will", "shall", "must", "may", "agrees", "has", "acknowledges", "instructs"]
        guard subject.verb < texts.count, duty.contains(texts[subject.verb]) else { return false }
        // What they may ask of us, we have to do.
        let asks: Set<String> = ["ask", "require", "request", "instruct", "direct", "demand"]
        if texts[subject.verb...].prefix(5).contains(where: asks.contains) { return false }
        // "The discloser may ask, and the recipient shall return" binds us all the same.
        return !texts.indices.dropFirst(subject.verb).contains { place in
            guard let other = parties.side(in: texts, at: place), other.side == .us else { return false }
            return texts[other.verb...].prefix(2).contains { ["shall", "will", "must"].contains($0) }
        }
    }

    /// Whether a sentence says what the other side may do or does itself: "Agency may use AI systems".
    ///
    /// What it permits, approves or agrees to is for us.
    func isTheirRight(_ passage: Passage) -> Bool {
        guard let subject = parties.subject(of: passage), subject.side == .them else { return false }
        let verbs = passage.words[subject.verb...].prefix(6).map(\.text)
        return !verbs.contains { verb in
            [
                "permit", "allow", "approv", "agree", "consent", "authori", "grant", "releas", "object",
                "has", "have", "does",
            ]
            .contains { verb.hasPrefix($0) }
        }
    }
}
