/// A few kinds of things, as bits.
package struct KindSet: Sendable, Equatable {
    private var bits: UInt64 = 0

    package init() {}

    mutating func insert(_ kind: EntityKind) { bits |= 1 << UInt64(kind.rawValue) }

    func contains(_ kind: EntityKind) -> Bool { bits >> UInt64(kind.rawValue) & 1 != 0 }

    /// The kinds, in the order of their declaration.
    package var kinds: [EntityKind] { bits == 0 ? [] : EntityKind.allCases.filter(contains) }
}
