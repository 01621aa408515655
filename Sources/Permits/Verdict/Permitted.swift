/// A verdict that a session may start on: permit, or conditional with every open duty acknowledged.
///
/// Nothing else makes one, so a launch that was not decided, or was refused, cannot be expressed.
package struct Permitted: Hashable, Sendable {
    package let verdict: Verdict
    /// The duties that the freelancer says are done.
    package let acknowledged: Duties

    /// - Parameters:
    ///   - verdict: the answer to the request.
    ///   - acknowledged: the duties that the freelancer says are done.
    /// - Returns: nothing where the verdict does not allow a start, or a duty is still open.
    package init?(_ verdict: Verdict, acknowledging acknowledged: Duties = []) {
        switch verdict.outcome {
        case .permit: break
        case .conditional: guard acknowledged.isSuperset(of: verdict.duties) else { return nil }
        case .undetermined, .deny: return nil
        }
        self.verdict = verdict
        self.acknowledged = acknowledged
    }
}
