/// Draws the parameters of one proposed term from its passages.
struct Parameters {
    private let facts: DocumentFacts
    private let passages: [Passage]
    /// The words of the passages with what introduces them.
    private let words: [Word]
    private let texts: [String]
    /// The words of the whole clause.
    private let clause: [String]
    private let clauseWords: [Word]

    init(_ facts: DocumentFacts, _ passages: [Passage]) {
        self.facts = facts
        self.passages = passages
        var words: [Word] = []
        for passage in passages {
            let lead = passage.words[..<passage.ownStart]
            if words.isEmpty { words = Array(lead) }
            words += passage.words[passage.ownStart...]
        }
        self.words = words
        texts = words.map(\.text)
        if let first = passages.first {
            clauseWords = facts.outline.passages(inClauseOf: first).flatMap { $0.words[$0.ownStart...] }
        } else {
            clauseWords = []
        }
        clause = clauseWords.map(\.text)
    }

    /// The parameters of `kind`, in a stable order.
    func of(_ kind: ClauseKind) -> Parameter {
        switch kind {
        case .definition: definition()
        case .exclusions: exclusions()
        case .noThirdPartyDisclosure: record(("consent", .text(consent(allowSection: true))))
        case .permittedRecipients: recipients()
        case .purposeLimitation: purpose()
        case .compelledDisclosure: compelled()
        case .secrecyOfRelationship: record(("covers", .texts(relationship())))
        case .noPublicity: publicity()
        case .noSubcontracting:
            record(
                ("consent", .text(consent())),
                ("includes_ai_agents", .flag(has("ai", "agents", "autonomous"))))
        case .flowDown: record(("source", .text("client_documents")))
        case .aiUseApproval:
            record(
                ("approval", .text(consent(releases: true))), ("granularity", .text(granularity())),
                ("scope", .text(covers(any: ["public", "any"]) ? "any" : "services")),
                ("local_exempt", .flag(exemptsLocal())), ("absolute", .flag(isAbsolute)))
        case .aiInputBan:
            record(
                ("data", .texts(dataClasses())), ("tools", .text(toolScope())),
                ("approval", .text(consent(releases: true))),
                ("granularity", .text(granularity())), ("local_exempt", .flag(exemptsLocal())),
                ("absolute", .flag(isAbsolute)))
        case .aiConditionalPermission:
            record(("conditions", .texts(conditions())), ("approval", .text(consent())))
        case .aiNoTraining, .aiNoRetention:
            record(("models", .text(has("public") ? "public" : has("general") ? "general_purpose" : "any")))
        case .aiToolList: toolList()
        case .aiUseRecords: useRecords()
        case .aiOutputRules:
            record(("disclose", .flag(has("disclose", "label", "mark", "identify", "inform"))))
        case .dataResidency, .crossBorderTransfer: location(kind)
        case .jurisdictionExclusion: record(("jurisdictions", .texts(Places.codes(in: words))))
        case .subprocessorApproval: subprocessors()
        case .dpaRequired: record(("role", .text("processor")), ("vendor_must_sign", .flag(true)))
        case .baaRequired: record(("role", .text("business_associate")), ("vendor_must_sign", .flag(true)))
        case .personalDataLimits:
            record(("instructions_only", .flag(has("instruction", "instructions", "instructed"))))
        case .deidentification: deidentification()
        case .dataSubjectRequests: record(("deadline", deadline(anchor: "request")))
        case .copyLimits: copies()
        case .standardOfCare:
            record(
                ("own", .flag(has("own", "similar", "its"))),
                ("floor", has("reasonable") ? .text("reasonable") : .null))
        case .securityMeasures: security()
        case .breachNotice: breach()
        case .auditRecords: records()
        case .agreementTerm: term()
        case .terminationNotice: termination()
        case .survival: survival()
        case .returnOrDestroy: returnOrDestroy()
        case .retainedCopies: retained()
        case .governingLaw: law()
        case .amendmentForm: amendment()
        case .precedence: record()
        case .noReverseEngineering:
            record(
                (
                    "scope",
                    .text(
                        has("technology", "software", "products", "product")
                            ? "technology_provided" : "any_confidential_information")
                ))
        case .nonSolicit: nonSolicit()
        case .independentDevelopment: record(("allowed", .flag(true)))
        case .dateRules, .residuals, .noLicense, .preserveNotices, .exportControl: record()
        }
    }

    // MARK: Words

    private func record(_ fields: (String, Parameter)...) -> Parameter {
        .record(fields.map { Parameter.Field($0.0, $0.1) })
    }

    private func has(_ any: String...) -> Bool { texts.contains { any.contains($0) } }
    private func covers(any: [String]) -> Bool { texts.contains { any.contains($0) } }
    private func hasBeginning(_ any: String...) -> Bool {
        texts.contains { text in any.contains { text.hasPrefix($0) } }
    }
    private func clauseHas(_ any: String...) -> Bool { clause.contains { any.contains($0) } }
    private func clauseHasBeginning(_ any: String...) -> Bool {
        clause.contains { text in any.contains { text.hasPrefix($0) } }
    }

    /// Where `first` is followed by `second` within `gap` words.
    private func near(_ first: [String], _ second: [String], _ gap: Int, in texts: [String]? = nil) -> Bool {
        let texts = texts ?? self.texts
        return texts.indices.contains { index in
            first.contains(texts[index])
                && texts[(index + 1)...].prefix(gap + 1).contains { second.contains($0) }
        }
    }

    // MARK: Consent

