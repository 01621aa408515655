import Canvas
import Permits

/// Takes one event into the state.
///
/// - Parameters:
///   - state: what the interface knows; changed in place.
///   - event: what happened.
/// - Returns: what has to be done outside, in order.
package func update(_ state: inout State, _ event: Event) -> [Effect] {
    var effects: [Effect]
    switch event {
    case .input(.key(let key)): effects = state.press(key)
    case .input(.paste(let text)): effects = state.paste(text)
    case .input(.mouse(let mouse)):
        switch mouse.action {
        case .wheelUp: effects = state.wheel(by: -3)
        case .wheelDown: effects = state.wheel(by: 3)
        case .left: effects = state.click(mouse)
        case .middle, .right: effects = []
        }
    case .input(.resize(let size)):
        state.size = size
        effects = []
    case .input(.resumed): effects = [.redraw]
    case .day(let day):
        effects = state.today == day ? [] : state.refresh()
        state.today = day
    case .ledgerChanged: effects = state.refresh()
    case .answer(let answer): effects = state.take(answer)
    case .remark(let words):
        state.notice = Notice(words)
        effects = []
    case .failed(let words):
        // A path that led nowhere is mended where it was typed.
        if state.overlay == nil, state.busy != nil, let prompt = state.asked.path {
            state.overlay = .prompt(prompt)
        }
        state.asked.path = nil
        state.busy = nil
        state.form?.isSaving = false
        state.paper.isSaving = false
        state.notice = Notice(words, isFault: true)
        effects = []
    }
    return effects + state.missing()
}

/// What has to be done before the first frame, which waits for no more clients than it has lines for.
package func start(_ state: State) -> [Effect] { [.loadHome(clients: max(64, state.size.rows))] }

extension State {
    /// Everything that is on the screen, read again.
    mutating func refresh() -> [Effect] {
        asked = Asked()
        // What is not seen is read again when it is asked for.
        if place != .client { client.page = nil }
        return [.loadHome(clients: 200)] + load(place)
    }

    /// What a place needs when it is opened.
    func load(_ place: Place) -> [Effect] {
        switch place {
        case .client: client.id.map { [.loadClient($0)] } ?? []
        case .why: why.request.map { [.explain($0)] } ?? []
        case .sessions: [.loadSessions]
        case .catalog:
            [.loadCatalog] + (catalog.surface.map { [.loadSurface($0.surface.id)] } ?? [])
        case .deadlines: [.loadDeadlines]
        case .log: [.loadLog(client: log.client, text: filter(of: .log), limit: LogState.limit)]
        case .themes: [.loadThemes]
        default: []
        }
    }

    /// What is seen and not known yet, asked for once.
    mutating func missing() -> [Effect] {
        guard isLoaded else { return [] }
        var effects: [Effect] = []
        switch place {
        case .home:
            let wanted = homeWindow.map { roster.entries[$0].id }
                .filter { summaries[$0] == nil || asked.stale.contains($0) }
                .filter { asked.clients.insert($0).inserted }
            if !wanted.isEmpty {
                asked.stale.subtract(wanted)
                effects.append(.summarize(wanted))
            }
        case .matrix, .client, .catalog:
            let jobs =
                switch place {
                case .matrix: matrixWindow.map { matrix.columns[$0] }
                case .catalog: Array(catalogJobs)
                default: clientJob.map { [$0] } ?? []
                }
            let wanted = jobs.filter { asked.jobs.insert($0).inserted }
            if !wanted.isEmpty { effects.append(.judge(wanted, routes: matrix.routes)) }
            if place == .matrix || place == .client && client.pane == 1, let request = subject,
                asked.request != request
            {
                asked.request = request
                effects.append(.explain(request))
            }
        default: break
        }
        if let form, form.job != nil, let change = form.change(today: today), asked.weighed != change {
            asked.weighed = change
            if let job = form.job { effects.append(.weigh(change, job)) }
        }
        if place == .paper, let draft = paper.draft, let job = paperJob, asked.weighed != .agreement(draft) {
            asked.weighed = .agreement(draft)
            effects.append(.weigh(.agreement(draft), job))
        }
        return effects
    }

