import Canvas
import Permits

@testable import Screens

/// A made-up ledger in memory that answers effects as the executable does, so that whole journeys run without one.
struct Desk {
    var state: State
    var world: World
    var sessions: [SessionRow] = []
    var log: [LogLine] = []
    /// Every effect so far.
    var effects: [Effect] = []

    init(_ world: World = sampleWorld(), size: Size = Size(columns: 80, rows: 24)) {
        self.world = world
        state = State(today: sampleDay, size: size)
        run(start(state))
    }

    /// Presses keys by their names, parted by spaces; what follows an apostrophe is typed letter by letter.
    mutating func press(_ script: String) {
        for word in script.split(separator: " ") {
            if word.first == "'" {
                for letter in word.dropFirst() { send(.input(.key(.character(letter)))) }
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
                            tools: answers.tools,
                            attention: answers.attention(), recent: Array(log.prefix(5)),
                            due: answers.dates(),
                            sessions: sessions, care: "\(log.count) entries, chain intact",
                            factMaxAgeDays: world.settings.factMaxAgeDays)))
            ]
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
        case .loadClient(let id):
            return answers.clientPage(id).map { [.answer(.client($0))] } ?? [.failed("no such client")]
        case .loadCatalog: return [.answer(.catalog(answers.catalogPage()))]
        case .loadSurface(let id): return answers.surfacePage(id).map { [.answer(.surface($0))] } ?? []
        case .loadSessions: return [.answer(.sessions(sessions))]
        case .loadDeadlines: return [.answer(.deadlines(answers.dates()))]
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
                    start: Moment(day: sampleDay, minute: 552), hosts: ["anthropic.example"]))
            note("session.start", request.client, request.surface)
            return [.answer(.launched("The session has begun."))]
        case .endSession(let id):
            if let place = sessions.firstIndex(where: { $0.id == id }) {
                sessions[place].end = Moment(day: sampleDay, minute: 593)
                sessions[place].cause = "by you"
                note("session.end", sessions[place].job.client, id)
            }
            return [.answer(.launched("The session has ended."))]
        case .loadThemes:
            return [
                .answer(
                    .themes(
                        [
                            ThemeRow(id: "terminal", name: "terminal (your own 16)"),
                            ThemeRow(id: "bulkhead-dark", name: "bulkhead-dark", contrast: 705),
                            ThemeRow(id: "rose-pine", name: "rose-pine", contrast: 334),
                            ThemeRow(id: "broken", name: "broken", fault: "broken.yaml: base0B is missing"),
                        ], kept: "terminal", isColorBlind: false))
            ]
        case .use, .tryTheme, .keepTheme, .openDemo, .stop, .redraw, .suspend, .quit: return []
        }
    }
}
