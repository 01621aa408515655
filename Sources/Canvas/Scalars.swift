/// What one cell shows: a base scalar and at most four combining marks, as numbers that need no memory of their own.
package struct Scalars: Hashable, Sendable {
    /// The base; 0 where nothing is shown.
    package let base: UInt32
    /// The marks in their order, then zeros.
    private var first: UInt32 = 0
    private var second: UInt32 = 0
    private var third: UInt32 = 0
    private var fourth: UInt32 = 0

    init(_ base: Unicode.Scalar) { self.base = base.value }

    /// Nothing: the second half of a wide glyph.
    private init() { base = 0 }

    static let none = Scalars()
    static let space = Scalars(" ")

    /// Puts a mark over the base; what comes after the fourth is left out.
    mutating func add(_ mark: Unicode.Scalar) {
        if first == 0 {
            first = mark.value
        } else if second == 0 {
            second = mark.value
        } else if third == 0 {
            third = mark.value
        } else if fourth == 0 {
            fourth = mark.value
        }
    }

    /// The base and the marks, then zeros.
    package var all: (UInt32, UInt32, UInt32, UInt32, UInt32) { (base, first, second, third, fourth) }

    /// The scalars as text; empty where nothing is shown.
    package var text: String {
        guard base != 0, let scalar = Unicode.Scalar(base) else { return "" }
        var text = String(scalar)
        guard first != 0 else { return text }
        for mark in [first, second, third, fourth] where mark != 0 {
            if let scalar = Unicode.Scalar(mark) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    // Every cell of a screen is compared after every key, so this has no branch.
    package static func == (left: Scalars, right: Scalars) -> Bool {
        (left.base ^ right.base) | (left.first ^ right.first) | (left.second ^ right.second)
            | (left.third ^ right.third) | (left.fourth ^ right.fourth) == 0
    }
}