    /// The way to a permission that the clause itself names.
    ///
    /// - Parameters:
    ///   - allowSection: whether a permission may stand in another clause.
    ///   - releases: whether to release something is to permit it.
    private func consent(allowSection: Bool = false, releases: Bool = false) -> String {
        var nouns: Set<String> = [
            "consent", "consents", "approval", "approvals", "permission", "authorization", "authorisation",
            "authorized", "authorised", "approved", "agreement", "agree", "agreed", "approves", "consented",
            "cleared", "clearance", "authorizes", "authorises", "confirmed",
        ]
        if releases { nouns.formUnion(["released", "release"]) }
        for (index, text) in texts.enumerated() where nouns.contains(text) {
            if text.hasPrefix("agree"), !isAssent(at: index) { continue }
            let around = texts[max(0, index - 6)..<min(texts.count, index + 5)]
            // "Only after we approved it" asks for it first, too.
            let isFirst =
                releases && text.hasPrefix("approv")
                && texts[max(0, index - 14)..<index].contains { ["after", "once", "until"].contains($0) }
            let prior =
                isFirst
                || around.contains {
                    [
                        "prior", "advance", "first", "before", "beforehand", "unless", "until", "previously",
                        "without", "absent",
                    ]
                    .contains($0)
                }
            let written = around.contains { ["written", "writing"].contains($0) }
            guard prior || written else { continue }
            if written || facts.approvalsInWriting { return "prior_written" }
            return "prior"
        }
        if releases,
            near(["unless", "except"], ["order", "sow", "statement", "schedule", "rider", "brief"], 3),
            has("says", "states", "provides", "permits", "allows", "specifies", "otherwise")
        {
            return "prior_written"
        }
        if allowSection,
            near(
                ["except", "pursuant", "permitted", "under", "provided", "save", "authorized", "authorised"],
                ["section", "clause", "article", "paragraph"], 5)
        {
            return "per_section"
        }
        return "none_stated"
    }

    /// Whether "agree" or "agreement" is a yes to be given first, and not what binds us.
    private func isAssent(at index: Int) -> Bool {
        if texts[max(0, index - 3)..<index].contains(where: { $0 == "written" || $0 == "prior" }) {
            return true
        }
        return texts[max(0, index - 6)..<index].contains {
            ["unless", "except", "until", "without"].contains($0)
        }
            && texts[(index + 1)...].prefix(5).contains {
                ["writing", "written", "beforehand", "advance", "prior", "first"].contains($0)
            }
    }

    /// Whether a ban says that nothing lifts it.
    private var isAbsolute: Bool {
        near(["no", "any"], ["circumstances", "circumstance", "event", "case", "reason"], 1) || has("never")
    }

    private func granularity() -> String {
        if hasBeginning("assignment") || (has("each") && hasBeginning("tool")) { return "tool+assignment" }
        if near(["order"], ["form"], 0) || near(["statement"], ["work"], 2) || has("sow", "order") {
            return "order_form"
        }
        if hasBeginning("project") { return "project" }
        return "agreement"
    }

    /// Whether tools on our own machine are let off: the clause speaks of third parties', public or online
    /// tools alone, or exempts local ones outright.
    private func exemptsLocal() -> Bool {
        let isRefused = near(["may", "is", "are"], ["not"], 0)
        let local =
            !isRefused
            && near(
                ["local", "locally", "offline", "onpremises"],
                ["except", "permitted", "allowed", "exempt", "may"], 12)
            || near(["except", "other", "unless"], ["local", "locally", "offline", "onpremises"], 12)
        return local || toolScope() == "any_public_or_third_party"
    }

    private func toolScope() -> String {
        let scoped = near(
            ["public", "publicly", "third", "external", "online", "cloud", "hosted", "web"],
            [
                "ai", "tool", "tools", "service", "services", "system", "systems", "platform", "platforms",
                "llm", "generative", "provider", "providers", "party",
            ],
            3)
        let both =
            near(["public", "publicly", "external", "online", "cloud", "hosted"], ["or", "and"], 2)
            && has("private", "privately", "local", "locally", "internal", "internally", "offline")
        let any = both || near(["any", "all"], ["ai", "generative", "llm", "mt"], 0)
        if hasBeginning("retain", "train", "store", "keep", "learn"),
            near(
                ["that", "which"],
                [
                    "retain", "retains", "train", "trains", "store", "stores", "keep", "keeps", "log", "logs",
                    "learn", "learns", "use", "uses", "may",
                ], 3)
        {
            return "that_retain_train_or_use"
        }
        return scoped && !any ? "any_public_or_third_party" : "any"
    }

    private func dataClasses() -> [String] {
        var classes: [String] = []
        if hasBeginning("confidential", "proprietary") { classes.append("confidential") }
        if has("personal", "pii", "phi") { classes.append("personal_data") }
        if near(["source"], ["code"], 0) { classes.append("source_code") }
        if near(
            ["client", "customer", "project", "company", "agency", "principal", "buyer"],
            ["material", "materials", "data", "content", "documents", "files", "texts", "assets"], 1)
        {
            classes.append("client_material")
        }
        if has("credentials", "passwords") { classes.append("credentials") }
        if near(["any", "all"], ["information", "material", "materials", "data", "content", "text"], 1) {
            classes.append("any")
        }
        return classes.isEmpty ? ["confidential"] : classes
    }

