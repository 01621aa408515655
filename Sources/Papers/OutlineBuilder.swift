/// Builds an outline line by line.
struct OutlineBuilder {
    private let scalars: [Unicode.Scalar]
    private(set) var clauses: [Clause] = []
    private(set) var passages: [Passage] = []
    private var stack: [Level] = []
    private var heading: [Word] = []
    private var headingText = ""
    /// Whether the block before was a heading.
    private var followsTitle = false
    private var part = ""
    private var rootLead: [Word] = []
    /// The open sentences of numbered clauses, by number: clause 5 introduces 5.1.
    private var openLeads: [String: (words: [Word], isColon: Bool)] = [:]
    private var sentence = 0
    private var workload = 0

    /// One open level of numbering.
    private struct Level {
        var form: ClauseMarker.Form
        var indent: Int
        var label: String
        var lead: [Word] = []
    }

    private struct Line {
        var range: Range<Int>
        var content: Int
        var indent: Int { content - range.lowerBound }
        var isBlank: Bool { content >= range.upperBound }
    }

    private struct Block {
        var range: Range<Int>
        var indent: Int
        var marker: ClauseMarker?
        var part: String?
        var headingLevel = 0
        var isBullet = false
        /// Whether a blank line stands before it.
        var isApart = false
    }

    init(_ text: PaperText) { scalars = text.scalars }

    mutating func build() {
        for block in blocks(of: lines()) { add(block) }
    }

    // MARK: Lines to blocks

    private func lines() -> [Line] {
        var lines: [Line] = []
        var start = 0
        for end in scalars.indices where scalars[end] == "\n" {
            lines.append(line(start..<end))
            start = end + 1
        }
        lines.append(line(start..<scalars.count))
        return lines
    }

    private func line(_ range: Range<Int>) -> Line {
        Line(range: range, content: ClauseMarker.skipBlanks(scalars, range.lowerBound, range.upperBound))
    }

    private func blocks(of lines: [Line]) -> [Block] {
        let widths = lines.filter { !$0.isBlank }.map(\.range.count).sorted()
        let width = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
        var blocks: [Block] = []
        var previous: Line?
        // The last number that opened a clause.
        var last = 0
        for line in lines {
            guard !line.isBlank else {
                previous = nil
                continue
            }
            var next = opening(of: line)
            if let marker = next.marker {
                switch marker.form {
                case .number(let value), .article(let value): last = value
                default: break
                }
            } else if let marker = ClauseMarker.counted(
                scalars, at: line.content, limit: line.range.upperBound, after: last, opens: previous == nil)
            {
                next.marker = marker
                next.range = marker.end..<line.range.upperBound
                if case .number(let value) = marker.form { last = value }
            }
            next.isApart = previous == nil
            let opens =
                next.marker != nil || next.part != nil || next.headingLevel > 0 || next.isBullet
                || defines(line, after: blocks.last)
            if !opens, let untitled = blocks.last, case .article? = untitled.marker?.form,
                untitled.range.isEmpty, line.range.count <= 70
            {
                // "ARTICLE VI" with its title on the next line.
                blocks[blocks.count - 1].range = next.range
            } else if let before = previous, !opens, blocks.last?.headingLevel == 0,
                !ends(before, line, width)
            {
                let last = blocks.count - 1
                blocks[last].range = blocks[last].range.lowerBound..<line.range.upperBound
            } else {
                blocks.append(next)
            }
            previous = line
        }
        return blocks
    }

    /// Whether `line` ends its paragraph although no blank line follows: it stops well short of the usual
    /// width, where the next word would have fitted, and what follows begins like a sentence.
    private func ends(_ line: Line, _ next: Line, _ width: Int) -> Bool {
        var last = line.range.upperBound - 1
        while last > line.content, ClauseMarker.isBlank(scalars[last]) { last -= 1 }
        let word = scalars[next.content..<next.range.upperBound].prefix { !ClauseMarker.isBlank($0) }.count
        return line.range.count * 10 < width * 7 && (line.range.count + 1 + word) * 10 <= width * 8
            && scalars[last] != ","
            && !scalars[next.content].properties.isLowercase
    }

