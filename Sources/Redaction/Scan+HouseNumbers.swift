/// Street addresses told by their house number: what stands around it, in the orders that countries write it.
extension Scan {
    /// Ends of street names that are written together, in lower case.
    private static let endings = words(
        """
        strasse straße str. gasse allee weg platz damm ufer steig ring chaussee straat laan dreef plein gracht singel kade
        steeg vägen gatan gata väg gränd stigen torg torget plan backen gade gaden vej vejen vænget stræde plads allé gate
        veien vegen vei veg plass plassen katu tie kuja polku tori raitti kaari bulevardi esplanadi út utca tér
        """)

    /// Kinds of streets that follow the name as a word, with the number behind.
    private static let following = words(
        "gate gata gade vei veg vej väg allé plads plass torg tie katu straat weg laan plein straße strasse út utca tér útja"
    )

    /// Kinds of streets that come before the name, with the number behind.
    private static let leading = words(
        """
        c/ c. cl calle avda avda. av av. avd avenida pza pza. plza. pl pl. plaza paseo pº ronda carrer carretera ctra. camino
        via viale piazza p.za corso c.so largo vicolo v.le rua r. travessa praça alameda ul ul. ulica al al. aleja aleje os.
        plac str. strada bd. bdul. bul. ул. улица пр. проспект пер. οδός λεωφ.
        """)

    /// Short forms of English streets, which follow number and name.
    private static let shortened = words(
        "st ave rd blvd ln dr ct pl sq hwy pkwy cir ter cres way cl gdns st. ave. rd. blvd. ln. dr. ct. pl. sq. hwy. pkwy. cir."
    )

    private static let units = words("suite apt apt. apartment flat")

