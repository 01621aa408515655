package import Permits

/// A verdict with the names, papers and sources that a person needs to follow it.
package struct Explanation: Hashable, Sendable {
    package var verdict: Verdict
    /// One sentence a finding, in the order of the verdict's findings.
    package var sentences: [String]
    package var remedies: [Remedy]
    /// The outcome once every consent is given and every duty done.
    package var allDone: Outcome?
    /// The remedies worth a line: a duty that betters nothing by itself is named among the conditions already.
    package var ways: [Remedy] {
        remedies.filter { remedy in
            if case .duty = remedy.action { remedy.outcome < verdict.outcome } else { true }
        }
    }
    /// Lines that can be chosen: what the answer rests on, then the ways to another.
    var rowCount: Int { verdict.findings.count + ways.count }
    /// The agreements that the findings cite, by id.
    package var agreements: [String: Agreement]
    /// The sources that the facts cite, by id.
    package var sources: [String: Source]
    /// The consents that lifted something, by id.
    package var consents: [String: Consent]

    package init(
        verdict: Verdict, sentences: [String], remedies: [Remedy] = [], allDone: Outcome? = nil,
        agreements: [String: Agreement] = [:], sources: [String: Source] = [:],
        consents: [String: Consent] = [:]
    ) {
        self.verdict = verdict
        self.sentences = sentences
        self.remedies = remedies
        self.allDone = allDone
        self.agreements = agreements
        self.sources = sources
        self.consents = consents
    }
}
