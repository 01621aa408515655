/// A set of duties.
package struct Duties: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package init(_ duty: Duty) {
        rawValue = 1 << UInt16(Duty.allCases.firstIndex(of: duty) ?? 0)
    }

    package init(_ duties: some Sequence<Duty>) {
        self = duties.reduce(into: []) { $0.formUnion(Duties($1)) }
    }

    package func contains(_ duty: Duty) -> Bool { isSuperset(of: Duties(duty)) }

    /// The members in the order in which a verdict lists them.
    package var members: [Duty] { Duty.allCases.filter(contains) }

    package var count: Int { rawValue.nonzeroBitCount }
}
