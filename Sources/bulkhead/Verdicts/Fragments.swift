import Documents

/// JSON that was made of provisions and citations, by what it was made of: in one world they stand alike in many verdicts.
///
/// A table of its own, and one buffer for all: with the library's, and arrays, it takes longer to find a piece and to
/// count who holds it than to copy it.
struct Fragments: ~Copyable {
    /// Where the pieces of one object lie in the buffer.
    struct Fragment {
        fileprivate let object: ObjectIdentifier
        fileprivate let start, middle, end: Int32

        /// Members of a finding's object.
        var members: Range<Int> { Int(start)..<Int(middle) }
        /// A piece of a finding's sentence.
        var words: Range<Int> { Int(middle)..<Int(end) }
    }

    /// Bytes that are kept at once, so that memory stays flat.
    private static let limit = 1 << 25

    /// What was written, one fragment after another.
    private(set) var json = JSONWriter()
    /// A power of two, at least twice as many as there are fragments.
    private var places: [Fragment?] = Array(repeating: nil, count: 64)
    /// What the fragments were made of; held, so that no other object can come to lie in its place.
    private var objects: [AnyObject] = []

    /// The fragment of an object, which stays as it is.
    ///
    /// - Parameters:
    ///   - members: writes members of a finding's object.
    ///   - words: the piece of the sentence.
    mutating func fragment(
        of object: AnyObject, members: (inout JSONWriter) -> Void, words: () -> String
    ) -> Fragment {
        let name = ObjectIdentifier(object)
        let place = place(of: name)
        if let fragment = places[place] { return fragment }
        json.newline()
        let start = json.count
        members(&json)
        let middle = json.count
        json.text(words())
        let fragment = Fragment(
            object: name, start: Int32(start), middle: Int32(middle), end: Int32(json.count))
        objects.append(object)
        if objects.count * 2 > places.count { makeRoom() }
        places[self.place(of: name)] = fragment
        return fragment
    }

    /// Drops all fragments where they are more than are kept; those that were handed out are void from then on.
    mutating func bound() {
        guard json.count > Fragments.limit else { return }
        json.removeAll()
        objects = []
        places = Array(repeating: nil, count: 64)
    }

    private mutating func makeRoom() {
        let known = places
        places = Array(repeating: nil, count: known.count * 2)
        for case let fragment? in known { places[place(of: fragment.object)] = fragment }
    }

    /// Where the fragment of an object lies, or would: from the upper bits of its address times a large odd number on.
    private func place(of object: ObjectIdentifier) -> Int {
        var place = Int((UInt(bitPattern: object) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (places.count - 1)
        while let fragment = places[place], fragment.object != object {
            place = (place + 1) & (places.count - 1)
        }
        return place
    }
}
