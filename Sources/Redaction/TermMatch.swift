/// Decides whether folded letters that spell a name are the name: by what touches and what separates them.
struct TermMatch {
    let text: UnsafeBufferPointer<UInt8>
    let bytes: UnsafeBufferPointer<UInt8>
    let start: UnsafeBufferPointer<UInt32>

    /// Source bytes of the unit that gave skeleton byte `index`.
    func source(_ index: Int) -> Range<Int> {
        let from = Int(start[index])
        if text[from] < 0x80, text[from] != 0x25, text[from] != 0x26, text[from] != 0x5C {
            return from..<(from + 1)
        }
        return from..<(from + SourceUnit.read(text, from).length)
    }

    /// The source range of `form` ending at skeleton byte `last`, if the neighborhood allows it.
    func accept(_ form: TermDictionary.Form, _ last: Int) -> Range<Int>? {
        let first = last + 1 - form.skeleton.count
        guard first >= 0 else { return nil }
        let from = Int(start[first])
        if first > 0, Int(start[first - 1]) == from { return nil }
        if last + 1 < bytes.count, start[last + 1] == start[last] { return nil }
        var to = source(last).upperBound
        if !begins(first, from) { return nil }
        if !ends(last, to) {
            guard isGenitive(first, last, form) else { return nil }
            to += 1
        }
        if to - from != form.skeleton.count, !gapsAllowed(first, last, form) { return nil }
        if let exact = form.exact, !text[from..<to].elementsEqual(exact) { return nil }
        if form.capitalized, !isUpper(from) { return nil }
        return opened(from, by: form.opening)..<closed(to, by: form.closing)
    }

    /// Whether only the "s" of a genitive follows ("Nordwinds"): a name that is written like one, and no short one.
    private func isGenitive(_ first: Int, _ last: Int, _ form: TermDictionary.Form) -> Bool {
        guard form.skeleton.count >= 5, form.exact == nil, isUpper(Int(start[first])), last + 1 < bytes.count,
            text[Int(start[last + 1])] == UInt8(ascii: "s"), isLower(Int(start[last]))
        else { return false }
        if last + 2 == bytes.count { return true }
        let next = Int(start[last + 2])
        return next > Int(start[last + 1]) + 1 || !(text[next].isAlphanumeric || text[next] >= 0x80)
    }

    /// Where a match begins with the marks that open the name, if they stand before `from`.
    private func opened(_ from: Int, by marks: [Unicode.Scalar]) -> Int {
        var from = from
        for mark in marks.reversed() {
            guard
                let spelling = Self.spellings(of: mark).first(where: {
                    from >= $0.count && text[(from - $0.count)..<from].elementsEqual($0)
                })
            else { break }
            from -= spelling.count
        }
        return from
    }

    /// The ways to write a mark: as it is, wide, and escaped in an address.
    private static func spellings(of mark: Unicode.Scalar) -> [[UInt8]] {
        let plain = Array(String(mark).utf8)
        guard mark.isASCII, let wide = Unicode.Scalar(mark.value + 0xFEE0) else { return [plain] }
        return [
            plain, Array(String(wide).utf8), Array("%\(String(mark.value, radix: 16, uppercase: true))".utf8),
        ]
    }

    /// Where a match ends: behind the accents of its last letter, and behind the marks that close the name, if they
    /// stand there, in whatever spelling.
    private func closed(_ to: Int, by marks: [Unicode.Scalar]) -> Int {
        var to = to
        while to < text.count, text[to] >= 0x80 {
            let unit = SourceUnit.read(text, to)
            guard let scalar = unit.scalar.flatMap(Unicode.Scalar.init), scalar.properties.isGraphemeExtend,
                FoldMap.lookalike.entry(scalar.value) == FoldMap.nothing
            else { break }
            to += unit.length
        }
        for mark in marks {
            guard to < text.count else { break }
            let unit = SourceUnit.read(text, to)
            // The wide forms of ASCII.
            let scalar = unit.scalar.map { (0xFF01...0xFF5E).contains($0) ? $0 - 0xFEE0 : $0 }
            guard scalar == mark.value else { break }
            to += unit.length
        }
        return to
    }

    /// Whether a name may begin at the unit at `from`: at an edge, a separator, a camel hump, a change of script.
    private func begins(_ first: Int, _ from: Int) -> Bool {
        guard first > 0 else { return true }
        let before = source(first - 1)
        if before.upperBound < from { return true }
        let previous = text[before.lowerBound]
        let current = text[from]
        if isStray(before.lowerBound) { return true }
        if isWide(from) || isWide(before.lowerBound) { return true }
        if previous.isDigit != current.isDigit { return true }
        // An escaped line break ("\nAcme") is none of the name's letters.
        if oneOf("nrt", previous), before.lowerBound > 0, text[before.lowerBound - 1] == 0x5C { return true }
        if isUpper(from) {
            if isLower(before.lowerBound) {
                // "McAllen" is one name.
                let lone = first < 3 || source(first - 3).upperBound < Int(start[first - 2])
                return !(lone && first >= 2 && text[Int(start[first - 2])] == 0x4D && previous == 0x63)
            }
            let next = source(first).upperBound
            return next < text.count && isLower(next)
        }
        return false
    }

