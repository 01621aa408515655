import Glibc
import Permits
import Testing

@testable import Ledger

/// What someone with the user's own rights, who knows the code and has the key of today, does to a log after the
/// fact.
enum Forgery: String, CaseIterable {
    case editBody = "the text of a row is edited"
    case editTime = "the time of a row is edited"
    case editAndRehash = "a row is edited, and all hashes after it are made anew"
    case deleteMiddle = "a row is deleted"
    case deleteAndRenumber = "a row is deleted, the rest renumbered, chained and sealed anew"
    case swapRows = "two rows change places"
    case insertRow = "a row is put in, the rest renumbered, chained and sealed anew"
    case truncateEnd = "the last rows are deleted"
    case truncateAndMoveSeal = "the last rows are deleted, and the seal is moved back"
    case wipeAll = "every row is deleted"
    case rewriteAllWithSeal = "every row is rewritten, chained and sealed anew"
    case replaceWithOwnLog = "the whole log is replaced by one of the same length with a new first key"
    case restoreOldCopy = "ledger and seal are replaced by an older copy of both"
    case lieThroughTheProgram = "a lie is told through the program itself"
}

/// A ledger with a few rows, an old copy of its files, and what the user keeps.
final class Forged {
    let home = TemporaryHome()
    let firstKey: [UInt8]
    let receipt: LogReceipt
    private let old: (ledger: [UInt8], seal: [UInt8])

    /// Rows 1 to 11 are of one day, the others of the next, before whose first change a copy was made.
    init() throws {
        let creation = try Ledger.create(home: home.path, house: nil)
        firstKey = try #require(bytes(hexadecimal: creation.firstKey ?? ""))
        for number in 1...10 { try creation.ledger.record("refusal", "number \(number)") }
        old = (home.bytes("ledger.sqlite"), home.bytes("log.seal"))
        let tomorrow = currentTime() + 86_400
        creation.ledger.now = { tomorrow }
        creation.ledger.hasLookedForCopy = false
        for number in 11...20 { try creation.ledger.record("refusal", "number \(number)") }
        receipt = try creation.ledger.receipt()
        #expect(creation.ledger.keptHeads().map(\.head.sequence) == [11, 1])
    }

    func verify(key: Bool = false, receipt withReceipt: Bool = false) throws -> LogVerification {
        try Ledger.open(home: home.path).verifyLog(
            firstKey: key ? firstKey : nil, receipts: withReceipt ? [receipt] : [])
    }

    /// Takes the copies away, as who forged the log would.
    func removeCopies() {
        for name in Home.names(in: home.path + "/backups") { unlink(home.path + "/backups/" + name) }
    }

    /// Computes every row anew from a number on, as someone would who has the key of today and no earlier
    /// one.
    private func rechain(_ ledger: Ledger, from first: Int) throws {
        var previous = LogRow.origin
        let key = try #require(LogSeal.read(home.path + "/log.seal")).key
        for var row in try ledger.log() {
            if row.sequence >= first {
                row.mac = key.mac(of: row.line(after: previous, mac: nil))
                row.hash = sha256(row.line(after: previous, mac: row.mac))
                try ledger.database.run(
                    "UPDATE log SET hash = ?, mac = ? WHERE seq = ?", row.hash, row.mac, row.sequence)
            }
            previous = row.hash
        }
    }

