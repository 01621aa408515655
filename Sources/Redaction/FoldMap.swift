/// What folding makes of one Unicode scalar, looked up in two steps: a page of 256 scalars, then the entry.
///
/// Entries: 0 a letter that stands for itself, 1 a separator, 2 nothing at all, otherwise 3 plus an index into
/// `texts`.
struct FoldMap: Sendable {
    static let itself: UInt16 = 0
    static let separator: UInt16 = 1
    static let nothing: UInt16 = 2

    private var pages: [UInt16] = Array(repeating: 0, count: 0x200)
    private var entries: [UInt16] = Array(repeating: 0, count: 256)
    private var texts: [[UInt8]] = []

    /// Compatibility, case and accents only: two spellings of one script agree.
    static let plain = FoldMap(confusables: false)
    /// The same, and letters that look like Latin ones become Latin.
    static let lookalike = FoldMap(confusables: true)

    private init(confusables: Bool) {
        for run in FoldTable.separators.tokens() { mark(run, Self.separator) }
        for run in FoldTable.ignorable.tokens() { mark(run, Self.nothing) }
        read(FoldTable.plain)
        if confusables { read(FoldTable.confusable) }
        // Tags and variation selectors beyond the table: U+E0000 to U+E0FFF.
    }

    /// What `scalar` (at least 0x80) folds to: one of the three constants or a handle for `text(_:)`.
    func entry(_ scalar: UInt32) -> UInt16 {
        guard scalar < 0x20000 else {
            return (0xE0000...0xE0FFF).contains(scalar) ? Self.nothing : Self.itself
        }
        return entries[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
    }

    /// The UTF-8 that an entry above 2 stands for.
    func text(_ entry: UInt16) -> [UInt8] { texts[Int(entry) - 3] }

    private mutating func set(_ scalar: UInt32, _ value: UInt16) {
        guard scalar < 0x20000 else { return }
        let page = Int(scalar >> 8)
        if pages[page] == 0 {
            pages[page] = UInt16(entries.count >> 8)
            entries.append(contentsOf: repeatElement(0, count: 256))
        }
        entries[Int(pages[page]) << 8 | Int(scalar & 0xFF)] = value
    }

    private mutating func mark(_ run: Substring.UTF8View, _ value: UInt16) {
        let parts = run.split(separator: UInt8(ascii: "-"))
        guard parts.count == 2, let first = hex(parts[0]), let count = hex(parts[1]) else { return }
        for offset in 0..<count { set(first &+ offset, value) }
    }

    private mutating func read(_ table: String) {
        for token in table.tokens() {
            if let less = token.firstIndex(of: UInt8(ascii: "<")) {
                var target: [UInt8] = []
                for part in token[..<less].split(separator: UInt8(ascii: ".")) {
                    if let scalar = hex(part) { target.appendScalar(scalar) }
                }
                let handle = handle(for: target)
                for part in token[token.index(after: less)...].split(separator: UInt8(ascii: ",")) {
                    if let scalar = hex(part) { set(scalar, handle) }
                }
            } else if let equals = token.firstIndex(of: UInt8(ascii: "=")) {
                let byTwo = token.contains(UInt8(ascii: "/"))
                let parts = token[..<equals].split(separator: UInt8(ascii: byTwo ? "/" : "-"))
                guard parts.count == 2, let first = hex(parts[0]), let count = hex(parts[1]),
                    let target = hex(token[token.index(after: equals)...])
                else { continue }
                for offset in 0..<count {
                    let step = byTwo ? offset &* 2 : offset
                    var text: [UInt8] = []
                    text.appendScalar(target &+ step)
                    set(first &+ step, handle(for: text))
                }
            }
        }
    }

    private mutating func handle(for text: [UInt8]) -> UInt16 {
        texts.append(text)
        return UInt16(texts.count + 2)
    }

    private func hex(_ digits: Substring.UTF8View) -> UInt32? { UInt32(String(Substring(digits)), radix: 16) }
}

extension String {
    fileprivate func tokens() -> [Substring.UTF8View] {
        utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }
}

extension [UInt8] {
    /// Appends the UTF-8 form of a scalar; a number that is none is left out.
    mutating func appendScalar(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
