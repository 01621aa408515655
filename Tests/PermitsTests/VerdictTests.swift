import Testing

@testable import Permits

@Suite("Consents, outcomes and remedies")
struct VerdictTests {
    /// A scene whose one clause is broken, with a consent that lifts it.
    private func lifted(_ change: (inout Scene) -> Void = { _ in }) throws -> String {
        var scene = Scene(.localOnly, facts: [(.onDevice, .flag(false))])
        scene.addConsent()
        change(&scene)
        return try scene.says()
    }

    @Test("a consent holds from the day it was granted to the day it expires or is revoked")
    func consentDays() throws {
        let yes = "lifted consent"
        #expect(try lifted() == yes)
        #expect(try lifted { $0.world.consents[0].granted = Scene.day(0) } == yes)
        #expect(try lifted { $0.world.consents[0].granted = Scene.day(1) } == Row.breach)
        #expect(try lifted { $0.world.consents[0].expires = Scene.day(0) } == yes)
        #expect(try lifted { $0.world.consents[0].expires = Scene.day(-1) } == Row.breach)
        #expect(try lifted { $0.world.consents[0].revoked = Scene.day(1) } == yes)
        #expect(try lifted { $0.world.consents[0].revoked = Scene.day(0) } == Row.breach)
        #expect(try lifted { $0.world.consents[0].archived = true } == Row.breach)
    }

