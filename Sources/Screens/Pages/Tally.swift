package import Permits

/// How many tools there are of each answer.
package struct Tally: Hashable, Sendable {
    package var permit = 0
    package var conditional = 0
    package var deny = 0
    package var undetermined = 0

    package init(_ outcomes: some Sequence<Outcome> = []) {
        for outcome in outcomes {
            switch outcome {
            case .permit: permit += 1
            case .conditional: conditional += 1
            case .deny: deny += 1
            case .undetermined: undetermined += 1
            }
        }
    }

    package var total: Int { permit + conditional + deny + undetermined }
}
