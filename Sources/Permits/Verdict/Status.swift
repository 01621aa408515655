/// How a finding stands. `lifted` weighs no more than `met`.
package enum Status: String, CaseIterable, Sendable, Hashable {
    case met, lifted, duty, unknown, breach
}
