/// Aho and Corasick's machine: every occurrence of every pattern in one pass, in time linear in the text.
struct Automaton: Sendable {
    /// Column of the table for each byte; 0 for bytes in no pattern.
    private var column: [UInt8] = Array(repeating: 0, count: 256)
    private var width = 1
    /// Bytes of the longest pattern.
    private let longest: Int
    /// `next[state * width + column]`, already multiplied by `width`; negative where a pattern ends.
    private var next: [Int32] = [0]
    /// First pattern that ends in a state, or -1.
    private var ends: [Int32] = [-1]
    /// The longest proper suffix state in which a pattern ends, or -1.
    private var suffix: [Int32] = [-1]
    /// Another pattern with the same bytes, or -1.
    private var same: [Int32]

    /// Builds the machine; empty patterns never match.
    ///
    /// Patterns are named by their index.
    init(_ patterns: [[UInt8]]) {
        same = Array(repeating: -1, count: patterns.count)
        longest = patterns.reduce(0) { max($0, $1.count) }
        // Frequent letters first: the columns that most steps read lie in one cache line.
        for pattern in [Array("etaoinsrhldcumf".utf8)] + patterns {
            for byte in pattern where column[Int(byte)] == 0 && width < 255 {
                column[Int(byte)] = UInt8(width)
                width += 1
            }
        }
        width = (width + 15) / 16 * 16
        next = Array(repeating: 0, count: width)
        for (index, pattern) in patterns.enumerated() where !pattern.isEmpty {
            var state = 0
            for byte in pattern {
                let slot = state * width + Int(column[Int(byte)])
                if next[slot] == 0 {
                    next[slot] = Int32(ends.count)
                    ends.append(-1)
                    suffix.append(-1)
                    next.append(contentsOf: repeatElement(0, count: width))
                }
                state = Int(next[slot])
            }
            same[index] = ends[state]
            ends[state] = Int32(index)
        }
        link()
    }

    private mutating func link() {
        var failure = Array(repeating: 0, count: ends.count)
        var queue = [0]
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for c in 0..<width {
                let slot = state * width + c
                let child = Int(next[slot])
                let fallback = state == 0 ? 0 : Int(next[failure[state] * width + c])
                if child == 0 {
                    next[slot] = Int32(fallback)
                } else {
                    failure[child] = fallback
                    suffix[child] = ends[fallback] >= 0 ? Int32(fallback) : suffix[fallback]
                    queue.append(child)
                }
            }
        }
        for slot in next.indices {
            let state = Int(next[slot])
            let target = Int32(state * width)
            next[slot] = ends[state] >= 0 || suffix[state] >= 0 ? target | Int32.min : target
        }
    }

    /// Calls `found` with each pattern and the index of its last byte, each occurrence once, in no order.
    ///
    /// A long text is walked in four places at once, because each step waits for memory; each place but the first
    /// begins early enough to know the state it would have come in.
    func scan(_ text: UnsafeBufferPointer<UInt8>, found: (_ pattern: Int, _ last: Int) -> Void) {
        let lane = text.count / 4
        guard lane > 4 * longest else {
            walk(text, 0..<text.count, from: 0, found)
            return
        }
        column.withUnsafeBufferPointer { column in
            next.withUnsafeBufferPointer { next in
                var (a, b, c, d) = (0, 0, 0, 0)
                @inline(__always)
                func step(_ row: Int, _ index: Int) -> Int32 { next[row &+ Int(column[Int(text[index])])] }
                for index in (lane - longest)..<lane {
                    b = Int(step(b, index) & Int32.max)
                    c = Int(step(c, lane + index) & Int32.max)
                    d = Int(step(d, 2 * lane + index) & Int32.max)
                }
                for index in 0..<lane {
                    let (sa, sb) = (step(a, index), step(b, lane &+ index))
                    let (sc, sd) = (step(c, 2 &* lane &+ index), step(d, 3 &* lane &+ index))
                    (a, b) = (Int(sa & Int32.max), Int(sb & Int32.max))
                    (c, d) = (Int(sc & Int32.max), Int(sd & Int32.max))
                    if sa | sb | sc | sd < 0 {
                        if sa < 0 { report(a / width, index, found) }
                        if sb < 0 { report(b / width, lane + index, found) }
                        if sc < 0 { report(c / width, 2 * lane + index, found) }
                        if sd < 0 { report(d / width, 3 * lane + index, found) }
                    }
                }
                walk(text, (4 * lane)..<text.count, from: d, found)
            }
        }
    }

    /// Walks one stretch from a row of the table.
    private func walk(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from row: Int,
        _ found: (_ pattern: Int, _ last: Int) -> Void
    ) {
        column.withUnsafeBufferPointer { column in
            next.withUnsafeBufferPointer { next in
                var row = row
                for index in range {
                    let step = next[row &+ Int(column[Int(text[index])])]
                    row = Int(step & Int32.max)
                    if step < 0 { report(row / width, index, found) }
                }
            }
        }
    }

    private func report(_ state: Int, _ last: Int, _ found: (_ pattern: Int, _ last: Int) -> Void) {
        var state = state
        while state >= 0 {
            var pattern = Int(ends[state])
            while pattern >= 0 {
                found(pattern, last)
                pattern = Int(same[pattern])
            }
            state = Int(suffix[state])
        }
    }
}
