/// The head of the log at one moment, kept outside the machine: `12-` and the hash of row 12.
package struct LogReceipt: Hashable, Sendable {
    package var sequence: Int
    package var hash: [UInt8]

    package init(sequence: Int, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Reads the form that `text` has; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int(parts[0]), sequence > 0,
            let hash = bytes(hexadecimal: parts[1]), hash.count == 32
        else { return nil }
        self.init(sequence: sequence, hash: hash)
    }

    package var text: String { "\(sequence)-\(hexadecimal(hash))" }
}
