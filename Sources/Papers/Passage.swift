/// A sentence, or one item of an enumeration with the words that introduce it: what a cue is tried on.
struct Passage: Sendable {
    /// The number of the clause it stands in.
    var clause: String
    /// The heading above it, in lower-case words.
    var section: [Word]
    /// What it says itself, in scalars.
    var range: Range<Int>
    /// The words of what introduces it, then its own.
    var words: [Word]
    /// Where its own words begin in `words`.
    var ownStart: Int
    /// The sentence it belongs to; the items of one enumeration share it.
    var sentence: Int
    /// Whether it gives the meaning of a term.
    var isDefinition: Bool
    /// Whether it is the heading that opens a numbered clause.
    var isTitle = false
}
