/// Parameters that tell giving back, keeping and proving it.
extension Parameters {
    func returnOrDestroy() -> Parameter {
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
    var returnAnchor: String? {
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

    func certificate() -> String {
        let verbs = [
            "certify", "certified", "certificate", "certification", "confirm", "confirmed", "confirmation",
            "attest", "certifying", "confirming",
        ]
        guard let index = clause.firstIndex(where: verbs.contains) else { return "none" }
        let around = clause[max(0, index - 10)..<min(clause.count, index + 12)]
        return around.contains { $0.hasPrefix("request") || $0 == "if" } ? "on_request" : "required"
    }

    func retained() -> Parameter {
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
}
