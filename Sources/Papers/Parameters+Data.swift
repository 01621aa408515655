/// Parameters that tell where data may go and how they are handled.
extension Parameters {
    func location(_ kind: ClauseKind) -> Parameter {
        let places = Places.codes(in: words)
        let negated = has("not", "never", "no", "without")
        let allowed = kind == .crossBorderTransfer && !negated
        var fields: [Parameter.Field] = []
        if kind == .crossBorderTransfer { fields.append(.init("allowed", .flag(allowed))) }
        fields.append(.init("regions", .texts(places)))
        if has("sccs") || near(["standard"], ["contractual"], 0) {
            fields.append(.init("mechanism", .text("SCC")))
        } else if hasBeginning("adequa") {
            fields.append(.init("mechanism", .text("adequacy")))
        } else if kind == .crossBorderTransfer, has("consent") {
            fields.append(.init("mechanism", .text("consent")))
        }
        if negated { fields.append(.init("consent", .text(consent()))) }
        if let unless = limitation() { fields.append(.init("unless", unless)) }
        return .record(fields)
    }

    /// "Except as restricted by applicable Limitations": the variable that may take a permission back.
    func limitation() -> Parameter? {
        guard let index = texts.firstIndex(of: "except") else { return nil }
        for next in index..<min(texts.count, index + 8) where words[next].capital && next > index {
            if let name = facts.variable(in: words, after: next) { return record(("ref", .text(name))) }
        }
        return nil
    }

    func subprocessors() -> Parameter {
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
        if let silence { fields.append(.init("silence", .text(silence))) }
        if let unless = limitation() { fields.append(.init("unless", unless)) }
        return .record(fields)
    }

    func deidentification() -> Parameter {
        let actions = [
            "deidentify", "anonymi", "pseudonymi", "redact", "mask", "aggregate", "remove", "create", "use",
        ]
        let allows = texts.indices.contains { place in
            ["may", "permitted", "allowed", "entitled", "free", "can"].contains(texts[place])
                && texts[(place + 1)...].prefix(8).contains { text in actions.contains { text.hasPrefix($0) }
                }
        }
        let permission =
            has("not", "never")
            ? "forbidden"
            : has("must", "shall", "required", "before", "only")
                ? (has("possible", "practicable", "feasible") ? "required_where_possible" : "required")
                : allows ? "allowed" : "not_stated"
        var fields: [Parameter.Field] = [.init("permission", .text(permission))]
        if let unless = limitation() { fields.append(.init("unless", unless)) }
        return .record(fields)
    }

    func copies() -> Parameter {
        let route = consent()
        let needed =
            has(
                "necessary", "except", "extent", "needed", "reasonably", "requires", "required", "far",
                "purpose", "needs") && route == "none_stated"
        return record(
            ("allowed", .text(route != "none_stated" ? "with_consent" : needed ? "as_needed" : "none")),
            ("consent", .text(route)))
    }

    func security() -> Parameter {
        var fields: [Parameter.Field] = []
        if clauseHasBeginning("encrypt") {
            let atRest = near(["at"], ["rest"], 0, in: clause)
            let inTransit = near(["in"], ["transit"], 1, in: clause)
            if atRest { fields.append(.init("encryption_at_rest", .flag(true))) }
            if inTransit { fields.append(.init("encryption_in_transit", .flag(true))) }
            if !atRest, !inTransit { fields.append(.init("encryption", .flag(true))) }
        }
        if near(
            ["approved", "authorized", "authorised"], ["channels", "channel", "systems", "accounts"], 2,
            in: clause)
        {
            fields.append(.init("approved_channels", .flag(true)))
        }
        if near(["no", "not", "never"], ["shared", "public"], 5, in: clause), clauseHas("cloud") {
            fields.append(.init("no_shared_cloud", .flag(true)))
        }
        if clauseHas("mfa", "2fa") || near(["multi", "two"], ["factor"], 0, in: clause) {
            fields.append(.init("mfa", .flag(true)))
        }
        let kinds = ["administrative", "physical", "technical", "organizational", "organisational"].filter {
            clause.contains($0)
        }
        if !kinds.isEmpty { fields.append(.init("safeguards", .texts(kinds))) }
        return .record(fields)
    }

    func breach() -> Parameter {
        let trigger =
            hasBeginning("suspect")
            ? "suspected" : hasBeginning("threaten", "anticipat", "likely") ? "anticipated" : "actual"
        return record(
            ("deadline", deadline(anchor: "awareness")), ("trigger", .text(trigger)), ("form", form))
    }

    func records() -> Parameter {
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
}
