/// What a document may cost; more than that is refused with a sentence before the memory is taken.
package enum DocumentLimits {
    /// Bytes of one file.
    package static let size = 64 << 20
    /// Lists and mappings inside each other.
    static let depth = 64
    /// Values in all, with every alias counted as often as it is used.
    static let nodes = 4_000_000
    /// Bytes of one text.
    static let text = 1 << 16
    /// Problems that are reported; a file with more is not worth reading on.
    static let faults = 1_000
}
