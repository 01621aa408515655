/// Check digits of cards, accounts and national numbers.
///
/// All take digits as values 0 to 9.
enum Checksum {
    /// ISO/IEC 7812-1 annex B (Luhn).
    static func luhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
        var sum = 0
        var double = false
        for digit in digits.reversed() {
            let value = Int(digit) << (double ? 1 : 0)
            sum += value > 9 ? value - 9 : value
            double.toggle()
        }
        return sum % 10 == 0
    }

    /// ISO 7064 mod 97-10 over letters and digits, the first four characters moved to the end (ISO 13616).
    static func iban(_ characters: [UInt8]) -> Bool {
        guard characters.count > 4 else { return false }
        var remainder = 0
        for byte in characters[4...] + characters[..<4] {
            if byte.isDigit {
                remainder = (remainder * 10 + Int(byte - 0x30)) % 97
            } else if byte.isLetter {
                remainder = (remainder * 100 + Int(byte.raised - 0x37)) % 97
            } else {
                return false
            }
        }
        return remainder == 1
    }

    /// Sum of digits times weights.
    static func weighted(_ digits: [UInt8], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    }

    /// ISO 7064 mod 11,10, of the German tax number (the last digit checks the others).
    static func mod1110(_ digits: [UInt8]) -> Bool {
        var product = 10
        for digit in digits.dropLast() {
            var sum = (Int(digit) + product) % 10
            if sum == 0 { sum = 10 }
            product = sum * 2 % 11
        }
        return Int(digits.last ?? 10) == (11 - product) % 10
    }

    /// The last of eight digits of a Finnish company's number.
    static func finnishCompany(_ digits: [UInt8]) -> Bool {
        digits.count == 8 && (weighted(digits, [7, 9, 10, 5, 8, 4, 2]) + Int(digits[7])) % 11 == 0
    }

    /// The last of nine digits of a Norwegian company's number.
    static func norwegianCompany(_ digits: [UInt8]) -> Bool {
        digits.count == 9 && (weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) + Int(digits[8])) % 11 == 0
    }

    /// The last of ten digits of a Polish tax number.
    static func polishCompany(_ digits: [UInt8]) -> Bool {
        digits.count == 10 && digits[0] > 0
            && weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == Int(digits[9])
    }

    /// The control letter of a Spanish citizen's or foreigner's number, eight digits or X, Y or Z and seven.
    static func spanishPerson(_ characters: [UInt8]) -> Bool {
        guard characters.count == 9, let first = characters.first?.raised, let last = characters.last?.raised
        else { return false }
        var number = first.isDigit ? Int(first - 0x30) : oneOf("XYZ", first) ? Int(first - 0x58) : -1
        guard number >= 0 else { return false }
        for byte in characters[1..<8] {
            guard byte.isDigit else { return false }
            number = number * 10 + Int(byte - 0x30)
        }
        let letters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"
        return letters.utf8Start[number % 23] == last
    }

    /// The last digit or letter of a Spanish company's number: a letter and seven digits before it (Orden EHA/451/2008).
    static func spanishCompany(_ characters: [UInt8]) -> Bool {
        guard characters.count == 9, oneOf("ABCDEFGHJNPQRSUVW", characters[0].raised) else { return false }
        var sum = 0
        for (place, byte) in characters[1..<8].enumerated() {
            guard byte.isDigit else { return false }
            let value = Int(byte - 0x30) * (place % 2 == 0 ? 2 : 1)
            sum += value / 10 + value % 10
        }
        let check = (10 - sum % 10) % 10
        let letters: StaticString = "JABCDEFGHI"
        let last = characters[8].raised
        return last.isDigit ? Int(last - 0x30) == check : letters.utf8Start[check] == last
    }

    /// Verhoeff's scheme, of the Indian Aadhaar number.
    static func verhoeff(_ digits: [UInt8]) -> Bool {
        func times(_ a: Int, _ b: Int) -> Int {  // the dihedral group of order ten
            switch (a < 5, b < 5) {
            case (true, true): (a + b) % 5
            case (true, false): 5 + (a + b - 5) % 5
            case (false, true): 5 + (a - 5 - b + 5) % 5
            case (false, false): (a - b + 5) % 5
            }
        }
        let once = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
        var check = 0
        for (place, digit) in digits.reversed().enumerated() {
            var value = Int(digit)
            for _ in 0..<(place % 8) { value = once[value] }
            check = times(check, value)
        }
        return check == 0
    }
}
