import Documents
import Permits

extension JSONWriter {
    /// Writes a verdict in the shape that scripts rely on.
    ///
    /// - Parameters:
    ///   - remedies: What would better the outcome; nil where nobody asked.
    ///   - write: Writes one finding.
    mutating func verdict(
        _ verdict: Verdict, remedies: (list: [Remedy], allDone: Outcome?)? = nil,
        finding write: (Finding, inout JSONWriter) -> Void = { $1.finding($0) }
    ) {
        let request = verdict.request
        beginObject()
        key("outcome")
        string(verdict.outcome.rawValue)
        key("client")
        string(request.client)
        key("engagement")
        string(request.engagement)
        key("surface")
        string(request.surface)
        key("route")
        string(request.route)
        key("account")
        string(request.account)
        key("at")
        string(request.at.description)
        key("data")
        words(request.data)
        key("duties")
        words(verdict.duties)
        key("findings")
        beginArray()
        for finding in verdict.findings { write(finding, &self) }
        endArray()
        if let remedies {
            key("remedies")
            beginArray()
            for remedy in remedies.list { self.remedy(remedy) }
            endArray()
            key("all_done_outcome")
            string(remedies.allDone?.rawValue)
        }
        endObject()
    }

    mutating func words(_ data: DataCategories) {
        beginArray()
        for category in DataCategory.allCases where data.contains(category) { string(category.rawValue) }
        endArray()
    }

    mutating func words(_ duties: Duties) {
        beginArray()
        if !duties.isEmpty {
            for duty in Duty.allCases where duties.contains(duty) { string(duty.rawValue) }
        }
        endArray()
    }

    mutating func finding(_ finding: Finding) {
        beginObject()
        key("id")
        string(finding.id)
        switch finding.subject {
        case .obligation(let obligation, let agreement):
            key("kind")
            string(obligation.kind.rawValue)
            key("agreement")
            string(agreement)
            key("clause")
            string(obligation.clause)
        case .builtIn(let name):
            key("kind")
            string(name.rawValue)
            key("agreement")
            null()
            key("clause")
            null()
        }
        key("status")
        string(finding.status.rawValue)
        key("reason")
        string(finding.reason.rawValue)
        key("facts")
        facts(finding.facts)
        key("conflicts")
        facts(finding.conflicts)
        key("consent")
        string(finding.consent)
        key("duties")
        words(finding.duties)
        key("text")
        string(finding.text)
        endObject()
    }

    private mutating func facts(_ facts: [CitedFact]) {
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

    private mutating func remedy(_ remedy: Remedy) {
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
