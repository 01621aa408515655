import CSodium
import Glibc

/// The anchor of the log outside the ledger: how far the log went, its head, and the next key.
///
/// One line of fixed length that is overwritten in place, so that no older key stays behind in the file. It
/// is written after the commit; where a crash comes between, the seal is one row behind and catches up with
/// the next.
struct LogSeal {
    var sequence: Int
    var head: [UInt8]
    var key: LogKey

    private static let length = 179

    /// The one line of the file; to be wiped once it is written.
    private var line: [UInt8] {
        func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits
        }
        var line: [UInt8] = []
        // With room for all of it, so that no half of the key stays behind where the array was.
        line.reserveCapacity(256)
        line.append(contentsOf: "seal 1 \(padded(sequence)) \(hexadecimal(head)) \(padded(key.index)) ".utf8)
        appendHexadecimal(key.bytes, to: &line)
        line.append(0x0A)
        return line
    }

    private init?(line: ArraySlice<UInt8>) {
        let parts = line.split { $0 == 0x20 || $0 == 0x0A }
        func text(_ place: Int) -> String { String(decoding: parts[place], as: UTF8.self) }
        guard parts.count == 6, parts[0].elementsEqual("seal".utf8), parts[1] == [0x31],
            let sequence = Int(text(2)), let head = bytes(hexadecimal: parts[3]), head.count == 32,
            let index = Int(text(4)), index >= 0, let key = bytes(hexadecimal: parts[5]), key.count == 32
        else { return nil }
        self.init(sequence: sequence, head: head, key: LogKey(index: index, bytes: key))
    }

    init(sequence: Int, head: [UInt8], key: LogKey) {
        self.sequence = sequence
        self.head = head
        self.key = key
    }

    /// Reads the seal; nil where there is none, or none that can be read.
    static func read(_ path: String) -> LogSeal? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        flock(descriptor, LOCK_SH)
        return read(descriptor)
    }

    private static func read(_ descriptor: Int32) -> LogSeal? {
        var bytes = [UInt8](repeating: 0, count: length + 1)
        defer { wipe(&bytes) }
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return LogSeal(line: bytes[..<count])
    }

    /// Writes the seal where it is further than the one in place; with `force`, in any case.
    ///
    /// - Returns: whether the file now says at least as much.
    @discardableResult
    func write(_ path: String, force: Bool = false) -> Bool {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { return false }
        var present = LogSeal.read(descriptor)
        defer { present?.key.wipe() }
        if !force, let present, present.key.index >= key.index { return true }
        var bytes = line
        defer { LogSeal.wipe(&bytes) }
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return false }
        return present != nil || fsync(descriptor) == 0
    }

    private static func wipe(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
    }
}
