/// A set of data categories.
package struct DataCategories: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    // The library's own goes through generics that cost a short process more than its answer.
    package init(arrayLiteral elements: DataCategories...) {
        var bits: UInt16 = 0
        for element in elements { bits |= element.rawValue }
        rawValue = bits
    }

    package init(_ category: DataCategory) {
        rawValue = 1 << category.position
    }

    package init(_ categories: some Sequence<DataCategory>) {
        self = categories.reduce(into: []) { $0.formUnion(DataCategories($1)) }
    }

    package static let confidential = DataCategories(.confidential)
    static let `public` = DataCategories(.public)
    static let tradeSecret = DataCategories(.tradeSecret)

    package func contains(_ category: DataCategory) -> Bool { isSuperset(of: DataCategories(category)) }

    /// Every category that one of `named` covers, itself or as an ancestor; never `unclassified`, which nothing covers.
    static func covered(by named: DataCategories) -> DataCategories {
        DataCategory.allCases.reduce(into: []) { covered, category in
            if category != .unclassified, !category.ancestors.isDisjoint(with: named) {
                covered.formUnion(DataCategories(category))
            }
        }
    }

    /// The members in the order of the tree.
    package var members: [DataCategory] { DataCategory.allCases.filter(contains) }
}
