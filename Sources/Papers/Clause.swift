/// A numbered or headed part of an agreement.
package struct Clause: Equatable, Sendable {
    /// The document's own number, `2(b)` or `5.3(a)`; the heading where it numbers nothing.
    package let number: String
    /// Its heading, where it has one.
    package let title: String?
    /// Where it stands, without its number.
    package let range: Range<Int>
}
