extension Key {
    private static let named: [(String, Key)] = [
        ("enter", .enter), ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab),
        ("backspace", .backspace),
        ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left),
        ("right", .right),
        ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown), ("ctrl-left", .wordLeft),
        ("ctrl-right", .wordRight), ("space", .character(" ")),
    ]

    /// Reads a key as the configuration names it: `q`, `?`, `enter`, `ctrl-p`, `alt-x`, `F1`, `shift-tab`.
    ///
    /// - Returns: nothing for a name that no key has.
    package init?(named name: String) {
        let lower = name.lowercased()
        if let known = Self.named.first(where: { $0.0 == lower }) {
            self = known.1
        } else if let only = name.first, name.count == 1, only.isPrintable {
            self = .character(only)
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else if lower.hasPrefix("ctrl-"), let letter = lower.dropFirst(5).first, lower.utf8.count == 6,
            "abcdefgjklnopqrstuvwxyz@\\]^_".contains(letter)
        {
            self = .control(letter)
        } else if lower.hasPrefix("alt-"), let letter = name.dropFirst(4).first, name.count == 5,
            letter.isPrintable
        {
            self = .alt(letter)
        } else {
            return nil
        }
    }

    /// The name that ``init(named:)`` reads.
    package var name: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let letter): "ctrl-\(letter)"
        case .alt(let letter): "alt-\(letter)"
        case .function(let number): "F\(number)"
        default: Self.named.first { $0.1 == self }?.0 ?? ""
        }
    }

    /// The name as a hint shows it: `↵`, `^P`, `↑`, or words where the glyphs are ASCII.
    package func label(_ glyphs: Glyphs) -> String {
        switch self {
        case .enter: glyphs.enter
        case .up: glyphs.up
        case .down: glyphs.down
        case .left: glyphs.left
        case .right: glyphs.right
        case .control(let letter): "^\(letter.uppercased())"
        default: name
        }
    }
}

extension Character {
    /// Whether the character can be typed into a text: one that no terminal obeys.
    fileprivate var isPrintable: Bool { visible(String(self)) == String(self) }
}
