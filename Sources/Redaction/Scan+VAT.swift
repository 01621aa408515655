/// Value-added-tax numbers of Europe, with the check digits that their countries give them (the European Commission's
/// VIES, and the tax offices of the United Kingdom, Norway and Switzerland).
extension Scan {
    private static let vatWords = contextWords(
        "vat ust tva iva btw moms mva mwst uid alv nif cif nip cvr steuernr umsatzsteuer intracommunautaire taxe tax pvm dph "
            + "afm pdv ddv kdv kmkr reg")

    /// A number whose country's letters begin at `start`, written together or in the groups it is printed in.
    ///
    /// - Returns: the end of it; nil where there is none.
    mutating func vat(at start: Int) -> Int? {
        guard at(start).isUpper, at(start + 1).isUpper, !at(start - 1).isAlphanumeric, at(start - 1) != 0x5F,
            at(start - 1) < 0x80
        else { return nil }
        var index = start + 2
        // "CHE-116.281.710"
        if reads("CHE", at: start) { index += 1 }
        let letters = index
        var body: [UInt8] = []
        var ends: [Int] = []
        while body.count < 12 {
            if oneOf(" .-", at(index)),
                at(index + 1).isDigit || at(index + 1).isUpper && index == letters
                    || at(index + 1) == UInt8(ascii: "B") && body.count == 9
            {
                index += 1
            }
            let byte = at(index)
            guard byte.isDigit || byte.isUpper || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
            else { break }
            body.append(byte)
            index += 1
            ends.append(index)
        }
        // The longest number that ends where no letter or digit follows.
        while let end = ends.last {
            if !at(end).isAlphanumeric, at(end) != 0x5F, !(oneOf("-.", at(end)) && at(end + 1).isAlphanumeric)
            {
                switch Self.judge(text[start], text[start + 1], body, isSwiss: letters == start + 3) {
                case .agrees:
                    add(start, end, .euVAT, .checksum)
                    return end
                case .plausible where follows(Self.vatWords, start):
                    add(start, end, .euVAT, .context)
                    return end
                default: break
                }
            }
            body.removeLast()
            ends.removeLast()
        }
        return nil
    }

    private enum VATJudgment { case agrees, plausible, none }

