import Compartments
import Documents
import Ledger
import Permits

/// Puts a report together.
struct ReportBuilder {
    /// Everything recorded, with the catalog.
    let world: World
    let client: Client
    let engagement: Engagement?
    let from: Day?
    let to: Day?
    let made: Day
    private let withholding: Withholding

    init(_ world: World, client: Client, engagement: Engagement?, from: Day?, to: Day?, made: Day) {
        self.world = world
        self.client = client
        self.engagement = engagement
        self.from = from
        self.to = to
        self.made = made
        withholding = Withholding(world, except: client.id)
    }

    private func fit(_ text: String) -> String { withholding.fit(text) }
    private func fit(_ text: String?) -> String? { text.map { withholding.fit($0) } }

    /// - Parameters:
    ///   - sessions: those of the ledger, newest first.
    ///   - log: the rows of the log.
    ///   - receipt: the head of the log.
    ///   - processor: who we are, as the record of processing names us; then our representative and officer.
    func report(
        sessions: [SessionRow], log: [LogRow], receipt: LogReceipt, processor: String?,
        representative: String?, officer: String?
    ) -> ClientReport {
        let jobs = engagement.map { [$0] } ?? client.engagements
        var report = ClientReport(
            client: client.id, name: client.name, jurisdiction: fit(client.jurisdiction),
            engagement: engagement?.id, engagementTitle: fit(engagement?.title),
            jobs: jobs.filter { !$0.archived }.map { fit($0.title) },
            data: words(jobs.reduce(into: DataCategories()) { $0.formUnion($1.data) }),
            from: from, to: to, made: made, processor: fit(processor),
            representative: fit(representative), officer: fit(officer), receipt: receipt.text)
        let own = sessions.filter { session in
            session.client == client.id && isMeant(session.engagement)
                && isMeant(at: SessionTime.text(session.start))
        }
        report.visits = own.reversed().enumerated().map { visit($0.element, number: $0.offset + 1) }
        report.tools = tools(report.visits)
        for row in log where isMeant(at: row.at) { add(row, to: &report) }
        report.consents = world.consents.filter {
            $0.client == client.id && !$0.archived && ($0.engagement == nil || isMeant($0.engagement))
        }.map(consent)
        report.papers = world.agreements.filter {
            $0.client == client.id && !$0.archived && ($0.engagement == nil || isMeant($0.engagement))
        }.map(paper)
        return report
    }

    private func isMeant(_ job: String?) -> Bool { engagement == nil || job == engagement?.id }

    /// Whether a moment, `2026-11-22T21:40:00Z`, lies in the period.
    private func isMeant(at moment: String) -> Bool {
        guard let day = Day(moment.prefix(10)) else { return false }
        return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }

    private func words(_ data: DataCategories) -> [String] {
        DataCategory.allCases.filter { data.contains($0) }.map(\.rawValue)
    }

    // MARK: Sessions

    private func visit(_ row: SessionRow, number: Int) -> ClientReport.Visit {
        let evidence = row.evidence.flatMap { try? tree(Array($0.utf8)) }
        let papers = Set(world.agreements.filter { $0.client == client.id }.map(\.id))
        var terms: [ClientReport.Term] = []
        var consents: [String] = []
        for finding in evidence?.nodes("findings") ?? [] {
            // House rules are nobody's business but our own, and built-in findings may speak of others.
            guard let agreement = finding.text("agreement"), papers.contains(agreement) else { continue }
            terms.append(
                ClientReport.Term(
                    agreement: fit(agreement), clause: fit(finding.text("clause") ?? ""),
                    kind: finding.text("kind") ?? "", status: finding.text("status") ?? ""))
            if let consent = finding.text("consent"), !consents.contains(consent) { consents.append(consent) }
        }
        let account = world.accounts.first { $0.id == row.account && $0.client == client.id }
        return ClientReport.Visit(
            number: number, start: SessionTime.text(row.start), end: row.end.map { SessionTime.text($0) },
            engagement: fit(row.engagement), surface: fit(row.surface), route: fit(row.route),
            account: fit(account.map { $0.identity ?? $0.id }), data: evidence?.texts("data") ?? [],
            verdict: row.verdict, terms: terms, consents: consents.map { fit($0) },
            duties: evidence?.texts("duties") ?? [], acknowledged: row.acknowledged,
            reached: row.reached.map { (fit($0.host), $0.count) },
            refused: row.refused.map { (fit($0.host), $0.count) }, cause: row.cause)
    }

