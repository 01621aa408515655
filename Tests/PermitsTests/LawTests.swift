import Testing

@testable import Permits

@Suite("The laws of the decision hold on generated worlds")
struct LawTests {
    @Test("adding an obligation never improves the outcome")
    func addingAnObligation() throws {
        try Case.expect { made in
            let before = try made.outcome()
            var maker = Maker(seed: made.seed &+ 1_000_000)
            for index in made.world.agreements.indices where made.world.agreements[index].vendor == nil {
                var world = made.world
                world.agreements[index].obligations.append(
                    maker.obligation(world.catalog.surfaces.map(\.id), id: "added"))
                let after = try made.outcome(in: world)
                if after < before { return "\(before) became \(after) by \(world.agreements[index])" }
            }
            return nil
        }
    }

    @Test("removing a consent never improves the outcome")
    func removingAConsent() throws {
        try Case.expect { made in
            let before = try made.outcome()
            for index in made.world.consents.indices {
                var world = made.world
                let consent = world.consents.remove(at: index)
                let after = try made.outcome(in: world)
                if after < before { return "\(before) became \(after) without \(consent)" }
            }
            return nil
        }
    }

    @Test("an unknown fact never becomes a permit")
    func forgettingAFact() throws {
        try Case.expect { made in
            let before = try made.outcome()
            for key in Maker.keys {
                var world = made.world
                for index in world.catalog.surfaces.indices {
                    world.catalog.surfaces[index].facts.removeAll { $0.key == key && $0.value != .inherit }
                }
                for index in world.catalog.vendors.indices {
                    world.catalog.vendors[index].facts.removeAll { $0.key == key }
                }
                world.reviews.removeAll { $0.key == key }
                for index in world.agreements.indices {
                    for surface in world.agreements[index].facts.keys {
                        world.agreements[index].facts[surface]?[key] = nil
                    }
                }
                let after = try made.outcome(in: world)
                if after < before && after <= .conditional {
                    return "\(before) became \(after) without \(key.name)"
                }
            }
            return nil
        }
    }

    @Test("ageing the only value of a fact never improves the outcome")
    func ageing() throws {
        try Case.expect { made in
            let before = try made.outcome()
            for (index, surface) in made.world.catalog.surfaces.enumerated() {
                for (position, fact) in surface.facts.enumerated()
                where fact.retrieved <= made.request.at
                    && surface.facts.count(where: { $0.key == fact.key }) == 1
                    && !made.world.reviews.contains(where: { $0.surface == surface.id && $0.key == fact.key })
                {
                    var world = made.world
                    world.catalog.surfaces[index].facts[position].retrieved = Day(
                        number: fact.retrieved.number - 400)
                    let after = try made.outcome(in: world)
                    if after < before { return "\(before) became \(after) by ageing \(fact)" }
                }
            }
            return nil
        }
    }

    @Test("adding a category to the data never improves the outcome")
    func addingACategory() throws {
        try Case.expect { made in
            let verdict = try made.verdict()
            for category in DataCategory.allCases {
                var request = verdict.request
                request.data.formUnion(DataCategories(category))
                let after = try made.outcome(request)
                if after < verdict.outcome { return "\(verdict.outcome) became \(after) with \(category)" }
            }
            return nil
        }
    }

    @Test("declaring a duty done never worsens the outcome")
    func doingADuty() throws {
        try Case.expect { made in
            let before = try made.outcome()
            for duty in Duty.allCases {
                var request = made.request
                request.done.formUnion(Duties(duty))
                let after = try made.outcome(request)
                if after > before { return "\(before) became \(after) by \(duty)" }
            }
            return nil
        }
    }

    @Test("leaving the engagement out never improves the outcome, a closed engagement aside")
    func droppingTheEngagement() throws {
        try Case.expect { made in
            let verdict = try made.verdict()
            guard made.request.engagement != nil,
                !verdict.findings.contains(where: { $0.id == Finding.BuiltIn.engagementClosed.rawValue })
            else { return nil }
            var request = made.request
            request.engagement = nil
            let after = try made.outcome(request)
            return after < verdict.outcome ? "\(verdict.outcome) became \(after)" : nil
        }
    }

