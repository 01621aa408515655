/// Finds what must not leave: the terms of a dictionary and everything the recognizers know.
package struct Detector: Sendable {
    package let dictionary: TermDictionary
    private let tree: PrefixTree
    /// Patterns below this index are keywords, the others the dictionary's forms.
    private let keywordCount: Int

    /// What a byte may begin or sit in the middle of.
    private enum Trigger {
        static let none: UInt8 = 0
        static let digit: UInt8 = 1
        static let at: UInt8 = 2
        static let colon: UInt8 = 3
        static let dot: UInt8 = 4
        static let equals: UInt8 = 5
        static let dollar: UInt8 = 6
        static let high: UInt8 = 7
        static let dash: UInt8 = 8
        static let comma: UInt8 = 9
        static let tilde: UInt8 = 10
        static let angle: UInt8 = 11
    }

    private static let triggers: [UInt8] = (0..<256).map { value in
        switch UInt8(value) {
        case 0x30...0x39: Trigger.digit
        case 0x40: Trigger.at
        case 0x3A: Trigger.colon
        case 0x2E: Trigger.dot
        case 0x3D: Trigger.equals
        case 0x24: Trigger.dollar
        case 0x2D: Trigger.dash
        case 0x2C: Trigger.comma
        case 0x7E: Trigger.tilde
        case 0x3E: Trigger.angle
        case 0xC2, 0xE0, 0xE2, 0xEF: Trigger.high
        default: Trigger.none
        }
    }

    private static let signs: [[UInt8]] = CurrencyTable.signs.map { Array($0.utf8) }

    package init(_ dictionary: TermDictionary) {
        self.dictionary = dictionary
        keywordCount = Keyword.all.count
        tree = PrefixTree(Keyword.all.map(\.skeleton) + dictionary.forms.map(\.skeleton))
    }

    /// Everything found in `text`, without overlaps, from left to right.
    package func findings(in text: [UInt8]) -> [Finding] {
        var skeleton = Skeleton()
        return text.withUnsafeBufferPointer { findings(in: $0, &skeleton) }
    }

    /// The same with a buffer to use again.
    func findings(in text: UnsafeBufferPointer<UInt8>, _ skeleton: inout Skeleton) -> [Finding] {
        Resolution.resolve(candidates(in: text, &skeleton), dictionary)
    }

    /// Everything found, overlaps included.
    func candidates(in text: UnsafeBufferPointer<UInt8>, _ skeleton: inout Skeleton) -> [Finding] {
        var scan = Scan(text)
        sweep(&scan)
        skeleton.fold(text, by: .lookalike)
        match(&scan, skeleton, keywords: true)
        if dictionary.needsPlainFold {
            skeleton.fold(text, by: .plain)
            match(&scan, skeleton, keywords: false)
        }
        return scan.found
    }

    /// One pass over the raw bytes, stopping at the ones that mean something.
    private func sweep(_ scan: inout Scan) {
        var cluster = Scan.Cluster()
        let text = scan.text
        var index = 0
        Self.triggers.withUnsafeBufferPointer { triggers in
            while index < text.count {
                let trigger = triggers[Int(text[index])]
                if trigger == Trigger.none {
                    index &+= 1
                    continue
                }
                index = look(trigger, at: index, &scan, &cluster)
            }
        }
    }

    private func look(
        _ trigger: UInt8, at index: Int, _ scan: inout Scan, _ cluster: inout Scan.Cluster
    )
        -> Int
    {
        switch trigger {
        case Trigger.digit: return digit(at: index, &scan, &cluster)
        case Trigger.at:
            scan.email(at: index)
        case Trigger.colon:
            if scan.at(index + 1) == 0x2F, scan.at(index + 2) == 0x2F {
                scan.url(atColon: index)
                return index + 3
            }
            if scan.at(index + 1).isHex || scan.at(index + 1) == 0x3A || scan.at(index - 1) == 0x3A {
                if scan.mac(at: index) { return index + 15 }
                let next = scan.ipv6(at: index)
                if next > index + 1 { return next }
            }
            if scan.at(index + 1) == 0x2D, scan.at(index - 1).isDigit { scan.swedishPrice(at: index) }
            scan.assignment(at: index)
        case Trigger.equals: scan.assignment(at: index)
        case Trigger.dot:
            if scan.at(index + 1).isHex, scan.mac(at: index) { return index + 10 }
            return scan.bareHost(at: index)
        case Trigger.dollar:
            scan.money(index, index + 1, .sign)
        case Trigger.comma:
            if oneOf("\"'", scan.at(index - 1)),
                oneOf("\"'", scan.at(scan.at(index + 1) == 0x20 ? index + 2 : index + 1))
            {
                scan.assignment(at: index, isPair: true)
            }
        case Trigger.tilde: scan.entraSecret(at: index)
        case Trigger.angle: scan.element(at: index)
        case Trigger.dash:
            if scan.at(index + 1) == 0x2D, scan.at(index + 2).isLetter { scan.option(at: index) }
            if scan.at(index + 1) == UInt8(ascii: "p") { scan.attachedPassword(at: index) }
            if scan.at(index + 1).isHex, scan.at(index + 3) == 0x2D, scan.mac(at: index) {
                return index + 15
            }
        default:
            for sign in Self.signs where sign[0] == scan.text[index] {
                if index + sign.count <= scan.count,
                    (1..<sign.count).allSatisfy({ scan.text[index + $0] == sign[$0] })
                {
                    scan.money(index, index + sign.count, .code)
                    break
                }
            }
        }
        return index + 1
    }

    private func digit(at index: Int, _ scan: inout Scan, _ cluster: inout Scan.Cluster) -> Int {
        let start = scan.runBack(index, limit: 64) { $0.isLetter }
        let end = scan.run(index, limit: 4096) { $0.isAlphanumeric }
        // Longer than anything that a number is in.
        if end - index > 128 { return end }
        if scan.at(start) == 0x2E { return end }
        let plain = start == index && scan.run(index, limit: 4096) { $0.isDigit } == end
        if start == index, oneOf(" \n>", scan.at(index - 1)) || index == 0 { scan.houseNumber(at: index) }
        if plain {
            // A country's letters before the groups of a number: "FR 23 440 722 155", "CHE-116.281.710".
            if oneOf(" -", scan.at(index - 1)), scan.at(index - 2).isUpper, scan.at(index - 3).isUpper {
                if let last = scan.vat(at: scan.at(index - 4).isUpper ? index - 4 : index - 3) { return last }
            }
            if end - index == 2 || end - index == 4, scan.pairs(index, end) { return index + 14 }
            if end - index <= 3, scan.at(end) == 0x2E, scan.ip(at: index) {
                return scan.ipv4(index) ?? end
            }
            if end - index == 8 || end - index == 32, scan.guid(index) { return end }
            // A foreigner in Spain: "Z-6208601-D".
            if end - index == 7, scan.at(index - 1) == 0x2D, oneOf("XYZxyz", scan.at(index - 2)),
                scan.at(end) == 0x2D,
                scan.spanishForeigner(index, end)
            {
                return end + 2
            }
            if end - index == 6, oneOf("-+", scan.at(end)), scan.finnish(index, index + 11, scan.at(end)) {
                return index + 11
            }
            if end - index >= 7, end - index <= 8, scan.at(end) == 0x2D, scan.at(end + 1).isLetter,
                scan.spanish(index, digitsEnd: end, letter: end + 1)
            {
                return end + 2
            }
            if end - index == 2 || end - index == 6, scan.at(index - 1) == 0x20,
                scan.nino(pairsAt: index - 3)
            {
                return end
            }
            if scan.appToken(index, end) { return end }
            return scan.digits(at: index, &cluster)
        }
        if end - start == 2 || end - start == 4, scan.pairs(start, end) { return start + 14 }
        if start == index, end - index == 7, scan.at(index - 1) == 0x20, scan.nino(pairsAt: index - 3) {
            return end
        }
        if end - start >= 23, scan.issued(start, end) { return end }
        if scan.identifier(start, end) { return end }
        if end - start == 8, scan.at(end) == 0x2D, scan.at(end + 1).isLetter,
            scan.spanish(start, digitsEnd: end, letter: end + 1)
        {
            return end + 2
        }
        let digits = scan.run(index, limit: 64) { $0.isDigit }
        return start < index && scan.at(index - 1).isUpper && digits - index < 3
            ? digits : scan.digits(at: index, &cluster)
    }

    /// Whether a keyword from `first` to the unit at `last` is worth a closer look.
    @inline(__always)
    private func passes(
        _ gate: Keyword.Gate, _ text: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int
    ) -> Bool {
        if gate.lead.0 != 0, text[first] != gate.lead.0 { return false }
        if gate.lead.1 != 0, first + 1 >= text.count || text[first + 1] != gate.lead.1 { return false }
        guard gate.isWhole else { return true }
        if first > 0, text[first - 1].isLetter { return false }
        return text[last] >= 0x80 || last + 1 == text.count || !text[last + 1].isLetter
    }

    private func match(_ scan: inout Scan, _ skeleton: Skeleton, keywords: Bool) {
        let text = scan.text
        let gates = Keyword.gates
        skeleton.bytes.withUnsafeBufferPointer { bytes in
            skeleton.start.withUnsafeBufferPointer { starts in
                let folded = UnsafeBufferPointer(rebasing: bytes[..<skeleton.count])
                let matcher = TermMatch(text: text, bytes: folded, start: starts)
                skeleton.places.withUnsafeBufferPointer { places in
                    let places = UnsafeBufferPointer(rebasing: places[..<skeleton.placeCount])
                    tree.scan(bytes, skeleton.count, at: places) { pattern, last in
                        if pattern >= keywordCount {
                            let form = dictionary.forms[pattern - keywordCount]
                            guard form.foreignScript != keywords else { return }
                            if let range = matcher.accept(form, last) {
                                let kind =
                                    form.term < 0 ? EntityKind.custom : dictionary.terms[form.term].kind
                                scan.found.append(Finding(range, kind, .dictionary, term: form.term))
                            }
                        } else if keywords {
                            let gate = gates[pattern]
                            let first = last &+ 1 &- gate.length
                            guard passes(gate, text, Int(starts[first]), Int(starts[last])) else { return }
                            let start = matcher.source(first).lowerBound
                            closer(
                                Keyword.all[pattern].keyword, start, matcher.source(last).upperBound, &scan)
                        }
                    }
                }
            }
        }
    }

    /// A keyword was seen at `start..<end` of the source: ask the recognizer that knows it.
    private func closer(_ keyword: Keyword, _ start: Int, _ end: Int, _ scan: inout Scan) {
        switch keyword {
        case .currency(let mark, let needsCapitals):
            let before = scan.at(start - 1)
            if before.isLetter || before == 0x5F || scan.at(end).isLetter { return }
            // A word, not letters from two.
            for index in start..<end where scan.text[index] < 0x80 && !scan.text[index].isLetter {
                return
            }
            if needsCapitals, !scan.text[start..<end].allSatisfy(\.isUpper) { return }
            // "Rs. 500", "kr. 500".
            let isShort = end - start <= 3 && scan.at(end) == 0x2E
            let known = scan.found.count
            scan.money(start, isShort && scan.at(end + 1) == 0x20 ? end + 1 : end, mark)
            // "5 won" and "2 real" are seldom money.
            if mark == .word, scan.found.count > known, let amount = scan.found.last,
                amount.range.count <= end - start + 3,
                amount.range.upperBound == end, oneOf("rw", scan.text[start].lowered),
                scan.reads("real", at: start) && end - start == 4
                    || scan.reads("won", at: start) && end - start == 3
            {
                scan.found.removeLast()
            }
        case .month: scan.month(start, end)
        case .secret(let shape):
            var offset = start
            for byte in shape.prefix.utf8 {
                if scan.at(offset) != byte {
                    // The prefix may open with a byte that folding drops.
                    return
                }
                offset += 1
            }
            scan.secret(shape, at: start)
        case .privateKey: scan.privateKey(at: start)
        case .curl: scan.curl(after: end)
        case .webToken:
            if scan.at(start) == 0x65, scan.at(start + 1) == 0x79, scan.at(start + 2) == 0x4A {
                scan.webToken(at: start)
            }
        case .street: scan.street(start, end)
        case .age: scan.age(start, end)
        case .postBox: scan.postBox(start, end)
        case .toldPassword: scan.toldPassword(start, after: end)
        }
    }
}
