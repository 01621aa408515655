import Documents
import Glibc
import Permits
import Testing

@testable import Ledger

/// The program that was built beside these tests.
let builtProgram: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".") + "/bulkhead"
}()

let canInjectFaults =
    getenv("CI") != nil || access("/usr/bin/strace", X_OK) == 0 && access(builtProgram, X_OK) == 0

/// Runs a program with nothing on its standard streams; gives its exit code, or 128 and the signal.
func run(_ arguments: [String]) -> Int32 {
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { for argument in vector { free(argument) } }
    vector.append(nil)
    let variables: [String] = [
        "PATH=/usr/bin:/bin", "HOME=/nonexistent", "SWIFT_BACKTRACE=enable=no", "LC_ALL=C.UTF-8",
    ]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) }
    defer { for variable in environment { free(variable) } }
    environment.append(nil)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0) }
    var child: pid_t = 0
    guard posix_spawnp(&child, arguments[0], &actions, nil, vector, environment) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
}

@Test(
    "a change that is killed, or whose disk fails, at any call of the system is there whole or not at all",
    .enabled(if: canInjectFaults, "needs strace and the built program"),
    arguments: [
        "pwrite64", "fdatasync", "fsync", "unlink", "ftruncate", "openat", "fcntl", "lseek", "write",
    ],
    ["signal=KILL", "error=ENOSPC", "error=EIO"])
func faults(call: String, fault: String) throws {
    let start = TemporaryHome()
    let ledger = try sampleLedger(start)
    // Once through the program itself, so that it has stored its own catalog.
    start.write("first.yaml", Array("bulkhead: 1\nclients: [{ id: first, name: First, tag: FIR }]\n".utf8))
    try #require(run([builtProgram, "--home", start.path, "import", start.path + "/first.yaml"]) == 0)
    let before = writeWorkspace(try ledger.world())
    let change = "bulkhead: 1\nclients: [{ id: second, name: Second, tag: SEC }]\n"
    var document = try readWorkspace(Array(change.utf8), file: "change").world
    document.clients = try ledger.clients() + document.clients
    var expected = try ledger.world()
    expected.clients = document.clients
    let after = writeWorkspace(expected)
    let files = ["ledger.sqlite", "log.seal"].map { ($0, start.bytes($0)) }

    var acknowledged = 0
    for number in [1, 2, 3, 4, 5, 6, 8, 11, 15, 20] {
        let home = TemporaryHome()
        for (name, bytes) in files { home.write(name, bytes) }
        home.write("change.yaml", Array(change.utf8))
        let code = run([
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
            "inject=\(call):\(fault):when=\(number)", builtProgram, "--home", home.path, "import",
            home.path + "/change.yaml",
        ])
        let opened = try Ledger.open(home: home.path)
        let now = writeWorkspace(try opened.world())
        #expect(now == before || now == after, "\(call) \(fault) \(number)")
        if code == 0 {
            acknowledged += 1
            #expect(now == after, "an acknowledged change is lost: \(call) \(fault) \(number)")
        }
        #expect(try opened.damage() == [])
        #expect(try opened.verifyLog().ok)
        // The next change goes on from there.
        #expect(run([builtProgram, "--home", home.path, "import", home.path + "/change.yaml"]) == 0)
        #expect(writeWorkspace(try opened.world()) == after)
        #expect(try opened.verifyLog().ok)
    }
}

