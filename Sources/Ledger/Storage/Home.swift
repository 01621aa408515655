import Glibc

/// The folder of a ledger: 0700, the user's own, reached through no link of its own.
struct Home {
    let path: String

    var ledger: String { path + "/ledger.sqlite" }
    var seal: String { path + "/log.seal" }
    /// The seal that a restored ledger comes with, until it is in its place.
    var nextSeal: String { seal + ".next" }
    var backups: String { path + "/backups" }

    /// Makes the folder, and those above it, where it is missing.
    func create() throws {
        var made = ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
            if mkdir(made, 0o700) != 0, errno != EEXIST {
                throw errno == ENOSPC
                    ? LedgerError.full
                    : LedgerError.unsafe(
                        path: made, reason: "cannot be made (\(String(cString: strerror(errno))))")
            }
        }
    }

    /// Checks the folder and every file of the ledger that is there, and closes what is open to others.
    func check() throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw LedgerError.absent(home: path) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw LedgerError.unsafe(path: path, reason: "is no folder (or a link to one)")
        }
        try own(status, path, mode: 0o700)
        try checkFile(ledger)
        try checkFile(ledger + "-journal")
        try checkFile(seal)
        try checkFile(nextSeal)
    }

    /// Makes an empty file that only the user can read; does nothing where one is there.
    static func createFile(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return }
            throw Home.error(errno)
        }
        close(descriptor)
    }

    /// Makes the folder of copies where it is missing, and waits until no other program writes to it.
    ///
    /// - Returns: a descriptor that holds the lock until it is closed.
    func lockBackups() throws -> Int32 {
        if mkdir(backups, 0o700) != 0, errno != EEXIST { throw Home.error(errno) }
        let descriptor = open(backups, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw Home.error(errno) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let code = errno
                close(descriptor)
                throw Home.error(code)
            }
        }
        return descriptor
    }

    /// What an error number of a file means for the ledger.
    static func error(_ code: Int32) -> LedgerError {
        switch code {
        case ENOSPC, EDQUOT: .full
        case EROFS, EACCES, EPERM: .readOnly
        default: .failed(detail: String(cString: strerror(code)))
        }
    }

    /// Takes the home of a passing ledger away, with what is in it.
    func clear() {
        for folder in [backups, path] {
            for name in Home.names(in: folder) { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
    }

    /// The names in a folder; none where it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let opened = opendir(folder) else { return [] }
        defer { closedir(opened) }
        var names: [String] = []
        while let entry = readdir(opened) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Whether the ledger is there at all; throws where something else stands in its place.
    func hasLedger() throws -> Bool {
        var status = stat()
        guard lstat(ledger, &status) == 0 else { return false }
        try checkFile(ledger)
        return true
    }

    /// Throws where a path names something else than the user's own plain file with one name.
    func checkFile(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw LedgerError.unsafe(path: path, reason: "is no plain file (a link, a pipe or a folder)")
        }
        guard status.st_nlink == 1 else {
            throw LedgerError.unsafe(path: path, reason: "has a second name (a hard link)")
        }
        try own(status, path, mode: 0o600)
    }

    private func own(_ status: stat, _ path: String, mode: mode_t) throws {
        guard status.st_uid == geteuid() else {
            throw LedgerError.unsafe(path: path, reason: "belongs to another user")
        }
        guard status.st_mode & 0o077 != 0 else { return }
        // On a read-only file system the mode stays; the file can still be read.
        if chmod(path, mode) != 0, errno != EROFS {
            throw LedgerError.unsafe(
                path: path, reason: "is open to other users and cannot be closed to them")
        }
    }
}
