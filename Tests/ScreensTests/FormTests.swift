import Canvas
import Permits
import Testing

@testable import Screens

/// An item of every noun with every field filled, and the same noun with nothing but what it needs.
private struct Noun: CustomTestStringConvertible, Sendable {
    var name: String
    var full: Change
    var least: Change
    /// Fields of the type that no form fills: ids, and what has a form of its own.
    var elsewhere: Set<String> = ["id", "archived", "reading"]

    var testDescription: String { name }

    static let all: [Noun] =
        [settings, client, engagement, consent, account, review, fact, surface]
        + agreements + obligations

    private static var settings: Noun {
        var full = Settings()
        full.homeRegion = "FR"
        full.factMaxAgeDays = 90
        full.operatesAs = .entity
        return Noun(name: "settings", full: .settings(full), least: .settings(Settings()))
    }

    private static var client: Noun {
        var full = Client(id: "own", name: "Acme GmbH", tag: "ACM")
        full.aliases = ["Acme", "ACME Holding"]
        full.jurisdiction = "DE"
        full.conflictClass = "parcel-carriers"
        full.terms = .none
        full.redact.names = ["Jana Petersen"]
        full.redact.codenames = ["Nachtfalter"]
        full.redact.domains = ["acme.example"]
        full.redact.custom = ["KD-44871"]
        full.redact.caseSensitive = ["Acme"]
        full.redact.allowed = ["Nacht"]
        return Noun(
            name: "client", full: .client(full), least: .client(Client(id: "own", name: "Own", tag: "OWN")),
            elsewhere: ["id", "archived", "engagements"])
    }

    private static var engagement: Noun {
        var full = Engagement(id: "main", title: "Tariff engine")
        full.codename = "Nachtfalter"
        full.data = DataCategories([DataCategory.sourceCode, .personal])
        full.starts = day("2026-03-01")
        full.ends = day("2026-12-31")
        full.directories = ["~/work/a", "~/work/b"]
        full.status = .closed
        return Noun(
            name: "engagement", full: .engagement(full, client: "nordlys"),
            least: .engagement(Engagement(id: "main", title: "Job"), client: "nordlys"))
    }

    private static var consent: Noun {
        var full = Consent(id: "c", client: "nordlys", granted: day("2026-03-04"))
        full.surfaces = ["anthropic.claude-api", "moonshot"]
        full.lifts = ["nordlys-nda-disclosure", "data-location"]
        full.engagement = "main"
        full.data = DataCategories([DataCategory.sourceCode])
        full.expires = day("2026-12-31")
        full.revoked = day("2026-11-01")
        full.conditions = Duties([Duty.redact, .discloseUse])
        full.evidence = "mail of 2026-03-04"
        var least = Consent(id: "c", client: "nordlys", granted: sampleDay)
        least.surfaces = ["local.ollama"]
        least.lifts = ["ai-use"]
        return Noun(
            name: "consent", full: .consent(full), least: .consent(least),
            elsewhere: ["id", "archived", "client"])
    }

    private static var account: Noun {
        var full = Account(id: "a", client: "nordlys", surface: "anthropic.claude-api")
        full.identity = "me+nordlys@example.org"
        full.login = .email
        full.region = "EU"
        full.optOutVerified = day("2026-09-01")
        full.seen = [
            Account.Sighting(client: "nordlys", date: day("2026-09-01")),
            Account.Sighting(client: "donghai", date: day("2026-09-03")),
        ]
        full.cleared = [day("2026-10-01"), day("2026-11-02")]
        return Noun(
            name: "account", full: .account(full),
            least: .account(Account(id: "a", client: "nordlys", surface: "local.ollama")),
            elsewhere: ["id", "archived", "client"])
    }

    private static var review: Noun {
        var full = Review(
            surface: "moonshot.kimi-chat", key: .retentionDays, value: .retention(.days(30)),
            source: "https://example.org/terms", retrieved: day("2026-11-01"))
        full.note = "by e-mail"
        let least = Review(
            surface: "moonshot.kimi-chat", key: .trainsOnInput, value: .stance(.always),
            source: "https://example.org/help", retrieved: sampleDay)
        return Noun(
            name: "review", full: .review(full, replacing: least), least: .review(least),
            elsewhere: ["surface", "archived"])
    }

