@testable import Permits

/// A world of one client, one vendor and one surface, to be changed a little in each test.
struct Scene {
    static let at = Day(number: 20_697)  // 2026-09-01

    var world = World()
    var request = Request(client: "nordwind", surface: "moonshot.chat", at: Scene.at)

    init(_ rules: Rule..., facts: [(FactKey, FactValue)] = []) {
        world.clients = [Client(id: "nordwind", name: "Nordwind", tag: "NOR")]
        world.catalog.vendors = [Vendor(id: "moonshot", name: "Moonshot")]
        world.catalog.surfaces = [Surface(id: "moonshot.chat", name: "Chat")]
        var agreement = Agreement(id: "nda", kind: .nda, client: "nordwind")
        for (number, rule) in rules.enumerated() {
            var obligation = Obligation(id: "o\(number + 1)", rule: rule)
            obligation.clause = "\(number + 1)"
            agreement.obligations.append(obligation)
        }
        world.agreements = [agreement]
        for (key, value) in facts { add(key, value) }
    }

    /// A day so many days after the one that is asked about.
    static func day(_ offset: Int32) -> Day { Day(number: at.number + offset) }

    /// A catalog value of the surface.
    mutating func add(_ key: FactKey, _ value: FactValue, age: Int32 = 10, source: String = "terms") {
        world.catalog.surfaces[0].facts.append(
            Fact(key: key, value: value, source: source, retrieved: Scene.day(-age)))
    }

    /// A second surface, behind the first.
    mutating func addRoute(facts: [(FactKey, FactValue)] = []) {
        var surface = Surface(id: "lumen.api", name: "API")
        surface.facts = facts.map { Fact(key: $0, value: $1, source: "api", retrieved: Scene.day(-10)) }
        world.catalog.surfaces.append(surface)
        world.catalog.vendors.append(Vendor(id: "lumen", name: "Lumen"))
        request.route = "lumen.api"
    }

    mutating func addAccount(_ change: (inout Account) -> Void = { _ in }) {
        var account = Account(id: "login", client: "nordwind", surface: "moonshot.chat")
        change(&account)
        world.accounts.append(account)
    }

    mutating func addConsent(_ id: String = "mail", _ change: (inout Consent) -> Void = { _ in }) {
        var consent = Consent(id: id, client: "nordwind", granted: Scene.day(-30))
        consent.surfaces = ["moonshot.chat"]
        consent.lifts = ["o1"]
        change(&consent)
        world.consents.append(consent)
    }

    mutating func sign(
        _ kind: Agreement.Kind, _ id: String = "paper", _ change: (inout Agreement) -> Void = { _ in }
    ) {
        var agreement = Agreement(id: id, kind: kind, vendor: "moonshot")
        change(&agreement)
        world.agreements.append(agreement)
    }

    mutating func state(
        _ key: FactKey, _ value: FactValue, _ id: String = "paper", from effective: Day? = nil
    ) {
        sign(.vendorTerms, id) { agreement in
            agreement.facts = ["moonshot.chat": [key: value]]
            agreement.effective = effective
        }
    }

    /// The agreement with the client.
    var paper: Agreement {
        get { world.agreements[0] }
        set { world.agreements[0] = newValue }
    }

    /// The first obligation.
    var term: Obligation {
        get { world.agreements[0].obligations[0] }
        set { world.agreements[0].obligations[0] = newValue }
    }

    func verdict() throws -> Verdict { try decide(world, request) }

    /// The finding on the first obligation, or the built-in one of a name; nil where there is none.
    func finding(_ id: String = "o1") throws -> Finding? { try verdict().findings.first { $0.id == id } }

    /// Status, reason and duties of a finding in words, or "none".
    func says(_ id: String = "o1") throws -> String {
        guard let finding = try finding(id) else { return "none" }
        return ([finding.status.rawValue, finding.reason.rawValue] + finding.duties.members.map(\.rawValue))
            .joined(separator: " ")
    }
}
