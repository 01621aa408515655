/// A deciding obligation of an agreement, prepared; the findings on it share it.
package final class Provision: Hashable, Sendable {
    package let obligation: Obligation
    /// The agreement's id.
    package let agreement: String
    /// Every category that the obligation covers, itself or through an ancestor; never `unclassified`.
    let covered: DataCategories

    init(_ obligation: Obligation, agreement: String) {
        self.obligation = obligation
        self.agreement = agreement
        covered = DataCategories.covered(by: obligation.coveredData)
    }

    package static func == (left: Provision, right: Provision) -> Bool {
        left === right || left.obligation == right.obligation && left.agreement == right.agreement
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(obligation)
        hasher.combine(agreement)
    }
}
