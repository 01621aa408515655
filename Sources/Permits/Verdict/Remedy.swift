/// One thing that would better the outcome, and the outcome if it, and it alone, were done.
package struct Remedy: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        case alternative(surface: String)
        case consent(obligation: String, target: String, kind: ObligationKind, data: DataCategories)
        case duty(Duty)
        case research(surface: String, key: FactKey, value: FactValue)
    }

    package var action: Action
    package var outcome: Outcome

    package init(action: Action, outcome: Outcome) {
        self.action = action
        self.outcome = outcome
    }
}
