import CSodium

/// A secret as it is typed: in memory that is never swapped out, is guarded on both sides, and is wiped when the
/// value is gone.
package final class Secret {
    /// The longest secret, in bytes.
    package static let capacity = 1024

    private let start: UnsafeMutableRawPointer
    package private(set) var count = 0

    /// Nil where the system gives no such memory.
    package init?() {
        guard sodium_init() >= 0, let memory = sodium_malloc(Secret.capacity) else { return nil }
        start = memory
    }

    deinit { sodium_free(start) }

    package var isEmpty: Bool { count == 0 }

    /// Adds a byte; where there is no room, nothing.
    package func append(_ byte: UInt8) {
        guard count < Secret.capacity else { return }
        start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    package func append(_ text: some StringProtocol) { for byte in text.utf8 { append(byte) } }

    /// Takes the last character away, of however many bytes it is.
    package func removeLast() {
        while count > 0 {
            count -= 1
            let byte = start.load(fromByteOffset: count, as: UInt8.self)
            start.storeBytes(of: 0, toByteOffset: count, as: UInt8.self)
            if byte & 0xC0 != 0x80 { return }
        }
    }

    package func wipe() {
        sodium_memzero(start, Secret.capacity)
        count = 0
    }

    /// Whether two secrets are the same, in a time that does not tell where they differ.
    package func equals(_ other: Secret) -> Bool {
        count == other.count && sodium_memcmp(start, other.start, count) == 0
    }

    /// Lends the bytes until `body` ends.
    func withCharacters<Value>(_ body: (UnsafePointer<CChar>, UInt64) -> Value) -> Value {
        body(start.assumingMemoryBound(to: CChar.self), UInt64(count))
    }
}
