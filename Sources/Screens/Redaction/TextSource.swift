/// Where a text is taken from.
package enum TextSource: Hashable, Sendable {
    case clipboard
    case file(String)
    /// What was pasted.
    case text([UInt8])
}
