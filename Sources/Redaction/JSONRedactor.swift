/// Redacts the strings of a JSON document and leaves its structure, numbers and white space as they are.
///
/// Each string is read with its escapes decoded; a value is judged with its key beside it.
package struct JSONRedactor: Sendable {
    private let detector: Detector
    package private(set) var map: TokenMap
    package private(set) var report = Report()

    package init(_ detector: Detector, map: TokenMap) {
        self.detector = detector
        self.map = map
    }

    /// Redacts a whole document, or several behind one another.
    ///
    /// - Returns: the document with placeholders; nothing where another client's term blocks it; nil where a string
    ///   does not end or a word stands outside of strings, so that this is no JSON.
    package mutating func redact(_ document: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(document.count)
        var skeleton = Skeleton()
        let whole: Bool = document.withUnsafeBufferPointer { text in
            var index = 0
            var copied = 0
            var key: [UInt8] = []
            while index < text.count {
                guard text[index] == 0x22 else {
                    guard let end = Self.end(ofBare: text, at: index) else { return false }
                    if oneOf("{},[]", text[index]) { key = [] }
                    index = end
                    continue
                }
                guard let string = JSONText.string(text, at: index) else { return false }
                let pieces = pieces(of: string.bytes, key: key, &skeleton)
                for piece in pieces where !piece.isToken {
                    out.append(contentsOf: text[copied..<string.offsets[piece.range.lowerBound]])
                    out.append(contentsOf: replace(piece, in: string.bytes))
                    copied = string.offsets[piece.range.upperBound]
                }
                Suspicions.collect(
                    in: string.bytes, 0..<string.bytes.count, pieces, detector.dictionary, offset: index,
                    into: &report)
                key = string.bytes
                index = string.end
            }
            out.append(contentsOf: text[copied...])
            return true
        }
        guard whole else { return nil }
        return report.isBlocked ? [] : out
    }

    /// The end of what may stand outside of strings: a sign, a digit, white space, or `true`, `false` and `null`.
    ///
    /// - Returns: nil for anything else, which would leave unread.
    private static func end(ofBare text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let byte = text[index]
        if byte.isDigit || oneOf("{}[],:+-. \t\r\n", byte) { return index + 1 }
        var end = index
        while end < text.count, text[end].isLetter { end += 1 }
        if end == index + 1, oneOf("eE", byte), index > 0, text[index - 1].isDigit { return end }
        let word = text[index..<end]
        return ["true", "false", "null"].contains { word.elementsEqual($0.utf8) } ? end : nil
    }

    private func pieces(of string: [UInt8], key: [UInt8], _ skeleton: inout Skeleton) -> [Findings.Piece] {
        // The key as it would stand in a configuration file, so that "password" speaks for its value.
        let front = key.isEmpty ? [] : Array(key.suffix(64)) + Array(": \"".utf8)
        let text = front + string + (key.isEmpty ? [] : [0x22])
        let end = front.count + string.count
        return Findings.settled(in: text, detector, map, &skeleton).compactMap { piece in
            let range =
                max(piece.range.lowerBound, front.count)..<max(front.count, min(piece.range.upperBound, end))
            guard !range.isEmpty else { return nil }
            var piece = piece
            piece.range = (range.lowerBound - front.count)..<(range.upperBound - front.count)
            return piece
        }
    }

    private mutating func replace(_ piece: Findings.Piece, in string: [UInt8]) -> [UInt8] {
        let term = piece.term.map { detector.dictionary.terms[$0] }
        if let client = term?.foreignTo { report.foreign[client, default: 0] += 1 }
        report.masked[piece.kind, default: 0] += 1
        let spelling = string[piece.range]
        let entity = term.map { Array($0.entity.utf8) } ?? Findings.entity(spelling)
        return map.token(piece.kind, entity: entity, spelling: spelling).bytes
    }
}
