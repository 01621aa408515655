/// Region codes: ISO 3166 alpha-2, `EU`, `EEA`, `UK` (the same as `GB`), `US-*` subdivisions, `worldwide`.
package enum Regions {
    /// Whether `code` lies within one of `regions`: `r ⊆ R` of the specification.
    package static func contain(_ regions: [String], _ code: String) -> Bool {
        regions.contains { contains($0, code) }
    }

    private static func contains(_ region: String, _ code: String) -> Bool {
        if region == code { return true }
        switch region {
        case "EU": return isMember(code, of: union)
        case "EEA": return code == "EU" || isMember(code, of: union) || isMember(code, of: area)
        case "US": return code.utf8.starts(with: "US-".utf8)
        case "UK": return code == "GB"
        case "GB": return code == "UK"
        default: return false
        }
    }

    /// The form under which equal codes compare equal.
    static func canonical(_ code: String) -> String { code == "UK" ? "GB" : code }

    private static func isMember(_ code: String, of states: [UInt32]) -> Bool {
        var bytes = code.utf8.makeIterator()
        guard let first = bytes.next(), let second = bytes.next(), bytes.next() == nil,
            (0x41...0x5A).contains(first), (0x41...0x5A).contains(second)
        else { return false }
        return states[Int(first - 0x41)] & (1 << UInt32(second - 0x41)) != 0
    }

    /// One word a first letter, one bit a second letter.
    private static func table(_ codes: String) -> [UInt32] {
        var words = [UInt32](repeating: 0, count: 26)
        for code in codes.split(separator: " ") {
            let bytes = Array(code.utf8)
            words[Int(bytes[0] - 0x41)] |= 1 << UInt32(bytes[1] - 0x41)
        }
        return words
    }

    /// The 27 member states of the European Union; Article 52 TEU less the United Kingdom.
    private static let union = table(
        "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE")
    /// The states of the European Economic Area outside the Union; Agreement on the EEA, Article 2(b).
    private static let area = table("IS LI NO")
}
