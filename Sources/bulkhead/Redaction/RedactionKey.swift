import Glibc
import Ledger

/// The key that seals the placeholders of one job: in the desktop's keyring, or in a file where there is none.
///
/// It lies nowhere else, so that shredding it makes every copy of the placeholders unreadable, those in copies and
/// backups of the ledger too.
struct RedactionKey {
    /// The folder of the ledger.
    let home: String
    /// The number of the job's placeholders, which says nothing about whose they are.
    let number: UInt16

    private var path: String { "\(home)/redaction-\(number).key" }
    private var attributes: [String] { ["application", "bulkhead", "home", home, "map", String(number)] }
    private var hasKeyring: Bool { environment("DBUS_SESSION_BUS_ADDRESS") != nil }

    /// Reads the key, and makes it first where `create` says so and there is none.
    ///
    /// - Returns: nil where there is none and none is made.
    /// - Throws: ``Failure`` where a key is there but can't be used.
    func load(create: Bool) throws(Failure) -> [UInt8]? {
        if let key = try Self.file(path) { return key }
        if let key = inKeyring() { return key }
        guard create else { return nil }
        let key = SealedBox.random(SealedBox.keySize)
        let text = Array(hexadecimal(key).utf8)
        if hasKeyring,
            let child = Child.run(
                ["secret-tool", "store", "--label=Bulkhead: placeholders"] + attributes, input: text),
            child.status == 0, inKeyring() == key
        {
            return key
        }
        try write(text + [0x0A], to: path)
        complain(
            "There is no keyring here, so the key of the placeholders lies in \(path), readable by you alone."
        )
        return key
    }

    /// Takes the key away for good; does nothing where there is none.
    ///
    /// - Throws: ``Failure`` where it is still there.
    func destroy() throws(Failure) {
        if hasKeyring { _ = Child.run(["secret-tool", "clear"] + attributes) }
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if descriptor >= 0 {
            // Over the bytes that are there; a file system that writes elsewhere keeps them until it reuses the place.
            let blank = [UInt8](repeating: 0, count: 2 * SealedBox.keySize + 1)
            let isBlank = Glibc.write(descriptor, blank, blank.count) == blank.count
            let isSafe = fsync(descriptor) == 0
            close(descriptor)
            guard isBlank, isSafe, unlink(path) == 0 else {
                throw Failure(.refused, "\(path) can't be destroyed: \(problem(errno)).")
            }
        } else if errno != ENOENT {
            throw Failure(.refused, "\(path) can't be destroyed: \(problem(errno)).")
        }
        guard inKeyring() == nil else {
            throw Failure(
                .refused, "The keyring did not give up the key of the placeholders: unlock it, then again.")
        }
    }

    private func inKeyring() -> [UInt8]? {
        guard hasKeyring, let child = Child.run(["secret-tool", "lookup"] + attributes), child.status == 0
        else { return nil }
        return Self.bytes(child.output)
    }

    private static func file(_ path: String) throws(Failure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Failure(.refused, "\(path) can't be read: \(problem(errno)).")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0, status.st_uid == getuid() else {
            throw Failure(.refused, "\(path) can be read by others: make it yours alone with chmod 600.")
        }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0, let key = bytes(Array(buffer[..<count])) else {
            throw Failure(.damaged, "\(path) holds no key: bring it back from a backup.")
        }
        return key
    }

    /// 64 hexadecimal digits as bytes.
    private static func bytes(_ text: [UInt8]) -> [UInt8]? {
        let digits = text.filter { $0 > 0x20 }
        guard digits.count == 2 * SealedBox.keySize else { return nil }
        var key: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16)
            else {
                return nil
            }
            key.append(byte)
        }
        return key
    }
}
