import Canvas
import Compartments
import Documents
import Glibc
import Ledger
import Permits
import Screens
import Terminal

/// Answers effects from the ledger, on one thread at a time.
final class Clerk {
    let place: Place
    let mailbox: Mailbox
    private let configuration: InterfaceConfiguration
    private let depth: Depth
    let desk: Desk
    private var today: Day
    /// Whether sessions go to a stand-in on this machine.
    private let isDemo: Bool
    /// What every client shares: the catalog, reviews and settings; read anew when the ledger changes.
    private var known: (world: World, facts: SurfaceFacts)?
    /// The clients that were read last, with what is recorded of them; dropped when the ledger changes.
    private var answers: [String: Answers] = [:]
    private var version: Int?
    /// What the screens were last told of.
    private var told: Int?

    /// Works until the interface is left.
    func work() {
        while let effect = mailbox.next() {
            for reply in replies(to: effect) { mailbox.reply(reply) }
        }
    }

    init(
        _ desk: Desk, _ mailbox: Mailbox, _ configuration: InterfaceConfiguration, depth: Depth,
        isDemo: Bool = false
    ) throws(Failure) {
        self.isDemo = isDemo
        self.desk = desk
        place = desk.place
        self.mailbox = mailbox
        self.configuration = configuration
        self.depth = depth
        today = try place.day
        told = try guarded { try desk.ledger.dataVersion() }
    }

    /// What an effect brings, or what went wrong.
    func replies(to effect: Effect) -> [Mailbox.Reply] {
        do {
            if case .launch(let permitted) = effect { return [try launch(permitted)] }
            if case .look = effect { return try hasChanged() ? [.event(.ledgerChanged)] : [] }
            if case .copy(let text, let placeholders, let job, let surface) = effect {
                return [.copy(text, try keep(text, placeholders, job, surface: surface))]
            }
            return try found(effect).map { [.event(.answer($0))] } ?? []
        } catch let invalid as InvalidRequest {
            if case .explain(let request) = effect {
                return [.event(.answer(.unexplained(request, "\(invalid)")))]
            }
            return [.event(.failed("\(invalid)"))]
        } catch {
            return [.event(.failed(Failure(error).message))]
        }
    }

    private func found(_ effect: Effect) throws -> Answer? {
        try forgetWhatChanged()
        switch effect {
        case .loadHome(let clients): return .home(try home(clients))
        case .loadTools: return .tools(try common().tools)
        case .loadAttention: return try Clerk.attention(at: place)
        case .loadRoster: return .roster(try roster(limit: .max))
        case .summarize(let ids):
            let last = try lastSessions()
            let answers = try answers(over: try desk.ledger.world(ofClients: ids))
            let wanted = Set(ids)
            return .summaries(
                answers.world.clients.filter { wanted.contains($0.id) }
                    .map { answers.summary(of: $0, last: last[$0.id]) })
        case .judge(let jobs, let routes):
            var judged: [Job: [Judged]] = [:]
            for job in jobs { judged[job] = try answers(for: job.client).judged(job, routes: routes) }
            return .judged(judged)
        case .explain(let request): return .explanation(try answers(for: request.client).explanation(request))
        case .loadClient(let id):
            if id == ClientPage.everybody { return .client(try answers(for: id).everybody()) }
            guard let page = try answers(for: id).clientPage(id, last: try lastSessions()[id]) else {
                throw Failure(.notFound, "There is no client \"\(id)\" any more.")
            }
            return .client(page)
        case .loadCatalog:
            var page = try common().catalogPage()
            page.own = try OwnCatalog(place).ids
            return .catalog(page)
        case .loadSurface(let id): return try common().surfacePage(id).map { .surface($0) }
        case .loadSessions: return .sessions(try sessions())
        case .loadDeadlines: return .deadlines(Answers(try desk.datedWorld(), today: today).agenda())
        case .loadLog(let client, let text, let limit): return .log(try log(client, text, limit))
        case .verifyLog:
            let result = try desk.ledger.verifyLog()
            return .logVerified(
                result.damage.map { "\($0.rawValue) at line \(result.firstBad ?? 0)" } ?? "chain intact")
        case .exportLog: return .done(try exportLog())
        case .exportDeadlines: return .done(try exportDeadlines())
        case .weigh(let change, let job): return .impact(try answers(for: job.client).impact(change, job))
        case .save(let change):
            try save(change)
            return .saved(change)
        case .use(let job):
            try desk.use(client: job.client, engagement: job.engagement)
            return nil
        case .prepare(let request): return .plan(try plan(request))
        case .endSession(let id): return .launched(try endSession(id))
        case .writeDraft(let name, let text): return .done(try writeDraft(name, text))
        case .loadThemes:
            return .themes(
                Themes(folder: place.themes).rows(depth: depth),
                kept: Themes.named(configuration.theme, folder: place.themes)?.slug ?? configuration.theme,
                isColorBlind: configuration.isColorBlind)
        case .redact(let source, let job): return .preview(try preview(source, job), job)
        case .restore(let source, let job): return try restored(source, job)
        case .learn(let term, let list, let job): return try learn(term, list, job)
        case .loadForms: return .forms(forms())
        case .savePaper(let agreement, let terms, let kinds):
            try save(agreement, terms: terms, kinds: kinds)
            return .saved(.agreement(agreement))
        case .readPaper(let source, let client):
            return .paper(try Clerk.paper(source, client: client, at: place))
        case .completePath(let typed): return .paths(typed, paths(beginning: typed))
        case .look, .copy, .launch, .tryTheme, .keepTheme, .openDemo, .stop, .redraw, .lock, .suspend, .quit:
            return nil
        }
    }

