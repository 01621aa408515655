/// Puts the real names back into an answer, in one pass from left to right, in pieces of any size.
///
/// A restored value is never looked at again. At most `Token.length - 1` characters of a placeholder are held back,
/// plus the marks a model put between them.
package struct Restorer: Sendable {
    /// Where values are put.
    package enum Place: Sendable {
        /// As they are.
        case text
        /// Escaped wherever the answer is inside a JSON string.
        case json
    }

    private let map: TokenMap
    private let place: Place
    private var reader = TokenReader()
    private var inString = false
    private var escaped = false
    /// How many placeholders were replaced.
    package private(set) var restored = 0
    /// Placeholders, as written, that this engagement never gave out; they stay in the text.
    package private(set) var unknown: [String] = []
    /// Placeholders of secrets, which are never restored.
    package private(set) var oneWay = 0

    package init(_ map: TokenMap, in place: Place = .text) {
        self.map = map
        self.place = place
    }

    /// Bytes held back because they may belong to a placeholder.
    package var heldBack: Int { reader.held.count }

    /// Takes a piece of the answer and returns what is certain.
    package mutating func restore(_ chunk: some Sequence<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for byte in chunk {
            if reader.isIdle, byte.raised != Token.marker[0] {
                put(byte, &out)
                continue
            }
            var steps: [TokenReader.Step] = []
            reader.take(byte) { steps.append($0) }
            for step in steps { apply(step, &out) }
        }
        return out
    }

    /// The end of the answer: what was held back is text.
    package mutating func finish() -> [UInt8] {
        var out: [UInt8] = []
        var steps: [TokenReader.Step] = []
        reader.finish { steps.append($0) }
        for step in steps { apply(step, &out) }
        return out
    }

    /// Restores a whole text.
    package static func restore(_ text: [UInt8], with map: TokenMap, in place: Place = .text) -> [UInt8] {
        var restorer = Restorer(map, in: place)
        return restorer.restore(text) + restorer.finish()
    }

    private mutating func apply(_ step: TokenReader.Step, _ out: inout [UInt8]) {
        switch step {
        case .text(let bytes): for byte in bytes { put(byte, &out) }
        case .token(let token, let written):
            if let value = map.value(of: token) {
                restored += 1
                if place == .json, inString {
                    JSONText.escape(value, into: &out)
                } else {
                    out.append(contentsOf: value)
                }
                return
            }
            if map.isOneWay(token) {
                oneWay += 1
            } else if unknown.count < 1000 {
                unknown.append(String(decoding: written, as: UTF8.self))
            }
            for byte in written { put(byte, &out) }
        }
    }

    private mutating func put(_ byte: UInt8, _ out: inout [UInt8]) {
        out.append(byte)
        guard place == .json else { return }
        if escaped {
            escaped = false
        } else if byte == 0x5C, inString {
            escaped = true
        } else if byte == 0x22 {
            inString.toggle()
        }
    }
}
