/// Amounts of money: a currency's sign, code or word beside a number in digits or words.
extension Scan {
    /// Which side of a currency mark its number stands on.
    enum CurrencyMark: Sendable {
        /// `$`, `£`: before the number, seldom behind.
        case sign
        /// `EUR`, `CHF`, `€`, `元`: either side.
        case code
        /// "dollars", "kronor": behind the number.
        case word
    }

    /// Looks for the amount that the mark at `start..<end` belongs to.
    mutating func money(_ start: Int, _ end: Int, _ mark: CurrencyMark) {
        var from = start
        var to = end
        var right = mark == .word ? nil : amount(after: end)
        if mark == .sign, isParameter(end) { return }
        // Letters of something longer: "h1:Brl9GWCQ".
        if mark == .code, let number = right, at(end).isDigit, at(number.upperBound).isLetter { right = nil }
        let left = amount(before: start)
        if let right,
            mark == .sign || left == nil
                || left.map({ start - $0.upperBound > 0 }) == true && right.lowerBound == end
        {
            to = right.upperBound
            from = prefix(before: start)
        } else if let left {
            from = left.lowerBound
            if oneOf("$", at(from - 1)) { from -= 1 }
            to = subunits(after: suffixMagnitude(after: nationality(after: end, mark)))
        } else if let right {
            to = right.upperBound
            from = prefix(before: start)
        } else {
            return
        }
        if to > end { to = subunits(after: trailingCode(after: to)) }
        add(from, to, .money, .pattern)
    }

    /// Whether what follows a `$` makes it the parameter of a program and no amount: "$0", "$1.count", "\\$1".
    private func isParameter(_ index: Int) -> Bool {
        guard at(index).isDigit, !at(index + 1).isDigit else { return false }
        let next = at(index + 1)
        if at(index) == 0x30 { return next != 0x2E && next != 0x2C || !at(index + 2).isDigit }
        return next == 0x2E && at(index + 2).isLetter || at(index - 2) == 0x5C
    }

    /// A country in front of a sign: "US$", "C$", "HK $", "usd$".
    private func prefix(before start: Int) -> Int {
        var index = start
        if at(index - 1) == 0x20, at(index - 2).isLetter { index -= 1 }
        let letters = runBack(index, limit: 4) { $0.isLetter }
        guard letters < index, !at(letters - 1).isAlphanumeric, at(letters - 1) < 0x80 else {
            return start
        }
        let word = lowercased(letters..<index)
        let known = [
            "us", "usd", "c", "ca", "cad", "hk", "hkd", "a", "au", "aud", "nz", "nzd", "s", "sgd", "r",
            "nt",
            "u", "gbp", "eur",
        ]
        return known.contains(word) ? letters : start
    }

    /// "$ 5 million USD", "50 millones USD".
    private func trailingCode(after end: Int) -> Int {
        let index = run(end, limit: 1) { $0 == 0x20 }
        let stop = run(index, limit: 3) { $0.isUpper }
        guard stop - index == 3, !at(stop).isAlphanumeric,
            CurrencyTable.isCode(lowercased(index..<stop))
        else { return end }
        return stop
    }

    /// Whose currency it is, behind it: "3 500 $ CA", "1 200 francs suisses".
    private func nationality(after end: Int, _ mark: CurrencyMark) -> Int {
        guard at(end) == 0x20 else { return end }
        let stop = run(end + 1, limit: 20) { $0.isLetter || $0 >= 0x80 }
        guard stop > end + 1, !at(stop).isAlphanumeric else { return end }
        let word = text[(end + 1)..<stop]
        if mark == .sign {
            let isCountry = ["CA", "US", "AU", "NZ", "HK", "SG", "CAN", "USD", "CAD"].contains {
                word.elementsEqual($0.utf8)
            }
            return isCountry ? stop : end
        }
        return mark == .word && CurrencyTable.isNationality(CurrencyTable.fold(word)) ? stop : end
    }

    /// A price in Swedish kronor whose colon is at `index`: "499:-".
    mutating func swedishPrice(at index: Int) {
        let next = at(index + 2)
        guard !next.isAlphanumeric, !oneOf(")(/|[]{}<>*-", next), let start = digitsBack(index) else {
            return
        }
        add(start, index + 2, .money, .pattern)
    }

    /// "75 USD milhões": the magnitude behind the code.
    private func suffixMagnitude(after end: Int) -> Int {
        magnitudes(after: end) ?? end
    }

