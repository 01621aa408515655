/// The answer to a request, with all that it rests on.
package struct Verdict: Hashable, Sendable {
    /// The request as judged: `data` filled in, `account` the one that was used.
    package var request: Request
    package var outcome: Outcome
    /// The open duties of all findings.
    package var duties: Duties
    package var findings: [Finding]

    package init(request: Request, outcome: Outcome, duties: Duties, findings: [Finding]) {
        self.request = request
        self.outcome = outcome
        self.duties = duties
        self.findings = findings
    }
}
