/// Turns overlapping candidates into findings that don't overlap and lose nothing.
enum Resolution {
    /// Chooses among candidates: what belongs to the dictionary, then what a check digit proves, then
    /// patterns; then the longest; then the leftmost.
    ///
    /// A pattern that wholly contains a stronger finding takes its place, so that no part of an address stays
    /// behind; two that cross are joined.
    static func resolve(_ candidates: [Finding], _ dictionary: TermDictionary) -> [Finding] {
        let allowed = candidates.filter { $0.term == -1 }.map(\.range).sorted {
            $0.upperBound < $1.upperBound
        }
        let sorted = candidates.filter { $0.term != -1 }.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
        var result: [Finding] = []
        var index = 0
        while index < sorted.count {
            var reach = sorted[index].range.upperBound
            var end = index + 1
            while end < sorted.count, sorted[end].range.lowerBound < reach {
                reach = max(reach, sorted[end].range.upperBound)
                end += 1
            }
            if end == index + 1 {
                result.append(sorted[index])
            } else {
                settle(sorted[index..<end], into: &result)
            }
            index = end
        }
        if allowed.isEmpty { return result }
        return result.filter { finding in
            let foreign = finding.term.map { dictionary.terms[$0].foreignTo != nil } ?? false
            return foreign || finding.kind == .secret || !covered(finding.range, by: allowed)
        }
    }

    /// Whether one of the allowed words covers the range; they are sorted by their ends.
    private static func covered(_ range: Range<Int>, by allowed: [Range<Int>]) -> Bool {
        var low = 0
        var high = allowed.count
        while low < high {
            let middle = (low + high) / 2
            if allowed[middle].upperBound < range.upperBound { low = middle + 1 } else { high = middle }
        }
        while low < allowed.count,
            allowed[low].upperBound == range.upperBound || allowed[low].lowerBound <= range.lowerBound
        {
            if allowed[low].lowerBound <= range.lowerBound { return true }
            low += 1
            if low < allowed.count, allowed[low].upperBound - range.upperBound > 64 { break }
        }
        return false
    }

    private static func settle(_ cluster: ArraySlice<Finding>, into result: inout [Finding]) {
        let ranked = cluster.sorted { a, b in
            if a.basis != b.basis { return a.basis > b.basis }
            if a.range.count != b.range.count { return a.range.count > b.range.count }
            if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
            return a.kind.rawValue < b.kind.rawValue
        }
        var kept: [Finding] = []  // sorted by place, never overlapping
        for candidate in ranked {
            // The kept findings that this one meets are neighbors.
            var low = 0
            var high = kept.count
            while low < high {
                let middle = (low + high) / 2
                if kept[middle].range.upperBound <= candidate.range.lowerBound {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            var end = low
            while end < kept.count, kept[end].range.lowerBound < candidate.range.upperBound { end += 1 }
            if low == end {
                kept.insert(candidate, at: low)
                continue
            }
            let met = kept[low..<end]
            if met.count == 1, let same = met.first, same.range == candidate.range {
                if same.kind != candidate.kind, !same.alsoReadAs.contains(candidate.kind),
                    same.kind.isTerm == candidate.kind.isTerm
                {
                    kept[low].alsoReadAs.insert(candidate.kind)
                }
                continue
            }
            let contains = met.allSatisfy {
                candidate.range.lowerBound <= $0.range.lowerBound
                    && $0.range.upperBound <= candidate.range.upperBound
            }
            let inside = met.contains {
                $0.range.lowerBound <= candidate.range.lowerBound
                    && candidate.range.upperBound <= $0.range.upperBound
            }
            if inside || candidate.basis == .weak && !met.contains(where: { $0.kind.isTerm }) { continue }
            if contains || met.contains(where: { $0.kind.isTerm || $0.kind == .secret }) {
                // Take the whole stretch; a secret or a blocking term inside keeps its say.
                var joined = candidate
                for part in met {
                    joined.range =
                        min(
                            joined.range.lowerBound, part.range.lowerBound)..<max(
                            joined.range.upperBound, part.range.upperBound)
                    if part.kind == .secret { joined.kind = .secret }
                }
                if !contains, joined.kind != .secret, let term = met.first(where: { $0.kind.isTerm }) {
                    joined.kind = term.kind
                }
                joined.term = nil
                kept.replaceSubrange(low..<end, with: [joined])
            }
        }
        result.append(contentsOf: kept)
    }
}