    @Test("a consent lifts what it names, for whom it names, where it names it")
    func consentScope() throws {
        let yes = "lifted consent"
        #expect(try lifted { $0.world.consents[0].client = "other" } == Row.breach)
        #expect(try lifted { $0.world.consents[0].surfaces = ["moonshot"] } == yes)
        #expect(try lifted { $0.world.consents[0].surfaces = ["moonshot.api"] } == Row.breach)
        #expect(try lifted { $0.world.consents[0].surfaces = [] } == Row.breach)
        #expect(try lifted { $0.world.consents[0].lifts = ["local-only"] } == yes)
        #expect(try lifted { $0.world.consents[0].lifts = ["redaction", "o2"] } == Row.breach)
        #expect(try lifted { $0.term.liftable = false } == Row.breach)
        #expect(try lifted { $0.paper.kind = .house } == yes)
        for (own, asked, holds) in [
            ("app", "app", true), ("app", "web", false), ("app", nil, false), (nil, "app", true),
        ] {
            #expect(
                try lifted { scene in
                    scene.world.clients[0].engagements = [
                        Engagement(id: "app", title: ""), Engagement(id: "web", title: ""),
                    ]
                    scene.world.consents[0].engagement = own
                    scene.request.engagement = asked
                } == (holds ? yes : Row.breach))
        }
    }

    @Test("a consent covers all of the data that the clause covers, or lifts nothing")
    func consentData() throws {
        for (asked, own, holds) in [
            ([.health], nil, true), ([.health, .financial], [.personal], false),
            ([.health], [.personal], true),
            ([.personal], [.health], false), ([.confidential], [.sourceCode], false),
            ([.health, .financial], [.personal, .financial], true), ([.sourceCode], [], false),
            ([.health, .public], [.health], true),
        ] as [([DataCategory], [DataCategory]?, Bool)] {
            let says = try lifted { scene in
                scene.request.data = DataCategories(asked)
                scene.world.consents[0].data = own.map { DataCategories($0) }
            }
            #expect(says == (holds ? "lifted consent" : Row.breach), "\(asked) by \(own ?? [])")
        }
        let named = try lifted { scene in
            scene.request.data = .public
            scene.term.data = [.public, .confidential]
        }
        #expect(named == Row.breach)
    }

    @Test(
        "a consent's conditions replace the finding's duties, even where they are more, and no account meets them"
    )
    func conditions() throws {
        var scene = Scene(.modelTraining, facts: [(.trainsOnInput, .stance(.optOut))])
        scene.addConsent { $0.conditions = [.redact, Duties(.notifyClient), .verifyOptOut] }
        #expect(try scene.says() == "duty consent-conditions verify-opt-out redact notify-client")
        scene.addAccount { $0.optOutVerified = Scene.at }
        #expect(try scene.says() == "met account-meets")
        scene.world.accounts[0].optOutVerified = nil
        scene.world.catalog.surfaces[0].facts[0].value = .stance(.always)
        scene.world.accounts[0].optOutVerified = Scene.at
        #expect(try scene.says() == "duty consent-conditions verify-opt-out redact notify-client")
        scene.request.done = [.redact, .verifyOptOut]
        #expect(try scene.says() == "duty consent-conditions notify-client")
        scene.request.done = [.redact, .verifyOptOut, Duties(.notifyClient)]
        #expect(try scene.says() == "lifted consent")
        #expect(try scene.finding()?.consent == "mail")
    }

    @Test("of several consents the one that leaves the fewest open duties counts, then the lowest id")
    func bestConsent() throws {
        var scene = Scene(.localOnly, facts: [(.onDevice, .flag(false))])
        scene.addConsent("b") { $0.conditions = [.redact, .connectVPN] }
        scene.addConsent("d") { $0.conditions = .discloseUse }
        scene.addConsent("c") { $0.conditions = .presentKey }
        #expect(try scene.finding()?.consent == "c")
        #expect(try scene.says() == "duty consent-conditions present-key")
        scene.request.done = [.redact, .connectVPN]
        #expect(try scene.finding()?.consent == "b")
        #expect(try scene.says() == "lifted consent")
        scene.addConsent("a")
        #expect(try scene.finding()?.consent == "a")
    }

    @Test("a consent does not touch what is met")
    func metStaysMet() throws {
        var scene = Scene(.localOnly, facts: [(.onDevice, .flag(true))])
        scene.addConsent { $0.conditions = .redact }
        #expect(try scene.says() == "met on-device")
        #expect(try scene.finding()?.consent == nil)
    }

    @Test("the worst finding decides the outcome")
    func outcomes() throws {
        var scene = Scene(facts: [(.onDevice, .flag(false)), (.e2ee, .flag(true))])
        #expect(try scene.verdict().outcome == .permit)
        func add(_ rule: Rule) {
            scene.paper.obligations.append(Obligation(id: "o\(scene.paper.obligations.count)", rule: rule))
        }
        for (rule, outcome) in [
            (Rule.endToEndEncryption, Outcome.permit), (.redaction, .conditional),
            (.modelTraining, .undetermined),
            (.localOnly, .deny), (.redaction, .deny),
        ] {
            add(rule)
            #expect(try scene.verdict().outcome == outcome)
        }
        #expect(Outcome.allCases == Outcome.allCases.sorted())
    }

    @Test("duties are listed once, in their order")
    func duties() throws {
        let scene = Scene(
            .discloseUse, .secondFactor, .networkProtection, .redaction, .redaction, .segregatedProfile,
            .dedicatedAccount(login: nil))
        #expect(
            try scene.verdict().duties.members.map(\.rawValue) == [
                "redact", "dedicated-account", "segregated-profile", "connect-vpn", "present-key",
                "disclose-use",
            ])
        #expect(
            Duty.allCases.map(\.rawValue) == [
                "verify-opt-out", "select-region", "sign-dpa", "sign-baa", "redact", "dedicated-account",
                "segregated-profile", "connect-vpn", "present-key", "disclose-use", "notify-client",
            ])
        #expect(Duties(Duty.allCases).members == Duty.allCases)
        #expect(DataCategories(DataCategory.allCases).members == DataCategory.allCases)
    }

    @Test("findings are ordered by status, built-in ones first, then by agreement and obligation")
    func order() throws {
        var scene = Scene(
            .localOnly, .redaction, .endToEndEncryption, .modelTraining, .humanReview, .redaction,
            facts: [(.onDevice, .flag(false)), (.e2ee, .flag(true))])
        scene.addConsent { $0.lifts = ["o6"] }
        var house = Agreement(id: "house", kind: .house)
        house.obligations = [
            Obligation(id: "h2", rule: .localOnly), Obligation(id: "h1", rule: .localOnly),
            Obligation(id: "h3", rule: .humanReview),
        ]
        scene.world.agreements.append(house)
        scene.world.clients[0].engagements = [Engagement(id: "app", title: "")]
        scene.world.clients[0].engagements[0].status = .closed
        scene.request.engagement = "app"
        let found = try scene.verdict().findings.map {
            "\($0.agreement ?? "-")/\($0.id) \($0.status.rawValue)"
        }
        #expect(
            found == [
                "-/engagement-closed breach", "house/h1 breach", "house/h2 breach", "nda/o1 breach",
                "house/h3 unknown", "nda/o4 unknown", "nda/o5 unknown", "nda/o2 duty", "nda/o6 lifted",
                "nda/o3 met",
            ])
        scene.world.agreements.removeFirst()
        #expect(
            try scene.verdict().findings.map(\.id) == [
                "engagement-closed", "h1", "h2", "terms-unrecorded", "h3",
            ])
    }

    @Test("a finding cites the facts that its row read, up to the one that answered")
    func citations() throws {
        var scene = Scene(Row.china, facts: [(.onDevice, .flag(false))])
        for (key, value, age) in Row.jurisdictions(["SG"], ["CN"], ["CN"]) { scene.add(key, value, age: age) }
        #expect(
            try scene.finding()?.facts.map(\.key) == [
                .onDevice, .incorporatedIn, .headquarteredIn, .controlledFrom,
            ])
        scene.world.catalog.surfaces[0].facts[0].value = .flag(true)
        #expect(try scene.finding()?.facts.map(\.key) == [.onDevice])
        scene = Scene(.redaction)
        #expect(try scene.finding()?.facts.isEmpty == true)
    }

    // MARK: Requests

    @Test("a request that names what is not there is invalid, and says what would help")
    func invalid() throws {
        func fault(_ change: (inout Scene) -> Void) -> InvalidRequest? {
            var scene = Scene()
            scene.world.clients.append(Client(id: "other", name: "", tag: ""))
            scene.world.clients[1].engagements = [Engagement(id: "theirs", title: "")]
            scene.world.clients[0].engagements = [Engagement(id: "ours", title: "")]
            scene.addAccount()
            change(&scene)
            do throws(InvalidRequest) {
                _ = try decide(scene.world, scene.request)
                return nil
            } catch { return error }
        }
        #expect(fault { _ in } == nil)
        #expect(fault { $0.request.client = "nobody" } == .unknownClient("nobody"))
        #expect(fault { $0.world.clients[0].archived = true } == .unknownClient("nordwind"))
        #expect(
            fault { $0.request.engagement = "theirs" } == .unknownEngagement("theirs", client: "nordwind"))
        #expect(fault { $0.request.engagement = "ours" } == nil)
        #expect(
            fault {
                $0.request.engagement = "ours"
                $0.world.clients[0].engagements[0].archived = true
            } == .unknownEngagement("ours", client: "nordwind"))
        #expect(fault { $0.request.account = "none" } == .unknownAccount("none"))
        #expect(fault { $0.request.account = "login" } == nil)
        #expect(
            fault {
                $0.request.account = "login"
                $0.world.accounts[0].archived = true
            } == .unknownAccount("login"))
        #expect(
            fault {
                $0.request.account = "login"
                $0.world.accounts[0].surface = "moonshot.api"
            } == .accountElsewhere("login", target: "moonshot.chat"))
        #expect(
            fault {
                $0.addRoute()
                $0.add(.trainsOnInput, .inherit)
                $0.request.account = "login"
            } == .accountElsewhere("login", target: "lumen.api"))
        for error in [
            InvalidRequest.unknownClient("x"), .unknownEngagement("x", client: "y"), .unknownAccount("x"),
            .accountElsewhere("x", target: "y.z"), .unknownCategory("x"), .unknownDuty("x"), .badDate("x"),
        ] {
            #expect(error.description.contains("\"x\"") && error.description.hasSuffix("."))
        }
    }

    // MARK: Remedies

    @Test("remedies come in their order, each with its own outcome")
    func remedyList() throws {
        var scene = Scene(
            .localOnly, .modelTraining, .redaction, facts: [(.onDevice, .flag(false))])
        scene.world.catalog.surfaces[0].capabilities = ["chat", "code"]
        for (id, capabilities, local) in [
            ("a.one", ["code"], true), ("b.two", ["draw"], true), ("c.three", ["chat"], false),
            ("d.four", ["chat"], true),
        ] {
            var surface = Surface(id: id, name: "")
            surface.capabilities = capabilities
            surface.facts = [
                Fact(key: .onDevice, value: .flag(local), source: "s", retrieved: Scene.day(-1))
            ]
            scene.world.catalog.surfaces.append(surface)
        }
        let (list, allDone) = remedies(scene.world, try scene.verdict())
        func consent(_ id: String, _ kind: ObligationKind) -> Remedy.Action {
            .consent(obligation: id, target: "moonshot.chat", kind: kind, data: .confidential)
        }
        #expect(
            list == [
                Remedy(action: .alternative(surface: "a.one"), outcome: .conditional),
                Remedy(action: .alternative(surface: "d.four"), outcome: .conditional),
                Remedy(action: consent("o1", .localOnly), outcome: .undetermined),
                Remedy(action: consent("o2", .modelTraining), outcome: .deny),
                Remedy(action: .duty(.redact), outcome: .deny),
                Remedy(
                    action: .research(surface: "moonshot.chat", key: .trainsOnInput, value: .stance(.never)),
                    outcome: .deny),
            ])
        #expect(allDone == .permit)
        scene.paper.obligations[0].liftable = false
        #expect(remedies(scene.world, try scene.verdict()).allDone == .deny)
    }

    @Test("at most five alternatives, best first, then in catalog order")
    func alternatives() throws {
        var scene = Scene(.localOnly, .commercialLicence, facts: [(.onDevice, .flag(false))])
        scene.world.catalog.surfaces[0].capabilities = ["chat"]
        for number in 0..<7 {
            var surface = Surface(id: "a.s\(number)", name: "")
            surface.capabilities = ["chat"]
            surface.facts = [Fact(key: .onDevice, value: .flag(true), source: "s", retrieved: Scene.day(-1))]
            if number >= 5 {
                surface.facts.append(
                    Fact(key: .commercialUse, value: .flag(true), source: "s", retrieved: Scene.day(-1)))
            }
            scene.world.catalog.surfaces.append(surface)
        }
        scene.addAccount()
        scene.request.account = "login"
        let list = remedies(scene.world, try scene.verdict()).list
        #expect(
            list.prefix(5).map(\.action)
                == ["a.s5", "a.s6", "a.s0", "a.s1", "a.s2"].map { .alternative(surface: $0) })
        #expect(
            list.prefix(5).map(\.outcome) == [.permit, .permit, .undetermined, .undetermined, .undetermined])
        #expect(!list.dropFirst(5).contains { if case .alternative = $0.action { true } else { false } })
    }

    @Test(
        "research names each fact that an unknown waits for, at the value that serves it best",
        arguments: [
            (Rule.localOnly, [(FactKey.onDevice, FactValue.flag(true))]),
            (.modelTraining, [(.onDevice, .flag(true)), (.trainsOnInput, .stance(.never))]),
            (.humanReview, [(.onDevice, .flag(true)), (.humanReview, .stance(.never))]),
            (
                .retentionLimit(maxDays: 30),
                [(.onDevice, .flag(true)), (.retentionDays, .retention(.days(0)))]
            ),
            (
                .dataLocation(regions: ["DE", "FR"]),
                [
                    (.onDevice, .flag(true)), (.processingRegions, .list(["DE", "FR"])),
                    (.selectableRegions, .list(["DE", "FR"])),
                ]
            ),
            (
                .excludedJurisdiction(jurisdictions: ["CN"]),
                [
                    (.onDevice, .flag(true)), (.incorporatedIn, .list([])), (.headquarteredIn, .list([])),
                    (.controlledFrom, .list([])),
                ]
            ),
            (.processorAgreement(instrument: .dpa), [(.onDevice, .flag(true)), (.dpa, .flag(true))]),
            (.processorAgreement(instrument: .baa), [(.onDevice, .flag(true)), (.baa, .flag(true))]),
            (.endToEndEncryption, [(.onDevice, .flag(true)), (.e2ee, .flag(true))]),
            (.commercialLicence, [(.commercialUse, .flag(true))]),
        ])
    func research(rule: Rule, facts: [(FactKey, FactValue)]) throws {
        let scene = Scene(rule)
        #expect(
            try researched(scene) == facts.map { .research(surface: "moonshot.chat", key: $0, value: $1) })
    }

    @Test("nothing is researched that no source could settle, or that nothing waits for")
    func noResearch() throws {
        var scene = Scene(.modelTraining, facts: [(.onDevice, .flag(false)), (.trainsOnInput, .inherit)])
        #expect(try researched(scene).isEmpty)
        scene.addRoute()
        #expect(
            try researched(scene) == [
                .research(surface: "lumen.api", key: .trainsOnInput, value: .stance(.never))
            ])
        scene = Scene(.modelTraining, facts: [(.trainsOnInput, .stance(.always))])
        #expect(try researched(scene).isEmpty)
        scene = Scene(Row.processors, facts: [(.onDevice, .flag(false)), (.dpa, .flag(true))])
        #expect(
            try researched(scene) == [
                .research(surface: "moonshot.chat", key: .trainsOnInput, value: .stance(.never))
            ])
        scene = Scene(.modelTraining, facts: [(.onDevice, .flag(false))])
        scene.add(.trainsOnInput, .stance(.never), age: 181)
        let (list, _) = remedies(scene.world, try scene.verdict())
        #expect(
            list.last?.action
                == .research(surface: "moonshot.chat", key: .trainsOnInput, value: .stance(.never)))
        #expect(list.last?.outcome == .permit)
    }

    private func researched(_ scene: Scene) throws -> [Remedy.Action] {
        remedies(scene.world, try scene.verdict()).list.map(\.action).filter {
            if case .research = $0 { true } else { false }
        }
    }

    @Test("a permit has no remedies")
    func permit() throws {
        let scene = Scene(.localOnly, facts: [(.onDevice, .flag(true))])
        let (list, allDone) = remedies(scene.world, try scene.verdict())
        #expect(list.isEmpty && allDone == nil)
    }

    // MARK: Sentences

    @Test("a finding's sentence names the clause, the fact with source and date, the conflict and the duty")
    func sentence() throws {
        var scene = Scene(.modelTraining)
        scene.add(.trainsOnInput, .stance(.optOut), age: 0, source: "contract")
        scene.add(.trainsOnInput, .stance(.never), age: 1, source: "help-page")
        #expect(
            try scene.finding()?.text
                == "Clause 1 of nda forbids training models on the material; this can be met; moonshot.chat: "
                + "trains on input is opt-out (contract, retrieved 2026-09-01); another source says trains on input "
                + "is never (help-page, retrieved 2026-08-31), and the stricter decides; to be done first: "
                + "verify-opt-out.")
        scene = Scene(Row.eea, facts: [(.selectableRegions, .list(["FR", "US"]))])
        #expect(try scene.finding()?.text.hasSuffix("to be done first: select-region (FR).") == true)
    }

    @Test("every finding has one sentence, and every reason a meaning")
    func sentences() throws {
        for seed in Case.seeds {
            let made = Case(seed: seed)
            for finding in try made.verdict().findings {
                #expect(finding.text.hasSuffix(".") && !finding.text.contains("\n"))
                if let clause = finding.clause { #expect(finding.text.contains("Clause \(clause) of")) }
                if let consent = finding.consent, finding.status == .lifted {
                    #expect(finding.text.contains(consent))
                }
            }
        }
        #expect(Set(ReasonCode.allCases.map(\.meaning)).count == ReasonCode.allCases.count)
    }
}
