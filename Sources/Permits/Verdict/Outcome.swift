/// The answer, from best to worst.
package enum Outcome: String, CaseIterable, Sendable, Hashable, Comparable {
    case permit, conditional, undetermined, deny

    package static func < (left: Outcome, right: Outcome) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
