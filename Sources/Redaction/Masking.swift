/// What redacting text and redacting JSON share: one window of text is judged, and what was found gets placeholders.
struct Masking: Sendable {
    /// Spellings whose placeholders are at hand.
    private static let remembered = 8192

    let detector: Detector
    let reach: Reach
    private(set) var map: TokenMap
    private(set) var report = Report()
    private var skeleton = Skeleton()
    /// What was written for spellings that came lately, so that the same again costs one look.
    private var recent: [Spelling: [UInt8]] = [:]

    private struct Spelling: Hashable {
        var kind: EntityKind
        var term: Int?
        var bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            hasher.combine(kind)
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    init(_ detector: Detector, map: TokenMap, reach: Reach) {
        self.detector = detector
        self.reach = reach
        self.map = map
    }

    /// Judges a window whose first `done` bytes are dealt with and only give context.
    ///
    /// - Parameters:
    ///   - end: Where the text ends; what is behind only gives context. nil where more text follows the window.
    ///   - offset: Of the window in the whole text, for the report.
    /// - Returns: what is to be replaced, in order, all of it between `done` and `cut`; the rest waits for the next
    ///   window, which begins at `cut`.
    mutating func judge(
        _ window: [UInt8], from done: Int, to end: Int?, offset: Int
    ) -> (pieces: [Findings.Piece], cut: Int) {
        let findings = Findings.settled(in: window, detector, map, &skeleton)
        var cut = end ?? done + reach.window
        if end == nil {
            if let line = window[(done + reach.window / 2)..<cut].lastIndex(of: 0x0A) { cut = line + 1 }
            while cut > done, window[cut] & 0xC0 == 0x80 { cut -= 1 }
            for piece in findings where piece.range.lowerBound < cut && cut < piece.range.upperBound {
                cut = piece.range.upperBound
            }
        }
        var pieces: [Findings.Piece] = []
        for var piece in findings where piece.range.upperBound > done && piece.range.lowerBound < cut {
            piece.range = max(piece.range.lowerBound, done)..<min(piece.range.upperBound, cut)
            pieces.append(piece)
        }
        Suspicions.collect(
            in: window, done..<cut, findings, detector.dictionary, offset: offset, into: &report)
        return (pieces, cut)
    }

    /// What stands in the place of a piece: its placeholder, or itself where it is one already.
    mutating func replacement(of piece: Findings.Piece, _ spelling: ArraySlice<UInt8>) -> [UInt8] {
        if piece.isToken { return Array(spelling) }
        let term = piece.term.map { detector.dictionary.terms[$0] }
        if let client = term?.foreignTo { report.foreign[client, default: 0] += 1 }
        report.masked[piece.kind, default: 0] += 1
        let key = Spelling(kind: piece.kind, term: piece.term, bytes: Array(spelling))
        if let known = recent[key] { return known }
        let entity = term.map { Array($0.entity.utf8) } ?? Findings.entity(spelling)
        let token = map.token(piece.kind, entity: entity, spelling: spelling).bytes
        if recent.count >= Self.remembered { recent.removeAll(keepingCapacity: true) }
        recent[key] = token
        return token
    }
}
