import Canvas
import Papers
import Permits
import Redaction

@testable import Screens

/// A made-up ledger in memory that answers effects as the executable does, so that whole journeys run without one.
struct Desk {
    var state: State
    var world: World
    var sessions: [SessionRow] = []
    var log: [LogLine] = []
    /// What was put on the clipboard last, and the placeholders that are kept.
    var copied: Redacted?
    var placeholders = TokenMap(namespace: 7, key: (1, 2))
    /// How far each term of the paper that was saved last had been read.
    var readings: [String: ReadingMark] = [:]
    /// Every effect so far.
    var effects: [Effect] = []

    init(_ world: World = sampleWorld(), size: Size = Size(columns: 80, rows: 24)) {
        self.world = world
        state = State(today: sampleDay, size: size)
        run(start(state))
    }

    /// Presses keys by their names, parted by spaces; what follows an apostrophe is typed letter by letter,
    /// what follows a caret is pasted, with spaces that do not break for its spaces.
    mutating func press(_ script: String) {
        for word in script.split(separator: " ") {
            if word.first == "'" {
                for letter in word.dropFirst() { send(.input(.key(.character(letter)))) }
            } else if word.first == "^" {
                send(.input(.paste(String(word.dropFirst()).replacing("\u{A0}", with: " "))))
            } else if let key = Key(named: String(word)) {
                send(.input(.key(key)))
            }
        }
    }

    mutating func send(_ event: Event) { run(update(&state, event)) }

    func frame(_ look: Look = Look()) -> Frame { render(state, size: state.size, look: look) }

    private mutating func run(_ effects: [Effect]) {
        for effect in effects {
            self.effects.append(effect)
            for event in answer(effect) { send(event) }
        }
    }

    /// What must not leave of a job, with every other client's names as a tripwire.
    private func detector(of job: Job) -> Detector {
        var terms: [Term] = []
        for client in world.clients {
            let owner = client.id == job.client ? nil : client.name
            terms.append(Term(client.name, kind: .client, entity: client.id, foreignTo: owner))
            terms += client.redact.names.map { Term($0, kind: .person, foreignTo: owner) }
            terms += client.redact.codenames.map { Term($0, kind: .codename, foreignTo: owner) }
            terms += client.redact.custom.map { Term($0, kind: .custom, foreignTo: owner) }
        }
        return Detector(TermDictionary(terms))
    }

    private func samplePaper(_ source: PaperSource, _ client: String) -> PaperPage {
        let text = PaperText(samplePaperText)
        return PaperPage(
            client: client, source: source, title: "acme-nda.pdf", text: text,
            proposals: Reading(Outline(text)).proposals, variables: ["Effective Date", "Term of NDA"],
            fileHash: String(repeating: "4f", count: 32), taken: Set(world.agreements.map(\.id)))
    }

    private mutating func note(_ event: String, _ client: String?, _ detail: String) {
        let time = Moment(day: sampleDay, minute: 9 * 60 + log.count % 60)
        log.insert(
            LogLine(number: log.count + 1, time: time, client: client, event: event, detail: detail), at: 0)
    }