    @Test("another client's obligations change nothing")
    func othersObligations() throws {
        try Case.expect { made in
            let before = try made.verdict()
            for (index, agreement) in made.world.agreements.enumerated()
            where agreement.client != made.request.client && agreement.kind != .house {
                var world = made.world
                world.agreements[index].obligations = []
                if try made.verdict(in: world) != before { return "\(agreement.id) mattered" }
                world.agreements[index].obligations = [Obligation(id: "forbids", rule: .localOnly)]
                if try made.verdict(in: world) != before { return "\(agreement.id) mattered" }
            }
            return nil
        }
    }

    @Test("a consent changes only the findings that it names")
    func consentsChangeWhatTheyName() throws {
        try Case.expect { made in
            let before = try made.verdict().findings
            for index in made.world.consents.indices {
                var world = made.world
                let consent = world.consents.remove(at: index)
                let after = try made.verdict(in: world).findings
                for finding in before where !after.contains(finding) {
                    let names = [finding.id, finding.kind?.rawValue ?? ""]
                    if !consent.lifts.contains(where: names.contains) {
                        return "\(consent.id) changed \(finding.id)"
                    }
                }
                if after.count != before.count { return "\(consent.id) changed the number of findings" }
            }
            return nil
        }
    }

    @Test("superseding an agreement by an identical copy changes nothing but ids")
    func identicalCopy() throws {
        func plain(_ verdict: Verdict) -> [Set<String>] {
            [["\(verdict.outcome)", "\(verdict.duties)"]]
                + [Set(verdict.findings.map { "\($0.id) \($0.status) \($0.reason) \($0.duties) \($0.data)" })]
        }
        try Case.expect { made in
            let before = plain(try made.verdict())
            for agreement in made.world.agreements {
                var world = made.world
                var copy = agreement
                copy.id = "copy"
                for index in world.agreements.indices
                where world.agreements[index].supersedes.contains(agreement.id) {
                    world.agreements[index].supersedes.append("copy")
                }
                copy.supersedes.append(agreement.id)
                world.agreements.append(copy)
                let after = plain(try made.verdict(in: world))
                if after != before { return "\(agreement.id): \(before) became \(after)" }
            }
            return nil
        }
    }

    @Test("the order of lists in the world changes nothing")
    func order() throws {
        try Case.expect { made in
            var maker = Maker(seed: made.seed)
            var world = made.world
            world.clients.shuffle(using: &maker.random)
            world.agreements.shuffle(using: &maker.random)
            world.consents.shuffle(using: &maker.random)
            world.accounts.shuffle(using: &maker.random)
            world.reviews.shuffle(using: &maker.random)
            world.catalog.surfaces.shuffle(using: &maker.random)
            world.catalog.vendors.shuffle(using: &maker.random)
            for index in world.agreements.indices {
                world.agreements[index].obligations.shuffle(using: &maker.random)
            }
            for index in world.catalog.surfaces.indices {
                world.catalog.surfaces[index].facts.shuffle(using: &maker.random)
            }
            for index in world.catalog.vendors.indices {
                world.catalog.vendors[index].facts.shuffle(using: &maker.random)
            }
            for index in world.consents.indices {
                world.consents[index].lifts.shuffle(using: &maker.random)
                world.consents[index].surfaces.shuffle(using: &maker.random)
            }
            let (before, after) = (try made.verdict(), try made.verdict(in: world))
            func order(_ verdict: Verdict) -> [String] {
                verdict.findings.map {
                    "\($0.agreement ?? "")/\($0.id) \($0.status) \($0.reason) \($0.duties)"
                }
            }
            if before.outcome != after.outcome || before.duties != after.duties { return "\(after.outcome)" }
            if order(before) != order(after) { return "\(order(before)) became \(order(after))" }
            for (left, right) in zip(before.findings, after.findings) {
                if Set(left.facts) != Set(right.facts) || Set(left.conflicts) != Set(right.conflicts) {
                    return "\(left.facts) became \(right.facts)"
                }
            }
            return nil
        }
    }

