/// A set of data categories.
package struct DataCategories: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package init(_ category: DataCategory) {
        let position = DataCategory.allCases.firstIndex(of: category) ?? 0
        rawValue = 1 << UInt16(position)
    }

    package init(_ categories: some Sequence<DataCategory>) {
        self = categories.reduce(into: []) { $0.formUnion(DataCategories($1)) }
    }

    package static let confidential = DataCategories(.confidential)

    package func contains(_ category: DataCategory) -> Bool { isSuperset(of: DataCategories(category)) }

    /// The members in the order of the tree.
    package var members: [DataCategory] { DataCategory.allCases.filter(contains) }
}
