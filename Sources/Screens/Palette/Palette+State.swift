import Permits

/// Something the palette offers.
enum Command: Equatable {
    /// An action of the table, by its id.
    case action(String)
    /// An action of another screen, by its id.
    case elsewhere(String)
    case client(String)
    case tool(Int)
    case theme(String)
}

extension State {
    /// What the typed words find: actions first, those of the place before all others, then clients, surfaces and
    /// themes.
    func commands(_ typed: String) -> [Command] {
        let all = Action.all.filter { $0.applies(in: place) && !$0.isMove }
        let actions = all.filter { !$0.places.isEmpty } + all.filter(\.places.isEmpty)
        let titled = Fuzzy(actions.map { "\($0.title) \($0.id)" }).matches(typed)
        let described = Fuzzy(actions.map(\.description)).matches(typed).filter { !titled.contains($0) }
        let lower = typed.lowercased()
        func says(_ action: Action) -> Bool {
            "\(action.title) \(action.description)".lowercased().firstRange(of: lower) != nil
        }
        // What has the very letters comes before what has them scattered about a sentence.
        let said = described.filter { says(actions[$0]) }
        let found = (titled + said).map { Command.action(actions[$0].id) }
        let scattered = described.filter { !said.contains($0) }.map { Command.action(actions[$0].id) }
        guard !typed.isEmpty else { return found + scattered }
        let themeNames = Fuzzy(themes.rows.map { "theme \($0.name)" }).matches(typed)
            .map { Command.theme(themes.rows[$0].id) }
        let clients = roster.matches(typed.droppingVerb("switch to")).prefix(50)
            .map { Command.client(roster.entries[$0].id) }
        let surfaces = Fuzzy(tools.map { "why \($0.name)" }).matches(typed).map { Command.tool($0) }
        let elsewhere = Action.all.filter { action in
            typed.count > 2 && action.screen != nil && !action.applies(in: place) && says(action)
        }.map { Command.elsewhere($0.id) }
        let wantsClient = typed.droppingVerb("switch to") != typed
        let rest = elsewhere + scattered + surfaces + themeNames
        return wantsClient ? clients + found + rest : found + clients + rest
    }

    /// Does what was chosen in the palette.
    mutating func run(_ command: Command) -> [Effect] {
        overlay = nil
        switch command {
        case .action(let id):
            guard let action = Action.all.first(where: { $0.id == id }) else { return [] }
            return perform(action)
        case .elsewhere(let id):
            guard let action = Action.all.first(where: { $0.id == id }), let screen = action.screen else {
                return []
            }
            if screen == .client {
                guard let entry = subjectClient else {
                    notice = Notice("\(action.title) is done on a client's page: n at Home adds one.")
                    return []
                }
                return switchTo(entry)
            }
            return open(screen)
        case .client(let id):
            guard let entry = roster[id] else { return [] }
            return switchTo(entry)
        case .tool(let place):
            guard let tool = tools[at: place], let job = current ?? matrix.columns.first else { return [] }
            return explain(question(job, tool.id))
        case .theme(let id):
            themes.kept = id
            return [.keepTheme(id, isColorBlind: themes.isColorBlind)]
        }
    }

    /// Opens the explanation of an answer.
    mutating func explain(_ request: Request) -> [Effect] {
        // What was asked for a side pane may be dropped for this, and is asked for anew.
        asked.request = nil
        if why.request != request {
            why = WhyState()
            why.request = request
            if let known = matrix.explanation, known.verdict.request.surface == request.surface,
                known.verdict.request.client == request.client,
                known.verdict.request.engagement == request.engagement
            {
                why.explanation = known
            }
        }
        return open(.why)
    }
}

extension String {
    /// The text without the first of some words it begins with.
    fileprivate func droppingVerb(_ verb: String) -> String {
        let lower = lowercased()
        for known in [verb + " ", "switch ", "sw "] where lower.hasPrefix(known) {
            return String(dropFirst(known.count))
        }
        return self
    }
}
