import Permits

extension Form {
    static func obligation(
        _ item: Obligation?, agreement: String, taken: Set<String>, tools: [Tool], job: Job?
    ) -> Form {
        var values: [String: String] = [:]
        var choices: [String: [String]] = [:]
        switch item?.rule {
        case .thirdPartyDisclosure(let recipients): choices["recipients"] = [recipients.rawValue]
        case .aiUse(let mode, let surfaces, let localExempt):
            choices["mode"] = [mode.rawValue]
            choices["surfaces"] = surfaces
            choices["localExempt"] = localExempt ? ["yes"] : []
        case .dataLocation(let regions): values["regions"] = regions.joined(separator: ", ")
        case .excludedJurisdiction(let countries): values["jurisdictions"] = countries.joined(separator: ", ")
        case .retentionLimit(let days): values["days"] = String(days)
        case .processorAgreement(let instrument): choices["instrument"] = [instrument.rawValue]
        case .dedicatedAccount(let login): choices["login"] = login?.map(\.rawValue) ?? []
        case .recorded(_, let within): values["within"] = within?.words
        default: break
        }
        func only(_ kinds: ObligationKind...) -> (field: String, choices: [String]) {
            ("kind", kinds.map(\.rawValue))
        }
        let recorded = ObligationKind.allCases.filter { !$0.decides }.map(\.rawValue)
        let deciding = ObligationKind.allCases.filter(\.decides).map(\.rawValue)
        return Form(
            .obligation(item, agreement: agreement), title: item == nil ? "New term" : "Term",
            fields: [
                Field(
                    "kind", "Kind",
                    .choice(ObligationKind.allCases.map { Field.Option($0.rawValue, $0.title) }),
                    required: true,
                    chosen: item.map { [$0.kind.rawValue] } ?? [],
                    help:
                        "What the clause demands. From \"Return or destroy\" on, kinds remind and never decide."
                ),
                Field(
                    "recipients", "May go to",
                    .choice([Field.Option("none", "nobody"), Field.Option("processors", "processors")]),
                    chosen: choices["recipients"] ?? ["none"], onlyFor: only(.thirdPartyDisclosure),
                    help: "Processors: vendors bound by a data processing agreement."),
                Field(
                    "mode", "AI is",
                    .choice([
                        Field.Option("forbidden"), Field.Option("consent", "with consent"),
                        Field.Option("listed", "as listed"),
                    ]),
                    required: true, chosen: choices["mode"] ?? ["consent"], onlyFor: only(.aiUse),
                    help: "As listed: only the surfaces that the clause names."),
                Field(
                    "surfaces", "Listed", .several(Field.Option.tools(tools, vendors: true)),
                    chosen: choices["surfaces"] ?? [],
                    onlyFor: ("mode", ["listed"]), help: "The surfaces and vendors that the clause allows."),
                Field(
                    "localExempt", "On this machine", .flag, chosen: choices["localExempt"] ?? [],
                    onlyFor: only(.aiUse),
                    help: "Marked: tools that keep everything on this machine are free."),
                Field(
                    "regions", "Regions", .words, required: true, value: values["regions"],
                    onlyFor: only(.dataLocation), help: "Where data may be, parted by commas: EEA, UK, US."),
                Field(
                    "jurisdictions", "Countries", .words, required: true, value: values["jurisdictions"],
                    onlyFor: only(.excludedJurisdiction),
                    help: "Countries whose law must not reach the material: CN, RU."),
                Field(
                    "days", "Days at most", .number(0...36500), required: true, value: values["days"],
                    onlyFor: only(.retentionLimit),
                    help: "Days that a vendor may keep the material."),
                Field(
                    "instrument", "Instrument", .choice(Field.Option.all(Rule.Instrument.self)),
                    required: true, chosen: choices["instrument"] ?? ["dpa"],
                    onlyFor: only(.processorAgreement),
                    help:
                        "What has to be signed with the vendor: a data processing or a health data agreement."
                ),
                Field(
                    "login", "Sign in by", .several(Field.Option.all(LoginMethod.self)),
                    chosen: choices["login"] ?? [], onlyFor: only(.dedicatedAccount),
                    help: "Nothing chosen: any way will do."),
                Field(
                    "within", "Within", .period, value: values["within"], onlyFor: ("kind", recorded),
                    help: "How long there is for it: 30 days, 2 years."),
                Field(
                    "clause", "Clause", value: item?.clause,
                    help: "Where the paper says it; answers cite it: 4.2, 3(a)."),
                Field(
                    "quote", "Exact words", value: item?.quote,
                    help: "What the clause says, word for word."),
                Field(
                    "data", "Covers", .several(Field.Option.all(DataCategory.self)),
                    chosen: item?.data?.ids ?? [], onlyFor: ("kind", deciding),
                    help: "Nothing chosen counts as everything confidential."),
                Field(
                    "survives", "After the end", .flag, chosen: item?.survives == false ? [] : ["yes"],
                    onlyFor: ("kind", deciding), help: "Marked: it survives as the agreement says."),
                Field(
                    "unlessRedacted", "Unless redacted", .flag,
                    chosen: item?.unlessRedacted == true ? ["yes"] : [], onlyFor: ("kind", deciding),
                    help: "Marked: masking what identifies satisfies it."),
                Field(
                    "liftable", "Consent lifts it", .flag, chosen: item?.liftable == false ? [] : ["yes"],
                    onlyFor: ("kind", deciding),
                    help: "Marked: a consent that you record can lift it."),
            ], taken: taken, job: job)
    }