    /// Takes in what an effect brought.
    mutating func take(_ answer: Answer) -> [Effect] {
        switch answer {
        case .home(let page):
            isLoaded = true
            recent = page.recent
            sessions = page.sessions
            care = page.care
            settings = page.settings
            if current == nil { current = page.current }
            asked.stale = Set(summaries.keys)
            if page.roster.isWhole || roster.entries.isEmpty { take(page.roster) }
            return (page.roster.isWhole ? [] : [.loadRoster]) + [.loadTools, .loadAttention]
        case .tools(let found): tools = found
        case .attention(let found, let next): (attention, upcoming) = (found, next)
        case .roster(let whole): take(whole)
        case .summaries(let found): for summary in found { summaries[summary.client] = summary }
        case .judged(let found): answers.merge(found) { $1 }
        case .explanation(let explanation):
            if matches(explanation.verdict.request, asked.request) { matrix.explanation = explanation }
            if matches(explanation.verdict.request, why.request) {
                why.explanation = explanation
                why.problem = nil
                why.row = why.row.within(explanation.rowCount)
            }
        case .unexplained(let request, let words):
            busy = nil
            if request == why.request { why.problem = words } else { notice = Notice(words, isFault: true) }
        case .client(let page):
            guard page.client.id == client.id else { break }
            client.page = page
            client.row = client.row.within(clientRows.count)
            if case .heading = clientRows[at: client.row] { moveClientRow(by: 1) }
            if let addition = client.then {
                client.then = nil
                return openForm(addition)
            }
        case .catalog(let page):
            catalog.page = page
            goToWantedSurface()
            return loadChosenSurface()
        case .surface(let page):
            guard page.surface.id == chosenSurface else { break }
            catalog.surface = page
            catalog.fact = catalog.fact.within(page.values.count)
        case .deadlines(let agenda):
            deadlines.agenda = agenda
            let row = deadlines.row
            refilter(.deadlines)
            deadlines.row = row.within(dueCount)
        case .log(let page):
            log.page = page
            log.row = log.row.within(page.lines.count)
        case .logVerified(let words): log.verified = words
        case .sessions(let rows):
            sessions = rows
            session.row = session.row.within(sessions.count)
        case .impact(let impact): if place == .paper { paper.impact = impact } else { form?.impact = impact }
        case .saved(let change): return saved(change)
        case .plan(let plan):
            busy = nil
            overlay = .launch(Launch(plan: plan))
        case .preview(let preview, let job):
            asked.path = nil
            show(preview, job)
        case .restored(let text, let unknown):
            asked.path = nil
            busy = nil
            overlay = .sheet(
                Sheet(title: "answer-\(redaction.job.map { tag(of: $0.client) } ?? "restored")", text: text))
            if unknown > 0 {
                notice = Notice("\(counted(unknown, "placeholder")) in it were never given out here.")
            }
        case .learned(let before):
            undo = Undo(change: .client(before), words: "dictionary of \(before.id)")
            notice = Notice("The dictionary holds it now. z takes it back.")
            busy = nil
            return redaction.preview.map { takeText(.text($0.text)) } ?? []
        case .forms(let forms): offer(forms)
        case .paper(let page):
            asked.path = nil
            return show(page)
        case .paths(let typed, let found):
            if case .prompt(var prompt) = overlay, prompt.typed.text == typed {
                prompt.complete(with: found)
                overlay = .prompt(prompt)
                if found.isEmpty { notice = Notice("No file begins like this.", isFault: true) }
            }
        case .launched(let words):
            busy = nil
            notice = Notice(words)
            session.row = 0
            return open(.sessions) + refresh()
        case .themes(let rows, let kept, let isColorBlind):
            themes.rows = rows
            themes.kept = kept
            themes.isColorBlind = isColorBlind
            themes.row = rows.firstIndex { $0.id == kept } ?? 0
        case .done(let words):
            busy = nil
            notice = Notice(words)
        }
        return []
    }

    private mutating func take(_ whole: Roster) {
        let chosen = chosenEntry?.id
        roster = whole
        refilter(.home)
        if let chosen, let place = whole.place(of: chosen) {
            home.row = home.matches?.firstIndex(of: place) ?? (home.matches == nil ? place : 0)
        } else if let current, home.matches == nil {
            home.row = whole.place(of: current.client) ?? 0
        }
        home.row = home.row.within(homeCount)
        let job = matrix.columns[at: matrix.column] ?? current
        matrix.columns = whole.entries.flatMap { entry in
            let open = entry.engagements.filter(\.isOpen)
            return open.isEmpty
                ? [Job(client: entry.id)] : open.map { Job(client: entry.id, engagement: $0.id) }
        }
        matrix.column =
            job.flatMap { matrix.columns.firstIndex(of: $0) } ?? matrix.column.within(matrix.columns.count)
        answers = answers.filter { asked.jobs.contains($0.key) }
    }

    /// Whether an explanation answers a request: the verdict's own request has its gaps filled in.
    private func matches(_ judged: Request, _ asked: Request?) -> Bool {
        guard let asked else { return false }
        return judged.client == asked.client && judged.engagement == asked.engagement
            && judged.surface == asked.surface && judged.at == asked.at
            && (asked.route == nil || judged.route == asked.route)
    }

    /// Goes on after a change was saved.
    mutating func saved(_ change: Change) -> [Effect] {
        busy = nil
        // What z took back is not there to be taken back once more.
        notice = Notice(undo == nil ? "Taken back." : "Saved. z takes it back.")
        if form != nil, place == .form {
            form = nil
            back()
        }
        if paper.isSaving, place == .paper {
            paper = PaperState()
            back()
        }
        var effects = refresh()
        if case .client(let item) = change, roster[item.id] == nil, !item.archived {
            client = ClientState()
            client.id = item.id
            current = Job(client: item.id)
            effects += open(.client)
            effects.append(.use(Job(client: item.id)))
        }
        return effects
    }

    // MARK: Going about

    /// Opens a screen and remembers where we were.
    mutating func open(_ next: Place) -> [Effect] {
        overlay = nil
        isFiltering = false
        if next != place {
            older.append(place)
            if older.count > 50 { older.removeFirst() }
            newer = []
            place = next
        }
        return load(next)
    }

    /// Goes to the screen before.
    mutating func back() {
        isFiltering = false
        var last = older.popLast() ?? .home
        // A form or a paper is left for good.
        while last == .form && form == nil || last == .paper && paper.page == nil {
            last = older.popLast() ?? .home
        }
        place = last
    }
}
