package import Permits

/// An answer as the matrix shows it.
package struct Judged: Hashable, Sendable {
    package var outcome: Outcome
    package var duties: Duties

    package init(_ outcome: Outcome, duties: Duties = []) {
        self.outcome = outcome
        self.duties = duties
    }

    package var word: String { outcome.word(duties: duties.count) }
}
