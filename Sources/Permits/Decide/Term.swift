/// A deciding obligation, prepared.
final class Term: Sendable {
    let obligation: Obligation
    /// Every category that the obligation covers, itself or through an ancestor; never `unclassified`.
    let covered: DataCategories

    init(_ obligation: Obligation) {
        self.obligation = obligation
        covered = DataCategories.covered(by: obligation.coveredData)
    }
}
