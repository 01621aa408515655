import Glibc

/// The folder of a ledger: 0700, the user's own, reached through no link of its own.
struct Home {
    let path: String

    var ledger: String { path + "/ledger.sqlite" }
    var seal: String { path + "/log.seal" }
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
    }

    /// Makes an empty file that only the user can read; does nothing where one is there.
    func createFile(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case EEXIST: return
            case ENOSPC: throw LedgerError.full
            case EROFS, EACCES: throw LedgerError.readOnly
            default: throw LedgerError.failed(detail: String(cString: strerror(errno)))
            }
        }
        close(descriptor)
    }

    /// Whether the ledger is there at all; throws where something else stands in its place.
    func hasLedger() throws -> Bool {
        var status = stat()
        guard lstat(ledger, &status) == 0 else { return false }
        try checkFile(ledger)
        return true
    }

    private func checkFile(_ path: String) throws {
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
