import Testing

@testable import Redaction

/// What redaction promises of JSON: it stays JSON, comes back, and is read as text where it is none.
@Suite struct JSONTests {
    /// Small enough that long strings are many windows.
    private static let reach = Reach(window: 90, ahead: 110)

    /// A document of random values; names, secrets and numbers that identify stand in it.
    private static func document(_ dice: inout Dice, _ depth: Int = 0) -> String {
        func string() -> String {
            let bytes = Sample.text(&dice, Int(dice.next() % 6))
            // Some are JSON themselves, as the arguments of a tool call are.
            let text =
                dice.chance(10) && depth < 3
                ? document(&dice, depth + 2) : String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
            return Report.quoted(text)
        }
        switch dice.next() % (depth > 3 ? 4 : 7) {
        case 0, 1: return string()
        case 2:
            return dice.pick(["0", "-1.5e+3", "12500.50", "4111111111111111", "2E9", "44871", "123456789012"])
        case 3: return dice.pick(["true", "false", "null"])
        case 4, 5:
            let members = (0..<(dice.next() % 5)).map { _ in
                (dice.chance(20) ? "\"password\"" : string()) + dice.pick([":", ": ", " :\n"])
                    + document(&dice, depth + 1)
            }
            return "{" + members.joined(separator: dice.pick([",", ", ", ",\r\n  "])) + "}"
        default:
            return "["
                + (0..<(dice.next() % 5)).map { _ in document(&dice, depth + 1) }.joined(separator: ",")
                + "]"
        }
    }

    private func pieces(
        _ text: [UInt8], _ dice: inout Dice, most: UInt64 = 9, otherwise: JSONRedactor.Otherwise = .text
    ) -> (out: [UInt8], redactor: JSONRedactor) {
        var redactor = JSONRedactor(
            Sample.detector, map: Sample.map(), otherwise: otherwise, reach: Self.reach)
        var out: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            let size = Int(dice.next() % most) + 1
            out += redactor.redact(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return (out + redactor.finish(), redactor)
    }

    private func whole(_ text: [UInt8]) -> (out: [UInt8], redactor: JSONRedactor) {
        var redactor = JSONRedactor(Sample.detector, map: Sample.map(), otherwise: .text, reach: Self.reach)
        let out = redactor.redact(text)
        return (out + redactor.finish(), redactor)
    }

    private static func isJSON(_ text: [UInt8]) -> Bool {
        var grammar = JSONGrammar()
        return text.allSatisfy { grammar.take($0) } && grammar.isComplete
    }

    @Test("a redacted document is JSON, and comes back byte for byte", arguments: 0..<150)
    func roundTrip(_ seed: Int) {
        var dice = Dice(seed &+ 60_000)
        let document = Array("[\(Self.document(&dice)),\(Self.document(&dice))]".utf8)
        let (out, redactor) = pieces(document, &dice, most: 200, otherwise: .refuse)
        #expect(redactor.fault == nil && Self.isJSON(out), "\(String(decoding: out, as: UTF8.self))")
        var restorer = Restorer(redactor.map, in: .auto)
        let restored = restorer.restore(out) + restorer.finish()
        guard restorer.oneWay == 0 else { return }
        #expect(String(decoding: restored, as: UTF8.self) == String(decoding: document, as: UTF8.self))
        #expect(Restorer.restore(out, with: redactor.map, in: .json) == document)
    }

    @Test("a document in pieces is the document at once, and so is what is none", arguments: 0..<150)
    func chunks(_ seed: Int) {
        var dice = Dice(seed &+ 70_000)
        var document = Array("[\(Self.document(&dice)),\(Self.document(&dice))]".utf8)
        if seed % 2 == 1 {
            // Broken somewhere.
            let place = Int(dice.next() % UInt64(document.count))
            document.replaceSubrange(place..<place, with: Sample.text(&dice, 2))
        }
        let (at, redactor) = whole(document)
        let (out, other) = pieces(document, &dice)
        #expect(out == at)
        #expect(other.map == redactor.map && other.report == redactor.report)
        var restorer = Restorer(redactor.map, in: .auto)
        var restored: [UInt8] = []
        for byte in out {
            restored += restorer.restore([byte])
            #expect(restorer.heldBack < Token.length + Token.slack + 2)
        }
        #expect(restored + restorer.finish() == Restorer.restore(out, with: redactor.map, in: .auto))
    }

    @Test("no name survives in a text that begins like JSON", arguments: 0..<150)
    func survivors(_ seed: Int) {
        var dice = Dice(seed &+ 80_000)
        var text = Array("[\(Self.document(&dice))".utf8)
        text.replaceSubrange(
            Int(dice.next() % UInt64(text.count))..<text.count,
            with: Array(" \(dice.pick(Sample.terms).text) said: ".utf8) + Sample.text(&dice, 8))
        let (out, redactor) = whole(text)
        var again = JSONRedactor(Sample.detector, map: redactor.map, otherwise: .text)
        let twice = again.redact(out) + again.finish()
        #expect(String(decoding: twice, as: UTF8.self) == String(decoding: out, as: UTF8.self))
        let left = Sample.detector.findings(in: out).filter { $0.kind.isTerm }
        #expect(
            left.isEmpty, "\(String(decoding: text, as: UTF8.self))\n\(String(decoding: out, as: UTF8.self))")
    }

