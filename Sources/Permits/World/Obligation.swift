/// One recorded term of an agreement.
package struct Obligation: Hashable, Sendable {
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
    package var archived = false

    package init(id: String, rule: Rule) {
        self.id = id
        self.rule = rule
    }

    package var kind: ObligationKind { rule.kind }
    package var coveredData: DataCategories { data ?? .confidential }
}