    // MARK: Reading

    /// Whether another process has changed the ledger since the last look: a file that was touched need not have.
    private func hasChanged() throws -> Bool {
        let now = try desk.ledger.dataVersion()
        defer { told = now }
        return now != told
    }

    private func forgetWhatChanged() throws {
        let (now, day) = (try desk.ledger.dataVersion(), try place.day)
        if now != version || day != today { forget() }
        (version, today) = (now, day)
    }

    /// Reads clients and the catalog anew when they are asked for next.
    func forget() {
        answers = [:]
        known = nil
    }

    private func catalog() throws -> Catalog { try shared().world.catalog }

    private func shared() throws -> (world: World, facts: SurfaceFacts) {
        if let known { return known }
        var world = World()
        world.catalog = try desk.catalog()
        world.reviews = try desk.ledger.reviews()
        world.settings = try desk.ledger.settings()
        let made = (world, SurfaceFacts(world))
        known = made
        return made
    }

    /// What is recorded of a client, ready to be asked.
    private func answers(for client: String) throws -> Answers {
        if let known = answers[client] { return known }
        let made = try answers(over: try desk.ledger.world(ofClient: client))
        if answers.count > 64 { answers = [:] }
        answers[client] = made
        return made
    }

    private func answers(over recorded: World) throws -> Answers {
        var world = recorded
        let (shared, facts) = try shared()
        (world.catalog, world.reviews, world.settings) = (shared.catalog, shared.reviews, shared.settings)
        return Answers(world, today: today, facts: facts)
    }

    /// The catalog with the freelancer's readings, without any client.
    private func common() throws -> Answers {
        let (world, facts) = try shared()
        return Answers(world, today: today, facts: facts)
    }

    private func roster(limit: Int) throws -> Roster {
        let rows = try desk.ledger.roster(limit: limit)
        return Roster(
            rows.map { row in
                let jobs = row.engagements.map {
                    Roster.Engagement(id: $0.id, title: $0.title, isOpen: $0.isOpen)
                }
                return Roster.Entry(
                    id: row.id, tag: row.tag, name: row.name,
                    engagements: jobs.filter(\.isOpen) + jobs.filter { !$0.isOpen })
            }, total: try desk.ledger.clientCount())
    }

    private func home(_ limit: Int) throws -> HomePage {
        let roster = try roster(limit: limit)
        let recent = try desk.ledger.recentLog(limit: 12)
        let sessions = try sessions()
        let current = try desk.context().map { Job(client: $0.client, engagement: $0.engagement) }
        return HomePage(
            roster: roster, current: current, recent: recent.map { inWords($0, sessions) },
            sessions: sessions,
            care: recent.first.map { "\($0.sequence) entries, last \(moment($0.at).near(today))" },
            settings: try desk.ledger.settings())
    }

