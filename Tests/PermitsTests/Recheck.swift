@testable import Permits

/// Works a finding out again from the facts, the consent and the account that it names.
struct Recheck {
    let verdict: Verdict
    let world: World

    private var request: Request { verdict.request }
    private var account: Account? { world.accounts.first { $0.id == request.account } }

    /// What a finding's facts say of a key: the strictest of them, lists put together.
    private struct Reading {
        var value: FactValue?
        var isFresh = false
    }

    /// What is wrong with a finding, if anything.
    func fault(in finding: Finding) -> String? {
        guard let obligation = finding.obligation else {
            return finding.facts.isEmpty && finding.duties.isEmpty
                ? nil : "a built-in finding carries too much"
        }
        var (status, duties) = row(obligation.rule, finding)
        if obligation.unlessRedacted, status != .met {
            (status, duties) = request.done.contains(.redact) ? (.met, []) : (.duty, .redact)
        }
        if status != .met {
            if finding.data.isEmpty {
                (status, duties) = (.unknown, [])
            } else if let id = finding.consent {
                guard let consent = world.consents.first(where: { $0.id == id }) else {
                    return "no such consent"
                }
                duties = consent.conditions.subtracting(request.done)
                status = duties.isEmpty ? .lifted : .duty
            }
            if request.data.contains(.unclassified), status.rank < Status.unknown.rank { status = .unknown }
        }
        if status != finding.status { return "found \(status)" }
        return duties == finding.duties ? nil : "found duties \(duties.members)"
    }

    private func reading(_ key: FactKey, _ finding: Finding) -> Reading {
        let facts = finding.facts.filter { $0.key == key }
        guard let first = facts.first else { return Reading() }
        let fresh = facts.allSatisfy { fact in
            fact.state == .signed
                || fact.retrieved.map { request.at.days(since: $0) <= world.settings.factMaxAgeDays } ?? false
        }
        guard case .list = first.value else { return Reading(value: first.value, isFresh: fresh) }
        let lists = facts.map { fact -> Set<String> in
            if case .list(let codes) = fact.value { Set(codes.map(Regions.canonical)) } else { [] }
        }
        let together = lists.dropFirst().reduce(lists[0]) { all, next in
            key == .selectableRegions ? all.intersection(next) : all.union(next)
        }
        return Reading(value: .list(together.sorted()), isFresh: fresh)
    }

    private func done(_ duty: Duties) -> (Status, Duties) {
        request.done.isSuperset(of: duty) ? (.met, []) : (.duty, duty)
    }

    private func yesNo(_ key: FactKey, _ finding: Finding) -> (Status, Duties) {
        let fact = reading(key, finding)
        return switch fact.value {
        case .flag(true): (fact.isFresh ? .met : .unknown, [])
        case .flag(false): (.breach, [])
        default: (.unknown, [])
        }
    }

    private func stance(_ key: FactKey, _ finding: Finding) -> (Status, Duties) {
        let fact = reading(key, finding)
        switch fact.value {
        case .stance(.never), .stance(.optIn): return (fact.isFresh ? .met : .unknown, [])
        case .stance(.always): return (.breach, [])
        case .stance(.optOut):
            let age = account?.optOutVerified.map { request.at.days(since: $0) }
            return age.map { (0...90).contains($0) } ?? false ? (.met, []) : done(.verifyOptOut)
        default: return (.unknown, [])
        }
    }

    private func processor(_ instrument: Rule.Instrument, _ finding: Finding) -> (Status, Duties) {
        let kind: Agreement.Kind = instrument == .dpa ? .dpa : .baa
        if let id = finding.instrument, world.agreements.contains(where: { $0.id == id && $0.kind == kind }) {
            return (.met, [])
        }
        let stands = yesNo(instrument == .dpa ? .dpa : .baa, finding)
        let known = reading(instrument == .dpa ? .dpa : .baa, finding).value == .flag(true)
        return known ? done(instrument == .dpa ? .signDPA : .signBAA) : stands
    }

    private func list(_ key: FactKey, _ finding: Finding) -> [String]? {
        if case .list(let codes) = reading(key, finding).value { codes } else { nil }
    }

    private func row(_ rule: Rule, _ finding: Finding) -> (Status, Duties) {
        let local = reading(.onDevice, finding)
        let onDevice = local.value == .flag(true) && local.isFresh
        let isTarget = { (names: [String]) in
            let routed =
                world.catalog.surfaces.first { $0.id == request.surface }?.facts
                .contains { $0.value == .inherit } ?? false
            let target = routed ? request.route ?? request.surface : request.surface
            return names.contains(target) || names.contains(String(target.prefix { $0 != "." }))
        }
        switch rule {
        case .thirdPartyDisclosure(let recipients):
            let first = yesNo(.onDevice, finding)
            guard first.0 == .breach, recipients == .processors else { return first }
            let (training, contract) = (stance(.trainsOnInput, finding), processor(.dpa, finding))
            return (training.0.rank > contract.0.rank ? training.0 : contract.0, training.1.union(contract.1))
        case .modelTraining: return onDevice ? (.met, []) : stance(.trainsOnInput, finding)
        case .humanReview: return onDevice ? (.met, []) : stance(.humanReview, finding)
        case .aiUse(let mode, let surfaces, let exempt):
            return exempt && onDevice || mode == .listed && isTarget(surfaces) ? (.met, []) : (.breach, [])
        case .localOnly: return yesNo(.onDevice, finding)
        case .dataLocation(let regions):
            if onDevice { return (.met, []) }
            let processing = list(.processingRegions, finding)
            let outside = processing?.filter { !Regions.contain(regions, $0) } ?? []
            let fresh = reading(.processingRegions, finding).isFresh
            if let processing, !processing.isEmpty, outside.isEmpty, fresh { return (.met, []) }
            if (list(.selectableRegions, finding) ?? []).contains(where: { Regions.contain(regions, $0) }) {
                let region = account?.region
                return region.map { Regions.contain(regions, $0) } ?? false ? (.met, []) : done(.selectRegion)
            }
            return (outside.isEmpty ? .unknown : .breach, [])
        case .excludedJurisdiction(let excluded):
            if onDevice { return (.met, []) }
            let keys: [FactKey] = [.incorporatedIn, .headquarteredIn, .controlledFrom]
            let known = keys.compactMap { list($0, finding) }
            if known.joined().contains(where: { Regions.contain(excluded, $0) }) { return (.breach, []) }
            return (
                known.count == 3 && keys.allSatisfy { reading($0, finding).isFresh } ? .met : .unknown, []
            )
        case .retentionLimit(let most):
            if onDevice { return (.met, []) }
            let kept = reading(.retentionDays, finding)
            return switch kept.value {
            case .retention(.days(let days)) where days <= most: (kept.isFresh ? .met : .unknown, [])
            case .retention: (.breach, [])
            default: (.unknown, [])
            }
        case .processorAgreement(let instrument):
            return onDevice ? (.met, []) : processor(instrument, finding)
        case .endToEndEncryption: return onDevice ? (.met, []) : yesNo(.e2ee, finding)
        case .commercialLicence: return yesNo(.commercialUse, finding)
        case .dedicatedAccount(let login):
            let fits = account.map { account in login.map { $0.contains { $0 == account.login } } ?? true }
            return onDevice || fits ?? false ? (.met, []) : done(.dedicatedAccount)
        case .redaction: return done(.redact)
        case .segregatedProfile: return done(.segregatedProfile)
        case .networkProtection: return done(.connectVPN)
        case .secondFactor: return done(.presentKey)
        case .discloseUse: return done(.discloseUse)
        case .recorded: return (.met, [])
        }
    }
}