/// A home with a ledger of the first format, which holds one client and a log of one row.
private func firstFormat(_ home: TemporaryHome) throws {
    let key = LogKey.random()
    var row = LogRow(
        sequence: 1, at: "2026-01-01T00:00:00Z", kind: "seal", keyIndex: 0, body: "key \(key.commitment)",
        hash: [],
        mac: [])
    row.mac = key.mac(of: row.line(after: LogRow.origin, mac: nil))
    row.hash = sha256(row.line(after: LogRow.origin, mac: row.mac))
    home.write("ledger.sqlite", [])
    let database = try Database(path: home.path + "/ledger.sqlite", patience: 0)
    try database.transaction {
        try database.execute(Schema.migrations[0])
        try database.execute("PRAGMA application_id=\(Schema.applicationID); PRAGMA user_version=1")
        try database.run(
            "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)", row.sequence, row.at, row.kind, row.keyIndex,
            row.body,
            row.hash, row.mac)
        try database.run("INSERT INTO client VALUES (1, 'acme', 'Acme', 'ACM', NULL, NULL, 'recorded', 0)")
    }
    var next = key
    next.advance()
    #expect(LogSeal(sequence: 1, head: row.hash, key: next).write(home.path + "/log.seal", force: true))
}

@Test("a ledger of the first format is brought up to date, after a copy of it was made")
func migration() throws {
    let home = TemporaryHome()
    try firstFormat(home)
    let ledger = try Ledger.open(home: home.path)
    #expect(try ledger.client("acme")?.name == "Acme")
    #expect(try ledger.database.first("PRAGMA user_version") { $0.int(0) } == Schema.version)
    #expect(try ledger.verifyLog().ok)
    let copy = try Database(path: home.path + "/backups/before-format-2.sqlite", patience: 0)
    #expect(try copy.first("PRAGMA user_version") { $0.int(0) } == 1)
    try ledger.put(Client(id: "b", name: "B", tag: "BB"))
    #expect(try ledger.step(.undo) != nil)
}

@Test(
    "a change of format that is interrupted at any step is there whole or not at all",
    .enabled(if: canInjectFaults, "needs strace and the built program"),
    arguments: ["pwrite64", "fdatasync", "unlink", "openat", "link"],
    ["signal=KILL", "error=ENOSPC", "error=EIO"])
func interruptedMigration(call: String, fault: String) throws {
    let start = TemporaryHome()
    try firstFormat(start)
    let files = ["ledger.sqlite", "log.seal"].map { ($0, start.bytes($0)) }
    for number in [1, 2, 3, 5, 8, 13, 21, 34] {
        let home = TemporaryHome()
        for (name, bytes) in files { home.write(name, bytes) }
        _ = run([
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
            "inject=\(call):\(fault):when=\(number)", builtProgram, "--home", home.path, "client", "list",
        ])
        let ledger = try Ledger.open(home: home.path)
        #expect(try ledger.client("acme")?.name == "Acme", "\(call) \(fault) \(number)")
        #expect(try ledger.database.first("PRAGMA user_version") { $0.int(0) } == Schema.version)
        #expect(try ledger.damage() == [])
        #expect(try ledger.verifyLog().ok)
    }
}

@Test("a clock that jumps both ways loses no row, and a reader that stays long only makes a writer wait")
func clockAndReader() throws {
    let home = TemporaryHome()
    let creation = try Ledger.create(home: home.path, house: nil)
    let key = try #require(bytes(hexadecimal: creation.firstKey ?? ""))
    let ledger = creation.ledger
    for moment in [4_000_000_000, 0, -5_000_000_000, 253_402_300_799, Int64.max, Int64.min, 1_790_000_000] {
        ledger.now = { moment }
        ledger.hasLookedForCopy = false
        try ledger.record("x", "at \(moment)")
    }
    #expect(try ledger.log().count == 8)
    #expect(try ledger.verifyLog(firstKey: key).ok)

    let reader = try Ledger.open(home: home.path)
    let writer = try Ledger.open(home: home.path, patience: 50)
    try reader.database.snapshot {
        _ = try reader.world()
        #expect(throws: LedgerError.locked) { try writer.put(Client(id: "a", name: "A", tag: "AA")) }
    }
    try writer.put(Client(id: "a", name: "A", tag: "AA"))
    #expect(try reader.client("a") != nil)
    #expect(try reader.verifyLog(firstKey: key).ok)
}
