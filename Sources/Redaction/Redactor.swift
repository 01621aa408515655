/// Takes out what must not leave, in pieces of any size; what comes out doesn't depend on where the pieces are cut.
package struct Redactor: Sendable {
    /// Bytes looked at in one go, and how far ahead of them, before and behind, a finding may reach.
    private static let window = 256 << 10
    private static let lookahead = 16 << 10
    private static let lookbehind = 128
    /// Spellings whose placeholders are at hand.
    private static let remembered = 8192

    private let detector: Detector
    package private(set) var map: TokenMap
    package private(set) var report = Report()
    private var buffer: [UInt8] = []
    /// Bytes at the front of `buffer` that are done and only give context.
    private var done = 0
    /// Offset of `buffer` in the whole text.
    private var offset = 0
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

    package init(_ detector: Detector, map: TokenMap) {
        self.detector = detector
        self.map = map
    }

    /// Takes a piece of text and returns what is certain so far; nothing any more once another client's term was
    /// seen.
    package mutating func redact(_ chunk: some Collection<UInt8>) -> [UInt8] {
        buffer.append(contentsOf: chunk)
        var out: [UInt8] = []
        var start = 0
        while buffer.count - start - done >= Self.window + Self.lookahead {
            start = step(from: start, last: false, &out)
        }
        if start > 0 { buffer.removeFirst(start) }
        return report.isBlocked ? [] : out
    }

    /// The end of the text.
    package mutating func finish() -> [UInt8] {
        var out: [UInt8] = []
        if buffer.count > done { _ = step(from: 0, last: true, &out) }
        buffer.removeAll()
        done = 0
        return report.isBlocked ? [] : out
    }

    /// Redacts one window of the buffer that begins at `start`; returns where the next one begins.
    private mutating func step(from start: Int, last: Bool, _ out: inout [UInt8]) -> Int {
        let end = last ? buffer.count : start + done + Self.window + Self.lookahead
        let window = Array(buffer[start..<end])
        let findings = Findings.settled(in: window, detector, map, &skeleton)
        var cut = last ? window.count : done + Self.window
        if !last {
            if let line = window[(done + Self.window / 2)..<cut].lastIndex(of: 0x0A) { cut = line + 1 }
            while cut > done, window[cut] & 0xC0 == 0x80 { cut -= 1 }
            for piece in findings where piece.range.lowerBound < cut && cut < piece.range.upperBound {
                cut = piece.range.upperBound
            }
        }
        var from = done
        for piece in findings where piece.range.lowerBound >= done && piece.range.lowerBound < cut {
            out.append(contentsOf: window[from..<piece.range.lowerBound])
            let spelling = window[piece.range]
            from = piece.range.upperBound
            if piece.isToken {
                out.append(contentsOf: spelling)
                continue
            }
            let term = piece.term.map { detector.dictionary.terms[$0] }
            if let client = term?.foreignTo { report.foreign[client, default: 0] += 1 }
            report.masked[piece.kind, default: 0] += 1
            let key = Spelling(kind: piece.kind, term: piece.term, bytes: Array(spelling))
            if let known = recent[key] {
                out.append(contentsOf: known)
                continue
            }
            let entity = term.map { Array($0.entity.utf8) } ?? Findings.entity(spelling)
            let token = map.token(piece.kind, entity: entity, spelling: spelling).bytes
            out.append(contentsOf: token)
            if recent.count >= Self.remembered { recent.removeAll(keepingCapacity: true) }
            recent[key] = token
        }
        out.append(contentsOf: window[from..<cut])
        Suspicions.collect(
            in: window, done..<cut, findings, detector.dictionary, offset: offset, into: &report)
        let context = min(Self.lookbehind, cut)
        done = context
        offset += cut - context
        return start + cut - context
    }
}