    private mutating func answer(_ effect: Effect) -> [Event] {
        let answers = Answers(world, today: sampleDay)
        switch effect {
        case .loadHome(let limit):
            let all = world.clients.filter { !$0.archived }
            return [
                .answer(
                    .home(
                        HomePage(
                            roster: Answers.roster(Array(all.prefix(limit)), total: all.count),
                            recent: Array(log.prefix(5)),
                            sessions: sessions, care: "\(log.count) entries, chain intact",
                            settings: world.settings)))
            ]
        case .loadTools: return [.answer(.tools(answers.tools))]
        case .loadAttention:
            var outlook = Outlook()
            outlook.add(answers, of: answers.world.clients.map(\.id))
            return [.answer(.attention(outlook.attention, outlook.upcoming))]
        case .loadRoster: return [.answer(.roster(Answers.roster(world.clients)))]
        case .summarize(let ids):
            return [
                .answer(
                    .summaries(
                        world.clients.filter { ids.contains($0.id) }.map { client in
                            answers.summary(
                                of: client,
                                last: sessions.filter { $0.job.client == client.id }.map(\.start).max())
                        }))
            ]
        case .judge(let jobs, let routes):
            return [
                .answer(
                    .judged(
                        Dictionary(
                            jobs.map { ($0, answers.judged($0, routes: routes)) },
                            uniquingKeysWith: { first, _ in first })))
            ]
        case .explain(let request):
            do { return [.answer(.explanation(try answers.explanation(request)))] } catch {
                return [.answer(.unexplained(request, "\(error)"))]
            }
        case .loadClient(ClientPage.everybody): return [.answer(.client(answers.everybody()))]
        case .loadClient(let id):
            return answers.clientPage(id).map { [.answer(.client($0))] } ?? [.failed("no such client")]
        case .loadCatalog:
            var page = answers.catalogPage()
            page.own = Set(world.catalog.surfaces.map(\.id).filter { $0.hasPrefix("acme") })
            return [.answer(.catalog(page))]
        case .loadSurface(let id): return answers.surfacePage(id).map { [.answer(.surface($0))] } ?? []
        case .loadSessions: return [.answer(.sessions(sessions))]
        case .loadDeadlines: return [.answer(.deadlines(answers.agenda()))]
        case .loadLog(let client, let text, let limit):
            let lines = log.filter {
                (client == nil || $0.client == client) && (text.isEmpty || $0.detail.contains(text))
            }
            return [
                .answer(.log(LogPage(lines: Array(lines.prefix(limit)), total: log.count, head: "7d3e91ab")))
            ]
        case .verifyLog: return [.answer(.logVerified("chain intact"))]
        case .exportLog, .exportDeadlines, .writeDraft: return [.answer(.done("Written."))]
        case .weigh(let change, let job): return [.answer(.impact(answers.impact(change, job)))]
        case .save(let change):
            world = world.applying(change)
            note("\(change.noun).put", nil, change.id)
            return [.answer(.saved(change))]
        case .prepare(let request):
            guard let verdict = try? decide(world, request) else { return [.failed("no such request")] }
            return [
                .answer(
                    .plan(
                        LaunchPlan(
                            verdict: verdict,
                            checks: [
                                .init("folder", "~/work/\(request.client)"),
                                .init("network", "only the surface's hosts"),
                                .init("home", "its own, empty"),
                            ], command: "bulkhead launch \(request.surface)")))
            ]
        case .launch(let permitted):
            let request = permitted.verdict.request
            sessions.append(
                SessionRow(
                    id: String(118 + sessions.count),
                    job: Job(client: request.client, engagement: request.engagement),
                    surface: request.surface, outcome: permitted.verdict.outcome,
                    start: Moment(day: sampleDay, minute: 552),
                    hosts: [
                        .init(host: "anthropic.example", count: 12, last: Moment(day: sampleDay, minute: 590))
                    ],
                    refused: [
                        .init(host: "tracker.example", count: 2, last: Moment(day: sampleDay, minute: 561))
                    ]))
            note("session.start", request.client, request.surface)
            return [.answer(.launched("The session has begun."))]
        case .endSession(let id):
            if let place = sessions.firstIndex(where: { $0.id == id }) {
                sessions[place].end = Moment(day: sampleDay, minute: 593)
                sessions[place].cause = "by you"
                note("session.end", sessions[place].job.client, id)
            }
            return [.answer(.launched("The session has ended."))]
        case .redact(let source, let job):
            guard case .text(let text) = source else { return [.failed("the clipboard can't be read")] }
            return [.answer(.preview(Preview(text, with: detector(of: job), map: placeholders), job))]
        case .copy(let redacted, let map, let job, let surface):
            copied = redacted
            placeholders = map
            note("redact", job.client, "\(redacted.report.maskedCount) for \(surface ?? "-")")
            return [.answer(.done("Copied."))]
        case .restore(let source, _):
            guard case .text(let text) = source else { return [.failed("the clipboard can't be read")] }
            var restorer = Restorer(placeholders)
            let out = restorer.restore(text) + restorer.finish()
            return [
                .answer(.restored(String(decoding: out, as: UTF8.self), unknown: restorer.unknown.count))
            ]
        case .learn(let term, let list, let job):
            guard let place = world.clients.firstIndex(where: { $0.id == job.client }) else { return [] }
            let before = world.clients[place]
            switch list {
            case .names: world.clients[place].redact.names.append(term)
            case .codenames: world.clients[place].redact.codenames.append(term)
            case .domains: world.clients[place].redact.domains.append(term)
            case .custom: world.clients[place].redact.custom.append(term)
            }
            return [.answer(.learned(before))]
        case .loadForms: return [.answer(.forms([Field.Option("sample-nda", "Sample NDA 1.0")]))]
        case .readPaper(let source, let client): return [.answer(.paper(samplePaper(source, client)))]
        case .savePaper(let agreement, let terms, _):
            readings = terms
            world = world.applying(.agreement(agreement))
            note("agreement.put", agreement.client, agreement.id)
            return [.answer(.saved(.agreement(agreement)))]
        case .completePath(let typed):
            let files = ["~/papers/", "~/papers/acme-nda.pdf", "~/papers/acme-sow.pdf"]
            return [.answer(.paths(typed, files.filter { $0.hasPrefix(typed) && $0 != typed }))]
        case .loadThemes:
            return [
                .answer(
                    .themes(
                        [
                            ThemeRow(id: "terminal", name: "terminal (your own 16)"),
                            ThemeRow(
                                id: "bulkhead-dark", name: "bulkhead-dark",
                                ratios: [.init("text", scheme: 705, shown: 705)]),
                            ThemeRow(
                                id: "rose-pine", name: "rose-pine",
                                ratios: [
                                    .init("text", scheme: 901, shown: 901),
                                    .init("NO", scheme: 334, shown: 452),
                                ]),
                            ThemeRow(id: "broken", name: "broken", fault: "broken.yaml: base0B is missing"),
                        ], kept: "terminal", isColorBlind: false))
            ]
        case .look, .use, .tryTheme, .keepTheme, .openDemo, .stop, .redraw, .lock, .suspend, .quit: return []
        }
    }
}

extension Desk {
    /// Presses the mouse where the frame shows some words; the first letter of the first such place is hit.
    mutating func click(_ words: String, _ look: Look = Look(), times: Int = 1) {
        for (row, line) in frame(look).lines.enumerated() {
            guard let found = line.firstRange(of: words) else { continue }
            let column = displayWidth(String(line[..<found.lowerBound]))
            let position = Position(column: column, row: row)
            for _ in 0..<times { click(at: position, look) }
            return
        }
    }

    mutating func click(at position: Position, _ look: Look = Look()) {
        var mouse = Mouse(.left, at: position)
        mouse.target = frame(look).target(at: position)
        send(.input(.mouse(mouse)))
    }
}