    /// Whether a line after a full stop gives a capitalized term its meaning: "External System means ...".
    private func defines(_ line: Line, after block: Block?) -> Bool {
        guard let block, let last = lastSolid(block.range), ".;)".unicodeScalars.contains(last) else {
            return false
        }
        return Self.definedTerm(
            words(of: scalars, in: line.content..<min(line.range.upperBound, line.content + 120)), scalars)
            != nil
    }

    /// The words of the capitalized term that a sentence without quotation marks begins by giving a meaning:
    /// "Business Day means", "Business Day: a day".
    static func definedTerm(_ own: [Word], _ scalars: [Unicode.Scalar]) -> Int? {
        let count = own.prefix { $0.capital || ["of", "and", "or", "to", "the"].contains($0.text) }.count
        guard (1...6).contains(count), own.count > count + 1, own[0].capital, own[count - 1].capital,
            own[count - 1].range.upperBound <= own[count].range.lowerBound
        else { return nil }
        let gap = scalars[own[count - 1].range.upperBound..<own[count].range.lowerBound]
        if gap.contains(":") {
            let openers: Set<String> = [
                "a", "an", "any", "the", "all", "each", "every", "such", "those", "information", "as", "has",
            ]
            return openers.contains(own[count].text) && !own.contains { modals.contains($0.text) }
                ? count : nil
        }
        let isMeaning =
            ["means", "mean"].contains(own[count].text)
            || ["has", "have"].contains(own[count].text)
                && own[count...].prefix(4).contains { $0.text == "meaning" }
        return isMeaning ? count : nil
    }

    private func opening(of line: Line) -> Block {
        let end = line.range.upperBound
        var start = line.content
        var block = Block(range: start..<end, indent: line.indent)
        while start < end, scalars[start] == ">" { start = ClauseMarker.skipBlanks(scalars, start + 1, end) }
        if start < end, scalars[start] == "#" {
            while start < end, scalars[start] == "#" {
                block.headingLevel += 1
                start += 1
            }
            start = ClauseMarker.skipBlanks(scalars, start, end)
        } else if start + 1 < end, isBullet(scalars[start]), ClauseMarker.isBlank(scalars[start + 1]) {
            block.isBullet = true
            start = ClauseMarker.skipBlanks(scalars, start + 1, end)
        } else if start < end, scalars[start] == "|" {
            block.isBullet = true
        }
        while start < end, scalars[start] == "*" || scalars[start] == "_" { start += 1 }
        (start, block.part) = namedPart(start, end)
        if block.part == nil,
            let marker = ClauseMarker.named(scalars, at: start, limit: end)
                ?? ClauseMarker.read(scalars, at: start, limit: end), fits(marker)
        {
            block.marker = marker
            start = marker.end
        }
        block.range = min(start, end)..<end
        return block
    }