    /// Whether the passage speaks of what runs on a machine of our own.
    private var runsHere: Bool {
        has("local", "locally", "offline", "onpremises")
            || near(
                ["run", "runs", "running", "installed", "hosted", "operate", "operated"],
                ["hardware", "computer", "machine", "device", "devices", "laptop", "premises"], 5)
            || near(
                ["own"],
                [
                    "equipment", "hardware", "computer", "machine", "device", "devices", "laptop",
                    "infrastructure",
                ], 2)
    }

    private func conditions() -> [String] {
        var found: [String] = []
        if hasBeginning("train") { found.append("no_training") }
        if hasBeginning("retain", "retention", "store", "log") { found.append("no_retention") }
        if hasBeginning("deidentif", "anonymi", "pseudonymi", "redact") { found.append("deidentified") }
        if runsHere { found.append("local") }
        let waived = near(["without", "no"], ["approval", "consent", "permission"], 3)
        if hasBeginning("approv", "consent", "permission", "authori"), !waived { found.append("approval") }
        if hasBeginning("review", "human", "check") { found.append("human_review") }
        if has("dpa", "processing") || near(["data"], ["processing"], 0) { found.append("dpa") }
        if hasBeginning("enterprise", "business", "paid") { found.append("business_plan") }
        if hasBeginning("disclos", "inform", "notif") { found.append("disclosure") }
        return found
    }

    // MARK: Kinds

    private func definition() -> Parameter {
        let all = (passages.first.map { facts.outline.passages(inClauseOf: $0) } ?? []).flatMap {
            $0.words[$0.ownStart...].map(\.text)
        }
        func anyNear(_ first: [String], _ second: [String], _ gap: Int) -> Bool {
            near(first, second, gap, in: all)
        }
        let marks = [
            "marked", "mark", "identifies", "identified", "designated", "labelled", "labeled", "stamp",
            "stamped", "label", "legend", "designates",
        ]
        let marked = anyNear(marks, ["confidential", "proprietary", "confidence", "such", "writing"], 12)
        let understood =
            anyNear(
                ["understood", "deemed", "considered", "apparent", "expected", "regarded"],
                ["confidential", "proprietary", "nature"], 10)
            || anyNear(["nature"], ["circumstances"], 5)
        let whether = anyNear(["whether", "regardless", "irrespective"], marks, 6)
        let marking =
            whether
            ? "none_needed"
            : marked && understood ? "marked_or_reasonably_understood" : marked ? "required" : "none_needed"
        var fields = [Parameter.Field("marking", .text(marking))]
        if hasBeginning("oral", "verbal", "visual"), let term = statedLengths(in: words).first?.term,
            hasBeginning("writ", "confirm", "summar")
        {
            fields.append(
                .init(
                    "oral",
                    record(
                        ("confirm_within", term.parameter), ("anchor", .text("disclosure")),
                        ("by", .text("discloser")))))
        }
        if hasBeginning("oral", "verbal")
            || anyNear(
                ["any", "whatever", "regardless", "whichever"], ["form", "way", "manner", "medium"], 6)
        {
            fields.append(
                .init("oral_included", .flag(marking != "required" || hasBeginning("oral", "verbal"))))
        }
        if anyNear(
            ["derived", "derivative", "derivatives", "analyses", "summaries", "notes", "compilations"],
            ["information", "from", "contain", "reflect", "based", "thereof"], 8)
        {
            fields.append(.init("derived", .flag(true)))
        }
        return .record(fields)
    }

    private func exclusions() -> Parameter {
        let inClause = (passages.first.map { facts.outline.passages(inClauseOf: $0) } ?? [])
        let grounds = Exclusions.grounds(of: inClause)
        var fields = grounds.map { Parameter.Field($0.rawValue, .flag(true)) }
        let burden =
            clauseHas("demonstrate", "demonstrates")
            ? "demonstrate"
            : clauseHas("documentary")
                ? "documentary_evidence"
                : clauseHasBeginning("document")
                    ? "document"
                    : clauseHas("prove", "proof", "show", "evidence", "evidenced") ? "prove" : nil
        if let burden { fields.append(.init("burden", .text(burden))) }
        return .record(fields)
    }

    // In the plural where the singular may be the name of a party.
    private static let recipientClasses: [(String, String)] = [
        ("employee", "employees"), ("officer", "officers"), ("director", "directors"), ("agents", "agents"),
        ("advis", "advisors"), ("contractors", "contractors"), ("consultants", "consultants"),
        ("providers", "service_providers"), ("suppliers", "suppliers"), ("vendors", "vendors"),
        ("counsel", "counsel"),
        ("attorney", "attorneys"), ("lawyer", "lawyers"), ("accountant", "accountants"),
        ("affiliate", "affiliates"),
        ("subsidiar", "subsidiaries"), ("personnel", "personnel"), ("staff", "staff"),
        ("auditor", "auditors"),
        ("subcontractors", "subcontractors"), ("representative", "other_representatives"),
    ]