    private static var fact: Noun {
        let full = SignedFact(
            surface: "moonshot.kimi-chat", key: .processingRegions, value: .list(["EEA", "SG"]))
        let least = SignedFact(surface: "moonshot.openplatform-api", key: .dpa, value: .flag(false))
        return Noun(
            name: "signed fact", full: .fact(full, agreement: "moonshot-terms", replacing: least),
            least: .fact(least, agreement: "moonshot-terms"))
    }

    private static var surface: Noun {
        var full = Surface(id: "acme.chat", name: "Acme Chat")
        full.plan = "team"
        full.capabilities = ["chat", "code"]
        full.hosts = ["chat.acme.example"]
        full.launch = .browser("https://chat.acme.example/")
        full.note = "theirs"
        return Noun(
            name: "surface", full: .surface(SurfaceDraft(full, vendor: "acme")),
            least: .surface(SurfaceDraft(Surface(id: "acme.chat", name: "Chat"), vendor: "acme")),
            elsewhere: ["id", "facts", "vendor"])
    }

    private static var agreements: [Noun] {
        var full = Agreement(id: "p", kind: .msa, client: "nordlys")
        full.title = "Mutual NDA"
        full.engagement = "main"
        full.signed = day("2026-02-19")
        full.effective = day("2026-02-20")
        full.expires = day("2028-02-20")
        full.terminated = day("2027-01-01")
        full.lastDisclosure = day("2026-10-01")
        full.firstDisclosure = day("2026-03-01")
        full.returned = day("2027-01-15")
        full.survival = .from(.lastDisclosure, Period(years: 3))
        full.tradeSecretsPerpetual = true
        full.governingLaw = "DE"
        full.document = Agreement.Document(path: "nda.pdf", sha256: String(repeating: "4f", count: 32))
        full.supersedes = ["nordlys-nda"]
        var vendor = Agreement(id: "p", kind: .vendorTerms, client: nil, vendor: "moonshot")
        vendor.title = "No training"
        vendor.effective = day("2026-10-01")
        let hidden: Set<String> = ["id", "archived", "client", "facts", "obligations"]
        return [
            Noun(
                name: "agreement of a client", full: .agreement(full),
                least: .agreement(Agreement(id: "p", kind: .nda, client: "nordlys")),
                elsewhere: hidden.union(["vendor"])),
            Noun(
                name: "agreement with a vendor", full: .agreement(vendor),
                least: .agreement(Agreement(id: "p", kind: .dpa, client: nil, vendor: "anthropic")),
                elsewhere: hidden.union([
                    "engagement", "signed", "expires", "terminated", "lastDisclosure", "firstDisclosure",
                    "returned", "survival", "tradeSecretsPerpetual", "governingLaw", "document", "supersedes",
                ])),
        ]
    }

