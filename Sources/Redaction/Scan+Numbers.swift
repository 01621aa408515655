/// Runs of digits: cards, phones, national numbers, numeric dates.
extension Scan {
    /// Groups of digits with short separators between them, such as `4012-8888-8888-1881`.
    struct Cluster {
        var groups: [Range<Int>] = []
        var digits: [UInt8] = []
        /// Where each group begins in `digits`, and the end.
        var offsets: [Int] = []

        mutating func clear() {
            groups.removeAll(keepingCapacity: true)
            digits.removeAll(keepingCapacity: true)
            offsets.removeAll(keepingCapacity: true)
        }

        func values(_ groups: Range<Int>) -> ArraySlice<UInt8> {
            digits[offsets[groups.lowerBound]..<offsets[groups.upperBound]]
        }
    }

    private static let cardWords = contextWords(
        "card visa mastercard amex maestro discover carte karte tarjeta carta cc")
    private static let phoneWords = contextWords(
        "phone tel mobile cell fax call desk office whatsapp sms telefon telefono telefone telefoon puhelin gsm "
            + "handy mob contact dial ring text reach number")
    private static let notPhone = contextWords(
        "account card ssn social order invoice visa amex express discover mastercard omb")
    private static let licenseWords = contextWords("license licence driver driving dl permit")
    private static let passportWords = contextWords(
        "passport travel passeport reisepass pasaporte passaporto")
    private static let zipWords = contextWords("zip postal postcode plz zipcode")
    private static let taxWords = contextWords("ahv vat siren dni nip cif cvr uid btw tva ust iva moms")
    private static let companyWords = contextWords(
        "siren siret rcs org orgnr organisationsnummer organisasjonsnummer company register krs regon business"
    )
    private static let bankWords = contextWords("bank account acct checking routing iban konto debit")

    /// Looks at the cluster whose first digit is at `start`; returns where to go on.
    mutating func digits(at start: Int, _ cluster: inout Cluster) -> Int {
        cluster.clear()
        var index = start
        while true {
            let end = run(index, limit: 64) { $0.isDigit }
            cluster.groups.append(index..<end)
            cluster.offsets.append(cluster.digits.count)
            for at in index..<end { cluster.digits.append(text[at] - 0x30) }
            if end == count || cluster.digits.count > 48 || cluster.groups.count > 15 { break }
            var next = end
            while next < count, next - end < 3, isSeparator(next) { next += separatorLength(next) }
            guard next > end, at(next).isDigit else { break }
            if text[end] == 0x0A || text[end] == 0x0D { break }
            index = next
        }
        cluster.offsets.append(cluster.digits.count)
        guard let last = cluster.groups.last else { return start + 1 }
        let total = cluster.digits.count
        let plain = cluster.groups.count == 1
        if total < 3, plain { return last.upperBound }
        dates(cluster)
        if total >= 6 {
            for group in cluster.groups.indices { numbers(cluster, from: group) }
            if total >= 7 { phones(cluster) }
        }
        if plain { single(cluster) }
        return last.upperBound
    }

    private func isSeparator(_ index: Int) -> Bool {
        oneOf(" -./()_+", text[index]) || text[index] == 0xC2 && at(index + 1) == 0xA0
            || text[index] == 0xE2 && at(index + 1) == 0x80
    }

    private func separatorLength(_ index: Int) -> Int {
        text[index] == 0xC2 ? 2 : text[index] == 0xE2 ? 3 : 1
    }

    /// Whether a number may begin, or end, here: no letter or digit touches it.
    private func free(before index: Int) -> Bool {
        let byte = at(index - 1)
        return !byte.isAlphanumeric && byte != 0x5F && byte != 0x2E && byte != 0x2D
    }

    private func free(after index: Int) -> Bool {
        let byte = at(index)
        if byte.isAlphanumeric || byte == 0x5F { return false }
        if byte == 0x2D || byte == 0x2E || byte == 0x2C { return !at(index + 1).isDigit }
        return true
    }