    @Test("a number that must not leave is a string meanwhile, and a number again") func numbers() {
        let text = Array(#"{"card": 4111111111111111, "n": 12500.50, "password": 73911842}"#.utf8)
        let (out, redactor) = whole(text)
        let shown = String(decoding: out, as: UTF8.self)
        #expect(shown.contains(#""card": "BKXNU"#) && shown.contains(#""n": 12500.50"#) && Self.isJSON(out))
        #expect(shown.contains(#""password": "BKXSE"#))
        let answer = Array(shown.replacing("BKXNU", with: "bkxnu").utf8)
        let back = String(decoding: Restorer.restore(answer, with: redactor.map, in: .json), as: UTF8.self)
        #expect(back.hasPrefix(#"{"card": 4111111111111111, "n""#))
        let prose = String(decoding: Restorer.restore(out, with: redactor.map), as: UTF8.self)
        #expect(prose.hasPrefix(#"{"card": "4111111111111111", "n""#))
    }

    @Test("a value in JSON inside of a JSON string is escaped once for each") func nested() {
        var map = Sample.map()
        let token = map.token(.person, entity: [1], spelling: Array("Jana \"JP\"".utf8))
        let name = String(decoding: token.bytes, as: UTF8.self)
        let answer =
            #"{"call":"{\"to\":\"\#(name)\",\"n\":[{\"q\":\"\\\"\#(name)\\\"\"}]}","said":"he \"\#(name)\""}"#
        let restored = Restorer.restore(Array(answer.utf8), with: map, in: .auto)
        #expect(
            String(decoding: restored, as: UTF8.self)
                == #"{"call":"{\"to\":\"Jana \\\"JP\\\"\",\"n\":[{\"q\":\"\\\"Jana \\\"JP\\\"\\\"\"}]}","#
                + #""said":"he \"Jana \"JP\"\""}"#.replacing(#"Jana "JP""#, with: #"Jana \"JP\""#))
    }

    @Test("a text in brackets is none, so nothing is escaped in it") func prose() {
        let text = Array("[1] \"Jana\nPetersen\" said\\\n{\"a\": Nachtfalter}".utf8)
        let (out, redactor) = whole(text)
        #expect(out != text)
        #expect(Restorer.restore(out, with: redactor.map, in: .auto) == text)
    }

    @Test(
        "what is JSON and what is none",
        arguments: [
            ("", true), ("{}", true), (" [1, -0.5e+7, 1E2, 0]\n", true),
            ("{\"a\":{\"b\":[]},\"c\":null}", true),
            ("{}{}[]", true), ("\u{FEFF}{}", true), (#"["\ud83d\ude00 \/ \u0000"]"#, true), ("12", true),
            ("{\"a\" \"b\"}", false), ("{\"a\":}", false), ("[1,]", false), ("{,}", false), ("[01]", false),
            ("[1.]", false), ("[1e]", false), ("[-]", false), ("[+1]", false), ("[nul]", false),
            ("[\"\t\"]", false),
            (#"["\x"]"#, false), (#"["\u12g4"]"#, false), ("[}", false), ("{]", false), ("[1 2]", false),
            ("[\"a\"", false), ("[1]]", false), ("{a:1}", false), ("{\"a\":1,}", false),
            ("[\u{FEFF}]", false),
        ])
    func grammar(_ text: String, _ isJSON: Bool) {
        #expect(Self.isJSON(Array(text.utf8)) == isJSON)
    }

    @Test("a refused document says where it is none") func refused() {
        var redactor = JSONRedactor(Sample.detector, map: Sample.map(), otherwise: .refuse)
        _ = redactor.redact(Array(#"{"a": Nachtfalter}"#.utf8)) + redactor.finish()
        #expect(redactor.fault == 6)
        redactor = JSONRedactor(Sample.detector, map: Sample.map(), otherwise: .refuse)
        _ = redactor.redact(Array(#"{"open"#.utf8)) + redactor.finish()
        #expect(redactor.fault == 6)
    }
}
