import Testing

@testable import Permits

/// One line of a table: a rule, the facts, what is expected.
struct Row: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let facts: [(FactKey, FactValue, Int32)]
    let says: String

    /// Facts are given as key, value and age in days.
    init(_ rule: Rule, _ facts: [(FactKey, FactValue, Int32)], _ says: String) {
        self.rule = rule
        self.facts = facts
        self.says = says
    }

    var testDescription: String {
        "\(rule) with \(facts.map { "\($0.0.name) \($0.1.words) \($0.2)" }) is \(says)"
    }

    static let fresh: Int32 = 180
    static let stale: Int32 = 181
    static let local = (FactKey.onDevice, FactValue.flag(true), fresh)
    static let staleLocal = (FactKey.onDevice, FactValue.flag(true), stale)
    static let remote = (FactKey.onDevice, FactValue.flag(false), fresh)
    static let met = "met fact-allows"
    static let here = "met on-device"
    static let breach = "breach fact-forbids"
    static let unknown = "unknown fact-unknown"
    static let old = "unknown stale"

    static func trains(_ stance: FactValue.Stance, _ age: Int32 = 0) -> (FactKey, FactValue, Int32) {
        (.trainsOnInput, .stance(stance), age)
    }

    static func reads(_ stance: FactValue.Stance, _ age: Int32 = 0) -> (FactKey, FactValue, Int32) {
        (.humanReview, .stance(stance), age)
    }

    static func keeps(_ retention: FactValue.Retention, _ age: Int32 = 0) -> (FactKey, FactValue, Int32) {
        (.retentionDays, .retention(retention), age)
    }

    static func yes(_ key: FactKey, _ age: Int32 = 0) -> (FactKey, FactValue, Int32) {
        (key, .flag(true), age)
    }

    static func no(_ key: FactKey, _ age: Int32 = 0) -> (FactKey, FactValue, Int32) {
        (key, .flag(false), age)
    }

    static func list(_ key: FactKey, _ codes: [String], _ age: Int32 = 0) -> (FactKey, FactValue, Int32) {
        (key, .list(codes), age)
    }

    static func jurisdictions(
        _ incorporated: [String], _ headquarters: [String], _ control: [String], _ age: Int32 = 0
    ) -> [(FactKey, FactValue, Int32)] {
        [
            list(.incorporatedIn, incorporated, age), list(.headquarteredIn, headquarters, age),
            list(.controlledFrom, control, age),
        ]
    }

    static let shut = Rule.thirdPartyDisclosure(recipients: .none)
    static let processors = Rule.thirdPartyDisclosure(recipients: .processors)
    static let disclosure: [Row] = [
        Row(shut, [local], here), Row(shut, [staleLocal], old), Row(shut, [], unknown),
        Row(shut, [remote], breach), Row(shut, [no(.onDevice, stale)], breach),
        Row(processors, [local], here), Row(processors, [staleLocal], old), Row(processors, [], unknown),
        Row(processors, [trains(.never), yes(.dpa)], unknown),
        Row(processors, [remote, trains(.never), yes(.dpa)], "duty duty-open sign-dpa"),
        Row(
            processors, [no(.onDevice, stale), trains(.optOut), yes(.dpa)],
            "duty duty-open verify-opt-out sign-dpa"),
        Row(processors, [remote, trains(.always), yes(.dpa)], breach + " sign-dpa"),
        Row(processors, [remote, trains(.optOut), no(.dpa)], breach + " verify-opt-out"),
        Row(processors, [remote, trains(.optOut)], unknown + " verify-opt-out"),
        Row(processors, [remote, yes(.dpa)], unknown + " sign-dpa"),
        Row(processors, [remote, trains(.never), no(.dpa)], breach),
    ]

    static let stances: [Row] = [
        Row(.modelTraining, [local], here), Row(.modelTraining, [local, trains(.always)], here),
        Row(.modelTraining, [staleLocal, trains(.always)], breach),
        Row(.modelTraining, [staleLocal], unknown),
        Row(.modelTraining, [trains(.never, fresh)], met), Row(.modelTraining, [trains(.never, stale)], old),
        Row(.modelTraining, [trains(.optIn, fresh)], met), Row(.modelTraining, [trains(.optIn, stale)], old),
        Row(.modelTraining, [trains(.optOut)], "duty duty-open verify-opt-out"),
        Row(.modelTraining, [trains(.optOut, stale)], "duty duty-open verify-opt-out"),
        Row(.modelTraining, [trains(.always, stale)], breach), Row(.modelTraining, [], unknown),
        Row(.modelTraining, [reads(.never)], unknown),
        Row(.humanReview, [local], here), Row(.humanReview, [staleLocal, reads(.always)], breach),
        Row(.humanReview, [reads(.never, fresh)], met), Row(.humanReview, [reads(.never, stale)], old),
        Row(.humanReview, [reads(.optIn, fresh)], met), Row(.humanReview, [reads(.optIn, stale)], old),
        Row(.humanReview, [reads(.optOut, stale)], "duty duty-open verify-opt-out"),
        Row(.humanReview, [reads(.always)], breach), Row(.humanReview, [], unknown),
        Row(.humanReview, [trains(.never)], unknown),
    ]

    static func ai(_ mode: Rule.Mode, _ surfaces: [String] = [], local: Bool = false) -> Rule {
        .aiUse(mode: mode, surfaces: surfaces, localExempt: local)
    }
    static let use: [Row] = [
        Row(ai(.forbidden), [local], "breach not-allowed"), Row(ai(.forbidden, local: true), [local], here),
        Row(ai(.forbidden, local: true), [staleLocal], "breach not-allowed"),
        Row(ai(.forbidden, local: true), [], "breach not-allowed"),
        Row(ai(.consent), [local], "breach not-allowed"), Row(ai(.consent, local: true), [local], here),
        Row(ai(.forbidden, ["moonshot.chat"]), [], "breach not-allowed"),
        Row(ai(.consent, ["moonshot.chat"]), [], "breach not-allowed"),
        Row(ai(.listed, ["moonshot.chat"]), [], "met listed"),
        Row(ai(.listed, ["lumen", "moonshot"]), [], "met listed"),
        Row(ai(.listed, ["moonshot.api", "lumen"]), [local], "breach not-allowed"),
        Row(ai(.listed), [], "breach not-allowed"), Row(ai(.listed, local: true), [local], here),
        Row(.localOnly, [local], here), Row(.localOnly, [staleLocal], old), Row(.localOnly, [], unknown),
        Row(.localOnly, [no(.onDevice, stale)], breach),
    ]

    static let eea = Rule.dataLocation(regions: ["EEA", "CH"])
    static let places: [Row] = [
        Row(eea, [local], here), Row(eea, [staleLocal, list(.processingRegions, ["US"])], breach),
        Row(eea, [list(.processingRegions, ["DE", "NO", "CH", "EU"], fresh)], met),
        Row(eea, [list(.processingRegions, ["DE"], stale)], old),
        Row(eea, [list(.processingRegions, ["DE", "US"])], breach),
        Row(eea, [list(.processingRegions, ["US"], stale)], breach),
        Row(eea, [list(.processingRegions, [])], unknown), Row(eea, [], unknown),
        Row(
            eea, [list(.processingRegions, ["US", "DE"]), list(.selectableRegions, ["US", "FR"])],
            "duty duty-open select-region"),
        Row(eea, [list(.selectableRegions, ["FR"], stale)], "duty duty-open select-region"),
        Row(
            eea, [list(.processingRegions, ["DE"], stale), list(.selectableRegions, ["FR"])],
            "duty duty-open select-region"),
        Row(eea, [list(.processingRegions, []), list(.selectableRegions, ["US"])], unknown),
        Row(eea, [list(.processingRegions, ["worldwide"]), list(.selectableRegions, ["US"])], breach),
        Row(eea, [list(.selectableRegions, [])], unknown),
    ]

    static let china = Rule.excludedJurisdiction(jurisdictions: ["CN"])
    static let vendors: [Row] = [
        Row(china, [local] + jurisdictions(["CN"], ["CN"], ["CN"]), here),
        Row(china, [staleLocal] + jurisdictions(["CN"], ["SG"], []), breach),
        Row(china, jurisdictions(["SG"], ["SG"], [], fresh), met),
        Row(china, jurisdictions(["SG"], ["SG"], [], stale), old),
        Row(china, jurisdictions(["CN"], ["SG"], []), breach),
        Row(china, jurisdictions(["SG"], ["CN"], []), breach),
        Row(china, jurisdictions(["SG"], ["SG"], ["US", "CN"]), breach),
        Row(china, jurisdictions(["CN"], ["SG"], [], stale), breach),
        Row(china, [list(.controlledFrom, ["CN"], stale)], breach), Row(china, [], unknown),
        Row(china, Array(jurisdictions(["SG"], ["SG"], []).dropFirst()), unknown),
        Row(china, Array(jurisdictions(["SG"], ["SG"], []).dropLast()), unknown),
        Row(china, [jurisdictions(["SG"], ["SG"], [])[0], jurisdictions(["SG"], ["SG"], [])[2]], unknown),
        Row(
            china,
            [
                list(.incorporatedIn, ["SG"]), list(.headquarteredIn, ["SG"], stale),
                list(.controlledFrom, []),
            ], old),
        Row(
            .excludedJurisdiction(jurisdictions: ["US"]), jurisdictions(["IE"], ["US-CA"], []), breach),
        Row(.excludedJurisdiction(jurisdictions: ["US-CA"]), jurisdictions(["US"], ["US"], []), met),
    ]

    static let month = Rule.retentionLimit(maxDays: 30)
    static let rest: [Row] = [
        Row(month, [local, keeps(.indefinite)], here), Row(month, [staleLocal, keeps(.indefinite)], breach),
        Row(month, [keeps(.days(30), fresh)], met), Row(month, [keeps(.days(30), stale)], old),
        Row(month, [keeps(.days(31), stale)], breach), Row(month, [keeps(.accountLifetime)], breach),
        Row(month, [keeps(.indefinite)], breach), Row(month, [], unknown),
        Row(.retentionLimit(maxDays: 0), [keeps(.days(0))], met),
        Row(.processorAgreement(instrument: .dpa), [local], here),
        Row(.processorAgreement(instrument: .dpa), [staleLocal], unknown),
        Row(.processorAgreement(instrument: .dpa), [yes(.dpa)], "duty duty-open sign-dpa"),
        Row(.processorAgreement(instrument: .dpa), [yes(.dpa, stale)], "duty duty-open sign-dpa"),
        Row(.processorAgreement(instrument: .dpa), [no(.dpa, stale)], breach),
        Row(.processorAgreement(instrument: .dpa), [yes(.baa)], unknown),
        Row(.processorAgreement(instrument: .baa), [yes(.baa)], "duty duty-open sign-baa"),
        Row(.processorAgreement(instrument: .baa), [no(.baa)], breach),
        Row(.processorAgreement(instrument: .baa), [yes(.dpa)], unknown),
        Row(.endToEndEncryption, [local], here), Row(.endToEndEncryption, [yes(.e2ee, fresh)], met),
        Row(.endToEndEncryption, [yes(.e2ee, stale)], old), Row(.endToEndEncryption, [no(.e2ee)], breach),
        Row(.endToEndEncryption, [staleLocal], unknown),
        Row(.redaction, [local], "duty duty-open redact"),
        Row(.commercialLicence, [local], unknown), Row(.commercialLicence, [yes(.commercialUse)], met),
        Row(.commercialLicence, [yes(.commercialUse, stale)], old),
        Row(.commercialLicence, [no(.commercialUse, stale)], breach),
        Row(.dedicatedAccount(login: nil), [local], here),
        Row(.dedicatedAccount(login: nil), [staleLocal], "duty duty-open dedicated-account"),
        Row(.dedicatedAccount(login: nil), [], "duty duty-open dedicated-account"),
        Row(.segregatedProfile, [local], "duty duty-open segregated-profile"),
        Row(.networkProtection, [local], "duty duty-open connect-vpn"),
        Row(.secondFactor, [local], "duty duty-open present-key"),
        Row(.discloseUse, [local], "duty duty-open disclose-use"),
        Row(.recorded(.publicity, within: nil), [], "none"),
    ]
}