    private func recipients() -> Parameter {
        let meant = (facts.meaning(of: "Representatives") ?? []).map(\.text)
        let all = texts + (hasBeginning("representative") ? meant : [])
        let classes = Self.recipientClasses.filter { entry in all.contains { $0.hasPrefix(entry.0) } }.map(
            \.1)
        let near = clause
        func clauseNear(_ first: [String], _ second: [String], _ gap: Int) -> Bool {
            self.near(first, second, gap, in: near)
        }
        let bound: String? =
            clauseNear(
                ["less", "as", "substantially", "equivalent"],
                [
                    "protective", "restrictive", "stringent", "strict", "similar", "onerous", "equivalent",
                    "same",
                ], 3)
            ? "no_less_protective"
            : clauseNear(
                ["written", "writing", "signed"],
                [
                    "agreement", "agreements", "undertaking", "undertakings", "obligation", "obligations",
                    "confidentiality", "nondisclosure",
                ], 5)
                ? "written"
                : clauseNear(
                    ["aware", "informed", "advised"],
                    ["terms", "confidential", "obligations", "agreement", "provisions", "nature", "of"], 8)
                    ? "made_aware"
                    : clauseNear(
                        ["professional", "professionally"],
                        [
                            "secrecy", "rules", "duty", "duties", "obligations", "confidentiality", "bound",
                            "conduct",
                        ], 4)
                        ? "professional_rules"
                        : clauseNear(
                            ["bound", "obligated", "subject", "obligation", "obligations"],
                            [
                                "confidentiality", "confidential", "confidence", "terms", "agreement",
                                "secrecy",
                            ], 8)
                            ? "bound" : nil
        let liable = clauseHas("responsible", "liable")
        let entityOnly = near.indices.contains { index in
            (near[index] == "entity" || near[index] == "organization" || near[index] == "company")
                && near[max(0, index - 6)..<index].contains { $0 == "if" || $0 == "where" || $0 == "when" }
        }
        var fields: [Parameter.Field] = [
            .init("classes", .texts(classes)),
            .init("need_to_know", .flag(clauseHas("need", "needs", "require", "necessary"))),
            .init("bound", bound.map(Parameter.text) ?? .null), .init("liable_for", .flag(liable)),
        ]
        if entityOnly { fields.append(.init("entity_only", .flag(true))) }
        return .record(fields)
    }

    private func purpose() -> Parameter {
        var purpose = Parameter.null
        for (index, text) in texts.enumerated() where text == "for" || text == "the" || text == "than" {
            if let name = facts.variable(in: words, after: index + 1),
                name.hasSuffix("Purpose") || name.hasSuffix("Purposes")
            {
                purpose = record(("ref", .text(name)))
            }
        }
        return record(("purpose", purpose), ("no_search", .flag(hasBeginning("search"))))
    }

    private func compelled() -> Parameter {
        let asExclusion = passages.contains { passage in
            passage.words[..<passage.ownStart].contains { $0.text == "not" } && passage.ownStart > 0
        }
        let notifies = clauseHasBeginning("notif", "notice", "inform")
        let term = statedLengths(in: clauseWords).first { $0.term.unit != .year }?.term
        let notice: Parameter =
            !notifies
            ? .text("none")
            : term?.parameter
                ?? .text(
                    near(["reasonable"], ["advance", "notice", "prior"], 2, in: clause)
                        ? "reasonable_advance"
                        : clauseHas("immediately", "forthwith")
                            ? "immediately"
                            : clauseHas("prompt", "promptly")
                                ? "promptly" : clauseHas("prior", "advance", "before") ? "prior" : "notice")
        return record(
            ("notice", notice), ("as_exclusion", .flag(asExclusion)),
            ("minimum_only", .flag(clauseHas("extent", "portion", "minimum", "only"))),
            ("cooperate", .flag(clauseHasBeginning("cooperat", "assist", "protective", "contest"))))
    }

    private func relationship() -> [String] {
        var covers: [String] = []
        if hasBeginning("discussion", "negotiation", "talks") {
            covers.append("discussions_existence")
            if has("status") { covers.append("discussions_status") }
        }
        if hasBeginning("agreement", "nda", "mnda"), has("existence") { covers.append("agreement_existence") }
        if has("terms", "contents", "cover", "conditions") { covers.append("agreement_terms") }
        if hasBeginning("relationship", "engagement", "identity") { covers.append("relationship") }
        return covers
    }

    private func publicity() -> Parameter {
        var covers: [String] = []
        for (beginning, name) in [
            ("advertis", "advertising"), ("publication", "publication"), ("press", "press"),
            ("announce", "announcement"),
            ("portfolio", "portfolio"), ("logo", "logo"), ("name", "name"), ("testimonial", "testimonial"),
        ] where hasBeginning(beginning) { covers.append(name) }
        let base = record(("covers", .texts(covers)), ("consent", .text(consent())))
        guard has("until", "after", "before"), let term = statedLengths(in: words).first?.term,
            case .record(var fields) = base
        else { return base }
        var events: [String] = []
        if has("live") || has("launch", "launches", "launched") { events.append("go_live") }
        let anchor =
            hasBeginning("handover", "handed", "delivery")
            ? "handover"
            : hasBeginning("complet", "finish") || near(["end"], ["services", "project"], 3)
                ? "services_end" : "trigger"
        events.append("\(anchor) + \(term.count) \(term.unit.rawValue)\(term.count == 1 ? "" : "s")")
        let later = has("later")
        fields.append(
            .init(
                "until",
                .text(
                    events.count == 1
                        ? events[0]
                        : "\(later ? "later_of" : "earlier_of")(\(events.joined(separator: ", ")))")))
        fields.append(.init("allowed_after", .flag(true)))
        return .record(fields)
    }

    private func toolList() -> Parameter {
        let names = words.filter {
            Self.products.contains($0.text) && ($0.capital || Self.unmistakable.contains($0.text))
        }
        var denied: [String] = []
        var allowed: [String] = []
        for passage in passages {
            let own = passage.words.map(\.text)
            let isBan = own.contains {
                ["not", "never", "no", "prohibited", "banned", "forbidden", "without", "exclude", "excluded"]
                    .contains($0)
            }
            for word in names
            where word.range.lowerBound >= passage.range.lowerBound
                && word.range.upperBound <= passage.range.upperBound
            {
                if isBan { denied.append(word.text) } else { allowed.append(word.text) }
            }
        }
        let external = has("list", "schedule", "annex", "appendix", "register")
        return record(
            ("deny", .texts(denied)), ("allow", .texts(allowed)), ("external_list", .flag(external)))
    }

