import Permits

/// Writes block YAML into a buffer of bytes.
struct YAMLWriter {
    private(set) var bytes: [UInt8] = []
    private var indent = 0
    /// Whether the next key stands behind the dash of its item.
    private var afterDash = false

    private mutating func start() {
        if afterDash {
            afterDash = false
        } else {
            bytes.append(contentsOf: repeatElement(0x20, count: indent))
        }
    }

    mutating func scalar(_ key: String, _ value: String?) {
        guard let value else { return }
        start()
        bytes.append(contentsOf: "\(key): ".utf8)
        write(value)
        bytes.append(0x0A)
    }

    mutating func flag(_ key: String, _ value: Bool) { literal(key, value ? "true" : "false") }

    mutating func number(_ key: String, _ value: Int) { literal(key, String(value)) }

    mutating func day(_ key: String, _ value: Day?) {
        if let value { literal(key, value.description) }
    }

    /// A list of days on one line; an empty one is left out.
    mutating func days(_ key: String, _ values: [Day]) {
        if !values.isEmpty { literal(key, "[\(values.map(\.description).joined(separator: ", "))]") }
    }

    /// What is no text, as it stands.
    private mutating func literal(_ key: String, _ value: String) {
        start()
        bytes.append(contentsOf: "\(key): \(value)\n".utf8)
    }

    /// A list of texts on one line; an empty one is left out unless `evenEmpty`.
    mutating func texts(_ key: String, _ values: [String], evenEmpty: Bool = false) {
        guard evenEmpty || !values.isEmpty else { return }
        start()
        bytes.append(contentsOf: "\(key): [".utf8)
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(contentsOf: ", ".utf8) }
            write(value)
        }
        bytes.append(contentsOf: "]\n".utf8)
    }

    mutating func map(_ key: String, _ body: (inout YAMLWriter) -> Void) {
        start()
        write(key)
        bytes.append(contentsOf: ":\n".utf8)
        indent += 2
        body(&self)
        indent -= 2
    }

    /// A list of mappings, one item a body.
    mutating func items<Item>(_ key: String, _ items: [Item], _ body: (inout YAMLWriter, Item) -> Void) {
        guard !items.isEmpty else { return }
        start()
        bytes.append(contentsOf: "\(key):\n".utf8)
        indent += 2
        for item in items {
            bytes.append(contentsOf: repeatElement(0x20, count: indent))
            bytes.append(contentsOf: "- ".utf8)
            indent += 2
            afterDash = true
            body(&self, item)
            indent -= 2
        }
        indent -= 2
    }

    /// Plain where no reader can mistake it, else in double quotes.
    private mutating func write(_ text: String) {
        if YAMLWriter.isPlain(text) { return bytes.append(contentsOf: text.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case "\n": bytes.append(contentsOf: "\\n".utf8)
            case "\t": bytes.append(contentsOf: "\\t".utf8)
            case _ where scalar.isPlain: bytes.append(contentsOf: scalar.utf8)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let (mark, width) =
                    scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
                let zeros = String(repeating: "0", count: width - digits.utf8.count)
                bytes.append(contentsOf: "\\\(mark)\(zeros)\(digits)".utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A letter, then letters, digits and a few marks that mean nothing in YAML, spaces only inside; no word of YAML
    /// 1.1 or 1.2, so that other programs read the same text.
    private static func isPlain(_ text: String) -> Bool {
        func isWordByte(_ byte: UInt8) -> Bool {
            byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
        }
        guard let first = text.utf8.first, let last = text.utf8.last, isWordByte(first), first > 0x39,
            last != 0x20,
            text.utf8.allSatisfy({ isWordByte($0) || $0 == 0x20 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F })
        else { return false }
        return !["null", "yes", "no", "on", "off", "y", "n", "true", "false"].contains(text.lowercased())
    }
}
