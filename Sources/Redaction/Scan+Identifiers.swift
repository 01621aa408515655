/// Numbers with letters in them: bank accounts, national identifiers, wallets.
extension Scan {
    /// Length of an IBAN by country (SWIFT's IBAN registry).
    private static let ibanLength: [[UInt8]: Int] = {
        let table =
            """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
            EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27
            JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18
            NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28
            TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
            """
        var lengths: [[UInt8]: Int] = [:]
        for entry in table.split(whereSeparator: \.isWhitespace) {
            lengths[Array(entry.utf8.prefix(2))] = Int(entry.dropFirst(2))
        }
        return lengths
    }()

    private static let passportWords = contextWords(
        "passport travel passeport reisepass pasaporte passaporto")
    private static let licenseWords = contextWords("license licence driver driving dl permit")
    private static let spanishWords = contextWords("cif nif vat iva")

    /// Looks at the run of letters and digits `start..<end`, which holds both; says whether it was something.
    mutating func identifier(_ start: Int, _ end: Int) -> Bool {
        let size = end - start
        let before = at(start - 1)
        if before == 0x5F { return false }
        let first = text[start]
        if first.isLetter, at(start + 1).isLetter, at(start + 2).isDigit, at(start + 3).isDigit, iban(start) {
            return true
        }
        if size == 8 || size >= 32, guid(start) { return true }
        switch size {
        case 9:
            if spanish(start, end) || nino(start, end) { return true }
            if Checksum.spanishCompany(Array(text[start..<end])), follows(Self.spanishWords, start) {
                add(start, end, .euVAT, .checksum)
                return true
            }
            if first.isUpper, text[(start + 1)..<end].allSatisfy(\.isDigit) {
                let known = follows(Self.passportWords, start)
                if known || (start == 0 && end == count) {
                    add(start, end, .usPassport, known ? .context : .weak)
                }
                if follows(Self.licenseWords, start, within: 28) { add(start, end, .usLicense, .context) }
                return known
            }
        case 8: if spanish(start, end) { return true }
        case 10:
            if first.isLetter, pan(start, end) { return true }
        case 11:
            if at(start + 6).isLetter, finnish(start, end, at(start + 6)) { return true }
        case 16: if italian(start, end) { return true }
        case 26...34:
            if first == 0x31 || first == 0x33, base58(start, end) {
                add(start, end, .wallet, .pattern)
                return true
            }
        case 42, 62:
            if reads("bc1", at: start),
                text[(start + 3)..<end].allSatisfy({ $0.isAlphanumeric && !oneOf("1bio", $0) })
            {
                add(start, end, .wallet, .checksum)
                return true
            }
            if size == 42, first == 0x30, at(start + 1) == UInt8(ascii: "x"),
                text[(start + 2)..<end].allSatisfy(\.isHex)
            {
                add(start, end, .wallet, .pattern)
                return true
            }
        default: break
        }
        if first.isUpper, (6...16).contains(size), follows(Self.licenseWords, start, within: 28),
            text[start..<end].filter(\.isDigit).count >= 4
        {
            add(start, end, .usLicense, .context)
            return true
        }
        if glued(start, end) { return true }
        return vat(at: start) != nil
    }

    /// An IBAN that begins at `start`, written together or in groups of four.
    private mutating func iban(_ start: Int) -> Bool {
        let country = [text[start].raised, text[start + 1].raised]
        guard let length = Self.ibanLength[country] else { return false }
        var characters: [UInt8] = []
        var index = start
        while characters.count < length, index < count {
            let byte = text[index]
            if byte.isAlphanumeric {
                characters.append(byte)
            } else if byte == 0x20 || byte == 0x2D, at(index + 1).isAlphanumeric, index > start {
            } else if byte == 0xC2, at(index + 1) == 0xA0, at(index + 2).isAlphanumeric {
                index += 1
            } else {
                break
            }
            index += 1
        }
        guard characters.count == length, !at(index).isAlphanumeric, Checksum.iban(characters) else {
            return false
        }
        let spaced = index - start > length
        if !spaced, characters.contains(where: \.isLower), characters.contains(where: \.isUpper) {
            return false
        }
        add(start, index, .iban, .checksum)
        return true
    }

    /// A Finnish personal identity code, `DDMMYYCZZZQ`; `start` is its first digit.
    @discardableResult
    mutating func finnish(_ start: Int, _ end: Int, _ sign: UInt8) -> Bool {
        guard end - start == 11, end <= count, oneOf("-+ABCDEFUVWXYabcdefuvwxy", sign) else { return false }
        var number = 0
        for offset in [0, 1, 2, 3, 4, 5, 7, 8, 9] {
            let byte = text[start + offset]
            guard byte.isDigit else { return false }
            number = number * 10 + Int(byte - 0x30)
        }
        let day = Int(text[start] - 0x30) * 10 + Int(text[start + 1] - 0x30)
        let month = Int(text[start + 2] - 0x30) * 10 + Int(text[start + 3] - 0x30)
        guard (1...31).contains(day), (1...12).contains(month),
            day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        else { return false }
        let checks: StaticString = "0123456789ABCDEFHJKLMNPRSTUVWXY"
        guard checks.utf8Start[number % 31] == text[start + 10].raised else { return false }
        add(start, end, .fiPIC, .checksum)
        return true
    }

    /// A Spanish tax number of a citizen (DNI) or a foreigner (NIE), with its control letter.
    private mutating func spanish(_ start: Int, _ end: Int) -> Bool {
        guard text[end - 1].isLetter else { return false }
        return spanish(start, digitsEnd: end - 1, letter: end - 1)
    }

