/// How a finding stands.
///
/// `lifted` weighs no more than `met`.
package enum Status: String, CaseIterable, Sendable, Hashable {
    case met, lifted, duty, unknown, breach

    /// Its weight among statuses, and from behind its place in the order of findings.
    var rank: Int {
        switch self {
        case .met: 0
        case .lifted: 1
        case .duty: 2
        case .unknown: 3
        case .breach: 4
        }
    }
}
