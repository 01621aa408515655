/// One day on which something of the workspace ends or is to be done.
package struct Deadline: Hashable, Sendable, Comparable {
    package enum Kind: String, CaseIterable, Sendable {
        case expiry
        case survivalEnd = "survival-end"
        case returnOrDestroy = "return-or-destroy"
        case consentExpiry = "consent-expiry"
        case optOut = "opt-out"
        case staleFact = "stale-fact"
        case engagementEnd = "engagement-end"
        case placeholders
    }

    package var date: Day
    package var kind: Kind
    /// Nil where it concerns no client, or all.
    package var client: String?
    /// The id of what it is about: an agreement, consent, account, engagement, job or surface.
    package var subject: String
    /// One line for a person.
    package var what: String

    /// The earlier day first; of one day by client, kind and subject.
    package static func < (left: Deadline, right: Deadline) -> Bool {
        (left.date, left.client ?? "", left.kind.rawValue, left.subject)
            < (right.date, right.client ?? "", right.kind.rawValue, right.subject)
    }
}
