import CSodium

/// Sealing bytes with a key (XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03), for what the ledger keeps but
/// must not be able to read by itself.
package enum SealedBox {
    /// Bytes of a key.
    package static let keySize = 32

    /// Seals bytes under a fresh nonce, which comes first.
    ///
    /// - Parameters:
    ///   - bytes: what is sealed.
    ///   - key: 32 bytes.
    ///   - label: what the box is for; it opens only under the same label.
    /// - Returns: the box, or nil where the key has another length.
    package static func seal(_ bytes: [UInt8], key: [UInt8], label: String) -> [UInt8]? {
        guard key.count == keySize else { return nil }
        let nonce = random(24)
        let label = Array(label.utf8)
        var box = [UInt8](repeating: 0, count: bytes.count + 16)
        var length: UInt64 = 0
        let done = crypto_aead_xchacha20poly1305_ietf_encrypt(
            &box, &length, bytes, UInt64(bytes.count), label, UInt64(label.count), nil, nonce, key)
        return done == 0 ? nonce + box[..<Int(length)] : nil
    }

    /// Opens a box; nil where the key or the label is another, or the box was changed.
    package static func open(_ box: [UInt8], key: [UInt8], label: String) -> [UInt8]? {
        guard key.count == keySize, box.count >= 40 else { return nil }
        let label = Array(label.utf8)
        let sealed = Array(box[24...])
        var bytes = [UInt8](repeating: 0, count: sealed.count)
        var length: UInt64 = 0
        let done = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &bytes, &length, nil, sealed, UInt64(sealed.count), label, UInt64(label.count), Array(box[..<24]),
            key)
        return done == 0 ? Array(bytes[..<Int(length)]) : nil
    }

    /// Bytes from the system's generator.
    package static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// SHA-256 in pieces, for text that never lies in memory as a whole.
    package struct Digest {
        private var state = crypto_hash_sha256_state()

        package init() { crypto_hash_sha256_init(&state) }

        package mutating func add(_ bytes: [UInt8]) {
            crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
        }

        /// The hash as 64 hexadecimal digits.
        package mutating func finish() -> String {
            var hash = [UInt8](repeating: 0, count: 32)
            crypto_hash_sha256_final(&state, &hash)
            return hexadecimal(hash)
        }
    }
}
