import Testing

@testable import Permits

@Suite("Which obligations apply")
struct ForceTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Whether the one clause of a scene applies.
    private func applies(_ change: (inout Scene) throws -> Void) throws -> Bool {
        var scene = Scene(.redaction)
        try change(&scene)
        return try scene.finding() != nil
    }

    @Test("an obligation binds the agreement's own client, house rules bind all")
    func party() throws {
        #expect(try applies { _ in })
        #expect(try !applies { $0.paper.client = "other" })
        #expect(
            try applies {
                $0.paper.kind = .house
                $0.paper.client = nil
            })
        #expect(
            try applies {
                $0.paper.kind = .house
                $0.paper.client = "other"
            })
        #expect(
            try !applies {
                $0.paper.kind = .dpa
                $0.paper.vendor = "moonshot"
            })
        #expect(try !applies { $0.paper.archived = true })
        #expect(try !applies { $0.term.archived = true })
    }

    @Test("an agreement on an engagement binds that engagement, and any request that names none")
    func engagement() throws {
        func applies(_ own: String?, _ asked: String?) throws -> Bool {
            try self.applies { scene in
                scene.world.clients[0].engagements = [
                    Engagement(id: "app", title: ""), Engagement(id: "web", title: ""),
                ]
                scene.paper.engagement = own
                scene.request.engagement = asked
            }
        }
        #expect(try applies(nil, nil))
        #expect(try applies(nil, "app"))
        #expect(try applies("app", "app"))
        #expect(try !applies("app", "web"))
        #expect(try applies("app", nil))
    }

    @Test("an obligation binds from the day the agreement takes effect")
    func effective() throws {
        #expect(try applies { $0.paper.effective = Scene.day(0) })
        #expect(try !applies { $0.paper.effective = Scene.day(1) })
        #expect(
            try !applies {
                $0.paper.effective = Scene.day(1)
                $0.paper.tradeSecretsPerpetual = true
                $0.request.data = .tradeSecret
            })
    }

    @Test("an agreement ends after its last day, and termination goes before expiry")
    func end() throws {
        #expect(try applies { $0.paper.expires = Scene.day(0) })
        #expect(try !applies { $0.paper.expires = Scene.day(-1) })
        #expect(try applies { $0.paper.terminated = Scene.day(0) })
        #expect(try !applies { $0.paper.terminated = Scene.day(-1) })
        #expect(
            try !applies {
                $0.paper.expires = Scene.day(10)
                $0.paper.terminated = Scene.day(-1)
            })
        #expect(
            try applies {
                $0.paper.expires = Scene.day(-10)
                $0.paper.terminated = Scene.day(1)
            })
    }

    @Test("nothing survives an end without a survival, nor an obligation that says it does not")
    func survives() throws {
        #expect(try !applies { $0.paper.expires = Scene.day(-1) })
        #expect(
            try applies {
                $0.paper.expires = Scene.day(-1)
                $0.paper.survival = .perpetual
            })
        #expect(
            try !applies {
                $0.paper.expires = Scene.day(-1)
                $0.paper.survival = .perpetual
                $0.term.survives = false
            })
        #expect(
            try applies {
                $0.paper.expires = Scene.day(0)
                $0.term.survives = false
            })
    }

    @Test("a bare period counts from the end, to its last day", arguments: [29, 30, 31])
    func barePeriod(age: Int32) throws {
        #expect(
            try applies {
                $0.paper.expires = Scene.day(-age)
                $0.paper.survival = .period(Period(days: 30))
            } == (age <= 30))
        #expect(
            try applies {
                $0.paper.expires = Scene.day(100)
                $0.paper.terminated = Scene.day(-age)
                $0.paper.survival = .period(Period(days: 30))
            } == (age <= 30))
    }

    @Test(
        "the long form counts from its anchor, and is open where the anchor is not recorded",
        arguments: Survival.Anchor.allCases)
    func anchor(anchor: Survival.Anchor) throws {
        func applies(_ age: Int32?) throws -> Bool {
            try self.applies { scene in
                // The other anchors would keep it alive.
                for other in Survival.Anchor.allCases where other != anchor {
                    scene.set(other, Scene.day(other == .terminated ? -5 : -4))
                }
                scene.set(anchor, age.map { Scene.day(-$0) })
                if anchor == .terminated { scene.paper.expires = Scene.day(-5) }
                scene.paper.survival = .from(anchor, Period(days: 30))
            }
        }
        #expect(try applies(30))
        #expect(try !applies(31))
        #expect(try applies(nil))
    }

    @Test("a period that protects the client ends on the first of the next month where its day is missing")
    func missingDays() throws {
        for (start, period, last) in [
            ("2024-02-29", Period(years: 1), "2025-03-01"), ("2024-02-29", Period(years: 4), "2028-02-29"),
            ("2026-01-31", Period(months: 1), "2026-03-01"), ("2024-01-31", Period(months: 1), "2024-03-01"),
            ("2024-01-29", Period(months: 1), "2024-02-29"), ("2026-08-31", Period(months: 1), "2026-10-01"),
            ("2026-01-30", Period(months: 1), "2026-03-01"), ("2026-05-31", Period(months: 6), "2026-12-01"),
            ("2025-12-31", Period(months: 2), "2026-03-01"),
            ("2026-03-15", Period(years: 1, months: 6), "2027-09-15"),
            ("2024-02-29", Period(years: 1, days: 10), "2025-03-11"),
            ("2026-01-01", Period(weeks: 2), "2026-01-15"),
            ("9999-12-31", Period(years: 99999), "9999-12-31"),
        ] {
            #expect(try day(start).adding(period) == day(last), "\(start) \(period)")
            for (offset, binds) in [(Int32(0), true), (1, false)] where last != "9999-12-31" {
                let at = Day(number: try day(last).number + offset)
                let found = try applies {
                    $0.paper.expires = try day(start)
                    $0.paper.survival = .period(period)
                    $0.request.at = at
                }
                #expect(found == binds, "\(start) \(period) at \(at)")
                let anchored = try applies {
                    $0.paper.expires = try day("2020-01-01")
                    $0.paper.signed = try day(start)
                    $0.paper.survival = .from(.signed, period)
                    $0.request.at = at
                }
                #expect(anchored == binds, "\(start) \(period) from signed at \(at)")
            }
        }
    }

    @Test("trade secrets outlive everything where the agreement says so, and only they")
    func tradeSecrets() throws {
        func part(_ data: DataCategories, _ change: (inout Scene) -> Void = { _ in }) throws
            -> DataCategories?
        {
            var scene = Scene(.redaction)
            scene.paper.expires = Scene.day(-1)
            scene.paper.tradeSecretsPerpetual = true
            scene.term.survives = false
            scene.request.data = data
            change(&scene)
            return try scene.finding()?.data
        }
        #expect(try part(.tradeSecret) == .tradeSecret)
        #expect(try part([.tradeSecret, .confidential, DataCategories(.sourceCode)]) == .tradeSecret)
        #expect(try part(DataCategories(.sourceCode)) == nil)
        #expect(try part(.confidential) == nil)
        #expect(try part(.tradeSecret) { $0.paper.tradeSecretsPerpetual = false } == nil)
        #expect(try part(.tradeSecret) { $0.term.data = DataCategories(.health) } == nil)
        #expect(try part(.tradeSecret) { $0.paper.survival = .period(Period(days: 1)) } == .tradeSecret)
        let both: DataCategories = [.tradeSecret, DataCategories(.sourceCode)]
        #expect(
            try part(both) {
                $0.paper.survival = .perpetual
                $0.term.survives = true
            } == both)
        #expect(try part(both) { $0.paper.expires = nil } == both)
    }

    @Test("a successor replaces an agreement from the day it takes effect, even after its own end")
    func superseded() throws {
        func applies(_ change: (inout Agreement) -> Void) throws -> Bool {
            try self.applies { scene in
                var successor = Agreement(id: "later", kind: .msa, client: "nordwind")
                successor.supersedes = ["nda"]
                change(&successor)
                scene.world.agreements.append(successor)
            }
        }
        #expect(try !applies { _ in })
        #expect(try !applies { $0.effective = Scene.day(0) })
        #expect(try applies { $0.effective = Scene.day(1) })
        #expect(
            try !applies {
                $0.effective = Scene.day(-20)
                $0.expires = Scene.day(-10)
            })
        #expect(try applies { $0.archived = true })
        #expect(try applies { $0.supersedes = ["another"] })
        #expect(try applies { $0.client = "other" })
        #expect(
            try !self.applies { scene in
                for (id, offset) in [("first", Int32(-1)), ("second", 1)] {
                    var successor = Agreement(id: id, kind: .nda, client: "nordwind")
                    successor.supersedes = ["nda"]
                    successor.effective = Scene.day(offset)
                    scene.world.agreements.append(successor)
                }
            })
    }

    @Test(
        "data is relevant where the obligation names it or an ancestor of it",
        arguments: [
            ([.health], [.confidential], true), ([.health], [.personal], true),
            ([.health], [.specialCategory], true),
            ([.personal], [.health], false), ([.confidential], [.sourceCode], false),
            ([.public], [.confidential], false),
            ([.public], [.public], true), ([.confidential], [.public], false),
            ([.sourceCode], [.financial], false),
            ([.sourceCode, .public], [.sourceCode], true), ([.tradeSecret], nil, true),
            ([.public], nil, false),
            ([.unclassified], [.health], true), ([.credentials], [], false), ([.government], nil, true),
        ] as [([DataCategory], [DataCategory]?, Bool)])
    func relevantData(asked: [DataCategory], named: [DataCategory]?, isRelevant: Bool) throws {
        #expect(
            try applies {
                $0.request.data = DataCategories(asked)
                $0.term.data = named.map { DataCategories($0) }
            } == isRelevant)
    }

    @Test("a request without data is about the engagement's, or about all of the client's")
    func defaultData() throws {
        var scene = Scene(.redaction)
        scene.world.clients[0].engagements = [
            Engagement(id: "app", title: ""), Engagement(id: "web", title: ""),
            Engagement(id: "gone", title: ""),
        ]
        scene.world.clients[0].engagements[0].data = DataCategories(.health)
        scene.world.clients[0].engagements[2].data = DataCategories(.financial)
        scene.world.clients[0].engagements[2].archived = true
        #expect(try scene.verdict().request.data == [.confidential, DataCategories(.health)])
        scene.request.engagement = "app"
        #expect(try scene.verdict().request.data == DataCategories(.health))
        scene.request.engagement = "web"
        #expect(try scene.verdict().request.data == .confidential)
        scene.request.data = .public
        #expect(try scene.verdict().request.data == .public)
    }

    // MARK: Unclassified

    @Test("unclassified material makes every clause at least unknown, unless it is met")
    func unclassified() throws {
        func says(_ rule: Rule, _ data: DataCategories, _ change: (inout Scene) -> Void = { _ in }) throws
            -> String
        {
            var scene = Scene(rule)
            scene.term.data = DataCategories(.health)
            scene.request.data = data.union(DataCategories(.unclassified))
            change(&scene)
            return try scene.says()
        }
        let health = DataCategories(.health)
        #expect(try says(.redaction, []) == "unknown unclassified")
        #expect(try says(.redaction, []) { $0.request.done = .redact } == "met duty-done")
        #expect(try says(.redaction, health) == "unknown unclassified redact")
        #expect(try says(.localOnly, []) == "unknown unclassified")
        #expect(try says(.localOnly, []) { $0.add(.onDevice, .flag(false)) } == "unknown unclassified")
        #expect(try says(.localOnly, health) { $0.add(.onDevice, .flag(false)) } == Row.breach)
        #expect(try says(.localOnly, []) { $0.add(.onDevice, .flag(true)) } == Row.here)
        #expect(try says(.localOnly, []) { $0.term.unlessRedacted = true } == "unknown unclassified")
        #expect(
            try says(.localOnly, []) {
                $0.term.unlessRedacted = true
                $0.request.done = .redact
            } == "met redacted")
        let consent: (inout Scene) -> Void = { scene in
            scene.add(.onDevice, .flag(false))
            scene.addConsent {
                $0.data = [DataCategories(.health), .confidential]
                $0.conditions = .redact
            }
        }
        #expect(try says(.localOnly, [], consent) == "unknown unclassified")
        #expect(try says(.localOnly, health, consent) == "unknown unclassified redact")
        #expect(
            try says(.localOnly, health) {
                consent(&$0)
                $0.request.done = .redact
            } == "unknown unclassified")
        #expect(try says(.localOnly, []) { $0.paper.effective = Scene.day(1) } == "none")
        #expect(
            try says(.localOnly, []) {
                $0.paper.expires = Scene.day(-1)
                $0.paper.tradeSecretsPerpetual = true
            } == "unknown unclassified")
    }

    // MARK: Built-in findings

    @Test("a client without recorded terms leaves the answer open")
    func termsUnrecorded() throws {
        func says(_ change: (inout Scene) -> Void) throws -> String {
            var scene = Scene()
            change(&scene)
            return try scene.says("terms-unrecorded")
        }
        let open = "unknown terms-unrecorded"
        #expect(try says { _ in } == "none")
        #expect(try says { $0.world.agreements = [] } == open)
        #expect(
            try says {
                $0.world.agreements = []
                $0.world.clients[0].terms = .none
            } == "none")
        #expect(
            try says {
                $0.world.agreements = []
                $0.request.data = .public
            } == "none")
        #expect(
            try says {
                $0.world.agreements = []
                $0.request.data = [.public, DataCategories(.financial)]
            } == open)
        for kind in Agreement.Kind.allCases {
            #expect(
                try says { $0.paper.kind = kind } == ([.nda, .msa, .sow].contains(kind) ? "none" : open))
        }
        #expect(try says { $0.paper.client = "other" } == open)
        #expect(try says { $0.paper.effective = Scene.day(1) } == open)
        #expect(try says { $0.paper.expires = Scene.day(-1) } == open)
        #expect(
            try says {
                $0.paper.expires = Scene.day(-1)
                $0.paper.survival = .perpetual
            } == "none")
        for (data, isEnough) in [
            (DataCategories.tradeSecret, true), ([.tradeSecret, .public], true), (.confidential, false),
            ([.tradeSecret, .confidential], false),
        ] {
            #expect(
                try says {
                    $0.paper.expires = Scene.day(-1)
                    $0.paper.tradeSecretsPerpetual = true
                    $0.request.data = data
                } == (isEnough ? "none" : open))
        }
        #expect(
            try says {
                var later = Agreement(id: "later", kind: .vendorTerms, client: "nordwind")
                later.supersedes = ["nda"]
                $0.world.agreements.append(later)
            } == open)
        for (own, asked, isEnough) in [
            ("app", "app", true), ("app", nil, false), ("app", "web", false), (nil, "app", true),
        ] {
            #expect(
                try says { scene in
                    scene.world.clients[0].engagements = [
                        Engagement(id: "app", title: ""), Engagement(id: "web", title: ""),
                    ]
                    scene.paper.engagement = own
                    scene.request.engagement = asked
                } == (isEnough ? "none" : open))
        }
    }

    @Test("an account that is another client's, or holds a competitor's material, is a breach")
    func accountConflict() throws {
        func says(_ change: (inout Scene) -> Void) throws -> String {
            var scene = Scene()
            scene.world.clients[0].conflictClass = "carriers"
            for (id, group) in [("rival", "carriers"), ("friend", "farms"), ("plain", nil)] {
                var client = Client(id: id, name: "", tag: "")
                client.conflictClass = group
                scene.world.clients.append(client)
            }
            scene.addAccount()
            change(&scene)
            return try scene.says("account-conflict")
        }
        func seen(_ client: String, _ offset: Int32, cleared: Int32? = nil) -> (inout Scene) -> Void {
            { scene in
                scene.world.accounts[0].seen = [.init(client: client, date: Scene.day(offset))]
                scene.world.accounts[0].cleared = cleared.map { [Scene.day($0)] } ?? []
            }
        }
        let rival = "breach rival-on-account"
        #expect(try says { _ in } == "none")
        #expect(try says(seen("rival", 0)) == rival)
        #expect(try says(seen("rival", 1)) == "none")
        #expect(try says(seen("friend", -1)) == "none")
        #expect(try says(seen("plain", -1)) == "none")
        #expect(try says(seen("nordwind", -1)) == "none")
        #expect(try says(seen("rival", -10, cleared: -10)) == "none")
        #expect(try says(seen("rival", -10, cleared: -11)) == rival)
        #expect(try says(seen("rival", -10, cleared: 0)) == "none")
        #expect(try says(seen("rival", -10, cleared: 1)) == rival)
        #expect(
            try says {
                seen("rival", -10)(&$0)
                $0.world.clients[1].archived = true
            } == rival)
        #expect(
            try says {
                seen("rival", -10)(&$0)
                $0.world.clients[0].conflictClass = nil
                $0.world.clients[1].conflictClass = nil
            } == "none")
        #expect(
            try says {
                $0.world.accounts[0].client = "friend"
                $0.request.account = "login"
            } == "breach other-clients-account")
        #expect(try says { $0.world.accounts[0].client = "friend" } == "none")
    }

    @Test("the only account of the client at the target is used; of several none is")
    func onlyAccount() throws {
        var scene = Scene(.dedicatedAccount(login: nil))
        scene.addAccount()
        #expect(try scene.verdict().request.account == "login")
        scene.addAccount { $0.id = "second" }
        #expect(try scene.says() == "duty duty-open dedicated-account")
        scene.request.account = "second"
        #expect(try scene.says() == "met account-meets")
        scene.request.account = nil
        scene.world.accounts[1].archived = true
        #expect(try scene.says() == "met account-meets")
        scene.world.accounts[0].client = "other"
        #expect(try scene.says() == "duty duty-open dedicated-account")
        scene.request.account = "login"
        #expect(try scene.says() == "met account-meets")
    }

    @Test("an engagement that is closed or over is a breach")
    func engagementClosed() throws {
        var scene = Scene()
        scene.world.clients[0].engagements = [Engagement(id: "app", title: "")]
        scene.request.engagement = "app"
        #expect(try scene.says("engagement-closed") == "none")
        scene.world.clients[0].engagements[0].ends = Scene.day(0)
        #expect(try scene.says("engagement-closed") == "none")
        scene.world.clients[0].engagements[0].ends = Scene.day(-1)
        #expect(try scene.says("engagement-closed") == "breach engagement-over")
        scene.request.engagement = nil
        #expect(try scene.says("engagement-closed") == "none")
        scene.request.engagement = "app"
        scene.world.clients[0].engagements[0].ends = nil
        scene.world.clients[0].engagements[0].starts = Scene.day(10)
        #expect(try scene.says("engagement-closed") == "none")
        scene.world.clients[0].engagements[0].status = .closed
        #expect(try scene.says("engagement-closed") == "breach engagement-closed")
    }

    @Test(
        "a surface or route that the catalog does not hold leaves the answer open, and nothing else is judged"
    )
    func unknownSurface() throws {
        var scene = Scene(.redaction)
        scene.request.surface = "moonshot.api"
        #expect(try scene.verdict().findings.map(\.id) == ["unknown-surface"])
        #expect(try scene.says("unknown-surface") == "unknown unknown-surface")
        #expect(try scene.verdict().outcome == .undetermined)
        scene.request.surface = "moonshot.chat"
        scene.request.route = "nobody.api"
        #expect(try scene.verdict().findings.map(\.id) == ["unknown-surface"])
        #expect(try scene.says("unknown-surface") == "unknown unknown-route")
        #expect(remedies(scene.world, try scene.verdict()).list.isEmpty)
        #expect(remedies(scene.world, try scene.verdict()).allDone == .undetermined)
    }
}

extension Scene {
    fileprivate mutating func set(_ anchor: Survival.Anchor, _ day: Day?) {
        switch anchor {
        case .effective: paper.effective = day
        case .signed: paper.signed = day
        case .expires: paper.expires = day
        case .terminated: paper.terminated = day
        case .lastDisclosure: paper.lastDisclosure = day
        }
    }
}
