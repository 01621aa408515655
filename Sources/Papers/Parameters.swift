/// Draws the parameters of one proposed term from its passages.
struct Parameters {
    let facts: DocumentFacts
    let passages: [Passage]
    /// The words of the passages with what introduces them.
    let words: [Word]
    let texts: [String]
    /// The words of the whole clause.
    let clause: [String]
    let clauseWords: [Word]
    /// Whether the passages name tools of artificial intelligence themselves.
    let namesTools: Bool

    init(_ facts: DocumentFacts, _ passages: [Passage], namesTools: Bool) {
        self.facts = facts
        self.namesTools = namesTools
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
        case .secrecyOfRelationship: secrecy()
        case .noPublicity: publicity()
        case .noSubcontracting:
            record(
                ("consent", .text(consent())),
                ("includes_ai_agents", .flag(has("ai", "autonomous"))))
        case .flowDown: record(("source", .text("client_documents")))
        case .aiUseApproval:
            record(
                ("approval", .text(consent(releases: true))), ("granularity", .text(granularity())),
                ("scope", .text(covers(any: ["public", "any"]) ? "any" : "services")),
                ("local_exempt", .flag(exemptsLocal())), ("absolute", .flag(isAbsolute)), ("form", form))
        case .aiInputBan:
            record(
                ("data", .texts(dataClasses())), ("tools", .text(toolScope())),
                ("approval", .text(consent(releases: true))),
                ("granularity", .text(granularity())), ("local_exempt", .flag(exemptsLocal())),
                ("absolute", .flag(isAbsolute)))
        case .aiConditionalPermission:
            record(
                ("conditions", .texts(conditions())), ("approval", .text(consent())),
                ("tools", .text(namesTools ? "ai" : "other")))
        case .aiNoRetention: noRetention()
        case .aiNoTraining:
            record(("models", .text(has("public") ? "public" : has("general") ? "general_purpose" : "any")))
        case .aiToolList: toolList()
        case .aiUseRecords: useRecords()
        case .aiOutputRules:
            record(
                ("disclose", .flag(has("disclose", "label", "mark", "identify", "inform"))),
                ("label", .flag(hasBeginning("label", "mark", "watermark"))),
                ("license", .flag(hasBeginning("licen"))))
        case .dataResidency, .crossBorderTransfer: location(kind)
        case .jurisdictionExclusion:
            record(
                ("jurisdictions", .texts(Places.codes(in: words))),
                ("parent_counted", .flag(hasBeginning("parent", "ultimate", "control", "owne", "affiliat"))))
        case .subprocessorApproval: subprocessors()
        case .dpaRequired: record(("role", .text("processor")), ("vendor_must_sign", .flag(true)))
        case .baaRequired: record(("role", .text("business_associate")), ("vendor_must_sign", .flag(true)))
        case .personalDataLimits:
            record(
                ("instructions_only", .flag(has("instruction", "instructions", "instructed"))),
                ("laws", .texts(laws())))
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
        case .precedence: precedence()
        case .dateRules: dateRules()
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
        case .residuals, .noLicense, .preserveNotices, .exportControl: record()
        }
    }

    // MARK: Words

    func record(_ fields: (String, Parameter)...) -> Parameter {
        .record(fields.map { Parameter.Field($0.0, $0.1) })
    }

    func has(_ any: String...) -> Bool { texts.contains { any.contains($0) } }
    func covers(any: [String]) -> Bool { texts.contains { any.contains($0) } }

    func hasBeginning(_ any: String...) -> Bool {
        texts.contains { text in any.contains { text.hasPrefix($0) } }
    }

    func clauseHas(_ any: String...) -> Bool { clause.contains { any.contains($0) } }

    func clauseHasBeginning(_ any: String...) -> Bool {
        clause.contains { text in any.contains { text.hasPrefix($0) } }
    }

    /// Where `first` is followed by `second` within `gap` words.
    func near(_ first: [String], _ second: [String], _ gap: Int, in texts: [String]? = nil) -> Bool {
        let texts = texts ?? self.texts
        return texts.indices.contains { index in
            first.contains(texts[index])
                && texts[(index + 1)...].prefix(gap + 1).contains { second.contains($0) }
        }
    }

    /// The way to a permission that the clause itself names.
    ///
    /// - Parameters:
    ///   - allowSection: whether a permission may stand in another clause.
    ///   - releases: whether to release something is to permit it.
    func consent(allowSection: Bool = false, releases: Bool = false) -> String {
        var nouns: Set<String> = [
            "consent", "consents", "approval", "approvals", "permission", "authorization", "authorisation",
            "authorized", "authorised", "approved", "agreement", "agree", "agreed", "approves", "consented",
            "cleared", "clearance", "authorizes", "authorises", "confirmed", "yes", "agrees",
        ]
        if releases { nouns.formUnion(Self.releasing) }
        for (index, text) in texts.enumerated() where nouns.contains(text) {
            let isExcepted = releases && isException(at: index)
            if text.hasPrefix("agree"), !isAssent(at: index), !isExcepted { continue }
            let around = texts[max(0, index - 6)..<min(texts.count, index + 5)]
            // "Irrespective of any consent" leads to none.
            let reach = texts[max(0, index - 4)..<min(texts.count, index + 6)]
            if releases, !isExcepted, reach.contains(where: Self.regardless.contains) { continue }
            // "Only after we approved it" asks for it first, too.
            let isFirst =
                releases && text.hasPrefix("approv")
                && texts[max(0, index - 14)..<index].contains { ["after", "once", "until"].contains($0) }
            // "Any tool other than an approved one", "only approved tools".
            let isOnly =
                releases && ["approved", "authorised", "authorized"].contains(text)
                && around.contains { ["only", "other", "except", "save", "outside"].contains($0) }
            let prior =
                isFirst || isOnly || isExcepted
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
            has(
                "says", "states", "provides", "permits", "allows", "specifies", "identifies", "names",
                "lists", "otherwise")
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

    /// Words for letting a tool in that permit nothing elsewhere.
    private static let releasing: Set<String> = [
        "released", "release", "accepted", "acceptance", "permitted", "permits", "allowed", "allows",
        "okayed",
        "sanction", "sanctioned", "said", "signed", "confirms", "expressly",
    ]
    private static let regardless: Set<String> = [
        "irrespective", "regardless", "even", "notwithstanding", "whatever", "despite",
    ]

    /// Whether the permission at `index` is what a ban excepts: "except as we approve by mail", "a tool that has not
    /// been so permitted", "unless we have said in writing that you may".
    ///
    /// What another clause permits is said there, and what serves a purpose is no permission.
    private func isException(at index: Int) -> Bool {
        let after = texts[(index + 1)...].prefix(5)
        let elsewhere = ["section", "clause", "article", "paragraph", "purpose", "purposes", "law", "laws"]
        guard !after.contains(where: elsewhere.contains) else { return false }
        if texts[max(0, index - 4)..<index].contains("so"), texts[..<index].contains("not") { return true }
        let before = texts[max(0, index - 12)..<index]
        guard
            let exception = before.lastIndex(where: {
                ["unless", "except", "until", "save"].contains($0)
            })
        else { return false }
        return !texts[exception..<index].contains { ["not", "no", "never"].contains($0) }
    }

    /// Whether "agree" or "agreement" is a yes to be given first, and not what binds us.
    func isAssent(at index: Int) -> Bool {
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
}