    private func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        "-*+•–▪●◦‣".unicodeScalars.contains(scalar)
    }

    /// Whether a marker is a likely clause number; four digits are a year.
    private func fits(_ marker: ClauseMarker) -> Bool {
        switch marker.form {
        case .number(let value), .article(let value):
            return value > 0 && value < 200 && !ClauseMarker.isMonth(scalars, at: marker.end)
        default: return true
        }
    }

    /// Reads "Schedule 2", "Annex A" and the like, which begin a part with its own numbering.
    private func namedPart(_ start: Int, _ end: Int) -> (Int, String?) {
        var index = start
        while index < end, scalars[index].isASCII, scalars[index].properties.isAlphabetic { index += 1 }
        guard index > start, index - start <= 9, index < end, ClauseMarker.isBlank(scalars[index]) else {
            return (start, nil)
        }
        let word = String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
        let content = ClauseMarker.skipBlanks(scalars, index, end)
        switch word {
        case "schedule", "annex", "appendix", "exhibit", "attachment":
            guard scalars[start].properties.isUppercase else { return (start, nil) }
            var stop = content
            while stop < end, isWordScalar(scalars[stop]) { stop += 1 }
            let name = String(String.UnicodeScalarView(scalars[content..<stop]))
            let short = name.utf8.count <= 3 && end - stop < 80
            let follows = stop == end || scalars[stop] != ","
            guard short, follows, !name.isEmpty else { return (start, nil) }
            let title = String(String.UnicodeScalarView(scalars[start..<stop]))
            return (stop, title)
        default: return (start, nil)
        }
    }

    // MARK: Blocks to passages

    private mutating func add(_ block: Block) {
        if let name = block.part {
            part = name
            stack = []
            rootLead = []
            openLeads = [:]
            heading = []
        }
        let isTitle = block.headingLevel > 0 || isBareHeading(block)
        defer { followsTitle = isTitle }
        if isTitle {
            heading = words(of: scalars, in: block.range)
            headingText = trimmed(block.range)
            if block.marker == nil, block.headingLevel > 0 || !stack.isEmpty {
                stack = []
                rootLead = []
                if block.part == nil, (1...2).contains(block.headingLevel) { part = "" }
            }
        }
        if let marker = block.marker { open(marker, indent: block.indent) }
        if block.marker == nil, !block.isBullet, stack.isEmpty { rootLead = [] }
        let label = clauseLabel()
        let title = title(of: block)
        if block.marker != nil || block.headingLevel > 0 {
            clauses.append(Clause(number: label, title: title, range: block.range))
        } else if let last = clauses.popLast() {
            clauses.append(
                Clause(
                    number: last.number, title: last.title,
                    range: last.range.lowerBound..<block.range.upperBound))
        } else {
            clauses.append(Clause(number: label, title: nil, range: block.range))
        }
        let lead = introduction(of: block)
        let sentences = sentenceRanges(block.range)
        let opened = passages.count
        for range in sentences { addSentence(range, label: label, lead: lead) }
        if opensWithTitle(block, sentences), passages.count > opened { passages[opened].isTitle = true }
        let isHeading =
            isTitle
            || (sentences.count == 1 && opensWithTitle(block, sentences))
        if isTitle { markTitles(from: opened) }
        if let last = sentences.last, !isHeading, introduces(last) {
            let own = words(of: scalars, in: last)
            let all = Array((lead + own).suffix(160))
            guard let level = stack.last else {
                rootLead = all
                return
            }
            stack[stack.count - 1].lead = all
            if stack.count == 1 {
                let end = lastSolid(last)
                openLeads[level.label] = (all, end == ":" || end == "—" || end == "–")
            }
        }
    }

    /// Marks the passages of a heading as such, unless one of them demands or forbids something.
    private mutating func markTitles(from first: Int) {
        let strict: Set<String> = ["not", "no", "never", "only", "without", "is", "are"]
        for index in first..<passages.count
        where !passages[index].words.contains(where: {
            Self.modals.contains($0.text) || strict.contains($0.text)
        }) {
            passages[index].isTitle = true
        }
    }

    /// Whether the first sentence of a numbered block is the heading of what follows it.
    private func opensWithTitle(_ block: Block, _ sentences: [Range<Int>]) -> Bool {
        switch block.marker?.form {
        case .number, .article, .dotted, .letter: break
        default: return false
        }
        guard let first = sentences.first, sentences.count > 1 || block.range.count <= 60 else {
            return false
        }
        let own = words(of: scalars, in: first)
        let plain = own.dropFirst().count { !$0.capital }
        return own.count <= 9 && !scalars[first].contains(":")
            && scalars[first].first?.properties.isLowercase == false
            && !own.contains { Self.modals.contains($0.text) }
            && !(lastSolid(first) == "."
                && (own.contains { Self.verbs.contains($0.text) } || own.count > 4 && plain * 2 > own.count))
    }

    /// What a sentence says that something ought to be, and a heading does not.
    private static let modals: Set<String> = ["shall", "must", "will", "may", "can", "should"]
    /// What makes a short line with a stop a sentence.
    private static let verbs: Set<String> = [
        "is", "are", "has", "have", "applies", "apply", "governs", "govern", "ends", "lasts", "survives",
        "starts", "begins", "remains", "needs", "requires",
    ]

    /// A short line alone that ends like no sentence; among numbered clauses one that stands between paragraphs.
    private func isBareHeading(_ block: Block) -> Bool {
        guard block.marker == nil, !block.isBullet, block.range.count <= 70,
            let last = lastSolid(block.range),
            isWordScalar(last) || last == "?"
        else { return false }
        if followsTitle, isGloss(block) { return false }
        if stack.isEmpty { return true }
        guard block.isApart, let end = passages.last.flatMap({ lastSolid($0.range) }),
            ".;)".unicodeScalars.contains(end), scalars[block.range].first?.properties.isUppercase ?? false
        else { return false }
        let own = words(of: scalars, in: block.range)
        return own.count <= 8
            && !own.contains { Self.modals.contains($0.text) || Self.verbs.contains($0.text) }
    }

    /// Whether a line reads on in lower case, as one does that says under a heading what is to be filled in there:
    /// "The length of this agreement".
    private func isGloss(_ block: Block) -> Bool {
        let rest = words(of: scalars, in: block.range).dropFirst()
        return rest.count > 2 && rest.count(where: \.capital) * 2 < rest.count
    }

    private func lastSolid(_ range: Range<Int>) -> Unicode.Scalar? {
        scalars[range].last { !ClauseMarker.isBlank($0) && $0 != "*" && $0 != "_" }
    }

    private mutating func open(_ marker: ClauseMarker, indent: Int) {
        var form = marker.form
        switch form {
        case .dotted(let label):
            stack = [Level(form: form, indent: indent, label: label)]
            return
        case .article(let value):
            stack = [Level(form: form, indent: indent, label: "\(value)")]
            return
        case .number(let value):
            // The items of an article hang on it; a number that counts on from the article before does not.
            var above = 0
            if let article = stack.first, case .article = article.form {
                if counts(value) { above = 1 } else { stack = [] }
            }
            let numbers = stack.indices.filter { if case .number = stack[$0].form { true } else { false } }
            if let outer = numbers.last(where: { abs(stack[$0].indent - indent) <= 1 }) {
                stack.removeSubrange(outer...)
            } else if let last = numbers.last, value == 1, indent > stack[last].indent + 1 {
                stack.removeSubrange((last + 1)...)
            } else if let dotted = stack.first, case .dotted = dotted.form, value == 1,
                indent > dotted.indent + 1
            {
                stack.removeSubrange(1...)
            } else {
                stack.removeSubrange(above...)
            }
            stack.append(Level(form: form, indent: indent, label: stack.isEmpty ? "\(value)" : ".\(value)"))
            return
        case .letter(let byte, let roman):
            if let roman, !continuesLetters(byte), roman == 1 || continuesRoman(roman) {
                form = .roman(roman)
            }
        default: break
        }
        let same = stack.lastIndex {
            switch ($0.form, form) {
            case (.letter, .letter), (.roman, .roman), (.parenthesized, .parenthesized), (.part, .part): true
            default: false
            }
        }
        if let same { stack.removeSubrange(same...) }
        stack.append(Level(form: form, indent: indent, label: "(\(name(of: form)))"))
    }

    /// Whether a number begins the items of an article, or is the next of them.
    private func counts(_ value: Int) -> Bool {
        value == 1
            || stack.contains { if case .number(let last) = $0.form { last + 1 == value } else { false } }
    }

    private func continuesLetters(_ byte: UInt8) -> Bool {
        stack.contains { if case .letter(let last, _) = $0.form { last &+ 1 == byte } else { false } }
    }

    private func continuesRoman(_ value: Int) -> Bool {
        stack.contains { if case .roman(let last) = $0.form { last + 1 == value } else { false } }
    }

    private func name(of form: ClauseMarker.Form) -> String {
        switch form {
        case .number(let value), .article(let value), .parenthesized(let value): "\(value)"
        case .dotted(let label), .part(let label): label
        case .letter(let byte, _): String(decoding: [byte], as: UTF8.self)
        case .roman(let value):
            String(repeating: "x", count: value / 10)
                + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][value % 10]
        }
    }

    private func clauseLabel() -> String {
        let number = stack.map(\.label).joined()
        let prefix = part.isEmpty ? "" : part
        if number.isEmpty { return prefix.isEmpty ? headingText : prefix }
        return prefix.isEmpty ? number : prefix + " " + number
    }

    private func title(of block: Block) -> String? {
        if block.headingLevel > 0 { return trimmed(block.range) }
        guard block.marker != nil, let first = sentenceRanges(block.range).first, first.count <= 80 else {
            return nil
        }
        let title = trimmed(first)
        return title.isEmpty ? nil : title
    }

    private func trimmed(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars[range] where !"*_#.:".unicodeScalars.contains(scalar) {
            view.append(ClauseMarker.isBlank(scalar) ? " " : scalar)
        }
        var text = String(view)[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// The words that introduce a block: the open sentence of the level above it.
    private func introduction(of block: Block) -> [Word] {
        if case .dotted(let label) = block.marker?.form, let dot = label.lastIndex(of: "."),
            let lead = openLeads[String(label[..<dot])]
        {
            let continues = scalars[block.range].first?.properties.isLowercase ?? false
            return lead.isColon || continues ? lead.words : rootLead
        }
        if block.marker != nil {
            return stack.count > 1 ? stack[stack.count - 2].lead : rootLead
        }
        if block.isBullet { return stack.last?.lead ?? rootLead }
        return []
    }

    /// Whether a sentence is left open for what follows it.
    private func introduces(_ range: Range<Int>) -> Bool {
        guard let last = lastSolid(range) else { return false }
        if last == ":" || last == "—" || last == "–" { return true }
        return isWordScalar(last) && words(of: scalars, in: range).count >= 3
    }

    // MARK: Sentences

    private static let abbreviations: Set<String> = [
        "no", "nos", "inc", "ltd", "co", "corp", "e", "g", "i", "art", "arts", "sec", "cl", "v", "vs", "mr",
        "mrs",
        "ms", "dr", "st", "approx", "cf", "etc", "para", "paras", "ca", "resp", "u", "s", "llc", "plc", "nr",
        "al",
    ]

    private func sentenceRanges(_ range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = ClauseMarker.skipBlanks(scalars, range.lowerBound, range.upperBound)
        var index = start
        while index < range.upperBound {
            let scalar = scalars[index]
            if scalar == "." || scalar == "!" || scalar == "?" {
                var after = index + 1
                while after < range.upperBound, isCloser(scalars[after]) { after += 1 }
                if after >= range.upperBound
                    || (ClauseMarker.isBlank(scalars[after]) && !isAbbreviation(index, start))
                {
                    let next = ClauseMarker.skipBlanks(scalars, after, range.upperBound)
                    if next >= range.upperBound || !scalars[next].properties.isLowercase {
                        result.append(start..<after)
                        start = next
                        index = next
                        continue
                    }
                }
            }
            index += 1
        }
        if start < range.upperBound { result.append(start..<range.upperBound) }
        return result.filter { range in scalars[range].contains(where: isWordScalar) }
    }

    private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        "\"'”’)]*_".unicodeScalars.contains(scalar)
    }

    private func isAbbreviation(_ dot: Int, _ start: Int) -> Bool {
        var first = dot
        while first > start, isWordScalar(scalars[first - 1]) { first -= 1 }
        guard first < dot else { return false }
        // "45 C.F.R. Part 164"
        if dot - first == 1, first > start, scalars[first - 1] == "." { return true }
        let word = String(String.UnicodeScalarView(scalars[first..<dot])).lowercased()
        return Self.abbreviations.contains(word)
    }

    private mutating func addSentence(_ range: Range<Int>, label: String, lead: [Word]) {
        sentence += 1
        let own = words(of: scalars, in: range)
        guard !own.isEmpty else { return }
        let definition = isDefinition(range, own)
        let items = inlineItems(range)
        guard let first = items.first else {
            append(range, label, lead, own, definition)
            return
        }
        let introduction = range.lowerBound..<first.start
        let introductionWords = own.filter { $0.range.upperBound <= first.start }
        if !introductionWords.isEmpty { append(introduction, label, lead, introductionWords, definition) }
        for (position, item) in items.enumerated() {
            let end = position + 1 < items.count ? items[position + 1].start : range.upperBound
            let itemWords = own.filter { $0.range.lowerBound >= item.body && $0.range.upperBound <= end }
            append(
                item.start..<end, label + "(\(item.label))", lead + introductionWords, itemWords, definition)
        }
    }

    /// The items of an excerpt that begins in the middle of a row: "any information that: (c) was …".
    private func quotedItems(_ range: Range<Int>) -> [Item]? {
        for index in range where scalars[index] == ":" {
            let start = ClauseMarker.skipBlanks(scalars, index + 1, range.upperBound)
            guard start > index + 1,
                let marker = ClauseMarker.read(scalars, at: start, limit: range.upperBound)
            else { continue }
            switch marker.form {
            case .letter(UInt8(ascii: "a"), _), .roman(1), .parenthesized(1), .letter(UInt8(ascii: "i"), _):
                continue
            case .number(let value) where value > 99: continue
            default: return [Item(start: start, body: marker.end, label: name(of: marker.form))]
            }
        }
        return nil
    }

    private mutating func append(
        _ range: Range<Int>, _ label: String, _ lead: [Word], _ own: [Word], _ definition: Bool
    ) {
        var end = range.upperBound
        while end > range.lowerBound + 1, ClauseMarker.isBlank(scalars[end - 1]) { end -= 1 }
        // A sentence without end is read in pieces, and a text of nothing but items loses its introductions,
        // so that no document costs more than its length.
        var start = 0
        while start < own.count {
            let stop = min(start + Self.longestPassage, own.count)
            let from = start == 0 ? range.lowerBound : own[start].range.lowerBound
            let to = stop == own.count ? end : own[stop].range.lowerBound
            workload += lead.count + stop - start
            let introduction = workload > Self.mostWords ? [] : lead
            passages.append(
                Passage(
                    clause: label, section: heading, range: from..<max(from, to),
                    words: introduction + own[start..<stop], ownStart: introduction.count, sentence: sentence,
                    isDefinition: definition))
            start = stop
        }
    }

    private static let longestPassage = 500
    private static let mostWords = 100_000

    private func isDefinition(_ range: Range<Int>, _ own: [Word]) -> Bool {
        if let term = Self.definedTerm(own, scalars),
            !scalars[own[term - 1].range.upperBound..<own[term].range.lowerBound].contains(":")
        {
            return true
        }
        guard let first = scalars[range].first(where: { $0 != "*" && $0 != "_" && $0 != "<" && $0 != "(" }),
            first == "\"" || first == "“" || first == "”" || first == "'" || first == "‘"
        else { return false }
        let verbs: Set<String> = ["means", "mean", "meaning", "includes", "refers", "is", "are", "has"]
        return own.prefix(14).contains { verbs.contains($0.text) } || isGlossed(range)
    }

    /// Whether what opens the sentence in quotation marks is explained after a colon or a dash.
    private func isGlossed(_ range: Range<Int>) -> Bool {
        let inner = scalars[range].dropFirst().prefix(60)
        guard let end = inner.firstIndex(where: { "\"”“’'".unicodeScalars.contains($0) }) else {
            return false
        }
        let next = scalars[end..<range.upperBound].dropFirst().first { !"*_ ".unicodeScalars.contains($0) }
        return next == ":" || next == "–" || next == "—" || next == "-"
    }

    private struct Item {
        var start: Int
        var body: Int
        var label: String
    }

    /// The items "(a) …; (b) …" of a sentence, where at least two of one row stand in it.
    private func inlineItems(_ range: Range<Int>) -> [Item] {
        if let quoted = quotedItems(range) { return quoted }
        var rows: [[(item: Item, value: Int)]] = [[], [], []]
        var index = range.lowerBound
        while index < range.upperBound {
            guard scalars[index] == "(",
                index == range.lowerBound || ClauseMarker.isBlank(scalars[index - 1])
                    || "-—;:,".unicodeScalars.contains(scalars[index - 1]),
                let marker = ClauseMarker.read(scalars, at: index, limit: range.upperBound)
            else {
                index += 1
                continue
            }
            let label = name(of: marker.form)
            let item = Item(start: index, body: marker.end, label: label)
            func extend(_ row: Int, _ value: Int) {
                if value == rows[row].count + 1 { rows[row].append((item, value)) }
            }
            switch marker.form {
            case .letter(let byte, let roman):
                extend(0, Int(byte) - 0x60)
                if let roman { extend(1, roman) }
            case .roman(let value): extend(1, value)
            case .parenthesized(let value): extend(2, value)
            default: break
            }
            index = marker.end
        }
        let candidates = rows.filter { $0.count >= 2 }
        let outermost = candidates.min { $0[0].item.start < $1[0].item.start }
        return outermost?.map(\.item) ?? []
    }
}