    /// Makes the seal say what the rows say.
    private func moveSeal(_ ledger: Ledger) throws {
        let last = try #require(try ledger.recentLog(limit: 1).first)
        var key = try #require(LogSeal.read(home.path + "/log.seal")).key
        key.index = last.keyIndex + 1
        #expect(
            LogSeal(sequence: last.sequence, head: last.hash, key: key).write(
                home.path + "/log.seal", force: true))
    }

    func commit(_ forgery: Forgery) throws {
        let ledger = try Ledger.open(home: home.path)
        let database = ledger.database
        switch forgery {
        case .editBody: try database.run("UPDATE log SET body = 'nothing' WHERE seq = 7")
        case .editTime: try database.run("UPDATE log SET at = '2020-01-01T00:00:00Z' WHERE seq = 7")
        case .editAndRehash:
            try database.run("UPDATE log SET body = 'nothing' WHERE seq = 7")
            try rechain(ledger, from: 7)
        case .deleteMiddle: try database.run("DELETE FROM log WHERE seq = 7")
        case .deleteAndRenumber:
            try database.run("DELETE FROM log WHERE seq = 7")
            for sequence in 8...21 {
                try database.run(
                    "UPDATE log SET seq = ?, key = ? WHERE seq = ?", sequence - 1, sequence - 2, sequence)
            }
            try rechain(ledger, from: 7)
            try moveSeal(ledger)
        case .swapRows:
            try database.run("UPDATE log SET seq = 99 WHERE seq = 7")
            try database.run("UPDATE log SET seq = 7 WHERE seq = 8")
            try database.run("UPDATE log SET seq = 8 WHERE seq = 99")
        case .insertRow:
            for sequence in stride(from: 21, through: 8, by: -1) {
                try database.run(
                    "UPDATE log SET seq = ?, key = ? WHERE seq = ?", sequence + 1, sequence, sequence)
            }
            try database.run(
                "INSERT INTO log SELECT 8, at, kind, 7, 'made up', hash, mac FROM log WHERE seq = 7")
            try rechain(ledger, from: 8)
            try moveSeal(ledger)
        case .truncateEnd: try database.run("DELETE FROM log WHERE seq > 15")
        case .truncateAndMoveSeal:
            try database.run("DELETE FROM log WHERE seq > 15")
            try moveSeal(ledger)
        case .wipeAll: try database.run("DELETE FROM log")
        case .rewriteAllWithSeal:
            try database.run("UPDATE log SET body = 'nothing' WHERE seq > 1")
            try rechain(ledger, from: 2)
            try moveSeal(ledger)
        case .replaceWithOwnLog:
            try database.run("DELETE FROM log")
            _ = try ledger.reseal()
            for number in 1...20 { try ledger.record("refusal", "number \(number)") }
        case .restoreOldCopy:
            home.write("ledger.sqlite", old.ledger)
            home.write("log.seal", old.seal)
        case .lieThroughTheProgram: try ledger.record("refusal", "never happened")
        }
    }
}

@Test("a log that nobody touched is flagged by no check")
func cleanLog() throws {
    let forged = try Forged()
    for key in [false, true] {
        for receipt in [false, true] {
            let found = try forged.verify(key: key, receipt: receipt)
            #expect(found.ok && found.firstBad == nil)
            #expect(found.rows == 21)
            #expect(found.head == forged.receipt)
        }
    }
}

/// What the check says of a forgery with the copies alone, and without them: with nothing, with the receipt, with the
/// first key, with both.
private let promised: [(Forgery, [(LogVerification.Damage, Int)?])] = [
    (.editBody, Array(repeating: (.edited, 7), count: 5)),
    (.editTime, Array(repeating: (.edited, 7), count: 5)),
    (.editAndRehash, [(.rewritten, 21), (.rewritten, 21), (.rolledBack, 21), (.forged, 7), (.forged, 7)]),
    (.deleteMiddle, Array(repeating: (.deleted, 7), count: 5)),
    (.deleteAndRenumber, [(.rolledBack, 7), nil, (.rolledBack, 21), (.forged, 7), (.forged, 7)]),
    (.swapRows, Array(repeating: (.edited, 7), count: 5)),
    (.insertRow, [(.rolledBack, 8), nil, (.rolledBack, 21), (.forged, 8), (.forged, 8)]),
    (.truncateEnd, Array(repeating: (.truncated, 16), count: 5)),
    (.truncateAndMoveSeal, [nil, nil, (.rolledBack, 16), (.rewritten, 15), (.rewritten, 15)]),
    (.wipeAll, Array(repeating: (.truncated, 1), count: 5)),
    (.rewriteAllWithSeal, [(.rolledBack, 2), nil, (.rolledBack, 21), (.forged, 2), (.forged, 2)]),
    (.replaceWithOwnLog, [(.rolledBack, 1), nil, (.rolledBack, 21), (.resealed, 1), (.rolledBack, 21)]),
    (.restoreOldCopy, [nil, nil, (.rolledBack, 12), nil, (.rolledBack, 12)]),
    (.lieThroughTheProgram, [nil, nil, nil, nil, nil]),
]

