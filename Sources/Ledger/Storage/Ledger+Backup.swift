import CSQLite
import Glibc
package import Permits

extension Ledger {
    /// Copies the ledger, as it is at one moment and while others use it, into a new file.
    ///
    /// The copy is checked before it gets its name, and no half copy stays behind.
    ///
    /// - Throws: where the file is there already, or the copy is not whole.
    package func copy(to path: String) throws { try Ledger.copy(database, to: path) }

    private static func copy(_ database: Database, to path: String) throws {
        guard access(path, F_OK) != 0 else {
            throw LedgerError.taken(path: path)
        }
        let partial = path + ".partial"
        unlink(partial)
        defer { unlink(partial) }
        try Home.createFile(partial)
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

    /// Makes today's copy before the first change of the day; a change does not wait for a copy that cannot be
    /// made, and `newestCopy` tells since when there is none.
    func copyOnceADay() {
        guard !hasLookedForCopy else { return }
        hasLookedForCopy = true
        // By the day that the log will say.
        guard let today = Day(timestamp(now()).prefix(10)) else { return }
        _ = try? copyDaily(today: today)
    }

    /// Makes a copy for today in the folder `backups`, where there is none yet, and takes away what is too
    /// old.
    ///
    /// The seven newest copies stay, and of the days before them the first copy of each month, twelve of
    /// those. The rule counts copies and not days, so that no clock can make it throw everything away.
    ///
    /// - Returns: whether a copy was made.
    @discardableResult
    package func copyDaily(today: Day) throws -> Bool {
        let path = home.backups + "/daily-\(today).sqlite"
        guard access(path, F_OK) != 0 else { return false }
        let lock = try home.lockBackups()
        defer { close(lock) }
        guard access(path, F_OK) != 0 else { return false }
        try copy(to: path)
        let older = dailyCopies().sorted().dropLast(7)
        var months = Set(Set(older.map { $0.description.prefix(7) }).sorted().suffix(12))
        for day in older where months.remove(day.description.prefix(7)) == nil {
            unlink(home.backups + "/daily-\(day).sqlite")
        }
        return true
    }

    /// The day of the newest daily copy; nil where there is none.
    package func newestCopy() -> Day? { dailyCopies().max() }

    private func dailyCopies() -> [Day] {
        Home.names(in: home.backups).compactMap { name in
            guard name.hasPrefix("daily-"), name.hasSuffix(".sqlite") else { return nil }
            return Day(name.dropFirst(6).dropLast(7))
        }
    }

    /// The head of the log in each copy that this ledger made of itself, newest first; one that cannot be read, or is
    /// no plain file, tells nothing.
    func keptHeads() -> [KeptHead] {
        Home.names(in: home.backups).filter { name in
            name.hasSuffix(".sqlite") && (name.hasPrefix("daily-") || name.hasPrefix("before-format-"))
        }.compactMap { name -> KeptHead? in
            let path = home.backups + "/" + name
            guard (try? home.checkFile(path)) != nil, let copy = try? Database(path: path, patience: 0) else {
                return nil
            }
            return try? copy.first("SELECT seq, at, hash FROM log ORDER BY seq DESC LIMIT 1") { row in
                KeptHead(
                    name: name, at: row.text(1), head: LogReceipt(sequence: row.int(0), hash: row.blob(2)))
            }
        }.sorted { ($0.at, $0.name) > ($1.at, $1.name) }
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
            throw LedgerError.taken(path: path)
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
        try Ledger.settle(partial, as: path)
        return receipt
    }

    /// Puts a backup in the place of the ledger of a home; the present ledger is kept beside it.
    ///
    /// - Parameters:
    ///   - path: what `backup` wrote, or a copy from the folder `backups`.
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
        guard access(path, F_OK) == 0 else { throw LedgerError.notFound(noun: "backup", id: path) }
        if let identity, access(identity, F_OK) != 0 {
            throw LedgerError.notFound(noun: "key file", id: identity)
        }
        let home = Home(path: home)
        try home.create()
        try home.check()
        let arrival = home.path + "/restored"
        let incoming = Home(path: arrival)
        defer { incoming.clear() }
        incoming.clear()
        try incoming.create()
        if isDatabase(path) {
            try copy(try Database(path: path, patience: 0), to: incoming.ledger)
        } else {
            try runAge(
                ["--decrypt", "--output", incoming.ledger] + (identity.map { ["--identity", $0] } ?? [])
                    + ["--", path])
        }
        chmod(incoming.ledger, 0o600)
        try checkBackup(arrival)
        guard try home.hasLedger() else { return (nil, try take(incoming, to: home)) }
        let lock = try home.lockBackups()
        defer { close(lock) }
        let kept = home.backups + "/replaced-\(timestamp(moment)).sqlite"
        // Through SQLite where it can still be read, and without another program that writes in between.
        if let present = try? Ledger.open(home: home.path) {
            let firstKey: String?? = try present.database.transaction {
                guard (try? present.copy(to: kept)) != nil else { return nil }
                return .some(try take(incoming, to: home))
            }
            if let firstKey { return (kept, firstKey) }
        }
        try copyBytes(of: home.ledger, to: kept)
        // Its journal belongs to it, and must never be played into the restored one.
        rename(home.ledger + "-journal", kept + "-journal")
        return (kept, try take(incoming, to: home))
    }

