/// Tells, byte by byte, how many JSON strings the text is inside of: a string that begins with a bracket is itself read
/// as JSON, as the arguments of a tool call are.
struct JSONStrings: Sendable {
    /// Strings inside each other that are told apart.
    private static let deepest = 4

    private struct Level: Sendable {
        var isInString = false
        var isEscaped = false
        /// Hexadecimal digits of an escape that are missing, and the value of those read.
        var missing = 0
        var value: UInt32 = 0
        /// Whether the open string is JSON; nil until its first character.
        var isJSON: Bool?
    }

    private var levels: [Level] = [Level()]

    /// How often a value that is put here must be escaped.
    var depth: Int { levels.last?.isInString == true ? levels.count : levels.count - 1 }

    /// Whether the next byte begins a string that is in no other.
    var isOutside: Bool { depth == 0 }

    mutating func take(_ byte: UInt8) { take(byte, 0) }

    private mutating func take(_ byte: UInt8, _ at: Int) {
        guard levels[at].isInString else {
            if byte == 0x22 { levels[at] = Level(isInString: true) }
            return
        }
        guard let read = decoded(byte, at) else { return }
        switch levels[at].isJSON {
        case true?:
            if levels.count == at + 1 { levels.append(Level()) }
            take(read, at + 1)
        case nil where !read.isSpace:
            levels[at].isJSON = oneOf("{[", read) && at + 1 < Self.deepest
        default: return
        }
    }

    /// The byte that the string says here; nil inside of an escape and at the string's end.
    private mutating func decoded(_ byte: UInt8, _ at: Int) -> UInt8? {
        if levels[at].missing > 0 {
            levels[at].missing -= 1
            levels[at].value = levels[at].value << 4 | UInt32(byte.hexValue ?? 0)
            // Only quotes and backslashes matter.
            return levels[at].missing > 0 ? nil : levels[at].value < 0x80 ? UInt8(levels[at].value) : 0x80
        }
        if levels[at].isEscaped {
            levels[at].isEscaped = false
            if byte == UInt8(ascii: "u") {
                (levels[at].missing, levels[at].value) = (4, 0)
                return nil
            }
            return oneOf("nrt", byte) ? 0x20 : oneOf("bf", byte) ? 0x08 : byte
        }
        if byte == 0x22 {
            levels.removeSubrange((at + 1)...)
            levels[at].isInString = false
            return nil
        }
        if byte == 0x5C {
            levels[at].isEscaped = true
            return nil
        }
        return byte
    }
}