    /// "and 50 cents" behind an amount.
    private func subunits(after end: Int) -> Int {
        var index = run(end, limit: 2) { $0 == 0x20 || $0 == 0x2C }
        for link in ["and ", "und ", "y ", "e ", "et ", "en ", "och ", "con ", "mit "] as [StaticString]
        where reads(link, at: index) && index > end {
            index += link.utf8CodeUnitCount
            break
        }
        guard let number = number(after: index) else { return end }
        let word = run(number, limit: 1) { $0 == 0x20 }
        let stop = run(word, limit: 24) { $0.isLetter || $0 >= 0x80 }
        if stop > word, CurrencyTable.isSubunit(CurrencyTable.fold(text[word..<stop])) { return stop }
        // "15 dollars 50", "5 euro 50"
        if number - index == 2, at(index).isDigit, at(index - 1) == 0x20, !at(number).isAlphanumeric,
            at(number) != 0x2E,
            at(number) != 0x2C || !at(number + 1).isDigit, at(number) != UInt8(ascii: "%"),
            at(number) != 0x2F
        {
            return number
        }
        return end
    }

    /// The number, with magnitude, that begins behind `end`; a space, a sign or a bracket may lie between.
    private func amount(after end: Int) -> Range<Int>? {
        var index = end
        var skipped = 0
        while skipped < 2, let length = space(at: index) {
            index += length
            skipped += 1
        }
        if at(index) == 0x2D || at(index) == 0x2B { index += 1 }
        if at(index) == 0x20 { index += 1 }
        guard at(index).isDigit, var stop = number(after: index) else { return nil }
        stop = magnitudes(after: stop) ?? dashes(after: stop)
        // A range: "10-12k".
        if let length = dash(at: stop), at(stop + length).isDigit, let second = number(after: stop + length) {
            stop = magnitudes(after: second) ?? second
        }
        return end..<stop
    }

    /// The end of the number in digits, or words, at `index`.
    private func number(after index: Int) -> Int? {
        guard at(index).isDigit || at(index) == 0x2E && at(index + 1).isDigit else {
            return words(after: index)
        }
        var end = index
        while end < count {
            let byte = text[end]
            if byte.isDigit {
                end += 1
            } else if oneOf(".,'", byte), at(end + 1).isDigit {
                end += 1
            } else if let length = space(at: end),
                run(end + length, limit: 4, while: \.isDigit) - end - length == 3,
                !at(end + length + 3).isAlphanumeric
            {
                end += length + 3
            } else {
                break
            }
            if end - index > 40 { return nil }
        }
        return end
    }

    private func words(after index: Int) -> Int? {
        var end = index
        var last: Int?
        for _ in 0..<8 {
            let stop = run(end, limit: 40) { $0.isLetter || $0 >= 0x80 }
            guard stop > end, CurrencyTable.isNumberWord(CurrencyTable.fold(text[end..<stop])) else { break }
            last = stop
            end = run(stop, limit: 1) { $0 == 0x20 || $0 == 0x2D }
        }
        return last
    }

    /// The end of magnitude words ("million", "mil millones", "億", "k") behind `end`, or nil.
    private func magnitudes(after end: Int) -> Int? {
        var stop: Int?
        var index = end
        for _ in 0..<3 {
            if let wide = CurrencyTable.wideMagnitude(text, index) {
                // East Asian amounts interleave digits and magnitudes: "1억 2천 5백만".
                index = wide
                stop = wide
                let next = number(after: run(index, limit: 1) { $0 == 0x20 })
                if let next, CurrencyTable.wideMagnitude(text, next) != nil { index = next }
                continue
            }
            let word = index + (space(at: index) ?? 0)
            let last = run(word, limit: 24) { $0.isLetter || $0 >= 0x80 }
            guard last > word else { break }
            let glued = word == index
            guard CurrencyTable.isMagnitude(CurrencyTable.fold(text[word..<last]), glued: glued) else {
                break
            }
            stop = last
            if at(last) == 0x2E, last - word <= 8 { stop = last + 1 }
            index = stop ?? last
        }
        return stop
    }

    /// The end of the dash for no cents behind `end`: "950,-", "950.–".
    private func dashes(after end: Int) -> Int {
        guard oneOf(",.", at(end)) else { return end }
        if at(end + 1) == 0x2D { return end + 2 }
        return at(end + 1) == 0xE2 && at(end + 2) == 0x80 && (0x93...0x94).contains(at(end + 3))
            ? end + 4 : end
    }

