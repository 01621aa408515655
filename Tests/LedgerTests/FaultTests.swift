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

/// How much is tried: by default what fits every run of the tests, with `writes` every command and every fault at each
/// call that changes what is on the disk, with `all` at each call of the system.
private let faultLevel = getenv("BULKHEAD_FAULTS").map { String(cString: $0) } ?? ""
private let triesEverything = !faultLevel.isEmpty
private let triesEveryCall = faultLevel == "all"

/// Runs a program with a file as its standard input and nothing on the other streams; gives its exit code, or 128
/// and the signal.
func run(_ arguments: [String], input: String = "/dev/null") -> Int32 {
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
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    for stream: Int32 in 1...2 { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0) }
    var child: pid_t = 0
    guard posix_spawnp(&child, arguments[0], &actions, nil, vector, environment) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
}

/// One command of each kind that changes something.
enum Deed: String, CaseIterable, CustomTestStringConvertible {
    case begin, take, replace, edit, archive, undo, redo, use, review, catalog, event, giveBack, offboard
    case redact, unredact, shred, session, lock, unlock, surface, theme, backup, restore

    var testDescription: String { rawValue }

    func arguments(_ home: String) -> [String] {
        switch self {
        case .begin: ["init"]
        case .take: ["import", home + "/change.yaml"]
        case .replace: ["import", "--replace", home + "/change.yaml"]
        case .edit: ["client", "edit", "first", "--name", "Other"]
        case .archive: ["client", "remove", "first"]
        case .undo: ["undo", "--yes"]
        case .redo: ["redo", "--yes"]
        case .use: ["use", "first"]
        case .review: ["surface", "review", "moonshot.kimi-chat", "retention_days", "30", "--source", "mail"]
        // The catalog's files are read anew, for there is one more.
        case .catalog: ["surface", "list"]
        case .event: ["agreement", "event", "paper", "received", "2026-01-05"]
        case .giveBack: ["agreement", "return", "paper", "--done"]
        case .redact: ["redact", "--for", "first"]
        case .unredact: ["restore", "--for", "first"]
        case .shred: ["redact", "--shred", "--for", "first"]
        case .offboard: ["client", "offboard", "first", "--yes", "--statement", home + "/statement.txt"]
        case .session: ["run", "--for", "first", "--", "true"]
        case .lock: ["lock", "set"]
        case .unlock: ["lock", "remove"]
        case .surface: ["surface", "edit", "own.one", "--name", "Other"]
        case .theme: ["--plain"]
        case .backup: ["backup", home + "/out.age", "--recipient", Deed.recipient]
        case .restore: ["restore-backup", home + "/copy.sqlite"]
        }
    }

