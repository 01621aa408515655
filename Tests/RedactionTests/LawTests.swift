import Testing

@testable import Redaction

/// The laws of redaction, on generated texts of every kind of byte.
@Suite struct LawTests {
    @Test("restoring what was redacted gives the text back, byte for byte", arguments: 0..<120)
    func roundTrip(_ seed: Int) {
        var dice = Dice(seed)
        var map = Sample.map()
        let text = Sample.text(&dice)
        let redacted = Sample.redact(text, &map)
        // A secret is gone for good, so a text with one does not come back.
        guard !redacted.contains(secretOf: map) else { return }
        #expect(Restorer.restore(redacted, with: map) == text)
    }

    @Test(
        "a text that already holds issued placeholders restores to what it restored to before",
        arguments: 0..<80)
    func roundTripWithIssued(_ seed: Int) {
        var dice = Dice(seed &+ 10_000)
        var map = Sample.map()
        let issued = ["Jana", "Nordwind", "a \"b\""].map {
            map.token(.custom, entity: Array($0.utf8), spelling: Array($0.utf8))
        }
        let text = Sample.text(&dice, issued: issued)
        let before = Restorer.restore(text, with: map)
        let redacted = Sample.redact(text, &map)
        guard !redacted.contains(secretOf: map) else { return }
        #expect(Restorer.restore(redacted, with: map) == before)
    }

    @Test("redacting twice is redacting once, with the same placeholders", arguments: 0..<120)
    func idempotent(_ seed: Int) {
        var dice = Dice(seed &+ 20_000)
        var map = Sample.map()
        let once = Sample.redact(Sample.text(&dice), &map)
        let kept = map
        let twice = Sample.redact(once, &map)
        #expect(String(decoding: twice, as: UTF8.self) == String(decoding: once, as: UTF8.self))
        #expect(map == kept)
    }

    @Test("no spelling of a term survives", arguments: Sample.terms.map(\.text))
    func noSurvivor(_ name: String) {
        for spelling in Sample.spellings(name) {
            for frame in [
                "we met \(spelling) today", "src/\(spelling)/main.swift",
                "ap@\(spelling.filter { $0 != " " }).com",
            ] {
                var map = Sample.map()
                let redacted = Sample.redact(Array(frame.utf8), &map)
                let left = Sample.detector.findings(in: redacted).filter { $0.kind.isTerm }
                #expect(left.isEmpty, "\(frame) became \(String(decoding: redacted, as: UTF8.self))")
                #expect(redacted != Array(frame.utf8), "\(frame)")
            }
        }
    }

