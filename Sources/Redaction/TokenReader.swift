/// Finds placeholders in a stream of bytes, one byte at a time, however a model has mangled them: other case, a
/// letter O for a zero, and inside a few backslashes, underscores, hyphens and dashes, spaces, line breaks, backticks,
/// asterisks and characters without width.
struct TokenReader {
    enum Step {
        /// Bytes that are no part of a placeholder.
        case text([UInt8])
        /// A placeholder whose check agrees, and how it was written.
        case token(Token, [UInt8])
    }

    /// Bytes that may still become a placeholder.
    private(set) var held: [UInt8] = []
    private var read: [UInt8] = []
    private var inserted = 0
    private var run = 0

    /// Bytes of marks; of those beyond ASCII (U+00A0, U+00AD, U+200B to U+200D, U+2010 to U+2015, U+2060, U+FEFF) every
    /// byte counts for itself.
    private static let isMark: [Bool] = (0..<256).map { value in
        oneOf("\\_- `*\n\r\t", UInt8(value))
            || [0xC2, 0xA0, 0xAD, 0xE2, 0x80, 0x81, 0xEF, 0xBB, 0xBF].contains(value)
            || (0x8B...0x8D).contains(value) || (0x90...0x95).contains(value)
    }

    /// Takes one byte and hands on what is decided.
    mutating func take(_ byte: UInt8, _ step: (Step) -> Void) {
        if Token.admits(byte, at: read.count) {
            held.append(byte)
            read.append(byte)
            run = 0
            guard read.count == Token.length else { return }
            if let token = Token(reading: read) {
                let written = held
                clear()
                step(.token(token, written))
            } else {
                retry(step)
            }
            return
        }
        if read.count >= 3, inserted < Token.slack, run < Token.gap, Self.isMark[Int(byte)] {
            held.append(byte)
            inserted += 1
            run += 1
            return
        }
        if held.isEmpty {
            step(.text([byte]))
        } else {
            held.append(byte)
            retry(step)
        }
    }

    /// Whether bytes may be passed by without being taken: nothing is held and none of them begins a marker.
    var isIdle: Bool { held.isEmpty }

    /// The end of the stream: whatever is held is text.
    mutating func finish(_ step: (Step) -> Void) {
        let rest = held
        clear()
        guard let first = rest.first else { return }
        step(.text([first]))
        for byte in rest.dropFirst() { take(byte, step) }
        finish(step)
    }

    /// The held bytes are no placeholder from the first one on: give that up and look at the others again.
    private mutating func retry(_ step: (Step) -> Void) {
        let rest = held
        clear()
        guard let next = rest.dropFirst().firstIndex(where: { $0.raised == Token.marker[0] }) else {
            step(.text(rest))
            return
        }
        step(.text(Array(rest[..<next])))
        for byte in rest[next...] { take(byte, step) }
    }

    private mutating func clear() {
        held.removeAll(keepingCapacity: true)
        read.removeAll(keepingCapacity: true)
        inserted = 0
        run = 0
    }
}
