import Permits

extension State {
    /// Opens the form of something to add to the client whose page is there.
    mutating func openForm(_ addition: ClientState.Addition) -> [Effect] {
        guard let page = client.page else { return [] }
        let id = page.client.id
        switch addition {
        case .edit: return openForm(.client(page.client))
        case .engagement: return openForm(.engagement(nil, client: id))
        case .agreement:
            // The paper that binds the job now is changed; where there is none, one is recorded.
            let paper = page.agreements.first { !$0.archived && [.nda, .msa, .sow].contains($0.kind) }
            return openForm(.agreement(paper, client: id))
        case .agreementByHand: return openForm(.agreement(nil, client: id))
        case .paper: return askForPaper(id)
        case .obligation:
            var agreement = page.agreements.first {
                !$0.archived && ($0.client ?? ClientPage.everybody) == id
            }
            switch clientItem {
            case .agreement(let chosen): agreement = chosen
            case .obligation(_, let chosen): agreement = page.agreements.first { $0.id == chosen }
            default: break
            }
            guard let agreement else {
                notice = Notice("A term belongs to an agreement: record one first with o.", isFault: true)
                return []
            }
            return openForm(.obligation(nil, agreement: agreement.id))
        case .fact:
            var terms = page.agreements.filter { !$0.archived && $0.kind == .vendorTerms }
            switch clientItem {
            case .agreement(let chosen): terms = terms.filter { $0.id == chosen.id } + terms
            case .fact(_, let chosen, _): terms = terms.filter { $0.id == chosen } + terms
            default: break
            }
            guard let agreement = terms.first else {
                notice = Notice(
                    "A signed fact belongs to an agreement of the kind vendor-terms: add that first with n.",
                    isFault: true)
                return []
            }
            return openForm(.fact(nil, agreement: agreement.id))
        case .consent: return openForm(.consent(nil, client: id))
        case .account: return openForm(.account(nil, client: id))
        }
    }

    /// Opens the form of an item that is there.
    mutating func openForm(editing item: Change) -> [Effect] {
        switch item {
        case .client(let item): openForm(.client(item))
        case .engagement(let item, let client): openForm(.engagement(item, client: client))
        case .agreement(let item):
            openForm(.agreement(item, client: item.client ?? client.id ?? ClientPage.everybody))
        case .obligation(let item, let agreement): openForm(.obligation(item, agreement: agreement))
        case .consent(let item): openForm(.consent(item, client: item.client))
        case .account(let item): openForm(.account(item, client: item.client))
        case .review(let item, _): openForm(.review(surface: item.surface, before: item), key: item.key)
        case .fact(let item, let agreement, _): openForm(.fact(item, agreement: agreement))
        case .surface(let draft): openForm(.surface(draft.surface))
        case .settings(let item): openForm(.settings(item))
        }
    }

    /// Opens a form.
    ///
    /// - Parameter key: the fact that a review is about.
    mutating func openForm(_ subject: Form.Subject, key: FactKey? = nil) -> [Effect] {
        let page = client.page
        switch subject {
        case .client(let item):
            form = .client(item, taken: Set(roster.entries.map(\.id)), tags: Set(roster.entries.map(\.tag)))
        case .engagement(let item, let owner):
            form = .engagement(item, client: owner, taken: Set(page?.client.engagements.map(\.id) ?? []))
        case .agreement(let item, let owner):
            form = .agreement(item, client: owner, page: page, tools: tools, job: jobToWeigh(owner))
        case .obligation(let item, let agreement):
            form = .obligation(
                item, agreement: agreement,
                taken: Set(page?.agreements.flatMap { $0.obligations.map(\.id) } ?? []),
                tools: tools, job: (page?.client.id ?? current?.client).flatMap(jobToWeigh))
        case .consent(let item, let owner):
            form = .consent(
                item, client: owner, page: page, tools: tools, today: today, job: jobToWeigh(owner))
            if item == nil, let wanted = client.consent { form?.fill(in: wanted) }
            client.consent = nil
        case .account(let item, let owner):
            form = .account(
                item, client: owner, page: page, tools: tools, roster: roster, job: jobToWeigh(owner))
        case .review(let surface, let before):
            form = .review(
                surface: surface, name: name(of: surface), before: before, key: key, today: today,
                job: current)
        case .fact(let item, let agreement):
            let vendor = page?.agreements.first { $0.id == agreement }?.vendor
            let theirs = tools.filter { $0.id.hasPrefix("\(vendor ?? "").") }
            form = .fact(item, agreement: agreement, tools: theirs.isEmpty ? tools : theirs, job: current)
        case .surface(let item):
            let vendor = item.map { item in catalog.surface.map(\.vendor) ?? item.vendor }
            form = .surface(item, vendor: vendor, taken: Set(tools.map(\.id)))
        case .settings(let item): form = .settings(item, job: current)
        }
        asked.weighed = nil
        return open(.form)
    }

    private func jobToWeigh(_ owner: String) -> Job? {
        if owner == ClientPage.everybody { return current }
        if let current, current.client == owner { return current }
        return roster[owner]?.job ?? Job(client: owner)
    }