    private func ends(_ last: Int, _ to: Int) -> Bool {
        guard last + 1 < bytes.count, Int(start[last + 1]) == to else { return true }
        let current = Int(start[last])
        if isStray(to) { return true }
        if isWide(to) || isWide(current) { return true }
        if text[to].isDigit != text[current].isDigit { return true }
        if isUpper(to) {
            if isLower(current) { return true }
            let next = source(last + 1).upperBound
            return next < text.count && isLower(next)
        }
        return false
    }

    /// Whether what stands between the letters may stand there: separators between words, only a line's hyphen
    /// inside one, or the same mark between all letters ("A.C.M.E").
    private func gapsAllowed(_ first: Int, _ last: Int, _ form: TermDictionary.Form) -> Bool {
        var inside = 0
        var mark: UInt8?
        var uniform = true
        for index in (first + 1)...max(first + 1, last)
        where index <= last && start[index] != start[index - 1] {
            let from = source(index - 1).upperBound
            let to = Int(start[index])
            if form.breaks.contains(index - first) {
                if from < to, !separates(from, to) { return false }
                if to - from != 1 { uniform = false }
                continue
            }
            if from == to || vanishes(from, to) {
                uniform = false
                continue
            }
            if hyphenated(from, to) { continue }
            // Macro case splits where camel case has humps: "PL_C".
            if to - from == 1, text[from] == 0x5F, isUpper(source(index - 1).lowerBound), isUpper(to) {
                continue
            }
            inside += 1
            if to - from != 1 || mark.map({ $0 != text[from] }) == true || !oneOf(".- _", text[from]) {
                return false
            }
            mark = text[from]
        }
        return inside == 0
            || uniform && form.skeleton.count >= 3 && inside + form.breaks.count == form.skeleton.count - 1
    }

    /// Whether bytes between two words are a gap in one name: short, one line break at most, no end of sentence.
    private func separates(_ from: Int, _ to: Int) -> Bool {
        guard to - from <= 48 else { return false }
        var index = from
        var marks = 0
        var lines = 0
        var indent = false
        while index < to {
            let unit = SourceUnit.read(text, index)
            let scalar = unit.scalar ?? 0
            if scalar == 0x0A {
                lines += 1
                indent = true
            } else if indent,
                scalar == 0x20 || scalar == 0x09 || scalar == 0x3E || scalar == 0x23 || scalar == 0x2A
                    || scalar == 0x2F
            {
            } else if scalar >= 0x80, FoldMap.lookalike.entry(scalar) == FoldMap.nothing {
            } else if scalar != 0x0D {
                // Spaces in a row are one.
                if scalar != 0x20 || index == from || text[index - 1] != 0x20 { marks += 1 }
                if scalar == 0x21 || scalar == 0x3F || scalar == 0x3B || scalar == 0 { return false }
                if scalar == 0x2E, index + 1 < to, text[index + 1] == 0x20, index >= 4,
                    text[index - 4].isLetter,
                    text[index - 1].isLower, text[index - 2].isLetter, text[index - 3].isLetter
                {
                    return false
                }
            }
            index += unit.length
        }
        return marks <= 4 && lines <= 1
    }

    /// Whether all bytes have no width of their own.
    private func vanishes(_ from: Int, _ to: Int) -> Bool {
        var index = from
        while index < to {
            let unit = SourceUnit.read(text, index)
            guard let scalar = unit.scalar, scalar >= 0x80, FoldMap.lookalike.entry(scalar) == FoldMap.nothing
            else { return false }
            index += unit.length
        }
        return true
    }

    /// Whether the bytes are a hyphen at the end of a line and the next line's indent.
    private func hyphenated(_ from: Int, _ to: Int) -> Bool {
        guard to - from <= 32 else { return false }
        var index = from
        let unit = SourceUnit.read(text, index)
        guard let scalar = unit.scalar,
            scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 || scalar == 0xAD
        else { return false }
        index += unit.length
        var lines = 0
        while index < to {
            guard text[index].isSpace else { return false }
            if text[index] == 0x0A { lines += 1 }
            index += 1
        }
        return lines == 1
    }

    /// Whether the unit is a byte that is not UTF-8: what it stands for is not sure, so a name may end at it.
    private func isStray(_ index: Int) -> Bool {
        text[index] >= 0x80 && SourceUnit.read(text, index).length == 1
    }

    private func isUpper(_ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80, byte != 0x25, byte != 0x26, byte != 0x5C { return byte.isUpper }
        return SourceUnit.read(text, index).scalar.flatMap(Unicode.Scalar.init)?.properties.isUppercase
            ?? false
    }

    private func isLower(_ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80, byte != 0x25, byte != 0x26, byte != 0x5C { return byte.isLower }
        return SourceUnit.read(text, index).scalar.flatMap(Unicode.Scalar.init)?.properties.isLowercase
            ?? false
    }

    /// Whether the unit belongs to a script that writes no spaces between words.
    private func isWide(_ index: Int) -> Bool {
        guard text[index] >= 0xE0, let scalar = SourceUnit.read(text, index).scalar else { return false }
        switch scalar {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x9FFF,
            0xA960...0xA97F,
            0xAC00...0xD7FF, 0xF900...0xFAFF,
            0xFF66...0xFFDC, 0x20000...0x3FFFF:
            return true
        default: return false
        }
    }
}