    @Test("one spelling of one thing has one placeholder, whatever came before it", arguments: 0..<50)
    func stable(_ seed: Int) {
        var dice = Dice(seed)
        let names = (0..<12).map { _ in String(dice.next() % 60) }
        var forward = Sample.map()
        var backward = Sample.map()
        func token(_ name: String, _ map: inout TokenMap) -> Token {
            map.token(.person, entity: Array(name.utf8), spelling: Array(name.utf8))
        }
        let first = names.map { token($0, &forward) }
        let second = names.reversed().map { token($0, &backward) }.reversed()
        #expect(first.elementsEqual(second))
        for (a, b) in zip(names, first) { for (c, d) in zip(names, first) { #expect((a == c) == (b == d)) } }
    }

    @Test("two engagements share no placeholder") func disjoint() {
        var seen: Set<[UInt8]> = []
        for namespace in [UInt16(0), 1, 4711, 0x7FFF] {
            var map = Sample.map(namespace)
            for name in 0..<80 {
                let bytes = Array("name \(name)".utf8)
                #expect(seen.insert(map.token(.client, entity: bytes, spelling: bytes).bytes).inserted)
            }
        }
    }

    @Test(
        "restoring in pieces is restoring at once, and holds back less than a placeholder", arguments: 0..<80
    )
    func chunks(_ seed: Int) {
        var dice = Dice(seed &+ 30_000)
        var map = Sample.map()
        let redacted = Sample.redact(Sample.text(&dice), &map) + Array(Sample.text(&dice, 6).prefix(40))
        var restorer = Restorer(map)
        var out: [UInt8] = []
        var rest = redacted[...]
        while !rest.isEmpty {
            let size = Int(dice.next() % 7) + 1
            out += restorer.restore(rest.prefix(size))
            rest = rest.dropFirst(size)
            #expect(restorer.heldBack < Token.length + Token.slack)
        }
        #expect(out + restorer.finish() == Restorer.restore(redacted, with: map))
    }

    @Test("a clean placeholder never holds back more than its length less one")
    func heldBack() {
        var map = Sample.map()
        let token = map.token(.client, entity: [1], spelling: Array("Nordwind".utf8))
        var restorer = Restorer(map)
        for byte in token.bytes.dropLast() {
            #expect(restorer.restore([byte]).isEmpty)
            #expect(restorer.heldBack <= Token.length - 1)
        }
        #expect(restorer.restore([token.bytes[16]]) == Array("Nordwind".utf8))
    }

    @Test("redacting in pieces is redacting at once, and comes back", arguments: 0..<60)
    func redactionChunks(_ seed: Int) {
        var dice = Dice(seed &+ 40_000)
        // Every text but the first is many windows long.
        let reach = seed == 0 ? Reach() : Reach(window: 600, ahead: 700)
        var text: [UInt8] = []
        let block = Sample.text(&dice, 300)
        while text.count < (seed == 0 ? 560_000 : 9_000) { text += block + [dice.chance(50) ? 0x0A : 0x20] }
        func redact(_ most: UInt64) -> (out: [UInt8], map: TokenMap) {
            var redactor = Redactor(Sample.detector, map: Sample.map(), reach: reach)
            var out: [UInt8] = []
            var rest = text[...]
            while !rest.isEmpty {
                let piece = Int(dice.next() % most) + 1
                out += redactor.redact(rest.prefix(piece))
                rest = rest.dropFirst(piece)
            }
            return (out + redactor.finish(), redactor.map)
        }
        let (whole, map) = redact(1 << 40)
        let (out, same) = redact(seed == 0 ? 90_000 : 50)
        #expect(out == whole)
        #expect(same == map)
        guard !out.contains(secretOf: map) else { return }
        #expect(Restorer.restore(out, with: map) == text)
    }

    @Test("a changed character never yields another value", arguments: 0..<80)
    func mangled(_ seed: Int) {
        var dice = Dice(seed)
        var map = Sample.map()
        let tokens = (0..<50).map {
            map.token(.person, entity: [UInt8($0)], spelling: Array("value \($0)".utf8))
        }
        var bytes = dice.pick(tokens).bytes
        let place = 5 + Int(dice.next() % 12)
        let other = dice.pick(Token.symbols.filter { $0 != bytes[place] })
        bytes[place] = other
        #expect(Restorer.restore(bytes, with: map) == bytes)
        var swapped = dice.pick(tokens).bytes
        if swapped[place == 16 ? 15 : place] != swapped[place == 16 ? 16 : place + 1] {
            swapped.swapAt(place == 16 ? 15 : place, place == 16 ? 16 : place + 1)
            #expect(Restorer.restore(swapped, with: map) == swapped)
        }
    }

    @Test(
        "a placeholder that was never given out stays as it is, however near to one that was",
        arguments: 0..<40)
    func neverGiven(_ seed: Int) {
        var dice = Dice(seed)
        var map = Sample.map()
        let given = (0..<20).map {
            map.token(.person, entity: [UInt8($0)], spelling: Array("value \($0)".utf8))
        }
        let near = dice.pick(given)
        for other in [
            Token(code: near.code, namespace: near.namespace, entity: near.entity ^ 1, surface: near.surface),
            Token(code: near.code, namespace: near.namespace, entity: near.entity, surface: near.surface ^ 1),
            Token(code: near.code, namespace: near.namespace ^ 1, entity: near.entity, surface: near.surface),
            Token(code: (0x43, 0x4C), namespace: near.namespace, entity: near.entity, surface: near.surface),
        ] {
            #expect(Restorer.restore(other.bytes, with: map) == other.bytes)
        }
    }

    @Test("every changed digit and every swap of neighbors is seen by Luhn and ISO 7064 where they can")
    func checksums() {
        let card: [UInt8] = [4, 0, 1, 2, 8, 8, 8, 8, 8, 8, 8, 8, 1, 8, 8, 1]
        #expect(Checksum.luhn(card))
        for place in card.indices {
            for digit in UInt8(0)...9 where digit != card[place] {
                var changed = card
                changed[place] = digit
                #expect(!Checksum.luhn(changed))
            }
        }
        for place in 0..<15
        where card[place] != card[place + 1] && Set([card[place], card[place + 1]]) != [0, 9] {
            var swapped = card
            swapped.swapAt(place, place + 1)
            #expect(!Checksum.luhn(swapped))
        }
        let iban = Array("GB29NWBK60161331926819".utf8)
        #expect(Checksum.iban(iban))
        for place in 4..<iban.count where iban[place].isDigit {
            for digit in UInt8(0x30)...0x39 where digit != iban[place] {
                var changed = iban
                changed[place] = digit
                #expect(!Checksum.iban(changed))
            }
            if place + 1 < iban.count, iban[place] != iban[place + 1] {
                var swapped = iban
                swapped.swapAt(place, place + 1)
                #expect(!Checksum.iban(swapped))
            }
        }
    }

    @Test("findings lie in order, never overlap and cut no scalar", arguments: 0..<120)
    func offsets(_ seed: Int) {
        var dice = Dice(seed &+ 50_000)
        // Every second text is well-formed throughout.
        let bytes = Sample.text(&dice, 40) + Array("ask Łódzka Ørsted, 株式会社青空 и Ромашка".utf8)
        let text = seed % 2 == 0 ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes
        var end = 0
        for finding in Sample.detector.findings(in: text) {
            #expect(finding.range.lowerBound >= end && !finding.range.isEmpty)
            end = finding.range.upperBound
            guard String(validating: text, as: UTF8.self) != nil else { continue }
            for edge in [finding.range.lowerBound, end] where edge < text.count {
                #expect(text[edge] & 0xC0 != 0x80)
            }
        }
    }

    @Test(
        "text that invites backtracking is looked at once",
        arguments: [
            "a", "@", "1,", "1 ", "a.", "a@", ":", "x=", "BKX", "-----BEGIN PRIVATE KEY-----\n", "12-", "é",
            "%41", "&amp;", "$1", "value=", "password=", "token:", "aa:", "{\"a\":", "http://", "e\u{301}",
            "a1", "QUJD9x",
            "xoxb-", "円", "4111 ", "\"password\": \"", "'", "\\n", "12 Main ", "AB", "@@@@ ", "eyJ.",
        ])
    func adversarial(_ pattern: String) {
        let text = Array(String(repeating: pattern, count: 9_000 / pattern.utf8.count).utf8)
        var map = Sample.map()
        let redacted = Sample.redact(text, &map)
        #expect(Restorer.restore(redacted, with: map).count > 0)
    }
}

extension [UInt8] {
    /// Whether a placeholder of a secret stands in the text.
    fileprivate func contains(secretOf map: TokenMap) -> Bool {
        var restorer = Restorer(map)
        _ = restorer.restore(self)
        _ = restorer.finish()
        return restorer.oneWay > 0
    }
}
