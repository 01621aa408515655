import Testing

@testable import Redaction

@Suite struct RestorerTests {
    private func world() -> (TokenMap, String) {
        var map = Sample.map()
        let token = map.token(
            .person, entity: Array("jana".utf8), spelling: Array("Jana \"JP\" Petersen".utf8))
        return (map, String(decoding: token.bytes, as: UTF8.self))
    }

    @Test("manglings that models make are read") func tolerant() {
        let (map, token) = world()
        let half = token.index(token.startIndex, offsetBy: 7)
        let spellings = [
            token, token.lowercased(), "\(token[..<half])\\_\(token[half...])",
            "\(token[..<half]) \(token[half...])",
            "\(token[..<half])-\(token[half...])", "\(token[..<half])`\(token[half...])",
            "\(token[..<half])\n\(token[half...])", "\(token[..<half])-\r\n  \(token[half...])",
            "\(token[..<half])\u{2011}\(token[half...])", "\(token[..<half])\u{2013}\(token[half...])",
            "\(token[..<half])\u{200B}\(token[half...])", "\(token[..<half])\u{A0}\(token[half...])",
            "\(token[..<half])**\(token[half...])", "\(token[..<half])** _\(token[half...])",
            token.replacingZero(with: "O"), token.replacingZero(with: "o"),
        ]
        for spelling in spellings {
            let restored = Restorer.restore(Array("a \(spelling)s.".utf8), with: map)
            #expect(String(decoding: restored, as: UTF8.self) == "a Jana \"JP\" Petersens.", "\(spelling)")
        }
    }

    @Test("a value inside a JSON string is escaped, outside it is not") func json() {
        let (map, token) = world()
        let answer = Array("{\"to\":\"\(token)\"} \(token)".utf8)
        let restored = Restorer.restore(answer, with: map, in: .json)
        #expect(
            String(decoding: restored, as: UTF8.self) == #"{"to":"Jana \"JP\" Petersen"} Jana "JP" Petersen"#)
    }

    @Test("an unknown placeholder is shown and named, never guessed") func unknown() {
        let (map, _) = world()
        var other = TokenMap(namespace: 12, key: (9, 9))
        let token = other.token(.person, entity: [7], spelling: Array("Someone".utf8)).bytes
        var restorer = Restorer(map)
        #expect(restorer.restore(token) + restorer.finish() == token)
        #expect(restorer.unknown == [String(decoding: token, as: UTF8.self)])
        #expect(restorer.restored == 0)
    }

    @Test("a restored value is not looked at again") func once() {
        var map = Sample.map()
        let inner = map.token(.person, entity: [1], spelling: Array("inner".utf8))
        let outer = map.token(.person, entity: [2], spelling: inner.bytes)
        #expect(Restorer.restore(outer.bytes, with: map) == inner.bytes)
    }

    @Test("a raw look-alike is itself replaced and comes back") func lookalike() {
        let raw = Token(code: (0x50, 0x45), namespace: 99, entity: 5, surface: 3).bytes
        var map = Sample.map()
        let text = Array("see ".utf8) + raw + Array(" there".utf8)
        let redacted = Sample.redact(text, &map)
        #expect(redacted != text)
        #expect(Restorer.restore(redacted, with: map) == text)
    }

    @Test("a map comes back from its bytes, and damaged bytes are refused") func serialization() throws {
        var map = Sample.map()
        for name in 0..<50 {
            _ = map.token(.email, entity: [UInt8(name)], spelling: Array("n\(name)@x.org".utf8))
        }
        let bytes = map.serialized()
        #expect(try TokenMap(serialized: bytes) == map)
        for cut in [0, 3, 20, bytes.count - 1] {
            #expect(throws: TokenMap.Fault.damaged) { try TokenMap(serialized: Array(bytes[..<cut])) }
        }
        #expect(throws: TokenMap.Fault.damaged) { try TokenMap(serialized: bytes + [0]) }
    }

    @Test("JSON keeps its structure, and its strings come back") func jsonDocument() {
        let document = Array(
            #"{"name":"Jana Petersen","n":12500.50,"note":"he said \"NWL\"\n\u00e9","password":"hunter2hunter"}"#
                .utf8)
        var redactor = JSONRedactor(Sample.detector, map: Sample.map(), otherwise: .refuse)
        let out = redactor.redact(document) + redactor.finish()
        let text = String(decoding: out, as: UTF8.self)
        #expect(
            text.contains(#""n":12500.50"#) && text.contains(#"he said \"BKXCL"#) && !text.contains("hunter2")
        )
        let restored = String(decoding: Restorer.restore(out, with: redactor.map, in: .json), as: UTF8.self)
        #expect(restored.contains(#""name":"Jana Petersen""#) && restored.contains(#"\"NWL\"\n\u00e9"#))
    }

    @Test("a preview gives the text away only when everything is decided") func preview() {
        let text = Array("Ask Jana Petersen about Project Sundvik.".utf8)
        var preview = Preview(text, with: Sample.detector, map: Sample.map())
        var map = Sample.map()
        #expect(preview.undecided == 1)
        #expect(preview.redacted(into: &map) == nil)
        let index = preview.items.firstIndex { $0.decision == .undecided } ?? 0
        preview.decideEverywhere(like: index, .replace)
        let redacted = preview.redacted(into: &map)
        #expect(redacted?.text.contains("Sundvik") == false)
        #expect(Restorer.restore(redacted?.bytes ?? [], with: map) == text)
    }

    @Test(
        "what remains suspicious is said",
        arguments: [
            ("ask Nachtfalterr about it", Report.Suspicion.Reason.nearTerm),
            ("with Sven Okonkwo there", .properName),
            ("number 123456789012345678901", .longNumber), ("the wоrd here", .mixedScript),
        ])
    func suspicions(_ text: String, _ reason: Report.Suspicion.Reason) {
        var redactor = Redactor(Sample.detector, map: Sample.map())
        _ = redactor.redact(Array(text.utf8))
        _ = redactor.finish()
        #expect(redactor.report.suspicions.map(\.reason).contains(reason), "\(redactor.report.suspicions)")
        #expect(redactor.report.exitCode == 20)
    }
}

extension String {
    /// The text with every zero behind the kind written as another character.
    fileprivate func replacingZero(with other: Character) -> String {
        String(enumerated().map { $0.offset > 4 && $0.element == "0" ? other : $0.element })
    }
}
