/// Redacts the strings of JSON documents as they come, in pieces of any size, and leaves their structure and white
/// space as they are.
///
/// Each string is read with its escapes decoded, and a value is judged with its name beside it. A number that must not
/// leave becomes a string, which ``Restorer`` makes a number again. Holds a bounded number of bytes, however long the document
/// and its strings are: of each byte that a string says, what it says and at most six that say it.
package struct JSONRedactor: Redacting {
    /// What is done where the text turns out to be no JSON.
    package enum Otherwise: Sendable {
        /// From there on it is read as text; so it is from the start where no object or array begins it.
        case text
        /// Nothing more comes out, and `fault` says where it was.
        case refuse
    }

    /// Bytes outside of strings that wait, lest they turn out to be no JSON; and how many of them stay when it is more.
    private static let bare = 8 << 10
    private static let kept = 1 << 10
    /// Digits and signs of one number, at most.
    private static let longestNumber = 4 << 10
    /// Shorter numbers are nobody's.
    private static let shortestNumber = 4
    /// Bytes of a name that speak for its value.
    private static let longestName = 64

    private let otherwise: Otherwise
    private var masking: Masking
    private var grammar: JSONGrammar
    /// Source that was not written yet, and some before it for context.
    private var raw: [UInt8] = []
    /// Offset of `raw` in the whole text.
    private var base = 0
    /// Where in `raw` what was not written begins, and what was not read.
    private var written = 0
    private var read = 0
    /// The name of the member whose value is read.
    private var name: [UInt8] = []
    private var numberStart = 0
    /// The open string as it reads, behind its name; where in the whole text each byte came from; and how much of it
    /// is done.
    private var string: [UInt8] = []
    private var origins: [Int] = []
    private var done = 0
    /// Where an open string that is JSON itself has strings, followed up to a byte of it; nil where it is none.
    private var inner: JSONStrings?
    private var followed = 0
    private var isFresh = true
    /// What reads on once the text is known to be no JSON.
    private var text: Redactor?
    /// Where the text is no JSON, as an offset in bytes.
    package private(set) var fault: Int?

    package init(_ detector: Detector, map: TokenMap, otherwise: Otherwise, reach: Reach = Reach()) {
        self.otherwise = otherwise
        masking = Masking(detector, map: map, reach: reach)
        grammar = JSONGrammar(onlyContainers: otherwise == .text)
    }

    package var map: TokenMap { text?.map ?? masking.map }
    package var report: Report { text?.report ?? masking.report }
    package var heldBack: Int { text?.heldBack ?? raw.count + string.count }

    private enum Step { case goOn, wait, fault }

    package mutating func redact(_ chunk: some Collection<UInt8>) -> [UInt8] {
        if text != nil { return text?.redact(chunk) ?? [] }
        guard fault == nil else { return [] }
        raw.append(contentsOf: chunk)
        var out: [UInt8] = []
        readOn(isLast: false, &out)
        let rest = written - masking.reach.behind
        if rest > 0 {
            raw.removeFirst(rest)
            base += rest
            written -= rest
            read -= rest
            numberStart -= rest
        }
        return report.isBlocked ? [] : out
    }

    package mutating func finish() -> [UInt8] {
        if text != nil { return text?.finish() ?? [] }
        guard fault == nil else { return [] }
        var out: [UInt8] = []
        readOn(isLast: true, &out)
        if text == nil, fault == nil {
            if !grammar.isComplete {
                giveUp(&out)
            } else {
                if grammar.isInNumber { judgeNumber(&out) }
                out.append(contentsOf: raw[written...])
            }
        }
        raw.removeAll()
        out += text?.finish() ?? []
        return report.isBlocked ? [] : out
    }

    private mutating func readOn(isLast: Bool, _ out: inout [UInt8]) {
        while read < raw.count {
            switch grammar.isInString ? readString(isLast: isLast, &out) : readSign(&out) {
            case .goOn: continue
            case .wait: return
            case .fault: return giveUp(&out)
            }
        }
    }

    /// The text is no JSON from here on.
    private mutating func giveUp(_ out: inout [UInt8]) {
        if otherwise == .text {
            var redactor = Redactor(masking, behind: raw[..<written], offset: base + written)
            out += redactor.redact(raw[written...])
            text = redactor
        } else {
            fault = base + read
        }
        raw.removeAll()
        (written, read) = (0, 0)
        string.removeAll()
        origins.removeAll()
    }

    /// Reads one byte outside of strings.
    private mutating func readSign(_ out: inout [UInt8]) -> Step {
        let byte = raw[read]
        let wasNumber = grammar.isInNumber
        guard grammar.take(byte) else { return .fault }
        if grammar.isInNumber {
            if !wasNumber { numberStart = read }
            if read - numberStart >= Self.longestNumber { return .fault }
        } else if wasNumber {
            judgeNumber(&out)
        }
        if oneOf("{},[]", byte) { name.removeAll(keepingCapacity: true) }
        read += 1
        if grammar.isInString {
            string = name.isEmpty ? [] : name + Array(": \"".utf8)
            done = string.count
            isFresh = true
            origins = Array(repeating: base + read, count: done)
        } else if read - written > Self.bare {
            out.append(contentsOf: raw[written..<(read - Self.kept)])
            written = read - Self.kept
        }
        return .goOn
    }

    /// Judges the number that ends before the byte to read next; masks it whole or not at all.
    private mutating func judgeNumber(_ out: inout [UInt8]) {
        let number = raw[numberStart..<read]
        guard number.count >= Self.shortestNumber else { return }
        let front = name.isEmpty ? [] : name + Array(": ".utf8)
        let end = front.count + number.count
        let (pieces, _) = masking.judge(
            front + number + [0x0A], from: front.count, to: end, offset: base + numberStart - front.count)
        let foreign = pieces.first {
            $0.term.map { masking.detector.dictionary.terms[$0].foreignTo != nil } ?? false
        }
        guard var piece = foreign ?? pieces.first else { return }
        if !piece.kind.isOneWay { piece.kind = .number }
        out.append(contentsOf: raw[written..<numberStart])
        out.append(0x22)
        out.append(contentsOf: masking.replacement(of: piece, number))
        out.append(0x22)
        written = read
    }

    /// Reads on in a string, to its end or until a window of it can be judged.
    private mutating func readString(isLast: Bool, _ out: inout [UInt8]) -> Step {
        while read < raw.count {
            let byte = raw[read]
            if byte == 0x22 {
                endString(&out)
                return .goOn
            }
            if byte == 0x5C {
                guard isLast || raw.count - read >= JSONText.longestEscape else { return .wait }
                guard let escape = raw.withUnsafeBufferPointer({ JSONText.escape($0, at: read) }) else {
                    return .fault
                }
                string.appendScalar(escape.scalar)
                while origins.count < string.count { origins.append(base + read) }
                read += escape.length
            } else if byte < 0x20 {
                return .fault
            } else {
                string.append(byte)
                origins.append(base + read)
                read += 1
            }
            if string.count - done >= masking.reach.window + masking.reach.ahead {
                judgeString(to: nil, &out)
            }
        }
        return .wait
    }

    /// The string ends with the byte to read next.
    private mutating func endString(_ out: inout [UInt8]) {
        let end = string.count
        if !name.isEmpty { string.append(0x22) }
        if end > done { judgeString(to: end, &out) }
        _ = grammar.take(0x22)
        read += 1
        name = grammar.isKey ? Array(string.suffix(Self.longestName)) : []
        string.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
    }

    /// Judges what can be judged of the open string, and writes it.
    private mutating func judgeString(to end: Int?, _ out: inout [UInt8]) {
        if isFresh {
            let first = string[done...].first { !$0.isSpace }
            inner = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? JSONStrings() : nil
            followed = done
            isFresh = false
        }
        let offset = (origins.last ?? base + read) - max(0, origins.count - 1)
        let (pieces, cut) = masking.judge(string, from: done, to: end, offset: offset)
        func place(_ index: Int) -> Int { (index < origins.count ? origins[index] : base + read) - base }
        for piece in pieces where !piece.isToken {
            for (part, depth) in parts(of: piece) {
                let spelling = JSONText.unescaped(Array(string[part.range]), times: depth)
                out.append(contentsOf: raw[written..<place(part.range.lowerBound)])
                out.append(contentsOf: masking.replacement(of: part, spelling[...]))
                written = place(part.range.upperBound)
            }
        }
        out.append(contentsOf: raw[written..<place(cut)])
        written = place(cut)
        follow(to: cut)
        followed -= cut - min(masking.reach.behind, cut)
        let context = min(masking.reach.behind, cut)
        string.removeFirst(cut - context)
        origins.removeFirst(min(origins.count, cut - context))
        done = context
    }

    private mutating func follow(to index: Int) {
        guard inner != nil, followed < index else { return }
        for byte in string[followed..<index] { inner?.take(byte) }
        followed = index
    }

    /// A piece cut where a string inside the open one begins or ends, each part with how deep inside it is.
    private mutating func parts(of piece: Findings.Piece) -> [(Findings.Piece, depth: Int)] {
        guard inner != nil else { return [(piece, 0)] }
        follow(to: piece.range.lowerBound)
        var parts: [(Findings.Piece, depth: Int)] = []
        var part = piece
        for index in piece.range {
            let depth = inner?.depth ?? 0
            follow(to: index + 1)
            guard inner?.depth != depth else { continue }
            part.range = part.range.lowerBound..<index
            parts.append((part, depth))
            part.range = (index + 1)..<piece.range.upperBound
        }
        parts.append((part, inner?.depth ?? 0))
        return parts.filter { string[$0.0.range].contains { $0.isAlphanumeric || $0 >= 0x80 } }
    }
}