    /// The same where a hyphen stands before the letter at `letter`.
    @discardableResult
    mutating func spanish(_ start: Int, digitsEnd: Int, letter: Int) -> Bool {
        let foreign = text[start].raised
        let isForeign = foreign == 0x58 || foreign == 0x59 || foreign == 0x5A
        let digits = text[(isForeign ? start + 1 : start)..<digitsEnd]
        // "0x…" is a number in hexadecimal.
        if isForeign, at(start - 1) == 0x30 { return false }
        guard digits.allSatisfy(\.isDigit), isForeign ? digits.count == 7 : (7...8).contains(digits.count)
        else { return false }
        if at(letter + 1).isAlphanumeric { return false }
        var number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        if isForeign { number += Int(foreign - 0x58) * 10_000_000 }
        let letters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"
        guard letters.utf8Start[number % 23] == text[letter].raised else { return false }
        add(start, letter + 1, isForeign ? .esNIE : .esNIF, .checksum)
        return true
    }

    /// A foreigner's number with hyphens around its seven digits `start..<end`.
    mutating func spanishForeigner(_ start: Int, _ end: Int) -> Bool {
        let letters = [at(start - 2)] + text[start..<end] + [at(end + 1)]
        guard !at(start - 3).isAlphanumeric, !at(end + 2).isAlphanumeric, Checksum.spanishPerson(letters)
        else {
            return false
        }
        add(start - 2, end + 2, .esNIE, .checksum)
        return true
    }

    /// A British National Insurance number written together; see `nino(pairsAt:)` for the spaced form.
    private mutating func nino(_ start: Int, _ end: Int) -> Bool {
        ninoEnd(start) == end && addNino(start, end)
    }

    /// A National Insurance number that begins with two letters at `start`, groups apart or together.
    @discardableResult
    mutating func nino(pairsAt start: Int) -> Bool {
        guard let end = ninoEnd(start) else { return false }
        return addNino(start, end)
    }

    private mutating func addNino(_ start: Int, _ end: Int) -> Bool {
        add(start, end, .ukNINO, .pattern)
        return true
    }

    private func ninoEnd(_ start: Int) -> Int? {
        let (a, b) = (at(start).raised, at(start + 1).raised)
        guard a.isLetter, b.isLetter, !oneOf("DFIQUV", a), !oneOf("DFIQUVO", b), !at(start - 1).isAlphanumeric
        else { return nil }
        for (x, y) in [("B", "G"), ("G", "B"), ("N", "K"), ("K", "N"), ("T", "N"), ("N", "T"), ("Z", "Z")]
            as [(Unicode.Scalar, Unicode.Scalar)]
        where UInt32(a) == x.value && UInt32(b) == y.value { return nil }
        var index = start + 2
        var digits = 0
        while digits < 6 {
            if at(index) == 0x20, at(index - 1) != 0x20 { index += 1 }
            guard at(index).isDigit else { return nil }
            digits += 1
            index += 1
        }
        if at(index) == 0x20 { index += 1 }
        guard oneOf("ABCD", at(index).raised), !at(index + 1).isAlphanumeric else { return nil }
        return index + 1
    }

    /// An Italian fiscal code with its control letter (Decreto 23/12/1976).
    private mutating func italian(_ start: Int, _ end: Int) -> Bool {
        let shape: StaticString = "LLLLLLDDLDDLDDDL"
        let odd = [
            1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
        ]
        var sum = 0
        for offset in 0..<16 {
            let byte = text[start + offset].raised
            let letter = shape.utf8Start[offset] == UInt8(ascii: "L")
            // Digits may be replaced by letters where two people would share a code.
            guard letter ? byte.isLetter : byte.isDigit || oneOf("LMNPQRSTUV", byte) else { return false }
            if offset == 15 { break }
            let value = Int(byte.isDigit ? byte - 0x30 : byte - 0x41)
            sum += offset % 2 == 0 ? odd[value] : value
        }
        let agrees = Int(text[start + 15].raised) - 0x41 == sum % 26
        add(start, end, .itFiscalCode, agrees ? .checksum : .pattern)
        return true
    }

    /// An Indian permanent account number: five letters (the fourth a holder's class), four digits, a letter.
    private mutating func pan(_ start: Int, _ end: Int) -> Bool {
        let letters = text[start..<(start + 5)]
        guard letters.allSatisfy(\.isUpper), text[(start + 5)..<(start + 9)].allSatisfy(\.isDigit),
            text[end - 1].isUpper,
            oneOf("ABCFGHLJPT", text[start + 3])
        else { return false }
        add(start, end, .inPAN, .pattern)
        return true
    }

    private func base58(_ start: Int, _ end: Int) -> Bool {
        let run = text[start..<end]
        guard run.allSatisfy({ !oneOf("0OIl", $0) }), run.contains(where: \.isLower),
            run.contains(where: \.isUpper)
        else {
            return false
        }
        // Base58Check: the version byte is 0 or 5, so 25 bytes fit the number (BIP 13).
        return run.contains(where: \.isDigit)
    }

    /// A national number glued to the word before it ("is030594W903B").
    private mutating func glued(_ start: Int, _ end: Int) -> Bool {
        let letters = run(start, limit: 8) { $0.isLower }
        guard letters > start, letters - start <= 8, letters < end else { return false }
        if end - letters == 11, finnish(letters, end, at(letters + 6)) { return true }
        if end - letters == 12, text[letters..<end].allSatisfy(\.isDigit) {
            let digits = text[letters..<end].map { $0 - 0x30 }
            if Checksum.luhn(digits[2...]), digits[0] == 1 || digits[0] == 2 {
                let month = digits[4] * 10 + digits[5]
                if (1...12).contains(month) {
                    add(letters, end, .sePersonnummer, .checksum)
                    return true
                }
            }
        }
        return false
    }
}
