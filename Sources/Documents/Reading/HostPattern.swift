/// The rule for hosts of a surface: a name in lower case, `*.` before it for all names below, a port behind
/// it.
package enum HostPattern {
    package static func isPattern(_ text: String) -> Bool {
        var name = text[...]
        if name.hasPrefix("*.") { name = name.dropFirst(2) }
        if let colon = name.firstIndex(of: ":") {
            guard let port = UInt16(name[name.index(after: colon)...]), port > 0 else { return false }
            name = name[..<colon]
        }
        guard (1...253).contains(name.utf8.count) else { return false }
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.utf8.first != UInt8(ascii: "-")
                && label.utf8.last != UInt8(ascii: "-")
                && label.utf8.allSatisfy {
                    $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-")
                }
        }
    }
}