@Suite("Each deciding kind, row by row")
struct RowTests {
    @Test("disclosure to third parties", arguments: Row.disclosure)
    func disclosure(row: Row) throws { try check(row) }

    @Test("training and review", arguments: Row.stances)
    func stances(row: Row) throws { try check(row) }

    @Test("use of AI, and local use", arguments: Row.use)
    func use(row: Row) throws { try check(row) }

    @Test("places of processing", arguments: Row.places)
    func places(row: Row) throws { try check(row) }

    @Test("excluded jurisdictions", arguments: Row.vendors)
    func vendors(row: Row) throws { try check(row) }

    @Test("retention, contracts, encryption, licence, accounts and duties", arguments: Row.rest)
    func rest(row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        var scene = Scene(row.rule)
        for (key, value, age) in row.facts { scene.add(key, value, age: age) }
        #expect(try scene.says() == row.says)
    }

    @Test("an opt-out counts as verified for ninety days", arguments: [-91, -90, 0, 1])
    func optOut(offset: Int32) throws {
        for rule in [Rule.modelTraining, .humanReview] {
            var scene = Scene(
                rule, facts: [(.trainsOnInput, .stance(.optOut)), (.humanReview, .stance(.optOut))])
            scene.addAccount { $0.optOutVerified = Scene.day(offset) }
            let isMet = (-90...0).contains(offset)
            #expect(try scene.says() == (isMet ? "met account-meets" : "duty duty-open verify-opt-out"))
        }
    }