@Test(
    "of 14 forgeries 7 are found with nothing, 11 with the copies, 12 with the first key, 13 with a receipt, as the guide says"
)
func forgeries() throws {
    let guide = String(
        decoding: TemporaryHome.contents(
            of: #filePath + "/../../../Sources/bulkhead/Documentation.docc/LogAndBackup.md"), as: UTF8.self)
    #expect(Set(promised.map(\.0)) == Set(Forgery.allCases))
    var counts = [0, 0, 0, 0, 0]
    for (forgery, expected) in promised {
        let forged = try Forged()
        try forged.commit(forgery)
        var found = [try forged.verify()]
        forged.removeCopies()
        for (key, receipt) in [(false, false), (false, true), (true, false), (true, true)] {
            found.append(try forged.verify(key: key, receipt: receipt))
        }
        for (column, (found, expected)) in zip(found, expected).enumerated() {
            #expect(found.damage == expected?.0, "\(forgery.rawValue), column \(column)")
            #expect(found.firstBad == expected?.1, "\(forgery.rawValue), column \(column)")
            if !found.ok { counts[column] += 1 }
        }
        let line = "| \(forgery.rawValue) | \(found.map { $0.ok ? "no" : "yes" }.joined(separator: " | ")) |"
        #expect(guide.contains(line), "the guide lacks: \(line)")
    }
    #expect(counts == [11, 7, 13, 12, 13])
}

@Test("a restored ledger fits its copies, also those that it took rows back from and those of another ledger")
func copiesAndRestoration() throws {
    let forged = try Forged()
    let kept = TemporaryHome()
    try Ledger.open(home: forged.home.path).copy(to: kept.path + "/copy.sqlite")
    let ledger = try Ledger.open(home: forged.home.path)
    // A copy with rows that the restoration takes back, by a clock that is behind them.
    ledger.now = { currentTime() + 2 * 86_400 }
    try ledger.record("refusal", "taken back")
    try ledger.record("refusal", "taken back too")
    try ledger.copy(to: forged.home.path + "/backups/daily-2099-01-01.sqlite")
    #expect(try ledger.verifyLog().ok)
    let backup = kept.path + "/copy.sqlite"
    _ = try Ledger.restoreBackup(backup, identity: nil, home: forged.home.path, moment: 0)
    #expect(try forged.verify(key: true).ok)
    // Without the row that says so it is a rollback, and the copy is named.
    let restored = try Ledger.open(home: forged.home.path)
    try restored.database.run("DELETE FROM log WHERE seq > 21")
    let seal = try #require(LogSeal.read(forged.home.path + "/log.seal"))
    let head = try restored.receipt()
    let index = try #require(try restored.recentLog(limit: 1).first).keyIndex + 1
    #expect(
        LogSeal(sequence: 21, head: head.hash, key: LogKey(index: index, bytes: seal.key.bytes)).write(
            forged.home.path + "/log.seal", force: true))
    let found = try forged.verify()
    #expect(found.damage == .rolledBack && found.witness == "daily-2099-01-01.sqlite" && found.firstBad == 22)
    // Restored into a home with a ledger of its own, whose copies share no row with it.
    let other = try Forged()
    for name in Home.names(in: other.home.path + "/backups").sorted().dropFirst() {
        unlink(other.home.path + "/backups/" + name)
    }
    _ = try Ledger.restoreBackup(backup, identity: nil, home: other.home.path, moment: 0)
    #expect(try Ledger.open(home: other.home.path).verifyLog().ok)
    // A damaged copy, a link and a pipe tell nothing, and nothing waits for them.
    let clean = try Forged()
    clean.removeCopies()
    let folder = clean.home.path + "/backups/daily-"
    clean.home.write("backups/daily-2026-01-01.sqlite", Array("no database".utf8))
    mkfifo(folder + "2026-01-02.sqlite", 0o600)
    symlink(backup, folder + "2026-01-03.sqlite")
    #expect(try clean.verify().ok)
}

@Test("any single changed bit in any row of the log is found and its row named, without key or receipt")
func changedBits() throws {
    let home = TemporaryHome()
    let ledger = try Ledger.create(home: home.path, house: nil).ledger
    for number in 1...2 { try ledger.record("refusal", "number \(number)") }
    var changes = 0
    for row in try ledger.log() {
        for column in ["at", "kind", "body", "hash", "mac"] {
            let old = try #require(
                try ledger.database.first(
                    "SELECT CAST(\(column) AS BLOB) FROM log WHERE seq = ?", row.sequence
                ) {
                    $0.blob(0)
                })
            let cast = column == "hash" || column == "mac" ? "?" : "CAST(? AS TEXT)"
            for position in old.indices {
                for bit in 0..<8 {
                    try ledger.database.run("BEGIN")
                    var new = old
                    new[position] ^= 1 << UInt8(bit)
                    try ledger.database.run(
                        "UPDATE log SET \(column) = \(cast) WHERE seq = ?", new, row.sequence)
                    let found = try ledger.verifyLog()
                    #expect(found.damage == .edited && found.firstBad == row.sequence)
                    try ledger.database.run("ROLLBACK")
                    changes += 1
                }
            }
        }
        for bit in 0..<63 {
            for column in ["key", "seq"] {
                try ledger.database.run("BEGIN")
                let new = (column == "key" ? row.keyIndex : row.sequence) ^ (1 << bit)
                try ledger.database.run("DELETE FROM log WHERE seq = ? AND seq <> ?", new, row.sequence)
                try ledger.database.run("UPDATE log SET \(column) = ? WHERE seq = ?", new, row.sequence)
                #expect(try !ledger.verifyLog().ok, "\(column) \(bit) of \(row.sequence)")
                try ledger.database.run("ROLLBACK")
                changes += 1
            }
        }
    }
    #expect(changes > 2_500)
    #expect(try ledger.verifyLog().ok)
}