    /// What needs attention in the whole ledger, and the days that come.
    static func attention(at place: Place) throws(Failure) -> Answer {
        let desk = try Desk(place)
        let (today, catalog) = (try place.day, try desk.catalog())
        let ids = try guarded { try desk.ledger.clientIDs() }
        var outlook = Outlook()
        for start in stride(from: 0, through: max(ids.count - 1, 0), by: 512) {
            let some = Array(ids[start..<min(start + 512, ids.count)])
            var part = try guarded {
                try desk.ledger.world(ofClients: some, withTermsOf: .returnOrDestroy)
            }
            part.catalog = catalog
            outlook.add(Answers(part, today: today), of: some)
        }
        return .attention(Array(outlook.attention.prefix(500)), outlook.upcoming)
    }

    private func sessions() throws -> [Screens.SessionRow] {
        try SessionDesk(desk).rows().map { row in
            var shown = Screens.SessionRow(
                id: String(row.id), job: Job(client: row.client ?? "", engagement: row.engagement),
                surface: row.surface ?? "no surface", outcome: Outcome(rawValue: row.verdict),
                start: moment(row.start), end: row.end.map(moment), cause: row.cause,
                hosts: row.reached.map { .init(host: $0.host, count: $0.count, last: moment($0.time)) },
                refused: row.refused.map { .init(host: $0.host, count: $0.count, last: moment($0.time)) })
            shown.account = row.account
            shown.acknowledged = row.acknowledged
            shown.minutes = Int(clamping: max(0, (row.end ?? SessionTime.now) - row.start) / 60)
            return shown
        }
    }

    private func lastSessions() throws -> [String: Moment] {
        Dictionary(
            try desk.ledger.sessions().compactMap { row in row.client.map { ($0, moment(row.start)) } },
            uniquingKeysWith: max)
    }

    private func log(_ client: String?, _ text: String, _ limit: Int) throws -> LogPage {
        let wanted = text.lowercased()
        let rows = try desk.ledger.recentLog(limit: client == nil && text.isEmpty ? limit : 20_000)
        let sessions = try sessions()
        let lines = rows.lazy.map { self.inWords($0, sessions) }.filter { line in
            (client == nil || line.client == client)
                && (wanted.isEmpty || Fuzzy(["\(line.event) \(line.detail)"]).matches(wanted).count == 1)
        }
        let receipt = try desk.ledger.receipt()
        return LogPage(
            lines: Array(lines.prefix(limit)), total: receipt.sequence, head: hexadecimal(receipt.hash))
    }

    /// A row for a reader who does not ask for the bytes.
    private func inWords(_ row: LogRow, _ sessions: [Screens.SessionRow]) -> LogLine {
        var line = line(row)
        let words = row.body.split(separator: " ").map(String.init)
        switch row.kind {
        case "session" where words.count >= 4 && words[0] == "start":
            line.event = "session.start"
            line.detail = "\(words[2]), \(words[3])"
        case "session" where words.count > 2 && words[0] == "end":
            let session = sessions.first { $0.id == words[1] }
            let (surface, time) = session.map { ("\($0.surface), ", ", \($0.minutes) min") } ?? ("", "")
            line.client = session?.job.client
            line.event = "session.end"
            line.detail = "\(words[1]) \(surface)\(words.dropFirst(2).joined(separator: " "))\(time)"
        case "catalog": line.detail = "brought up to date"
        case "seal": line.detail = "the log begins"
        default: break
        }
        if line.client == nil { line.client = owner(of: words) }
        return line
    }

    private func line(_ row: LogRow) -> LogLine {
        let words = row.body.split(separator: " ")
        // `nordlys/fjord` of a switch, `client nordlys`, `engagement nordlys/fjord`, `start nordlys/fjord claude`: where
        // the row names one.
        var client = row.kind == "use" ? words.first.map { String($0.prefix { $0 != "/" }) } : nil
        for (place, word) in words.enumerated() where place + 1 < words.count {
            if word == "client" || word == "engagement" || word == "for"
                || place == 0 && word == "start" && row.kind == "session"
            {
                client = words[place + 1] == "-" ? nil : String(words[place + 1].prefix { $0 != "/" })
                break
            }
        }
        let event =
            switch row.kind {
            case "put": "saved"
            case "use": "work on"
            default: row.kind
            }
        return LogLine(
            number: row.sequence, time: moment(row.at), client: client, event: event, detail: row.body,
            hash: hexadecimal(row.hash))
    }