    /// Goes to another choice of the field, or marks it, or opens its list.
    ///
    /// - Parameter step: how far to go; 0 marks or opens.
    mutating func choose(by step: Int) -> [Effect] {
        guard let form, var field = form.fields[at: form.focus], !field.isText else { return [] }
        guard field.isInline else {
            if step == 0 { openList() }
            return []
        }
        let options = field.options
        switch field.kind {
        case .flag: field.chosen = field.chosen.isEmpty ? ["yes"] : []
        case .choice:
            let place = options.firstIndex { field.chosen.contains($0.id) }
            let next = place.map { ($0 + (step == 0 ? 1 : step) + options.count) % options.count } ?? 0
            field.chosen = [options[next].id]
        default: return []
        }
        return put(field, in: form)
    }

    /// Takes one of the choices that stand side by side.
    mutating func choose(option: Int) -> [Effect] {
        guard let form, var field = form.fields[at: form.focus], let chosen = field.options[at: option] else {
            return []
        }
        if field.kind == .flag { return choose(by: 0) }
        field.chosen = [chosen.id]
        return put(field, in: form)
    }

    /// Puts the changed field back that has the keys.
    private mutating func put(_ field: Field, in form: Form) -> [Effect] {
        var (form, field) = (form, field)
        field.complaint = nil
        form.fields[form.focus] = field
        form.isChanged = true
        self.form = form
        return []
    }

    /// Opens the list of the field's options.
    mutating func openList() {
        guard let form, let field = form.fields[at: form.focus] else { return }
        var takesSeveral = false
        if case .several = field.kind { takesSeveral = true }
        var pick = Pick(
            title: field.label, options: field.options, purpose: .field(form.focus),
            takesSeveral: takesSeveral,
            chosen: Set(field.chosen))
        pick.row = field.options.firstIndex { field.chosen.contains($0.id) } ?? 0
        overlay = .pick(pick)
    }

    /// Takes what is chosen in a list.
    mutating func pickChosen() -> [Effect] {
        guard case .pick(let pick) = overlay else { return [] }
        let option = pick.left[at: pick.row]
        overlay = nil
        switch pick.purpose {
        case .field(let place):
            guard var form, form.fields.indices.contains(place) else { return [] }
            if pick.takesSeveral {
                // Where nothing was ever marked, the row itself is meant.
                let chosen =
                    pick.chosen.isEmpty && !pick.isMarked ? Set(option.map { [$0.id] } ?? []) : pick.chosen
                form.fields[place].chosen = pick.options.map(\.id).filter(chosen.contains)
            } else if let option {
                form.fields[place].chosen = [option.id]
            }
            form.fields[place].complaint = nil
            form.isChanged = true
            self.form = form
            return []
        case .addition:
            guard let addition = option.flatMap({ ClientState.Addition(rawValue: $0.id) }) else { return [] }
            return openForm(addition == .agreement ? .agreementByHand : addition)
        case .text(let isAnswer):
            switch option?.id {
            case "clipboard": return isAnswer ? takeAnswer(.clipboard) : takeText(.clipboard)
            case "file":
                overlay = .prompt(
                    Prompt(
                        title: isAnswer ? "Which answer?" : "Which text?",
                        purpose: .textFile(isAnswer: isAnswer)))
            case "paste":
                redaction.takesAnswer = true
                notice = Notice("Paste the answer now.")
            default: break
            }
            return []
        case .term(let term):
            return option.flatMap { TermList(rawValue: $0.id) }.map { learn(term, $0) } ?? []
        case .paper:
            guard let option, let client = paper.client else { return [] }
            if option.id == "hand" { return whenKnown(client, .agreementByHand) }
            if option.id.hasPrefix("form ") { return readPaper(.form(String(option.id.dropFirst(5)))) }
            overlay = .prompt(Prompt(title: "Which paper?", purpose: .paper, typed: "~/"))
            return []
        case .fact:
            guard let option else { return [] }
            overlay = .prompt(
                Prompt(
                    title: factWords(option.id), purpose: .fact(option.id),
                    typed: paper.facts[option.id] ?? ""))
            return []
        case .paperKind:
            guard let kind = option.flatMap({ Agreement.Kind(rawValue: $0.id) }) else { return [] }
            paper.recordedAs = kind
            paper.isChanged = true
            redraft()
            return []
        case .route(let surface):
            guard let option else { return [] }
            matrix.routes[surface] = option.id
            asked.jobs = []
            asked.request = nil
            guard place == .why, var request = why.request else { return [] }
            request.route = option.id
            return explain(request)
        }
    }

    /// Saves the open form, or goes to the first field that is wrong.
    mutating func saveForm() -> [Effect] {
        guard let form, !form.isSaving else { return [] }
        guard let change = form.change(today: today) else {
            self.form?.showsFaults = true
            if let fault = form.firstFault(today: today) {
                self.form?.focus = fault
                notice = Notice("Not saved: \(form.fault(at: fault, today: today) ?? "")", isFault: true)
            }
            return []
        }
        self.form?.isSaving = true
        undo = Undo(change: form.reversal(of: change), words: "\(change.noun) \(change.id)")
        return [.save(change)]
    }
}
