/// One find of the search.
package struct SearchHit: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case client, engagement, obligation, surface

        /// The place of the kind in the numbers of the index.
        var number: Int {
            switch self {
            case .client: 0
            case .engagement: 1
            case .obligation: 2
            case .surface: 3
            }
        }
    }

    package var kind: Kind
    /// The client it belongs to; nil for a surface, and for a term of the house or a vendor.
    package var client: String?
    /// The agreement of an obligation.
    package var agreement: String?
    package var id: String
    /// The name, the title, or the clause and quote.
    package var text: String
}