    static let unmistakable: Set<String> = [
        "chatgpt", "openai", "anthropic", "deepl", "midjourney", "deepseek", "notebooklm", "grammarly",
        "memoq", "trados",
    ]
    static let products: Set<String> = unmistakable.union([
        "claude", "gemini", "copilot", "bard", "llama", "mistral", "perplexity", "qwen", "kimi", "phrase",
        "cursor", "ollama",
        "huggingface", "moonshot",
    ])

    private func useRecords() -> Parameter {
        let keep = statedLengths(in: words).first { $0.term.unit == .year || $0.term.unit == .month }?.term
        return record(
            ("on_request", .flag(has("request", "requested"))), ("keep", keep.map(\.parameter) ?? .null),
            ("disclose", .flag(hasBeginning("disclos", "inform", "notif", "declare"))))
    }

    private func location(_ kind: ClauseKind) -> Parameter {
        let places = Places.codes(in: words)
        let negated = has("not", "never", "no", "without")
        let allowed = kind == .crossBorderTransfer && !negated
        var fields: [Parameter.Field] = []
        if kind == .crossBorderTransfer { fields.append(.init("allowed", .flag(allowed))) }
        fields.append(.init("regions", .texts(places)))
        if has("sccs") || near(["standard"], ["contractual"], 0) {
            fields.append(.init("mechanism", .text("SCC")))
        }
        if negated { fields.append(.init("consent", .text(consent()))) }
        if let unless = limitation() { fields.append(.init("unless", unless)) }
        return .record(fields)
    }

    /// "Except as restricted by applicable Limitations": the variable that may take a permission back.
    private func limitation() -> Parameter? {
        guard let index = texts.firstIndex(of: "except") else { return nil }
        for next in index..<min(texts.count, index + 8) where words[next].capital && next > index {
            if let name = facts.variable(in: words, after: next) { return record(("ref", .text(name))) }
        }
        return nil
    }

    private func subprocessors() -> Parameter {
        let objection = clauseHasBeginning("object")
        let unless = near(
            ["unless", "without", "only"],
            [
                "approved", "consent", "approval", "authorization", "authorisation", "prior", "written",
                "listed",
            ], 12,
            in: clause)
        let general = near(
            ["general", "generally"],
            ["authorizes", "authorises", "authorization", "authorisation", "written"], 4, in: clause)
        let mode =
            unless ? "prior_list" : general || objection ? "general_with_objection" : "allowed_with_agreement"
        var fields: [Parameter.Field] = [.init("mode", .text(mode))]
        let terms = statedLengths(in: clauseWords)
        if let notice = terms.first { fields.append(.init("notice", notice.term.parameter)) }
        if objection, let last = terms.dropFirst().first ?? terms.first {
            fields.append(.init("objection", last.term.parameter))
        }
        if let unless = limitation() { fields.append(.init("unless", unless)) }
        return .record(fields)
    }

    private func deidentification() -> Parameter {
        let permission =
            has("not", "never")
            ? "forbidden"
            : has("must", "shall", "required")
                ? (has("possible", "practicable", "feasible") ? "required_where_possible" : "required")
                : "allowed"
        var fields: [Parameter.Field] = [.init("permission", .text(permission))]
        if let unless = limitation() { fields.append(.init("unless", unless)) }
        return .record(fields)
    }

    private func copies() -> Parameter {
        let route = consent()
        let needed =
            has(
                "necessary", "except", "extent", "needed", "reasonably", "requires", "required", "far",
                "purpose", "needs") && route == "none_stated"
        return record(
            ("allowed", .text(route != "none_stated" ? "with_consent" : needed ? "as_needed" : "none")),
            ("consent", .text(route)))
    }

    private func security() -> Parameter {
        var fields: [Parameter.Field] = []
        if clauseHasBeginning("encrypt") { fields.append(.init("encryption", .flag(true))) }
        if clauseHas("mfa", "2fa") || near(["multi", "two"], ["factor"], 0, in: clause) {
            fields.append(.init("mfa", .flag(true)))
        }
        let kinds = ["administrative", "physical", "technical", "organizational", "organisational"].filter {
            clause.contains($0)
        }
        if !kinds.isEmpty { fields.append(.init("safeguards", .texts(kinds))) }
        return .record(fields)
    }

    private func breach() -> Parameter {
        let trigger =
            hasBeginning("suspect")
            ? "suspected" : hasBeginning("threaten", "anticipat", "likely") ? "anticipated" : "actual"
        return record(("deadline", deadline(anchor: "awareness")), ("trigger", .text(trigger)))
    }

