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
        let asked = explanation.remedies.compactMap { remedy -> String? in
            guard case .consent(let obligation, _, let kind, let data) = remedy.action else { return nil }
            let finding = explanation.verdict.findings.first { $0.id == obligation }
            let clause = finding?.obligation?.clause.map { "clause \($0)" } ?? "our agreement"
            return
                "- \(clause) (\(kind.title.lowercased())), for \(data.members.map(\.rawValue).joined(separator: ", "))"
        }
        if asked.isEmpty {
            lines.append("No consent of yours would change the answer. What stands in the way:")
            lines += explanation.verdict.findings.filter { $0.status.stands }.map { "- " + $0.text }
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
            "\(verdict.outcome.heading): \(verdict.outcome.phrase). As of \(request.at).",
            "Material: \(request.data.members.map(\.rawValue).joined(separator: ", "))", "",
        ]
        lines += verdict.findings.map { "\($0.status.glyph(.ascii)) \($0.text)" }
        if !explanation.remedies.isEmpty {
            lines += ["", "What would change it:"]
            lines += explanation.remedies.map { "- \(words(of: $0.action)): \($0.outcome.phrase)" }
        }
        if let allDone = explanation.allDone {
            lines.append("- all consents and conditions together: \(allDone.phrase)")
        }
        return lines.joined(separator: "\n")
    }

    /// A remedy in words.
    func words(of action: Remedy.Action) -> String {
        switch action {
        case .alternative(let surface): "use \(name(of: surface)) instead"
        case .consent(let obligation, let target, _, _):
            "consent for \(name(of: target)) that lifts \(obligation)"
        case .duty(let duty): duty.instruction
        case .research(let surface, let key, let value):
            "find out that \(key.words) of \(name(of: surface)) is \(value.words)"
        }
    }
}
