import Permits

extension WorkspaceReader {
    private static let common = ["id", "kind", "clause", "quote", "data", "survives", "reading", "archived"]

    /// The keys that a kind may have beside the common ones.
    private static func parameters(of kind: ObligationKind) -> [String] {
        let own: [String] =
            switch kind {
            case .thirdPartyDisclosure: ["recipients"]
            case .aiUse: ["mode", "surfaces", "local_exempt"]
            case .dataLocation: ["regions"]
            case .excludedJurisdiction: ["jurisdictions"]
            case .retentionLimit: ["max_days"]
            case .processorAgreement: ["instrument"]
            case .dedicatedAccount: ["login"]
            default: kind.decides ? [] : ["within"]
            }
        return kind.decides ? own + ["unless_redacted", "liftable"] : own
    }

    private static let everyParameter = [
        "recipients", "mode", "surfaces", "local_exempt", "regions", "jurisdictions", "max_days",
        "instrument",
        "login", "within", "unless_redacted", "liftable",
    ]

    func obligation(_ node: Node, _ path: String) -> Obligation? {
        guard let fields = Fields(node, path, reading, known: Self.common + Self.everyParameter) else {
            return nil
        }
        let id = id(fields)
        guard
            let kind = fields.required("kind").flatMap({
                reading.word($0, fields.subpath("kind"), ObligationKind.self)
            })
        else { return nil }
        let allowed = Self.parameters(of: kind)
        for key in Self.everyParameter where !allowed.contains(key) && fields.node(key) != nil {
            fields.fault(key, "is no parameter of \(kind.rawValue)")
        }
        guard let rule = rule(kind, fields), !id.isEmpty else { return nil }
        var obligation = Obligation(id: id, rule: rule)
        obligation.clause = fields.text("clause")
        obligation.quote = fields.text("quote")
        obligation.data = fields.covered("data")
        obligation.survives = fields.flag("survives", default: true)
        obligation.unlessRedacted = fields.flag("unless_redacted", default: false)
        obligation.liftable = fields.flag("liftable", default: true)
        obligation.reading = fields.word("reading")
        obligation.archived = fields.flag("archived", default: false)
        return obligation
    }

    private func rule(_ kind: ObligationKind, _ fields: Fields) -> Rule? {
        switch kind {
        case .thirdPartyDisclosure:
            return .thirdPartyDisclosure(recipients: fields.word("recipients") ?? .none)
        case .modelTraining: return .modelTraining
        case .humanReview: return .humanReview
        case .aiUse:
            let mode = fields.required("mode").flatMap {
                reading.word($0, fields.subpath("mode"), Rule.Mode.self)
            }
            let surfaces = fields.list("surfaces") { reading.surfaceOrVendor($0, $1) }
            let localExempt = fields.flag("local_exempt", default: false)
            return mode.map { .aiUse(mode: $0, surfaces: surfaces, localExempt: localExempt) }
        case .localOnly: return .localOnly
        case .dataLocation: return regions("regions", fields).map { .dataLocation(regions: $0) }
        case .excludedJurisdiction:
            return regions("jurisdictions", fields).map { .excludedJurisdiction(jurisdictions: $0) }
        case .retentionLimit:
            return fields.required("max_days")
                .flatMap { reading.number($0, fields.subpath("max_days"), in: 0...1_000_000) }
                .map { .retentionLimit(maxDays: $0) }
        case .processorAgreement:
            return fields.required("instrument")
                .flatMap { reading.word($0, fields.subpath("instrument"), Rule.Instrument.self) }
                .map { .processorAgreement(instrument: $0) }
        case .endToEndEncryption: return .endToEndEncryption
        case .redaction: return .redaction
        case .commercialLicence: return .commercialLicence
        case .dedicatedAccount:
            return .dedicatedAccount(
                login: fields.node("login").map {
                    reading.list($0, fields.subpath("login")) { reading.word($0, $1) }
                })
        case .segregatedProfile: return .segregatedProfile
        case .networkProtection: return .networkProtection
        case .secondFactor: return .secondFactor
        case .discloseUse: return .discloseUse
        default:
            return .recorded(
                kind, within: fields.node("within").flatMap { reading.period($0, fields.subpath("within")) })
        }
    }

    /// A list of region codes that must name something: an empty one would forbid or allow by accident.
    private func regions(_ key: String, _ fields: Fields) -> [String]? {
        guard let node = fields.required(key) else { return nil }
        if case .list(let nodes) = node.content, nodes.isEmpty { fields.fault(key, "names nothing") }
        return reading.list(node, fields.subpath(key)) { reading.region($0, $1) }
    }
}