    private static var obligations: [Noun] {
        let rules: [Rule] = [
            .thirdPartyDisclosure(recipients: .processors), .modelTraining, .humanReview,
            .aiUse(mode: .listed, surfaces: ["anthropic.claude-api", "moonshot"], localExempt: true),
            .localOnly, .dataLocation(regions: ["EEA", "UK"]),
            .excludedJurisdiction(jurisdictions: ["CN", "RU"]),
            .retentionLimit(maxDays: 30), .processorAgreement(instrument: .baa), .endToEndEncryption,
            .redaction, .commercialLicence, .dedicatedAccount(login: [.email, .apiKey]), .segregatedProfile,
            .networkProtection, .secondFactor, .discloseUse,
        ]
        let deciding = rules.map { rule in
            var full = Obligation(id: "t", rule: rule)
            full.clause = "3(a)"
            full.quote = "word for word"
            full.data = DataCategories([DataCategory.confidential])
            full.survives = false
            full.unlessRedacted = true
            full.liftable = false
            // The kind of the least one differs from every other but one.
            let least = Obligation(id: "t", rule: rule == .modelTraining ? .humanReview : .modelTraining)
            return Noun(
                name: "obligation \(full.kind.rawValue)", full: .obligation(full, agreement: "nordlys-nda"),
                least: .obligation(least, agreement: "nordlys-nda"))
        }
        let recorded = ObligationKind.allCases.filter { !$0.decides }.map { kind in
            var full = Obligation(id: "t", rule: .recorded(kind, within: Period(days: 30)))
            full.clause = "7"
            full.quote = "word for word"
            return Noun(
                name: "obligation \(kind.rawValue)", full: .obligation(full, agreement: "nordlys-nda"),
                least: .obligation(
                    Obligation(id: "t", rule: .modelTraining), agreement: "nordlys-nda"),
                elsewhere: ["id", "archived", "reading", "data", "survives", "unlessRedacted", "liftable"])
        }
        return deciding + recorded
    }
}

/// Something wrong that can be typed into a field, what the form says of it, and what is right there.
private struct Slip: CustomTestStringConvertible, Sendable {
    var noun: String
    var field: String
    var wrong: String
    var told: String
    var right: [String]

    var testDescription: String { "\(noun), \(field): \(wrong)" }

    static let all = [
        Slip(
            noun: "client", field: "jurisdiction", wrong: "Narnia", told: "country",
            right: ["fr", "US-NY", "gb"]),
        Slip(noun: "client", field: "tag", wrong: "½½½", told: "2 to 4 letters", right: ["ABC", "a1"]),
        Slip(noun: "settings", field: "region", wrong: "France", told: "no region", right: ["FR", "us-ca"]),
        Slip(noun: "account", field: "region", wrong: "Mars", told: "no region", right: ["eu", "EEA"]),
        Slip(
            noun: "agreement of a client", field: "regions", wrong: "EEA, Mars", told: "\"Mars\"",
            right: ["eea, uk"]),
        Slip(
            noun: "agreement of a client", field: "jurisdictions", wrong: "China", told: "no region",
            right: ["cn, ru"]),
        Slip(
            noun: "agreement of a client", field: "expires", wrong: "2026-02-19",
            told: "before it is in force",
            right: ["2026-02-20"]),
        Slip(
            noun: "agreement of a client", field: "terminated", wrong: "2020-01-01",
            told: "before it is in force",
            right: ["2026-03-01"]),
        Slip(
            noun: "obligation data-location", field: "regions", wrong: "Europe", told: "no region",
            right: ["EU"]),
        Slip(
            noun: "obligation excluded-jurisdiction", field: "jurisdictions", wrong: "X", told: "no region",
            right: ["CN"]),
        Slip(
            noun: "engagement", field: "ends", wrong: "2026-02-28", told: "before it starts",
            right: ["2026-03-01"]),
        Slip(
            noun: "engagement", field: "directories", wrong: "work/a", told: "whole paths",
            right: ["~/a, /srv/b"]),
        Slip(
            noun: "consent", field: "expires", wrong: "2026-03-03", told: "before it was given",
            right: ["2026-03-04", "2028-01-01"]),
        Slip(
            noun: "consent", field: "revoked", wrong: "2025-03-03", told: "before it was given",
            right: ["2026-03-04"]),
        Slip(
            noun: "review", field: "retrieved", wrong: "tomorrow", told: "day to come",
            right: ["today", "yesterday"]),
        Slip(
            noun: "signed fact", field: "list", wrong: "Moon", told: "\"Moon\"",
            right: ["worldwide", "us-ca, EEA", "unknown"]),
    ]
}

extension Desk {
    /// A desk with the form of an item open.
    fileprivate init(editing change: Change) {
        var world = sampleWorld()
        var terms = Agreement(id: "moonshot-terms", kind: .vendorTerms, vendor: "moonshot")
        if case .fact(let fact, _, _) = change { terms = terms.stating(fact, inPlaceOf: nil) }
        world.agreements.append(terms)
        self.init(world, size: Size(columns: 100, rows: 40))
        let everybody: Bool =
            switch change {
            case .fact: true
            case .agreement(let item): item.client == nil
            default: false
            }
        press(everybody ? "H" : "enter")
        _ = state.openForm(editing: change)
    }

