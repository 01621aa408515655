/// Looks at what is left after redaction for what a person should judge.
enum Suspicions {
    static func collect(
        in window: [UInt8], _ range: Range<Int>, _ pieces: [Findings.Piece], _ dictionary: TermDictionary,
        offset: Int,
        into report: inout Report
    ) {
        window.withUnsafeBufferPointer { text in
            var from = range.lowerBound
            for piece in pieces where piece.range.upperBound > range.lowerBound {
                if from >= range.upperBound { return }
                let limit = min(piece.range.lowerBound, range.upperBound)
                let end = look(
                    text, from..<max(from, limit), piece.range.lowerBound, dictionary, offset, &report)
                from = max(end, piece.range.upperBound)
            }
            if from < range.upperBound {
                _ = look(text, from..<range.upperBound, text.count, dictionary, offset, &report)
            }
        }
    }

    private enum Class {
        static let other: UInt8 = 0
        static let digit: UInt8 = 1
        /// A letter, or a byte that one of a European script begins with.
        static let letter: UInt8 = 2
        /// Another byte beyond ASCII.
        static let high: UInt8 = 3
    }

    private static let classes: [UInt8] = (0..<256).map { value in
        let byte = UInt8(value)
        if byte.isDigit { return Class.digit }
        if byte.isLetter || byte >= 0xC3 && byte < 0xE0 { return Class.letter }
        return byte >= 0x80 ? Class.high : Class.other
    }

    /// Looks at one stretch between findings.
    ///
    /// - Parameter limit: where the next finding begins; a run of names ends there.
    /// - Returns: where the last word ended, which may be beyond the stretch.
    private static func look(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ limit: Int, _ dictionary: TermDictionary,
        _ offset: Int, _ report: inout Report
    ) -> Int {
        classes.withUnsafeBufferPointer { classes in
            var index = range.lowerBound
            while index < range.upperBound {
                switch classes[Int(text[index])] {
                case Class.digit:
                    let end = run(text, index, while: \.isDigit)
                    if end - index >= 6, !touchesWord(text, index, end) {
                        note(text, index..<end, .longNumber, offset, &report)
                    }
                    index = end
                case Class.letter:
                    var end = index
                    var bits: UInt8 = 0
                    while end < text.count, classes[Int(text[end])] >= Class.letter {
                        bits |= text[end]
                        end &+= 1
                    }
                    if bits >= 0x80, isMixed(text, index..<end) {
                        note(text, index..<end, .mixedScript, offset, &report)
                    }
                    if end - index < 5, !text[index].isUpper {
                        index = end
                    } else {
                        index = word(text, index..<end, limit, dictionary, offset, &report)
                    }
                default: index &+= 1
                }
            }
            return index
        }
    }

    /// Judges one word, or the capitalized words that begin with it; returns where to go on.
    private static func word(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ limit: Int, _ dictionary: TermDictionary,
        _ offset: Int, _ report: inout Report
    ) -> Int {
        if range.count >= 5, dictionary.isNear(text, range) {
            note(text, range, .nearTerm, offset, &report)
            return range.upperBound
        }
        guard text[range.lowerBound].isUpper, range.count > 1,
            text[range.lowerBound + 1].isLower || text[range.lowerBound + 1] >= 0x80
        else {
            return range.upperBound
        }
        var end = range.upperBound
        var words = 1
        var unusual = 0
        while end + 2 < limit, text[end] == 0x20, text[end + 1].isUpper,
            text[end + 2].isLower || text[end + 2] >= 0x80
        {
            let stop = run(text, end + 1) { $0.isLetter || $0 >= 0x80 }
            if isUnusual(text, (end + 1)..<stop) { unusual += 1 }
            end = stop
            words += 1
        }
        guard words >= 2 else { return end }
        let isFirstUnusual = isUnusual(text, range)
        if isFirstUnusual || unusual > 0,
            isFirstUnusual || words > 2 || !startsSentence(text, range.lowerBound) || isLabel(text, range)
        {
            note(text, range.lowerBound..<min(end, limit), .properName, offset, &report)
        }
        return end
    }

    /// "Project", "Codename", "Client": what follows is a name.
    private static func isLabel(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        ["project", "codename", "client", "customer", "operation"].contains(lowered(text, range))
    }

    private static func isUnusual(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        !CommonWord.contains(lowered(text, range))
    }

    private static func lowered(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: text[range].map(\.lowered), as: UTF8.self)
    }

    private static func startsSentence(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        var at = index - 1
        while at >= 0, text[at] == 0x20 { at -= 1 }
        return at < 0 || oneOf(".!?\n\r:>#*-\"", text[at])
    }

    /// Whether ASCII letters stand in one word with Greek, Cyrillic or other letters that look like them.
    private static func isMixed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard text[range].contains(where: { $0 >= 0xCD }), text[range].contains(where: \.isLetter) else {
            return false
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let unit = SourceUnit.read(text, index)
            if let scalar = unit.scalar, (0x370...0x58F).contains(scalar) { return true }
            index += unit.length
        }
        return false
    }

    private static func touchesWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        start > 0 && (text[start - 1].isLetter || text[start - 1] == 0x5F || text[start - 1] == 0x2E)
            || end < text.count && (text[end].isLetter || text[end] == 0x5F)
    }

    private static func run(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, while test: (UInt8) -> Bool)
        -> Int
    {
        var end = index
        while end < text.count, test(text[end]) { end += 1 }
        return end
    }

    private static func note(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reason: Report.Suspicion.Reason,
        _ offset: Int,
        _ report: inout Report
    ) {
        report.suspicionCount += 1
        guard report.suspicions.count < Report.limit else { return }
        let shown = String(decoding: text[range.prefix(80)], as: UTF8.self)
        report.suspicions.append(
            .init(
                range: (range.lowerBound + offset)..<(range.upperBound + offset), text: shown, reason: reason)
        )
    }
}
