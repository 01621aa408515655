import CSQLite
import Glibc

extension Ledger {
    /// Copies the ledger, as it is at one moment and while others use it, into a new file that is checked
    /// before it gets its name.
    ///
    /// - Throws: where the file is there already, or the copy is not whole; no half copy stays behind.
    package func copy(to path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if !folder.isEmpty { mkdir(folder, 0o700) }
        guard access(path, F_OK) != 0 else {
            throw LedgerError.unsafe(path: path, reason: "is there already")
        }
        let partial = path + ".partial"
        unlink(partial)
        defer { unlink(partial) }
        try home.createFile(partial)
        do {
            let copy = try Database(path: partial, patience: 0)
            guard let backup = sqlite3_backup_init(copy.pointer, "main", database.pointer, "main") else {
                throw LedgerError.failed(detail: "no copy could be begun")
            }
            let code = sqlite3_backup_step(backup, -1)
            sqlite3_backup_finish(backup)
            guard code == SQLITE_DONE else {
                try copy.check(code)
                throw LedgerError.failed(detail: "the copy came to no end")
            }
            guard try copy.first("PRAGMA integrity_check(1)", read: { $0.text(0) }) == "ok" else {
                throw LedgerError.damaged(detail: "a copy of it is not whole")
            }
        }
        let descriptor = Glibc.open(partial, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0, fsync(descriptor) == 0, close(descriptor) == 0, rename(partial, path) == 0
        else {
            throw LedgerError.failed(detail: String(cString: strerror(errno)))
        }
    }
}
