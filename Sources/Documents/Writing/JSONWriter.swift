/// Writes JSON into a buffer of bytes, without white space and without any intermediate tree.
///
/// The caller keeps the order: each value of an object follows its `key`. Every character that could act on a
/// terminal is written as an escape, so the bytes may be printed.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.key("outcome"); json.string(verdict.outcome.rawValue)
///     }
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init(capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

    /// Forgets what was written and keeps the memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Ends the line and lets the next document begin.
    package mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    package mutating func beginObject() {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
    }

    package mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    package mutating func beginArray() {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
    }

    package mutating func endArray() {
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    package mutating func array(_ body: (inout JSONWriter) -> Void) {
        beginArray()
        body(&self)
        endArray()
    }

    /// A key that needs no escape.
    package mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A key of the data.
    package mutating func key(_ key: String) {
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        let isSimple = text.withUTF8 { buffer in
            guard JSONWriter.isSimple(UnsafeRawBufferPointer(buffer)) else { return false }
            bytes.append(contentsOf: buffer)
            return true
        }
        if !isSimple { escape(text) }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    package mutating func strings(_ texts: some Sequence<String>) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    package mutating func int(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func bool(_ flag: Bool) {
        separate()
        let word: StaticString = flag ? "true" : "false"
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package mutating func null() {
        separate()
        let word: StaticString = "null"
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends a value that is JSON already.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// Whether a text is written as it stands: printable ASCII without quotes and backslashes.
    private static func isSimple(_ text: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        while offset + 8 <= text.count {
            guard isSimple(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) else { return false }
            offset += 8
        }
        var rest = simple
        for byte in text[offset...] { rest = rest << 8 | UInt64(byte) }
        return isSimple(rest)
    }

    /// Eight spaces.
    private static let simple: UInt64 = 0x2020_2020_2020_2020

    /// The same for eight bytes at once, after "Bit Twiddling Hacks" (Sean Eron Anderson): each test leaves the high
    /// bit of a byte set where the byte fails it, and may set more only where one has failed already.
    private static func isSimple(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        let control = (word &- simple) & ~word
        let quote = zeros(word ^ ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = zeros(word ^ ones &* UInt64(UInt8(ascii: "\\")))
        let delete = zeros(word ^ ones &* 0x7F)
        return (word | control | quote | backslash | delete) & (ones &* 0x80) == 0
    }

    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case "\n": bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case "\t": bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            case "\r": bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
            case _ where scalar.isPlain: bytes.append(contentsOf: scalar.utf8)
            default:
                for unit in scalar.utf16 {
                    bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
                    for shift in stride(from: 12, through: 0, by: -4) {
                        let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 0xF
                        bytes.append(digit < 10 ? digit + 0x30 : digit + 0x57)
                    }
                }
            }
        }
    }
}
