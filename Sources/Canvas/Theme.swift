/// A color scheme in the common base16 or base24 format (tinted-theming builder 0.11.2), or in its older flat
/// form.
package struct Theme: Hashable, Sendable {
    package enum Variant: String, Hashable, Sendable { case dark, light }

    /// The name to choose it by: lower-case words joined by `-`.
    package let slug: String
    package let name: String
    package let author: String
    package let variant: Variant
    /// One color for each ``Slot``.
    private let colors: [Color]

    package subscript(slot: Slot) -> Color { colors[slot.rawValue] }

    /// The most characters that a scheme file may have.
    package static let longestFile = 65_536

    /// Reads a scheme.
    ///
    /// The files of this format are flat lists of `key: "value"`, so no more of YAML is read than that:
    /// quotes, comments, and one level under `palette`. A `#` before a color is allowed, keys may be in
    /// either case, and unknown keys are passed over.
    ///
    /// - Parameter file: the text of the file.
    package init(file: String) throws(ThemeError) {
        guard file.utf8.count <= Self.longestFile else {
            throw ThemeError(line: nil, reason: "too long for a color scheme (more than 64 KiB)")
        }
        var words: [String: String] = [:]
        var found: [Slot: Color] = [:]
        for (index, line) in file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            guard let (key, value) = Self.entry(line) else { continue }
            guard let slot = Self.slots[key] else {
                words[key] = value
                continue
            }
            guard let color = Color(hex: value) else {
                throw ThemeError(
                    line: index + 1, reason: "\(key) is \(value.debugDescription), not six hex digits")
            }
            found[slot] = color
        }
        guard let name = words["name"] ?? words["scheme"], !name.isEmpty else {
            throw ThemeError(line: nil, reason: "no `name:` (or `scheme:`): not a base16 or base24 scheme")
        }
        var colors: [Color] = []
        for slot in Slot.allCases {
            guard let color = found[slot] ?? slot.fallback.flatMap({ found[$0] }) else {
                throw ThemeError(line: nil, reason: "no color \(slot); base00 to base0F are needed")
            }
            colors.append(color)
        }
        self.colors = colors
        self.name = visible(name)
        author = visible(words["author"] ?? "")
        let given = words["slug"].map(Self.slug) ?? ""
        slug = given.isEmpty ? Self.slug(name) : given
        let isLight = Contrast.luminance(colors[0]) > Contrast.luminance(colors[5])
        variant =
            words["variant"].flatMap { Variant(rawValue: $0.lowercased()) } ?? (isLight ? .light : .dark)
    }

    /// The standard slug of a name: accents dropped, lower-case, spaces as `-`, nothing but letters, digits
    /// and `-`.
    package static func slug(_ name: String) -> String {
        var result = ""
        for character in name.lowercased() {
            switch character {
            case "a"..."z" where character.isASCII, "0"..."9", "-": result.append(character)
            case " ", "_": result.append("-")
            default: if let base = unaccented(character) { result.append(base) }
            }
        }
        return result
    }

    private static let slots = Dictionary(
        uniqueKeysWithValues: Slot.allCases.map { ("\($0)".lowercased(), $0) })

    /// The key and the value of a line, the key in lower case; nothing for a comment or a line of another
    /// kind.
    private static func entry(_ line: Substring) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = unquoted(trimmed(line[..<colon]))
        let rest = trimmed(line[line.index(after: colon)...])
        guard !key.isEmpty, key.first != "#" else { return nil }
        return (key.lowercased(), value(rest))
    }

    /// A scalar without its quotes and without the comment after it.
    private static func value(_ text: Substring) -> String {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            // A leading # is a color's own; later, after a space, it begins a comment.
            var previous: Character?
            let end = text.indices.first { index in
                defer { previous = text[index] }
                return text[index] == "#" && (previous == " " || previous == "\t")
            }
            return String(trimmed(text[..<(end ?? text.endIndex)]))
        }
        return String(text.dropFirst().prefix { $0 != quote })
    }

    private static func unquoted(_ text: Substring) -> String {
        guard let quote = text.first, quote == "\"" || quote == "'" else { return String(text) }
        return String(text.dropFirst().prefix { $0 != quote })
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }

    /// The letter that a character is an accented form of.
    private static func unaccented(_ character: Character) -> Character? {
        guard !character.isASCII else { return nil }
        for letter in "abcdefghijklmnopqrstuvwxyz" {
            for mark in UInt32(0x300)...0x36F {
                guard let scalar = Unicode.Scalar(mark) else { continue }
                // Characters compare by canonical equivalence.
                if "\(letter)\(Character(scalar))" == String(character) { return letter }
            }
        }
        return nil
    }
}
