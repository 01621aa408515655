import Testing

@testable import Permits

@Suite("How the value of a fact is found")
struct FactTests {
    /// A scene whose one clause turns on training.
    private func training(_ facts: FactValue.Stance...) -> Scene {
        Scene(.modelTraining, facts: facts.map { (.trainsOnInput, .stance($0)) })
    }

    @Test("the strictest source decides and the others are shown as a conflict")
    func strictest() throws {
        var scene = training(.never, .always)
        #expect(try scene.says() == Row.breach)
        let finding = try #require(try scene.finding())
        #expect(finding.facts.map(\.value) == [.stance(.always)])
        #expect(finding.conflicts.map(\.value) == [.stance(.never)])
        scene = training(.never, .optOut, .optIn)
        #expect(try scene.says() == "duty duty-open verify-opt-out")
        scene = training(.optIn, .never)
        #expect(try scene.finding()?.facts.map(\.value) == [.stance(.optIn)])
    }

    @Test("no is stricter than yes", arguments: [FactKey.onDevice, .dpa, .baa, .e2ee, .commercialUse])
    func flags(key: FactKey) throws {
        let rules: [FactKey: Rule] = [
            .onDevice: .localOnly, .dpa: .processorAgreement(instrument: .dpa),
            .baa: .processorAgreement(instrument: .baa), .e2ee: .endToEndEncryption,
            .commercialUse: .commercialLicence,
        ]
        let rule = try #require(rules[key])
        for order in [[true, false], [false, true]] {
            #expect(try Scene(rule, facts: order.map { (key, .flag($0)) }).says() == Row.breach)
        }
    }

