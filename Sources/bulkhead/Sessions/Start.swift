import Compartments
import Documents
import Permits

/// One start of a session, from what was typed to the plan.
struct Start {
    let place: Place
    let options: StartOptions
    /// The surface that was named; nil where a command is none.
    var surface: String?
    var command: [String] = []
    var browser: String?

    /// Plans the session and becomes it; with `--dry-run` prints the plan.
    ///
    /// - Returns: The exit code of a dry run; a session that starts takes this process over.
    /// - Throws: ``Failure`` where nothing starts.
    func begin() throws(Failure) -> Exit {
        let (plan, undertaking) = try prepared()
        if options.dryRun {
            if place.json {
                print(bytes: Array((plan.json + "\n").utf8))
            } else {
                for line in plan.lines + undertaking.dutyLines { say(line) }
            }
            return undertaking.verdict?.outcome.exit ?? .done
        }
        if plan.program != .command, Display.current()?.kind == .x11 {
            complain(
                "The screen is X11: the other windows of this login can read this one's clipboard and keys.")
        }
        throw Failure(SessionProgram.replaceProcess(with: plan))
    }

    private func prepared() throws(Failure) -> (Plan, Undertaking) {
        let desk = try Desk(place)
        let (clientID, engagementID) =
            place.json ? try desk.job(options.question.job) : try desk.wholeJob(options.question.job)
        let clients = try guarded { try desk.ledger.clients() }
        guard let client = clients.first(where: { $0.id == clientID && !$0.archived }) else {
            throw Failure(InvalidRequest.unknownClient(clientID))
        }
        var undertaking = Undertaking(client: client, on: today())
        if let engagementID {
            guard let engagement = client.engagements.first(where: { $0.id == engagementID && !$0.archived })
            else {
                throw Failure(InvalidRequest.unknownEngagement(engagementID, client: clientID))
            }
            undertaking.engagement = engagement
        }
        undertaking.command = command
        for text in options.ack { undertaking.acknowledged.formUnion(try duties(text, of: "--ack")) }
        try judge(&undertaking, at: desk)
        let home = try place.absoluteHome
        let userHome = environment("HOME") ?? "/"
        let jobs =
            undertaking.engagement.map { [$0] }
            ?? client.engagements.filter { !$0.archived && $0.status == .active }
        do {
            // What no folder could change is said first.
            if !options.dryRun, undertaking.verdict.map({ $0.outcome > .conditional }) ?? false {
                try undertaking.checkVerdict()
            }
            undertaking.folders = try Folder.resolve(
                jobs.flatMap(\.directories), userHome: userHome,
                hidden: [home]
                    + clients.filter { $0.id != clientID }.flatMap(\.engagements).flatMap(\.directories),
                closed: [home + "/compartments", home + "/backups", try place.configuration],
                orAbsent: options.dryRun)
            for folder in undertaking.folders where !folder.isThere {
                complain("The folder \(folder.path) is not there: a session would not start.")
            }
            let settings = try SessionSettings.read(try place.configuration + "/sessions")
            if !options.dryRun {
                try checkClock(desk)
                try checkMachine(&undertaking, settings)
                try undertaking.checkVerdict()
                leaveToTheWall(&undertaking)
            }
            return (try plan(undertaking, settings, home: home), undertaking)
        } catch let refusal as Refusal {
            if !options.dryRun, let verdict = undertaking.verdict { note(verdict, refusal, at: desk) }
            throw Failure(refusal)
        } catch {
            throw Failure(error)
        }
    }

    /// Refuses to start where the clock is behind the log, for a consent that has expired would hold again.
    ///
    /// The last ten rows are looked at, so that neither a change that was made with the wrong clock hides it, nor
    /// a clock that once was ahead keeps everything shut for good.
    private func checkClock(_ desk: Desk) throws {
        let rows = try guarded { try desk.ledger.recentLog(limit: 10) }
        let now = today()
        // A day's difference is the time zone's.
        guard let latest = rows.compactMap({ Day($0.at.prefix(10)) }).max(), latest.days(since: now) > 1
        else {
            return
        }
        throw Failure(
            .refused,
            "The clock says \(now), and one of the last ten rows of the log is of \(latest): set the clock right, "
                + "then start again.")
    }

    /// Asks for the verdict on the surface, or on the one that the command itself is.
    private func judge(_ undertaking: inout Undertaking, at desk: Desk) throws(Failure) {
        let data = try categories(Question.list(options.question.data))
        let done = try duties(Question.list(options.question.done))
        guard surface != nil || !command.isEmpty else { return }
        let catalog = try desk.catalog()
        var named = surface
        if named == nil, let program = command.first?.split(separator: "/").last {
            named = Recipe.surface(of: String(program), in: catalog)?.id
        }
        guard let named else { return }
        var request = Request(
            client: undertaking.client.id, engagement: undertaking.engagement?.id,
            surface: try desk.surface(named: named, in: catalog), data: data, done: done, at: try place.day)
        if let account = options.question.account {
            request.account = try desk.account(named: account)
        }
        if let route = options.question.route { request.route = try desk.surface(named: route, in: catalog) }
        let basis = try guarded { try desk.ledger.receipt().text }
        let world = try desk.world(for: request)
        undertaking.basis = basis
        let verdict = try judged(Judge(world), request)
        var writer = VerdictWriter()
        writer.write(verdict)
        undertaking.verdict = verdict
        undertaking.evidence = String(decoding: writer.json.bytes, as: UTF8.self)
        // What a verdict is made from leaves the hosts out.
        undertaking.surface = catalog.surfaces.first { $0.id == request.surface }
        undertaking.route = catalog.surfaces.first { $0.id == request.route }
    }