    @Test("an account's region meets a place of processing, whether or not it is offered")
    func accountRegion() throws {
        var scene = Scene(Row.eea, facts: [(.selectableRegions, .list(["FR"]))])
        scene.addAccount { $0.region = "NO" }
        #expect(try scene.says() == "met account-meets")
        scene.world.accounts[0].region = "US"
        #expect(try scene.says() == "duty duty-open select-region")
        scene.world.catalog.surfaces[0].facts = []
        scene.world.accounts[0].region = "NO"
        #expect(try scene.says() == Row.unknown)
    }

    @Test("an account of one's own needs a login method that the clause lists")
    func dedicatedAccount() throws {
        var scene = Scene(.dedicatedAccount(login: [.email, .sso]))
        scene.addAccount { $0.login = .sso }
        #expect(try scene.says() == "met account-meets")
        scene.world.accounts[0].login = .google
        #expect(try scene.says() == "duty duty-open dedicated-account")
        scene.world.accounts[0].login = nil
        #expect(try scene.says() == "duty duty-open dedicated-account")
        scene.term.rule = .dedicatedAccount(login: nil)
        #expect(try scene.says() == "met account-meets")
        scene.term.rule = .dedicatedAccount(login: [])
        #expect(try scene.says() == "duty duty-open dedicated-account")
    }