    func obligation(_ item: Obligation?, _ agreement: String) -> Obligation? {
        guard let kind = choice("kind").flatMap({ ObligationKind(rawValue: $0) }) else { return nil }
        let rule: Rule =
            switch kind {
            case .thirdPartyDisclosure:
                .thirdPartyDisclosure(
                    recipients: choice("recipients").flatMap { Rule.Recipients(rawValue: $0) } ?? .none)
            case .modelTraining: .modelTraining
            case .humanReview: .humanReview
            case .aiUse:
                .aiUse(
                    mode: choice("mode").flatMap { Rule.Mode(rawValue: $0) } ?? .forbidden,
                    surfaces: chosen("surfaces"),
                    localExempt: flag("localExempt"))
            case .localOnly: .localOnly
            case .dataLocation: .dataLocation(regions: words("regions").map(regionCode))
            case .excludedJurisdiction:
                .excludedJurisdiction(jurisdictions: words("jurisdictions").map(regionCode))
            case .retentionLimit: .retentionLimit(maxDays: number("days") ?? 0)
            case .processorAgreement:
                .processorAgreement(
                    instrument: choice("instrument").flatMap { Rule.Instrument(rawValue: $0) } ?? .dpa)
            case .endToEndEncryption: .endToEndEncryption
            case .redaction: .redaction
            case .commercialLicence: .commercialLicence
            case .dedicatedAccount:
                .dedicatedAccount(
                    login: chosen("login").isEmpty
                        ? nil : chosen("login").compactMap { LoginMethod(rawValue: $0) })
            case .segregatedProfile: .segregatedProfile
            case .networkProtection: .networkProtection
            case .secondFactor: .secondFactor
            case .discloseUse: .discloseUse
            default: .recorded(kind, within: period("within"))
            }
        var made =
            item
            ?? Obligation(id: freshID(from: "\(agreement)-\(kind.rawValue)", fallback: "term"), rule: rule)
        made.rule = rule
        made.clause = text("clause")
        made.quote = text("quote")
        made.data = chosen("data").isEmpty ? nil : DataCategories(ids: chosen("data"))
        if kind.decides {
            made.survives = flag("survives")
            made.unlessRedacted = flag("unlessRedacted")
            made.liftable = flag("liftable")
        }
        return made
    }
}
