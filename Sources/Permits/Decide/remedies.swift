/// What would make a request allowed, each with the outcome if it, and it alone, were done.
///
/// - Parameters:
///   - judge: the judge that gave the verdict, or one over the same world.
///   - verdict: the verdict to better.
/// - Returns: alternatives, consents, duties, research, in this order, and the outcome once all consents and duties are
///   there together; nothing where the outcome is `permit`.
package func remedies(_ judge: Judge, _ verdict: Verdict) -> (list: [Remedy], allDone: Outcome?) {
    guard verdict.outcome != .permit, let matter = try? judge.open(verdict.request) else { return ([], nil) }
    let consents = judge.consentsToAsk(matter)
    let duties = verdict.duties.members.map { duty in
        Remedy(action: .duty(duty), outcome: judge.outcome(matter, done: Duties(duty)))
    }
    let list =
        judge.alternatives(to: verdict)
        + consents.map { action, consent in
            Remedy(action: action, outcome: judge.outcome(matter, consents: [consent]))
        } + duties + judge.research(matter)
    let allDone = judge.outcome(matter, consents: consents.map(\.consent), done: verdict.duties)
    return (list, allDone)
}

/// What would make a request allowed; a `Judge` does the same for many.
package func remedies(_ world: World, _ verdict: Verdict) -> (list: [Remedy], allDone: Outcome?) {
    remedies(Judge(world), verdict)
}

extension Judge {
    /// The outcome of a request with more consents and more duties done.
    fileprivate func outcome(_ matter: Matter, consents: [Permission] = [], done: Duties = []) -> Outcome {
        var request = matter.request
        request.done.formUnion(done)
        guard let opened = try? open(request) else { return verdict(on: matter).outcome }
        return self.verdict(on: opened, supposing: consents).outcome
    }

    /// At most five other surfaces that can do some of the same and come out strictly better.
    fileprivate func alternatives(to verdict: Verdict) -> [Remedy] {
        let surfaces = world.catalog.surfaces
        guard let asked = surfaces.first(where: { $0.id == verdict.request.surface }) else { return [] }
        var better: [Remedy] = []
        for other in surfaces
        where other.id != asked.id && other.capabilities.contains(where: asked.capabilities.contains) {
            var request = verdict.request
            request.surface = other.id
            request.account = nil
            guard let outcome = (try? upshot(of: request))?.outcome, outcome < verdict.outcome else {
                continue
            }
            better.append(Remedy(action: .alternative(surface: other.id), outcome: outcome))
        }
        return Array(
            Outcome.allCases.flatMap { outcome in better.filter { $0.outcome == outcome } }.prefix(5))
    }

    /// For each breach or unknown that a consent can lift, the consent to ask for.
    fileprivate func consentsToAsk(_ matter: Matter) -> [(action: Remedy.Action, consent: Permission)] {
        waiting(matter, [.breach, .unknown]).compactMap { draft in
            let obligation = matter.docket.provision(of: draft.term).obligation
            guard obligation.liftable, !draft.term.data.isEmpty else { return nil }
            var consent = Consent(id: "", client: matter.request.client, granted: matter.request.at)
            consent.engagement = matter.request.engagement
            consent.surfaces = [matter.target]
            consent.lifts = [obligation.kind.rawValue]
            consent.data = draft.term.data
            let action = Remedy.Action.consent(
                obligation: obligation.id, target: matter.target, kind: obligation.kind, data: draft.term.data
            )
            return (action, Permission(consent))
        }
    }

    /// Each fact that an unknown waits for, at the fresh value that would serve it best.
    fileprivate func research(_ matter: Matter) -> [Remedy] {
        var seen = Set<Remedy.Action>()
        var list: [Remedy] = []
        for draft in waiting(matter, [.unknown]) {
            let rule = matter.docket.provision(of: draft.term).obligation.rule
            for key in draft.ruling.waits.members where matter.sheet[key].gap != .unrouted {
                let surface = matter.sheet[key].surface
                let value = rule.mostFavorable(key)
                let action = Remedy.Action.research(surface: surface, key: key.key, value: value)
                guard seen.insert(action).inserted else { continue }
                let review = CitedFact(
                    surface: surface, key: key.key, value: value, source: "", retrieved: matter.request.at,
                    state: .fresh)
                guard let opened = try? open(matter.request, supposing: review) else { continue }
                list.append(Remedy(action: action, outcome: self.verdict(on: opened).outcome))
            }
        }
        return list
    }

    /// The drafts of some statuses, in the order of the findings.
    private func waiting(_ matter: Matter, _ statuses: [Status]) -> [Draft] {
        guard matter.missing == nil else { return [] }
        let drafts = self.drafts(matter)
        return statuses.flatMap { status in drafts.filter { $0.ruling.status == status } }
    }
}

extension Rule {
    /// The value of a fact that serves the rule best.
    fileprivate func mostFavorable(_ key: DecidingKey) -> FactValue {
        switch key {
        case .onDevice, .dpa, .baa, .e2ee, .commercialUse: .flag(true)
        case .trainsOnInput, .humanReview: .stance(.never)
        case .retentionDays: .retention(.days(0))
        case .processingRegions, .selectableRegions:
            if case .dataLocation(let regions) = self { .list(regions) } else { .list([]) }
        case .incorporatedIn, .headquarteredIn, .controlledFrom: .list([])
        }
    }
}
