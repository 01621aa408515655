/// An agreement that binds the freelancer, prepared; its deciding terms are in the order of their ids.
final class Paper {
    let id: String
    let engagement: String?
    let force: Force
    let tradeSecretsPerpetual: Bool
    /// Whether the agreement counts as recorded terms of the client.
    let recordsTerms: Bool
    let terms: [Provision]

    init(_ agreement: Agreement, force: Force) {
        id = agreement.id
        engagement = agreement.engagement
        self.force = force
        tradeSecretsPerpetual = agreement.tradeSecretsPerpetual
        recordsTerms =
            switch agreement.kind {
            case .nda, .msa, .sow: true
            case .dpa, .baa, .vendorTerms, .house: false
            }
        terms =
            agreement.obligations
            .filter { $0.kind.decides && !$0.archived }
            .sorted { $0.id < $1.id }
            .map { Provision($0, agreement: agreement.id) }
    }
}