    /// Puts a checked ledger, which says in its log that it was restored, and its seal in the place of what is there.
    ///
    /// A crash in between leaves the old ledger with its seal, or the new one with a seal that is found and taken.
    ///
    /// - Returns: the first key of a new chain, where there was no seal.
    private static func take(_ incoming: Home, to home: Home) throws -> String? {
        let firstKey = try Ledger.open(home: incoming.path).recordRestoration(after: LogSeal.read(home.seal))
        try synchronize(incoming.ledger)
        try synchronize(incoming.seal)
        guard rename(incoming.seal, home.nextSeal) == 0 else { throw Home.error(errno) }
        try synchronize(home.path)
        guard rename(incoming.ledger, home.ledger) == 0 else {
            let code = errno
            unlink(home.nextSeal)
            throw Home.error(code)
        }
        try synchronize(home.path)
        guard rename(home.nextSeal, home.seal) == 0 else { throw Home.error(errno) }
        return firstKey
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

    /// Says in the log that a backup takes the place of the ledger, with the key that its seal has come to.
    ///
    /// - Parameter seal: the seal of the ledger that is replaced; nil where there is none.
    /// - Returns: the first key of a new chain, where that seal cannot be continued.
    private func recordRestoration(after seal: LogSeal?) throws -> String? {
        guard let seal, let last = try recentLog(limit: 1).first, seal.key.index > last.keyIndex else {
            return try reseal()
        }
        try prepareToWrite()
        let continued = LogSeal(sequence: last.sequence, head: last.hash, key: seal.key)
        try database.transaction {
            try append("restore", "from a backup of \(last.at), row \(last.sequence)", with: continued)
        }
        moveSeal(force: true)
        return nil
    }

    /// Copies a file that SQLite cannot read.
    private static func copyBytes(of file: String, to path: String) throws {
        let source = Glibc.open(file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard source >= 0 else { throw Home.error(errno) }
        defer { close(source) }
        let partial = path + ".partial"
        unlink(partial)
        defer { unlink(partial) }
        let target = Glibc.open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw Home.error(errno) }
        defer { close(target) }
        while true {
            let count = sendfile(target, source, nil, 1 << 30)
            if count == 0 { break }
            guard count > 0 || errno == EINTR else { throw Home.error(errno) }
        }
        try settle(partial, as: path)
    }

    /// Brings a finished file to the disk and gives it its name.
    private static func settle(_ partial: String, as path: String) throws {
        try synchronize(partial)
        guard link(partial, path) == 0 else { throw Home.error(errno) }
        // The name is on the disk with its folder.
        let slash = path.lastIndex(of: "/")
        try synchronize(slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    static func synchronize(_ path: String) throws {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Home.error(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Home.error(errno) }
    }

    /// Whether a file begins as a database does, and so is no encrypted backup.
    private static func isDatabase(_ path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let magic = Array("SQLite format 3\0".utf8)
        var bytes = [UInt8](repeating: 0, count: magic.count)
        return Glibc.read(descriptor, &bytes, bytes.count) == magic.count && bytes == magic
    }
}
