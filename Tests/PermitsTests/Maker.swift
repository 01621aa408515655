@testable import Permits

/// Makes worlds from a seed: nearly permitted ones, each spoilt in a few places.
struct Maker {
    /// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators".
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static let regions = [
        "DE", "FR", "IE", "NO", "CH", "GB", "UK", "US", "US-CA", "SG", "CN", "EU", "EEA", "worldwide",
    ]
    static let categories = DataCategory.allCases.filter { $0 != .public && $0 != .unclassified }
    static let keys = FactKey.deciding.filter { $0 != .loginMethods }
    static let now = Day(number: 20_697)

    var random: Generator
    private var count = 0
    private var dates = [Maker.now]

    init(seed: UInt64) { random = Generator(state: seed) }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func one<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    mutating func some<Element>(_ choices: [Element], _ range: ClosedRange<Int>) -> [Element] {
        Array(choices.shuffled(using: &random).prefix(Int.random(in: range, using: &random)))
    }

    mutating func day(_ back: Int, _ ahead: Int) -> Day {
        let day = Day(number: Maker.now.number + Int32(Int.random(in: -back...ahead, using: &random)))
        dates.append(day)
        return day
    }

    // MARK: Catalog

    mutating func value(_ key: FactKey, kindly: Bool) -> FactValue {
        switch key {
        case .processingRegions, .selectableRegions, .incorporatedIn, .headquarteredIn:
            .list(kindly ? some(["DE", "FR", "IE", "EU"], 1...2) : some(Maker.regions, 0...3))
        case .controlledFrom: .list(kindly ? some(["DE", "FR"], 0...1) : some(Maker.regions, 0...2))
        case .trainsOnInput, .humanReview:
            .stance(one(kindly ? [.never, .optIn, .optOut] : FactValue.Stance.allCases))
        case .retentionDays:
            .retention(
                one(kindly ? [.days(0), .days(7), .days(30)] : [.days(90), .indefinite, .accountLifetime]))
        default: .flag(key == .onDevice || !kindly ? chance(50) : true)
        }
    }

    mutating func values(_ key: FactKey) -> [Fact] {
        var facts = [fact(key, value(key, kindly: true), back: 150)]
        while chance(25) {
            let kindly = chance(50)
            facts.append(fact(key, value(key, kindly: kindly), back: 320))
        }
        if chance(6) { facts.append(fact(key, .unknown, back: 200)) }
        return facts
    }

    mutating func fact(_ key: FactKey, _ value: FactValue, back: Int) -> Fact {
        var fact = Fact(key: key, value: value, source: one(["s1", "s2"]), retrieved: day(back, 20))
        if chance(10) { fact.appliesIn = some(Maker.regions, 1...2) }
        return fact
    }

    mutating func catalog() -> Catalog {
        var catalog = Catalog()
        for number in 0..<3 {
            var vendor = Vendor(id: "v\(number)", name: "")
            for key in Maker.keys where chance(key.isJurisdiction ? 95 : 10) { vendor.facts += values(key) }
            catalog.vendors.append(vendor)
        }
        for number in 0..<6 {
            var surface = Surface(id: "v\(number % 3).s\(number)", name: "")
            for key in Maker.keys where chance(key.isJurisdiction ? 10 : 93) { surface.facts += values(key) }
            surface.capabilities = some(["chat", "code", "write"], 1...2)
            catalog.surfaces.append(surface)
        }
        for number in 0..<2 {
            var surface = Surface(id: "v\(number).wrap\(number)", name: "")
            for key in Maker.keys {
                if chance(80) {
                    surface.facts.append(fact(key, .inherit, back: 300))
                } else if chance(60) {
                    surface.facts += values(key)
                }
            }
            surface.capabilities = ["chat"]
            catalog.surfaces.append(surface)
        }
        return catalog
    }

    // MARK: Workspace

