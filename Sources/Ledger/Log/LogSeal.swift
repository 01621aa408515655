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

    private var line: String {
        func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits
        }
        return
            "seal 1 \(padded(sequence)) \(hexadecimal(head)) \(padded(key.index)) \(hexadecimal(key.bytes))\n"
    }

    private init?(line: [UInt8]) {
        let parts = String(decoding: line, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" })
        guard parts.count == 6, parts[0] == "seal", parts[1] == "1", let sequence = Int(parts[2]),
            let head = bytes(hexadecimal: parts[3]), head.count == 32, let index = Int(parts[4]), index >= 0,
            let key = bytes(hexadecimal: parts[5]), key.count == 32
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
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return LogSeal(line: Array(bytes[..<count]))
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
        let present = LogSeal.read(descriptor)
        if !force, let present, present.key.index >= key.index { return true }
        let bytes = Array(line.utf8)
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return false }
        return present != nil || fsync(descriptor) == 0
    }
}
