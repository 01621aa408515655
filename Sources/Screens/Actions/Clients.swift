import Canvas
import Permits

/// Off where no client is chosen.
private let needsClient: @Sendable (State) -> Availability = {
    $0.subjectClient == nil ? .off("no client is chosen") : .ready
}

private let needsPage: @Sendable (State) -> Availability = {
    $0.client.page == nil ? .off("the client is still being read") : .ready
}

extension Action {
    static let clients: [Action] = [
        Action(
            "client.switch", [.enter], "switch", "work for this client from now on, and show it", in: [.home],
            hint: true, when: needsClient
        ) {
            state in
            guard let entry = state.chosenEntry else { return [] }
            return state.switchTo(entry)
        },
        Action("client.new", [.character("n")], "new client", "add a client", in: [.home], hint: true) {
            state in
            state.openForm(.client(nil))
        },
        Action(
            "client.terms", [.character("o")], "NDA terms",
            "record or change what the client's agreement says",
            in: [.home, .client, .why], hint: true, when: needsClient
        ) { state in
            guard let entry = state.subjectClient else { return [] }
            if state.place == .why, let change = state.citedTerm { return state.openForm(editing: change) }
            return state.whenKnown(entry.id, .agreement)
        },
        Action(
            "house.open", [.character("H")], "house rules",
            "what you keep to for every client, and papers with vendors", in: [.home]
        ) { state in
            state.client = ClientState()
            state.client.id = ClientPage.everybody
            return state.open(.client)
        },
        Action(
            "settings.edit", [.character(",")], "settings", "where you work, and how long facts hold",
            in: [.home]
        ) { $0.openForm(.settings($0.settings)) },
        Action(
            "client.pane", [.tab, .backTab], "other side", "to the tools and back", in: [.client],
            when: { $0.client.id == ClientPage.everybody ? .off("there is one side only") : .ready }
        ) { state in
            state.client.pane = 1 - state.client.pane
            return []
        },
        Action(
            "client.permits", [.character("p")], "permits", "which tools this client allows",
            in: [.home, .client],
            hint: true, when: needsClient
        ) { state in
            guard let entry = state.subjectClient else { return [] }
            let job = state.place == .client ? state.clientJob ?? entry.job : entry.job
            let effects = state.use(job)
            if let column = state.matrix.columns.firstIndex(of: job)
                ?? state.matrix.columns.firstIndex(where: { $0.client == entry.id })
            {
                state.matrix.column = column
            }
            return effects + state.open(.matrix)
        },
        Action(
            "client.edit", [.character("e")], "edit", "change the client's name, tag and dictionary",
            in: [.home], when: needsClient
        ) {
            state in
            guard let entry = state.chosenEntry else { return [] }
            return state.whenKnown(entry.id, .edit)
        },
        Action(
            "client.why", [.character("w")], "why", "why the chosen tool has its answer", in: [.client],
            hint: true,
            when: {
                $0.client.pane == 1 && $0.subject != nil
                    ? .ready : .off("no tool is chosen: tab goes to the tools")
            }
        ) { state in
            guard let request = state.subject else { return [] }
            return state.explain(request)
        },
        Action(
            "item.edit", [.character("e")], "edit", "change what is chosen", in: [.client], hint: true,
            when: { state in
                guard state.client.pane == 0 else { return .off("tools are changed under Surfaces") }
                return needsPage(state)
            }
        ) { state in
            if case .empty(_, let addition) = state.clientRows[at: state.client.row] {
                return state.openForm(addition)
            }
            guard let item = state.clientItem else { return [] }
            return state.openForm(editing: item)
        },
        Action(
            "client.open", [.enter], "open", "change what is chosen, or say why a tool has its answer",
            in: [.client], when: needsPage
        ) { state in
            state.perform(id: state.client.pane == 1 ? "client.why" : "item.edit")
        },
        Action(
            "item.new", [.character("n"), .character("a")], "new",
            "add an engagement, agreement, term, consent or account",
            in: [.client], hint: true, when: needsPage
        ) { state in
            guard state.client.id != ClientPage.everybody else {
                state.overlay = .pick(
                    Pick(
                        title: "Add",
                        options: [
                            Field.Option("agreement", "agreement with a vendor, or house rules"),
                            Field.Option("obligation", "obligation (a house rule)"),
                            Field.Option("fact", "signed fact (what a vendor's terms state of a surface)"),
                        ], purpose: .addition))
                return []
            }
            state.overlay = .pick(
                Pick(
                    title: "Add",
                    options: [
                        Field.Option("engagement"), Field.Option("agreement", "agreement by hand"),
                        Field.Option("paper", "agreement from a signed paper or a standard form"),
                        Field.Option("obligation", "obligation (a term of an agreement)"),
                        Field.Option("consent"), Field.Option("account"),
                        Field.Option("fact", "signed fact (what a vendor's terms state of a surface)"),
                    ], purpose: .addition))
            return []
        },
        Action(
            "item.use", [.character("u")], "work on it", "make the chosen engagement the current one",
            in: [.client],
            when: { state in
                if case .engagement = state.clientItem { return .ready }
                return .off("no engagement is chosen")
            }
        ) { state in
            guard case .engagement(let item, let client) = state.clientItem else { return [] }
            return state.use(Job(client: client, engagement: item.id))
        },
        Action(
            "item.archive", [.character("D")], "archive",
            "put away what is chosen; asks for the client's tag first",
            in: [.client], when: needsPage
        ) { state in
            guard let item = state.clientItem, let page = state.client.page else { return [] }
            state.overlay = .confirm(
                Confirm(
                    title: "Archive \(item.noun) \(truncated(state.words(of: item), to: 36, mark: "..."))?",
                    text: "It no longer counts in any answer. The log keeps it, and z takes it back.",
                    tag: page.client.tag, consequence: .archive(item)))
            return []
        },
        Action(
            "client.demo", [.character("d")], "demo", "look around with made-up clients", in: [.home],
            hint: true,
            when: {
                $0.isFirstRun ? .ready : .off("clients are recorded here; run bulkhead demo instead")
            }
        ) { _ in [.openDemo] },
    ]
}

extension State {
    /// Opens a form for a client once its page is there.
    ///
    /// - Parameter consent: what a consent is filled in with.
    mutating func whenKnown(
        _ id: String, _ addition: ClientState.Addition, consent: ClientState.WantedConsent? = nil
    ) -> [Effect] {
        let isKnown = client.id == id && client.page != nil
        if !isKnown {
            client = ClientState()
            client.id = id
            client.then = addition
        }
        client.consent = consent
        return isKnown ? openForm(addition) : [.loadClient(id)]
    }

    /// The term that the chosen finding of the explanation cites, as something to edit.
    var citedTerm: Change? {
        guard let finding = why.explanation?.verdict.findings[at: why.row],
            case .obligation(let provision) = finding.subject
        else { return nil }
        return .obligation(provision.obligation, agreement: provision.agreement)
    }
}
