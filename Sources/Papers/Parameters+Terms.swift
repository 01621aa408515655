/// Parameters that tell in what form, under which rule and by which paper something holds.
extension Parameters {
    /// The form in which something is given: written, by e-mail; null where any will do.
    var form: Parameter {
        has("written", "writing") ? .text("written") : has("email") ? .text("email") : .null
    }

    /// What is to be kept of each use of a tool.
    func recordFields() -> [String] {
        [
            ("tool", "tool"), ("version", "version"), ("plan", "plan"), ("date", "date"),
            ("purpose", "purpose"),
            ("data", "data"), ("prompt", "prompts"), ("output", "output"), ("approv", "approval"),
            ("task", "task"),
        ].filter { beginning, _ in hasBeginning(beginning) }.map(\.1)
    }

    /// The laws that a clause names by their short names.
    func laws() -> [String] {
        ["gdpr", "hipaa", "ccpa", "cpra", "lgpd", "pipeda"].filter { texts.contains($0) }.map {
            $0.uppercased()
        }
    }

    /// What saying nothing comes to, where the clause says so: "deemed approved", "deemed refused".
    var silence: String? {
        guard clauseHas("deemed") || clauseHasBeginning("silen") else { return nil }
        let refused = ["refus", "reject", "object", "declin"]
        let isRefused = clause.indices.contains { place in
            clause[place] == "deemed"
                && clause[(place + 1)...].prefix(6).contains { text in refused.contains { text.hasPrefix($0) }
                }
        }
        return isRefused ? "refusal" : "approval"
    }

    /// The papers that a clause ranks, the strongest first.
    func precedence() -> Parameter {
        let papers: [([String], String)] = [
            (["cover", "page"], "cover_page"), (["order", "form"], "order_form"),
            (["order", "forms"], "order_form"),
            (["standard", "terms"], "standard_terms"), (["statement", "of", "work"], "sow"),
            (["statements", "of", "work"], "sow"), (["sow"], "sow"), (["dpa"], "dpa"),
            (["data", "processing", "agreement"], "dpa"), (["baa"], "baa"), (["nda"], "nda"),
            (["framework", "agreement"], "framework_agreement"), (["main", "agreement"], "main_agreement"),
            (["this", "agreement"], "agreement"), (["annex"], "annex"), (["schedule"], "schedule"),
        ]
        let verbs = ["prevail", "control", "govern", "precedence", "priority", "override", "supersede"]
        var order: [String] = []
        var strongest: String?
        var latest: String?
        for place in texts.indices {
            if let paper = papers.first(where: { texts[place...].starts(with: $0.0) })?.1 {
                latest = paper
                if !order.contains(paper) { order.append(paper) }
            } else if strongest == nil, verbs.contains(where: texts[place].hasPrefix) {
                strongest = latest
            }
        }
        if let strongest { order = [strongest] + order.filter { $0 != strongest } }
        return record(("order", .texts(order)))
    }

    /// How a contract counts its days, where it says so itself.
    func dateRules() -> Parameter {
        var fields: [Parameter.Field] = []
        if has("calendar") { fields.append(.init("days", .text("calendar"))) }
        if near(["next", "following"], ["business", "working", "banking"], 1) {
            fields.append(.init("rolls", .text("next_business_day")))
        } else if near(["preceding", "previous", "last"], ["business", "working", "banking"], 1) {
            fields.append(.init("rolls", .text("previous_business_day")))
        }
        if near(["excluding", "exclude", "excluded", "not", "after"], ["day"], 4),
            has("event", "trigger", "first")
        {
            fields.append(.init("first_day_counts", .flag(false)))
        }
        return .record(fields)
    }
}
