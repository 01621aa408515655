package import Permits

/// A day on which something ends or has to be done.
package struct Deadline: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case agreementEnds = "agreement-ends"
        case survivalEnds = "survival-ends"
        case engagementEnds = "engagement-ends"
        case consentEnds = "consent-ends"
        case factStale = "fact-stale"
        case action
    }

    package var day: Day
    package var kind: Kind
    package var client: String?
    package var what: String

    package init(day: Day, kind: Kind, client: String?, what: String) {
        self.day = day
        self.kind = kind
        self.client = client
        self.what = what
    }
}