    /// One separator byte between the groups of `range`, or nil if they differ; 0 for a single group.
    ///
    /// A space that does not break is a space.
    private func separator(_ cluster: Cluster, _ range: Range<Int>) -> UInt8? {
        guard range.count > 1 else { return 0 }
        var mark: UInt8?
        for group in range.dropFirst() {
            let before = cluster.groups[group - 1].upperBound
            let length = cluster.groups[group].lowerBound - before
            guard length == separatorLength(before) else { return nil }
            let isDash = length == 3 && (0x90...0x95).contains(text[before + 2])
            let own = length == 1 ? text[before] : isDash ? 0x2D : 0x20
            if mark.map({ $0 != own }) == true { return nil }
            mark = own
        }
        return mark
    }

    /// Cards and national numbers that begin with group `first`.
    private mutating func numbers(_ cluster: Cluster, from first: Int) {
        let start = cluster.groups[first].lowerBound
        let byte = at(start - 1)
        if byte.isLetter || byte == 0x5F { return }
        if byte == 0x2E || byte == 0x2D || byte == 0x2B, first > 0 || byte == 0x2B { return }
        for last in first..<min(cluster.groups.count, first + 7) {
            let end = cluster.groups[last].upperBound
            let range = first..<(last + 1)
            let digits = Array(cluster.values(range))
            if digits.count > 19 { return }
            guard digits.count >= 8,
                free(after: end) || last + 1 < cluster.groups.count && at(end) == 0x20
            else { continue }
            guard let mark = separator(cluster, range) else { continue }
            card(start, end, digits, cluster, range, mark)
            national(start, end, digits, cluster, range, mark)
        }
    }

    /// A payment card: 12 to 19 digits, an issuer's first digits, Luhn (ISO/IEC 7812).
    private mutating func card(
        _ start: Int, _ end: Int, _ digits: [UInt8], _ cluster: Cluster, _ range: Range<Int>,
        _ mark: UInt8
    ) {
        guard (12...19).contains(digits.count), mark == 0 || mark == 0x20 || mark == 0x2D || mark == 0x2E
        else {
            return
        }
        guard digits.contains(where: { $0 != digits[0] }), Checksum.luhn(digits) else { return }
        if range.count > 1 {
            let sizes = cluster.groups[range].map(\.count)
            guard sizes.dropLast().allSatisfy({ (3...6).contains($0) }) else { return }
            if mark == 0x2E, sizes != [4, 4, 4, 4] { return }
        }
        let two = Int(digits[0]) * 10 + Int(digits[1])
        let four = two * 100 + Int(digits[2]) * 10 + Int(digits[3])
        let issued: Bool =
            switch digits.count {
            case 13: digits[0] == 4 || (50...69).contains(two) && two != 59
            case 14: two == 36 || two == 38 || two == 39 || (3000...3095).contains(four) || isMaestro(two)
            case 15:
                two == 34 || two == 37 || four == 2131 || four == 1800 || four == 1220 || two == 20
                    || isMaestro(two)
            case 16:
                digits[0] == 4 || (51...55).contains(two) || (2221...2720).contains(four)
                    || (2200...2204).contains(four) || two == 35
                    || (60...69).contains(two) || two == 50 || (56...58).contains(two) || two == 81
                    || two == 82
                    || two == 97
            case 12, 17, 18, 19: digits[0] == 4 || two == 50 || (56...69).contains(two) || two == 62
            default: false
            }
        if issued || follows(Self.cardWords, start) {
            add(start, end, .card, issued ? .checksum : .context)
        }
    }

    /// Whether a card of twelve to nineteen digits may begin so.
    private func isMaestro(_ two: Int) -> Bool {
        two == 50 || (56...58).contains(two) || two == 63 || two == 67
    }