    private func tools(_ visits: [ClientReport.Visit]) -> [ClientReport.Tool] {
        var tools: [ClientReport.Tool] = []
        for visit in visits {
            for id in [visit.surface, visit.route].compactMap({ $0 }) {
                if let index = tools.firstIndex(where: { $0.surface == id }) {
                    tools[index].visits += 1
                    tools[index].last = visit.start
                } else {
                    tools.append(tool(id, visit.start))
                }
            }
        }
        return tools.sorted { $0.surface < $1.surface }
    }

    private func tool(_ id: String, _ start: String) -> ClientReport.Tool {
        let surface = world.catalog.surfaces.first { $0.id == id }
        let vendor = world.catalog.vendors.first { $0.id == surface?.vendor }
        let own = (surface?.facts ?? []).filter { $0.key == .processingRegions && $0.value != .inherit }
        let facts = own.isEmpty ? (vendor?.facts ?? []).filter { $0.key == .processingRegions } : own
        let seats = (vendor?.facts ?? []).filter { [.incorporatedIn, .headquarteredIn].contains($0.key) }
        let contract = world.agreements.first { paper in
            !paper.archived && [.dpa, .baa].contains(paper.kind) && paper.vendor == surface?.vendor
                && (paper.client == nil || paper.client == client.id)
        }
        return ClientReport.Tool(
            surface: id, name: fit(surface?.name ?? id), vendor: fit(vendor?.name ?? ""),
            seat: Self.places(seats), capabilities: surface?.capabilities ?? [], plan: fit(surface?.plan),
            regions: Self.places(facts),
            contract: fit(contract.map { $0.title ?? $0.kind.rawValue.uppercased() }), visits: 1,
            first: start, last: start)
    }

    /// The codes of the places that facts name, in words.
    private static func places(_ facts: [Fact]) -> String {
        var codes: Set<String> = []
        for case .list(let named) in facts.map(\.value) { codes.formUnion(named) }
        return codes.isEmpty ? "not known" : codes.sorted().joined(separator: ", ")
    }

    // MARK: The log

    private func add(_ row: LogRow, to report: inout ClientReport) {
        let words = row.body.split(separator: " ").map(String.init)
        switch row.kind {
        case "redact":
            var fields: [(String, String)] = []
            for word in words {
                let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
                if sides.count == 2 { fields.append((sides[0], sides[1])) }
            }
            func field(_ name: String) -> String? { fields.first { $0.0 == name }?.1 }
            guard let job = field("job"), let engagement = ours(job) else { return }
            let known: Set<String> = ["job", "sha256", "surface", "verdict", "suspicious"]
            report.redactions.append(
                ClientReport.Redaction(
                    at: row.at, engagement: fit(engagement.name), surface: fit(field("surface")),
                    verdict: field("verdict"), hash: field("sha256") ?? "",
                    counts: fields.filter { !known.contains($0.0) }.compactMap { name, count in
                        Int(count).map { (fit(name), $0) }
                    }, isBlocked: words.contains("blocked")))
        case "refusal":
            guard let job = words.first, let engagement = ours(job), words.count >= 3 else { return }
            report.refusals.append(
                ClientReport.Refusal(
                    at: row.at, engagement: fit(engagement.name), what: fit(words[1]),
                    reason: fit(words[2...].joined(separator: " "))))
        default: break
        }
    }

    private struct Job {
        var name: String?
    }

    /// The engagement of a job that is meant, where it is this client's; nil for anything else.
    private func ours(_ job: String) -> Job? {
        let parts = job.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.first == client.id else { return nil }
        let name = parts.count > 1 ? parts[1] : nil
        return isMeant(name) ? Job(name: name) : nil
    }

    // MARK: Papers

    private func consent(_ consent: Consent) -> ClientReport.Consent {
        ClientReport.Consent(
            id: fit(consent.id), surfaces: consent.surfaces.map { fit($0) },
            lifts: consent.lifts.map { fit($0) },
            data: consent.data.map(words) ?? [DataCategory.confidential.rawValue],
            granted: consent.granted.description, expires: consent.expires?.description,
            revoked: consent.revoked?.description,
            conditions: Duty.allCases.filter { consent.conditions.contains($0) }.map(\.rawValue),
            evidence: fit(consent.evidence))
    }

    private func paper(_ paper: Agreement) -> ClientReport.Paper {
        ClientReport.Paper(
            id: fit(paper.id), kind: paper.kind.rawValue, title: fit(paper.title),
            effective: paper.effective?.description, expires: paper.expires?.description,
            terms: paper.obligations.filter { !$0.archived }.map {
                (fit($0.clause ?? ""), $0.kind.rawValue)
            })
    }
}
