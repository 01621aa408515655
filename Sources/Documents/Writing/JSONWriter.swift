/// Writes JSON into a buffer of bytes, without white space and without any intermediate tree.
///
/// The caller keeps the order: each value of an object follows its `key`. Every character that could act on a
/// terminal is written as an escape, so the bytes may be printed.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.key("outcome"); json.string(verdict.outcome.rawValue)
///     }
package struct JSONWriter: ~Copyable {
    // Memory of its own: an array asks at every byte whether another holds it, too.
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes were written.
    package private(set) var count = 0
    private var needsComma = false

    package init(capacity: Int = 4096) {
        self.capacity = max(capacity, 1)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// A copy of what was written.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Lends what was written until `body` ends.
    package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Forgets what was written and keeps the memory.
    package mutating func removeAll() {
        count = 0
        needsComma = false
    }

    private mutating func put(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        if capacity - count < bytes.count { grow(by: bytes.count) }
        (start + count).initialize(from: first, count: bytes.count)
        count += bytes.count
    }

    private mutating func put(_ text: StaticString) {
        put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func put(_ json: borrowing JSONWriter, _ place: Range<Int>) {
        put(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: json.start, count: json.count)[place]))
    }

    private mutating func grow(by more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// Ends the line and lets the next document begin.
    package mutating func newline() {
        put(0x0A)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { put(UInt8(ascii: ",")) }
        needsComma = true
    }

    package mutating func beginObject() {
        separate()
        put(UInt8(ascii: "{"))
        needsComma = false
    }

    package mutating func endObject() {
        put(UInt8(ascii: "}"))
        needsComma = true
    }

    package mutating func beginArray() {
        separate()
        put(UInt8(ascii: "["))
        needsComma = false
    }

    package mutating func endArray() {
        put(UInt8(ascii: "]"))
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
        let length = key.utf8CodeUnitCount
        if capacity - count < length + 4 { grow(by: length + 4) }
        var place = start + count
        func add(_ byte: UInt8) {
            place.initialize(to: byte)
            place += 1
        }
        if needsComma { add(UInt8(ascii: ",")) }
        add(UInt8(ascii: "\""))
        place.initialize(from: key.utf8Start, count: length)
        place += length
        add(UInt8(ascii: "\""))
        add(UInt8(ascii: ":"))
        count = place - start
        needsComma = false
    }

    /// A key of the data.
    package mutating func key(data key: String) {
        string(key)
        put(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func string(_ text: String) {
        beginString()
        self.text(text)
        endString()
    }

    /// Begins a string that is written in pieces.
    package mutating func beginString() {
        separate()
        put(UInt8(ascii: "\""))
    }

    package mutating func endString() { put(UInt8(ascii: "\"")) }

    /// Appends a piece of the string that was begun.
    package mutating func text(_ text: String) {
        let isSimple = text.utf8.withContiguousStorageIfAvailable { buffer in
            guard JSONWriter.isSimple(UnsafeRawBufferPointer(buffer)) else { return false }
            put(buffer)
            return true
        }
        if isSimple != true { escape(text) }
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
        text(String(number))
    }

    package mutating func bool(_ flag: Bool) {
        separate()
        put(flag ? "true" : "false")
    }

    package mutating func null() {
        separate()
        put("null")
    }

    /// Appends a value that is JSON already.
    package mutating func raw(_ json: String) {
        separate()
        for byte in json.utf8 { put(byte) }
    }

    /// Appends a value, or members of an object, that another writer wrote.
    ///
    /// - Parameter place: the bytes of that writer.
    package mutating func raw(_ json: borrowing JSONWriter, _ place: Range<Int>) {
        separate()
        put(json, place)
    }

    /// Appends a piece of the string that was begun, which another writer wrote.
    package mutating func text(escaped json: borrowing JSONWriter, _ place: Range<Int>) { put(json, place) }

    /// Whether a text is written as it stands: printable ASCII without quotes and backslashes.
    private static func isSimple(_ text: UnsafeRawBufferPointer) -> Bool {
        let last = text.count - 8
        var offset = 0
        while offset < last {
            guard isSimple(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) else { return false }
            offset += 8
        }
        // The last eight bytes, some of them for the second time; of a short text all of them one by one.
        if last >= 0 { return isSimple(text.loadUnaligned(fromByteOffset: last, as: UInt64.self)) }
        var rest = simple
        while offset < text.count {
            rest = rest << 8 | UInt64(text[offset])
            offset += 1
        }
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
                put(UInt8(ascii: "\\"))
                put(UInt8(truncatingIfNeeded: scalar.value))
            case "\n": put("\\n")
            case "\t": put("\\t")
            case "\r": put("\\r")
            case _ where scalar.isPlain: for byte in scalar.utf8 { put(byte) }
            default:
                for unit in scalar.utf16 {
                    put("\\u")
                    for shift in stride(from: 12, through: 0, by: -4) {
                        let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 0xF
                        put(digit < 10 ? digit + 0x30 : digit + 0x57)
                    }
                }
            }
        }
    }
}