    /// The time a duty allows: a number, a variable, or the word used.
    private func deadline(anchor: String) -> Parameter {
        let terms = statedLengths(in: words)
        if let term = terms.last(where: { $0.term.unit == .hour }) ?? terms.first {
            return record(
                ("n", .number(term.term.count)), ("unit", .text(term.term.unit.rawValue)),
                ("anchor", .text(anchor)))
        }
        for (index, text) in texts.enumerated() where text == "within" || text == "than" {
            guard let name = facts.variable(in: words, after: index + 1) else { continue }
            if let meaning = facts.meaning(of: name), let term = statedLengths(in: meaning).first {
                return record(
                    ("n", .number(term.term.count)), ("unit", .text(term.term.unit.rawValue)),
                    ("anchor", .text(anchor)))
            }
            return record(("ref", .text(name)), ("anchor", .text(anchor)))
        }
        let words: [(String, String)] = [
            ("immediately", "immediately"), ("immediate", "immediately"), ("forthwith", "forthwith"),
            ("promptly", "promptly"), ("prompt", "promptly"), ("delay", "without undue delay"),
            ("soon", "as soon as possible"),
        ]
        for (word, said) in words where texts.contains(word) {
            return record(("word", .text(said)), ("anchor", .text(anchor)))
        }
        return .null
    }

    private func records() -> Parameter {
        var fields: [Parameter.Field] = []
        if has("request", "requested") { fields.append(.init("on", .text("request"))) }
        if let keep = statedLengths(in: words).first(where: {
            $0.term.unit == .year || $0.term.unit == .month
        })?.term {
            fields.append(.init("period", keep.parameter))
            let anchor =
                has("dpa") ? "dpa_end" : hasBeginning("service", "complet") ? "services_end" : "termination"
            fields.append(.init("anchor", .text(anchor)))
        }
        return .record(fields)
    }

    /// What a period counts from, by the words after it.
    private func anchor(after index: Int, in words: [Word], default fallback: String) -> String {
        let after = words[min(index, words.count)...].prefix(14).map(\.text)
        let joined = after
        func first(_ names: Set<String>) -> Int? { joined.firstIndex(where: names.contains) }
        let candidates: [(String, Int?)] = [
            ("effective_date", after.indices.first { after[$0] == "effective" }),
            (
                "disclosure",
                first([
                    "disclosure", "disclosed", "receipt", "received", "disclosing", "furnished", "sent",
                    "supplied", "communicated", "provided", "handed",
                ])
            ),
            ("signature", first(["signature", "signing", "signed", "execution"])),
            ("acceptance", first(["acceptance", "accepted"])),
            ("sow_end", first(["sow", "sows"])),
            (
                "services_end",
                after.indices.first { place in
                    let names: Set<String> = [
                        "services", "service", "project", "assignment", "work", "completion", "delivery",
                    ]
                    if after[place] == "completion", after[place...].prefix(5).contains("purpose") {
                        return false
                    }
                    let isPaper =
                        place + 1 < after.count && ["agreement", "contract"].contains(after[place + 1])
                    return names.contains(after[place]) && !isPaper
                }
            ),
            (
                "relationship_end",
                first([
                    "relationship", "discussions", "engagement", "cooperation", "dealings", "negotiations",
                ])
            ),
            ("purpose_end", first(["purpose"])),
            ("expiry", first(["expiry", "expiration", "expires", "expire"])),
            ("termination", first(["termination", "terminates", "terminated", "end", "ends", "conclusion"])),
            ("agreement_date", first(["hereof", "date"])),
        ]
        let found = candidates.compactMap { name, place in place.map { (name, $0) } }
        // "termination of the relationship" names the later word; "date of disclosure" too.
        guard var best = found.min(by: { $0.1 < $1.1 }) else { return fallback }
        let general: Set<String> = ["termination", "agreement_date", "expiry"]
        if general.contains(best.0),
            let sharper = found.first(where: {
                !general.contains($0.0) && $0.1 - best.1 <= ($0.0 == "disclosure" ? 8 : 5)
                    && $0.1 > best.1
            })
        {
            best = sharper
        }
        return best.0
    }

    private func term() -> Parameter {
        var fields: [Parameter.Field] = []
        let start =
            near(["effective"], ["date"], 0)
            ? "effective_date"
            : has("signature", "signed", "signing", "execution")
                ? "signature"
                : has("accepted", "acceptance", "accept")
                    ? "acceptance" : has("date", "hereof") ? "agreement_date" : nil
        fields.append(.init("start", start.map(Parameter.text) ?? .null))
        if has("later"), has("until") {
            fields.append(.init("end", .text("later_of(obligations_met, main_agreement_end)")))
            return .record(fields)
        }
        let years = statedLengths(in: words).first {
            $0.term.unit == .year || $0.term.unit == .month || $0.term.unit == .day
        }
        if let years, years.term.unit != .day || !isNotice(years) {
            fields.append(.init("period", years.term.parameter))
            let next = words[years.range.upperBound...].first?.text ?? ""
            let counted = ["after", "from", "of", "following", "since", "beginning", "commencing", "as"]
                .contains(next)
            let usual = start ?? "effective_date"
            fields.append(
                .init(
                    "anchor",
                    .text(
                        counted ? anchor(after: years.range.upperBound, in: words, default: usual) : usual)))
            return .record(fields)
        }
        for (index, text) in texts.enumerated() where ["of", "for", "until", "upon"].contains(text) {
            if let name = facts.variable(in: words, after: index + 1),
                name.contains("Term") || name.contains("Period") || name.contains("Duration")
            {
                fields.append(.init("period", reference(name)))
                fields.append(.init("anchor", .text(start ?? "effective_date")))
                return .record(fields)
            }
        }
        fields.append(
            .init(
                "end",
                .text(
                    has("agreement") && has("expires", "terminated", "ends") && has("until")
                        ? "main_agreement_end" : "open")))
        return .record(fields)
    }

