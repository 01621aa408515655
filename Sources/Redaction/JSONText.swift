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
            guard index + 1 < text.count else { return nil }
            let from = index
            let simple: UInt8
            switch text[index + 1] {
            case UInt8(ascii: "n"): simple = 0x0A
            case UInt8(ascii: "r"): simple = 0x0D
            case UInt8(ascii: "t"): simple = 0x09
            case UInt8(ascii: "b"): simple = 0x08
            case UInt8(ascii: "f"): simple = 0x0C
            case UInt8(ascii: "u"):
                let unit = SourceUnit.read(text, index)
                guard unit.length >= 6 else { return nil }
                let before = bytes.count
                if let scalar = unit.scalar, Unicode.Scalar(scalar) != nil {
                    bytes.appendScalar(scalar)
                } else {
                    bytes.appendScalar(0xFFFD)
                }
                for _ in before..<bytes.count { offsets.append(from) }
                index += unit.length
                continue
            case let other: simple = other
            }
            bytes.append(simple)
            offsets.append(from)
            index += 2
        }
        return nil
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
}
