@testable import Redaction

/// A made-up client and texts about it, of every kind of byte.
enum Sample {
    static let terms = [
        Term("Nordwind Logistik GmbH", kind: .client, entity: "nordwind"),
        Term("NWL", kind: .client, entity: "nordwind"), Term("Jana Petersen", kind: .person),
        Term("Nachtfalter", kind: .codename), Term("nordwind.example", kind: .domain),
        Term("KD-44871", kind: .custom),
        Term("Łódzka Ørsted", kind: .person), Term("Ромашка", kind: .client), Term("株式会社青空", kind: .client),
    ]
    static let detector = Detector(TermDictionary(terms))

    static func map(_ namespace: UInt16 = 4711) -> TokenMap {
        TokenMap(namespace: namespace, key: (0x0123, 0x4567))
    }

    /// Ways to write a name that people and programs use.
    static func spellings(_ name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        func title(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst().lowercased() }
        let pascal = words.map(title).joined()
        return [
            name, name.uppercased(), name.lowercased(), words.joined(separator: "_").lowercased(),
            words.joined(separator: "-").lowercased(), words.joined(separator: "_").uppercased(), pascal,
            pascal.prefix(1).lowercased() + pascal.dropFirst(), words.joined().lowercased(),
            words.joined(separator: "."),
            words.joined(separator: "\u{A0}"), words.joined(separator: "  "), words.joined(separator: "\n"),
            words.joined(separator: "\r\n    "), words.joined(separator: "%20"),
            words.joined(separator: "&nbsp;"),
            name.prefix(3) + "\u{200B}" + name.dropFirst(3), name.prefix(3) + "\u{AD}" + name.dropFirst(3),
            name.prefix(4) + "-\n" + name.dropFirst(4), name + "'s", name + "\u{2019}s",
        ]
    }

    private static let bits: [[UInt8]] =
        [
            " ", "\n", "\r\n", "\t", "\0", ".", ", ", "\"", "\\", "/", "{", "}", ": ", " = ", "@", "e\u{301}",
            "\u{301}", "👩🏽‍🚀", "🏴", "ﬁ",
            "שלום", "مرحبا", "今日は", "Straße", "the", "of", "invoice", "password", "12", "2026-11-22",
            "EUR 12,500", "$ 3.5 million",
            "jana@nordwind.example", "+49 30 1234567", "4111 1111 1111 1111", "GB29 NWBK 6016 1331 9268 19",
            "10.0.0.7", "fe80::1",
            "https://nordwind.example/a?b=c", "ghp_0123456789abcdefABCDEF0123456789abcd", "BKX", "bkxcl", "B",
            "K", "X", "x", "-", "_", "`",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5], [0x80]]

    /// A text of `count` bits: prose, names, identifiers, marks, broken UTF-8 and pieces of placeholders.
    static func text(_ dice: inout Dice, _ count: Int = 24, issued: [Token] = []) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<count {
            if dice.chance(25) {
                text += Array(dice.pick(spellings(dice.pick(terms).text)).utf8)
            } else if dice.chance(8) {
                text +=
                    Token(
                        code: (0x43, 0x4C), namespace: UInt16(dice.next() % 0x8000),
                        entity: UInt32(dice.next() % 0x200_0000),
                        surface: UInt16(dice.next() % 0x400)
                    ).bytes
            } else if !issued.isEmpty, dice.chance(10) {
                text += dice.pick(issued).bytes
            } else {
                text += dice.pick(bits)
            }
            if dice.chance(50) { text.append(0x20) }
        }
        return text
    }

    /// Redacts a whole text that names no other client.
    static func redact(_ text: [UInt8], _ map: inout TokenMap, _ detector: Detector = detector) -> [UInt8] {
        var redactor = Redactor(detector, map: map)
        let out = redactor.redact(text) + redactor.finish()
        map = redactor.map
        return out
    }
}
