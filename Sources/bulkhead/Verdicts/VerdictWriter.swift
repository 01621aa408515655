import Documents
import Permits

/// Writes verdicts in the shape that scripts rely on, one after another.
struct VerdictWriter: ~Copyable {
    /// What was written and not printed yet.
    var json: JSONWriter
    private var fragments = Fragments()

    /// - Parameter capacity: bytes that are expected before they are printed.
    init(capacity: Int = 4096) { json = JSONWriter(capacity: capacity) }

    /// Writes a verdict.
    ///
    /// - Parameter remedies: What would better the outcome; nil where nobody asked.
    mutating func write(_ verdict: Verdict, remedies: (list: [Remedy], allDone: Outcome?)? = nil) {
        fragments.bound()
        json.beginObject()
        json.key("outcome")
        json.string(verdict.outcome.rawValue)
        json.key("client")
        json.string(verdict.request.client)
        json.key("engagement")
        json.string(verdict.request.engagement)
        json.key("surface")
        json.string(verdict.request.surface)
        json.key("route")
        json.string(verdict.request.route)
        json.key("account")
        json.string(verdict.request.account)
        json.key("at")
        json.string(verdict.request.at.description)
        json.key("data")
        json.words(verdict.request.data)
        json.key("duties")
        json.words(verdict.duties)
        json.key("findings")
        json.beginArray()
        verdict.findings.withUnsafeBufferPointer { findings in
            for position in findings.indices { write(findings[position]) }
        }
        json.endArray()
        if let remedies {
            json.key("remedies")
            json.beginArray()
            for remedy in remedies.list { json.remedy(remedy) }
            json.endArray()
            json.key("all_done_outcome")
            json.string(remedies.allDone?.rawValue)
        }
        json.endObject()
    }

    private mutating func write(_ finding: Finding) {
        json.beginObject()
        let opening: Fragments.Fragment?
        switch finding.subject {
        case .obligation(let provision):
            let fragment = fragment(of: provision)
            json.raw(fragments.json, fragment.members)
            opening = fragment
        case .builtIn(let name):
            json.subject(name.rawValue, kind: name.rawValue, agreement: nil, clause: nil)
            opening = nil
        }
        json.key("status")
        json.string(finding.status.rawValue)
        json.key("reason")
        json.string(finding.reason.rawValue)
        let cited = finding.citation.map { fragment(of: $0) }
        if let cited { json.raw(fragments.json, cited.members) } else { json.facts([], conflicts: []) }
        json.key("consent")
        json.string(finding.consent)
        json.key("duties")
        json.words(finding.duties)
        json.key("text")
        json.beginString()
        if let opening { json.text(escaped: fragments.json, opening.words) }
        json.text(finding.standing)
        if let cited { json.text(escaped: fragments.json, cited.words) }
        if opening != nil {
            if !finding.duties.isEmpty { json.text(finding.dutiesInWords) }
            json.text(".")
        }
        json.endString()
        json.endObject()
    }

    private mutating func fragment(of provision: Provision) -> Fragments.Fragment {
        fragments.fragment(of: provision) { json in
            json.subject(
                provision.obligation.id, kind: provision.obligation.kind.rawValue,
                agreement: provision.agreement,
                clause: provision.obligation.clause)
        } words: {
            provision.opening
        }
    }

    private mutating func fragment(of citation: Citation) -> Fragments.Fragment {
        fragments.fragment(of: citation) { json in
            json.facts(citation.facts, conflicts: citation.conflicts)
        } words: {
            citation.words
        }
    }
}

extension JSONWriter {
    /// The members of a finding that say what it is about.
    fileprivate mutating func subject(_ id: String, kind: String, agreement: String?, clause: String?) {
        key("id")
        string(id)
        key("kind")
        string(kind)
        key("agreement")
        string(agreement)
        key("clause")
        string(clause)
    }

    /// The members of a finding that say what it rests on.
    fileprivate mutating func facts(_ facts: [CitedFact], conflicts: [CitedFact]) {
        key("facts")
        list(facts)
        key("conflicts")
        list(conflicts)
    }

    private mutating func list(_ facts: [CitedFact]) {
        beginArray()
        for fact in facts {
            beginObject()
            key("surface")
            string(fact.surface)
            key("key")
            string(fact.key.name)
            key("value")
            fact.value.write(to: &self)
            key("source")
            string(fact.source)
            key("retrieved")
            string(fact.retrieved?.description)
            key("state")
            string(fact.state.rawValue)
            endObject()
        }
        endArray()
    }

    fileprivate mutating func remedy(_ remedy: Remedy) {
        beginObject()
        key("kind")
        switch remedy.action {
        case .alternative(let surface):
            string("alternative")
            key("surface")
            string(surface)
        case .consent(let obligation, let target, let kind, let data):
            string("consent")
            key("obligation")
            string(obligation)
            key("target")
            string(target)
            // The remedy's own `kind` is taken; the obligation's kind is what the consent lifts.
            key("lifts")
            string(kind.rawValue)
            key("data")
            words(data)
        case .duty(let duty):
            string("duty")
            key("duty")
            string(duty.rawValue)
        case .research(let surface, let factKey, let value):
            string("research")
            key("surface")
            string(surface)
            key("key")
            string(factKey.name)
            key("value")
            value.write(to: &self)
        }
        key("outcome")
        string(remedy.outcome.rawValue)
        endObject()
    }
}
