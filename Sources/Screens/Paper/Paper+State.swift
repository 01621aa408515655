import Papers
import Permits

/// What a day that every paper may need is called; a form's variable has its own name.
func factWords(_ name: String) -> String { PaperState.days.first { $0.name == name }?.words ?? name }

/// Whether a fact is a day, and not a variable of the form.
func takesDay(_ fact: String) -> Bool {
    PaperState.days.contains { $0.name == fact } || fact.hasSuffix("Date")
}

extension State {
    /// Asks where the paper comes from.
    mutating func askForPaper(_ client: String) -> [Effect] {
        paper.client = client
        return [.loadForms]
    }

    /// Offers a file, the standard forms and the form by hand.
    mutating func offer(_ forms: [Field.Option]) {
        overlay = .pick(
            Pick(
                title: "Record an agreement",
                options: [Field.Option("file", "a signed paper: PDF, DOCX, Markdown or text")]
                    + forms.map { Field.Option("form \($0.id)", $0.title) }
                    + [Field.Option("hand", "by hand, without a document")],
                purpose: .paper))
    }

    /// Reads a paper; the way it says can be stopped.
    mutating func readPaper(_ source: PaperSource) -> [Effect] {
        guard let client = paper.client else { return [] }
        let name =
            switch source {
            case .file(let path): String(path.split(separator: "/").last ?? "the file")
            case .form(let id): id
            }
        busy = "Reading \(name), ^C stops"
        return [.readPaper(source, client: client)]
    }

    /// Opens the screen on a paper that was read.
    mutating func show(_ page: PaperPage) -> [Effect] {
        busy = nil
        paper = PaperState()
        paper.client = page.client
        paper.page = page
        // A form that was chosen by name is known; a file has to be read.
        let isForm = if case .form = page.source { true } else { false }
        paper.marks = page.proposals.map { _ in isForm ? .recorded : .unread }
        // A form is looked through from the top of the list, a file from the top of its text.
        let rows = page.proposals.map { row(of: $0.kind) }
        paper.row = (isForm ? rows.min() : rows.first) ?? 0
        redraft()
        return open(.paper)
    }

    private func row(of kind: ClauseKind) -> Int { ClauseKind.allCases.firstIndex(of: kind) ?? 0 }

    /// Goes to another proposal in the order of the text.
    ///
    /// - Parameter onlyUnread: whether those that are settled are passed over.
    mutating func stepSuggestion(by step: Int, onlyUnread: Bool = false) {
        guard let page = paper.page, !page.proposals.isEmpty else { return }
        let count = page.proposals.count
        let here = paper.chosen ?? (step > 0 ? -1 : 0)
        for distance in 1...count {
            let next = ((here + step * distance) % count + count) % count
            if onlyUnread, paper.marks[at: next] != .unread { continue }
            paper.row = row(of: page.proposals[next].kind)
            paper.suggestion =
                paper.places(of: page.proposals[next].kind).firstIndex(of: next) ?? 0
            return
        }
    }

    /// Settles the shown clause, or the kind where no clause was found, and goes on to the next open one.
    mutating func mark(_ mark: ReadingMark) {
        if let place = paper.chosen {
            paper.marks[place] = mark
            stepSuggestion(by: 1, onlyUnread: true)
        } else if let kind = paper.kind {
            paper.kinds[kind] = mark
            let rest = ClauseKind.allCases.indices.dropFirst(paper.row + 1)
            if let next = rest.first(where: { paper.mark(of: ClauseKind.allCases[$0]) == .unread }) {
                paper.row = next
                paper.suggestion = 0
            }
        }
        paper.isChanged = true
        redraft()
    }

    /// Records every clause that the recognized form states word for word.
    mutating func markUnchanged() {
        guard let page = paper.page, let form = page.recognition else { return }
        for (place, proposal) in page.proposals.enumerated()
        where paper.marks[place] == .unread && !form.deviating.contains(Outline.base(of: proposal.clause)) {
            paper.marks[place] = .recorded
        }
        paper.isChanged = true
        redraft()
        stepSuggestion(by: 1, onlyUnread: true)
    }

    /// Facts by name, in the order in which they are asked for.
    var paperFacts: [String] {
        let variables = paper.page?.variables ?? []
        // The form's own day of effect is the paper's.
        return PaperState.days.map(\.name) + variables.filter { $0 != "Effective Date" }
    }