    /// Looks at what the open duties ask of the machine; one that holds counts as done.
    private func checkMachine(
        _ undertaking: inout Undertaking, _ settings: SessionSettings
    ) throws(Refusal) {
        guard let verdict = undertaking.verdict, verdict.outcome <= .conditional else { return }
        for duty in verdict.duties.subtracting(undertaking.acknowledged).members {
            guard let holds = Precondition.holds(duty, settings) else { continue }
            guard holds else { throw Refusal(.precondition, Precondition.advice(duty)) }
            complain("\(duty.rawValue): checked, holds")
            undertaking.acknowledged.formUnion(Duties(duty))
        }
    }

    /// Says which duties the session meets by what it is, and has its record say so.
    private func leaveToTheWall(_ undertaking: inout Undertaking) {
        let met = (undertaking.verdict?.duties ?? []).intersection(Precondition.metByTheWall)
            .subtracting(undertaking.acknowledged)
        for duty in met.members { complain("\(duty.rawValue): the wall sees to it") }
        undertaking.acknowledged.formUnion(met)
    }

    private func plan(
        _ undertaking: Undertaking, _ settings: SessionSettings, home: String
    ) throws -> Plan {
        let surfaceID = undertaking.surface?.id
        let root = home + "/compartments"
        let compartment =
            options.dryRun
            ? Compartment.preview(root: root, client: undertaking.client.id, surface: surfaceID)
            : try Compartment.open(root: root, client: undertaking.client.id, surface: surfaceID)
        let locks = SessionLock.folder(namedHome: try place.namedAbsoluteHome, stateFolder: home)
        var machine = Machine.current()
        if options.dryRun, machine.display == nil {
            // As where there is a screen, for nothing is drawn.
            machine.display = Display(kind: .x11, name: ":0", socket: "/tmp/.X11-unix/X0")
        }
        let planner = Planner(
            machine: machine, compartment: compartment,
            place: Plan.Place(ledger: home, locks: locks, compartment: compartment.name))
        var undertaking = undertaking
        var recipe: Recipe?
        if let surface = undertaking.surface {
            if case .none(let reason) = surface.launch, command.isEmpty {
                let sentence =
                    "\(surface.id) is judged only: \(reason ?? "the catalog names no way to start it")."
                guard options.dryRun else { throw Failure(.refused, sentence) }
                complain(sentence)
                var plan = planner.plan(laidOutFor: undertaking)
                plan.command = []
                return plan
            }
            if case .command(let text) = surface.launch, command.isEmpty {
                undertaking.command = text.split(separator: " ").map(String.init)
            }
            let local = if case .local = surface.launch { true } else { false }
            if local || undertaking.command.first?.hasSuffix("ollama") == true,
                let reason = Precondition.remoteModel(
                    in: undertaking.command, host: environment("OLLAMA_HOST"))
            {
                throw Failure(.refused, reason + ".")
            }
            if command.isEmpty, let (browser, address) = try page(of: surface) {
                return try planner.plan(for: undertaking, browser: browser, address: address)
            }
        }
        if let program = undertaking.command.first?.split(separator: "/").last {
            recipe = Recipe(program: String(program))
            undertaking.command.insert(contentsOf: recipe?.arguments ?? [], at: 1)
        }
        if let target = undertaking.route ?? undertaking.surface, !options.dryRun {
            undertaking.keys = try settings.keys(of: undertaking.client.id, for: target.vendor)
        }
        var plan = planner.plan(laidOutFor: undertaking)
        plan.environment += recipe?.variables ?? []
        plan.reportsInJSON = place.json
        if let program = plan.command.first, !options.dryRun, !plan.finds(program) {
            throw Failure(
                .notFound,
                "\(program): there is no such program behind the wall, which shows the system's programs and the job's folders, not your home."
            )
        }
        return plan
    }

    /// The browser and the address of a surface that is a page; nil for any other.
    private func page(of surface: Surface) throws(Failure) -> (Browser, String)? {
        let address: String
        switch surface.launch {
        case .browser(let text): address = text
        case .local(let text) where browser != nil: address = text
        default: return nil
        }
        let installed = Browser.installed()
        guard let found = installed.first(where: { $0.name == browser ?? $0.name }) else {
            if options.dryRun { return (.chromium("/usr/lib/chromium/chromium"), address) }
            throw Failure(
                .refused,
                "\(browser ?? "A browser") is not installed; run: apt install chromium or firefox-esr.")
        }
        return (found, address)
    }
}

extension Failure {
    /// A refusal of a session, as the command line reports it.
    init(_ refusal: Refusal) {
        self.init(Exit(rawValue: refusal.exitCode) ?? .refused, refusal.sentence)
    }
}

extension Place {
    /// The home from the root of the file system, for a process that may stand elsewhere.
    var absoluteHome: String {
        get throws(Failure) { Start.absolute(try home) }
    }

    /// The same, where one was named.
    var namedAbsoluteHome: String? {
        get throws(Failure) {
            namedHome == nil && environment("BULKHEAD_HOME") == nil ? nil : try absoluteHome
        }
    }
}

extension Start {
    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return Path.normalized(path) }
        return Path.normalized((Path.resolved(".") ?? "/") + "/" + path)
    }
}