    /// Fills the open form by keys until every field holds what the same field of another form holds.
    fileprivate mutating func fill(like wanted: Form) {
        for id in wanted.fields.map(\.id) {
            guard let place = state.form?.fields.firstIndex(where: { $0.id == id }),
                state.form?.shown.contains(place) == true, let field = state.form?.fields[place],
                let other = wanted[id]
            else { continue }
            while state.form?.focus != place { press("tab") }
            guard field.text != other.text || Set(field.chosen) != Set(other.chosen) else { continue }
            if field.isText {
                press("end ctrl-u")
                // Long words are pasted: every letter weighs the whole form anew.
                if other.text.count > 8 {
                    send(.input(.paste(other.text)))
                } else {
                    for letter in other.text { send(.input(.key(.character(letter)))) }
                }
            } else if field.isInline {
                for _ in field.options where state.form?.fields[place].chosen != other.chosen {
                    press("space")
                }
            } else {
                var several = false
                if case .several = field.kind { several = true }
                press("enter")
                for _ in field.options { press("up") }
                for (row, option) in field.options.enumerated() {
                    let isWanted = other.chosen.contains(option.id)
                    if several, isWanted != field.chosen.contains(option.id) { press("tab") }
                    if !several, isWanted { break }
                    if row + 1 < field.options.count { press("down") }
                }
                press("enter")
            }
        }
    }
}

@Suite("Forms")
struct FormTests {
    @Test("every field of every noun can be typed in its form", arguments: Noun.all)
    fileprivate func everyField(_ noun: Noun) throws {
        var desk = Desk(editing: noun.least)
        let wanted = try #require(Desk(editing: noun.full).state.form)
        desk.fill(like: wanted)
        let made = try #require(desk.state.form?.change(today: sampleDay))
        #expect(made == noun.full)
        desk.press("ctrl-s")
        #expect(desk.state.place != .form, "\(desk.state.notice?.text ?? "")")
        let saved = desk.effects.last { effect in
            if case .save = effect { true } else { false }
        }
        #expect(saved == .save(noun.full))
    }

    @Test(
        "what a form shows of an item is all of it: saving it untouched changes nothing", arguments: Noun.all)
    fileprivate func untouched(_ noun: Noun) throws {
        let form = try #require(Desk(editing: noun.full).state.form)
        #expect(form.change(today: sampleDay) == noun.full.alone)
    }

    @Test("the walk leaves no field of a type out", arguments: Noun.all)
    fileprivate func complete(_ noun: Noun) {
        let (full, least) = (noun.full.item, noun.least.item)
        for (one, two) in zip(Mirror(reflecting: full).children, Mirror(reflecting: least).children) {
            guard let label = one.label, !noun.elsewhere.contains(label) else { continue }
            #expect("\(one.value)" != "\(two.value)", "\(noun.name) does not fill \(label)")
        }
    }

