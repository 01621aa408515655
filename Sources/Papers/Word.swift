/// One word of a text as the grammar sees it: lower case, without its possessive ending.
struct Word: Equatable, Sendable {
    /// The word's letters and digits in lower case.
    var letters: [UInt8]
    /// Where it stands, in scalars.
    var range: Range<Int>
    /// Whether it begins with a capital.
    var capital: Bool

    var text: String { String(decoding: letters, as: UTF8.self) }
}

/// Splits `range` of a text into words.
///
/// Contractions are spelled out ("can't" is "can not"), hyphens separate, and the few terms of art that
/// are written in several ways come out as one word: "artificial intelligence" is `ai`, "sub-processor"
/// `subprocessor`, "de-identify" `deidentify`, "protected health information" `phi`.
func words(of scalars: [Unicode.Scalar], in range: Range<Int>) -> [Word] {
    var result: [Word] = []
    var index = range.lowerBound
    while index < range.upperBound {
        guard isWordScalar(scalars[index]) else {
            index += 1
            continue
        }
        let start = index
        var letters: [UInt8] = []
        while index < range.upperBound {
            let scalar = scalars[index]
            if isWordScalar(scalar) {
                appendFolded(scalar, to: &letters)
                index += 1
            } else if isApostrophe(scalar), index + 1 < range.upperBound, index > start,
                isWordScalar(scalars[index + 1])
            {
                letters.append(UInt8(ascii: "'"))
                index += 1
            } else {
                break
            }
        }
        let capital = scalars[start].properties.isUppercase
        appendSpelledOut(letters, start..<index, capital, to: &result)
    }
    return joinTermsOfArt(result)
}

func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        default: return false
        }
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}"
}

private func appendFolded(_ scalar: Unicode.Scalar, to letters: inout [UInt8]) {
    if scalar.isASCII {
        let value = UInt8(truncatingIfNeeded: scalar.value)
        letters.append((0x41...0x5A).contains(value) ? value + 0x20 : value)
    } else {
        for folded in compatible(scalar) {
            letters.append(contentsOf: folded.properties.lowercaseMapping.utf8)
        }
    }
}

private func appendSpelledOut(
    _ letters: [UInt8], _ range: Range<Int>, _ capital: Bool, to result: inout [Word]
) {
    func add(_ letters: some Sequence<UInt8>, _ capital: Bool) {
        result.append(Word(letters: Array(letters), range: range, capital: capital))
    }
    func add(_ text: StaticString, _ capital: Bool = false) {
        add(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), capital)
    }
    if letters == Array("cannot".utf8) {
        add("can", capital)
        add("not")
        return
    }
    guard let mark = letters.lastIndex(of: UInt8(ascii: "'")) else { return add(letters, capital) }
    let ending = String(decoding: letters[(mark + 1)...], as: UTF8.self)
    let stem = letters[..<mark].filter { $0 != UInt8(ascii: "'") }
    switch ending {
    case "t" where stem.last == UInt8(ascii: "n"):
        switch String(decoding: stem, as: UTF8.self) {
        case "can": add("can", capital)
        case "won": add("will", capital)
        default: add(stem.dropLast(), capital)
        }
        add("not")
    case "ll":
        add(stem, capital)
        add("will")
    case "re":
        add(stem, capital)
        add("are")
    case "ve":
        add(stem, capital)
        add("have")
    case "s", "d": add(stem, capital)
    default: add(stem + letters[(mark + 1)...], capital)
    }
}

