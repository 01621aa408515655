/// A pattern of words that gives a kind of clause away.
///
/// A cue is written as a line: `share|disclose ..6 third part*` is the words in order, `|` between
/// alternatives, `*` for any ending, `..6` for up to six words between (`..` for up to ten), `word?` for
/// one that may be missing and `@name` for a word class. `A & B` asks for both anywhere, `A ! B` for A
/// without B. At least one word of the match must be the passage's own, not its introduction's.
struct Cue: Sendable {
    private struct Step: Sendable {
        /// Indexes into the lexicon's elements.
        var element: Int
        var gap: Int
        var optional: Bool
    }

    private var required: [[Step]] = []
    private var excluded: [[Step]] = []

    init(_ line: String, _ lexicon: inout Lexicon) {
        var wanted = true
        var steps: [Step] = []
        var gap = 0
        func close(_ cue: inout Cue) {
            if !steps.isEmpty {
                if wanted { cue.required.append(steps) } else { cue.excluded.append(steps) }
            }
            steps = []
            gap = 0
        }
        for token in line.split(separator: " ") {
            switch token {
            case "&":
                close(&self)
                wanted = true
            case "!":
                close(&self)
                wanted = false
            default:
                if token.hasPrefix("..") {
                    gap = Int(token.dropFirst(2)) ?? 10
                } else {
                    let optional = token.hasSuffix("?")
                    let body = optional ? token.dropLast() : token
                    steps.append(Step(element: lexicon.element(String(body)), gap: gap, optional: optional))
                    gap = 0
                }
            }
        }
        close(&self)
    }

    /// Where the cue is met in `words`, the first required part of it, or nil.
    ///
    /// - Parameters:
    ///   - words: the passage's words as numbers of the vocabulary.
    ///   - ownStart: where the passage's own words begin.
    func match(_ words: [Int], ownStart: Int, _ vocabulary: inout Vocabulary) -> Range<Int>? {
        var found: Range<Int>?
        var own = false
        for steps in required {
            guard let range = first(steps, words, ownStart, &vocabulary) else { return nil }
            if range.upperBound > ownStart {
                own = true
                if found == nil || (found?.upperBound ?? 0) <= ownStart { found = range }
            } else if found == nil {
                found = range
            }
        }
        guard own else { return nil }
        // What a passage only hangs on excludes nothing.
        let said = Array(words.prefix { $0 != Vocabulary.gap })
        for steps in excluded where first(steps, said, ownStart, &vocabulary) != nil { return nil }
        return found
    }

    /// The first place where `steps` fit; one that reaches the passage's own words is preferred.
    private func first(
        _ steps: [Step], _ words: [Int], _ ownStart: Int, _ vocabulary: inout Vocabulary
    ) -> Range<Int>? {
        var fallback: Range<Int>?
        for start in words.indices {
            guard let end = end(steps[...], words, start, &vocabulary, ownStart) else { continue }
            if end > ownStart { return start..<end }
            if fallback == nil { fallback = start..<end }
        }
        return fallback
    }

    private func end(
        _ steps: ArraySlice<Step>, _ words: [Int], _ start: Int, _ vocabulary: inout Vocabulary,
        _ ownStart: Int
    ) -> Int? {
        guard let step = steps.first else { return start }
        let rest = steps.dropFirst()
        var best: Int?
        var index = start
        while index < words.count, index - start <= step.gap {
            if vocabulary.fits(words[index], step.element),
                let end = end(rest, words, index + 1, &vocabulary, ownStart)
            {
                if end > ownStart || step.gap == 0 { return end }
                best = best ?? end
            }
            index += 1
        }
        if let best { return best }
        return step.optional ? end(rest, words, start, &vocabulary, ownStart) : nil
    }
}
