package import Canvas

/// A line of text that is being typed, with the place of its caret.
package struct TextField: Hashable, Sendable {
    /// More than any field of the ledger needs; a longer paste is cut here.
    package static let limit = 4000

    package private(set) var text: String
    /// Characters before the caret, `0...text.count`.
    package private(set) var caret: Int

    package init(_ text: String = "") {
        self.text = String(text.prefix(Self.limit))
        caret = self.text.count
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Types a text at the caret; line breaks and tabs of a paste become spaces.
    package mutating func insert(_ more: String) {
        let tame = more.map { $0.isNewline || $0 == "\t" ? " " : $0 }.prefix(max(0, Self.limit - text.count))
        text.insert(contentsOf: tame, at: text.index(text.startIndex, offsetBy: caret))
        // Typed marks may join the character before them.
        caret = min(caret + tame.count, text.count)
    }

    /// Carries out a key that edits.
    ///
    /// - Returns: whether the key was one.
    package mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left: caret = max(0, caret - 1)
        case .right: caret = min(text.count, caret + 1)
        case .home, .control("a"): caret = 0
        case .end, .control("e"): caret = text.count
        case .wordLeft: caret = wordStart
        case .wordRight:
            let rest = text.dropFirst(caret)
            let skipped = rest.prefix { $0 == " " }.count
            caret += skipped + rest.dropFirst(skipped).prefix { $0 != " " }.count
        case .backspace: remove(from: max(0, caret - 1), to: caret)
        case .delete: remove(from: caret, to: min(text.count, caret + 1))
        case .control("w"): remove(from: wordStart, to: caret)
        case .control("u"): remove(from: 0, to: caret)
        default: return false
        }
        return true
    }

    private var wordStart: Int {
        let before = Array(text.prefix(caret))
        var place = caret
        while place > 0, before[place - 1] == " " { place -= 1 }
        while place > 0, before[place - 1] != " " { place -= 1 }
        return place
    }

    private mutating func remove(from start: Int, to end: Int) {
        guard start < end else { return }
        let first = text.index(text.startIndex, offsetBy: start)
        text.removeSubrange(first..<text.index(text.startIndex, offsetBy: end))
        caret = min(start, text.count)
    }
}
