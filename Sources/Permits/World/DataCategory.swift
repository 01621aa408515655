/// What kind of material a job handles.
///
/// All but `public` and `unclassified` form a tree under `confidential`.
package enum DataCategory: String, CaseIterable, Sendable, Hashable {
    case `public`
    case unclassified
    case confidential
    case agreementText = "agreement-text"
    case sourceCode = "source-code"
    case tradeSecret = "trade-secret"
    case credentials
    case financial
    case government
    case personal
    case specialCategory = "special-category"
    case health

    package var parent: DataCategory? {
        switch self {
        case .public, .unclassified, .confidential: nil
        case .health: .specialCategory
        case .specialCategory: .personal
        default: .confidential
        }
    }

    /// The place in the order of the tree.
    var position: UInt16 {
        switch self {
        case .public: 0
        case .unclassified: 1
        case .confidential: 2
        case .agreementText: 3
        case .sourceCode: 4
        case .tradeSecret: 5
        case .credentials: 6
        case .financial: 7
        case .government: 8
        case .personal: 9
        case .specialCategory: 10
        case .health: 11
        }
    }

    /// The category and all that it is a kind of: `d ⊑ c` holds where `c` is among the ancestors of `d`.
    package var ancestors: DataCategories {
        var set = DataCategories(self)
        if let parent { set.formUnion(parent.ancestors) }
        return set
    }
}
