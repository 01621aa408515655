/// Writes a text that comes in pieces as the inside of one JSON string; bytes that are not UTF-8 become U+FFFD.
package struct JSONQuotation: Sendable {
    /// The beginning of a scalar whose rest did not come yet.
    private var held: [UInt8] = []

    package init() {}

    /// Takes a piece and returns it escaped, but for a scalar that it cuts.
    package mutating func quote(_ piece: [UInt8]) -> [UInt8] {
        var text = held + piece
        var whole = text.count
        // A scalar has at most three bytes behind its first.
        for back in 1...4 where back <= text.count {
            let byte = text[text.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            if length > back { whole = text.count - back }
            break
        }
        held = Array(text[whole...])
        text.removeSubrange(whole...)
        return escaped(text)
    }

    /// The end of the text.
    package mutating func finish() -> [UInt8] {
        defer { held = [] }
        return escaped(held)
    }

    private func escaped(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        JSONText.escape(String(decoding: text, as: UTF8.self).utf8, into: &out)
        return out
    }
}
