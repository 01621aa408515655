/// A host name as the domain name system has it: ASCII letters, digits, hyphens and underscores in labels,
/// lower case, no final dot; never an address in any of its spellings.
package struct HostName: Hashable, Sendable {
    package let text: String

    package init?(_ text: some StringProtocol) {
        var lowered: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): lowered.append(byte + 32)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                lowered.append(byte)
            default: return nil
            }
        }
        if lowered.last == UInt8(ascii: ".") { lowered.removeLast() }
        guard !lowered.isEmpty, lowered.count <= 253 else { return nil }
        let labels = lowered.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 }), let last = labels.last,
            !HostName.isNumber(last)
        else { return nil }
        self.text = String(decoding: lowered, as: UTF8.self)
    }

    /// WHATWG URL, "ends in a number": whatever ends so is read as an IPv4 address by browsers and resolvers.
    private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
        if label.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return true }
        guard label.starts(with: Array("0x".utf8)) else { return false }
        return label.dropFirst(2).allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
    }
}
