import CSodium
import Glibc

/// One row of the log: what happened, chained to the row before it.
package struct LogRow: Hashable, Sendable {
    /// Counted from 1, without gaps.
    package var sequence: Int
    /// UTC, `2026-11-22T21:40:00Z`.
    package var at: String
    /// One word, such as `put`, `import` or `session`.
    package var kind: String
    /// Which key of the chain of keys made `mac`.
    package var keyIndex: Int
    /// One line of text.
    package var body: String
    package var hash: [UInt8]
    /// The seal: HMAC-SHA-256 of the line without it, under the key of the row.
    package var mac: [UInt8]

    /// The line that is hashed: the hash of the row before in hexadecimal (64 zeros for the first row), then
    /// the row's number, time, kind, number of key, seal in hexadecimal and body, with a space between.
    package func line(after previous: [UInt8]) -> String {
        String(decoding: line(after: previous, mac: mac), as: UTF8.self)
    }

    /// - Parameter mac: the seal; nil for what the seal is made over.
    func line(after previous: [UInt8], mac: [UInt8]?) -> [UInt8] {
        var line = LogLine()
        line.set(
            after: previous, sequence: sequence, at: at.utf8, kind: kind.utf8, keyIndex: keyIndex, mac: mac,
            body: body.utf8)
        return line.bytes
    }

    package static let origin = [UInt8](repeating: 0, count: 32)
}

/// The SHA-256 of `bytes`, 32 bytes.
package func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
    return hash
}

package func hexadecimal(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    appendHexadecimal(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
}

func appendHexadecimal(_ bytes: some Collection<UInt8>, to text: inout [UInt8]) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x57 }
    for byte in bytes {
        text.append(digit(byte >> 4))
        text.append(digit(byte & 15))
    }
}

/// The bytes of an even number of hexadecimal digits; nil for anything else.
package func bytes(hexadecimal text: some StringProtocol) -> [UInt8]? { bytes(hexadecimal: text.utf8) }

func bytes(hexadecimal digits: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
        let value: UInt8
        switch digit {
        case 0x30...0x39: value = digit - 0x30
        case 0x61...0x66: value = digit - 0x57
        case 0x41...0x46: value = digit - 0x37
        default: return nil
        }
        if let first = high {
            bytes.append(first << 4 | value)
            high = nil
        } else {
            high = value
        }
    }
    return high == nil ? bytes : nil
}