    @Test("a contract in force with the target's vendor meets the clause, for this client or for all")
    func instrument() throws {
        for (kind, instrument) in [(Agreement.Kind.dpa, Rule.Instrument.dpa), (.baa, .baa)] {
            var scene = Scene(
                .processorAgreement(instrument: instrument),
                facts: [(.dpa, .flag(false)), (.baa, .flag(false))])
            scene.sign(kind)
            #expect(try scene.says() == "met agreement-in-force")
            #expect(try scene.finding()?.instrument == "paper")
            let signed = scene
            func spoilt(_ change: (inout Agreement) -> Void) throws -> String {
                var scene = signed
                change(&scene.world.agreements[1])
                return try scene.says()
            }
            #expect(try spoilt { $0.client = "nordwind" } == "met agreement-in-force")
            #expect(try spoilt { $0.client = "other" } == Row.breach)
            #expect(try spoilt { $0.vendor = "lumen" } == Row.breach)
            #expect(try spoilt { $0.kind = kind == .dpa ? .baa : .dpa } == Row.breach)
            #expect(try spoilt { $0.effective = Scene.day(1) } == Row.breach)
            #expect(try spoilt { $0.effective = Scene.day(0) } == "met agreement-in-force")
            #expect(try spoilt { $0.expires = Scene.day(0) } == "met agreement-in-force")
            #expect(
                try spoilt {
                    $0.expires = Scene.day(-1)
                    $0.survival = .perpetual
                } == Row.breach)
            #expect(try spoilt { $0.terminated = Scene.day(-1) } == Row.breach)
            scene.sign(.vendorTerms, "later") { $0.supersedes = ["paper"] }
            #expect(try scene.says() == Row.breach)
        }
    }

    @Test("processors need both parts, and a contract in force counts for one")
    func processors() throws {
        var scene = Scene(
            Row.processors, facts: [(.onDevice, .flag(false)), (.trainsOnInput, .stance(.never))])
        scene.sign(.dpa)
        #expect(try scene.finding()?.status == .met)
        scene.world.agreements[1].kind = .baa
        #expect(try scene.says() == Row.unknown)
    }

    @Test("redaction stands in for a clause that says so, and only once it is done")
    func unlessRedacted() throws {
        for rule in [Rule.localOnly, .modelTraining, .processorAgreement(instrument: .dpa), .redaction] {
            for value in [false, true, nil] {
                var scene = Scene(rule)
                if let value { scene.add(.onDevice, .flag(value)) }
                scene.term.unlessRedacted = true
                if rule != .redaction, value == true {
                    #expect(try scene.says() == Row.here)
                    continue
                }
                #expect(try scene.says() == "duty redact-instead redact")
                scene.request.done = .redact
                #expect(try scene.says() == (rule == .redaction ? "met duty-done" : "met redacted"))
            }
        }
    }

    @Test("a declared duty is met, whatever the age of the fact that raised it", arguments: Duty.allCases)
    func done(duty: Duty) throws {
        let rules: [(Rule, Duty)] = [
            (.modelTraining, .verifyOptOut), (Row.eea, .selectRegion),
            (.processorAgreement(instrument: .dpa), .signDPA),
            (.processorAgreement(instrument: .baa), .signBAA),
            (.redaction, .redact), (.dedicatedAccount(login: nil), .dedicatedAccount),
            (.segregatedProfile, .segregatedProfile), (.networkProtection, .connectVPN),
            (.secondFactor, .presentKey), (.discloseUse, .discloseUse),
        ]
        for (rule, raised) in rules {
            var scene = Scene(rule)
            scene.add(.trainsOnInput, .stance(.optOut), age: 900)
            scene.add(.selectableRegions, .list(["DE"]), age: 900)
            scene.add(.dpa, .flag(true), age: 900)
            scene.add(.baa, .flag(true), age: 900)
            #expect(try scene.says() == "duty duty-open \(raised.rawValue)")
            scene.request.done = Duties(duty)
            #expect(
                try scene.says() == (raised == duty ? "met duty-done" : "duty duty-open \(raised.rawValue)"))
        }
    }
}
