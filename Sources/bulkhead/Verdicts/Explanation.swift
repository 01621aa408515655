import Canvas
import Documents
import Permits

/// A verdict as lines for a person: the answer first, then the clause, the fact with its source and date,
/// what contradicts it, and what would change it.
struct Explanation {
    let world: World
    let verdict: Verdict
    let glyphs: Glyphs

    /// The answer in one line: mark, word, surface, job, material.
    var answer: String {
        let request = verdict.request
        var job = name(ofClient: request.client)
        if let engagement = request.engagement { job += ", " + title(of: engagement) }
        var line = "\(mark) \(word)  \(name(ofSurface: request.surface))"
        if let route = request.route { line += " through \(name(ofSurface: route))" }
        line += " for \(job) \(glyphs.dot) material: "
        line += request.data.members.map(\.rawValue).listed()
        return line + " \(glyphs.dot) \(request.at)"
    }

    /// What stands in the way, one line each; nothing where nothing does.
    var obstacles: [String] {
        var lines = verdict.findings
            .filter { $0.status != .met && $0.status != .lifted }
            .map { "  \(mark(of: $0.status)) \(label(of: $0)): \($0.summary)" }
        if !verdict.duties.isEmpty {
            lines.append("  To do first: " + verdict.duties.members.map(\.rawValue).listed())
        }
        return lines
    }

    /// The whole explanation, fit to be sent to the client it is about.
    ///
    /// - Parameter remedies: What would better the outcome, and the outcome of all of it together.
    func lines(remedies: (list: [Remedy], allDone: Outcome?)) -> [String] {
        var lines = [answer, ""]
        if verdict.findings.isEmpty {
            lines.append("No recorded term speaks against it.")
        } else {
            lines.append("How the answer was reached (strictest first)")
        }
        for finding in verdict.findings { lines += explain(finding) }
        if !verdict.duties.isEmpty {
            lines += ["", "To do before it opens"]
            lines += verdict.duties.members.map { "  ! \($0.rawValue): \($0.instruction)" }
        }
        if !remedies.list.isEmpty {
            lines += ["", "What would change it, each alone"]
            lines += remedies.list.map {
                "  \(glyphs.arrow) \(describe($0.action)): then \($0.outcome.rawValue)"
            }
            if let all = remedies.allDone {
                lines.append("  All the consents and duties together: \(all.rawValue)")
            }
        }
        return lines
    }

    private func explain(_ finding: Finding) -> [String] {
        var lines = ["  \(mark(of: finding.status)) \(label(of: finding))", "      \(finding.summary)"]
        if let quote = finding.obligation?.quote {
            lines.append("      the paper says: \"\(quote)\"")
        }
        for fact in finding.facts {
            lines.append("      fact: \(describe(fact))")
            if let note = note(of: fact) { lines.append("            \(note)") }
        }
        for fact in finding.conflicts {
            lines.append("      but another source says: \(describe(fact))")
            if let note = note(of: fact) { lines.append("            \(note)") }
        }
        if let consent = finding.consent, let found = world.consents.first(where: { $0.id == consent }) {
            let evidence = found.evidence.map { " (\($0))" } ?? ""
            lines.append("      consent \(consent), granted \(found.granted)\(evidence)")
        }
        return lines
    }

    private func describe(_ fact: CitedFact) -> String {
        var line = "\(fact.key.name) = \(fact.value)"
        line += ", \(name(ofSurface: fact.surface))"
        if fact.state == .signed {
            line += "; signed agreement \(fact.source)"
            if let day = fact.retrieved { line += " of \(day)" }
            return line
        }
        if let source = world.catalog.sources.first(where: { $0.id == fact.source }) {
            line += "; \(source.url ?? source.id)"
            if let date = source.date { line += " of \(date)" }
        } else {
            line += "; \(fact.source)"
        }
        if let day = fact.retrieved { line += ", read \(day)" }
        return fact.state == .stale ? line + " (stale: read it again)" : line
    }

    private func note(of fact: CitedFact) -> String? {
        let facts =
            world.catalog.surfaces.first { $0.id == fact.surface }?.facts
            ?? world.catalog.vendors.first { $0.id == fact.surface }?.facts
        return facts?.first {
            $0.key == fact.key && $0.value == fact.value && $0.source == fact.source
        }?.note
    }

    private func describe(_ action: Remedy.Action) -> String {
        switch action {
        case .alternative(let surface):
            "use \(name(ofSurface: surface)) (\(surface)) instead"
        case .consent(let obligation, let target, let kind, let data):
            "ask the client to consent to \(name(ofSurface: target)) for "
                + data.members.map(\.rawValue).listed()
                + ", lifting \(kind.rawValue) (\(obligation))"
        case .duty(let duty):
            "\(duty.rawValue): \(duty.instruction)"
        case .research(let surface, let key, let value):
            "establish that \(key.name) of \(name(ofSurface: surface)) is \(value.words.listed()), and record it with"
                + " 'bulkhead surface review'"
        }
    }

    private func label(of finding: Finding) -> String {
        guard case .obligation(let provision) = finding.subject else { return finding.id }
        let (obligation, agreement) = (provision.obligation, provision.agreement)
        let paper = world.agreements.first { $0.id == agreement }
        var label = paper?.kind == .house ? "your house rules" : paper?.title ?? agreement
        if let clause = obligation.clause { label += ", clause \(clause)" }
        return "\(label) (\(obligation.kind.rawValue), \(obligation.id))"
    }

    private var mark: String {
        switch verdict.outcome {
        case .permit: glyphs.permit
        case .conditional: glyphs.condition
        case .undetermined: glyphs.unknown
        case .deny: glyphs.deny
        }
    }

    private var word: String {
        switch verdict.outcome {
        case .permit: "ALLOWED"
        case .conditional: "ALLOWED IF"
        case .undetermined: "NO ANSWER"
        case .deny: "NOT ALLOWED"
        }
    }

    private func mark(of status: Status) -> String {
        switch status {
        case .met, .lifted: glyphs.permit
        case .duty: glyphs.condition
        case .unknown: glyphs.unknown
        case .breach: glyphs.deny
        }
    }

    private func name(ofClient id: String) -> String { world.clients.first { $0.id == id }?.name ?? id }

    private func title(of engagement: String) -> String {
        world.clients.first { $0.id == verdict.request.client }?.engagements.first { $0.id == engagement }?
            .title
            ?? engagement
    }

    private func name(ofSurface id: String) -> String {
        world.catalog.surfaces.first { $0.id == id }?.name
            ?? world.catalog.vendors.first { $0.id == id }?.name ?? id
    }
}
