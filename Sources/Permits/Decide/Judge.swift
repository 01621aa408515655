/// A world prepared for many requests: clients, agreements, surfaces and facts are found by name, and what does not
/// depend on the request is worked out once.
///
/// A judge keeps what it prepared, so it stays on the task that made it; the verdicts it gives are plain values.
package final class Judge {
    package let world: World
    private let clients: NameIndex
    private let accounts: NameIndex
    private let facts: SurfaceFacts
    /// By the position of their client, as consents and accounts are.
    private var agreementsOfClient: [[Int]]
    private var consentsOfClient: [[Int]]
    private var accountsOfClient: [[Int]]
    /// By the id of the agreement that they replace.
    private let successors: [String: [Int]]
    private let housePapers: [Paper]
    /// Vendor agreements that serve every client.
    private let commonVendorPapers: [VendorPaper]

    private var dockets: [Docket?]

    /// - Parameters:
    ///   - world: what is recorded.
    ///   - facts: what another judge has worked out from the same catalog, reviews and settings.
    package init(_ world: World, facts: SurfaceFacts? = nil) {
        self.world = world
        self.facts = facts ?? SurfaceFacts(world)
        clients = NameIndex(world.clients.map { $0.archived ? nil : $0.id })
        accounts = NameIndex(world.accounts.map { $0.archived ? nil : $0.id })
        let agreements = world.agreements.indices.filter { !world.agreements[$0].archived }
        agreementsOfClient = Array(repeating: [], count: world.clients.count)
        consentsOfClient = agreementsOfClient
        accountsOfClient = agreementsOfClient
        for index in agreements {
            if let id = world.agreements[index].client, let client = clients[id] {
                agreementsOfClient[client].append(index)
            }
        }
        for index in world.consents.indices where !world.consents[index].archived {
            if let client = clients[world.consents[index].client] { consentsOfClient[client].append(index) }
        }
        for index in world.accounts.indices where !world.accounts[index].archived {
            if let client = clients[world.accounts[index].client] { accountsOfClient[client].append(index) }
        }
        var successors: [String: [Int]] = [:]
        for index in agreements {
            for replaced in world.agreements[index].supersedes {
                successors[replaced, default: []].append(index)
            }
        }
        self.successors = successors
        let common = agreements.filter { world.agreements[$0].client == nil }.map { world.agreements[$0] }
        housePapers = agreements.lazy.map { world.agreements[$0] }
            .filter { $0.kind == .house && $0.vendor == nil }
            .map { Paper($0, force: Judge.force(of: $0, in: world, successors)) }
        commonVendorPapers = common.compactMap { Judge.vendorPaper($0, in: world, successors) }
        dockets = Array(repeating: nil, count: world.clients.count)
    }

    /// Judges a request: the outcome, every finding and the open duties.
    ///
    /// - Throws: `InvalidRequest` where the request names what is not there.
    package func decide(_ request: Request) throws(InvalidRequest) -> Verdict {
        verdict(on: try open(request))
    }

    /// Judges a request as ``decide(_:)`` does, without writing the findings out, and of what is forbidden no further
    /// than to the first ban.
    ///
    /// - Throws: `InvalidRequest` where the request names what is not there.
    package func upshot(of request: Request) throws(InvalidRequest) -> Upshot {
        let matter = try open(request)
        var worst: Status?
        var upshot = Upshot(outcome: .permit, duties: [])
        for finding in builtIns(matter) where finding.status.rank > worst?.rank ?? -1 {
            worst = finding.status
            upshot.reason = finding.reason
        }
        if matter.missing == nil, worst != .breach {
            forEachDraft(matter) { draft in
                upshot.duties.formUnion(draft.ruling.duties)
                guard draft.ruling.status.rank > worst?.rank ?? -1 else { return true }
                worst = draft.ruling.status
                upshot.reason = draft.ruling.reason
                upshot.kind = matter.docket.provision(of: draft.term).obligation.kind
                // Nothing that follows makes a breach good.
                return worst != .breach
            }
        }
        if worst == .breach { upshot.duties = [] }
        upshot.outcome = Outcome(worst: worst ?? .met)
        return upshot
    }

    // MARK: Opening a request

    /// Checks a request and gathers what is needed to judge it.
    ///
    /// - Parameter supposed: a review that is supposed to have been made on the day of the request.
    func open(_ request: Request, supposing supposed: CitedFact? = nil) throws(InvalidRequest) -> Matter {
        guard let client = clients[request.client] else { throw .unknownClient(request.client) }
        let docket = docket(of: client)
        var engagement: Int?
        if let id = request.engagement {
            engagement = docket.engagement(id)
            if engagement == nil { throw .unknownEngagement(id, client: request.client) }
        }
        let surface = facts.position(of: request.surface)
        let route = request.route.flatMap(facts.position(of:))
        let entry = surface.map(facts.listing(of:))
        let isRouted = entry?.isWrapper ?? false && request.route != nil
        let target = isRouted ? request.route ?? request.surface : request.surface
        let vendor = (isRouted ? nil : entry?.vendor) ?? Surface.vendor(of: target)

        var account: Account?
        if let id = request.account {
            guard let index = accounts[id] else { throw .unknownAccount(id) }
            guard world.accounts[index].surface == target else { throw .accountElsewhere(id, target: target) }
            account = world.accounts[index]
        } else {
            account = docket.onlyAccount(at: target)
        }

        var judged = request
        if judged.data.isEmpty { judged.data = docket.material(of: engagement) }
        judged.account = account?.id

        var missing: ReasonCode?
        if surface == nil {
            missing = .unknownSurface
        } else if request.route != nil, route == nil {
            missing = .unknownRoute
        }
        return Matter(
            request: judged, docket: docket, engagement: engagement, target: target, vendor: vendor,
            account: account, missing: missing,
            sheet: facts.sheet(
                surface, isRouted ? route : nil,
                agreements: agreements(docket, vendor: vendor, at: request.at), at: request.at,
                supposing: supposed))
    }

    /// The agreements with a vendor that are in force for a client.
    private func agreements(_ docket: Docket, vendor: String, at day: Day) -> [Agreement] {
        if commonVendorPapers.isEmpty, docket.vendorPapers.isEmpty { return [] }
        return (commonVendorPapers + docket.vendorPapers).filter { $0.holds(with: vendor, at: day) }
            .map(\.agreement)
    }

    // MARK: Judging

    /// - Parameter consents: what is supposed to be granted for this very request.
    func verdict(on matter: Matter, supposing consents: [Permission] = []) -> Verdict {
        guard matter.missing == nil else {
            let findings = builtIns(matter)
            return Verdict(request: matter.request, outcome: .undetermined, duties: [], findings: findings)
        }
        let drafts = self.drafts(matter, supposing: consents)
        let builtIns = self.builtIns(matter)
        var findings: [Finding] = []
        findings.reserveCapacity(drafts.count + builtIns.count)
        var duties: Duties = []
        for status in [Status.breach, .unknown, .duty, .lifted, .met] {
            for finding in builtIns where finding.status == status { findings.append(finding) }
            // By position: a loop over the values would copy those that it passes over.
            for position in drafts.indices where drafts[position].ruling.status == status {
                findings.append(finding(drafts[position], matter))
                duties.formUnion(drafts[position].ruling.duties)
            }
        }
        return Verdict(
            request: matter.request, outcome: Outcome(worst: findings.first?.status ?? .met), duties: duties,
            findings: findings)
    }

    /// What each obligation that applies says, in the order of agreements and obligations.
    func drafts(_ matter: Matter, supposing consents: [Permission] = []) -> [Draft] {
        var drafts: [Draft] = []
        drafts.reserveCapacity(16)
        forEachDraft(matter, supposing: consents) { draft in
            drafts.append(draft)
            return true
        }
        return drafts
    }

    /// Gives `body` the ``drafts(_:supposing:)`` one by one, until it returns false.
    @inline(__always)
    private func forEachDraft(
        _ matter: Matter, supposing consents: [Permission] = [], _ body: (Draft) -> Bool
    ) {
        let (at, asked) = (matter.request.at, matter.request.data)
        let isUnclassified = asked.contains(.unclassified)
        for term in matter.docket.terms(engagement: matter.engagement, at: at, data: asked) {
            var draft = Draft(term: term, ruling: matter.ruling(on: matter.docket.provision(of: term)))
            settle(&draft, matter, supposing: consents, isUnclassified: isUnclassified)
            guard body(draft) else { return }
        }
    }

    /// Lets consents lift a ruling above `met`, and raises it where the material is unclassified.
    private func settle(
        _ draft: inout Draft, _ matter: Matter, supposing consents: [Permission], isUnclassified: Bool
    ) {
        guard draft.ruling.status != .met else { return }
        if draft.term.data.isEmpty {
            draft.ruling.status = .unknown
            draft.ruling.reason = .unclassified
            draft.ruling.duties = []
            return
        }
        var permissions = draft.term.permissions
        if !consents.isEmpty {
            let obligation = matter.docket.provision(of: draft.term).obligation
            permissions += consents.filter { $0.lifts(obligation, data: draft.term.data) }
        }
        var fewest = Int.max
        for permission in permissions where permission.names(matter.target, vendor: matter.vendor) {
            let open = permission.consent.conditions.subtracting(matter.request.done)
            guard open.count < fewest else { continue }
            fewest = open.count
            draft.permission = permission
            draft.ruling.duties = open
            draft.ruling.status = open.isEmpty ? .lifted : .duty
            draft.ruling.reason = open.isEmpty ? .consent : .consentConditions
        }
        if isUnclassified, draft.ruling.status.rank < Status.unknown.rank {
            draft.ruling.status = .unknown
            draft.ruling.reason = .unclassified
        }
    }

    private func finding(_ draft: Draft, _ matter: Matter) -> Finding {
        Finding(
            subject: .obligation(matter.docket.provision(of: draft.term)), status: draft.ruling.status,
            reason: draft.ruling.reason, data: draft.term.data,
            citation: matter.sheet.citation(of: draft.ruling),
            consent: draft.permission?.consent.id, duties: draft.ruling.duties)
    }

    // MARK: Built-in findings

    private func builtIns(_ matter: Matter) -> [Finding] {
        if let missing = matter.missing {
            return [Finding(subject: .builtIn(.unknownSurface), status: .unknown, reason: missing)]
        }
        var findings: [Finding] = []
        if lacksTerms(matter) {
            findings.append(
                Finding(subject: .builtIn(.termsUnrecorded), status: .unknown, reason: .termsUnrecorded))
        }
        if let conflict = accountConflict(matter) {
            findings.append(Finding(subject: .builtIn(.accountConflict), status: .breach, reason: conflict))
        }
        if let position = matter.engagement {
            let (status, ends) = matter.docket.ending(of: position)
            if status == .closed {
                findings.append(
                    Finding(
                        subject: .builtIn(.engagementClosed), status: .breach, reason: .engagementClosed))
            } else if let ends, ends < matter.request.at {
                findings.append(
                    Finding(subject: .builtIn(.engagementClosed), status: .breach, reason: .engagementOver))
            }
        }
        return findings
    }

    private func lacksTerms(_ matter: Matter) -> Bool {
        let (at, data) = (matter.request.at, matter.request.data)
        guard matter.docket.client.terms != .none, data != .public else { return false }
        let onlySecrets = data.isSubset(of: .tradeSecret.union(.public))
        return !matter.docket.papers.contains { paper in
            paper.recordsTerms
                && (paper.engagement == nil || paper.engagement == matter.request.engagement)
                && paper.force.binds(at: at)
                && (paper.force.holds(at: at) || paper.force.survives(at: at)
                    || paper.tradeSecretsPerpetual && onlySecrets)
        }
    }

    private func accountConflict(_ matter: Matter) -> ReasonCode? {
        guard let account = matter.account else { return nil }
        let client = matter.docket.client
        guard account.client == client.id else { return .otherClientsAccount }
        guard let own = client.conflictClass else { return nil }
        let at = matter.request.at
        let isRivals = account.seen.contains { sighting in
            sighting.date <= at && sighting.client != client.id && conflictClass(of: sighting.client) == own
                && !account.cleared.contains { sighting.date <= $0 && $0 <= at }
        }
        return isRivals ? .rivalOnAccount : nil
    }

    /// The class of a client, archived ones among them: what an account has held stays held.
    private func conflictClass(of id: String) -> String? {
        if let index = clients[id] { return world.clients[index].conflictClass }
        return world.clients.first { $0.id == id }?.conflictClass
    }

    // MARK: Preparing

    private func docket(of client: Int) -> Docket {
        if let known = dockets[client] { return known }
        let own = agreementsOfClient[client].map { world.agreements[$0] }
        let papers = own.filter { $0.vendor == nil && $0.kind != .house }.map { agreement in
            Paper(agreement, force: Judge.force(of: agreement, in: world, successors))
        }
        let docket = Docket(
            client: world.clients[client], papers: papers + housePapers,
            vendorPapers: own.compactMap { Judge.vendorPaper($0, in: world, successors) },
            consents: consentsOfClient[client].map { world.consents[$0] },
            accounts: accountsOfClient[client].map { world.accounts[$0] })
        dockets[client] = docket
        return docket
    }

    private static func vendorPaper(
        _ agreement: Agreement, in world: World, _ successors: [String: [Int]]
    ) -> VendorPaper? {
        agreement.vendor.map { vendor in
            VendorPaper(
                agreement: agreement, vendor: vendor, force: force(of: agreement, in: world, successors))
        }
    }

    private static func force(
        of agreement: Agreement, in world: World, _ successors: [String: [Int]]
    ) -> Force {
        let replacing = (successors[agreement.id] ?? []).map { world.agreements[$0] }
            .filter { $0.client == agreement.client }
        return Force(agreement, replacedFrom: replacing.map { $0.effective ?? Day(number: .min) }.min())
    }
}