    @Test("what a judge was asked before changes none of its answers")
    func askingBefore() throws {
        try Case.expect { made in
            guard !made.world.clients.isEmpty, !made.world.catalog.surfaces.isEmpty else { return nil }
            let judge = Judge(made.world)
            var maker = Maker(seed: made.seed &+ 2_000_000)
            for number in 0..<30 {
                var request = maker.request(made.world)
                request.at = made.request.at
                // On few surfaces, so that what was kept of one request is there for the next.
                if number % 2 == 0 { request.surface = made.request.surface }
                if number % 5 == 0 { request.route = number % 10 == 0 ? "nobody.api" : nil }
                let (again, alone) = (try? judge.decide(request), try? decide(made.world, request))
                if again != alone { return "\(request) became \(String(describing: again))" }
            }
            return nil
        }
    }

    @Test("what another judge has worked out of the surfaces changes no answer")
    func sharing() throws {
        try Case.expect { made in
            let facts = SurfaceFacts(made.world)
            var bare = made.world
            bare.agreements = []
            let (other, judge) = (Judge(bare, facts: facts), Judge(made.world, facts: facts))
            var maker = Maker(seed: made.seed &+ 3_000_000)
            for number in 0..<10 {
                var request = maker.request(made.world)
                request.at = made.request.at
                if number % 2 == 0 { request.surface = made.request.surface }
                _ = try? other.decide(request)
                let (shared, alone) = (try? judge.decide(request), try? decide(made.world, request))
                if shared != alone { return "\(request) became \(String(describing: shared))" }
            }
            return nil
        }
    }

    @Test("an upshot is that of the verdict")
    func upshot() throws {
        try Case.expect { made in
            let judge = Judge(made.world)
            for surface in made.world.catalog.surfaces.map(\.id) + [made.request.surface, "nobody.api"] {
                var request = made.request
                request.surface = surface
                let alone = try? judge.upshot(of: request)
                let whole = (try? judge.decide(request)).map { verdict in
                    let first = verdict.findings.first
                    return Upshot(
                        outcome: verdict.outcome, duties: verdict.outcome == .deny ? [] : verdict.duties,
                        reason: first?.reason, kind: first?.kind)
                }
                if alone != whole { return "\(request) comes to \(String(describing: alone))" }
            }
            return nil
        }
    }

    @Test("every outcome but permit has a ground, and every cited fact exists")
    func groundsAndFacts() throws {
        try Case.expect { made in
            let verdict = try made.verdict()
            let grounded = verdict.findings.contains { finding in
                (finding.clause != nil || finding.obligation == nil)
                    && finding.status.rank >= Status.duty.rank
            }
            if verdict.outcome != .permit, !grounded { return "no ground" }
            for fact in verdict.findings.flatMap({ $0.facts + $0.conflicts }) where !made.world.states(fact) {
                return "nothing states \(fact)"
            }
            return nil
        }
    }

    @Test("a remedy, once applied, gives exactly the outcome that it stated")
    func remediesComeTrue() throws {
        try Case.expect { made in
            let verdict = try made.verdict()
            let (list, allDone) = remedies(made.world, verdict)
            if verdict.outcome == .permit {
                return list.isEmpty && allDone == nil ? nil : "a permit has remedies"
            }
            var everything = made
            for (number, remedy) in list.enumerated() {
                var applied = made
                applied.apply(remedy, number)
                let outcome = try applied.outcome()
                if outcome != remedy.outcome { return "\(remedy) came out \(outcome)" }
                switch remedy.action {
                case .alternative:
                    if outcome >= verdict.outcome { return "\(remedy) is no better than \(verdict.outcome)" }
                case .consent, .duty: everything.apply(remedy, number)
                case .research: break
                }
            }
            let together = try everything.outcome()
            return together == allDone ? nil : "all done came out \(together), stated \(allDone as Outcome?)"
        }
    }

    @Test("every finding can be checked again from what it carries")
    func recheck() throws {
        try Case.expect { made in
            let verdict = try made.verdict()
            let recheck = Recheck(verdict: verdict, world: made.world)
            for finding in verdict.findings {
                if let fault = recheck.fault(in: finding) { return "\(fault): \(finding)" }
            }
            return nil
        }
    }

