/// Street addresses and ages, where a pattern gives them away.
extension Scan {
    /// Words that name a kind of street; in some languages they end the street's name instead.
    static let streetWords: [String] =
        """
        street road avenue boulevard lane drive court square highway parkway crescent terrace straße strasse gasse
        allee rue avenida calle plaza via viale piazza rua straat laan vägen gatan gata katu tie ulica utca tér
        circle trail gardens grove mews alley chemin impasse quai corso strada paseo rambla aleja weg platz damm ufer
        dreef plein gracht gränd stigen vej
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let glued = [
        "strasse", "gasse", "straat", "laan", "vagen", "gatan", "gata", "katu", "weg", "platz", "damm",
        "ufer",
        "dreef", "plein", "gracht", "grand", "stigen", "vej", "allee",
    ]

    /// Words that come before the street's name, with the number in front: "71, rue Éric Mercier".
    private static let leading = [
        "rue", "avenue", "boulevard", "chemin", "impasse", "quai", "allee", "calle", "avenida", "plaza",
        "paseo",
        "rambla",
    ]

    /// A house number and a street around the street word at `start..<end`.
    mutating func street(_ start: Int, _ end: Int) {
        let byte = at(end)
        if byte.isLetter || byte >= 0x80 { return }
        let wordStart = runBack(start, limit: 40) {
            $0.isLetter || $0 >= 0x80 || $0 == 0x2D || $0 == 0x27
        }
        if wordStart < start {
            let skeleton = Skeleton.of(Array(text[start..<end]), by: .lookalike)
            guard Self.glued.contains(String(decoding: skeleton, as: UTF8.self)),
                text[wordStart].isUpper || text[wordStart] >= 0x80
            else { return }
        } else if numbered(wordStart, end) {
            return
        }
        // "90 Whitchurch Road": capitalized words back to a number.
        var from = wordStart
        var steps = 0
        while steps < 4 {
            guard at(from - 1) == 0x20 else { break }
            let word = runBack(from - 1, limit: 24) {
                $0.isAlphanumeric || $0 >= 0x80 || $0 == 0x27 || $0 == 0x2E
            }
            guard word < from - 1 else { break }
            if text[word].isDigit {
                let number = text[word..<(from - 1)]
                if number.count <= 6, number.allSatisfy({ $0.isAlphanumeric }),
                    wordStart < start || from < start
                {
                    addAddress(word, end)
                    return
                }
                break
            }
            guard text[word].isUpper || text[word] >= 0x80 else { break }
            from = word
            steps += 1
        }
        // "Hauptstraße 12a", "Via delle Coste 41": the number behind.
        var index = end
        var words = 0
        while words < 4 {
            if at(index) == 0x2C, words > 0, at(index + 1) == 0x20, at(index + 2).isDigit { index += 1 }
            guard at(index) == 0x20 else { return }
            let stop = run(index + 1, limit: 24) { $0.isAlphanumeric || $0 >= 0x80 || $0 == 0x27 }
            guard stop > index + 1 else { return }
            if text[index + 1].isDigit {
                guard stop - index <= 6, wordStart < start || words > 0 else { return }
                let flat = oneOf("/-", at(stop)) ? run(stop + 1, limit: 5) { $0.isAlphanumeric } : stop
                add(wordStart, unit(after: flat > stop + 1 ? flat : stop), .address, .pattern)
                return
            }
            index = stop
            words += 1
        }
    }

    /// A number, one of the leading words at `start..<end`, and the street's name.
    private mutating func numbered(_ start: Int, _ end: Int) -> Bool {
        let gap = runBack(start, limit: 2) { $0 == 0x20 || $0 == 0x2C }
        var first = runBack(gap, limit: 6) { $0.isAlphanumeric }
        if first < gap, reads("bis", at: first) || reads("ter", at: first), at(first - 1) == 0x20 {
            first = runBack(first - 1, limit: 5) { $0.isDigit }
        }
        guard gap < start, first < gap, text[first].isDigit, !at(first - 1).isAlphanumeric,
            Self.leading.contains(
                String(decoding: Skeleton.of(Array(text[start..<end]), by: .lookalike), as: UTF8.self))
        else { return false }
        var last = end
        var names = 0
        for _ in 0..<5 {
            guard at(last) == 0x20 else { break }
            let stop = run(last + 1, limit: 24) { $0.isLetter || $0 >= 0x80 || $0 == 0x27 || $0 == 0x2D }
            guard stop > last + 1 else { break }
            if text[last + 1].isUpper || text[last + 1] >= 0x80 { names += 1 } else if names > 0 { break }
            last = stop
        }
        guard names > 0 else { return false }
        add(first, last, .address, .pattern)
        return true
    }

    /// The end of a flat or suite behind a street, as in ", Suite 28".
    func unit(after end: Int) -> Int {
        let index = run(end, limit: 3) { $0 == 0x2C || $0 == 0x20 || $0 == 0x2E }
        for word in ["suite", "apt", "apartment", "unit", "floor", "flat"] as [StaticString]
        where reads(word, at: index) {
            let number = run(index + word.utf8CodeUnitCount, limit: 3) { oneOf(". #", $0) }
            let stop = run(number, limit: 6) { $0.isAlphanumeric }
            if stop > number { return stop }
        }
        return end
    }

    /// The number beside "years old" or "aged".
    mutating func age(_ start: Int, _ end: Int) {
        let before = runBack(start, limit: 1) { $0 == 0x20 || $0 == 0x2D }
        let digits = runBack(before, limit: 3) { $0.isDigit }
        if digits < before, before - digits <= 3, !at(digits - 1).isAlphanumeric {
            add(digits, before, .age, .context)
            return
        }
        guard at(end) == 0x20, at(end + 1).isDigit else { return }
        let stop = run(end + 1, limit: 4) { $0.isDigit }
        if stop - end <= 4, !at(stop).isAlphanumeric { add(end + 1, stop, .age, .context) }
    }
}
