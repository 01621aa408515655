import Documents

/// The fragments that were made, by what they were made of.
///
/// A table of its own: the library's takes longer to look one up than to copy it.
struct Fragments {
    /// Fragments kept at once; past it all of them are dropped, so that memory stays flat.
    private static let limit = 1 << 16

    /// A power of two, at least twice as many as there are fragments.
    private var places: [Fragment?] = Array(repeating: nil, count: 64)
    private var count = 0

    /// The fragment of an object, which stays as it is.
    ///
    /// - Parameters:
    ///   - members: writes members of a finding's object.
    ///   - words: the piece of the sentence.
    mutating func fragment(
        of object: AnyObject, members: (inout JSONWriter) -> Void, words: () -> String
    ) -> Fragment {
        var place = first(of: object)
        while let fragment = places[place] {
            if fragment.object === object { return fragment }
            place = (place + 1) & (places.count - 1)
        }
        var json = JSONWriter(capacity: 512)
        members(&json)
        var sentence = JSONWriter(capacity: 512)
        sentence.text(words())
        let fragment = Fragment(of: object, members: json.bytes, words: sentence.bytes)
        if (count + 1) * 2 > places.count { makeRoom() }
        put(fragment)
        return fragment
    }

    private mutating func put(_ fragment: Fragment) {
        var place = first(of: fragment.object)
        while places[place] != nil { place = (place + 1) & (places.count - 1) }
        places[place] = fragment
        count += 1
    }

    private mutating func makeRoom() {
        let known = count < Fragments.limit ? places : []
        places = Array(repeating: nil, count: known.isEmpty ? 64 : known.count * 2)
        count = 0
        for case let fragment? in known { put(fragment) }
    }

    /// Where the search for an object begins: the upper bits of its address times a large odd number.
    private func first(of object: AnyObject) -> Int {
        let address = UInt(bitPattern: ObjectIdentifier(object))
        return Int((address &* 0x9E37_79B9_7F4A_7C15) >> 32) & (places.count - 1)
    }
}
