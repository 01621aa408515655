import CSodium
import Glibc

/// The door in front of the interface: a passphrase, or a program that asks a security key.
///
/// It keeps people away from a screen. The ledger is not encrypted by it: who can read the files needs no door.
package struct InterfaceLock: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// What argon2id made of the passphrase, with its salt and cost (`crypto_pwhash_str` of libsodium).
        case passphrase(String)
        /// A program and its arguments; the door opens when it exits with 0.
        case command([String])
    }

    package var kind: Kind
    /// Seconds without a key until the door falls shut; at least one.
    package var idle: Int

    package init(kind: Kind, idle: Int) {
        self.kind = kind
        self.idle = idle
    }

    /// The lock that a passphrase opens; nil where there is not enough memory (64 MiB).
    package init?(_ secret: Secret, idle: Int) {
        guard sodium_init() >= 0 else { return nil }
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let code = secret.withCharacters {
            crypto_pwhash_str(
                &text, $0, $1, UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
                Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
        }
        guard code == 0 else { return nil }
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        self.init(kind: .passphrase(String(decoding: bytes, as: UTF8.self)), idle: idle)
    }

    /// Whether a passphrase opens this lock; false for one that a program opens.
    package func opens(with secret: Secret) -> Bool {
        guard case .passphrase(let stored) = kind, sodium_init() >= 0 else { return false }
        return secret.withCharacters { crypto_pwhash_str_verify(stored, $0, $1) } == 0
    }

    // MARK: The file

    private static func file(_ home: String) -> String { home + "/lock" }

    /// The lock of a home; nil where none is set.
    ///
    /// - Throws: `LedgerError.unsafe` where the file says nothing that can be understood.
    package static func read(home: String) throws -> InterfaceLock? {
        let path = file(home)
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw LedgerError.unsafe(path: path, reason: "cannot be read, so the interface stays shut")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count > 0, let lock = InterfaceLock(text: String(decoding: bytes[..<count], as: UTF8.self))
        else { throw LedgerError.unsafe(path: path, reason: "is no lock, so the interface stays shut") }
        return lock
    }

    /// Sets the lock of a home, whole or not at all.
    package func write(home: String) throws {
        let path = InterfaceLock.file(home)
        let partial = path + ".new"
        unlink(partial)
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Home.error(errno) }
        let bytes = Array(text.utf8)
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isWritten, rename(partial, path) == 0 else {
            unlink(partial)
            throw Home.error(isWritten ? errno : code)
        }
        try Ledger.synchronize(home)
    }

    /// Takes the lock of a home away.
    package static func remove(home: String) throws {
        guard unlink(file(home)) == 0 || errno == ENOENT else { throw Home.error(errno) }
        try Ledger.synchronize(home)
    }

    private var text: String {
        var lines = ["lock 1", "idle \(idle)"]
        switch kind {
        case .passphrase(let hash): lines.append("passphrase \(hash)")
        case .command(let words): lines += words.map { "command \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private init?(text: String) {
        var idle: Int?
        var hash: String?
        var words: [String] = []
        let lines = text.split(separator: "\n")
        guard lines.first == "lock 1" else { return nil }
        for line in lines.dropFirst() {
            guard let space = line.firstIndex(of: " ") else { return nil }
            let value = String(line[line.index(after: space)...])
            switch line[..<space] {
            case "idle": idle = Int(value)
            case "passphrase": hash = value
            case "command": words.append(value)
            default: return nil
            }
        }
        guard let idle, (1...86_400).contains(idle), (hash == nil) != words.isEmpty else { return nil }
        self.init(kind: hash.map { .passphrase($0) } ?? .command(words), idle: idle)
    }
}