    /// What lies in the home beside the ledger, before the command.
    func prepare(_ home: TemporaryHome) throws {
        home.write(
            "change.yaml", Array("bulkhead: 1\nclients: [{ id: second, name: Second, tag: SEC }]\n".utf8))
        let input =
            switch self {
            case .lock, .unlock: "correct horse\n"
            case .theme: "themes\n3\nquit\n"
            default: "mail to jana@first.example"
            }
        home.write("input", Array(input.utf8))
        guard self != .begin else { return }
        home.write("first.yaml", Array("bulkhead: 1\nclients: [{ id: first, name: First, tag: FIR }]\n".utf8))
        let program = [builtProgram, "--home", home.path]
        // Through the program itself, so that it has stored its own catalog.
        try #require(run(program + ["import", home.path + "/first.yaml"]) == 0)
        try #require(run(program + ["surface", "list"]) == 0)
        switch self {
        // Without a copy for today, which the change then makes.
        case .edit:
            for name in Home.names(in: home.path + "/backups") { unlink(home.path + "/backups/" + name) }
        case .undo, .redo:
            try #require(run(program + Deed.edit.arguments(home.path)) == 0)
            if self == .redo { try #require(run(program + Deed.undo.arguments(home.path)) == 0) }
        case .event, .giveBack:
            let terms = ["--client", "first", "--kind", "nda", "--expires", "2026-01-01"]
            try #require(run(program + ["agreement", "add", "paper"] + terms) == 0)
            let term = ["--agreement", "paper", "--kind", "return-or-destroy", "--within", "P30D"]
            try #require(run(program + ["obligation", "add", "term"] + term) == 0)
        case .unlock:
            try #require(run(program + Deed.lock.arguments(home.path), input: home.path + "/input") == 0)
        case .surface: try #require(run(program + ["surface", "add", "own.one", "--name", "One"]) == 0)
        case .catalog:
            mkdir(home.path + "/config", 0o700)
            mkdir(home.path + "/config/catalog", 0o700)
            home.write(
                "config/catalog/own.yaml",
                Array(
                    "catalog: 1\nvendors: [{ id: own, name: Own }]\nsurfaces: [{ id: own.s, name: S }]\n".utf8
                ))
        case .shred, .offboard, .unredact:
            try #require(run(program + Deed.redact.arguments(home.path), input: home.path + "/input") == 10)
        case .restore:
            try Ledger.open(home: home.path).copy(to: home.path + "/copy.sqlite")
            try #require(run(program + Deed.edit.arguments(home.path)) == 0)
        default: break
        }
    }

    /// Whether it is killed in each run of the tests, and not in the long ones alone; `edit` meets all faults.
    var isUsual: Bool {
        [.begin, .edit, .undo, .use, .redact, .lock, .surface, .theme, .backup, .restore].contains(self)
    }

    /// Whether all that it changes is one transaction, or one file.
    var isOneStep: Bool {
        [.begin, .take, .replace, .edit, .archive, .undo, .redo, .review, .catalog, .surface, .theme]
            .contains(self)
    }

    /// What the program says when it is done.
    var done: Int32 { self == .redact ? 10 : 0 }

    /// A key that nobody has, of the form that age takes.
    private static let recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
}

/// What is recorded: of each table its rows as text, the log and what it takes to undo aside, and the files beside the
/// ledger; of what holds what chance made, the number.
private func recorded(_ ledger: Ledger) throws -> [String: String] {
    let chance: Set = ["redaction_map", "session"]
    var found: [String: String] = [:]
    for name in ["lock", "statement.txt"] where access(ledger.path + "/" + name, F_OK) == 0 {
        found[name] = "is there"
    }
    for name in ["tag", "config/config.toml", "config/catalog/own.json"] {
        found[name] = String(decoding: TemporaryHome.contents(of: ledger.path + "/" + name), as: UTF8.self)
    }
    let tables = try ledger.database.map(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ) { $0.text(0) }
    for table in tables where !["log", "undo"].contains(table) && !table.hasPrefix("search") {
        // The fingerprint says where the catalog's files lie and when they were written.
        let columns = try ledger.database.map("SELECT name FROM pragma_table_info(?)", table) { $0.text(0) }
            .filter { $0 != "catalog_fingerprint" }
        let row =
            chance.contains(table)
            ? "'row'" : columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
        found[table] =
            try ledger.database.first("SELECT group_concat(\(row), char(10)) FROM \"\(table)\"") {
                $0.text(0)
            }
    }
    return found
}

/// The places at which a run can be cut: the name of a call, and which of its kind it is.
private struct Cut: Hashable {
    var call: String
    var number: Int
    /// Whether it changes what is on the disk, so that a kill before it leaves another disk than one before the next.
    var writes: Bool
}

/// Every call that a run makes once it has closed its memory to others, which is before it touches the home.
private func cuts(of arguments: [String], input: String) throws -> [Cut] {
    let trace = TemporaryHome()
    _ = run(["strace", "-f", "-qq", "-o", trace.path + "/trace"] + arguments, input: input)
    let writing: Set = [
        "write", "pwrite64", "writev", "fdatasync", "fsync", "ftruncate", "fallocate", "unlink", "unlinkat",
        "rename",
        "link", "linkat", "mkdir", "rmdir", "chmod", "fchmod", "symlink", "exit_group",
    ]
    var counts: [String: Int] = [:]
    var found: [Cut] = []
    var seen: Set<Cut> = []
    var isThere = false
    for line in String(decoding: trace.bytes("trace"), as: UTF8.self).split(separator: "\n") {
        guard let space = line.firstIndex(of: " "), let parenthesis = line.firstIndex(of: "("),
            space < parenthesis
        else { continue }
        let call = String(line[space..<parenthesis].drop { $0 == " " })
        guard call.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { continue }
        let number = counts["\(line[..<space]) \(call)", default: 0] + 1
        counts["\(line[..<space]) \(call)"] = number
        // From here on strace can't read what an argument points to, so no path tells where the work begins.
        isThere = isThere || line.contains("PR_SET_DUMPABLE")
        guard isThere else { continue }
        let cut = Cut(call: call, number: number, writes: writing.contains(call) || line.contains("O_CREAT"))
        if seen.insert(cut).inserted { found.append(cut) }
    }
    return found
}

@Test(
    "a change that is killed, or whose disk fails, at any call of the system is there whole or not at all",
    .enabled(if: canInjectFaults, "needs strace and the built program"),
    arguments: Deed.allCases.filter { $0.isUsual || triesEverything })
func faults(deed: Deed) throws {
    let start = TemporaryHome()
    try deed.prepare(start)
    let program = { (home: TemporaryHome) in [builtProgram, "--home", home.path] + deed.arguments(home.path) }
    let before = deed == .begin ? nil : try recorded(try Ledger.open(home: start.path))

    let whole = TemporaryHome(copying: start)
    let places = try cuts(of: program(whole), input: whole.path + "/input")
    let after = try recorded(try Ledger.open(home: whole.path))
    #expect(try Ledger.open(home: whole.path).verifyLog().ok)
    try #require(places.count(where: \.writes) > 10)

    var runs = 0
    var acknowledged = 0
    var failed = 0
    for place in places where place.writes || triesEveryCall {
        let faults = ["signal=KILL", "error=ENOSPC", "error=EIO"]
        for fault in deed == .edit || triesEverything ? faults : ["signal=KILL"] {
            if fault != "signal=KILL", place.call == "exit_group" { continue }
            let home = TemporaryHome(copying: start)
            // A full disk stays full, a call that fails may be the only one.
            let when = fault == "error=ENOSPC" ? "\(place.number)+" : "\(place.number)"
            let code = run(
                [
                    "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(place.call)", "-e",
                    "inject=\(place.call):\(fault):when=\(when)",
                ] + program(home), input: home.path + "/input")
            let words = "\(deed), \(place.call) \(place.number), \(fault), code \(code)"
            runs += 1
            if code != deed.done { failed += 1 }

            let opened: Ledger
            do {
                opened = try Ledger.open(home: home.path)
            } catch LedgerError.absent where deed == .begin && code != 0 {
                #expect(run(program(home)) == 0, "again: \(words)")
                #expect(try recorded(try Ledger.open(home: home.path)) == after, "again: \(words)")
                continue
            }
            let now = try recorded(opened)
            if code == deed.done {
                acknowledged += 1
                #expect(now == after, "an acknowledged change is lost: \(words)")
                if deed == .backup { #expect(home.bytes("out.age").count > 10_000, "\(words)") }
            } else if deed.isOneStep {
                #expect(now == before || now == after, "\(words)")
            } else {
                for table in Set(now.keys).union(after.keys) {
                    #expect(
                        now[table] == before?[table] || now[table] == after[table], "\(table): \(words)")
                }
            }
            _ = try InterfaceLock.read(home: home.path)
            #expect(try opened.damage() == [], "\(words)")
            #expect(try opened.verifyLog().ok, "\(words)")
            // The next change goes on from there.
            try opened.record("x", "next")
            #expect(try opened.verifyLog().ok, "\(words)")
            let isDone = deed == .backup ? access(home.path + "/out.age", F_OK) == 0 : now != before
            guard triesEverything, !isDone else { continue }
            #expect(run(program(home), input: home.path + "/input") == deed.done, "again: \(words)")
            #expect(try recorded(try Ledger.open(home: home.path)) == after, "again: \(words)")
        }
    }
    #expect(failed > 0)
    if triesEverything { print("| \(deed) | \(places.count) | \(runs) | \(failed) | \(acknowledged) |") }
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
    arguments: ["signal=KILL", "error=ENOSPC", "error=EIO"])
func interruptedMigration(fault: String) throws {
    let start = TemporaryHome()
    try firstFormat(start)
    let program = { (home: TemporaryHome) in [builtProgram, "--home", home.path, "client", "list"] }
    let whole = TemporaryHome(copying: start)
    let places = try cuts(of: program(whole), input: "/dev/null").filter(\.writes)
    #expect(places.count > 50, "\(places.count)")
    for place in places where fault == "signal=KILL" || place.call != "exit_group" {
        let home = TemporaryHome(copying: start)
        let when = fault == "error=ENOSPC" ? "\(place.number)+" : "\(place.number)"
        _ = run(
            [
                "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(place.call)", "-e",
                "inject=\(place.call):\(fault):when=\(when)",
            ] + program(home))
        let words = "\(place.call) \(place.number) \(fault)"
        let ledger = try Ledger.open(home: home.path)
        #expect(try ledger.client("acme")?.name == "Acme", "\(words)")
        #expect(try ledger.database.first("PRAGMA user_version") { $0.int(0) } == Schema.version, "\(words)")
        #expect(try ledger.damage() == [], "\(words)")
        #expect(try ledger.verifyLog().ok, "\(words)")
        let copy = try Database(path: home.path + "/backups/before-format-2.sqlite", patience: 0)
        #expect(try copy.first("PRAGMA user_version") { $0.int(0) } == 1, "\(words)")
    }
    if triesEverything { print("| migration, \(fault) | \(places.count) | \(places.count) | | |") }
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
