/// The strings of a JSON document, found without building the document: where each one is, and what it says.
package enum JSONText {
    /// Decodes the string whose opening quote is at `start`.
    /// - Returns: the bytes it stands for, the source offset of each (and of the closing quote), and the index
    ///   behind the closing quote; nil where the text ends or a control character interrupts it.
    package static func string(
        _ text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (bytes: [UInt8], offsets: [Int], end: Int)? {
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        var index = start + 1
        while index < text.count {
            let byte = text[index]
            if byte == 0x22 {
                offsets.append(index)
                return (bytes, offsets, index + 1)
            }
            if byte < 0x20 { return nil }
            if byte != 0x5C {
                bytes.append(byte)
                offsets.append(index)
                index += 1
                continue
            }
            guard let escape = escape(text, at: index) else { return nil }
            bytes.appendScalar(escape.scalar)
            while offsets.count < bytes.count { offsets.append(index) }
            index += escape.length
        }
        return nil
    }

    /// The longest escape: two halves of a scalar beyond the basic plane.
    static let longestEscape = 12

    /// Reads the escape whose backslash is at `index`.
    ///
    /// - Returns: the scalar it stands for, U+FFFD for half of one, and its length; nil where it is none.
    static func escape(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (scalar: UInt32, length: Int)? {
        guard index + 1 < text.count else { return nil }
        switch text[index + 1] {
        case 0x22, 0x5C, 0x2F: return (UInt32(text[index + 1]), 2)
        case UInt8(ascii: "n"): return (0x0A, 2)
        case UInt8(ascii: "r"): return (0x0D, 2)
        case UInt8(ascii: "t"): return (0x09, 2)
        case UInt8(ascii: "b"): return (0x08, 2)
        case UInt8(ascii: "f"): return (0x0C, 2)
        case UInt8(ascii: "u"):
            let unit = SourceUnit.read(text, index)
            guard unit.length >= 6, let scalar = unit.scalar else { return nil }
            return (Unicode.Scalar(scalar) == nil ? 0xFFFD : scalar, unit.length)
        default: return nil
        }
    }

    /// Appends `bytes` as they must stand inside a JSON string (RFC 8259, section 7).
    package static func escape(_ bytes: some Sequence<UInt8>, into text: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case 0x22, 0x5C: text.append(contentsOf: [0x5C, byte])
            case 0x0A: text.append(contentsOf: [0x5C, UInt8(ascii: "n")])
            case 0x0D: text.append(contentsOf: [0x5C, UInt8(ascii: "r")])
            case 0x09: text.append(contentsOf: [0x5C, UInt8(ascii: "t")])
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                text.append(
                    contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: text.append(byte)
            }
        }
    }

    /// Bytes as they stand inside that many JSON strings, one inside the other.
    static func escaped(_ bytes: [UInt8], times: Int) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<times {
            var escaped: [UInt8] = []
            escape(bytes, into: &escaped)
            bytes = escaped
        }
        return bytes
    }

    /// The reverse of `escaped(_:times:)`; bytes that are no whole part of such a string stay as they are.
    static func unescaped(_ bytes: [UInt8], times: Int) -> [UInt8] {
        var inner = bytes
        for _ in 0..<times where inner.contains(0x5C) {
            let quoted = [0x22] + inner + [0x22]
            guard let read = quoted.withUnsafeBufferPointer({ string($0, at: 0) }), read.end == quoted.count
            else {
                return bytes
            }
            inner = read.bytes
        }
        return inner
    }
}
