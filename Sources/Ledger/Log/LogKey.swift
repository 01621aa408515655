import CSodium

/// One key of the chain that seals the log.
///
/// Each is the hash of the one before, so that who has a key can make the later ones, and never an earlier
/// one.
struct LogKey: Equatable {
    var index: Int
    var bytes: [UInt8]

    static func random() -> LogKey {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        return LogKey(index: 0, bytes: bytes)
    }

    /// Replaces the key by the next one; the old bytes are wiped.
    mutating func advance() {
        var input: [UInt8] = []
        input.reserveCapacity(64)
        input.append(contentsOf: "bulkhead log key ".utf8)
        input.append(contentsOf: bytes)
        let next = sha256(input)
        input.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
        wipe()
        bytes = next
        index += 1
    }

    mutating func wipe() {
        bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
    }

    /// The seal of a row: HMAC-SHA-256 of its line.
    func mac(of line: [UInt8]) -> [UInt8] {
        var mac = [UInt8](repeating: 0, count: 32)
        crypto_auth_hmacsha256(&mac, line, UInt64(line.count), bytes)
        return mac
    }

    /// What the log tells of a first key, so that a key can be matched to its part of the log.
    var commitment: String { hexadecimal(sha256(Array("bulkhead log seal ".utf8) + bytes)) }
}
