import Compartments
import Permits

extension Start {
    /// Notes in the log what did not start, for the client's report; nothing starts whether it can or not.
    func note(_ verdict: Verdict, _ refusal: Refusal, at desk: Desk) {
        let request = verdict.request
        let job = [request.client, request.engagement].compactMap { $0 }.joined(separator: "/")
        let duties = verdict.duties.members.map(\.rawValue).joined(separator: ",")
        let why = verdict.outcome == .conditional ? "conditional \(duties)" : verdict.outcome.rawValue
        try? desk.ledger.record("refusal", "\(job) \(request.surface) \(why)")
    }
}
