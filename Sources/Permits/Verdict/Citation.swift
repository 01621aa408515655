/// What findings rest on; those on one surface that used the same facts share it.
package final class Citation: Hashable, Sendable {
    /// The facts that decided: one a key, or of a key whose lists are united or intersected every one of them.
    package let facts: [CitedFact]
    /// Candidates that lost to a stricter one.
    package let conflicts: [CitedFact]
    /// The id of the agreement with the vendor that it rests on.
    package let instrument: String?

    init(facts: [CitedFact], conflicts: [CitedFact], instrument: String?) {
        self.facts = facts
        self.conflicts = conflicts
        self.instrument = instrument
    }

    package static func == (left: Citation, right: Citation) -> Bool {
        left === right
            || left.facts == right.facts && left.conflicts == right.conflicts
                && left.instrument == right.instrument
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(facts)
        hasher.combine(conflicts)
        hasher.combine(instrument)
    }
}
