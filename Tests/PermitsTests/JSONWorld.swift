import Foundation

@testable import Permits

/// Reads the workspace, the catalog and requests from JSON as the workspace file words them.
struct JSONWorld {
    struct Fault: Error {
        let what: String
    }

    typealias Object = [String: Any]

    static func object(_ data: Data) throws -> Object {
        guard let object = try JSONSerialization.jsonObject(with: data) as? Object else {
            throw Fault(what: "no object")
        }
        return object
    }

    static func world(workspace: Object, catalog: Object) throws -> World {
        var world = World()
        if let settings = workspace["settings"] as? Object {
            world.settings.homeRegion = settings["home_region"] as? String
            world.settings.factMaxAgeDays = settings["fact_max_age_days"] as? Int ?? 180
        }
        world.clients = try objects(workspace["clients"]).map(client)
        world.agreements = try objects(workspace["agreements"]).map(agreement)
        world.consents = try objects(workspace["consents"]).map(consent)
        world.accounts = try objects(workspace["accounts"]).map(account)
        world.reviews = try objects(workspace["reviews"]).map { item in
            let key = FactKey(try string(item, "key"))
            return Review(
                surface: try string(item, "surface"), key: key, value: try value(item["value"], of: key),
                source: try string(item, "source"), retrieved: try need(day(item, "retrieved")))
        }
        world.catalog.vendors = try objects(catalog["vendors"]).map { item in
            Vendor(id: try string(item, "id"), name: "", facts: try facts(item["facts"]))
        }
        world.catalog.surfaces = try objects(catalog["surfaces"]).map { item in
            var surface = Surface(id: try string(item, "id"), name: "")
            surface.capabilities = strings(item["capabilities"])
            surface.facts = try facts(item["facts"])
            return surface
        }
        return world
    }

    static func request(_ item: Object) throws -> Request {
        Request(
            client: try string(item, "client"), engagement: item["engagement"] as? String,
            surface: try string(item, "surface"), route: item["route"] as? String,
            account: item["account"] as? String, data: try categories(item["data"]) ?? [],
            done: try duties(item["done"]), at: try need(day(item, "at")))
    }

    /// A verdict as `expected.jsonl` words it.
    static func summary(of verdict: Verdict) -> Object {
        [
            "outcome": verdict.outcome.rawValue, "duties": verdict.duties.members.map(\.rawValue),
            "findings": verdict.findings.map { finding in
                let prefix = finding.agreement.map { $0 + "/" } ?? ""
                return [prefix + finding.id, finding.status.rawValue]
            }.sorted { $0.lexicographicallyPrecedes($1) },
        ]
    }

    /// The remedies that a second evaluator can find without knowing what a row waits for: all but research.
    static func summary(of remedies: (list: [Remedy], allDone: Outcome?)) -> Object {
        let list = remedies.list.compactMap { remedy -> [String]? in
            switch remedy.action {
            case .alternative(let surface): ["alternative", surface, remedy.outcome.rawValue]
            case .consent(let obligation, _, _, _): ["consent", obligation, remedy.outcome.rawValue]
            case .duty(let duty): ["duty", duty.rawValue, remedy.outcome.rawValue]
            case .research: nil
            }
        }
        return ["remedies": list, "all_done_outcome": remedies.allDone?.rawValue ?? NSNull()]
    }

    private static func client(_ item: Object) throws -> Client {
        var client = Client(id: try string(item, "id"), name: "", tag: "")
        client.conflictClass = item["conflict_class"] as? String
        client.terms = item["terms"] as? String == "none" ? .none : .recorded
        client.engagements = try objects(item["engagements"]).map { item in
            var engagement = Engagement(id: try string(item, "id"), title: "")
            engagement.data = try categories(item["data"]) ?? []
            engagement.starts = try day(item, "starts")
            engagement.ends = try day(item, "ends")
            engagement.status = item["status"] as? String == "closed" ? .closed : .active
            return engagement
        }
        return client
    }

    private static func agreement(_ item: Object) throws -> Agreement {
        var agreement = Agreement(
            id: try string(item, "id"), kind: try need(Agreement.Kind(rawValue: try string(item, "kind"))),
            client: item["client"] as? String, vendor: item["vendor"] as? String)
        agreement.engagement = item["engagement"] as? String
        agreement.signed = try day(item, "signed")
        agreement.effective = try day(item, "effective")
        agreement.expires = try day(item, "expires")
        agreement.terminated = try day(item, "terminated")
        agreement.lastDisclosure = try day(item, "last_disclosure")
        agreement.tradeSecretsPerpetual = item["trade_secrets_perpetual"] as? Bool ?? false
        agreement.supersedes = strings(item["supersedes"])
        switch item["survival"] {
        case let text as String:
            agreement.survival = text == "perpetual" ? .perpetual : .period(try need(Period(text)))
        case let long as Object:
            agreement.survival = .from(
                try need(Survival.Anchor(rawValue: try string(long, "from"))),
                try need(Period(try string(long, "for"))))
        default: break
        }
        for (surface, values) in item["facts"] as? [String: Object] ?? [:] {
            for (name, raw) in values {
                let key = FactKey(name)
                agreement.facts[surface, default: [:]][key] = try value(raw, of: key)
            }
        }
        agreement.obligations = try objects(item["obligations"]).map(obligation)
        return agreement
    }

