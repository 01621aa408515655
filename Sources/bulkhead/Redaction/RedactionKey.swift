import Glibc
import Ledger

/// The key that seals the placeholders of a home: in the desktop's keyring, or in a file where there is none.
enum RedactionKey {
    private static func attributes(_ home: String) -> [String] { ["application", "bulkhead", "home", home] }

    /// Reads the key, and makes it first where `create` says so and there is none.
    ///
    /// - Returns: nil where there is none and none is made.
    /// - Throws: ``Failure`` where a key is there but can't be used.
    static func load(home: String, create: Bool) throws(Failure) -> [UInt8]? {
        let path = home + "/redaction.key"
        if let key = try file(path) { return key }
        let hasKeyring = environment("DBUS_SESSION_BUS_ADDRESS") != nil
        if hasKeyring, let child = Child.run(["secret-tool", "lookup"] + attributes(home)), child.status == 0,
            let key = bytes(child.output)
        {
            return key
        }
        guard create else { return nil }
        let key = SealedBox.random(SealedBox.keySize)
        let text = Array(hexadecimal(key).utf8)
        if hasKeyring,
            let child = Child.run(
                ["secret-tool", "store", "--label=Bulkhead: placeholders"] + attributes(home), input: text),
            child.status == 0
        {
            return key
        }
        try write(text + [0x0A], to: path)
        complain(
            "There is no keyring here, so the key of the placeholders lies in \(path), readable by you alone."
        )
        return key
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
