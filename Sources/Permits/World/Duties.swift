/// A set of duties.
package struct Duties: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    // The library's own goes through generics that cost a short process more than its answer.
    package init(arrayLiteral elements: Duties...) {
        var bits: UInt16 = 0
        for element in elements { bits |= element.rawValue }
        rawValue = bits
    }

    package init(_ duty: Duty) {
        rawValue = 1 << duty.position
    }

    package init(_ duties: some Sequence<Duty>) {
        self = duties.reduce(into: []) { $0.formUnion(Duties($1)) }
    }

    static let verifyOptOut = Duties(.verifyOptOut)
    static let selectRegion = Duties(.selectRegion)
    static let signDPA = Duties(.signDPA)
    static let signBAA = Duties(.signBAA)
    static let redact = Duties(.redact)
    static let dedicatedAccount = Duties(.dedicatedAccount)
    static let segregatedProfile = Duties(.segregatedProfile)
    static let connectVPN = Duties(.connectVPN)
    static let presentKey = Duties(.presentKey)
    static let discloseUse = Duties(.discloseUse)

    package func contains(_ duty: Duty) -> Bool { isSuperset(of: Duties(duty)) }

    /// The members in the order in which a verdict lists them.
    package var members: [Duty] { Duty.allCases.filter(contains) }

    package var count: Int { rawValue.nonzeroBitCount }
}
