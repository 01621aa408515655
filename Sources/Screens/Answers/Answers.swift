package import Permits

/// Works out pages from a part of the world: what the interface shows, without a ledger.
///
/// It keeps a judge, so it stays on the task that made it.
package final class Answers {
    package let world: World
    package let today: Day
    private let judge: Judge

    /// - Parameters:
    ///   - world: the part that is asked about, with the whole catalog.
    ///   - today: the day to judge by.
    ///   - facts: what was worked out from the same catalog, reviews and settings before.
    package init(_ world: World, today: Day, facts: SurfaceFacts? = nil) {
        self.world = world
        self.today = today
        judge = Judge(world, facts: facts)
    }

    // MARK: Names

    /// The surfaces as lists name them, in the order of the catalog.
    package var tools: [Tool] {
        let vendors = Dictionary(
            world.catalog.vendors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return world.catalog.surfaces.map { surface in
            Tool(
                id: surface.id, name: surface.name, vendor: vendors[surface.vendor] ?? surface.vendor,
                needsRoute: surface.facts.contains { $0.value == .inherit }, launch: surface.launch)
        }
    }

    /// Clients by name, in the order of the world.
    package static func roster(_ clients: [Client], total: Int? = nil) -> Roster {
        Roster(clients.filter { !$0.archived }.map(entry), total: total)
    }

    /// One client by name, its open engagements first.
    package static func entry(_ client: Client) -> Roster.Entry {
        let jobs = client.engagements.filter { !$0.archived }.map {
            Roster.Engagement(id: $0.id, title: $0.title, isOpen: $0.status == .active)
        }
        return Roster.Entry(
            id: client.id, tag: client.tag, name: client.name,
            engagements: jobs.filter(\.isOpen) + jobs.filter { !$0.isOpen })
    }

    // MARK: Verdicts

    /// The answers of every surface for a job, in the order of the tools.
    ///
    /// - Parameter routes: what lies behind each wrapper.
    package func judged(_ job: Job, routes: [String: String] = [:]) -> [Judged] {
        upshots(job, routes).map { upshot in
            upshot.map { Judged($0.outcome, duties: $0.duties, gist: $0.gist) } ?? Judged(.undetermined)
        }
    }

    /// Nothing where a request is invalid.
    private func upshots(_ job: Job, _ routes: [String: String]) -> [Upshot?] {
        world.catalog.surfaces.map { surface in
            try? judge.upshot(
                of: Request(
                    client: job.client, engagement: job.engagement, surface: surface.id,
                    route: routes[surface.id], at: today))
        }
    }

    /// One answer with all that it rests on.
    ///
    /// - Throws: `InvalidRequest` where the request names what is not there.
    package func explanation(_ request: Request) throws(InvalidRequest) -> Explanation {
        let verdict = try judge.decide(request)
        let (list, allDone) = remedies(judge, verdict)
        let cited = verdict.findings.flatMap { $0.facts + $0.conflicts }.map(\.source)
        let papers = Set(verdict.findings.compactMap(\.agreement))
        let lifting = Set(verdict.findings.compactMap(\.consent))
        return Explanation(
            verdict: verdict,
            sentences: verdict.findings.map { $0.sentence(about: request.surface, naming: name(of:)) },
            remedies: list, allDone: allDone,
            agreements: Dictionary(
                world.agreements.filter { papers.contains($0.id) }.map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first }
            ),
            sources: Dictionary(
                world.catalog.sources.filter { cited.contains($0.id) }.map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first }),
            consents: Dictionary(
                world.consents.filter { lifting.contains($0.id) }.map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// What a change would do to the answers of a job.
    package func impact(_ change: Change, _ job: Job, routes: [String: String] = [:]) -> [Impact] {
        let after = Answers(world.applying(change), today: today).judged(job, routes: routes)
        return zip(world.catalog.surfaces, zip(judged(job, routes: routes), after)).map {
            Impact(surface: $0.id, before: $1.0, after: $1.1)
        }
    }

    // MARK: Clients

    /// What the home list says of a client.
    ///
    /// - Parameters:
    ///   - last: when its last session began.
    ///   - routes: what lies behind each wrapper.
    package func summary(of client: Client, last: Moment? = nil, routes: [String: String] = [:])
        -> ClientSummary
    {
        let papers = world.agreements.filter { !$0.archived && $0.client == client.id && $0.binds }
        let job = Answers.entry(client).job
        var lines: [ClientSummary.Line] = []
        if let engagement = client.engagements.first(where: { $0.id == job.engagement }) {
            lines.append(.init("Engagement", engagement.title))
            if !engagement.data.isEmpty {
                lines.append(
                    .init("Material", engagement.data.members.map(\.rawValue).joined(separator: ", ")))
            }
        }
        if let paper = papers.first {
            if let signed = paper.signed ?? paper.effective { lines.append(.init("Signed", signed.words)) }
            let end = paper.terminated ?? paper.expires
            lines.append(
                .init("Ends", end.map { "\($0.words) (\($0.distance(from: today)))" } ?? "no end date"))
            if let survival = paper.survival { lines.append(.init("Survives", survival.words)) }
        }
        let obligations = papers.flatMap { $0.obligations.filter { !$0.archived } }
        if let rule = obligations.first(where: { $0.kind == .thirdPartyDisclosure }) {
            lines.append(
                .init(
                    "Disclosure",
                    rule.rule == .thirdPartyDisclosure(recipients: .processors)
                        ? "processors only"
                        : rule.liftable ? "no third party unless in writing" : "no third party"))
        }
        for obligation in obligations {
            if case .dataLocation(let regions) = obligation.rule {
                lines.append(.init("Location", "\(regions.joined(separator: ", ")) only"))
                break
            }
        }
        lines.append(.init("Dictionary", counted(client.wordsToMask, "term")))
        return ClientSummary(
            client: client.id, confidential: confidential(client, papers),
            tally: Tally(upshots(job, routes).lazy.map { $0?.outcome ?? .undetermined }),
            last: last, lines: lines)
    }

    /// One client with all that was recorded of it.
    ///
    /// - Returns: nothing where there is no such client.
    package func clientPage(_ id: String, last: Moment? = nil) -> ClientPage? {
        guard let client = world.clients.first(where: { $0.id == id && !$0.archived }) else { return nil }
        return ClientPage(
            client: client, agreements: world.agreements.filter { $0.client == id },
            consents: world.consents.filter { $0.client == id },
            accounts: world.accounts.filter { $0.client == id },
            summary: summary(of: client, last: last))
    }

    /// The house rules and the papers with vendors that serve every client.
    package func everybody() -> ClientPage {
        ClientPage(
            client: Client(id: ClientPage.everybody, name: "House rules and vendors", tag: "ALL"),
            agreements: world.agreements.filter { $0.client == nil },
            summary: ClientSummary(client: ClientPage.everybody, confidential: .noEnd, tally: Tally([])))
    }

    /// Until when the papers of a client bind: the last day on which any of their duties still runs.
    private func confidential(_ client: Client, _ papers: [Agreement]) -> ClientSummary.Confidential {
        guard !papers.isEmpty else { return client.terms == .none ? .noTerms : .unrecorded }
        var latest: Day?
        for paper in papers {
            guard let last = lastDay(of: paper) else { return .noEnd }
            latest = max(latest ?? last, last)
        }
        return latest.map { .until($0) } ?? .noEnd
    }

    /// The last day on which duties of a paper run; nothing where that has no end or cannot be computed.
    private func lastDay(of paper: Agreement) -> Day? {
        guard let end = paper.terminated ?? paper.expires, !paper.tradeSecretsPerpetual else { return nil }
        switch paper.survival {
        case nil: return end
        case .perpetual: return nil
        case .period(let period): return end.adding(period)
        case .from(let anchor, let period):
            let from: Day? =
                switch anchor {
                case .effective: paper.effective
                case .signed: paper.signed
                case .expires: paper.expires
                case .terminated: paper.terminated
                case .lastDisclosure: paper.lastDisclosure
                }
            return from.map { max(end, $0.adding(period)) }
        }
    }

    // MARK: Dates

    /// Every day on which something ends or has to be done, worded by the names of what it is about.
    package func dates() -> [Deadline] {
        let papers = paperNames
        let clients = Dictionary(
            world.clients.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let consents = Dictionary(
            world.consents.map { ($0.id, $0.surfaces) }, uniquingKeysWith: { first, _ in first })
        let accounts = Dictionary(
            world.accounts.map { ($0.id, $0.surface) }, uniquingKeysWith: { first, _ in first })
        return deadlines(of: world, at: today).map { deadline in
            var named = deadline
            named.what = words(of: deadline, papers, clients, consents, accounts)
            return named
        }
    }

    private var paperNames: [String: String] {
        Dictionary(
            world.agreements.map { ($0.id, $0.title ?? $0.kind.rawValue.uppercased()) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Every such day, ready to be filtered by the tags of clients.
    package func agenda() -> Agenda {
        Agenda(dates(), tags: Dictionary(world.clients.map { ($0.id, $0.tag) }) { first, _ in first })
    }

    private func words(
        of deadline: Deadline, _ papers: [String: String], _ clients: [String: Client],
        _ consents: [String: [String]], _ accounts: [String: String]
    ) -> String {
        func paper() -> String? { papers[deadline.subject] }
        let words: String? =
            switch deadline.kind {
            case .expiry: paper().map { "\($0) ends" }
            case .survivalEnd: paper().map { "\($0): duties end" }
            case .returnOrDestroy: paper().map { "\($0): return or delete the material" }
            case .consentExpiry:
                consents[deadline.subject].map {
                    "\($0.map(surfaceName).joined(separator: ", ")): consent ends"
                }
            case .optOut:
                accounts[deadline.subject].map {
                    "\(surfaceName($0)): look again whether training is off"
                }
            case .staleFact: "\(surfaceName(deadline.subject)): facts too old"
            case .placeholders: "shred the placeholders of \(deadline.subject)"
            case .engagementEnd:
                deadline.client.flatMap { clients[$0] }?.engagements
                    .first { $0.id == deadline.subject }.map { "\($0.title) ends" }
            }
        return words ?? deadline.what
    }

    /// What is to be done within 30 days, in the order of the days.
    ///
    /// - Parameter dates: of the ``dates()`` those that are wanted.
    func duties(_ dates: [Deadline]) -> [(deadline: Deadline, attention: HomePage.Attention)] {
        var found: [(deadline: Deadline, attention: HomePage.Attention)] = []
        let papers = paperNames
        let survivals = Dictionary(
            dates.filter { $0.kind == .survivalEnd }.map { ($0.subject, $0.date) },
            uniquingKeysWith: { first, _ in first })
        let near = dates.filter { (0...30).contains($0.date.days(since: today)) }
        // Consents of one client that end together are one thing to see to.
        let consents = Dictionary(grouping: near.filter { $0.kind == .consentExpiry }) {
            [$0.client ?? "", $0.date.description]
        }
        for deadline in near {
            var what = deadline.what
            if deadline.kind == .consentExpiry {
                let together = consents[[deadline.client ?? "", deadline.date.description]] ?? []
                guard together.first == deadline else { continue }
                if together.count > 1 { what = "\(together.count) consents end" }
            }
            let days = deadline.date.days(since: today)
            let when = days == 0 ? "today" : "in \(counted(days, "day"))"
            let rest = (deadline.kind == .expiry ? survivals[deadline.subject] : nil)
                .map { "; duties go on to \($0.words)" }
            var text = "\(what) \(when)\(rest ?? ", \(deadline.date.short)")"
            if deadline.kind == .returnOrDestroy, let paper = papers[deadline.subject] {
                text = "return or delete the material \(when), \(deadline.date.short) (\(paper))"
            }
            found.append((deadline, HomePage.Attention(.duty, client: deadline.client, text: text)))
        }
        return found
    }

    /// Of some clients those that have no paper, but should.
    func unrecorded(among ids: Set<String>) -> [HomePage.Attention] {
        let bound = Set(world.agreements.filter { !$0.archived && $0.binds }.compactMap(\.client))
        return world.clients.filter { client in
            ids.contains(client.id) && !client.archived && client.terms == .recorded
                && !bound.contains(client.id)
        }.map { client in
            HomePage.Attention(
                .unknown, client: client.id,
                text: "no NDA is recorded, so no tool has an answer: o records it.")
        }
    }

    /// That facts of the catalog are too old to rely on; nothing where none are.
    func staleness() -> HomePage.Attention? {
        let stale = world.catalog.surfaces.filter { surface in
            readDay(surface).map { today.days(since: $0) > world.settings.factMaxAgeDays } ?? false
        }
        return stale.first.map { first in
            let rest = stale.count > 1 ? " and \(counted(stale.count - 1, "other"))" : ""
            return HomePage.Attention(
                .unknown, text: "facts of \(first.name)\(rest) are too old to rely on: 4 shows them")
        }
    }

    /// When the oldest of a surface's facts was read.
    private func readDay(_ surface: Surface) -> Day? {
        oldestReading(of: surface, reviews: world.reviews, at: today)
    }

    /// What a sentence calls whatever has an id: a consent by its day.
    private func name(of id: String) -> String {
        if let consent = world.consents.first(where: { $0.id == id }) { return "of \(consent.granted.words)" }
        if let paper = world.agreements.first(where: { $0.id == id }) {
            return "\"\(paper.title ?? paper.kind.rawValue.uppercased())\""
        }
        return surfaceName(id)
    }

    /// The name of a surface or of a vendor.
    private func surfaceName(_ id: String) -> String {
        world.catalog.surfaces.first { $0.id == id }?.name ?? world.catalog.vendors.first { $0.id == id }?
            .name ?? id
    }

    // MARK: The catalog

    /// The surfaces, those of a vendor together, with the age of their facts and the keys whose sources disagree.
    package func catalogPage() -> CatalogPage {
        let vendors = Dictionary(
            world.catalog.vendors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let surfaces = world.catalog.surfaces
        let groups = Dictionary(
            surfaces.enumerated().map { ($1.vendor, $0) }, uniquingKeysWith: { first, _ in first })
        let grouped = surfaces.enumerated().sorted {
            (groups[$0.element.vendor] ?? 0, $0.offset) < (groups[$1.element.vendor] ?? 0, $1.offset)
        }
        return CatalogPage(
            rows: grouped.map { _, surface in
                let values = Dictionary(grouping: surface.facts, by: \.key).values
                return CatalogPage.Row(
                    surface: surface.id, name: surface.name,
                    vendor: vendors[surface.vendor] ?? surface.vendor,
                    age: readDay(surface).map { today.days(since: $0) },
                    conflicts: values.filter { Set($0.map(\.value)).count > 1 }.count)
            })
    }

    /// One surface with every value that is known of it, its vendor's and the freelancer's own among them.
    package func surfacePage(_ id: String) -> SurfacePage? {
        guard let surface = world.catalog.surfaces.first(where: { $0.id == id }) else { return nil }
        let vendor = world.catalog.vendors.first { $0.id == surface.vendor }
        var values = surface.facts.map { fact in
            SurfacePage.Value(
                key: fact.key, value: fact.value, source: fact.source, retrieved: fact.retrieved,
                note: fact.note,
                origin: "catalog", decides: true)
        }
        let own = Set(values.map(\.key))
        values += (vendor?.facts ?? []).map { fact in
            SurfacePage.Value(
                key: fact.key, value: fact.value, source: fact.source, retrieved: fact.retrieved,
                note: fact.note,
                origin: "vendor", decides: !own.contains(fact.key))
        }
        let reviews = world.reviews.filter { $0.surface == id && !$0.archived }
        for review in reviews {
            let latest = reviews.filter { $0.key == review.key }.map(\.retrieved).max() ?? review.retrieved
            // Older catalog values give way to the latest reading.
            for place in values.indices where values[place].key == review.key {
                if values[place].origin == "vendor" || values[place].retrieved.map({ $0 <= latest }) ?? true {
                    values[place].decides = false
                }
            }
            var value = SurfacePage.Value(
                key: review.key, value: review.value, source: review.source, retrieved: review.retrieved,
                note: review.note, origin: "review", decides: review.retrieved == latest)
            value.review = review
            values.append(value)
        }
        for paper in world.agreements where !paper.archived {
            for (key, value) in paper.facts[id] ?? [:] {
                for place in values.indices where values[place].key == key { values[place].decides = false }
                values.append(
                    SurfacePage.Value(
                        key: key, value: value, source: paper.id, retrieved: paper.effective,
                        origin: "signed", decides: true))
            }
        }
        for place in values.indices where values[place].decides {
            let isOutweighed = values.contains { other in
                other.key == values[place].key && other.decides
                    && isStricter(other.value, than: values[place].value)
            }
            if isOutweighed { values[place].decides = false }
        }
        let order = Dictionary(
            FactKey.deciding.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        values.sort { left, right in
            (order[left.key] ?? 99, left.key.name, left.decides ? 0 : 1) < (
                order[right.key] ?? 99, right.key.name, right.decides ? 0 : 1
            )
        }
        let cited = Set(values.map(\.source))
        return SurfacePage(
            surface: surface, vendor: vendor?.name ?? surface.vendor, values: values,
            sources: Dictionary(
                world.catalog.sources.filter { cited.contains($0.id) }.map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// Whether a value outweighs another of the same key; lists are united or intersected and never outweigh.
    private func isStricter(_ value: FactValue, than other: FactValue) -> Bool {
        switch (value, other) {
        case (.flag(let one), .flag(let two)): !one && two
        case (.stance(let one), .stance(let two)): one > two
        case (.retention(.days(let one)), .retention(.days(let two))): one > two
        case (.retention(.accountLifetime), .retention(.days)), (.retention(.indefinite), .retention(.days)):
            true
        case (.unknown, _), (.inherit, _): false
        case (_, .unknown): true
        default: false
        }
    }
}

extension Client {
    /// How many words of the client redaction looks for.
    var wordsToMask: Int {
        redact.names.count + redact.codenames.count + redact.domains.count + redact.custom.count
            + aliases.count + 1
    }
}

extension Agreement {
    /// Whether it binds the freelancer to a client.
    var binds: Bool { [.nda, .msa, .sow].contains(kind) }
}
