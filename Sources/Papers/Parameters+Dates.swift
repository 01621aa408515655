/// Parameters that tell how long something lasts and when it is due.
extension Parameters {
    /// The time a duty allows: a number, a variable, or the word used.
    func deadline(anchor: String) -> Parameter {
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

    /// What a period counts from, by the words after it.
    func anchor(after index: Int, in words: [Word], default fallback: String) -> String {
        let after = words[min(index, words.count)...].prefix(14).map(\.text)
        let joined = after
        func first(_ names: Set<String>) -> Int? { joined.firstIndex(where: names.contains) }
        let candidates: [(String, Int?)] = [
            ("effective_date", after.indices.first { after[$0] == "effective" }),
            (
                "disclosure",
                first([
                    "disclosure", "disclosed", "receipt", "received", "disclosing", "furnished", "sent",
                    "supplied", "communicated", "provided", "handed", "available",
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

    func term() -> Parameter {
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
    func isNotice(_ length: StatedLength) -> Bool {
        words[length.range.upperBound...].prefix(5).contains { $0.text == "notice" }
            || words[..<length.range.lowerBound].suffix(5).contains { $0.text == "notice" }
    }

    /// A variable with the value the document itself gives it, where it gives one.
    func reference(_ name: String) -> Parameter {
        guard let meaning = facts.meaning(of: name), let term = statedLengths(in: meaning).first?.term else {
            return record(("ref", .text(name)))
        }
        return record(("ref", .text(name)), ("default", term.parameter))
    }

    func termination() -> Parameter {
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

    func survival() -> Parameter {
        var rules: [Parameter] = []
        var source = words
        var period: Parameter?
        var anchorName = "termination"
        var alternative: String?
        // "This agreement lasts two years, and the duties under it three more": the duties' length counts.
        let lengths = statedLengths(in: words).filter { $0.term.unit == .year || $0.term.unit == .month }
        let duties = texts.lastIndex { text in
            ["obligation", "duty", "duties", "undertaking", "covenant"].contains { text.hasPrefix($0) }
        }
        let own = lengths.first { length in duties.map { $0 < length.range.lowerBound } ?? true }
        if let stated = own ?? lengths.first {
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

    func nonSolicit() -> Parameter {
        let period = statedLengths(in: words).first { $0.term.unit == .year || $0.term.unit == .month }
        var fields: [Parameter.Field] = []
        if let period {
            fields.append(.init("period", period.term.parameter))
            fields.append(
                .init(
                    "anchor", .text(anchor(after: period.range.upperBound, in: words, default: "termination"))
                ))
            if has("later"), hasBeginning("pay"), hasBeginning("service") {
                fields.append(.init("from", .text("later_of(last_service, last_payment)")))
            }
        }
        return .record(fields)
    }
}