    @Test("a permit rests on a met or lifted finding for every obligation that applies")
    func completeness() throws {
        try Case.expect { made in
            let verdict = try made.verdict()
            guard !verdict.findings.contains(where: { $0.id == "unknown-surface" }) else { return nil }
            for id in made.world.applying(to: verdict.request) {
                guard let finding = verdict.findings.first(where: { $0.id == id }) else {
                    return "no finding on \(id)"
                }
                if verdict.outcome == .permit, finding.status.rank > Status.lifted.rank {
                    return "\(id) is \(finding.status) in a permit"
                }
            }
            return nil
        }
    }
}

extension Case {
    /// Does what a remedy says, by changing the world or the request.
    mutating func apply(_ remedy: Remedy, _ number: Int) {
        switch remedy.action {
        case .alternative(let surface):
            request.surface = surface
            request.account = nil
        case .consent(_, let target, let kind, let data):
            var consent = Consent(id: "asked\(number)", client: request.client, granted: request.at)
            consent.engagement = request.engagement
            consent.surfaces = [target]
            consent.lifts = [kind.rawValue]
            consent.data = data
            world.consents.append(consent)
        case .duty(let duty): request.done.formUnion(Duties(duty))
        case .research(let surface, let key, let value):
            world.reviews.append(
                Review(surface: surface, key: key, value: value, source: "found out", retrieved: request.at))
        }
    }
}

extension World {
    /// Whether a catalog value, a review or a signed agreement says so.
    func states(_ fact: CitedFact) -> Bool {
        func isIt(_ other: Fact) -> Bool {
            other.key == fact.key && other.value == fact.value && other.source == fact.source
                && other.retrieved == fact.retrieved
        }
        if fact.state == .signed {
            return agreements.contains {
                $0.id == fact.source && $0.facts[fact.surface]?[fact.key] == fact.value
            }
        }
        return catalog.surfaces.contains { $0.id == fact.surface && $0.facts.contains(where: isIt) }
            || catalog.vendors.contains { $0.id == fact.surface && $0.facts.contains(where: isIt) }
            || reviews.contains { review in
                review.surface == fact.surface && review.key == fact.key && review.value == fact.value
                    && review.source == fact.source && review.retrieved == fact.retrieved
            }
    }

    /// The ids of the deciding obligations that apply, by the words of the rules.
    func applying(to request: Request) -> [String] {
        func covers(_ obligation: Obligation) -> DataCategories {
            request.data.members.reduce(into: []) { part, category in
                if category != .unclassified, !category.ancestors.isDisjoint(with: obligation.coveredData) {
                    part.formUnion(DataCategories(category))
                }
            }
        }
        return agreements.flatMap { a -> [String] in
            guard a.vendor == nil, a.client == request.client || a.kind == .house,
                a.engagement == nil || request.engagement == nil || a.engagement == request.engagement,
                a.effective.map({ $0 <= request.at }) ?? true,
                !agreements.contains(where: { b in
                    b.supersedes.contains(a.id) && b.client == a.client
                        && b.effective.map({ $0 <= request.at }) ?? true
                })
            else { return [] }
            let end = a.terminated ?? a.expires
            let anchor: Day? =
                switch a.survival {
                case .period: end
                case .from(.effective, _): a.effective
                case .from(.signed, _): a.signed
                case .from(.expires, _): a.expires
                case .from(.terminated, _): a.terminated
                case .from(.lastDisclosure, _): a.lastDisclosure
                case .perpetual, nil: nil
                }
            let survives: Bool =
                switch a.survival {
                case nil: false
                case .perpetual: true
                case .period(let period), .from(_, let period):
                    anchor.map { request.at <= $0.adding(period) } ?? true
                }
            return a.obligations.filter { o in
                guard o.kind.decides else { return false }
                let runs = end.map { request.at <= $0 } ?? true || o.survives && survives
                guard runs || a.tradeSecretsPerpetual else { return false }
                let part = runs ? covers(o) : covers(o).intersection(.tradeSecret)
                return !part.isEmpty || request.data.contains(.unclassified)
            }.map(\.id)
        }
    }
}
