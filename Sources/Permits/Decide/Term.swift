/// A deciding obligation, prepared.
final class Term: Sendable {
    let obligation: Obligation
    /// What a finding on it is about.
    let subject: Finding.Subject
    /// Every category that the obligation covers, itself or through an ancestor; never `unclassified`.
    let covered: DataCategories

    init(_ obligation: Obligation, agreement: String) {
        self.obligation = obligation
        subject = .obligation(obligation, agreement: agreement)
        covered = DataCategories.covered(by: obligation.coveredData)
    }
}
