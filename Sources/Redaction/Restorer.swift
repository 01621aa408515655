/// Puts the real names back into an answer, in one pass from left to right, in pieces of any size.
///
/// A restored value is never looked at again. At most `Token.length - 1` characters of a placeholder are held back,
/// plus the marks a model put between them; in JSON also the quotes of one that stands for a number.
package struct Restorer: Sendable {
    /// Where values are put.
    package enum Place: Sendable {
        /// As they are.
        case text
        /// Escaped wherever the answer is inside a JSON string.
        case json
        /// As in JSON where the answer is a JSON object or array, as far as it is one; else as they are.
        case auto
    }

    private let map: TokenMap
    private let place: Place
    private var reader = TokenReader()
    private var strings = JSONStrings()
    /// Watches an answer of which nobody said whether it is JSON; nil where there is nothing to watch any more.
    private var grammar: JSONGrammar?
    /// Whether the quote before what is read now waits, since a number may have stood there; and that number.
    private var holdsQuote = false
    private var number: [UInt8]?
    /// How many placeholders were replaced.
    package private(set) var restored = 0
    /// Placeholders, as written, that this engagement never gave out; they stay in the text.
    package private(set) var unknown: [String] = []
    /// Placeholders of secrets, which are never restored.
    package private(set) var oneWay = 0

    package init(_ map: TokenMap, in place: Place = .text) {
        self.map = map
        self.place = place
        if place == .auto { grammar = JSONGrammar(onlyContainers: true) }
    }

    /// Bytes held back because they may belong to a placeholder.
    package var heldBack: Int {
        reader.held.count + (holdsQuote ? 1 : 0) + (number == nil ? 0 : Token.length)
    }

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
        letGo(&out)
        return out
    }

    /// Restores a whole text.
    package static func restore(_ text: [UInt8], with map: TokenMap, in place: Place = .text) -> [UInt8] {
        var restorer = Restorer(map, in: place)
        return restorer.restore(text) + restorer.finish()
    }

    /// Whether the answer is read as JSON here.
    private var isJSON: Bool { place == .json || grammar != nil }

    private mutating func apply(_ step: TokenReader.Step, _ out: inout [UInt8]) {
        switch step {
        case .text(let bytes): for byte in bytes { put(byte, &out) }
        case .token(let token, let written):
            if let value = map.value(of: token) {
                restored += 1
                if holdsQuote, number == nil, token.isNumber {
                    number = value
                    return
                }
                letGo(&out)
                // Outside of a string it may still be a number.
                if grammar?.isInString == false, !value.allSatisfy({ grammar?.take($0) == true }) {
                    grammar = nil
                }
                out.append(contentsOf: isJSON ? JSONText.escaped(value, times: strings.depth) : value)
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

    /// Writes what waited for the end of a number.
    private mutating func letGo(_ out: inout [UInt8]) {
        if holdsQuote { out.append(0x22) }
        if let number { out.append(contentsOf: number) }
        (holdsQuote, number) = (false, nil)
    }

    private mutating func put(_ byte: UInt8, _ out: inout [UInt8]) {
        guard isJSON else { return out.append(byte) }
        let wasOutside = strings.isOutside
        strings.take(byte)
        if let number, byte == 0x22 {
            out.append(contentsOf: number)
            self.number = nil
            holdsQuote = false
        } else {
            letGo(&out)
            if byte == 0x22, wasOutside {
                holdsQuote = true
            } else {
                out.append(byte)
            }
        }
        if grammar?.take(byte) == false {
            letGo(&out)
            grammar = nil
        }
    }
}