    private static func judge(_ first: UInt8, _ second: UInt8, _ body: [UInt8], isSwiss: Bool) -> VATJudgment
    {
        let d = body.map { $0 &- 0x30 }
        let count = body.count
        let isNumber = body.allSatisfy(\.isDigit)
        func sum(_ weights: [Int]) -> Int { Checksum.weighted(d, weights) }
        func agrees(_ test: Bool) -> VATJudgment { test ? .agrees : .none }
        func number(_ range: Range<Int>) -> Int { d[range].reduce(0) { $0 * 10 + Int($1) } }
        if isSwiss {
            guard count == 9, isNumber else { return .none }
            return agrees((11 - sum([5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11 == Int(d[8]))
        }
        switch (first, second) {
        case (0x41, 0x54):  // AT
            guard count == 9, body[0] == UInt8(ascii: "U"), body[1...].allSatisfy(\.isDigit) else {
                return .none
            }
            var total = 4
            for place in 1...7 {
                let value = Int(d[place]) * (place % 2 == 0 ? 2 : 1)
                total += value / 10 + value % 10
            }
            return agrees((100 - total) % 10 == Int(d[8]))
        case (0x42, 0x45):  // BE
            guard count == 10, isNumber, d[0] < 2 else { return .none }
            return agrees(97 - number(0..<8) % 97 == number(8..<10))
        case (0x44, 0x45):  // DE
            return agrees(count == 9 && isNumber && d[0] > 0 && Checksum.mod1110(d))
        case (0x44, 0x4B):  // DK
            return agrees(count == 8 && isNumber && d[0] > 0 && sum([2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0)
        case (0x45, 0x45):  // EE
            return agrees(count == 9 && isNumber && sum([3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0)
        case (0x45, 0x4C):  // EL
            guard count == 9, isNumber else { return .none }
            return agrees(sum([256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == Int(d[8]))
        case (0x45, 0x53): return spanishCompany(body, d)
        case (0x46, 0x49):  // FI
            return agrees(count == 8 && isNumber && Checksum.finnishCompany(d))
        case (0x46, 0x52):  // FR
            guard count == 11, body[2...].allSatisfy(\.isDigit) else { return .none }
            // The number of Monaco's companies is no SIREN.
            guard Checksum.luhn(d[2...]) || number(2..<5) == 0 else { return .none }
            if !isNumber { return .plausible }
            return agrees((12 + 3 * (number(2..<11) % 97)) % 97 == number(0..<2))
        case (0x48, 0x52):  // HR
            return agrees(count == 11 && isNumber && Checksum.mod1110(d))
        case (0x48, 0x55):  // HU
            guard count == 8, isNumber else { return .none }
            return agrees((10 - sum([9, 7, 3, 1, 9, 7, 3]) % 10) % 10 == Int(d[7]))
        case (0x49, 0x45):  // IE
            guard count == 8 || count == 9, body[7].isUpper, body[2..<7].allSatisfy(\.isDigit),
                body[0].isDigit,
                count == 8 || body[8].isUpper
            else { return .none }
            guard body[1].isDigit else { return .plausible }
            let last = count == 9 ? Int(body[8] - 0x40) * 9 : 0
            let check = (sum([8, 7, 6, 5, 4, 3, 2]) + last) % 23
            return agrees(check == (body[7] == UInt8(ascii: "W") ? 0 : Int(body[7] - 0x40)))
        case (0x49, 0x54):  // IT
            return agrees(count == 11 && isNumber && number(0..<7) > 0 && Checksum.luhn(d))
        case (0x4C, 0x55):  // LU
            return agrees(count == 8 && isNumber && number(0..<6) % 89 == number(6..<8))
        case (0x4D, 0x54):  // MT
            guard count == 8, isNumber else { return .none }
            return agrees((sum([3, 4, 6, 7, 8, 9]) + number(6..<8)) % 37 == 0)
        case (0x4E, 0x4C):  // NL: the ninth digit checks a company's, two letters and all together a person's
            guard count == 12, body[9] == UInt8(ascii: "B"), body[10].isDigit, body[11].isDigit,
                body[..<9].allSatisfy(\.isDigit)
            else { return .none }
            let isCompany = sum([9, 8, 7, 6, 5, 4, 3, 2]) % 11 == Int(d[8])
            var remainder = 2321  // N and L
            for byte in body {
                let value = byte.isDigit ? Int(byte - 0x30) : Int(byte - 0x37)
                let shift = value > 9 ? 100 : 10
                remainder = (remainder * shift + value) % 97
            }
            return agrees(isCompany || remainder == 1)
        case (0x4E, 0x4F):  // NO
            return agrees(count == 9 && isNumber && Checksum.norwegianCompany(d))
        case (0x50, 0x4C):  // PL
            return agrees(count == 10 && isNumber && Checksum.polishCompany(d))
        case (0x50, 0x54):  // PT
            guard count == 9, isNumber, d[0] > 0 else { return .none }
            let check = 11 - sum([9, 8, 7, 6, 5, 4, 3, 2]) % 11
            return agrees((check > 9 ? 0 : check) == Int(d[8]))
        case (0x53, 0x45):  // SE
            return agrees(count == 12 && isNumber && number(10..<12) > 0 && Checksum.luhn(d[..<10]))
        case (0x53, 0x49):  // SI
            guard count == 8, isNumber, d[0] > 0 else { return .none }
            let check = 11 - sum([8, 7, 6, 5, 4, 3, 2]) % 11
            return agrees(check == 10 ? d[7] == 0 : check < 10 && check == Int(d[7]))
        case (0x53, 0x4B):  // SK
            return agrees(count == 10 && isNumber && d[0] > 0 && number(0..<10) % 11 == 0)
        case (0x47, 0x42), (0x58, 0x49):  // GB, XI
            guard count == 9 || count == 12, isNumber else { return .none }
            let total = sum([8, 7, 6, 5, 4, 3, 2]) + number(7..<9)
            // Three ways to count: the first, and those of 2010.
            return agrees([0, 42, 55].contains(total % 97))
        case (0x42, 0x47): return isNumber && (9...10).contains(count) ? .plausible : .none  // BG
        case (0x43, 0x59):  // CY
            return count == 9 && body[8].isUpper && body[..<8].allSatisfy(\.isDigit) ? .plausible : .none
        case (0x43, 0x5A): return isNumber && (8...10).contains(count) ? .plausible : .none  // CZ
        case (0x4C, 0x54): return isNumber && (count == 9 || count == 12) ? .plausible : .none  // LT
        case (0x4C, 0x56): return isNumber && count == 11 ? .plausible : .none  // LV
        case (0x52, 0x4F): return isNumber && (6...10).contains(count) ? .plausible : .none  // RO
        default: return .none
        }
    }

    /// The number of a Spanish company, citizen or foreigner: letters at one end or both, and a check.
    private static func spanishCompany(_ body: [UInt8], _ d: [UInt8]) -> VATJudgment {
        guard body.count == 9, body[1..<8].allSatisfy(\.isDigit), body[0].isUpper || body[8].isUpper else {
            return .none
        }
        return Checksum.spanishCompany(body) || Checksum.spanishPerson(body) ? .agrees : .none
    }
}
