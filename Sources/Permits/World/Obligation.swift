/// One recorded term of an agreement.
package struct Obligation: Hashable, Sendable {
    /// What is left to settle about a term that counts all the same.
    package enum Reading: String, CaseIterable, Sendable {
        /// The program found it, and nobody has read the clause yet.
        case proposed
        /// Somebody read the clause, and what it means stays open.
        case unknown
    }

    /// Unique in a ledger.
    package var id: String
    package var rule: Rule
    package var clause: String?
    package var quote: String?
    /// What it covers; nil counts as `confidential`.
    package var data: DataCategories?
    package var survives = true
    package var unlessRedacted = false
    package var liftable = true
    /// Nil where a person read the clause, and it says so.
    package var reading: Reading?
    package var archived = false

    package init(id: String, rule: Rule) {
        self.id = id
        self.rule = rule
    }

    package var kind: ObligationKind { rule.kind }
    package var coveredData: DataCategories { data ?? .confidential }
}
