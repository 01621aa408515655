/// Reads one JSON text (RFC 8259) strictly: no comments, no trailing commas, no lone surrogates, no key
/// twice.
func readJSON(_ bytes: [UInt8]) throws(TreeBuilder.Refusal) -> Node {
    var reader = JSONTreeReader(bytes: bytes[...])
    return try reader.read()
}

/// The state of `readJSON`: a loop over tokens, with the open lists and mappings in the builder.
private struct JSONTreeReader {
    var bytes: ArraySlice<UInt8>
    var line = 1
    var builder = TreeBuilder()
    /// Whether each open container is a mapping.
    var open: [Bool] = []

    mutating func read() throws(TreeBuilder.Refusal) -> Node {
        skipSpace()
        try value()
        while let isMap = open.last {
            skipSpace()
            guard let byte = bytes.popFirst() else { throw refusal("the text ends inside a value") }
            if byte == (isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                open.removeLast()
                try builder.end()
            } else if byte == UInt8(ascii: ",") {
                skipSpace()
                if isMap { try key() }
                try value()
            } else {
                throw refusal("expected a comma or the end of the \(isMap ? "object" : "array")")
            }
        }
        skipSpace()
        guard bytes.isEmpty else { throw refusal("something follows the end of the document") }
        guard let root = builder.root else { throw refusal("the document is empty") }
        return root
    }

    private func refusal(_ message: String) -> TreeBuilder.Refusal { .init(line: line, message: message) }

    private mutating func skipSpace() {
        while let byte = bytes.first {
            if byte == 0x0A { line += 1 } else if byte != 0x20, byte != 0x09, byte != 0x0D { return }
            bytes.removeFirst()
        }
    }

    /// Reads values until one is complete: a scalar, an empty container, or the innermost first scalar.
    private mutating func value() throws(TreeBuilder.Refusal) {
        while true {
            guard let byte = bytes.first else { throw refusal("a value is missing") }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isMap = byte == UInt8(ascii: "{")
                bytes.removeFirst()
                try builder.begin(map: isMap, line: line)
                skipSpace()
                if bytes.first == (isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    bytes.removeFirst()
                    try builder.end()
                    return
                }
                open.append(isMap)
                if isMap { try key() }
            case UInt8(ascii: "\""):
                let start = line
                try builder.add(Node(line: start, content: .scalar(try string())))
                return
            default:
                try builder.add(Node(line: line, content: try literal()))
                return
            }
        }
    }

    private mutating func key() throws(TreeBuilder.Refusal) {
        guard bytes.first == UInt8(ascii: "\"") else { throw refusal("a key in quotes is missing") }
        let start = line
        try builder.key(try string(), line: start)
        skipSpace()
        guard bytes.popFirst() == UInt8(ascii: ":") else { throw refusal("a colon is missing after the key") }
        skipSpace()
    }

    private mutating func literal() throws(TreeBuilder.Refusal) -> Node.Content {
        let end = bytes.firstIndex { byte in
            !(byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."))
        }
        let word = String(decoding: bytes[..<(end ?? bytes.endIndex)].prefix(400), as: UTF8.self)
        switch word {
        case "null": break
        case "true", "false": break
        default:
            guard JSONNumber.isValid(word.utf8) else {
                throw refusal(word.isEmpty ? "a value is missing" : "\(quoted(word)) is no JSON value")
            }
        }
        bytes = bytes[(end ?? bytes.endIndex)...]
        return word == "null" ? .null : .scalar(word)
    }

    private mutating func string() throws(TreeBuilder.Refusal) -> String {
        bytes.removeFirst()
        var text: [UInt8] = []
        while true {
            let plain = bytes.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20 }
            text += plain
            bytes = bytes[plain.endIndex...]
            guard let byte = bytes.popFirst() else { throw refusal("the text ends inside quotes") }
            if byte == UInt8(ascii: "\"") { break }
            guard byte == UInt8(ascii: "\\") else { throw refusal("a control character stands in a text") }
            guard let scalar = JSONEscape.read(&bytes) else { throw refusal("a bad escape in a text") }
            text += scalar.utf8
        }
        guard let result = String(validating: text, as: UTF8.self) else {
            throw refusal("a text is not valid UTF-8")
        }
        return result
    }
}
