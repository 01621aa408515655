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
        case obligation(Provision)
        case builtIn(BuiltIn)
    }

    package var subject: Subject
    package var status: Status
    package var reason: ReasonCode
    /// The part of the request's data that the obligation covers.
    package var data: DataCategories
    /// What it rests on; nil where it used no fact and no agreement with the vendor.
    package var citation: Citation?
    /// The consent that lifted it.
    package var consent: String?
    /// The open duties.
    package var duties: Duties

    package init(
        subject: Subject, status: Status, reason: ReasonCode, data: DataCategories = [],
        citation: Citation? = nil, consent: String? = nil, duties: Duties = []
    ) {
        self.subject = subject
        self.status = status
        self.reason = reason
        self.data = data
        self.citation = citation
        self.consent = consent
        self.duties = duties
    }

    /// The obligation's id, or the built-in name.
    package var id: String {
        switch subject {
        case .obligation(let provision): provision.obligation.id
        case .builtIn(let name): name.rawValue
        }
    }

    /// The agreement's id; nil for a built-in finding.
    package var agreement: String? {
        if case .obligation(let provision) = subject { provision.agreement } else { nil }
    }

    /// The obligation; nil for a built-in finding.
    package var obligation: Obligation? {
        if case .obligation(let provision) = subject { provision.obligation } else { nil }
    }

    /// The facts that decided.
    package var facts: [CitedFact] { citation?.facts ?? [] }

    /// Candidates that lost to a stricter one.
    package var conflicts: [CitedFact] { citation?.conflicts ?? [] }

    /// The agreement with the vendor that it rests on.
    package var instrument: String? { citation?.instrument }

    package var kind: ObligationKind? { obligation?.kind }

    package var clause: String? { obligation?.clause }
}
