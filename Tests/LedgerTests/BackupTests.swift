import Glibc
import Permits
import Testing

@testable import Ledger

/// Whether `age` is here; where `CI` is set a test that needs it runs, and fails, without it.
let hasAge =
    getenv("CI") != nil || access("/usr/bin/age", X_OK) == 0 || access("/usr/local/bin/age", X_OK) == 0

/// A key pair made by `age-keygen`: the file with the secret, and the public key.
func keyPair(_ home: TemporaryHome) throws -> (identity: String, recipient: String) {
    let path = home.path + "/identity"
    var arguments: [UnsafeMutablePointer<CChar>?] = (["age-keygen", "-o", path] as [String]).map {
        strdup($0)
    }
    arguments.append(nil)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    try #require(posix_spawnp(&child, "age-keygen", &actions, nil, arguments, nil) == 0)
    waitpid(child, nil, 0)
    let text = String(decoding: home.bytes("identity"), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("# public key: ") })
    return (path, String(line.dropFirst("# public key: ".count)))
}

@Test(
    "a backup is encrypted, and restored it is the ledger of that moment, with the log that says so",
    .enabled(if: hasAge, "needs the program age"))
func backupAndRestore() throws {
    let home = TemporaryHome()
    let keys = try keyPair(home)
    let creation = try Ledger.create(home: home.path, house: nil)
    let firstKey = try #require(bytes(hexadecimal: creation.firstKey ?? ""))
    let world = try sample()
    try creation.ledger.import(world, settings: world.settings, replace: false)
    let before = try creation.ledger.world()
    let receipt = try creation.ledger.backup(to: home.path + "/out.age", recipients: [keys.recipient])
    #expect(home.mode("out.age") & 0o077 == 0 || home.mode("out.age") == 0o644)
    #expect(!home.bytes("out.age").contains(Array("Nordwind".utf8)))
    #expect(throws: LedgerError.self) {
        try creation.ledger.backup(to: home.path + "/out.age", recipients: [keys.recipient])
    }
    try creation.ledger.put(Client(id: "late", name: "Late", tag: "LAT"))
    let after = try creation.ledger.world()
    let late = try creation.ledger.receipt()

    let restored = try Ledger.restoreBackup(
        home.path + "/out.age", identity: keys.identity, home: home.path, moment: 0)
    let ledger = try Ledger.open(home: home.path)
    #expect(try ledger.world() == before)
    #expect(restored.firstKey == nil)
    #expect(try ledger.verifyLog(firstKey: firstKey, receipts: [receipt]).ok)
    // The receipt of what was taken back shows that it was.
    #expect(try ledger.verifyLog(firstKey: firstKey, receipts: [late]).damage == .rolledBack)
    try ledger.record("x", "goes on")
    #expect(try ledger.verifyLog(firstKey: firstKey).ok)
    // What was there is kept.
    let kept = try #require(restored.kept)
    let second = TemporaryHome()
    try #require(rename(kept, second.path + "/ledger.sqlite") == 0)
    #expect(try Ledger.open(home: second.path).world() == after)

    // Into an empty home.
    let third = TemporaryHome()
    let fresh = try Ledger.restoreBackup(
        home.path + "/out.age", identity: keys.identity, home: third.path, moment: 0)
    let key = try #require(bytes(hexadecimal: fresh.firstKey ?? ""))
    #expect(try Ledger.open(home: third.path).world() == before)
    #expect(try Ledger.open(home: third.path).verifyLog(firstKey: key).ok)
}

@Test(
    "a damaged or strange backup is refused, and the ledger stays",
    .enabled(if: hasAge, "needs the program age"))
func damagedBackups() throws {
    let home = TemporaryHome()
    let keys = try keyPair(home)
    let ledger = try sampleLedger(home)
    _ = try ledger.backup(to: home.path + "/out.age", recipients: [keys.recipient])
    let good = home.bytes("out.age")
    let before = (home.bytes("ledger.sqlite"), home.bytes("log.seal"))
    var flipped = good
    flipped[good.count / 2] ^= 1
    for bytes in [[], Array(good.dropLast(100)), flipped, Array("hello".utf8)] as [[UInt8]] {
        home.write("bad.age", bytes)
        #expect(throws: LedgerError.self) {
            try Ledger.restoreBackup(
                home.path + "/bad.age", identity: keys.identity, home: home.path, moment: 0)
        }
        unlink(home.path + "/bad.age")
    }
    // Encrypted as it should be, and yet no ledger.
    home.write("strange", Array(repeating: 7, count: 5_000))
    try runAge(["-e", "-r", keys.recipient, "-o", home.path + "/strange.age", home.path + "/strange"])
    #expect(throws: LedgerError.self) {
        try Ledger.restoreBackup(
            home.path + "/strange.age", identity: keys.identity, home: home.path, moment: 0)
    }
    #expect(home.bytes("ledger.sqlite") == before.0)
    #expect(home.bytes("log.seal") == before.1)
    #expect(access(home.path + "/restored", F_OK) != 0)
    #expect(throws: LedgerError.self) {
        try ledger.backup(to: home.path + "/new.age", recipients: ["no such key"])
    }
    #expect(access(home.path + "/new.age", F_OK) != 0)
    #expect(access(home.path + "/backup.sqlite", F_OK) != 0)
}

