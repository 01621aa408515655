import Testing

@testable import Redaction

@Suite struct DictionaryTests {
    private func hits(_ terms: [Term], _ text: String, allowed: [String] = []) -> [String] {
        let bytes = Array(text.utf8)
        return Detector(TermDictionary(terms, allowed: allowed)).findings(in: bytes).filter { $0.kind.isTerm }
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(
        "a name is found as people and programs write it",
        arguments: [
            "Acme Robotics Ltd", "ACME ROBOTICS LTD", "acme_robotics_ltd", "acme-robotics-ltd",
            "acmeRoboticsLtd", "AcmeRoboticsLtd",
            "ACME_ROBOTICS_LTD", "acmeroboticsltd", "Acme\u{A0}Robotics Ltd", "Acme\nRobotics Ltd",
            "Acme Robo-\n  tics Ltd",
            "Ａｃｍｅ Ｒｏｂｏｔｉｃｓ Ｌｔｄ", "Ac\u{200B}me Robotics Ltd", "Αcme Rοbotics Ltd", "Acme%20Robotics%20Ltd",
            "Acme&nbsp;Robotics&nbsp;Ltd",
            "\\u0041cme Robotics Ltd", "Ácmé Robotics Ltd", "Acme Robotics", "**Acme** Robotics",
            "⍺cme Robo⟙ics Ltd", "Acm℮ Robotics Ltd",
        ])
    func spellings(_ spelling: String) {
        let terms = [Term("Acme Robotics Ltd", kind: .client)]
        #expect(hits(terms, "we met \(spelling) today").count == 1, "\(spelling)")
        #expect(hits(terms, "x/\(spelling)/y").count == 1, "\(spelling)")
    }

    @Test(
        "a word that only contains a name is left alone",
        arguments: ["sharpening", "McSharp", "sharps", "cardsharp", "Sharpe"])
    func substrings(_ word: String) {
        #expect(hits([Term("Sharp", kind: .client)], "the word \(word) here").isEmpty)
    }

    @Test("a name in ISO 8859-1 is found, and broken UTF-8 hides none") func strayBytes() {
        let text =
            Array("ask M".utf8) + [0xFC] + Array("ller and ".utf8) + [0xE2, 0x82] + Array("Jana".utf8) + [
                0xC3, 0x20,
            ]
        let found = Detector(TermDictionary([Term("Müller", kind: .person), Term("Jana", kind: .person)]))
            .findings(in: text).filter { $0.kind.isTerm }
        #expect(found.map(\.range) == [4..<10, 17..<21])
    }

    @Test("letters set apart are still the name") func spaced() {
        #expect(hits([Term("NWLG", kind: .client)], "from N.W.L.G to N W L G") == ["N.W.L.G", "N W L G"])
    }

    @Test("an end of sentence ends a name") func sentences() {
        let terms = [Term("Indian Bank", kind: .client)]
        #expect(hits(terms, "They are Indian. Bank holidays differ.").isEmpty)
        #expect(hits(terms, "at Indian\n> Bank they wait") == ["Indian\n> Bank"])
    }

    @Test("a case-sensitive term is found in its own capitals only") func caseSensitive() {
        let terms = [Term("Orion", kind: .codename, caseSensitive: true)]
        #expect(hits(terms, "Orion, orion and ORION") == ["Orion"])
    }

    @Test("an allowed word is never masked") func allowed() {
        let terms = [Term("Apex", kind: .codename), Term("Sund", kind: .codename)]
        #expect(hits(terms, "Apex and Sund", allowed: ["Apex"]) == ["Sund"])
    }

    @Test("a term that is an everyday word, short or empty is warned about") func warnings() {
        let dictionary = TermDictionary([
            Term("Apex", kind: .codename), Term("Q7", kind: .codename), Term("--", kind: .custom),
            Term("Apex", kind: .codename, caseSensitive: true),
        ])
        #expect(dictionary.warnings == [.commonWord("Apex"), .short("Q7"), .empty("--")])
    }

    @Test("names in other scripts are found, in other cases too")
    func scripts() {
        let terms = [
            Term("Ромашка", kind: .client), Term("Ηλιος ΑΕ", kind: .client), Term("青空", kind: .client),
        ]
        #expect(hits(terms, "с РОМАШКА и ηλιος αε") == ["РОМАШКА", "ηλιος αε"])
        #expect(hits(terms, "これは青空です") == ["青空"])
    }

    @Test(
        "a name is found without its legal form, in any country's style",
        arguments: [
            ("Éclair Médical S.à r.l.", "Éclair Médical"), ("İnci Çelik A.Ş.", "İnci Çelik"),
            ("Łukasz Brzęczek Sp. z o.o.", "Łukasz Brzęczek"), ("株式会社ひかり電工", "ひかり電工"),
            ("青木精密 K.K.", "青木精密"), ("深圳星河股份有限公司", "深圳星河"), ("주식회사 한빛정밀", "한빛정밀"),
            ("ООО «Северный Ветер»", "Северный Ветер"), ("Μεταφορές Ωμέγα Ε.Π.Ε.", "Μεταφορές Ωμέγα"),
            ("شركة النخيل الذهبي", "النخيل الذهبي"), ("Peña y Muñoz S.L.U.", "Peña y Muñoz"),
            ("Koala Rail Pty Ltd", "Koala Rail"), ("Seri Kencana Sdn Berhad", "Seri Kencana"),
            ("Großmann & Söhne GmbH & Co. KG", "Großmann & Söhne"),
        ])
    func legalForms(_ name: String, _ short: String) {
        #expect(hits([Term(name, kind: .client)], "ask \(short), not") == [short])
        #expect(hits([Term(name, kind: .client)], "ask (\(name))") == [name], "with all its points")
    }

    @Test(
        "a name is found by what keyboards and languages make of its letters",
        arguments: [
            ("Großmann & Söhne", "Grossmann & Soehne"), ("Großmann & Söhne", "Großmann  &  Söhne"),
            ("Großmann & Söhne", "Großmann und Söhne"), ("Gråsten Møbler", "Graasten Moebler"),
            ("O'Shaughnessy Timber", "O’Shaughnessy Timber"), ("O'Shaughnessy Timber", "oshaughnessy_timber"),
            ("O'Shaughnessy Timber", "O'SHAUGHNESSY TIMBER"), ("Nordwind", "Nordwinds"),
            (
                "한빛정밀",
                "\u{1112}\u{1161}\u{11AB}\u{1107}\u{1175}\u{11BE}\u{110C}\u{1165}\u{11BC}\u{1106}\u{1175}\u{11AF}"
            ),
            ("D'Orazio S.p.A.", "Ｄ＇Ｏｒａｚｉｏ　Ｓ．ｐ．Ａ．"),
        ])
    func letters(_ name: String, _ spelling: String) {
        #expect(hits([Term(name, kind: .client)], "we met \(spelling) today") == [spelling])
    }

    @Test("another client's term blocks and nothing comes out") func tripwire() {
        let terms = [Term("Nordwind", kind: .client), Term("Acme", kind: .client, foreignTo: "Acme Ltd")]
        var redactor = Redactor(Detector(TermDictionary(terms)), map: Sample.map())
        #expect(Redacted.redact(Array("Nordwind and ACME".utf8), by: &redactor) == nil)
        #expect(redactor.report.foreign == ["Acme Ltd": 1])
        #expect(redactor.report.exitCode == 30)
    }

    @Test("all names of one client share the thing, each spelling has its own placeholder") func entities() {
        var map = Sample.map()
        let redacted = Sample.redact(Array("NWL; Nordwind Logistik; NWL".utf8), &map)
        let tokens = String(decoding: redacted, as: UTF8.self).components(";")
        #expect(tokens[0] == tokens[2] && tokens[0] != tokens[1])
        #expect(tokens[0].prefix(13) == tokens[1].prefix(13))
    }
}

extension String {
    fileprivate func components(_ mark: Character) -> [String] {
        split(separator: mark).map { $0.filter { !$0.isWhitespace } }
    }
}

@Test(
    "what looks alike has one skeleton, and what does not has another",
    arguments: [
        ("Acme", "acme", true), ("Acme", "A-c m.e", true), ("Acme", "\u{410}\u{441}me", true),
        ("Acme", "Acrne", true),
        ("Ill", "1II", true), ("Nord", "N0rd", true), ("World", "VVorld", true),
        ("Café", "Cafe\u{301}", true),
        ("Acme", "Ac\u{200B}me", true), ("Ａcme", "Acme", true), ("Acme", "Acne", false),
        ("Acme", "Acme 2", false),
        ("Müller", "Möller", false), ("客户", "客戶", false), ("c1", "c11", false),
    ])
func skeletons(first: String, second: String, alike: Bool) {
    let one = confusableSkeleton(of: first)
    #expect((one == confusableSkeleton(of: second)) == alike)
    #expect(!one.isEmpty)
    #expect(confusableSkeleton(of: "\u{200B}-–") == [])
}
