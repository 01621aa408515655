/// What takes out of a text, as it comes, what must not leave.
package protocol Redacting: Sendable {
    /// The engagement's placeholders, grown by the new ones.
    var map: TokenMap { get }
    var report: Report { get }
    /// Bytes held at the moment.
    var heldBack: Int { get }

    /// Takes a piece of the text and returns what is certain so far; nothing any more once another client's term was
    /// seen.
    mutating func redact(_ chunk: some Collection<UInt8>) -> [UInt8]

    /// The end of the text.
    mutating func finish() -> [UInt8]
}
