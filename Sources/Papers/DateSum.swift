package import Permits

/// One date that follows from an agreement's terms, with the sum that gave it.
package struct DateSum: Equatable, Sendable {
    package enum Value: Equatable, Sendable {
        case day(Day)
        case moment(String)
        /// No end can be computed: it runs until something happens.
        case open
        /// A variable is not filled in.
        case unknown

        package var text: String {
            switch self {
            case .day(let day): day.description
            case .moment(let text): text
            case .open: "open"
            case .unknown: "unknown"
            }
        }
    }

    /// What the date is, for example `term_end`, `protected_until.trade_secrets` or `return_by`.
    package var name: String
    package var value: Value
    /// The sum in words: "2026-03-01 + 1 year = 2027-03-01, clause 5".
    package var sum: String
}
