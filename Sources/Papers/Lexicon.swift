/// The words that the cues of a grammar are made of.
struct Lexicon: Sendable {
    /// One place of a cue: the words that may stand there.
    struct Element: Sendable {
        var exact: Set<[UInt8]> = []
        var beginnings: [[UInt8]] = []

        func fits(_ letters: [UInt8]) -> Bool {
            exact.contains(letters) || beginnings.contains { letters.starts(with: $0) }
        }
    }

    private(set) var elements: [Element] = []
    private var numbers: [String: Int] = [:]
    private let classes: [String: String]

    /// - Parameter classes: word classes by name; a class may name others.
    init(classes: [String: String]) { self.classes = classes }

    /// The number of the element that `text` describes, alternatives separated by `|`.
    mutating func element(_ text: String) -> Int {
        if let known = numbers[text] { return known }
        var element = Element()
        fill(&element, text, depth: 0)
        elements.append(element)
        numbers[text] = elements.count - 1
        return elements.count - 1
    }

    /// The number of an element that is in use, or nil.
    func number(of text: String) -> Int? { numbers[text] }

    private func fill(_ element: inout Element, _ text: String, depth: Int) {
        for alternative in text.split(separator: "|") {
            if alternative.hasPrefix("@") {
                if depth < 4, let members = classes[String(alternative.dropFirst())] {
                    fill(&element, members, depth: depth + 1)
                }
            } else if alternative.hasSuffix("*") {
                element.beginnings.append(Array(alternative.dropLast().utf8))
            } else {
                element.exact.insert(Array(alternative.utf8))
            }
        }
    }
}

/// The distinct words of one text, each tried on each element at most once.
struct Vocabulary {
    private let lexicon: Lexicon
    private var numbers: [[UInt8]: Int] = [:]
    private var letters: [[UInt8]] = []
    private var known: [[UInt8]] = []

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        numbers[Topics.gap] = Self.gap
        letters.append(Topics.gap)
        known.append(Array(repeating: 0, count: lexicon.elements.count))
    }

    /// The number of the word that stands between what a passage says and what it hangs on.
    static let gap = 0

    /// The number of a word.
    mutating func number(_ word: Word) -> Int {
        if let number = numbers[word.letters] { return number }
        numbers[word.letters] = letters.count
        letters.append(word.letters)
        known.append(Array(repeating: 0, count: lexicon.elements.count))
        return letters.count - 1
    }

    /// Whether word number `word` may stand in element `element`.
    mutating func fits(_ word: Int, _ element: Int) -> Bool {
        switch known[word][element] {
        case 1: return false
        case 2: return true
        default:
            let fits = lexicon.elements[element].fits(letters[word])
            known[word][element] = fits ? 2 : 1
            return fits
        }
    }
}
