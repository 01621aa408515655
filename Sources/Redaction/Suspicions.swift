/// Looks at what is left after redaction for what a person should judge.
enum Suspicions {
    static func collect(
        in window: [UInt8], _ range: Range<Int>, _ pieces: [Findings.Piece], _ dictionary: TermDictionary,
        offset: Int,
        into report: inout Report
    ) {
        window.withUnsafeBufferPointer { text in
            var next = 0
            var index = range.lowerBound
            while index < range.upperBound {
                while next < pieces.count, pieces[next].range.upperBound <= index { next += 1 }
                if next < pieces.count, pieces[next].range.contains(index) {
                    index = pieces[next].range.upperBound
                    continue
                }
                let byte = text[index]
                if byte.isDigit {
                    let end = run(text, index, while: \.isDigit)
                    if end - index >= 6, !touchesWord(text, index, end) {
                        note(text, index..<end, .longNumber, offset, &report)
                    }
                    index = end
                } else if byte.isLetter || byte >= 0xC3 && byte < 0xE0 {
                    var end = index
                    var high = false
                    while end < text.count, text[end].isLetter || text[end] >= 0x80 {
                        high = high || text[end] >= 0x80
                        end += 1
                    }
                    if high, isMixed(text, index..<end) {
                        note(text, index..<end, .mixedScript, offset, &report)
                    }
                    if !byte.isUpper, end - index < 5 {
                        index = end
                        continue
                    }
                    let limit = next < pieces.count ? pieces[next].range.lowerBound : text.count
                    index = word(text, index..<end, limit, dictionary, offset, &report)
                } else {
                    index += 1
                }
            }
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
        var unusual = isUnusual(text, range) ? 1 : 0
        while end + 2 < limit, text[end] == 0x20, text[end + 1].isUpper,
            text[end + 2].isLower || text[end + 2] >= 0x80
        {
            let stop = run(text, end + 1) { $0.isLetter || $0 >= 0x80 }
            if isUnusual(text, (end + 1)..<stop) { unusual += 1 }
            end = stop
            words += 1
        }
        let starts = startsSentence(text, range.lowerBound)
        if words >= 2, unusual > 0,
            !(starts && words == 2 && !isUnusual(text, range))
                || words >= 2 && unusual > 0 && isLabel(text, range)
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
