import Permits

@testable import Screens

/// The day on which the tests play.
let sampleDay = Day(number: 20_779)  // 2026-11-22

func day(_ text: String) -> Day { Day(text) ?? sampleDay }

/// Six made-up clients, as a freelancer may have them, and some surfaces.
func sampleWorld() -> World {
    var world = World()
    world.settings.homeRegion = "FR"
    world.catalog.sources = [
        Source(
            id: "kimi.policy", kind: "policy", date: day("2026-06-01"), url: "https://example.org/kimi/policy"
        ),
        Source(id: "kimi.help", kind: "help", url: "https://example.org/kimi/help"),
        Source(id: "claude.terms", kind: "terms", url: "https://example.org/claude/terms"),
        Source(id: "local", kind: "manual"),
    ]
    func fact(_ key: FactKey, _ value: FactValue, _ source: String, _ read: String) -> Fact {
        Fact(key: key, value: value, source: source, retrieved: day(read))
    }
    func surface(_ id: String, _ name: String, _ facts: [Fact], _ launch: Surface.Launch = .none("no recipe"))
        -> Surface
    {
        var made = Surface(id: id, name: name)
        made.capabilities = ["chat", "code"]
        made.facts = facts
        made.launch = launch
        made.hosts = ["\(id.prefix { $0 != "." }).example"]
        return made
    }
    world.catalog.vendors = [
        Vendor(id: "local", name: "This machine"),
        Vendor(
            id: "anthropic", name: "Anthropic",
            facts: [fact(.incorporatedIn, .list(["US"]), "claude.terms", "2026-11-10")]),
        Vendor(
            id: "moonshot", name: "Moonshot AI",
            facts: [fact(.controlledFrom, .list(["CN"]), "kimi.policy", "2026-06-09")]),
        Vendor(id: "librechat", name: "LibreChat"),
    ]
    world.catalog.surfaces = [
        surface(
            "local.ollama", "Ollama local", [fact(.onDevice, .flag(true), "local", "2026-11-01")],
            .local("ollama")),
        surface(
            "anthropic.claude-api", "Claude API",
            [
                fact(.onDevice, .flag(false), "claude.terms", "2026-11-10"),
                fact(.trainsOnInput, .stance(.never), "claude.terms", "2026-11-10"),
                fact(.retentionDays, .retention(.days(30)), "claude.terms", "2026-11-10"),
                fact(.processingRegions, .list(["US"]), "claude.terms", "2026-11-10"),
                fact(.dpa, .flag(true), "claude.terms", "2026-11-10"),
            ], .command("claude")),
        surface(
            "librechat.librechat", "LibreChat",
            [
                fact(.trainsOnInput, .inherit, "local", "2026-11-01"),
                fact(.onDevice, .inherit, "local", "2026-11-01"),
            ]),
        surface(
            "moonshot.openplatform-api", "Kimi API",
            [
                fact(.onDevice, .flag(false), "kimi.policy", "2026-06-09"),
                fact(.trainsOnInput, .stance(.never), "kimi.help", "2026-06-09"),
                fact(.trainsOnInput, .stance(.optOut), "kimi.policy", "2026-06-09"),
                fact(.processingRegions, .list(["SG"]), "kimi.policy", "2026-06-09"),
            ]),
        surface(
            "moonshot.kimi-chat", "Kimi chat",
            [
                fact(.onDevice, .flag(false), "kimi.policy", "2026-05-01"),
                fact(.trainsOnInput, .stance(.always), "kimi.policy", "2026-05-01"),
            ], .browser("https://kimi.example/")),
    ]
    func client(
        _ id: String, _ name: String, _ tag: String, _ job: String?, _ data: [DataCategory] = [.sourceCode]
    ) -> Client {
        var made = Client(id: id, name: name, tag: tag)
        if let job {
            var engagement = Engagement(id: "main", title: job)
            engagement.data = DataCategories(data)
            engagement.directories = ["~/work/\(id)"]
            made.engagements = [engagement]
        }
        return made
    }
    world.clients = [
        client("nordlys", "Nordlys Grid", "NOR", "Fjord retrofit"),
        client("halden", "Halden Clinic", "HAL", "Intake forms", [.health]),
        client("mercer", "Mercer Pike LLP", "MER", "Discovery review"),
        client("oval", "Studio Oval", "OVA", "Brand site"),
        client("donghai", "东海设计", "客户", "目录翻译"),
        client("own", "Own work", "OWN", nil),
    ]
    world.clients[5].terms = .none
    world.clients[0].redact.codenames = ["Fjord"]
    func agreement(_ client: String, _ effective: String, _ expires: String?, _ survival: Survival?)
        -> Agreement
    {
        var made = Agreement(id: "\(client)-nda", kind: .nda, client: client)
        made.title = "NDA"
        made.signed = day(effective)
        made.effective = day(effective)
        made.expires = expires.map(day)
        made.survival = survival
        var rule = Obligation(id: "\(client)-nda-disclosure", rule: .thirdPartyDisclosure(recipients: .none))
        rule.clause = "4.2"
        rule.quote =
            "The Contractor shall not disclose Confidential Information to any third party without the prior "
            + "written consent of the Company."
        made.obligations = [rule]
        return made
    }
    var nordlys = agreement("nordlys", "2025-03-14", "2027-03-14", .period(Period(years: 2)))
    var location = Obligation(id: "nordlys-nda-location", rule: .dataLocation(regions: ["EEA", "US"]))
    location.clause = "7"
    location.unlessRedacted = true
    nordlys.obligations.append(location)
    var giveBack = Obligation(
        id: "nordlys-nda-return", rule: .recorded(.returnOrDestroy, within: Period(days: 30)))
    giveBack.clause = "9"
    nordlys.obligations.append(giveBack)
    nordlys.document = Agreement.Document(
        path: "nordlys-nda.pdf", sha256: String(repeating: "9a41", count: 16))
    var halden = agreement("halden", "2024-07-01", "2028-06-30", .perpetual)
    halden.obligations.append(Obligation(id: "halden-baa", rule: .processorAgreement(instrument: .baa)))
    let mercer = agreement("mercer", "2023-12-02", "2026-12-02", .period(Period(years: 3)))
    var oval = agreement("oval", "2026-01-01", nil, nil)
    oval.obligations = [Obligation(id: "oval-nda-training", rule: .modelTraining)]
    world.agreements = [nordlys, halden, mercer, oval]
    var consent = Consent(id: "nordlys-claude", client: "nordlys", granted: day("2026-04-02"))
    consent.surfaces = ["anthropic"]
    consent.lifts = ["third-party-disclosure"]
    consent.conditions = Duties(Duty.redact)
    consent.evidence = "mail of 2026-04-02"
    consent.expires = day("2026-12-10")
    world.consents = [consent]
    return world
}
