/// Parameters that tell what is secret, and who may know it.
extension Parameters {
    func definition() -> Parameter {
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

    func exclusions() -> Parameter {
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
    static let recipientClasses: [(String, String)] = [
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

    func recipients() -> Parameter {
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

    func purpose() -> Parameter {
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

    func compelled() -> Parameter {
        let asExclusion = passages.contains { passage in
            passage.words[..<passage.ownStart].contains { $0.text == "not" } && passage.ownStart > 0
        }
        let notifies = clauseHasBeginning("notif", "notice", "inform")
        let term = statedLengths(in: clauseWords).first { $0.term.unit != .year }?.term
        let notice =
            !notifies
            ? "none"
            : near(["reasonable"], ["advance", "notice", "prior"], 2, in: clause)
                ? "reasonable_advance"
                : clauseHas("immediately", "forthwith")
                    ? "immediately"
                    : clauseHas("prompt", "promptly")
                        ? "promptly" : clauseHas("prior", "advance", "before") ? "prior" : "notice"
        var fields: [Parameter.Field] = [.init("notice", .text(notice))]
        if notifies, let term { fields.append(.init("days", term.parameter)) }
        fields += [
            .init("as_exclusion", .flag(asExclusion)),
            .init("minimum_only", .flag(clauseHas("extent", "portion", "minimum", "only"))),
            .init("cooperate", .flag(clauseHasBeginning("cooperat", "assist", "protective", "contest"))),
        ]
        return .record(fields)
    }

    /// What is not to be told, and until when.
    func secrecy() -> Parameter {
        var fields: [Parameter.Field] = [.init("covers", .texts(relationship()))]
        if let until { fields.append(.init("until", .text(until))) }
        return .record(fields)
    }

    func relationship() -> [String] {
        var covers: [String] = []
        if hasBeginning("discussion", "negotiation", "talks") {
            covers.append("discussions_existence")
            if has("status") { covers.append("discussions_status") }
        }
        if hasBeginning("agreement", "nda", "mnda"), has("existence") { covers.append("agreement_existence") }
        if has("terms", "contents", "cover", "conditions") { covers.append("agreement_terms") }
        if hasBeginning("relationship", "engagement", "identity") { covers.append("relationship") }
        if near(["name"], ["of"], 0) { covers.append("name") }
        return covers
    }

    func publicity() -> Parameter {
        var covers: [String] = []
        for (beginning, name) in [
            ("advertis", "advertising"), ("publication", "publication"), ("press", "press"),
            ("announce", "announcement"),
            ("portfolio", "portfolio"), ("logo", "logo"), ("name", "name"), ("testimonial", "testimonial"),
        ] where hasBeginning(beginning) { covers.append(name) }
        let base = record(("covers", .texts(covers)), ("consent", .text(consent())))
        guard let until, case .record(var fields) = base else { return base }
        fields.append(.init("until", .text(until)))
        fields.append(.init("allowed_after", .flag(true)))
        return .record(fields)
    }

    /// When what is not to be told may be: "6 months after handover, or once it is live, whichever is earlier".
    private var until: String? {
        guard has("until", "after", "before"), let term = statedLengths(in: words).first?.term else {
            return nil
        }
        var events: [String] = []
        if has("live") || has("launch", "launches", "launched") { events.append("go_live") }
        let anchor =
            hasBeginning("handover", "handed", "delivery")
            ? "handover"
            : hasBeginning("complet", "finish") || near(["end"], ["services", "project"], 3)
                ? "services_end" : "trigger"
        events.append("\(anchor) + \(term.count) \(term.unit.rawValue)\(term.count == 1 ? "" : "s")")
        return events.count == 1
            ? events[0] : "\(has("later") ? "later_of" : "earlier_of")(\(events.joined(separator: ", ")))"
    }
}
