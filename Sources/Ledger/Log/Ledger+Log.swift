import Glibc
import Permits

extension Ledger {
    /// Adds a row to the log: a verdict that was asked for a launch, a refusal, a receipt of redaction, a
    /// restoration.
    ///
    /// - Parameters:
    ///   - kind: one word of a-z and -.
    ///   - body: one line; control characters are replaced.
    /// - Throws: where the row cannot be written. A caller that is about to launch something must then refuse
    ///   to.
    package func record(_ kind: String, _ body: String) throws {
        try change(kind, body, undoable: false) {}
    }

    /// Every row of the log from a number on, in order.
    package func log(from sequence: Int = 1, limit: Int = .max) throws -> [LogRow] {
        try database.map(
            "SELECT seq, at, kind, key, body, hash, mac FROM log WHERE seq >= ? ORDER BY seq LIMIT ?",
            sequence,
            limit
        ) { LogRow($0) }
    }

    /// The rows of the log of one kind, in order.
    package func log(of kind: String) throws -> [LogRow] {
        try database.map(
            "SELECT seq, at, kind, key, body, hash, mac FROM log WHERE kind = ? ORDER BY seq", kind
        ) { LogRow($0) }
    }

    /// The last rows of the log, newest first.
    package func recentLog(limit: Int) throws -> [LogRow] {
        try database.map(
            "SELECT seq, at, kind, key, body, hash, mac FROM log ORDER BY seq DESC LIMIT ?", limit
        ) { LogRow($0) }
    }

    /// The head of the log, for reports, backups and exports: who keeps it can later prove a rollback.
    package func receipt() throws -> LogReceipt {
        guard let last = try recentLog(limit: 1).first else {
            throw LedgerError.logDamaged(detail: "it is empty")
        }
        return LogReceipt(sequence: last.sequence, hash: last.hash)
    }

    /// The log as lines that public tools can check: a hash, a space, and the text that it is the SHA-256 of.
    package func exportLog(_ write: (String) -> Void) throws {
        var previous = LogRow.origin
        try database.snapshot {
            try database.rows("SELECT seq, at, kind, key, body, hash, mac FROM log ORDER BY seq") { row in
                let row = LogRow(row)
                write("\(hexadecimal(row.hash)) \(row.line(after: previous))\n")
                previous = row.hash
            }
        }
    }

    /// Starts a new chain of keys after the seal was lost, and says so in the log.
    ///
    /// - Returns: the new first key, to be shown to the user once.
    package func reseal() throws -> String {
        try prepareToWrite()
        let key = LogKey.random()
        let last = try recentLog(limit: 1).first
        let first = LogKey(index: max(0, (last?.keyIndex ?? -1) &+ 1), bytes: key.bytes)
        let seal = LogSeal(sequence: last?.sequence ?? 0, head: last?.hash ?? LogRow.origin, key: first)
        try database.transaction { try append("seal", "key \(first.commitment)", with: seal) }
        moveSeal(force: true)
        return hexadecimal(first.bytes)
    }

    /// The first row and the first key.
    func beginLog() throws -> String {
        let key = LogKey.random()
        let seal = LogSeal(sequence: 0, head: LogRow.origin, key: key)
        try append("seal", "key \(key.commitment)", with: seal)
        guard pendingSeal?.write(home.seal, force: true) == true else { throw LedgerError.readOnly }
        return hexadecimal(key.bytes)
    }

    /// Adds a row within the transaction that is open.
    func append(_ kind: String, _ body: String) throws {
        let seal: LogSeal
        if let pendingSeal {
            seal = pendingSeal
        } else {
            guard let read = try readSeal() else {
                throw LedgerError.logDamaged(detail: "the seal, log.seal, is missing or unreadable")
            }
            // What a restoration left that did not happen: its key must not outlive the next one.
            unlink(home.nextSeal)
            seal = try caughtUp(read)
        }
        try append(kind, body, with: seal)
    }

    /// The seal in its place, or the one that a restored ledger came with where a crash kept it from there.
    func readSeal() throws -> LogSeal? {
        if let next = LogSeal.read(home.nextSeal) {
            let hash = try database.first("SELECT hash FROM log WHERE seq = ?", next.sequence) { $0.blob(0) }
            if hash == next.head {
                rename(home.nextSeal, home.seal)
                return next
            }
        }
        return LogSeal.read(home.seal)
    }

    /// The seal with the rows counted in that were committed after it was last written.
    private func caughtUp(_ read: LogSeal) throws -> LogSeal {
        var seal = read
        if seal.sequence > 0 {
            let hash = try database.first("SELECT hash FROM log WHERE seq = ?", seal.sequence) { $0.blob(0) }
            guard let hash else { throw LedgerError.logDamaged(detail: "rows at its end are missing") }
            guard hash == seal.head else { throw LedgerError.logDamaged(detail: "its head was changed") }
        }
        try database.rows(
            "SELECT seq, key, hash FROM log WHERE seq > ? ORDER BY seq", seal.sequence
        ) { row in
            seal.sequence = row.int(0)
            seal.head = row.blob(2)
            let next = row.int(1) &+ 1
            guard next > seal.key.index, next - seal.key.index < 1_000_000 else {
                throw LedgerError.logDamaged(detail: "its keys are out of order")
            }
            while seal.key.index < next { seal.key.advance() }
        }
        return seal
    }

    /// Adds a row that continues a seal, within the transaction that is open.
    func append(_ kind: String, _ body: String, with seal: LogSeal) throws {
        var seal = seal
        var row = LogRow(
            sequence: seal.sequence &+ 1, at: timestamp(now()), kind: kind, keyIndex: seal.key.index,
            body: oneLine(body), hash: [], mac: [])
        row.mac = seal.key.mac(of: row.line(after: seal.head, mac: nil))
        row.hash = sha256(row.line(after: seal.head, mac: row.mac))
        try database.run(
            "INSERT INTO log(seq, at, kind, key, body, hash, mac) VALUES (?, ?, ?, ?, ?, ?, ?)", row.sequence,
            row.at, row.kind, row.keyIndex, row.body, row.hash, row.mac)
        seal.sequence = row.sequence
        seal.head = row.hash
        seal.key.advance()
        pendingSeal = seal
    }

    /// Writes the seal that the committed rows led to.
    ///
    /// Where that fails the change stands, and the next one catches up.
    func moveSeal(force: Bool = false) {
        pendingSeal?.write(home.seal, force: force)
        dropSeal()
    }

    /// Forgets the seal of a transaction that was rolled back, or was written.
    func dropSeal() {
        pendingSeal?.key.wipe()
        pendingSeal = nil
    }

    private func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            return text
        }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    }
}

extension LogRow {
    init(_ row: Row) {
        self.init(
            sequence: row.int(0), at: row.text(1), kind: row.text(2), keyIndex: row.int(3), body: row.text(4),
            hash: row.blob(5), mac: row.blob(6))
    }
}

/// A moment as `2026-11-22T21:40:00Z`; a clock beyond the years 1 to 9999 stands at their ends.
package func timestamp(_ seconds: Int64) -> String {
    let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let day = Int32(clamping: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let rest = Int(seconds - Int64(day) * 86_400)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(Day(number: day))T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
}
