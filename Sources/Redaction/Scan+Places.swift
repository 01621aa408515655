/// Street addresses and ages, where a pattern gives them away.
extension Scan {
    /// Words that name a kind of street; in some languages they end the street's name instead.
    static let streetWords: [String] =
        """
        street road avenue boulevard lane drive court square highway parkway crescent terrace straße strasse gasse
        allee rue avenida calle plaza via viale piazza rua straat laan vägen gatan gata katu tie ulica utca tér
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let glued = ["strasse", "gasse", "straat", "laan", "vagen", "gatan", "gata", "katu"]

    /// A house number and a street around the street word at `start..<end`.
    mutating func street(_ start: Int, _ end: Int) {
        let byte = at(end)
        if byte.isLetter || byte >= 0x80 { return }
        let wordStart = runBack(start, limit: 40) { $0.isLetter || $0 >= 0x80 || $0 == 0x2D || $0 == 0x27 }
        if wordStart < start {
            let skeleton = Skeleton.of(Array(text[start..<end]), by: .lookalike)
            guard Self.glued.contains(String(decoding: skeleton, as: UTF8.self)) else { return }
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
                    add(word, unit(after: end), .address, .pattern)
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
            guard at(index) == 0x20 else { return }
            let stop = run(index + 1, limit: 24) { $0.isAlphanumeric || $0 >= 0x80 || $0 == 0x27 }
            guard stop > index + 1 else { return }
            if text[index + 1].isDigit {
                guard stop - index <= 6, wordStart < start || words > 0 else { return }
                add(wordStart, unit(after: stop), .address, .pattern)
                return
            }
            index = stop
            words += 1
        }
    }

    /// "Suite 28", "Apt.
    ///
    /// 683" behind a street.
    private func unit(after end: Int) -> Int {
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