    private static func obligation(_ item: Object) throws -> Obligation {
        var obligation = Obligation(id: try string(item, "id"), rule: try rule(item))
        obligation.clause = item["clause"] as? String
        obligation.data = try categories(item["data"])
        obligation.survives = item["survives"] as? Bool ?? true
        obligation.unlessRedacted = item["unless_redacted"] as? Bool ?? false
        obligation.liftable = item["liftable"] as? Bool ?? true
        return obligation
    }

    private static func rule(_ item: Object) throws -> Rule {
        let kind = try need(ObligationKind(rawValue: try string(item, "kind")))
        switch kind {
        case .thirdPartyDisclosure:
            return .thirdPartyDisclosure(
                recipients: try need(Rule.Recipients(rawValue: item["recipients"] as? String ?? "none")))
        case .modelTraining: return .modelTraining
        case .humanReview: return .humanReview
        case .aiUse:
            return .aiUse(
                mode: try need(Rule.Mode(rawValue: try string(item, "mode"))),
                surfaces: strings(item["surfaces"]), localExempt: item["local_exempt"] as? Bool ?? false)
        case .localOnly: return .localOnly
        case .dataLocation: return .dataLocation(regions: strings(item["regions"]))
        case .excludedJurisdiction:
            return .excludedJurisdiction(jurisdictions: strings(item["jurisdictions"]))
        case .retentionLimit: return .retentionLimit(maxDays: try need(item["max_days"] as? Int))
        case .processorAgreement:
            return .processorAgreement(
                instrument: try need(Rule.Instrument(rawValue: try string(item, "instrument"))))
        case .endToEndEncryption: return .endToEndEncryption
        case .redaction: return .redaction
        case .commercialLicence: return .commercialLicence
        case .dedicatedAccount:
            return .dedicatedAccount(
                login: try (item["login"] as? [String])?.map { try need(LoginMethod(rawValue: $0)) })
        case .segregatedProfile: return .segregatedProfile
        case .networkProtection: return .networkProtection
        case .secondFactor: return .secondFactor
        case .discloseUse: return .discloseUse
        default: return .recorded(kind, within: nil)
        }
    }

    private static func consent(_ item: Object) throws -> Consent {
        var consent = Consent(
            id: try string(item, "id"), client: try string(item, "client"),
            granted: try need(day(item, "granted")))
        consent.engagement = item["engagement"] as? String
        consent.surfaces = strings(item["surfaces"])
        consent.lifts = strings(item["lifts"])
        consent.data = try categories(item["data"])
        consent.expires = try day(item, "expires")
        consent.revoked = try day(item, "revoked")
        consent.conditions = try duties(item["conditions"])
        return consent
    }

    private static func account(_ item: Object) throws -> Account {
        var account = Account(
            id: try string(item, "id"), client: try string(item, "client"),
            surface: try string(item, "surface"))
        account.login = (item["login"] as? String).flatMap(LoginMethod.init)
        account.region = item["region"] as? String
        account.optOutVerified = try day(item, "opt_out_verified")
        account.seen = try objects(item["seen"]).map { item in
            Account.Sighting(client: try string(item, "client"), date: try need(day(item, "date")))
        }
        account.cleared = try strings(item["cleared"]).map { try need(Day($0)) }
        return account
    }

    private static func facts(_ item: Any?) throws -> [Fact] {
        try (item as? [String: [Object]] ?? [:]).sorted { $0.key < $1.key }.flatMap { name, values in
            let key = FactKey(name)
            return try values.map { item in
                Fact(
                    key: key, value: try value(item["value"], of: key), source: try string(item, "source"),
                    retrieved: try need(day(item, "retrieved")),
                    appliesIn: item["applies_in"].map(strings))
            }
        }
    }

    private static func value(_ raw: Any?, of key: FactKey) throws -> FactValue {
        if let codes = raw as? [String] { return .list(codes) }
        if let days = raw as? Int { return .retention(.days(days)) }
        let text = try need(raw as? String)
        switch (key, text) {
        case (_, "unknown"): return .unknown
        case (_, "inherit"): return .inherit
        case (.retentionDays, "account-lifetime"): return .retention(.accountLifetime)
        case (.retentionDays, "indefinite"): return .retention(.indefinite)
        case (.trainsOnInput, _), (.humanReview, _):
            return .stance(try need(FactValue.Stance(rawValue: text)))
        case (.onDevice, _), (.dpa, _), (.baa, _), (.e2ee, _), (.commercialUse, _):
            return .flag(text == "yes")
        default: return .text(text)
        }
    }

    private static func need<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Fault(what: "a value is missing or of the wrong kind") }
        return value
    }

    private static func objects(_ item: Any?) -> [Object] { item as? [Object] ?? [] }

    private static func strings(_ item: Any?) -> [String] { item as? [String] ?? [] }

    private static func string(_ item: Object, _ name: String) throws -> String {
        try need(item[name] as? String)
    }

    private static func day(_ item: Object, _ name: String) throws -> Day? {
        try (item[name] as? String).map { try need(Day($0)) }
    }

    private static func categories(_ item: Any?) throws -> DataCategories? {
        try (item as? [String]).map { names in
            DataCategories(try names.map { try need(DataCategory(rawValue: $0)) })
        }
    }

    private static func duties(_ item: Any?) throws -> Duties {
        Duties(try strings(item).map { try need(Duty(rawValue: $0)) })
    }
}
