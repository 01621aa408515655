/// Takes out what must not leave, in pieces of any size; what comes out doesn't depend on where the pieces are cut.
///
/// Holds less than `Reach.longestHeld` bytes and a piece, however long the text and its lines are.
package struct Redactor: Redacting {
    private(set) var masking: Masking
    private var buffer: [UInt8]
    /// Bytes at the front of `buffer` that are done and only give context.
    private var done: Int
    /// Offset of `buffer` in the whole text.
    private var offset: Int

    package init(_ detector: Detector, map: TokenMap, reach: Reach = Reach()) {
        self.init(Masking(detector, map: map, reach: reach), behind: [], offset: 0)
    }

    /// Goes on where something else took the text up to here.
    ///
    /// - Parameter context: what stands before, at least the last `Reach.behind` bytes of it.
    init(_ masking: Masking, behind context: ArraySlice<UInt8>, offset: Int) {
        self.masking = masking
        buffer = Array(context.suffix(masking.reach.behind))
        done = buffer.count
        self.offset = offset - done
    }

    package var map: TokenMap { masking.map }
    package var report: Report { masking.report }
    package var heldBack: Int { buffer.count }

    package mutating func redact(_ chunk: some Collection<UInt8>) -> [UInt8] {
        buffer.append(contentsOf: chunk)
        var out: [UInt8] = []
        var start = 0
        while buffer.count - start - done >= masking.reach.window + masking.reach.ahead {
            start = step(from: start, last: false, &out)
        }
        if start > 0 { buffer.removeFirst(start) }
        return report.isBlocked ? [] : out
    }

    package mutating func finish() -> [UInt8] {
        var out: [UInt8] = []
        if buffer.count > done { _ = step(from: 0, last: true, &out) }
        buffer.removeAll()
        done = 0
        return report.isBlocked ? [] : out
    }

    /// Redacts one window of the buffer that begins at `start`; returns where the next one begins.
    private mutating func step(from start: Int, last: Bool, _ out: inout [UInt8]) -> Int {
        let end = last ? buffer.count : start + done + masking.reach.window + masking.reach.ahead
        let window = Array(buffer[start..<end])
        let (pieces, cut) = masking.judge(window, from: done, to: last ? window.count : nil, offset: offset)
        var from = done
        for piece in pieces {
            out.append(contentsOf: window[from..<piece.range.lowerBound])
            out.append(contentsOf: masking.replacement(of: piece, window[piece.range]))
            from = piece.range.upperBound
        }
        out.append(contentsOf: window[from..<cut])
        let context = min(masking.reach.behind, cut)
        done = context
        offset += cut - context
        return start + cut - context
    }
}
