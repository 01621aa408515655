import Permits
import Testing

@testable import Ledger

/// What someone with the user's own rights, who knows the code, does to a log after the fact; all but the
/// last two are to be found with the first key, the last but one with a receipt, the last never: it is a lie
/// told through the program itself.
enum Forgery: String, CaseIterable, CustomTestStringConvertible {
    case editBody, editTime, editAndRehash, deleteMiddle, deleteAndRenumber, swapRows, insertRow, truncateEnd
    case truncateAndMoveSeal, wipeAll, rewriteAllWithSeal, replaceWithOwnLog, restoreOldCopy,
        lieThroughTheProgram

    var testDescription: String { rawValue }
}

/// A ledger with a few rows, an old copy of its files, and what the user keeps.
final class Forged {
    let home = TemporaryHome()
    let firstKey: [UInt8]
    let receipt: LogReceipt
    private let old: (ledger: [UInt8], seal: [UInt8])

    init() throws {
        let creation = try Ledger.create(home: home.path, house: nil)
        firstKey = try #require(bytes(hexadecimal: creation.firstKey ?? ""))
        for number in 1...10 { try creation.ledger.record("refusal", "number \(number)") }
        old = (home.bytes("ledger.sqlite"), home.bytes("log.seal"))
        for number in 11...20 { try creation.ledger.record("refusal", "number \(number)") }
        receipt = try creation.ledger.receipt()
    }

    func verify(key: Bool, receipt withReceipt: Bool) throws -> LogVerification {
        try Ledger.open(home: home.path).verifyLog(
            firstKey: key ? firstKey : nil, receipts: withReceipt ? [receipt] : [])
    }

    /// Computes every row anew from a number on, as someone would who has the key of today and no earlier
    /// one.
    private func rechain(_ ledger: Ledger, from first: Int) throws {
        var previous = LogRow.origin
        let key = try #require(LogSeal.read(home.path + "/log.seal")).key
        for var row in try ledger.log() {
            if row.sequence >= first {
                row.hash = sha256(Array(row.line(after: previous).utf8))
                row.mac = key.mac(of: row.hash)
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

@Test("forgeries are found as promised", arguments: Forgery.allCases)
func forgery(forgery: Forgery) throws {
    let forged = try Forged()
    try forged.commit(forgery)
    let withKey = try forged.verify(key: true, receipt: false)
    let withReceipt = try forged.verify(key: true, receipt: true)
    #expect(withKey.ok == [.restoreOldCopy, .lieThroughTheProgram].contains(forgery))
    #expect(withReceipt.ok == (forgery == .lieThroughTheProgram))
    if !withKey.ok { #expect(withKey.firstBad != nil) }
}

@Test("any single changed byte in any row of the log is found, without key or receipt")
func changedBytes() throws {
    let forged = try Forged()
    let ledger = try Ledger.open(home: forged.home.path)
    for row in try ledger.log() {
        for (column, count) in [
            ("at", row.at.utf8.count), ("kind", row.kind.utf8.count), ("body", row.body.utf8.count),
            ("hash", 32),
        ] {
            for position in stride(from: 0, to: count, by: column == "hash" ? 7 : 1) {
                try ledger.database.run("BEGIN")
                let old = try #require(
                    try ledger.database.first(
                        "SELECT CAST(\(column) AS BLOB) FROM log WHERE seq = ?", row.sequence
                    ) {
                        $0.blob(0)
                    })
                var new = old
                new[position] ^= 1
                let cast = column == "hash" ? "?" : "CAST(? AS TEXT)"
                try ledger.database.run("UPDATE log SET \(column) = \(cast) WHERE seq = ?", new, row.sequence)
                let found = try ledger.verifyLog()
                #expect(!found.ok, "\(column) \(position) of \(row.sequence)")
                #expect(found.firstBad.map { abs($0 - row.sequence) <= 1 } == true)
                try ledger.database.run("ROLLBACK")
            }
        }
        try ledger.database.run("BEGIN")
        try ledger.database.run("UPDATE log SET key = key + 1 WHERE seq = ?", row.sequence)
        #expect(try !ledger.verifyLog().ok)
        try ledger.database.run("ROLLBACK")
        try ledger.database.run("BEGIN")
        try ledger.database.run("UPDATE log SET mac = zeroblob(32) WHERE seq = ?", row.sequence)
        #expect(try ledger.verifyLog(firstKey: forged.firstKey).damage == .forged)
        try ledger.database.run("ROLLBACK")
    }
    #expect(try ledger.verifyLog(firstKey: forged.firstKey, receipts: [forged.receipt]).ok)
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