    // MARK: Writing

    private func save(_ change: Change) throws {
        let ledger = desk.ledger
        switch change {
        case .client(var item):
            item.engagements = try ledger.client(item.id)?.engagements ?? []
            try ledger.put(item)
        case .engagement(let item, let client): try ledger.put(item, client: client)
        case .agreement(let item): try ledger.put(item)
        case .obligation(let item, let agreement): try ledger.put(item, agreement: agreement)
        case .consent(let item): try ledger.put(item)
        case .account(let item): try ledger.put(item)
        case .review(let item, let old):
            if let old { try ledger.put(old.withdrawn) }
            try ledger.put(item)
        case .fact(let item, let agreement, let old):
            guard let paper = try ledger.agreements().first(where: { $0.id == agreement }) else {
                throw Failure(.notFound, "There is no agreement \"\(agreement)\" any more.")
            }
            try ledger.put(paper.stating(item, inPlaceOf: old))
        case .surface(let draft): try save(draft)
        case .settings(let item): try ledger.put(item)
        }
        desk.renewTag()
        forget()
    }

    /// Puts a surface into the freelancer's own catalog, or takes it out.
    private func save(_ draft: SurfaceDraft) throws {
        var own = try OwnCatalog(place)
        let id = draft.surface.id
        guard !draft.archived else {
            try own.remove(id)
            return desk.forgetCatalog()
        }
        let fields = SurfaceEntry(draft)
        if own.ids.contains(id) { try own.edit(id, fields) } else { try own.add(id, fields) }
        desk.forgetCatalog()
    }

    /// Writes a file of the freelancer's own beside the ledger.
    private func write(_ bytes: [UInt8], named name: String, in folder: String) throws -> String {
        let folder = try place.home + "/" + folder
        try makeFolder(folder)
        let path = "\(folder)/\(name)"
        try bulkhead.write(bytes, to: path)
        return "Written to \(path)"
    }

