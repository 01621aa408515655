import Permits

extension State {
    /// The mail that asks the client for what is missing.
    ///
    /// Nothing is sent.
    func mail(_ explanation: Explanation) -> String {
        let request = explanation.verdict.request
        let job = Job(client: request.client, engagement: request.engagement)
        var lines = [
            "Subject: Your consent to use \(name(of: request.surface))", "",
            "For \(roster.title(of: job) ?? "our work together") I would like to use \(name(of: request.surface))"
                + (request.route.map { " with \(name(of: $0))" } ?? "") + ".",
            "The material it would see: \(request.data.members.map(\.rawValue).joined(separator: ", ")).", "",
        ]
        // What the freelancer keeps to of their own accord is no matter of the client's.
        func isTheirs(_ finding: Finding) -> Bool {
            finding.agreement.map { explanation.agreements[$0]?.client == request.client } ?? true
        }
        let findings = explanation.verdict.findings
        let asked = explanation.remedies.compactMap { remedy -> String? in
            guard case .consent(let obligation, _, let kind, let data) = remedy.action,
                let finding = findings.first(where: { $0.id == obligation }), isTheirs(finding)
            else { return nil }
            let clause = finding.clause.map { "clause \($0)" } ?? "our agreement"
            return
                "- \(clause) (\(kind.title.lowercased())), for \(data.members.map(\.rawValue).joined(separator: ", "))"
        }
        if asked.isEmpty {
            let theirs = findings.indices.filter { findings[$0].status.stands && isTheirs(findings[$0]) }
            lines.append(
                theirs.isEmpty
                    ? "Nothing in our agreement stands in the way."
                    : "No consent of yours would change the answer. What stands in the way:")
            lines += theirs.map { "- " + stated(explanation, $0) }
        } else {
            lines.append("Our agreement asks for your written consent to that. Would you consent, under:")
            lines += asked
            lines += [
                "", "A reply to this mail is enough. I would record it and keep to any condition you set.",
            ]
        }
        let conditions = explanation.verdict.duties.members
        if !conditions.isEmpty {
            lines += ["", "Before anything goes in I would:"] + conditions.map { "- \($0.instruction)" }
        }
        return lines.joined(separator: "\n")
    }

    /// An answer as text that a person can send on.
    func plainText(_ explanation: Explanation) -> String {
        let verdict = explanation.verdict
        let request = verdict.request
        let job = Job(client: request.client, engagement: request.engagement)
        var lines = [
            "\(name(of: request.surface))\(request.route.map { " with \(name(of: $0))" } ?? "") for "
                + "\(roster[request.client]?.name ?? request.client)\(roster.title(of: job).map { ", \($0)" } ?? "")",
            (verdict.outcome.heading.lowercased() == verdict.outcome.phrase
                ? verdict.outcome.heading : "\(verdict.outcome.heading): \(verdict.outcome.phrase)")
                + ". As of \(request.at).",
            "Material: \(request.data.members.map(\.rawValue).joined(separator: ", "))", "",
        ]
        lines += verdict.findings.indices.map {
            "\(verdict.findings[$0].status.glyph(.ascii)) \(stated(explanation, $0))"
        }
        if !explanation.remedies.isEmpty {
            lines += ["", "What would change it:"]
            lines += explanation.remedies.map { "- \(words(of: $0.action)): \($0.outcome.phrase)" }
        }
        if let allDone = explanation.allDone {
            lines.append("- all consents and conditions together: \(allDone.phrase)")
        }
        return lines.joined(separator: "\n")
    }

    /// A finding in a sentence, after the paper and the clause that it is about.
    private func stated(_ explanation: Explanation, _ index: Int) -> String {
        let finding = explanation.verdict.findings[index]
        let paper = finding.agreement.map { id in
            explanation.agreements[id].map { $0.title ?? $0.kind.rawValue.uppercased() } ?? id
        }
        let place = [paper, finding.clause.map { "clause \($0)" }].compactMap { $0 }.joined(separator: ", ")
        let sentence = explanation.sentences[at: index] ?? finding.text
        return place.isEmpty ? sentence : "\(place): \(sentence)"
    }

    /// All that the chosen line of an explanation rests on, word for word.
    func sourceText(_ explanation: Explanation, _ index: Int) -> String {
        guard let finding = explanation.verdict.findings[at: index] else { return "" }
        var lines = [explanation.sentences[at: index] ?? finding.text]
        if case .obligation(let provision) = finding.subject {
            let (obligation, id) = (provision.obligation, provision.agreement)
            if let quote = obligation.quote { lines += ["", "\"\(quote)\""] }
            if let paper = explanation.agreements[id] {
                lines += [
                    "", "Paper: \(paper.title ?? id)\(obligation.clause.map { ", clause \($0)" } ?? "")",
                ]
                if let document = paper.document { lines.append("File: \(document.path)") }
                if let hash = paper.document?.sha256 { lines.append("SHA-256: \(hash)") }
                if let day = paper.effective { lines.append("In force from \(day.words)") }
                if let day = paper.expires { lines.append("Ends on \(day.words)") }
            }
        }
        for fact in finding.facts + finding.conflicts {
            let read = fact.retrieved.map { ", read \($0) (\($0.distance(from: today)))" } ?? ""
            let source = explanation.sources[fact.source]?.url ?? fact.source
            lines += ["", "\(fact.key.label): \(fact.value.label)", "\(source)\(read)"]
        }
        if let consent = finding.consent.flatMap({ explanation.consents[$0] }) {
            lines += [
                "", "Consent of \(consent.granted.words): \(consent.evidence ?? "no evidence recorded")",
            ]
        }
        return lines.joined(separator: "\n")
    }

    /// A remedy in words, with the clause that a consent would lift.
    func words(of action: Remedy.Action, in explanation: Explanation) -> String {
        guard case .consent(let obligation, let target, let kind, _) = action else {
            return words(of: action)
        }
        let finding = explanation.verdict.findings.first { $0.id == obligation }
        let clause = finding?.obligation?.clause.map { "clause \($0)" }
        return
            "consent for \(name(of: target)) that lifts \(clause ?? obligation) (\(kind.title.lowercased()))"
    }

    /// A remedy in words.
    func words(of action: Remedy.Action) -> String {
        switch action {
        case .alternative(let surface): "use \(name(of: surface)) instead"
        case .consent(let obligation, let target, _, _):
            "consent for \(name(of: target)) that lifts \(obligation)"
        case .duty(let duty): duty.instruction
        case .research(let surface, let key, let value):
            "find out for \(name(of: surface)): \(key.label): \(value.label)"
        }
    }
}
