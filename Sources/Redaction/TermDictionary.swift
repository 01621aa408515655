/// The words of one engagement, in every spelling people and programs give them, ready to be searched for.
package struct TermDictionary: Sendable {
    /// More terms than this are refused: the search table would outgrow a small machine.
    package static let limit = 50_000

    /// One form of a term to search for.
    struct Form: Sendable {
        /// Index into `terms`, or -1 for a word of the allow-list.
        var term: Int
        /// The folded letters and digits.
        var skeleton: [UInt8]
        /// Offsets in `skeleton` where a word begins, so where separators may stand.
        var breaks: [Int]
        /// Match only text that spells like this, byte for byte.
        var exact: [UInt8]?
        /// Match only text that begins with a capital: a shortened name that is also an everyday word.
        var capitalized = false
        /// Marks that open and close the name as its owner writes it, such as the last point of "S.p.A."; they go with it.
        var opening: [Unicode.Scalar] = []
        var closing: [Unicode.Scalar] = []
        /// Whether the form holds letters of another script than Latin, folded as they are.
        var foreignScript = false
    }

    package let terms: [Term]
    /// What to tell the person about the terms; none of it stops the search.
    package let warnings: [TermWarning]
    let forms: [Form]
    /// Whether some form needs the second fold, which leaves other scripts' letters as they are.
    let needsPlainFold: Bool
    private let near: NearWords

    /// Prepares a dictionary.
    /// - Parameters:
    ///   - terms: what must not leave, and other clients' terms, which block.
    ///   - allowed: words that are never reported, though a term or pattern would match them.
    package init(_ terms: [Term], allowed: [String] = []) {
        let terms = Array(terms.prefix(Self.limit))
        self.terms = terms
        var forms: [Form] = []
        var warnings: [TermWarning] = []
        var seen: Set<[UInt8]> = []
        for (index, term) in terms.enumerated() {
            let words = Self.words(term.text)
            let letters = words.reduce(0) { $0 + $1.count }
            if letters == 0 {
                warnings.append(.empty(term.text))
                continue
            }
            if letters < 3 { warnings.append(.short(term.text)) }
            if words.count == 1, !term.caseSensitive, CommonWord.contains(words[0].lowercased()) {
                warnings.append(.commonWord(term.text))
            }
            let exact = term.caseSensitive ? Array(term.text.utf8) : nil
            let everyday = words.count == 1 && CommonWord.contains(words[0].lowercased())
            let known = forms.count
            Self.add(
                words, term: index, exact: exact, capitalized: everyday && term.kind == .codename, to: &forms,
                seen: &seen)
            if term.caseSensitive { continue }
            let variants = Self.variants(of: words, kind: term.kind)
            for variant in variants where variant.count == words.count {
                Self.add(variant, term: index, exact: nil, to: &forms, seen: &seen)
            }
            for form in known..<forms.count {
                forms[form].opening = Self.marks(term.text.unicodeScalars)
                forms[form].closing = Self.marks(term.text.unicodeScalars.reversed()).reversed()
            }
            for variant in variants where variant.count != words.count {
                let common = variant.count == 1 && CommonWord.contains(variant[0].lowercased())
                Self.add(variant, term: index, exact: nil, capitalized: common, to: &forms, seen: &seen)
            }
        }
        for word in allowed { Self.add(Self.words(word), term: -1, exact: nil, to: &forms, seen: &seen) }
        self.forms = forms
        self.warnings = warnings
        near = NearWords(
            forms.lazy.filter { $0.term >= 0 && $0.breaks.isEmpty }.map(\.skeleton))
        needsPlainFold = forms.contains(where: \.foreignScript)
    }

    /// Shorter or otherwise spelled names that mean the same: without the legal form, "and" for "&", without the
    /// top-level domain.
    private static func variants(of words: [String], kind: EntityKind) -> [[String]] {
        var found: [[String]] = []
        if kind == .client || kind == .custom {
            var rest = words
            while let shorter = LegalForm.removed(from: rest) {
                rest = shorter
                if rest.reduce(0, { $0 + $1.count }) >= 3 { found.append(rest) }
            }
        }
        if words.contains("&") {
            for and in ["and", "und", "u", "et", "y", "e", "og", "och", "en"] {
                found.append(contentsOf: ([words] + found).map { $0.map { $0 == "&" ? and : $0 } })
            }
        } else if words.contains(where: { $0.lowercased() == "and" }) {
            found.append(contentsOf: ([words] + found).map { $0.filter { $0.lowercased() != "and" } })
        }
        for name in [words] + found
        where name.contains(where: { $0.unicodeScalars.contains { digraphs[$0] != nil } }) {
            found.append(name.map { $0.unicodeScalars.map { digraphs[$0] ?? String($0) }.joined() })
        }
        if kind == .domain, words.count > 1, let first = words.first, first.count >= 4 {
            found.append(Array(words.dropLast()))
        }
        return found
    }

    /// Letters that keyboards without them write as two.
    private static let digraphs: [Unicode.Scalar: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
        "Ø": "Oe",
        "Å": "Aa", "Æ": "Ae",
    ]

    /// The marks that a name begins with, at most four; white space is none.
    private static func marks(_ name: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        let marks = name.prefix {
            !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.isWhitespace)
        }
        return marks.count <= 4 ? Array(marks) : []
    }

    private static func add(
        _ words: [String], term: Int, exact: [UInt8]?, capitalized: Bool = false, to forms: inout [Form],
        seen: inout Set<[UInt8]>
    ) {
        let isASCII = words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        for (map, foreign) in [(FoldMap.lookalike, false), (FoldMap.plain, true)] where !(foreign && isASCII)
        {
            var skeleton: [UInt8] = []
            var breaks: [Int] = []
            for word in words {
                for hump in humps(word) {
                    let folded = Skeleton.of(Array(hump.utf8), by: map)
                    if folded.isEmpty { continue }
                    if !skeleton.isEmpty { breaks.append(skeleton.count) }
                    skeleton.append(contentsOf: folded)
                }
            }
            if skeleton.isEmpty { return }
            if foreign, skeleton == forms.last?.skeleton || skeleton.allSatisfy({ $0 < 0x80 }) { return }
            let key = skeleton + Array("/\(term) \(exact == nil) \(foreign)".utf8)
            if !seen.insert(key).inserted { continue }
            forms.append(
                Form(
                    term: term, skeleton: skeleton, breaks: breaks, exact: exact, capitalized: capitalized,
                    foreignScript: foreign))
        }
    }

    /// Whether a word is a typing error away from a word of a term: one letter added, lost or changed.
    func isNear(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        near.holds(text, range)
    }

    /// Words of a name; "&" counts as one, other punctuation separates.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII, UInt8(truncatingIfNeeded: scalar.value).isAlphanumeric {
                word.unicodeScalars.append(scalar)
                continue
            }
            let properties = scalar.properties
            let joins = scalar == "'" || scalar == "\u{2019}" || properties.isDefaultIgnorableCodePoint
            if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory.isMark
                || joins
            {
                word.unicodeScalars.append(scalar)
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                if scalar == "&" || scalar == "+" { words.append("&") }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.filter { $0 == "&" || !Skeleton.of(Array($0.utf8), by: .plain).isEmpty }
    }

    /// The humps of a camel-case word: "OpenCounter" gives "Open" and "Counter", and "O'Hara" "O" and "Hara".
    private static func humps(_ word: String) -> [String] {
        var humps: [String] = []
        var hump = ""
        var lower = false
        for scalar in word.unicodeScalars {
            if scalar == "'" || scalar == "\u{2019}" {
                humps.append(hump)
                (hump, lower) = ("", false)
                continue
            }
            let byte = scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0
            if scalar.isASCII ? byte.isUpper : scalar.properties.isUppercase, lower {
                humps.append(hump)
                hump = ""
            }
            lower = scalar.isASCII ? byte.isLower : scalar.properties.isLowercase
            hump.unicodeScalars.append(scalar)
        }
        humps.append(hump)
        return humps
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool {
        self == .nonspacingMark || self == .spacingMark || self == .enclosingMark
    }
}
