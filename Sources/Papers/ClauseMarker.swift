/// The number or letter that opens a line or an item.
struct ClauseMarker: Equatable {
    enum Form: Equatable {
        /// `1.`, `1)` or a number before a heading.
        case number(Int)
        /// `Article 4`, `§ 3`: a number that says what it numbers, above those that do not.
        case article(Int)
        /// `1.1` and deeper.
        case dotted(String)
        /// `(a)`, `a)`, `a.`; letters that may be Roman say so in `roman`.
        case letter(UInt8, roman: Int?)
        /// `(ii)`: Roman alone.
        case roman(Int)
        /// `(1)`
        case parenthesized(Int)
        /// `Schedule 2`, `Annex A`
        case part(String)
    }

    var form: Form
    /// The first scalar after the marker and its blanks.
    var end: Int

    /// Reads a marker at `start`, no further than `limit`; nil where none stands there.
    static func read(_ scalars: [Unicode.Scalar], at start: Int, limit: Int) -> ClauseMarker? {
        var index = start
        func peek(_ offset: Int = 0) -> Unicode.Scalar? {
            index + offset < limit ? scalars[index + offset] : nil
        }
        let opened = peek() == "("
        if opened { index += 1 }
        let first = index
        guard let head = peek() else { return nil }
        if isDigit(head) {
            var numbers = [""]
            while let scalar = peek() {
                if isDigit(scalar) {
                    numbers[numbers.count - 1].unicodeScalars.append(scalar)
                    guard numbers[numbers.count - 1].count <= 3 else { return nil }
                } else if scalar == ".", let next = peek(1), isDigit(next), !opened {
                    numbers.append("")
                } else {
                    break
                }
                index += 1
            }
            let closer = peek()
            let closed = closer == ")" || closer == "." || closer == ":"
            if closed { index += 1 }
            guard let after = peek(), isBlank(after) || after == "*" || after == "_" else {
                return index == limit && closed && !opened
                    ? marker(numbers, opened: opened, end: index) : nil
            }
            if opened {
                guard closer == ")", numbers.count == 1, let value = Int(numbers[0]) else { return nil }
                return ClauseMarker(form: .parenthesized(value), end: skipBlanks(scalars, index, limit))
            }
            let content = skipBlanks(scalars, index, limit)
            if !closed {
                // "5 years" in a wrapped line is no clause number; "5 Definitions" may be.
                guard content < limit, numbers.count > 2 || scalars[content].properties.isUppercase else {
                    return nil
                }
                if numbers.count == 1, content - index < 2, limit - content > 70 { return nil }
            }
            return marker(numbers, opened: false, end: content)
        }
        guard head.isASCII, head.properties.isAlphabetic else { return nil }
        if !opened, let marker = lettered(scalars, at: start, limit: limit) { return marker }
        while let scalar = peek(), scalar.isASCII, scalar.properties.isAlphabetic, index - first < 6 {
            index += 1
        }
        let letters = String(String.UnicodeScalarView(scalars[first..<index]))
        guard let closer = peek(), closer == ")" || (closer == "." && !opened) else { return nil }
        index += 1
        if let after = peek(), !isBlank(after), after != "*", after != "_" { return nil }
        let end = skipBlanks(scalars, index, limit)
        let lowered = letters.lowercased()
        if letters.utf8.count == 1, let byte = lowered.utf8.first {
            return ClauseMarker(form: .letter(byte, roman: romanValue(lowered)), end: end)
        }
        guard let value = romanValue(lowered) else { return nil }
        return ClauseMarker(form: .roman(value), end: end)
    }

    /// Reads a number within a clause that goes by a letter: "B.1", "C.2.3", "S1.1".
    private static func lettered(_ scalars: [Unicode.Scalar], at start: Int, limit: Int) -> ClauseMarker? {
        guard start + 2 < limit, scalars[start].properties.isUppercase else { return nil }
        var index = scalars[start + 1] == "." ? start + 2 : start + 1
        guard isDigit(scalars[index]) else { return nil }
        let isJoined = index == start + 1
        while index < limit, isDigit(scalars[index]) || isInnerDot(scalars, index, start, limit) {
            index += 1
        }
        guard index - start <= 8 else { return nil }
        let label = String(String.UnicodeScalarView(scalars[start..<index]))
        if index < limit, ".:)".unicodeScalars.contains(scalars[index]) { index += 1 }
        guard index == limit || isBlank(scalars[index]) else { return nil }
        // "S1  Staffing" is a number; "A4 paper" is none.
        if isJoined, !label.contains("."), skipBlanks(scalars, index, limit) - index < 2 { return nil }
        return ClauseMarker(form: .dotted(label), end: skipBlanks(scalars, index, limit))
    }

