/// What one obligation, or one built-in rule, says of a request.
package struct Finding: Hashable, Sendable {
    /// The findings that no agreement makes.
    package enum BuiltIn: String, CaseIterable, Sendable {
        case termsUnrecorded = "terms-unrecorded"
        case accountConflict = "account-conflict"
        case engagementClosed = "engagement-closed"
        case unknownSurface = "unknown-surface"
    }

    package enum Subject: Hashable, Sendable {
        case obligation(Obligation, agreement: String)
        case builtIn(BuiltIn)
    }

    package var subject: Subject
    package var status: Status
    package var reason: ReasonCode
    /// The facts that decided, one a key.
    package var facts: [CitedFact] = []
    /// Candidates that lost to a stricter one.
    package var conflicts: [CitedFact] = []
    /// The consent that lifted it.
    package var consent: String?
    /// The open duties.
    package var duties: Duties = []

    package init(subject: Subject, status: Status, reason: ReasonCode) {
        self.subject = subject
        self.status = status
        self.reason = reason
    }

    /// The obligation's id, or the built-in name.
    package var id: String {
        switch subject {
        case .obligation(let obligation, _): obligation.id
        case .builtIn(let name): name.rawValue
        }
    }
}