    private mutating func national(
        _ start: Int, _ end: Int, _ d: [UInt8], _ cluster: Cluster, _ range: Range<Int>, _ mark: UInt8
    ) {
        let sizes = cluster.groups[range].map(\.count)
        let spaced = mark == 0 || mark == 0x20
        let varied = d.contains { $0 != d[0] }
        func value(_ from: Int, _ to: Int) -> Int { d[from..<to].reduce(0) { $0 * 10 + Int($1) } }
        switch d.count {
        case 8:
            if sizes == [8], mark == 0, follows(Self.taxWords, start) {
                add(start, end, .euVAT, .context)
            }
            if sizes == [7, 1], mark == 0x2D, Checksum.finnishCompany(d) {
                add(start, end, .companyID, .checksum)
            }
            if sizes == [2, 3, 3], mark == 0x2E || mark == 0x20, oneOf(" -.", at(end)), at(end + 1).isLetter,
                !at(end + 2).isAlphanumeric, Checksum.spanishPerson(d.map { $0 + 0x30 } + [at(end + 1)])
            {
                add(start, end + 2, .esNIF, .checksum)
            }
        case 9:
            social(start, end, value(0, 3), value(3, 5), value(5, 9), sizes, mark)
            if varied, sizes == [9] || sizes == [3, 3, 3] {
                if spaced || mark == 0x2D, d[0] != 0, d[0] != 8, Checksum.luhn(d) {
                    add(start, end, .caSIN, .checksum)
                }
                if spaced {
                    if Checksum.weighted(d, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0 {
                        add(start, end, .auTFN, .checksum)
                    }
                    let sum = Checksum.weighted(d, [8, 7, 6, 5, 4, 3, 2, 1])
                    if (10 - sum % 10) % 10 == Int(d[8]) { add(start, end, .auACN, .checksum) }
                }
                if Checksum.luhn(d) && follows(Self.companyWords, start)
                    || Checksum.norwegianCompany(d)
                        && follows(Self.companyWords, start)
                {
                    add(start, end, .companyID, .checksum)
                }
            }
            if sizes == [9] || sizes == [4, 4, 1], [0, 1, 2, 3, 6, 7, 8].contains(d[0]),
                Checksum.weighted(d, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0, varied
            {
                let prefix = value(0, 2)
                if prefix <= 12 || (21...32).contains(prefix) || (61...72).contains(prefix) || prefix == 80 {
                    add(start, end, .abaRouting, .checksum)
                }
            }
            if sizes == [9], follows(Self.passportWords, start) || (start == 0 && end == count) {
                add(start, end, .usPassport, start == 0 ? .weak : .context)
            }
        case 10:
            if sizes == [10] || sizes == [3, 3, 4], mark == 0 || mark == 0x20 || mark == 0x2D, varied {
                let check = 11 - Checksum.weighted(d, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
                if check % 11 == Int(d[9]), check != 10 { add(start, end, .ukNHS, .checksum) }
            }
            if sizes == [10] || sizes == [6, 4] && (mark == 0x2D || mark == 0x2B), Checksum.luhn(d),
                isDay(value(2, 4), value(4, 6), coordination: true)
            {
                add(start, end, .sePersonnummer, .checksum)
            } else if sizes == [6, 4], mark == 0x2D, d[2] >= 2, Checksum.luhn(d),
                follows(Self.companyWords, start)
            {
                add(start, end, .companyID, .checksum)
            }
            if Checksum.polishCompany(d),
                sizes == [3, 3, 2, 2] || sizes == [3, 2, 2, 3] || follows(Self.taxWords, start)
            {
                add(start, end, .companyID, .checksum)
            }
        case 11:
            if sizes == [2, 3, 3, 3], spaced, germanTax(d) { add(start, end, .deTaxID, .checksum) }
            if sizes == [11] {
                if Checksum.weighted(d, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0,
                    isDay(value(2, 4) % 20, value(4, 6), coordination: false)
                {
                    add(start, end, .plPESEL, .checksum)
                }
                if germanTax(d) { add(start, end, .deTaxID, .checksum) }
                if varied, value(7, 10) <= 121, Checksum.luhn(d) { add(start, end, .itVAT, .checksum) }
            }
            if sizes == [11] || sizes == [2, 3, 3, 3], spaced, d[0] > 0 {
                var shifted = d
                shifted[0] -= 1
                if Checksum.weighted(shifted, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 == 0 {
                    add(start, end, .auABN, .checksum)
                }
            }
        case 12:
            if sizes == [12] || sizes == [8, 4], mark == 0 || mark == 0x2D, Checksum.luhn(d[2...]),
                (18...20).contains(value(0, 2)), isDay(value(4, 6), value(6, 8), coordination: true)
            {
                add(start, end, .sePersonnummer, .checksum)
            }
            if sizes == [12] || sizes == [4, 4, 4], spaced || mark == 0x2D, d[0] >= 2,
                Checksum.verhoeff(d)
            {
                add(start, end, .inAadhaar, .checksum)
            }
        case 13, 14, 15:
            if d.count == 14, sizes == [14] || sizes == [3, 3, 3, 5], spaced, Checksum.luhn(d),
                Checksum.luhn(d[..<9]), follows(Self.companyWords, start)
            {
                add(start, end, .companyID, .checksum)
            }
            if d.count == 15, d[0] == 1 || d[0] == 2, sizes == [15] || sizes.count >= 5,
                97 - value(0, 13) % 97 == value(13, 15)
            {
                add(start, end, .frNIR, .checksum)
            }
        default: break
        }
        if (8...17).contains(d.count), sizes.count == 1,
            follows(contextWords("bank account acct checking"), start)
        {
            add(start, end, .usBank, .context)
        }
    }

    /// Social security and taxpayer numbers of the United States: no check digit, but numbers never given out.
    private mutating func social(
        _ start: Int, _ end: Int, _ area: Int, _ group: Int, _ serial: Int, _ sizes: [Int],
        _ mark: UInt8
    ) {
        let bare = sizes == [9]
        let shaped = sizes == [3, 2, 4]
        guard bare || shaped || sizes == [5, 4] || sizes == [3, 6], mark == 0 || oneOf(" -.", mark)
        else {
            return
        }
        guard group != 0, serial != 0, area != 0, area != 666 else { return }
        // Numbers printed in advertisements.
        if area == 78, group == 5, serial == 1120 || area == 987 && group == 65 { return }
        let words = contextWords("ssn social itin tax taxpayer")
        let known = follows(words, start)
        if area >= 900 {
            let inRange =
                (50...65).contains(group) || (70...88).contains(group) || (90...92).contains(group)
                || (94...99).contains(group)
            if inRange, shaped || !bare || known || at(start - 1) == 0 {
                add(start, end, .usITIN, known || shaped ? .context : .weak)
            }
            return
        }
        if shaped {
            add(start, end, .usSSN, mark == 0x2D || known ? .context : .pattern)
        } else if known || sizes.count == 2 && mark == 0x2D || bare {
            add(start, end, .usSSN, known ? .context : .weak)
        }
    }

    private func isDay(_ month: Int, _ day: Int, coordination: Bool) -> Bool {
        (1...12).contains(month) && ((1...31).contains(day) || coordination && (61...91).contains(day))
    }

    /// The German tax number: one digit of the first ten comes twice or thrice, ISO 7064 check digit.
    private func germanTax(_ d: [UInt8]) -> Bool {
        guard d[0] != 0, Checksum.mod1110(d) else { return false }
        var counts = [Int](repeating: 0, count: 10)
        for digit in d[..<10] { counts[Int(digit)] += 1 }
        let repeated = counts.filter { $0 > 1 }
        guard repeated.count <= 1, repeated.allSatisfy({ $0 <= 3 }) else { return false }
        return true
    }

    /// A lone number that only the words before it explain.
    private mutating func single(_ cluster: Cluster) {
        let group = cluster.groups[0]
        let (start, end) = (group.lowerBound, group.upperBound)
        guard free(before: start) || at(start - 1) >= 0x80, free(after: end) else { return }
        if group.count == 4, at(end) >= 0xE5 || at(end) == 0x20 && at(end + 1) >= 0xE5, wideDate(start, end) {
            return
        }
        if group.count == 4, year(start) { return }
        if (4...10).contains(group.count), follows(Self.zipWords, start, within: 16) {
            var last = end
            if at(end) == 0x2D, at(end + 1).isDigit { last = run(end + 1, limit: 4) { $0.isDigit } }
            add(start, last, .zip, .context)
        }
        if (5...14).contains(group.count), follows(Self.licenseWords, start, within: 28) {
            add(start, end, .usLicense, .context)
        }
        if group.count == 9, follows(Self.passportWords, start) {
            add(start, end, .usPassport, .context)
        }
    }

    /// A phone number among the groups; each group begins at most one.
    private mutating func phones(_ cluster: Cluster) {
        var first = 0
        while first < cluster.groups.count {
            if let last = phone(cluster, from: first) { first = last + 1 } else { first += 1 }
        }
    }

    private mutating func phone(_ cluster: Cluster, from first: Int) -> Int? {
        var start = cluster.groups[first].lowerBound
        var plus = false
        var opened = false
        while oneOf("+(", at(start - 1)) {
            start -= 1
            if text[start] == 0x2B { plus = true } else { opened = true }
            if plus, opened { break }
        }
        let before = at(start - 1)
        if before.isAlphanumeric && !before.isLetter || oneOf("#$*_", before) || before == 0x2B
            || before == 0x3D && !follows(Self.phoneWords, start, within: 16)
        {
            return nil
        }
        if before.isLetter, !plus, !opened,
            !(at(start - 2).isLower && cluster.values(first..<(first + 1)).count <= 4)
        {
            return nil
        }
        if before == 0x2E || before == 0x2D || before == 0x2F, at(start - 2).isAlphanumeric, first == 0 {
            return nil
        }
        if before == 0x2D, first == 0 { return nil }
        let wordsBefore = follows(Self.phoneWords, start)
        let barred = follows(Self.notPhone, start, within: 24)
        // Take as many groups as still make a number.
        var last = min(cluster.groups.count - 1, first + 6)
        while last >= first {
            let range = first..<(last + 1)
            let end = cluster.groups[last].upperBound
            let digits = cluster.values(range)
            if digits.count <= 17, digits.count >= 7, phoneEnds(end),
                let basis = phoneBasis(
                    Array(digits), cluster, range, plus: plus, opened: opened,
                    context: wordsBefore || mentions(Self.phoneWords, from: end, to: end + 12), barred: barred
                )
            {
                add(start, phoneExtension(end), .phone, basis)
                return last
            }
            last -= 1
        }
        return nil
    }

    private func phoneEnds(_ end: Int) -> Bool {
        let next = at(end)
        if next.isLetter {
            return next.lowered == UInt8(ascii: "x") && at(end + 1).isDigit
                || at(end + 1).isLetter && next.isUpper
        }
        if next.isDigit || next == 0x5F || next == UInt8(ascii: "*") || next == UInt8(ascii: "=") {
            return false
        }
        if next == 0x2E || next == 0x2C || next == 0x3A { return !at(end + 1).isDigit }
        return true
    }

    private func phoneExtension(_ end: Int) -> Int {
        var index = run(end, limit: 2) { $0 == 0x20 || $0 == 0x2C }
        if reads("ext", at: index) {
            index = run(index + 3, limit: 6) { $0.isLower }
        } else if reads("x", at: index) {
            index += 1
        } else {
            return end
        }
        index = run(index, limit: 3) { oneOf(".: ", $0) }
        let stop = run(index, limit: 7) { $0.isDigit }
        return stop - index >= 1 && stop - index <= 6 ? stop : end
    }

    /// The largest numbers of 32 bits, which stand in many programs.
    private static let limits: [[UInt8]] = ["2147483647", "2147483648", "4294967295", "4294967296"].map {
        $0.utf8.map { $0 - 0x30 }
    }

    /// Whether digits begin with a year, a month and a day, as in "20250218142911" and "2025-02-18".
    private func isMoment(_ digits: [UInt8], _ sizes: [Int]) -> Bool {
        guard let first = sizes.first, first == 8 || first == 14 || sizes == [4, 2, 2] else { return false }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) } }
        return ((1900...2100).contains(number(0..<4)) || sizes.count == 3)
            && (1...12).contains(number(4..<6)) && (1...31).contains(number(6..<8))
    }

    private func phoneBasis(
        _ digits: [UInt8], _ cluster: Cluster, _ range: Range<Int>, plus: Bool, opened: Bool,
        context: Bool,
        barred: Bool
    ) -> Finding.Basis? {
        let sizes = cluster.groups[range].map(\.count)
        let total = digits.count
        if !plus, !context || total == 14, isMoment(digits, sizes) { return nil }
        // A moment behind a version: "0.0-20210921155107".
        if !plus, sizes.contains(14) { return nil }
        if !plus, !context, Self.limits.contains(digits) { return nil }
        var dots = false
        var slashes = false
        for group in range.dropFirst() {
            let gap = cluster.groups[group - 1].upperBound..<cluster.groups[group].lowerBound
            let marks = text[gap]
            if marks.contains(0x2B) || marks.contains(0x5F) { return nil }
            dots = dots || marks.contains(0x2E)
            slashes = slashes || marks.contains(0x2F)
            if dots, slashes { return nil }
            if marks.contains(0x28),
                group > range.lowerBound + 2 || (!plus && digits[0] != 0 && sizes[0] > 3)
            {
                return nil
            }
            if marks.contains(0x29), !marks.contains(0x28) {
                let inside = text[max(0, cluster.groups[range.lowerBound].lowerBound - 1)..<gap.lowerBound]
                if !inside.contains(0x28) { return nil }
            }
            let isSpacedSlash = marks.count == 3 && oneOf("/-", marks[marks.startIndex + 1])
            if marks.count > 2, !marks.contains(0x28), !isSpacedSlash { return nil }
            if marks.count == 2, marks.allSatisfy({ $0 == 0x20 }) { return nil }
        }
        if digits.allSatisfy({ $0 == digits[0] }), !context { return nil }
        let mark = separator(cluster, range)
        if sizes.count >= 2, isDate(cluster, range) { return nil }
        if plus {
            guard digits[0] != 0, total >= 8, total <= 15 + (sizes.count > 2 ? 1 : 0) else { return nil }
            if mark == 0x2D, sizes.allSatisfy({ $0 == 2 }) { return nil }
            if sizes.filter({ $0 == 1 }).count > 2 { return nil }
            return .context
        }
        if barred { return nil }
        if sizes == [1], total > 0 { return nil }
        let us = digits.count == 11 && digits[0] == 1 ? Array(digits.dropFirst()) : digits
        if us.count == 10, us[0] >= 2, us[3] >= 2 || context || mark == 0x2D || opened,
            sizes == [3, 3, 4] || sizes == [1, 3, 3, 4] || sizes == [3, 7] && opened
        {
            return .context
        }
        if sizes.count == 1 {
            if digits[0] == 0, (10...13).contains(total) { return context ? .context : .pattern }
            // Mobile numbers of China.
            if total == 11, digits[0] == 1, digits[1] >= 3 { return context ? .context : .weak }
            if total == 10, digits[0] >= 2, digits[3] >= 2 || context {
                return context ? .pattern : .weak
            }
            return context && (8...12).contains(total) ? .weak : nil
        }
        let smallest = sizes.min() ?? 0
        if digits[0] == 0, (8...15).contains(total), sizes[0] <= 5, smallest >= 2 || opened {
            if mark == 0x2E, sizes.count == 2 { return nil }
            return context || sizes[0] >= 2 ? .context : .pattern
        }
        if digits[0] == 0, digits.count > 11, digits[1] == 0 || digits[1] == 1 { return .pattern }  // 00, 011
        if opened, (8...12).contains(total), smallest >= 2 { return .pattern }
        // Russia's trunk prefix.
        if total == 11, sizes.count >= 4, sizes[0] == 1, digits[0] == 8 {
            return context ? .context : .pattern
        }
        guard (8...13).contains(total), smallest >= 2, sizes.allSatisfy({ $0 <= 5 || context }) else {
            return context && total == 7 && sizes == [3, 4] ? .pattern : nil
        }
        if sizes.count >= 3, mark == 0x20 || mark == 0x2D || mark == 0x2E && context {
            if mark == 0x20, sizes.dropFirst().allSatisfy({ $0 == 3 }), sizes[0] < 3, !context {
                return nil
            }
            if sizes.allSatisfy({ $0 == 4 }) { return context ? .pattern : nil }
            return context ? .pattern : .weak
        }
        if sizes.count == 2, mark == 0x2D || mark == 0x20 || mark == 0x2F, context,
            sizes[1] >= 5 || sizes == [4, 4]
        {
            return .pattern
        }
        return nil
    }
}