    @Test(
        "z takes back what a form changed, also where one reading took another's place", arguments: Noun.all)
    fileprivate func undone(_ noun: Noun) throws {
        var desk = Desk(editing: noun.least)
        // The item is recorded before it is edited.
        desk.world = desk.world.applying(noun.least)
        let before = desk.world
        desk.fill(like: try #require(Desk(editing: noun.full).state.form))
        desk.press("ctrl-s")
        #expect(desk.world != before)
        desk.press("z")
        #expect(desk.world.living == before.living)
    }

    @Test("a reading is corrected and withdrawn on the page of its surface")
    func reading() {
        var desk = Desk()
        desk.press("4 j j j enter r")
        #expect(desk.state.form?["key"]?.chosen == ["on_device"])
        desk.press("tab space tab 'https://example.org/a ctrl-s")
        #expect(desk.world.reviews.map(\.value) == [.flag(true)])
        desk.press("home")
        for _ in 0..<20 where desk.state.chosenReview == nil { desk.press("down") }
        desk.press("e")
        #expect(desk.state.form?["source"]?.text == "https://example.org/a")
        desk.press("tab space ctrl-s")
        #expect(desk.world.reviews.filter { !$0.archived }.map(\.value) == [.flag(false)])
        desk.press("home")
        for _ in 0..<20 where desk.state.chosenReview == nil { desk.press("down") }
        desk.press("D")
        #expect(desk.frame().lines.contains { $0.contains("Withdraw your reading") })
        desk.press("enter")
        #expect(desk.world.reviews.allSatisfy { $0.archived })
        desk.press("z")
        #expect(desk.world.reviews.filter { !$0.archived }.map(\.value) == [.flag(false)])
    }

    @Test(
        "what a workspace file would not take, and days in the wrong order, are refused at their field",
        arguments: Slip.all)
    fileprivate func slip(_ slip: Slip) throws {
        let noun = try #require(Noun.all.first { $0.name == slip.noun })
        func fault(_ typed: String) throws -> String? {
            var form = try #require(Desk(editing: noun.full).state.form)
            let place = try #require(form.fields.firstIndex { $0.id == slip.field })
            form.fields[place].field = TextField(typed)
            return form.fault(at: place, today: sampleDay)
        }
        #expect(try fault(slip.wrong)?.contains(slip.told) == true, "\(slip.wrong)")
        for right in slip.right { #expect(try fault(right) == nil, "\(right)") }
    }

    @Test("the region worldwide stays as the rules know it, in whatever letters it was typed")
    func worldwide() throws {
        let noun = try #require(Noun.all.first { $0.name == "signed fact" })
        var form = try #require(Desk(editing: noun.full).state.form)
        let place = try #require(form.fields.firstIndex { $0.id == "list" })
        form.fields[place].field = TextField("Worldwide, de")
        guard case .fact(let fact, _, _) = form.change(today: sampleDay) else {
            Issue.record("no fact was made")
            return
        }
        #expect(fact.value == .list(["worldwide", "DE"]))
    }

    @Test("a sighting without a client or a day is refused in a sentence")
    func sightings() {
        for typed in ["2026-09-01", "XXX 2026-09-01", "NOR yesterday-ish", "NOR"] {
            var desk = Desk()
            desk.press("enter n 'acc enter enter enter")
            while desk.state.form.map({ $0.fields[$0.focus].id }) != "seen" { desk.press("tab") }
            for letter in typed { desk.send(.input(.key(.character(letter)))) }
            desk.press("ctrl-s")
            #expect(desk.state.place == .form)
            #expect(desk.state.notice?.text.contains("Write tags with a day") == true, "\(typed)")
        }
    }
}

extension Change {
    /// The item itself.
    fileprivate var item: Any {
        switch self {
        case .client(let item): item
        case .engagement(let item, _): item
        case .agreement(let item): item
        case .obligation(let item, _): item
        case .consent(let item): item
        case .account(let item): item
        case .review(let item, _): item
        case .fact(let item, _, _): item
        case .surface(let item): item.surface
        case .settings(let item): item
        }
    }

    /// The change without what it takes the place of.
    fileprivate var alone: Change {
        switch self {
        case .review(let item, _): .review(item)
        case .fact(let item, let agreement, _): .fact(item, agreement: agreement)
        default: self
        }
    }
}

extension World {
    /// What counts: the world without what is archived, in any order.
    fileprivate var living: [String] {
        (clients.filter { !$0.archived }.map { "\($0)" } + agreements.filter { !$0.archived }.map { "\($0)" }
            + consents.filter { !$0.archived }.map { "\($0)" }
            + accounts.filter { !$0.archived }.map { "\($0)" }
            + reviews.filter { !$0.archived }.map { "\($0)" } + catalog.surfaces.map { "\($0)" } + [
                "\(settings)"
            ])
            .sorted()
    }
}
