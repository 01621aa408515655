/// The grammar of JSON (RFC 8259), fed byte by byte; several documents may follow one another.
///
/// It remembers one bit for each open bracket and nothing else of what it has read.
struct JSONGrammar: Sendable {
    /// What may come next, or what the last byte was part of.
    private enum State: Sendable, Equatable {
        case start
        /// Bytes of a mark of byte order that were read.
        case mark(Int)
        case document
        case value
        case valueOrEnd
        case keyOrEnd
        case key
        case colon
        case commaOrEnd
        case string
        case escape
        /// Hexadecimal digits of an escape that are missing.
        case hex(Int)
        case number(Number)
        /// The word, and how many of its letters were read.
        case word(Word, Int)
    }

    private enum Number: Sendable { case minus, zero, whole, point, fraction, mark, sign, exponent }

    private enum Word: String, Sendable { case `true`, `false`, null }

    /// Brackets inside each other, at most: two mebibytes of memory.
    private static let deepest = 1 << 24

    /// Whether a document must be an object or an array.
    private let onlyContainers: Bool
    private var state = State.start
    /// One bit for each open bracket: whether it is an object's.
    private var open: [UInt64] = []
    private var depth = 0

    init(onlyContainers: Bool = false) { self.onlyContainers = onlyContainers }

    /// Whether the last byte is part of a string that does not end with it.
    var isInString: Bool {
        switch state {
        case .string, .escape, .hex: true
        default: false
        }
    }

    /// Whether the string that was read last, or is being read, is the name of a member.
    private(set) var isKey = false

    /// Whether the last byte is part of a number.
    var isInNumber: Bool { if case .number = state { true } else { false } }

    /// Whether the text may end here.
    var isComplete: Bool {
        switch state {
        case .start, .document: true
        case .number(let number): depth == 0 && Self.isWhole(number)
        default: false
        }
    }

    /// Takes the next byte.
    ///
    /// - Returns: false where no JSON goes on with this byte; nothing may be taken then.
    mutating func take(_ byte: UInt8) -> Bool {
        switch state {
        case .string:
            if byte == 0x22 {
                state = isKey ? .colon : after
            } else if byte == 0x5C {
                state = .escape
            } else if byte < 0x20 {
                return false
            }
            return true
        case .escape:
            guard oneOf("\"\\/bfnrtu", byte) else { return false }
            state = byte == UInt8(ascii: "u") ? .hex(4) : .string
            return true
        case .hex(let missing):
            state = missing == 1 ? .string : .hex(missing - 1)
            return byte.isHex
        case .number(let number):
            if let next = Self.next(number, byte) {
                state = .number(next)
                return true
            }
            guard Self.isWhole(number) else { return false }
            state = after
            return take(byte)
        case .word(let word, let read):
            let letters = Array(word.rawValue.utf8)
            guard letters[read] == byte else { return false }
            state = read + 1 == letters.count ? after : .word(word, read + 1)
            return true
        case .mark(let read):
            state = read == 1 ? .mark(2) : .document
            return byte == (read == 1 ? 0xBB : 0xBF)
        default: return takeSign(byte)
        }
    }

    /// Takes a byte that is part of no string, number or word.
    private mutating func takeSign(_ byte: UInt8) -> Bool {
        if byte.isSpace { return true }
        switch (state, byte) {
        case (.start, 0xEF): state = .mark(1)
        case (.start, UInt8(ascii: "{")), (.document, UInt8(ascii: "{")), (.value, UInt8(ascii: "{")),
            (.valueOrEnd, UInt8(ascii: "{")):
            return push(isObject: true)
        case (.start, UInt8(ascii: "[")), (.document, UInt8(ascii: "[")), (.value, UInt8(ascii: "[")),
            (.valueOrEnd, UInt8(ascii: "[")):
            return push(isObject: false)
        case (.keyOrEnd, 0x22), (.key, 0x22):
            isKey = true
            state = .string
        case (.keyOrEnd, UInt8(ascii: "}")), (.valueOrEnd, UInt8(ascii: "]")): pop()
        case (.colon, UInt8(ascii: ":")): state = .value
        case (.commaOrEnd, UInt8(ascii: ",")): state = isInObject ? .key : .value
        case (.commaOrEnd, UInt8(ascii: "}")) where isInObject: pop()
        case (.commaOrEnd, UInt8(ascii: "]")) where !isInObject: pop()
        case (.start, _), (.document, _), (.value, _), (.valueOrEnd, _):
            guard depth > 0 || !onlyContainers else { return false }
            return takeScalar(byte)
        default: return false
        }
        return true
    }

    /// Takes the first byte of a string, a number or a word.
    private mutating func takeScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22:
            isKey = false
            state = .string
        case UInt8(ascii: "-"): state = .number(.minus)
        case UInt8(ascii: "0"): state = .number(.zero)
        case UInt8(ascii: "1")...UInt8(ascii: "9"): state = .number(.whole)
        case UInt8(ascii: "t"): state = .word(.true, 1)
        case UInt8(ascii: "f"): state = .word(.false, 1)
        case UInt8(ascii: "n"): state = .word(.null, 1)
        default: return false
        }
        return true
    }

    /// What comes behind a value.
    private var after: State { depth == 0 ? .document : .commaOrEnd }

    private var isInObject: Bool { depth > 0 && open[(depth - 1) >> 6] >> UInt64((depth - 1) & 63) & 1 == 1 }

    private mutating func push(isObject: Bool) -> Bool {
        guard depth < Self.deepest else { return false }
        if depth >> 6 == open.count { open.append(0) }
        let bit: UInt64 = 1 << UInt64(depth & 63)
        if isObject { open[depth >> 6] |= bit } else { open[depth >> 6] &= ~bit }
        depth += 1
        state = isObject ? .keyOrEnd : .valueOrEnd
        return true
    }

    private mutating func pop() {
        depth -= 1
        state = after
    }

    private static func isWhole(_ number: Number) -> Bool {
        switch number {
        case .zero, .whole, .fraction, .exponent: true
        case .minus, .point, .mark, .sign: false
        }
    }

    private static func next(_ number: Number, _ byte: UInt8) -> Number? {
        switch (number, byte) {
        case (.minus, UInt8(ascii: "0")): .zero
        case (.minus, UInt8(ascii: "1")...UInt8(ascii: "9")): .whole
        case (.whole, UInt8(ascii: "0")...UInt8(ascii: "9")): .whole
        case (.zero, UInt8(ascii: ".")), (.whole, UInt8(ascii: ".")): .point
        case (.point, UInt8(ascii: "0")...UInt8(ascii: "9")),
            (.fraction, UInt8(ascii: "0")...UInt8(ascii: "9")):
            .fraction
        case (.zero, UInt8(ascii: "e")), (.whole, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "e")),
            (.zero, UInt8(ascii: "E")), (.whole, UInt8(ascii: "E")), (.fraction, UInt8(ascii: "E")):
            .mark
        case (.mark, UInt8(ascii: "+")), (.mark, UInt8(ascii: "-")): .sign
        case (.mark, UInt8(ascii: "0")...UInt8(ascii: "9")), (.sign, UInt8(ascii: "0")...UInt8(ascii: "9")),
            (.exponent, UInt8(ascii: "0")...UInt8(ascii: "9")):
            .exponent
        default: nil
        }
    }
}
