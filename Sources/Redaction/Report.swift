/// What a redaction did and what it leaves to worry about.
package struct Report: Sendable, Equatable {
    /// Something in the text that no rule caught but that looks like it should have been.
    package struct Suspicion: Sendable, Equatable {
        package enum Reason: String, Sendable {
            /// One letter away from a term.
            case nearTerm = "almost a term"
            /// Several capitalized words in a row.
            case properName = "looks like a name"
            /// Six digits or more.
            case longNumber = "long number"
            /// Letters of two scripts in one word.
            case mixedScript = "letters of two scripts"
        }

        package var range: Range<Int>
        package var text: String
        package var reason: Reason
    }

    /// How many were replaced, by what they are.
    package internal(set) var masked: [EntityKind: Int] = [:]
    /// Other clients whose terms stood in the text, and how often.
    package internal(set) var foreign: [String: Int] = [:]
    /// What remains suspicious; ranges are in the original text.
    ///
    /// At most `Report.limit` are listed.
    package internal(set) var suspicions: [Suspicion] = []
    /// How many remain suspicious altogether.
    package internal(set) var suspicionCount = 0

    package static let limit = 200

    package init() {}

    /// How many were replaced altogether.
    package var maskedCount: Int { masked.values.reduce(0, +) }

    /// Whether another client's term stands in the text: nothing may be sent.
    package var isBlocked: Bool { !foreign.isEmpty }

    /// 30 another client's term, 20 something suspicious remains, 10 masked, 0 nothing found.
    package var exitCode: Int32 {
        if isBlocked { return 30 }
        if suspicionCount > 0 { return 20 }
        return maskedCount > 0 ? 10 : 0
    }

    /// Said with every report, because no rule can take it away.
    package static let caveat =
        "Names never added to the dictionary stay in, and style and facts can still identify the client."
}
