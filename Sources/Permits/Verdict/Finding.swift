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
        // Shared by all the findings on one obligation, which are many in a batch or a matrix.
        indirect case obligation(Obligation, agreement: String)
        case builtIn(BuiltIn)
    }

    package var subject: Subject
    package var status: Status
    package var reason: ReasonCode
    /// The part of the request's data that the obligation covers.
    package var data: DataCategories = []
    /// The facts that decided: one a key, or of a key whose lists are united or intersected every one of them.
    package var facts: [CitedFact] = []
    /// Candidates that lost to a stricter one.
    package var conflicts: [CitedFact] = []
    /// The agreement with the vendor that it rests on.
    package var instrument: String?
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

    /// The agreement's id; nil for a built-in finding.
    package var agreement: String? {
        if case .obligation(_, let agreement) = subject { agreement } else { nil }
    }

    /// The obligation; nil for a built-in finding.
    package var obligation: Obligation? {
        if case .obligation(let obligation, _) = subject { obligation } else { nil }
    }

    package var kind: ObligationKind? { obligation?.kind }

    package var clause: String? { obligation?.clause }
}
