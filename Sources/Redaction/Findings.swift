/// The findings of a text together with the placeholders that already stand in it, such that looking again at the
/// redacted text finds nothing more.
enum Findings {
    /// One stretch to replace, or a placeholder to leave alone.
    struct Piece {
        var range: Range<Int>
        var kind: EntityKind
        var term: Int?
        var isToken = false
    }

    /// Stands in for what is already found while the rest is looked at again.
    ///
    /// No recognizer reads it as anything.
    private static let filler: UInt8 = 0x01

    static func settled(
        in window: [UInt8], _ detector: Detector, _ map: TokenMap, _ skeleton: inout Skeleton
    ) -> [Piece] {
        var text = window
        var pieces = tokens(in: window, map)
        for piece in pieces { blank(piece.range, &text) }
        var fresh = text.withUnsafeBufferPointer { detector.findings(in: $0, &skeleton) }
            .filter { text[$0.range].contains { $0 != filler } }
        var rounds = 0
        while !fresh.isEmpty {
            let added = fresh.flatMap { parts(of: $0, text) }
            for piece in added { blank(piece.range, &text) }
            pieces.append(contentsOf: added)
            pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
            rounds += 1
            if rounds == 8 { break }
            fresh = again(around: added, &text, detector, &skeleton)
        }
        return pieces
    }

    /// The name that all spellings of a thing share: its folded letters and digits.
    static func entity(_ spelling: ArraySlice<UInt8>) -> [UInt8] {
        let folded = Skeleton.of(spelling, by: .plain)
        return folded.isEmpty ? Array(spelling) : folded
    }

    /// Placeholders in the text: known ones stay, others are themselves replaced.
    private static func tokens(in window: [UInt8], _ map: TokenMap) -> [Piece] {
        var pieces: [Piece] = []
        var reader = TokenReader()
        var passed = 0
        func note(_ step: TokenReader.Step) {
            switch step {
            case .text(let bytes): passed += bytes.count
            case .token(let token, let written):
                let known = map.value(of: token) != nil || map.isOneWay(token)
                pieces.append(
                    Piece(
                        range: passed..<(passed + written.count), kind: .lookalike, term: nil, isToken: known)
                )
                passed += written.count
            }
        }
        window.withUnsafeBufferPointer { window in
            var index = 0
            while index < window.count {
                if reader.isIdle {
                    guard let next = marker(in: window, from: index) else {
                        passed += window.count - index
                        return
                    }
                    passed += next - index
                    index = next
                }
                reader.take(window[index], note)
                index += 1
            }
        }
        reader.finish(note)
        return pieces
    }

    /// Where the next "BKX" begins, in any case: one of its letters stands in every third place.
    private static func marker(in window: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        isOfMarker.withUnsafeBufferPointer { isOfMarker in
            var place = start + 2
            while place < window.count + 2 {
                if place >= window.count || isOfMarker[Int(window[place])] {
                    for first in (place - 2)...place where first + 2 < window.count {
                        if window[first] | 0x20 == 0x62, window[first + 1] | 0x20 == 0x6B,
                            window[first + 2] | 0x20 == 0x78
                        {
                            return first
                        }
                    }
                }
                place &+= 3
            }
            return nil
        }
    }

    private static let isOfMarker: [Bool] = (0..<256).map { Token.marker.contains(UInt8($0).raised) }

    private static func blank(_ range: Range<Int>, _ text: inout [UInt8]) {
        text.withUnsafeMutableBufferPointer { text in
            for index in range { text[index] = filler }
        }
    }

    /// A finding without the stretches that were already found.
    private static func parts(of finding: Finding, _ text: [UInt8]) -> [Piece] {
        if !text[finding.range].contains(filler) {
            return [Piece(range: finding.range, kind: finding.kind, term: finding.term)]
        }
        var pieces: [Piece] = []
        var start: Int?
        for index in finding.range.lowerBound...finding.range.upperBound {
            let inside = index < finding.range.upperBound && text[index] != filler
            if inside, start == nil { start = index }
            if !inside, let from = start {
                if text[from..<index].contains(where: { $0.isAlphanumeric || $0 >= 0x80 }) {
                    pieces.append(Piece(range: from..<index, kind: finding.kind, term: nil))
                }
                start = nil
            }
        }
        return pieces
    }

    /// Texts up to this length are looked at again as a whole, longer ones where something may have been hidden.
    private static let small = 64 << 10

    /// Looks again at the neighborhood of what was just replaced: a weaker reading may have hidden behind it.
    private static func again(
        around added: [Piece], _ text: inout [UInt8], _ detector: Detector, _ skeleton: inout Skeleton
    ) -> [Finding] {
        var areas: [Range<Int>] = []
        if text.count <= small {
            areas = [0..<text.count]
        } else {
            let reach = 64
            for piece in added.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
            where mayHide(piece, text) {
                let area =
                    max(0, piece.range.lowerBound - reach)..<min(text.count, piece.range.upperBound + reach)
                if let last = areas.last, last.upperBound >= area.lowerBound {
                    areas[areas.count - 1] = last.lowerBound..<max(last.upperBound, area.upperBound)
                } else {
                    areas.append(area)
                }
            }
        }
        var found: [Finding] = []
        text.withUnsafeBufferPointer { text in
            for area in areas {
                let part = UnsafeBufferPointer(rebasing: text[area])
                for var finding in detector.findings(in: part, &skeleton) {
                    // A cut edge makes false boundaries; what touches it was judged with its surroundings before.
                    let touches =
                        finding.range.lowerBound == 0 && area.lowerBound > 0
                        || finding.range.upperBound == part.count && area.upperBound < text.count
                    if touches { continue }
                    let new = part[finding.range].contains {
                        $0 != filler && ($0.isAlphanumeric || $0 >= 0x80)
                    }
                    if !new { continue }
                    let from = finding.range.lowerBound + area.lowerBound
                    finding.range = from..<(from + finding.range.count)
                    found.append(finding)
                }
            }
        }
        return found
    }

    /// Whether another reading may begin or end at a piece: a letter, digit or joining mark touches it, or a digit is
    /// near.
    private static func mayHide(_ piece: Piece, _ text: [UInt8]) -> Bool {
        func joins(_ index: Int) -> Bool {
            guard text.indices.contains(index) else { return false }
            return text[index].isAlphanumeric || text[index] >= 0x80
                || oneOf("@:=/_-+#.$", text[index]) && text.indices.contains(index + 1)
                    && text[index + 1].isAlphanumeric
        }
        if joins(piece.range.lowerBound - 1) || joins(piece.range.upperBound) { return true }
        for step in 2...3 {
            let (before, after) = (piece.range.lowerBound - step, piece.range.upperBound + step - 1)
            if before >= 0, text[before].isDigit || after < text.count && text[after].isDigit { return true }
        }
        return false
    }
}