    mutating func rule(_ kind: ObligationKind, _ surfaces: [String]) -> Rule {
        switch kind {
        case .thirdPartyDisclosure: .thirdPartyDisclosure(recipients: chance(75) ? .processors : .none)
        case .modelTraining: .modelTraining
        case .humanReview: .humanReview
        case .aiUse:
            .aiUse(
                mode: chance(80) ? .listed : one([.forbidden, .consent]),
                surfaces: some(surfaces, 2...6) + some(["v0", "v1", "v2"], 0...2), localExempt: chance(30))
        case .localOnly: .localOnly
        case .dataLocation:
            .dataLocation(regions: one([["EU"], ["EEA", "CH"], ["EU", "US"], ["DE", "GB"]]))
        case .excludedJurisdiction:
            .excludedJurisdiction(jurisdictions: one([["CN"], ["US"], ["CN", "SG"]]))
        case .retentionLimit: .retentionLimit(maxDays: one([0, 7, 30, 365]))
        case .processorAgreement: .processorAgreement(instrument: one([.dpa, .baa]))
        case .endToEndEncryption: .endToEndEncryption
        case .redaction: .redaction
        case .commercialLicence: .commercialLicence
        case .dedicatedAccount:
            .dedicatedAccount(login: chance(50) ? some(LoginMethod.allCases, 1...4) : nil)
        case .segregatedProfile: .segregatedProfile
        case .networkProtection: .networkProtection
        case .secondFactor: .secondFactor
        case .discloseUse: .discloseUse
        default: .recorded(kind, within: nil)
        }
    }

    mutating func obligation(_ surfaces: [String], id: String? = nil) -> Obligation {
        count += 1
        let kind = one(ObligationKind.allCases.filter(\.decides) + [.returnOrDestroy, .other])
        var obligation = Obligation(id: id ?? "o\(count)", rule: rule(kind, surfaces))
        obligation.clause = "\(count)"
        if chance(40) {
            obligation.data = DataCategories(some(Maker.categories + [.public], 1...3))
        }
        obligation.survives = !chance(20)
        obligation.unlessRedacted = chance(12)
        obligation.liftable = !chance(15)
        return obligation
    }

