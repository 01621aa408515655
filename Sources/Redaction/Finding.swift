/// One piece of text that must not leave, and why we think so.
package struct Finding: Sendable, Equatable {
    /// What speaks for it, weakest first.
    package enum Basis: UInt8, Sendable, Comparable {
        /// A shape that is often something else.
        case weak
        /// A shape that is seldom something else.
        case pattern
        /// A shape beside a word that says what it is.
        case context
        /// A check digit agrees, or the prefix belongs to one issuer.
        case checksum
        /// A term of the dictionary.
        case dictionary

        package static func < (a: Basis, b: Basis) -> Bool { a.rawValue < b.rawValue }
    }

    /// Bytes of the text it covers; both ends lie between scalars.
    package var range: Range<Int>
    package var kind: EntityKind
    package var basis: Basis
    /// Other kinds that the same bytes pass for: nine digits may carry two countries' check digits.
    package var alsoReadAs = KindSet()
    /// The term in the dictionary, where one was found.
    package var term: Int?

    package init(_ range: Range<Int>, _ kind: EntityKind, _ basis: Basis, term: Int? = nil) {
        self.range = range
        self.kind = kind
        self.basis = basis
        self.term = term
    }
}