    private static func words(_ text: String) -> Set<[UInt8]> {
        Set(text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
    }

    /// An address around the number whose first digit is at `index`, behind a space or at the start of a line.
    mutating func houseNumber(at index: Int) {
        let digits = run(index, limit: 7) { $0.isDigit }
        guard digits - index <= 6 else { return }
        var end = digits
        if at(end).isLetter, !at(end + 1).isAlphanumeric { end += 1 }
        if at(end).isAlphanumeric || at(end) >= 0x80 || at(end) == 0x5F { return }
        if oneOf(".,:", at(end)), at(end + 1).isDigit { return }
        if at(end) == 0x25 || at(end) == 0x3D || at(end) == UInt8(ascii: "(") { return }
        if at(end) == 0x20, at(end + 1).isUpper || at(end + 1).isDigit, let last = shortStreet(after: end) {
            addAddress(index, last)
            return
        }
        guard digits - index <= 4, at(index - 1) == 0x20 else { return }
        let comma = at(index - 2) == 0x2C ? index - 2 : index - 1
        guard at(comma - 1).isLetter || at(comma - 1) >= 0x80 || at(comma - 1) == 0x2E else { return }
        let start = wordStart(comma)
        guard start < comma, text[start].isUpper || text[start] >= 0x80 || comma - start <= 6 else { return }
        if oneOf("/-", at(end)), at(end + 1).isDigit { end = run(end + 1, limit: 4) { $0.isAlphanumeric } }
        let word = folded(start..<comma)
        if Self.units.contains(word), text[start].isUpper {
            add(start, end, .address, .pattern)
            return
        }
        guard let from = streetName(start, comma, word) ?? name(before: comma, postcodeAfter: end) else {
            return
        }
        // "Mannerheimintie 5 A 12"
        if at(end) == 0x20, at(end + 1).isUpper, at(end + 2) == 0x20, at(end + 3).isDigit {
            end = run(end + 3, limit: 3) { $0.isDigit }
        }
        addAddress(from, end)
    }

    /// Where the name of the street begins whose last word is `start..<end`, if a word in it says that it is one.
    private func streetName(_ start: Int, _ end: Int, _ word: [UInt8]) -> Int? {
        let isName = text[start].isUpper || text[start] >= 0x80
        if isName {
            for length in 2...min(9, max(2, word.count)) where word.count >= length + 3 {
                if Self.endings.contains(Array(word.suffix(length))) { return start }
            }
            // "Friedrich-Ebert-Str."
            if word.count > 5, let dash = word.lastIndex(of: 0x2D),
                Self.endings.contains(Array(word[(dash + 1)...]))
            {
                return start
            }
        }
        let isKind = Self.following.contains(word)
        var from = start
        var names = isName ? 1 : 0
        for _ in 0..<4 {
            guard at(from - 1) == 0x20 || at(from - 1) == UInt8(ascii: "/") else { break }
            let stop = at(from - 1) == 0x20 ? from - 1 : from
            let first = wordStart(stop)
            guard first < stop else { break }
            let before = folded(first..<stop)
            if names > 0, Self.leading.contains(before), !at(first - 1).isAlphanumeric { return first }
            let capital = text[first].isUpper || text[first] >= 0x80
            if isKind, capital {
                from = first
                names += 1
                continue
            }
            if isKind, names > (isName ? 1 : 0) { break }
            if !capital, before.count > 4 { break }
            from = first
            if capital { names += 1 }
        }
        return isKind && from < start && text[from].isUpper ? from : nil
    }

    /// The start of the capitalized words before `end` where a postcode and a place follow at `number`: ", 07743 Jena".
    private func name(before end: Int, postcodeAfter number: Int) -> Int? {
        var index = number
        if at(index) == 0x2C { index += 1 }
        guard index > number || at(index) == 0x0A || at(index) == 0x0D else { return nil }
        index = run(index, limit: 12) { $0.isSpace || $0 == 0x3E }
        if at(index).isUpper, at(index + 1) == 0x2D { index += 2 }
        let digits = run(index, limit: 6) { $0.isDigit }
        var stop = digits
        switch digits - index {
        case 3
        where at(stop) == 0x20 && at(stop + 1).isDigit && at(stop + 2).isDigit && !at(stop + 3).isDigit:
            stop += 3
        case 4:
            if at(stop) == 0x20, at(stop + 1).isUpper, at(stop + 2).isUpper, !at(stop + 3).isAlphanumeric {
                stop += 3
            }
        case 5: break
        default: return nil
        }
        guard at(stop) == 0x20, at(stop + 1).isUpper || at(stop + 1) >= 0xC3,
            at(stop + 2).isLetter || at(stop + 2) >= 0x80
        else { return nil }
        var from = end
        var first: Int?
        for _ in 0..<4 {
            let start = wordStart(from)
            guard start < from else { break }
            if text[start].isUpper || text[start] >= 0x80 { first = start } else if from - start > 3 { break }
            guard at(start - 1) == 0x20 else { break }
            from = start - 1
        }
        return first
    }

    /// The end of "5th Ave NW" behind a number that ends at `end`.
    private func shortStreet(after end: Int) -> Int? {
        var index = end
        for step in 0..<5 {
            guard at(index) == 0x20 else { return nil }
            let stop = run(index + 1, limit: 24) {
                $0.isAlphanumeric || $0 >= 0x80 || $0 == 0x27 || $0 == 0x2E
            }
            guard stop > index + 1, at(index + 1).isUpper || at(index + 1).isDigit else { return nil }
            let isKind = step > 0 && stop - index <= 6 && Self.shortened.contains(folded((index + 1)..<stop))
            if isKind, !at(stop).isAlphanumeric {
                let dot = at(stop - 1) == 0x2E && (at(stop) != 0x20 && at(stop) != 0x2C) ? stop - 1 : stop
                return compass(after: dot)
            }
            if at(stop - 1) == 0x2E, stop - index > 3 { return nil }
            index = stop
        }
        return nil
    }

    /// The end of a quarter of the compass behind a street: "NW", "W.".
    private func compass(after end: Int) -> Int {
        guard at(end) == 0x20 else { return end }
        let stop = run(end + 1, limit: 3) { oneOf("NESW", $0) }
        return stop > end + 1 && stop - end <= 3 && !at(stop).isAlphanumeric ? stop : end
    }

    /// An address, with the flat before it or the suite behind it.
    mutating func addAddress(_ start: Int, _ end: Int) {
        var from = start
        if at(start - 1) == 0x20, at(start - 2) == 0x2C {
            let number = runBack(start - 2, limit: 5) { $0.isAlphanumeric }
            if number < start - 2, at(number - 1) == 0x20 {
                let word = wordStart(number - 1)
                if Self.units.contains(folded(word..<(number - 1))) { from = word }
            }
        }
        add(from, unit(after: end), .address, .pattern)
    }

    /// A box at the post office: the number behind the words that end at `end`.
    mutating func postBox(_ start: Int, _ end: Int) {
        let number = run(end, limit: 4) { oneOf(" .:#", $0) }
        let stop = run(number, limit: 7) { $0.isDigit }
        let isWhole = !at(start - 1).isAlphanumeric && number > end
        if isWhole, stop > number, stop - number <= 6, !at(stop).isAlphanumeric {
            add(start, stop, .address, .pattern)
        }
    }

    /// The start of the word that ends at `end`, with its hyphens, apostrophes and dots.
    private func wordStart(_ end: Int) -> Int {
        runBack(end, limit: 40) {
            $0.isLetter || $0 >= 0x80 || $0 == 0x2D || $0 == 0x27 || $0 == 0x2E || $0 == UInt8(ascii: "/")
        }
    }

    private func folded(_ range: Range<Int>) -> [UInt8] { text[range].map(\.lowered) }
}