    mutating func agreement(_ id: String, _ client: Client, _ surfaces: [String]) -> Agreement {
        var agreement = Agreement(id: id, kind: one([.nda, .nda, .msa, .sow]), client: client.id)
        if chance(40) { agreement.engagement = client.engagements.randomElement(using: &random)?.id }
        if chance(80) { agreement.effective = day(700, 10) }
        if chance(40) { agreement.expires = day(400, 300) }
        if chance(10) { agreement.terminated = day(300, 60) }
        if chance(40) { agreement.signed = day(800, 0) }
        if chance(30) { agreement.lastDisclosure = day(300, 0) }
        agreement.tradeSecretsPerpetual = chance(25)
        let period = one([Period(days: 90), Period(months: 6), Period(years: 1), Period(years: 2)])
        if chance(75) {
            agreement.survival =
                chance(25)
                ? .perpetual : chance(50) ? .period(period) : .from(one(Survival.Anchor.allCases), period)
        }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            agreement.obligations.append(obligation(surfaces))
        }
        return agreement
    }

    mutating func vendorAgreement(_ id: String, _ world: World) -> Agreement {
        var agreement = Agreement(
            id: id, kind: one([.dpa, .baa, .vendorTerms]),
            client: chance(40) ? world.clients.randomElement(using: &random)?.id : nil,
            vendor: one(["v0", "v1", "v2"]))
        if chance(60) {
            agreement.effective = chance(50) ? day(300, 30) : Day(number: Maker.now.number - 100)
        }
        if chance(30) { agreement.expires = day(60, 200) }
        if chance(50) {
            for surface in world.catalog.surfaces.filter({ $0.vendor == agreement.vendor }).prefix(2) {
                for key in some(Maker.keys, 1...3) {
                    let kindly = chance(60)
                    agreement.facts[surface.id, default: [:]][key] = value(key, kindly: kindly)
                }
            }
        }
        return agreement
    }

    mutating func world() -> World {
        var world = World()
        world.catalog = catalog()
        let surfaces = world.catalog.surfaces.map(\.id)
        if chance(80) { world.settings.homeRegion = one(["DE", "FR", "US", "GB"]) }
        for number in 0..<3 {
            var client = Client(id: "c\(number)", name: "", tag: "")
            client.terms = chance(25) ? .none : .recorded
            if chance(70) { client.conflictClass = one(["k1", "k2"]) }
            for job in 0..<Int.random(in: 0...2, using: &random) {
                var engagement = Engagement(id: "e\(job)", title: "")
                engagement.data = DataCategories(some(Maker.categories, 0...3))
                if chance(10) {
                    engagement.data = one([[.public], [.tradeSecret], DataCategories(.unclassified)])
                }
                if chance(50) { engagement.ends = day(60, 400) }
                if chance(6) { engagement.status = .closed }
                client.engagements.append(engagement)
            }
            world.clients.append(client)
        }
        for number in 0..<7 {
            let client = world.clients[number % 3]
            var agreement = agreement("a\(number)", client, surfaces)
            let earlier = world.agreements.filter { $0.client == client.id }.map(\.id)
            if chance(20) { agreement.supersedes = some(earlier, 0...1) }
            world.agreements.append(agreement)
        }
        if chance(50) {
            var house = Agreement(id: "house", kind: .house)
            house.obligations = [obligation(surfaces)]
            world.agreements.append(house)
        }
        for number in 0..<Int.random(in: 1...4, using: &random) {
            let agreement = vendorAgreement("va\(number)", world)
            world.agreements.append(agreement)
        }
        for number in 0..<8 { world.consents.append(consent("k\(number)", world)) }
        for number in 0..<8 { world.accounts.append(account("acc\(number)", world)) }
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let key = one(Maker.keys)
            let kindly = chance(70)
            world.reviews.append(
                Review(
                    surface: one(surfaces), key: key,
                    value: chance(20) ? .unknown : value(key, kindly: kindly),
                    source: "https://example.org", retrieved: day(250, 20)))
        }
        return world
    }

    mutating func consent(_ id: String, _ world: World) -> Consent {
        let client = one(world.clients)
        var consent = Consent(id: id, client: client.id, granted: day(300, 20))
        if chance(30) { consent.engagement = client.engagements.randomElement(using: &random)?.id }
        consent.surfaces = some(world.catalog.surfaces.map(\.id), 1...5) + some(["v0", "v1", "v2"], 0...2)
        consent.lifts = some(ObligationKind.allCases.filter(\.decides).map(\.rawValue), 2...8)
        consent.lifts += some((1...20).map { "o\($0)" }, 0...4)
        if chance(40) { consent.data = DataCategories(some(Maker.categories + [.public], 1...5)) }
        if chance(50) { consent.expires = day(20, 300) }
        if chance(15) { consent.revoked = day(60, 60) }
        if chance(40) { consent.conditions = Duties(some(Duty.allCases, 1...3)) }
        return consent
    }

    mutating func account(_ id: String, _ world: World) -> Account {
        var account = Account(
            id: id, client: one(world.clients).id, surface: one(world.catalog.surfaces.prefix(6).map(\.id)))
        if chance(90) { account.login = one(LoginMethod.allCases) }
        if chance(60) { account.region = one(Maker.regions) }
        if chance(70) { account.optOutVerified = day(120, 10) }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            account.seen.append(.init(client: one(world.clients).id, date: day(120, 30)))
        }
        if chance(40) { account.cleared.append(day(60, 30)) }
        return account
    }

    mutating func request(_ world: World) -> Request {
        let client = one(world.clients)
        let surface = one(world.catalog.surfaces)
        var request = Request(client: client.id, surface: surface.id, at: Maker.now)
        let isWrapper = surface.facts.contains { $0.value == .inherit }
        if isWrapper ? chance(80) : chance(5) { request.route = one(world.catalog.surfaces).id }
        if chance(70) { request.engagement = client.engagements.randomElement(using: &random)?.id }
        if chance(40) { request.data = DataCategories(some(Maker.categories + [.public], 0...3)) }
        if chance(15) {
            request.data = one([
                .public, .tradeSecret, DataCategories(.unclassified),
                [DataCategories(.unclassified), .tradeSecret],
                [.tradeSecret, .public],
            ])
        }
        if chance(60) { request.done = Duties(some(Duty.allCases, 1...8)) }
        let target = isWrapper ? request.route ?? surface.id : surface.id
        if chance(30) {
            request.account = world.accounts.filter { $0.surface == target }.randomElement(using: &random)?.id
        }
        let offset = Int32(Int.random(in: -1...1, using: &random))
        request.at =
            chance(50) ? day(60, 120) : Day(number: one(dates).number + offset + (chance(30) ? 180 : 0))
        return request
    }
}

extension FactKey {
    fileprivate var isJurisdiction: Bool {
        self == .incorporatedIn || self == .headquarteredIn || self == .controlledFrom
    }
}