    /// Whether a length is one of notice: "four weeks' prior notice".
    private func isNotice(_ length: StatedLength) -> Bool {
        words[length.range.upperBound...].prefix(5).contains { $0.text == "notice" }
            || words[..<length.range.lowerBound].suffix(5).contains { $0.text == "notice" }
    }

    /// A variable with the value the document itself gives it, where it gives one.
    private func reference(_ name: String) -> Parameter {
        guard let meaning = facts.meaning(of: name), let term = statedLengths(in: meaning).first?.term else {
            return record(("ref", .text(name)))
        }
        return record(("ref", .text(name)), ("default", term.parameter))
    }

    private func termination() -> Parameter {
        let notice = statedLengths(in: words).first { $0.term.unit != .year }
        let form =
            hasBeginning("registered", "certified")
            ? "registered_letter"
            : hasBeginning("written", "writing", "letter") || facts.approvalsInWriting
                ? "written"
                : hasBeginning("email") ? "email" : nil
        return record(
            ("any_reason", .flag(has("any", "no", "convenience", "time"))),
            ("form", form.map(Parameter.text) ?? .null),
            ("period", notice.map(\.term.parameter) ?? .null))
    }

    private func survival() -> Parameter {
        var rules: [Parameter] = []
        var source = words
        var period: Parameter?
        var anchorName = "termination"
        var alternative: String?
        if let stated = statedLengths(in: words).first(where: {
            $0.term.unit == .year || $0.term.unit == .month
        }) {
            period = stated.term.parameter
            anchorName = anchor(after: stated.range.upperBound, in: words, default: "termination")
        } else {
            for (index, text) in texts.enumerated() where text == "for" || text == "of" || text == "during" {
                guard let name = facts.variable(in: words, after: index + 1),
                    name.contains("Term") || name.contains("Period") || name.contains("Confidentiality"),
                    !name.hasPrefix("Confidential Information")
                else { continue }
                period = reference(name)
                if let meaning = facts.meaning(of: name) {
                    source += meaning
                    let stated = statedLengths(in: meaning).first
                    anchorName = anchor(
                        after: stated?.range.upperBound ?? 0, in: meaning, default: "cover_page")
                    if facts.outline.passages.contains(where: { passage in
                        passage.section.map(\.text).joined(separator: " ") == name.lowercased()
                            && passage.words.contains { $0.text.hasPrefix("perpetu") }
                    }) {
                        alternative = "perpetual"
                    }
                } else {
                    anchorName = "cover_page"
                }
                break
            }
        }
        let said = source.map(\.text)
        let secrets = said.indices.contains {
            said[$0] == "trade" && $0 + 1 < said.count && said[$0 + 1].hasPrefix("secret")
        }
        let whileSecret =
            secrets
            && said.contains {
                ["long", "until", "remains", "qualifies", "while", "longer", "considered"].contains($0)
            }
        let perpetual =
            said.contains { $0.hasPrefix("perpetu") || $0.hasPrefix("indefinite") || $0 == "unlimited" }
            || near(["without"], ["limit", "limitation"], 1)
        let personal =
            near(["personal"], ["data", "information"], 0)
            && said.contains { ["long", "while"].contains($0) }
        let covers = whileSecret || personal ? "other" : "all"
        if let period {
            rules.append(
                record(
                    ("covers", .text(covers)), ("until", .text("period")), ("period", period),
                    ("anchor", .text(anchorName))))
        } else if perpetual {
            rules.append(record(("covers", .text(covers)), ("until", .text("perpetual"))))
        } else if said.contains(where: { ["retains", "holds", "possession", "retain", "held"].contains($0) }),
            has("long")
        {
            rules.append(record(("covers", .text("all")), ("until", .text("while_held"))))
        } else if !whileSecret {
            rules.append(record(("covers", .text("all")), ("until", .text("not_stated"))))
        }
        if whileSecret {
            rules.append(record(("covers", .text("trade_secrets")), ("until", .text("while_trade_secret"))))
        }
        if personal {
            rules.append(record(("covers", .text("personal_data")), ("until", .text("while_personal_data"))))
        }
        if perpetual, period != nil, secrets, !whileSecret {
            rules.append(record(("covers", .text("trade_secrets")), ("until", .text("perpetual"))))
        }
        var fields: [Parameter.Field] = [.init("rules", .list(rules))]
        if let alternative { fields.append(.init("alternative", .text(alternative))) }
        return .record(fields)
    }

    private func returnOrDestroy() -> Parameter {
        var triggers: [String] = []
        if clauseHasBeginning("expir") || near(["end"], ["agreement", "this"], 3, in: clause) {
            triggers.append("expiry")
        }
        if clauseHasBeginning("terminat") || near(["end"], ["agreement", "this"], 3, in: clause) {
            triggers.append("termination")
        }
        let works = [
            "services", "project", "work", "assignment", "engagement", "job", "order", "mandate", "sow",
        ]
        if clauseHasBeginning("complet", "conclusion", "cessation", "finish")
            || near(["end", "ends", "done"], works, 3, in: clause)
            || near(works, ["end", "ends", "done", "over"], 2, in: clause)
        {
            triggers.append("services_end")
        }
        if clauseHasBeginning("request", "instruct", "demand", "direct", "ask") { triggers.append("request") }
        let asked = triggers.contains("request")
        let anchor =
            returnAnchor
            ?? (asked
                ? "request"
                : triggers.contains("termination")
                    ? "termination"
                    : triggers.contains("services_end") ? "services_end" : "trigger")
        let returns = clauseHasBeginning("return", "redeliver", "surrender", "deliver")
        let destroys = clauseHasBeginning("destr", "eras", "delet", "purge", "shred")
        let choice =
            clauseHas("discretion", "option", "election", "choice")
            || near(["as"], ["instruct", "requested", "directed"], 3, in: clause)
        let method =
            choice
            ? "client_choice" : returns && destroys ? "return_or_destroy" : returns ? "return" : "destroy"
        let certificate = certificate()
        return record(
            ("triggers", .texts(triggers)), ("deadline", deadline(anchor: anchor)), ("method", .text(method)),
            ("certificate", .text(certificate)),
            (
                "cease_use",
                .flag(near(["cease", "stop", "discontinue"], ["using", "use", "all"], 2, in: clause))
            ),
            (
                "reaches_vendors",
                .flag(
                    clauseHasBeginning(
                        "subcontractor", "agents", "subprocessor", "representatives", "vendor", "supplier"))
            ))
    }