    private func writeDraft(_ name: String, _ text: String) throws -> String {
        let safe = String(name.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
        return try write(Array((text + "\n").utf8), named: "\(safe)-\(today).txt", in: "drafts")
    }

    private func exportLog() throws -> String {
        var bytes: [UInt8] = []
        try desk.ledger.exportLog { bytes += Array($0.utf8) }
        return try write(bytes, named: "log-\(today).txt", in: "exports")
    }

    private func exportDeadlines() throws -> String {
        let days = Answers(try desk.datedWorld(), today: today).dates()
        let tags = Dictionary(try desk.ledger.roster(limit: .max).map { ($0.id, $0.tag) }) { first, _ in first
        }
        return try write(
            Array(calendar(days, tags: tags, stamp: today).utf8),
            named: "deadlines-\(today).ics",
            in: "exports")
    }

    // MARK: Sessions

    private func plan(_ request: Request) throws -> LaunchPlan {
        let answers = try answers(for: request.client)
        let verdict = try answers.explanation(request).verdict
        let client = answers.world.clients.first { $0.id == request.client }
        let engagement = client?.engagements.first { $0.id == request.engagement }
        let surface = answers.world.catalog.surfaces.first { $0.id == request.surface }
        let folders = engagement?.directories ?? []
        let hosts = surface?.hosts ?? []
        var checks: [LaunchPlan.Check] = [
            .init("home", "its own, kept for this client alone"),
            .init(
                "folders",
                folders.isEmpty ? "none recorded: only its own home" : folders.joined(separator: ", ")),
            .init("network", hosts.isEmpty ? "none" : "only " + hosts.joined(separator: ", ")),
            .init("nothing of", "other clients: no keys, no variables, no files"),
        ]
        if let id = verdict.request.account {
            let identity = answers.world.accounts.first { $0.id == id }?.identity
            checks.insert(.init("account", identity.map { "\($0) (\(id))" } ?? id), at: 1)
        }
        let job = request.engagement.map { "\(request.client)/\($0)" } ?? request.client
        var command = "bulkhead run --for \(job) --surface \(request.surface)"
        if let route = request.route { command += " --route \(route)" }
        let asked = verdict.duties.subtracting(Precondition.metByTheWall)
        if !asked.isEmpty { command += " --ack " + asked.members.map(\.rawValue).joined(separator: ",") }
        for duty in verdict.duties.intersection(Precondition.metByTheWall).members {
            checks.append(.init("condition", "\(duty.rawValue): the wall sees to it"))
        }
        return LaunchPlan(
            verdict: verdict, checks: checks, metByTheWall: Precondition.metByTheWall, command: command)
    }

    /// What starts the session.
    ///
    /// It names no client: the job is the current one, and process titles are for all to see.
    private func arguments(_ permitted: Permitted) throws -> (words: [String], isBeside: Bool) {
        let request = permitted.verdict.request
        let launch = try catalog().surfaces.first { $0.id == request.surface }?.launch ?? .none(nil)
        var options = ["--surface", request.surface]
        if let route = request.route { options += ["--route", route] }
        for duty in permitted.acknowledged.subtracting(Precondition.metByTheWall).members {
            options += ["--ack", duty.rawValue]
        }
        switch launch {
        case _ where isDemo: return (["run"] + options + ["--"] + Demo.standIn, false)
        case .browser: return (["launch"] + options, true)
        case .command: return (["run"] + options, false)
        // No program of its own: a shell that reaches the surface's hosts and nothing else.
        case .gateway, .local, .none:
            return (["run"] + options + ["--", environment("SHELL") ?? "/bin/sh"], false)
        }
    }

    private func launch(_ permitted: Permitted) throws -> Mailbox.Reply {
        let (words, isBeside) = try arguments(permitted)
        guard isBeside else { return .run(words) }
        return .event(.answer(.launched(try startBeside(words))))
    }

    /// Starts this program beside the interface, without its terminal, and looks for two seconds whether it stays.
    private func startBeside(_ words: [String]) throws -> String {
        let path = try place.home + "/starting"
        let notes = open(path, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard notes >= 0 else { throw Failure(.refused, "\(path) cannot be written: \(problem(errno)).") }
        unlink(path)
        defer { close(notes) }
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (from, to) in [(null, 0), (null, 1), (notes, 2)] as [(Int32, Int32)] {
            posix_spawn_file_actions_adddup2(&actions, from, to)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID of glibc's spawn.h, a macro behind _GNU_SOURCE that is not imported.
        posix_spawnattr_setflags(&attributes, 0x80)
        var child = pid_t()
        var arguments = (["bulkhead"] + words).map { strdup($0) } + [nil]
        var variables = try ownEnvironment(for: place).map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        let code = posix_spawn(&child, "/proc/self/exe", &actions, &attributes, &arguments, &variables)
        guard code == 0 else { throw Failure(.refused, "The session cannot be started: \(problem(code)).") }
        var status: Int32 = 0
        for _ in 0..<20 {
            if waitpid(child, &status, WNOHANG) == child {
                var bytes = [UInt8](repeating: 0, count: 2000)
                let count = max(0, pread(notes, &bytes, bytes.count, 0))
                let words = String(decoding: bytes[..<count], as: UTF8.self)
                guard status != 0 else { return "The session has ended." }
                throw Failure(.refused, words.isEmpty ? "The session did not start." : words)
            }
            usleep(100_000)
        }
        return "The session is open in a window of its own."
    }

    private func endSession(_ id: String) throws -> String {
        let desk = try SessionDesk(desk)
        guard let number = Int64(id), try SessionLock.stop(number, in: desk.locks) else {
            throw Failure(.refused, "Session \(id) does not end; try again, or end its window by hand.")
        }
        return "Session \(id) has ended."
    }

    // MARK: Time

    private func moment(_ seconds: Int64) -> Moment {
        var time = time_t(seconds)
        var parts = tm()
        localtime_r(&time, &parts)
        let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        return Moment(day: day ?? today, minute: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
    }

    /// Reads `2026-11-22T21:40:00Z`.
    private func moment(_ text: String) -> Moment {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, let day = Day(text.prefix(10)), let hour = Int(text.dropFirst(11).prefix(2)),
            let minute = Int(text.dropFirst(14).prefix(2))
        else { return Moment(day: today, minute: 0) }
        return moment(Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60))
    }
}
