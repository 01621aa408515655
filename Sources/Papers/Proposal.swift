/// A term the text seems to hold, with its evidence; a person says whether it does.
package struct Proposal: Equatable, Sendable {
    package var kind: ClauseKind
    /// The document's own number of the clause.
    package var clause: String
    /// Where the evidence stands, in scalars of the normalized text.
    package var range: Range<Int>
    /// The text of `range`.
    package var quote: String
    /// What the clause says in the shape of its kind, ordered.
    package var params: Parameter
}
