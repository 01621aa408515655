/// How long obligations outlive their agreement.
package enum Survival: Hashable, Sendable {
    package enum Anchor: String, CaseIterable, Sendable {
        case effective, signed, expires, terminated
        case lastDisclosure = "last-disclosure"
    }

    case perpetual
    /// From the end of the agreement: the day it was terminated, else the day it expires.
    case period(Period)
    case from(Anchor, Period)
}
