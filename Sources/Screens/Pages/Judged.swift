package import Permits

/// An answer as the matrix shows it.
package struct Judged: Hashable, Sendable {
    package var outcome: Outcome
    package var duties: Duties
    /// What the answer turns on, in a word or two; empty where nothing stands out.
    package var gist: String

    package init(_ outcome: Outcome, duties: Duties = [], gist: String = "") {
        self.outcome = outcome
        self.duties = duties
        self.gist = gist
    }

    package var word: String { outcome.word(duties: duties.count) }
}
