/// A set of deciding fact keys.
struct KeySet: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ key: DecidingKey) { rawValue = 1 << UInt16(key.rawValue) }

    func contains(_ key: DecidingKey) -> Bool { rawValue & (1 << UInt16(key.rawValue)) != 0 }

    mutating func insert(_ key: DecidingKey) { self = union(KeySet(key)) }

    /// The members in the order of the specification.
    var members: [DecidingKey] { DecidingKey.allCases.filter(contains) }
}