    @Test("longer retention is stricter, and both words are longer than any number of days")
    func retention() throws {
        for (left, right, says) in [
            (FactValue.Retention.days(31), FactValue.Retention.days(7), Row.breach),
            (.days(30), .days(7), Row.met), (.days(7), .accountLifetime, Row.breach),
            (.indefinite, .days(7), Row.breach), (.days(.max), .days(7), Row.breach),
        ] {
            for pair in [[left, right], [right, left]] {
                #expect(
                    try Scene(Row.month, facts: pair.map { (.retentionDays, .retention($0)) }).says() == says)
            }
        }
    }

    @Test("places and jurisdictions are united, and the oldest of them counts")
    func united() throws {
        var scene = Scene(
            Row.eea, facts: [(.processingRegions, .list(["DE"])), (.processingRegions, .list(["US"]))])
        #expect(try scene.says() == Row.breach)
        scene = Scene(Row.eea, facts: [(.processingRegions, .list(["DE"]))])
        scene.add(.processingRegions, .list(["FR"]), age: 181)
        #expect(try scene.says() == Row.old)
        #expect(try scene.finding()?.facts.count == 2)
        #expect(try scene.finding()?.facts.allSatisfy { $0.state == .stale } == true)
        for key in [FactKey.incorporatedIn, .headquarteredIn, .controlledFrom] {
            var scene = Scene(Row.china)
            for (key, value, age) in Row.jurisdictions(["SG"], ["SG"], []) { scene.add(key, value, age: age) }
            #expect(try scene.says() == Row.met)
            scene.add(key, .list(["CN"]), age: 20)
            #expect(try scene.says() == Row.breach)
        }
    }

    @Test("regions to select are intersected code by code, and UK is GB")
    func intersected() throws {
        var scene = Scene(Row.eea, facts: [(.selectableRegions, .list(["DE", "FR"]))])
        scene.add(.selectableRegions, .list(["FR", "US"]))
        #expect(try scene.says() == "duty duty-open select-region")
        scene.add(.selectableRegions, .list(["EU"]))
        #expect(try scene.says() == Row.unknown)
        scene = Scene(.dataLocation(regions: ["GB"]), facts: [(.selectableRegions, .list(["UK"]))])
        scene.add(.selectableRegions, .list(["GB"]))
        #expect(try scene.says() == "duty duty-open select-region")
    }

    @Test("of equally strict values the latest counts")
    func latest() throws {
        var scene = training()
        scene.add(.trainsOnInput, .stance(.never), age: 200, source: "old")
        scene.add(.trainsOnInput, .stance(.never), age: 100, source: "new")
        #expect(try scene.says() == Row.met)
        #expect(try scene.finding()?.facts.map(\.source) == ["new"])
        scene.add(.trainsOnInput, .stance(.optIn), age: 181, source: "stricter")
        #expect(try scene.says() == Row.old)
    }

    @Test("a fact is fresh as long as the settings say", arguments: [0, 1, 30, 180])
    func maxAge(days: Int32) throws {
        var scene = training()
        scene.world.settings.factMaxAgeDays = Int(days)
        scene.add(.trainsOnInput, .stance(.never), age: days)
        #expect(try scene.says() == Row.met)
        scene.request.at = Scene.day(1)
        #expect(try scene.says() == Row.old)
    }

    @Test("an age limit beyond any calendar makes nothing stale and overflows nothing")
    func hugeAge() throws {
        var scene = training(.never)
        for days in [Int.max, Int(Int32.max)] {
            scene.world.settings.factMaxAgeDays = days
            #expect(try scene.says() == Row.met)
        }
        scene.world.settings.factMaxAgeDays = Int.min
        #expect(try scene.says() == Row.old)
    }

    @Test("a value retrieved later does not exist yet")
    func later() throws {
        var scene = training()
        scene.add(.trainsOnInput, .stance(.never), age: 0)
        #expect(try scene.says() == Row.met)
        scene.request.at = Scene.day(-1)
        #expect(try scene.says() == Row.unknown)
    }

    @Test("a value that applies in some regions exists for a home region within them")
    func appliesIn() throws {
        for (home, regions, exists) in [
            ("DE", ["EEA"], true), ("UK", ["GB"], true), ("US-CA", ["US"], true), ("CH", ["EEA"], false),
            (nil, ["EEA"], false), ("DE", [], false), ("EU", ["EEA"], true), ("EEA", ["EU"], false),
        ] as [(String?, [String], Bool)] {
            var scene = training(.never)
            scene.world.settings.homeRegion = home
            scene.world.catalog.surfaces[0].facts[0].appliesIn = regions
            #expect(try scene.says() == (exists ? Row.met : Row.unknown), "\(home ?? "none") in \(regions)")
        }
    }

    @Test("an unknown in the catalog is no candidate")
    func unknown() throws {
        var scene = training(.never)
        scene.add(.trainsOnInput, .unknown, age: 1)
        #expect(try scene.says() == Row.met)
        scene = training()
        scene.add(.trainsOnInput, .unknown)
        scene.world.catalog.vendors[0].facts = [
            Fact(key: .trainsOnInput, value: .stance(.never), source: "vendor", retrieved: Scene.day(-5))
        ]
        #expect(try scene.says() == Row.met)
    }

    @Test("the vendor is asked only where the surface gives no candidate")
    func vendor() throws {
        var scene = training()
        scene.world.catalog.vendors[0].facts = [
            Fact(key: .trainsOnInput, value: .stance(.always), source: "vendor", retrieved: Scene.day(-5))
        ]
        #expect(try scene.says() == Row.breach)
        #expect(try scene.finding()?.facts.map(\.surface) == ["moonshot"])
        scene.add(.trainsOnInput, .stance(.never), age: 100)
        #expect(try scene.says() == Row.met)
        scene.world.catalog.vendors[0].facts[0].value = .inherit
        scene.world.catalog.surfaces[0].facts = []
        #expect(try scene.says() == Row.unknown)
    }

    @Test("a vendor's value exists under the same conditions")
    func vendorExists() throws {
        var scene = training()
        var fact = Fact(
            key: .trainsOnInput, value: .stance(.never), source: "vendor", retrieved: Scene.day(1))
        scene.world.catalog.vendors[0].facts = [fact]
        #expect(try scene.says() == Row.unknown)
        fact.retrieved = Scene.day(0)
        scene.world.catalog.vendors[0].facts = [fact]
        #expect(try scene.says() == Row.met)
        fact.appliesIn = ["US"]
        scene.world.catalog.vendors[0].facts = [fact]
        #expect(try scene.says() == Row.unknown)
    }

    @Test("a value reads as the catalog writes it")
    func words() {
        for (value, words) in [
            (FactValue.flag(false), "no"), (.flag(true), "yes"), (.stance(.optOut), "opt-out"),
            (.retention(.days(30)), "30"), (.retention(.accountLifetime), "account-lifetime"),
            (.retention(.indefinite), "indefinite"), (.list(["DE", "FR"]), "DE, FR"), (.list([]), "none"),
            (.text("free"), "free"), (.unknown, "unknown"), (.inherit, "inherit"),
        ] {
            #expect("\(value)" == words)
        }
    }

    // MARK: Reviews

    @Test("a review takes the place of what the catalog said until then")
    func review() throws {
        var scene = training()
        scene.add(.trainsOnInput, .stance(.always), age: 20)
        scene.review(.stance(.never), age: 20)
        #expect(try scene.says() == Row.met)
        scene.add(.trainsOnInput, .stance(.always), age: 19)
        #expect(try scene.says() == Row.breach)
    }

    @Test("of reviews those of the latest day count, all of them")
    func reviews() throws {
        var scene = training()
        scene.review(.stance(.always), age: 30)
        scene.review(.stance(.never), age: 20)
        #expect(try scene.says() == Row.met)
        scene.review(.stance(.optOut), age: 20)
        #expect(try scene.says() == "duty duty-open verify-opt-out")
        scene.review(.stance(.never), age: -1)
        #expect(try scene.says() == "duty duty-open verify-opt-out")
    }

    @Test("a review that says unknown keeps the vendor from being asked")
    func unknownReview() throws {
        var scene = training()
        scene.world.catalog.vendors[0].facts = [
            Fact(key: .trainsOnInput, value: .stance(.never), source: "vendor", retrieved: Scene.day(-5))
        ]
        scene.add(.trainsOnInput, .stance(.never), age: 30)
        scene.review(.unknown, age: 20)
        #expect(try scene.says() == Row.unknown)
        scene.add(.trainsOnInput, .stance(.never), age: 10)
        #expect(try scene.says() == Row.met)
        scene.world.reviews[0].surface = "moonshot.api"
        scene.world.catalog.surfaces[0].facts = []
        #expect(try scene.says() == Row.met)
    }

    @Test("a review ages like any other value")
    func staleReview() throws {
        var scene = training()
        scene.review(.stance(.never), age: 181)
        #expect(try scene.says() == Row.old)
        scene.world.reviews[0].archived = true
        #expect(try scene.says() == Row.unknown)
    }

    // MARK: Signed facts

    @Test("what a vendor signed is the only candidate, and always fresh")
    func signed() throws {
        var scene = training(.always)
        scene.review(.stance(.always), age: 0)
        scene.state(.trainsOnInput, .stance(.never), from: Scene.day(-1000))
        #expect(try scene.says() == Row.met)
        #expect(try scene.finding()?.facts.first?.state == .signed)
        #expect(try scene.finding()?.conflicts.isEmpty == true)
        let scenes: [(inout Agreement) -> Void] = [
            { $0.client = "other" }, { $0.vendor = "lumen" }, { $0.effective = Scene.day(1) },
            { $0.terminated = Scene.day(-1) }, { $0.expires = Scene.day(-1) }, { $0.archived = true },
            { $0.facts = ["moonshot.api": [.trainsOnInput: .stance(.never)]] },
            { $0.facts = ["moonshot.chat": [.humanReview: .stance(.never)]] },
        ]
        for change in scenes {
            var spoilt = scene
            change(&spoilt.world.agreements[1])
            #expect(try spoilt.says() == Row.breach)
        }
        scene.world.agreements[1].client = "nordwind"
        #expect(try scene.says() == Row.met)
        scene.sign(.vendorTerms, "later") {
            $0.client = "nordwind"
            $0.supersedes = ["paper"]
        }
        #expect(try scene.says() == Row.breach)
    }

    @Test("of signed values the latest effective counts, an absent one is the earliest, ties are combined")
    func latestSigned() throws {
        var scene = training()
        scene.state(.trainsOnInput, .stance(.always), "undated")
        scene.state(.trainsOnInput, .stance(.always), "old", from: Scene.day(-100))
        scene.state(.trainsOnInput, .stance(.never), "new", from: Scene.day(-50))
        #expect(try scene.says() == Row.met)
        scene.state(.trainsOnInput, .stance(.optOut), "same", from: Scene.day(-50))
        #expect(try scene.says() == "duty duty-open verify-opt-out")
        scene.state(.trainsOnInput, .stance(.always), "future", from: Scene.day(1))
        #expect(try scene.says() == "duty duty-open verify-opt-out")
    }

    @Test("a verdict for one client does not see what another's vendor agreement states")
    func signedPerClient() throws {
        var scene = training(.always)
        scene.world.clients.append(Client(id: "other", name: "", tag: ""))
        scene.state(.trainsOnInput, .stance(.never))
        scene.world.agreements[1].client = "other"
        scene.paper.client = "nordwind"
        scene.world.agreements.append(scene.paper)
        scene.world.agreements[2].id = "others-nda"
        scene.world.agreements[2].client = "other"
        let judge = Judge(scene.world)
        #expect(try judge.decide(scene.request).outcome == .deny)
        scene.request.client = "other"
        #expect(try judge.decide(scene.request).outcome == .permit)
        scene.request.client = "nordwind"
        #expect(try judge.decide(scene.request).outcome == .deny)
    }

    // MARK: Routes

    private func wrapper(_ facts: [(FactKey, FactValue)]) -> Scene {
        var scene = Scene(.modelTraining, facts: [(.trainsOnInput, .inherit)])
        scene.addRoute(facts: facts)
        return scene
    }

    @Test("a wrapper's inherited fact is resolved on the route")
    func inherit() throws {
        var scene = wrapper([(.trainsOnInput, .stance(.never))])
        #expect(try scene.says() == Row.met)
        #expect(try scene.finding()?.facts.map(\.surface) == ["lumen.api"])
        scene.request.route = nil
        #expect(try scene.says() == "unknown no-route")
        scene = wrapper([(.trainsOnInput, .inherit)])
        #expect(try scene.says() == "unknown no-route")
        scene = wrapper([])
        scene.world.catalog.vendors[1].facts = [
            Fact(key: .trainsOnInput, value: .stance(.never), source: "v", retrieved: Scene.day(-1))
        ]
        #expect(try scene.says() == Row.met)
        scene.world.catalog.surfaces[0].facts[0].retrieved = Scene.day(100)
        #expect(try scene.says() == Row.met)
    }

    @Test("an inherited value hides the surface's other values and its reviews, not what was signed")
    func inheritBefore() throws {
        var scene = wrapper([(.trainsOnInput, .stance(.never))])
        scene.add(.trainsOnInput, .stance(.always))
        scene.review(.stance(.always), age: 0)
        #expect(try scene.says() == Row.met)
        scene.world.reviews[0].surface = "lumen.api"
        #expect(try scene.says() == Row.breach)
        scene.sign(.vendorTerms) { agreement in
            agreement.vendor = "lumen"
            agreement.facts = ["lumen.api": [.trainsOnInput: .stance(.never)]]
        }
        #expect(try scene.says() == Row.met)
        scene.world.agreements[1].facts["moonshot.chat"] = [.trainsOnInput: .stance(.always)]
        #expect(try scene.says() == Row.breach)
    }

    @Test("a wrapper's own fact stays its own, and a route that is no target is ignored")
    func ownFact() throws {
        var scene = wrapper([(.trainsOnInput, .stance(.always)), (.humanReview, .stance(.always))])
        scene.term.rule = .humanReview
        scene.add(.humanReview, .stance(.never))
        #expect(try scene.says() == Row.met)
        scene.term.rule = .aiUse(mode: .listed, surfaces: ["lumen"], localExempt: false)
        #expect(try scene.says() == "met listed")
        scene.world.catalog.surfaces[0].facts.removeAll { $0.value == .inherit }
        #expect(try scene.says() == "breach not-allowed")
        scene.term.rule = .aiUse(mode: .listed, surfaces: ["moonshot.chat"], localExempt: false)
        #expect(try scene.says() == "met listed")
    }

    @Test("accounts, consents and contracts are matched on the target")
    func target() throws {
        var scene = wrapper([(.trainsOnInput, .stance(.optOut))])
        scene.addAccount {
            $0.surface = "lumen.api"
            $0.optOutVerified = Scene.at
        }
        #expect(try scene.says() == "met account-meets")
        #expect(try scene.verdict().request.account == "login")
        scene.world.accounts[0].surface = "moonshot.chat"
        #expect(try scene.says() == "duty duty-open verify-opt-out")
        scene.addConsent()
        #expect(try scene.says() == "duty duty-open verify-opt-out")
        scene.world.consents[0].surfaces = ["lumen.api"]
        #expect(try scene.says() == "lifted consent")
        scene.term.rule = .processorAgreement(instrument: .dpa)
        scene.world.consents = []
        scene.sign(.dpa)
        #expect(try scene.says() == Row.unknown)
        scene.world.agreements[1].vendor = "lumen"
        #expect(try scene.says() == "met agreement-in-force")
    }

    // MARK: Regions

    @Test(
        "a region lies within another",
        arguments: [
            ("DE", ["DE"], true), ("DE", ["EU"], true), ("DE", ["EEA"], true), ("NO", ["EEA"], true),
            ("NO", ["EU"], false), ("IS", ["EEA"], true), ("LI", ["EEA"], true), ("EU", ["EEA"], true),
            ("EEA", ["EU"], false), ("EU", ["EU"], true), ("CH", ["EEA", "EU"], false), ("GB", ["EU"], false),
            ("UK", ["GB"], true), ("GB", ["UK"], true), ("US-CA", ["US"], true), ("US", ["US-CA"], false),
            ("USX", ["US"], false), ("worldwide", ["worldwide"], true), ("worldwide", ["EU", "US"], false),
            ("DE", ["worldwide"], false), ("HR", ["EU"], true), ("GR", ["EU"], true), ("", ["EU"], false),
            ("D", ["EU"], false), ("DEU", ["EU"], false), ("de", ["EU"], false), ("DE", [], false),
        ] as [(String, [String], Bool)])
    func regions(code: String, regions: [String], isWithin: Bool) {
        #expect(Regions.contain(regions, code) == isWithin)
    }

    @Test("the Union has 27 members and the Area three more")
    func members() {
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        let codes = letters.flatMap { first in letters.map { first + $0 } }
        #expect(codes.count { Regions.contain(["EU"], $0) } == 28)  // with EU itself
        #expect(codes.count { Regions.contain(["EEA"], $0) } == 31)
    }
}

extension Scene {
    fileprivate mutating func review(_ value: FactValue, age: Int32) {
        world.reviews.append(
            Review(
                surface: "moonshot.chat", key: .trainsOnInput, value: value, source: "review",
                retrieved: Scene.day(-age)))
    }
}