@Test(
    "any single changed byte in a log with rows of many kinds is found and its row named, to whatever it was changed"
)
func changedBytes() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    try ledger.put(Client(id: "second", name: "Second", tag: "SEC"))
    #expect(try ledger.step(.undo) != nil)
    #expect(try ledger.step(.redo) != nil)
    try ledger.use(client: "second", engagement: nil)
    try ledger.record("redact", "second caf\u{E9} \u{202E} 12 placeholders")
    try ledger.record("refusal", "")
    _ = try ledger.reseal()
    try ledger.record("lock", "set, by passphrase")
    let rows = try ledger.log()
    #expect(Set(rows.map(\.kind)).count >= 7)
    var dice = Dice(state: 11)
    for row in rows {
        for column in ["at", "kind", "body", "hash", "mac"] {
            let old =
                try ledger.database.first(
                    "SELECT CAST(\(column) AS BLOB) FROM log WHERE seq = ?", row.sequence
                ) {
                    $0.blob(0)
                } ?? []
            let cast = column == "hash" || column == "mac" ? "?" : "CAST(? AS TEXT)"
            for position in old.indices {
                var new = old
                while new == old { new[position] = UInt8.random(in: 0...255, using: &dice) }
                try ledger.database.run("BEGIN")
                try ledger.database.run("UPDATE log SET \(column) = \(cast) WHERE seq = ?", new, row.sequence)
                let found = try ledger.verifyLog()
                #expect(
                    found.firstBad == row.sequence, "\(row.kind) \(row.sequence), \(column), byte \(position)"
                )
                try ledger.database.run("ROLLBACK")
            }
        }
    }
    #expect(try ledger.verifyLog().ok)
}