    /// The end of a number that stands before `index`, without a dash for no cents, the dot of an abbreviated
    /// magnitude, or "d'" between them.
    private func bare(before index: Int) -> Int {
        if at(index - 1) == 0x2D, oneOf(",.", at(index - 2)), at(index - 3).isDigit { return index - 2 }
        if at(index - 1) == 0x27, at(index - 2).lowered == UInt8(ascii: "d"), at(index - 3) == 0x20 {
            return index - 3
        }
        if at(index - 1) == 0x2E {
            let word = runBack(index - 1, limit: 9) { $0.isLetter || $0 >= 0x80 }
            if (2...8).contains(index - 1 - word),
                CurrencyTable.isMagnitude(CurrencyTable.fold(text[word..<(index - 1)]), glued: true)
            {
                return index - 1
            }
        }
        return index
    }

    /// The length of the hyphen or dash of a range.
    private func dash(at index: Int) -> Int? {
        if at(index) == 0x2D { return 1 }
        return at(index) == 0xE2 && at(index + 1) == 0x80 && (0x90...0x94).contains(at(index + 2)) ? 3 : nil
    }

    private func space(at index: Int) -> Int? {
        if at(index) == 0x20 { return 1 }
        if at(index) == 0xC2, at(index + 1) == 0xA0 { return 2 }
        if at(index) == 0xE2, at(index + 1) == 0x80, at(index + 2) == 0xAF || at(index + 2) == 0x89 {
            return 3
        }
        return nil
    }

    /// The number, with magnitude and country, that ends before `start`.
    private func amount(before start: Int) -> Range<Int>? {
        let near = skipSpaceBack(start)
        var index = bare(before: near)
        var begin: Int?
        var tries = 0
        while tries < 10 {
            tries += 1
            if let from = digitsBack(index) {
                begin = from
                // East Asian and spelled amounts continue to the left: "1억 2천 5백만".
                let next = skipSpaceBack(from)
                guard CurrencyTable.wideMagnitudeBack(text, next) != nil else { break }
                index = next
                continue
            }
            if let wide = CurrencyTable.wideMagnitudeBack(text, index) {
                index = skipSpaceBack(wide)
                begin = wide
                continue
            }
            let word = runBack(index, limit: 40) { $0.isLetter || $0 >= 0x80 }
            guard word < index else { break }
            let slice = CurrencyTable.fold(text[word..<index])
            if CurrencyTable.isNumberWord(slice) {
                begin = word
                index = runBack(word, limit: 1) { $0 == 0x20 || $0 == 0x2D }
                continue
            }
            // "45 k€" as well as "45k €".
            if CurrencyTable.isMagnitude(slice, glued: at(word - 1).isDigit || index == start)
                || CurrencyTable.isConnector(slice)
                || begin == nil && CurrencyTable.isNationality(slice)
            {
                index = skipSpaceBack(word)
                continue
            }
            break
        }
        guard var from = begin else { return nil }
        if at(from - 1) == 0x2D, !at(from - 2).isAlphanumeric { from -= 1 }
        for length in [1, 3] where dash(at: from - length) == length && at(from - length - 1).isDigit {
            from = digitsBack(from - length) ?? from
        }
        return from..<near
    }

    private func skipSpaceBack(_ index: Int) -> Int {
        if at(index - 1) == 0x20 || at(index - 1) == 0x2D && at(index - 2).isDigit { return index - 1 }
        if at(index - 1) == 0xA0, at(index - 2) == 0xC2 { return index - 2 }
        if at(index - 3) == 0xE2, at(index - 2) == 0x80, at(index - 1) == 0xAF || at(index - 1) == 0x89 {
            return index - 3
        }
        return index
    }

    /// The start of a number in digits that ends before `index`.
    private func digitsBack(_ index: Int) -> Int? {
        guard at(index - 1).isDigit else { return nil }
        var start = index
        while start > 0, index - start < 40 {
            let byte = text[start - 1]
            if byte.isDigit {
                start -= 1
            } else if oneOf(".,'", byte), at(start - 2).isDigit {
                start -= 1
            } else if case let before = skipSpaceBack(start), before < start, at(start - 1) != 0x2D,
                at(before - 1).isDigit,
                run(start, limit: 4, while: \.isDigit) - start == 3,
                runBack(before, limit: 4, while: \.isDigit) + 3 >= before
            {
                start = before
            } else {
                break
            }
        }
        if at(start - 1).isLetter, at(start - 1) < 0x80 { return nil }
        return start
    }
}