    /// What the stated days of a return are counted from, where the words after them say so.
    private var returnAnchor: String? {
        guard let length = statedLengths(in: words).first else { return nil }
        let after = words[length.range.upperBound...].prefix(10).map(\.text)
        guard let first = after.first, ["of", "after", "from", "following", "upon"].contains(first) else {
            return nil
        }
        let asked = after.firstIndex { text in
            ["request", "demand", "instruct", "direction", "asked", "asks"].contains { text.hasPrefix($0) }
        }
        if let asked, asked < 6 { return "request" }
        let event = anchor(after: length.range.upperBound, in: words, default: "")
        let ends = ["services_end", "termination", "expiry", "relationship_end", "purpose_end", "sow_end"]
        return ends.contains(event) ? event : nil
    }

    private func certificate() -> String {
        let verbs = [
            "certify", "certified", "certificate", "certification", "confirm", "confirmed", "confirmation",
            "attest", "certifying", "confirming",
        ]
        guard let index = clause.firstIndex(where: verbs.contains) else { return "none" }
        let around = clause[max(0, index - 10)..<min(clause.count, index + 12)]
        return around.contains { $0.hasPrefix("request") || $0 == "if" } ? "on_request" : "required"
    }

    private func retained() -> Parameter {
        var fields: [Parameter.Field] = []
        if near(["one", "1"], ["copy"], 4) { fields.append(.init("one_copy", .flag(true))) }
        if has("not"), has("any"), !has("may") || near(["may"], ["not"], 0) {
            fields.append(.init("allowed", .flag(false)))
        }
        if hasBeginning("backup", "archiv") { fields.append(.init("backup", .flag(true))) }
        if hasBeginning("polic") { fields.append(.init("policy", .flag(true))) }
        if has("law", "laws", "legal", "regulation", "regulatory") {
            fields.append(.init("legal", .flag(true)))
        }
        if clauseHasBeginning("infeasib") || clauseHas("feasible") {
            fields.append(.init("infeasible_exception", .flag(true)))
        }
        fields.append(.init("duty_continues", .flag(clauseHasBeginning("continue", "remain", "subject"))))
        return .record(fields)
    }

    private func law() -> Parameter {
        var fields: [Parameter.Field] = []
        var law: Parameter?
        var forum: Parameter?
        if let name = texts.indices.first(where: {
            texts[$0] == "governing" && words[$0].capital && $0 + 1 < texts.count && texts[$0 + 1] == "law"
                && words[$0 + 1].capital
        }) {
            law = record(
                (
                    "ref",
                    .text(
                        facts.outline.text.slice(
                            words[name].range.lowerBound..<words[name + 1].range.upperBound))
                ))
        }
        if law == nil, let code = Places.law(in: words) { law = .text(code) }
        for (index, text) in texts.enumerated()
        where text == "jurisdiction" || text == "courts" || text == "in" {
            if text != "in", words[index].capital, index > 0,
                ["in", "such", "the"].contains(texts[index - 1]), forum == nil
            {
                forum = record(("ref", .text(facts.outline.text.slice(words[index].range))))
            }
        }
        // The forum of a form still to be filled stands in brackets.
        if forum == nil, let first = passages.first, let last = passages.last {
            let range = first.range.lowerBound..<last.range.upperBound
            let scalars = facts.outline.text.scalars
            if let open = scalars[range].firstIndex(of: "["),
                let close = scalars[open..<range.upperBound].firstIndex(of: "]"), close - open < 60
            {
                forum = record(("ref", .text(facts.outline.text.slice((open + 1)..<close))))
            }
        }
        if forum == nil, let place = Places.court(in: words) { forum = .text(place) }
        if let law { fields.append(.init("law", law)) }
        if let forum { fields.append(.init("forum", forum)) }
        let exclusive = has("exclusive", "exclusively", "sole", "solely") && !has("nonexclusive")
        fields.append(.init("exclusive", .flag(exclusive)))
        return .record(fields)
    }

    private func amendment() -> Parameter {
        let signed = hasBeginning("signed", "executed", "signature")
        let form = signed ? "signed_writing_both" : has("email") ? "email" : "writing"
        return record(("form", .text(form)), ("supersedes_prior", .flag(clauseHasBeginning("supersede"))))
    }

    private func nonSolicit() -> Parameter {
        let period = statedLengths(in: words).first { $0.term.unit == .year || $0.term.unit == .month }
        var fields: [Parameter.Field] = []
        if let period {
            fields.append(.init("period", period.term.parameter))
            fields.append(
                .init(
                    "anchor", .text(anchor(after: period.range.upperBound, in: words, default: "termination"))
                ))
        }
        return .record(fields)
    }
}