@Test("the seven newest copies stay, then the first of each of twelve months, whatever the clock says")
func dailyCopies() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    let start = try #require(Day("2025-01-01"))
    // Made up as empty files: only their names count.
    for name in Home.names(in: home.path + "/backups") { unlink(home.path + "/backups/" + name) }
    for offset in 0..<500 {
        home.write("backups/daily-\(Day(number: start.number + Int32(offset))).sqlite", [])
    }
    func left() -> [Day] {
        (0...600).map { Day(number: start.number + Int32($0)) }
            .filter { access(home.path + "/backups/daily-\($0).sqlite", F_OK) == 0 }
    }
    let today = Day(number: start.number + 500)
    #expect(try ledger.copyDaily(today: today))
    #expect(try !ledger.copyDaily(today: today))
    #expect(left().suffix(7).map { today.days(since: $0) } == [6, 5, 4, 3, 2, 1, 0])
    let months = left().dropLast(7).map { $0.description }
    #expect(months.count == 12)
    #expect(Set(months.map { $0.prefix(7) }).count == 12)
    #expect(months.allSatisfy { $0.hasSuffix("-01") })
    // A clock that jumps ahead by a lifetime, and back again, costs one copy each.
    let before = left()
    #expect(try ledger.copyDaily(today: try #require(Day("2099-01-01"))))
    #expect(try ledger.copyDaily(today: Day(number: today.number + 1)))
    #expect(before.count - left().filter { $0 <= today }.count <= 2)
}

@Test("the first change of a day makes a copy, which is put in place like a backup")
func copyBeforeTheFirstChange() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    ledger.now = { 1_900_000_000 }
    ledger.hasLookedForCopy = false
    let before = try ledger.world()
    try ledger.put(Client(id: "late", name: "Late", tag: "LAT"))
    let day = try #require(ledger.newestCopy())
    #expect(home.mode("backups/daily-\(day).sqlite") == 0o600)
    let restored = try Ledger.restoreBackup(
        home.path + "/backups/daily-\(day).sqlite", identity: nil, home: home.path, moment: 0)
    #expect(restored.kept != nil)
    let again = try Ledger.open(home: home.path)
    #expect(try again.world() == before)
    #expect(try again.verifyLog().ok)
    // Whoever still holds the replaced file is told, and writes nothing into it.
    #expect(throws: LedgerError.self) { try ledger.put(Client(id: "lost", name: "Lost", tag: "LOS")) }
    // A copy that cannot be made keeps nobody from working.
    let blocked = TemporaryHome()
    let other = try Ledger.create(home: blocked.path, house: nil).ledger
    blocked.write("backups", [])
    try other.put(Client(id: "a", name: "A", tag: "AA"))
    #expect(other.newestCopy() == nil)
}

@Test("a full disk, seen through a limit on the size of files, loses nothing and says so")
func fullDisk() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    let before = try ledger.world()
    let pages = try #require(try ledger.database.first("PRAGMA page_count") { $0.int(0) })
    try ledger.database.execute("PRAGMA max_page_count=\(pages)")
    var client = Client(id: "big", name: "Big", tag: "BIG")
    client.aliases = (0..<5_000).map { "alias number \($0) of a client that needs room" }
    #expect(throws: LedgerError.full) { try ledger.put(client) }
    let again = try Ledger.open(home: home.path)
    #expect(try again.world() == before)
    #expect(try again.verifyLog().ok)
    #expect(try again.damage() == [])
}

@Test("a flipped bit in every page is no crash; damage to the log, the format or a reference is named")
func flippedBits() throws {
    let home = TemporaryHome()
    let (world, size): (World, Int)
    do {
        let ledger = try sampleLedger(home)
        world = try ledger.world()
        size = try #require(try ledger.database.first("PRAGMA page_size") { $0.int(0) })
    }
    let good = home.bytes("ledger.sqlite")
    var dice = Dice(state: 7)
    var (named, unseen, harmless) = (0, 0, 0)
    for page in 0..<(good.count / size) {
        // The head of the page, which holds its structure, and anywhere in it.
        for place in [Int.random(in: 0..<12, using: &dice), Int.random(in: 0..<size, using: &dice)] {
            var bytes = good
            bytes[page * size + place] ^= 1 << UInt8.random(in: 0...7, using: &dice)
            home.write("ledger.sqlite", bytes)
            do {
                let ledger = try Ledger.open(home: home.path)
                let isNamed = try !ledger.damage().isEmpty || !ledger.verifyLog().ok
                if isNamed {
                    named += 1
                } else if try ledger.world() != world {
                    unseen += 1
                } else {
                    harmless += 1
                }
            } catch let error as LedgerError {
                #expect(error.exitCode == 3 || error.exitCode == 4, "\(error)")
                named += 1
            }
        }
    }
    // SQLite keeps no sum of a page: a changed letter in a record is seen against a copy alone.
    #expect(
        named > 0 && harmless > 0 && unseen < named, "\(named) named, \(unseen) unseen, \(harmless) harmless")
}
