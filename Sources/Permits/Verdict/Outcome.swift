/// The answer, from best to worst.
package enum Outcome: String, CaseIterable, Sendable, Hashable, Comparable {
    case permit, conditional, undetermined, deny

    /// What a worst status comes to.
    init(worst status: Status) {
        self =
            switch status {
            case .met, .lifted: .permit
            case .duty: .conditional
            case .unknown: .undetermined
            case .breach: .deny
            }
    }

    private var rank: Int {
        switch self {
        case .permit: 0
        case .conditional: 1
        case .undetermined: 2
        case .deny: 3
        }
    }

    package static func < (left: Outcome, right: Outcome) -> Bool { left.rank < right.rank }
}
