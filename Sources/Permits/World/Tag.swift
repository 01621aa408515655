/// The rule for a client's tag: 2-4 letters or digits, or a short CJK word of up to four characters.
package enum Tag {
    package static func isTag(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard (1...4).contains(scalars.count) else { return false }
        if scalars.allSatisfy(isCJK) { return true }
        return scalars.count >= 2
            && scalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
                default: false
                }
            }
    }

    private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Kana and Bopomofo, Han with its extensions, Hangul.
        case 0x3041...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0x20000...0x323AF:
            scalar.properties.isAlphabetic
        default: false
        }
    }
}