@Test("numbers beyond all counting in a log are damage, and no crash")
func hugeNumbers() throws {
    for (column, value) in [
        ("key", Int.max), ("key", Int.min), ("seq", Int.max), ("seq", Int.min), ("key", 9_999_990),
    ] {
        let forged = try Forged()
        let ledger = try Ledger.open(home: forged.home.path)
        try ledger.database.run("UPDATE log SET \(column) = ? WHERE seq = 21", value)
        #expect(try !ledger.verifyLog(firstKey: forged.firstKey, receipts: [forged.receipt]).ok)
        if column == "seq" { #expect(throws: LedgerError.self) { try ledger.record("x", "y") } }
        _ = try? ledger.reseal()
    }
    let forged = try Forged()
    forged.home.write(
        "log.seal",
        Array(
            "seal 1 \(Int.max) \(String(repeating: "0", count: 64)) \(Int.max) \(String(repeating: "0", count: 64))\n"
                .utf8))
    let ledger = try Ledger.open(home: forged.home.path)
    #expect(try !ledger.verifyLog(firstKey: forged.firstKey).ok)
    #expect(throws: LedgerError.self) { try ledger.record("x", "y") }
}

@Test("nothing is added to a log that does not fit its seal, and a new seal says so in the log")
func damagedLog() throws {
    let forged = try Forged()
    let ledger = try Ledger.open(home: forged.home.path)
    try ledger.database.run("DELETE FROM log WHERE seq > 15")
    #expect(throws: LedgerError.self) { try ledger.record("x", "y") }
    #expect(throws: LedgerError.self) { try ledger.put(Client(id: "c", name: "C", tag: "CC")) }
    #expect(try ledger.client("c") == nil)
    let key = try #require(bytes(hexadecimal: try ledger.reseal()))
    try ledger.put(Client(id: "c", name: "C", tag: "CC"))
    #expect(try ledger.verifyLog(firstKey: key).ok)
    #expect(try ledger.verifyLog(firstKey: forged.firstKey).damage == .resealed)
}

@Test("a seal that a crash left behind catches up")
func lateSeal() throws {
    let home = TemporaryHome()
    let creation = try Ledger.create(home: home.path, house: nil)
    let key = try #require(bytes(hexadecimal: creation.firstKey ?? ""))
    try creation.ledger.record("x", "1")
    let seal = home.bytes("log.seal")
    try creation.ledger.record("x", "2")
    try creation.ledger.record("x", "3")
    home.write("log.seal", seal)
    #expect(try creation.ledger.verifyLog(firstKey: key).ok)
    try creation.ledger.record("x", "4")
    #expect(try creation.ledger.verifyLog(firstKey: key).ok)
    #expect(LogSeal.read(home.path + "/log.seal")?.sequence == 5)
}

@Test("two programs add to one log in turn, and the chain holds")
func twoWriters() async throws {
    let home = TemporaryHome()
    let creation = try Ledger.create(home: home.path, house: nil)
    let key = try #require(bytes(hexadecimal: creation.firstKey ?? ""))
    let path = home.path
    try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<2 {
            group.addTask {
                let ledger = try Ledger.open(home: path, patience: 20_000)
                for number in 0..<50 { try ledger.record("x", "\(writer) \(number)") }
            }
        }
        try await group.waitForAll()
    }
    let found = try creation.ledger.verifyLog(firstKey: key)
    #expect(found.ok)
    #expect(found.rows == 101)
}

@Test("an exported log is lines of a hash and the text that it is the SHA-256 of")
func exportedLog() throws {
    let forged = try Forged()
    var text = ""
    try Ledger.open(home: forged.home.path).exportLog { text += $0 }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 21)
    var previous = String(repeating: "0", count: 64)
    for line in lines {
        let hash = line.prefix(64)
        let rest = line.dropFirst(65)
        #expect(hexadecimal(sha256(Array(rest.utf8))) == hash)
        #expect(rest.hasPrefix(previous))
        previous = String(hash)
    }
    #expect(LogReceipt(forged.receipt.text) == forged.receipt)
    #expect(LogReceipt("x") == nil)
    #expect(timestamp(1_795_383_600) == "2026-11-22T21:40:00Z")
}