    /// Offers what can be filled in.
    ///
    /// - Parameter last: the one that was filled in last; the next one is chosen.
    mutating func askForFact(after last: String? = nil) {
        let names = paperFacts
        var pick = Pick(
            title: "Fill in",
            options: names.map {
                Field.Option($0, "\(factWords($0)): \(paper.facts[$0] ?? "not filled in")")
            },
            purpose: .fact)
        pick.row = last.flatMap { names.firstIndex(of: $0) }.map { ($0 + 1).within(names.count) } ?? 0
        overlay = .pick(pick)
    }

    /// Takes a date or a variable in; days may be written in words.
    mutating func setFact(_ name: String, _ text: String) -> [Effect] {
        let isDay = takesDay(name)
        if isDay, !text.isEmpty, readDay(text, today: today) == nil {
            overlay = .prompt(Prompt(title: factWords(name), purpose: .fact(name), typed: text))
            notice = Notice(
                "No such date: \"\(text)\". Write 2027-03-14, 14 mar 2027 or in 2 years.", isFault: true)
            return []
        }
        let value = isDay ? readDay(text, today: today)?.description : text
        paper.facts[name] = value?.isEmpty == true ? nil : value
        paper.isChanged = true
        redraft()
        askForFact(after: name)
        return []
    }

    /// What saving would record, and the dates that follow.
    mutating func redraft() {
        guard let page = paper.page else { return }
        var facts = DateFacts()
        for (name, value) in paper.facts { facts.set(name, value) }
        if let day = paper.facts["effective_date"] { facts.set("Effective Date", day) }
        let kept = page.proposals.indices.filter { paper.marks[at: $0] != .absent }
        let gone = page.proposals.indices.filter { paper.marks[at: $0] == .absent }
        paper.dates = dateSums(kept.map { page.proposals[$0] }, facts)
        let id = fresh("\(page.client)-\(paper.recordedAs.rawValue)", in: page.taken)
        let terms = ProposedAgreement(
            kept.map { page.proposals[$0] }, prefix: id, operatesAs: page.operatesAs, facts: facts)
        let absent = ProposedAgreement(
            gone.map { page.proposals[$0] }, prefix: "\(id)-absent", operatesAs: page.operatesAs)
        var made = Agreement(id: id, kind: paper.recordedAs, client: page.client)
        made.title = page.recognition?.name ?? page.title
        made.effective = facts.days["effective_date"]?.last
        made.signed = facts.days["signed_on"]?.last
        made.lastDisclosure = facts.days["disclosed"]?.max()
        made.terminated = facts.days["terminated_on"]?.last
        if let end = paper.dates.first(where: { $0.name == "term_end" }), case .day(let day) = end.value {
            made.expires = day
        }
        made.survival = terms.survival
        made.tradeSecretsPerpetual = terms.tradeSecretsPerpetual
        made.governingLaw = terms.governingLaw
        if case .file(let path) = page.source {
            made.document = Agreement.Document(path: path, sha256: page.fileHash)
        }
        made.obligations =
            terms.obligations
            + absent.obligations.map { obligation in
                var obligation = obligation
                obligation.archived = true
                return obligation
            }
        paper.read = [:]
        for (obligation, source) in zip(terms.obligations, terms.sources) {
            paper.read[obligation.id] = kept[at: source].flatMap { paper.marks[at: $0] }
        }
        paper.draft = made
    }

    private func fresh(_ id: String, in taken: Set<String>) -> String {
        guard taken.contains(id) else { return id }
        var number = 2
        while taken.contains("\(id)-\(number)") { number += 1 }
        return "\(id)-\(number)"
    }

    /// The job whose answers the draft is weighed against.
    var paperJob: Job? {
        paper.page.map { page in
            if let current, current.client == page.client { return current }
            return roster[page.client]?.job ?? Job(client: page.client)
        }
    }

    /// Records the terms as they were read.
    mutating func savePaper() -> [Effect] {
        guard let draft = paper.draft, !paper.isSaving else { return [] }
        paper.isSaving = true
        undo = Undo(
            change: Change.agreement(draft).archived(), words: "agreement \(draft.id)")
        let kinds = Dictionary(
            ClauseKind.allCases.map { ($0.rawValue, paper.mark(of: $0)) }, uniquingKeysWith: { $1 })
        return [.savePaper(draft, terms: paper.read, kinds: kinds)]
    }
}