    /// Reads a number that says what it numbers: "§ 5", "Article IV", "Section 1.01", "Clause 3 –".
    static func named(_ scalars: [Unicode.Scalar], at start: Int, limit: Int) -> ClauseMarker? {
        var index = start
        if index < limit, scalars[index] == "§" {
            while index < limit, scalars[index] == "§" { index += 1 }
        } else {
            while index < limit, index - start < 10, scalars[index].isASCII,
                scalars[index].properties.isAlphabetic
            {
                index += 1
            }
            let word = String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
            let names = ["section", "article", "clause", "paragraph", "art", "sec"]
            guard start < limit, scalars[start].properties.isUppercase, names.contains(word) else {
                return nil
            }
            if index < limit, scalars[index] == "." { index += 1 }
        }
        index = skipBlanks(scalars, index, limit)
        let first = index
        while index < limit, isDigit(scalars[index]) || isInnerDot(scalars, index, first, limit) {
            index += 1
        }
        let form: Form
        if index > first {
            let numbers = String(String.UnicodeScalarView(scalars[first..<index])).split(separator: ".")
            guard numbers.allSatisfy({ $0.utf8.count <= 3 }) else { return nil }
            if numbers.count > 1 {
                form = .dotted(numbers.joined(separator: "."))
            } else if let value = numbers.first.flatMap({ Int($0) }) {
                form = .article(value)
            } else {
                return nil
            }
        } else {
            while index < limit, index - first < 8, scalars[index].isASCII,
                scalars[index].properties.isAlphabetic
            {
                index += 1
            }
            let numeral = String(String.UnicodeScalarView(scalars[first..<index])).lowercased()
            guard let value = romanValue(numeral) else { return nil }
            form = .article(value)
        }
        if index < limit, ".:)".unicodeScalars.contains(scalars[index]) { index += 1 }
        guard index == limit || isBlank(scalars[index]) || scalars[index] == "*" else { return nil }
        index = skipBlanks(scalars, index, limit)
        while index < limit, "-–—".unicodeScalars.contains(scalars[index]) {
            index = skipBlanks(scalars, index + 1, limit)
        }
        // "Section 5 applies" goes on with a sentence and numbers nothing.
        guard index == limit || !scalars[index].properties.isLowercase,
            index == limit || scalars[index] != ","
        else { return nil }
        return ClauseMarker(form: form, end: index)
    }

    /// Reads a number without a stop where it goes on counting: "4 You may …" behind clause 3, "3.2 to use …"
    /// within it.
    ///
    /// - Parameters:
    ///   - last: the number of the clause before.
    ///   - opens: whether a blank line stands before it.
    static func counted(
        _ scalars: [Unicode.Scalar], at start: Int, limit: Int, after last: Int, opens: Bool
    ) -> ClauseMarker? {
        var index = start
        while index < limit, isDigit(scalars[index]) || isInnerDot(scalars, index, start, limit) {
            index += 1
        }
        guard index > start, index - start <= 7, index < limit, isBlank(scalars[index]) else { return nil }
        let numbers = String(String.UnicodeScalarView(scalars[start..<index])).split(separator: ".")
        let values = numbers.compactMap { $0.utf8.count <= 3 ? Int($0) : nil }
        let content = skipBlanks(scalars, index, limit)
        guard values.count == numbers.count, let first = values.first, content < limit,
            scalars[content].properties.isAlphabetic, !isMonth(scalars, at: content)
        else { return nil }
        if values.count == 1 {
            let isNext = opens && first == last + 1 && scalars[content].properties.isUppercase
            return isNext ? ClauseMarker(form: .number(first), end: content) : nil
        }
        guard first == last, values.count == 2 else { return nil }
        return ClauseMarker(form: .dotted(numbers.joined(separator: ".")), end: content)
    }

    /// Whether the name of a month stands at `start`, so that the number before it is a day.
    static func isMonth(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
        let word = scalars[min(start, scalars.count)...].prefix { $0.properties.isAlphabetic }
        return [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ].contains(String(String.UnicodeScalarView(word)).lowercased())
            && scalars[min(start + word.count, scalars.count)...].prefix(6).contains(where: isDigit)
    }

    private static func isInnerDot(_ scalars: [Unicode.Scalar], _ index: Int, _ first: Int, _ limit: Int)
        -> Bool
    {
        scalars[index] == "." && index > first && index + 1 < limit && isDigit(scalars[index + 1])
    }

    private static func marker(_ numbers: [String], opened: Bool, end: Int) -> ClauseMarker? {
        if numbers.count == 1 {
            return Int(numbers[0]).map { ClauseMarker(form: .number($0), end: end) }
        }
        return ClauseMarker(form: .dotted(numbers.joined(separator: ".")), end: end)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\u{00A0}" || scalar == "\u{2003}"
            || scalar == "\u{2002}" || scalar == "\u{202F}" || scalar == "\u{2009}"
    }

    static func skipBlanks(_ scalars: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit, isBlank(scalars[index]) { index += 1 }
        return index
    }

    /// The value of a Roman numeral up to 39 in lower case, or nil.
    static func romanValue(_ text: String) -> Int? {
        let numerals = [
            "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix",
        ]
        for tens in 0...3 {
            let prefix = String(repeating: "x", count: tens)
            guard text.hasPrefix(prefix) else { break }
            let rest = String(text.dropFirst(tens))
            if let units = numerals.firstIndex(of: rest), tens * 10 + units > 0 { return tens * 10 + units }
        }
        return nil
    }
}
