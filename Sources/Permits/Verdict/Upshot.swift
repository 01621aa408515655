/// What a request comes to, without the findings.
package struct Upshot: Hashable, Sendable {
    package var outcome: Outcome
    /// The open duties of all findings; none where it is forbidden.
    package var duties: Duties
    /// The reason of the first of the worst findings; nothing where nothing was found.
    package var reason: ReasonCode?
    /// What the obligation of that finding is about; nothing where no agreement makes it.
    package var kind: ObligationKind?
}
