import CSQLite
import Glibc
package import Permits

extension Ledger {
    /// Copies the ledger, as it is at one moment and while others use it, into a new file.
    ///
    /// The copy is checked before it gets its name, and no half copy stays behind.
    ///
    /// - Throws: where the file is there already, or the copy is not whole.
    package func copy(to path: String) throws {
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
        try settle(partial, as: path)
    }

    /// Makes a copy for today in the folder `backups`, where there is none yet, and takes away what is too
    /// old.
    ///
    /// The copies of the last seven days stay, and the first of each of the twelve months before.
    ///
    /// - Returns: whether a copy was made.
    @discardableResult
    package func copyDaily(today: Day) throws -> Bool {
        mkdir(home.backups, 0o700)
        let path = home.backups + "/daily-\(today).sqlite"
        guard access(path, F_OK) != 0 else { return false }
        try copy(to: path)
        let days = dailyCopies().sorted(by: >)
        var months: Set<String> = []
        for day in days.sorted() where today.days(since: day) >= 7 {
            let month = String(day.description.prefix(7))
            if today.days(since: day) > 366 || !months.insert(month).inserted {
                unlink(home.backups + "/daily-\(day).sqlite")
            }
        }
        return true
    }

    private func dailyCopies() -> [Day] {
        guard let folder = opendir(home.backups) else { return [] }
        defer { closedir(folder) }
        var days: [Day] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix("daily-"), name.hasSuffix(".sqlite") else { continue }
            if let day = Day(name.dropFirst(6).dropLast(7)) { days.append(day) }
        }
        return days
    }

    /// Writes an encrypted copy of the ledger through the program `age`.
    ///
    /// - Parameters:
    ///   - path: a new file.
    ///   - recipients: public keys of age or SSH; empty to be asked for a passphrase on the terminal.
    /// - Returns: the head of the log, to be kept as a receipt.
    /// - Throws: `LedgerError.failed` where age is missing or refuses; no file stays behind.
    package func backup(to path: String, recipients: [String]) throws -> LogReceipt {
        guard access(path, F_OK) != 0 else {
            throw LedgerError.unsafe(path: path, reason: "is there already")
        }
        try record("backup", recipients.isEmpty ? "with a passphrase" : "for \(recipients.count) recipients")
        let receipt = try receipt()
        let plain = home.path + "/backup.sqlite"
        unlink(plain)
        defer { unlink(plain) }
        try copy(to: plain)
        let partial = path + ".partial"
        unlink(partial)
        defer { unlink(partial) }
        try runAge(
            ["--encrypt", "--output", partial]
                + (recipients.isEmpty ? ["--passphrase"] : recipients.flatMap { ["--recipient", $0] }) + [
                    "--", plain,
                ])
        try settle(partial, as: path)
        return receipt
    }

    /// Puts a backup in the place of the ledger of a home; the present ledger is kept beside it.
    ///
    /// - Parameters:
    ///   - path: what `backup` wrote.
    ///   - identity: the file with the secret key; nil to be asked for the passphrase on the terminal.
    ///   - home: the home, with or without a ledger.
    ///   - moment: seconds since 1970-01-01 UTC, for the name of what is kept.
    /// - Returns: where the ledger that was there before lies now, and the first key of a log that had no
    ///   seal.
    /// - Throws: where the backup cannot be decrypted, is damaged or of a newer version; then nothing was
    ///   changed.
    package static func restoreBackup(
        _ path: String, identity: String?, home: String, moment: Int64
    ) throws -> (kept: String?, firstKey: String?) {
        let home = Home(path: home)
        try home.create()
        try home.check()
        let arrival = home.path + "/restored"
        let incoming = Home(path: arrival)
        try incoming.create()
        defer {
            unlink(incoming.ledger)
            rmdir(arrival)
        }
        unlink(incoming.ledger)
        try runAge(
            ["--decrypt", "--output", incoming.ledger] + (identity.map { ["--identity", $0] } ?? []) + [
                "--", path,
            ])
        chmod(incoming.ledger, 0o600)
        try checkBackup(arrival)
        var kept: String?
        if try home.hasLedger() {
            mkdir(home.backups, 0o700)
            let name = home.backups + "/replaced-\(timestamp(moment)).sqlite"
            kept = name
            // Through SQLite where it can still be read, as it is where it cannot.
            if let present = try? Ledger.open(home: home.path) {
                try present.copy(to: name)
            } else {
                guard link(home.ledger, name) == 0 else {
                    throw LedgerError.failed(detail: String(cString: strerror(errno)))
                }
            }
        }
        guard rename(incoming.ledger, home.ledger) == 0 else {
            throw LedgerError.failed(detail: String(cString: strerror(errno)))
        }
        unlink(home.ledger + "-journal")
        let ledger = try Ledger.open(home: home.path)
        return (kept, try ledger.recordRestoration())
    }

    /// Refuses a decrypted file that is no whole ledger with a log that fits itself.
    private static func checkBackup(_ home: String) throws {
        let ledger = try Ledger.open(home: home)
        guard try ledger.damage().isEmpty else {
            throw LedgerError.damaged(detail: "the backup is not whole")
        }
        let found = try ledger.verifyLog()
        guard found.damage == .unsealed else {
            throw LedgerError.damaged(
                detail: "the log of the backup was changed at row \(found.firstBad ?? 0)")
        }
    }

    /// Says in the log that a backup took the place of the ledger, with the key that the seal has come to.
    ///
    /// - Returns: the first key of a new chain, where there was no seal.
    private func recordRestoration() throws -> String? {
        guard let seal = LogSeal.read(home.seal) else { return try reseal() }
        let last = try recentLog(limit: 1).first
        guard let last, seal.key.index > last.keyIndex else { return try reseal() }
        try prepareToWrite()
        let continued = LogSeal(sequence: last.sequence, head: last.hash, key: seal.key)
        try database.transaction {
            try append("restore", "from a backup of \(last.at), row \(last.sequence)", with: continued)
        }
        moveSeal(force: true)
        return nil
    }

    /// Brings a finished file to the disk and gives it its name.
    private func settle(_ partial: String, as path: String) throws {
        let descriptor = Glibc.open(partial, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LedgerError.failed(detail: String(cString: strerror(errno))) }
        let isSafe = fsync(descriptor) == 0
        close(descriptor)
        guard isSafe, link(partial, path) == 0 else {
            throw LedgerError.failed(detail: String(cString: strerror(errno)))
        }
    }
}