/// Terms of art of several words, each with the one word the grammar knows it by; a star matches any end.
private let termsOfArt: [(parts: [String], word: String)] = [
    (["artificial", "intelligence"], "ai"), (["large", "language", "model*"], "llm"),
    (["language", "model*"], "llm"), (["machine", "learning"], "ml"), (["deep", "learning"], "ml"),
    (["machine", "translation"], "mt"), (["machine", "output*"], "mt"), (["machine", "learned"], "ml"),
    (["foundation", "model*"], "llm"), (["speech", "recognition"], "ml"),
    (["natural", "language", "processing"], "ml"),
    (["image", "recognition"], "ml"), (["face", "recognition"], "ml"), (["voice", "cloning"], "ml"),
    (["rules", "out"], "prohibits"), (["rule", "out"], "prohibits"), (["off", "limits"], "prohibited"),
    (["text", "form"], "writing"), (["written", "form"], "writing"), (["automated", "processing"], "ai"),
    (["automated", "content"], "ai"), (["automated", "translation"], "mt"),
    (["automatic", "translation"], "mt"),
    (["automated", "tool*"], "ai"), (["automated", "system*"], "ai"), (["automated", "transcription"], "ai"),
    (["translation", "software"], "mt"), (["translation", "engine*"], "mt"),
    (["coding", "assistant*"], "ai"),
    (["code", "assistant*"], "ai"), (["writing", "assistant*"], "ai"), (["virtual", "assistant*"], "ai"),
    (["meeting", "assistant*"], "ai"), (["chat", "assistant*"], "ai"), (["chat", "bot*"], "chatbot"),
    (["transcription", "bot*"], "ai"), (["code", "completion"], "ai"), (["post", "edit*"], "postedit"),
    (["re", "train*"], "train"), (["sub", "processor"], "subprocessor"),
    (["sub", "processors"], "subprocessors"), (["sub", "processing"], "subprocessing"),
    (["sub", "contractor"], "subcontractor"), (["sub", "contractors"], "subcontractors"),
    (["sub", "contract"], "subcontract"), (["sub", "contracting"], "subcontracting"),
    (["text", "generat*"], "ai"), (["image", "generat*"], "ai"), (["voice", "synthes*"], "ai"),
    (["autonomous", "agent*"], "ai"), (["online", "transcription"], "ai"),
    (["external", "transcription"], "ai"),
    (["cloud", "transcription"], "ai"), (["online", "translation"], "mt"),
    (["external", "translation"], "mt"),
    (["cloud", "translation"], "mt"), (["intelligent", "assistant*"], "ai"),
    (["re", "identif*"], "reidentify"), (["general", "data", "protection", "regulation"], "gdpr"),
    (["de", "identified"], "deidentified"), (["de", "identify"], "deidentify"),
    (["de", "identification"], "deidentification"), (["protected", "health", "information"], "phi"),
    (["non", "disclosure"], "nondisclosure"), (["non", "exclusive"], "nonexclusive"),
    (["non", "solicitation"], "nonsolicitation"), (["fine", "tune"], "finetune"),
    (["fine", "tuning"], "finetuning"), (["fine", "tuned"], "finetuned"),
    (["but", "not", "limited", "to"], "namely"), (["not", "limited", "to"], "namely"),
    (["without", "limitation"], "namely"), (["without", "limiting"], "namely"),
    (["whether", "or", "not"], "whether"),
    (["back", "up"], "backup"), (["back", "ups"], "backups"), (["e", "mail"], "email"),
    (["web", "site"], "website"), (["in", "house"], "inhouse"), (["on", "premise*"], "onpremises"),
].map { ($0.0, $0.1) }

private let termsByFirst: [[UInt8]: [(parts: [[UInt8]], open: [Bool], word: [UInt8])]] = {
    var index: [[UInt8]: [(parts: [[UInt8]], open: [Bool], word: [UInt8])]] = [:]
    for term in termsOfArt {
        let open = term.parts.map { $0.hasSuffix("*") }
        let parts = term.parts.map { Array($0.utf8.filter { $0 != UInt8(ascii: "*") }) }
        index[parts[0], default: []].append((parts, open, Array(term.word.utf8)))
    }
    return index
}()

private func joinTermsOfArt(_ words: [Word]) -> [Word] {
    var result: [Word] = []
    result.reserveCapacity(words.count)
    var index = 0
    scan: while index < words.count {
        for term in termsByFirst[words[index].letters] ?? [] where index + term.parts.count <= words.count {
            let fits = term.parts.indices.allSatisfy { part in
                let letters = words[index + part].letters
                return term.open[part] ? letters.starts(with: term.parts[part]) : letters == term.parts[part]
            }
            if fits {
                let last = words[index + term.parts.count - 1]
                result.append(
                    Word(
                        letters: term.word,
                        range: words[index].range.lowerBound..<last.range.upperBound,
                        capital: words[index].capital))
                index += term.parts.count
                continue scan
            }
        }
        result.append(words[index])
        index += 1
    }
    return result
}
