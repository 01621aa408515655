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
        next.reserveCapacity(width * min(1 << 18, patterns.reduce(1) { $0 + $1.count }))
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

    /// Fills in where each state goes on from, and numbers the states anew from the root outward: the few that most
    /// steps pass lie side by side.
    private mutating func link() {
        let width = width
        let count = ends.count
        var failure = [Int32](repeating: 0, count: count)
        var order: [Int32] = [0]
        order.reserveCapacity(count)
        next.withUnsafeMutableBufferPointer { next in
            var head = 0
            while head < order.count {
                let state = Int(order[head])
                head += 1
                let row = state * width
                let back = Int(failure[state]) * width
                for c in 0..<width {
                    let child = Int(next[row + c])
                    let fallback = state == 0 ? 0 : next[back + c]
                    if child == 0 {
                        next[row + c] = fallback
                    } else {
                        failure[child] = fallback
                        suffix[child] = ends[Int(fallback)] >= 0 ? fallback : suffix[Int(fallback)]
                        order.append(Int32(truncatingIfNeeded: child))
                    }
                }
            }
        }
        // The new row of each state, marked where a pattern ends.
        var rows = [Int32](repeating: 0, count: count)
        for (place, state) in order.enumerated() {
            let state = Int(state)
            let row = Int32(truncatingIfNeeded: place * width)
            rows[state] = ends[state] >= 0 || suffix[state] >= 0 ? row | Int32.min : row
        }
        let (old, oldEnds, oldSuffix) = (next, ends, suffix)
        next = [Int32](unsafeUninitializedCapacity: old.count) { buffer, filled in
            for (place, state) in order.enumerated() {
                for c in 0..<width { buffer[place * width + c] = rows[Int(old[Int(state) * width + c])] }
            }
            filled = old.count
        }
        for (place, state) in order.enumerated() {
            ends[place] = oldEnds[Int(state)]
            let shorter = oldSuffix[Int(state)]
            suffix[place] =
                shorter < 0 ? -1 : (rows[Int(shorter)] & Int32.max) / Int32(truncatingIfNeeded: width)
        }
    }

    /// Calls `found` with each pattern and the index of its last byte, each occurrence once, in no order.
    ///
    /// A long text is walked in eight places at once, because each step waits for memory; each place but the first
    /// begins early enough to know the state it would have come in.
    func scan(_ text: UnsafeBufferPointer<UInt8>, found: (_ pattern: Int, _ last: Int) -> Void) {
        let lane = text.count / 8
        guard lane > 4 * longest else {
            walk(text, 0..<text.count, from: 0, found)
            return
        }
        column.withUnsafeBufferPointer { column in
            next.withUnsafeBufferPointer { next in
                var (a, b, c, d, e, f, g, h) = (0, 0, 0, 0, 0, 0, 0, 0)
                @inline(__always)
                func step(_ row: Int, _ index: Int) -> Int32 { next[row &+ Int(column[Int(text[index])])] }
                for index in -longest..<0 {
                    b = Int(step(b, 1 &* lane &+ index) & Int32.max)
                    c = Int(step(c, 2 &* lane &+ index) & Int32.max)
                    d = Int(step(d, 3 &* lane &+ index) & Int32.max)
                    e = Int(step(e, 4 &* lane &+ index) & Int32.max)
                    f = Int(step(f, 5 &* lane &+ index) & Int32.max)
                    g = Int(step(g, 6 &* lane &+ index) & Int32.max)
                    h = Int(step(h, 7 &* lane &+ index) & Int32.max)
                }
                for index in 0..<lane {
                    let (sa, sb) = (step(a, index), step(b, lane &+ index))
                    let (sc, sd) = (step(c, 2 &* lane &+ index), step(d, 3 &* lane &+ index))
                    let (se, sf) = (step(e, 4 &* lane &+ index), step(f, 5 &* lane &+ index))
                    let (sg, sh) = (step(g, 6 &* lane &+ index), step(h, 7 &* lane &+ index))
                    (a, b) = (Int(sa & Int32.max), Int(sb & Int32.max))
                    (c, d) = (Int(sc & Int32.max), Int(sd & Int32.max))
                    (e, f) = (Int(se & Int32.max), Int(sf & Int32.max))
                    (g, h) = (Int(sg & Int32.max), Int(sh & Int32.max))
                    if sa | sb | sc | sd | se | sf | sg | sh < 0 {
                        if sa < 0 { report(a / width, index, found) }
                        if sb < 0 { report(b / width, lane &+ index, found) }
                        if sc < 0 { report(c / width, 2 &* lane &+ index, found) }
                        if sd < 0 { report(d / width, 3 &* lane &+ index, found) }
                        if se < 0 { report(e / width, 4 &* lane &+ index, found) }
                        if sf < 0 { report(f / width, 5 &* lane &+ index, found) }
                        if sg < 0 { report(g / width, 6 &* lane &+ index, found) }
                        if sh < 0 { report(h / width, 7 &* lane &+ index, found) }
                    }
                }
                walk(text, (8 * lane)..<text.count, from: h, found)
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
