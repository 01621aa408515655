import Foundation
import Testing

/// The log, backups, and ledgers that are not what they should be, through the real program.
@Suite struct CareTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "acme", "--name", "Acme", "--tag", "ACM"])
    }

    private var ledger: String { program.home + "/ledger.sqlite" }

    private func sqlite(_ sql: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", ledger, sql]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("output that cannot be written is told, and never passes for done", arguments: ["export", "due"])
    func fullOutput(_ command: String) throws {
        let program = try Program()
        try program.run([
            "import", program.file("w.yaml", "bulkhead: 1\nclients: [{id: a, name: A, tag: AA}]"),
        ])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = [command, "--json", "--home", program.home]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        #expect(text == "The output could not be written: No space left on device.\n")
    }

    @Test("a log that nobody touched verifies, and its head is printed")
    func clean() throws {
        let result = try program.run(["log", "verify", "--json"])
        #expect(result.status == 0)
        let found = try result.json()
        #expect(found["ok"] as? Bool == true)
        #expect(found["first_bad"] is NSNull)
        #expect(found["damage"] is NSNull)
        #expect((found["head"] as? String)?.isEmpty == false)
        let rows = try program.run(["log", "list", "--json"]).json()["log"] as? [[String: Any]]
        #expect(
            rows?.contains {
                ($0["body"] as? String)?.contains("acme") == true || $0["kind"] as? String == "import"
            } == true)
    }

    @Test("a row edited behind the program's back is found, and named")
    func edited() throws {
        try sqlite("UPDATE log SET body = 'nothing happened' WHERE seq = 2")
        let result = try program.run(["log", "verify", "--json"])
        #expect(result.status == 3)
        let found = try result.json()
        #expect(found["ok"] as? Bool == false)
        #expect(found["first_bad"] as? Int == 2)
        #expect(found["damage"] as? String == "edited")
        #expect(try program.run(["doctor", "--json"]).status == 3)
    }

    @Test("a log cut at its end is found")
    func truncated() throws {
        try sqlite("DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)")
        #expect(try program.run(["log", "verify"]).status == 3)
    }

    @Test("a receipt finds a log that was rolled back")
    func receipt() throws {
        let head = try #require(try program.run(["log", "verify", "--json"]).json()["head"] as? String)
        #expect(try program.run(["log", "verify", "--receipt", head]).status == 0)
        let other = "1-" + String(repeating: "0", count: 64)
        #expect(try program.run(["log", "verify", "--receipt", other]).status == 3)
        #expect(try program.run(["log", "verify", "--receipt", "nonsense"]).status == 2)
    }

    @Test("the recipe of the guide checks an exported log with sha256sum, and finds what was changed")
    func export() throws {
        let recipe = try #require(
            try guide("LogAndBackup.md").components(separatedBy: "```sh\n").dropFirst().first?
                .components(separatedBy: "```").first)
        let lines = try program.run(["log", "export"]).output
        let head = try #require(try program.run(["log", "verify", "--json"]).json()["head"] as? String)
        let log = try program.file("log.txt", lines)
        let command = recipe.replacingOccurrences(of: "bulkhead log export", with: "cat \"$1\"")
        func check() throws -> (status: Int32, output: String) { try shell(command, log) }
        let clean = try check()
        #expect(clean.status == 0)
        #expect(clean.output == "good, up to \(head.split(separator: "-")[1])\n")
        let rows = lines.split(separator: "\n").map(String.init)
        for changed in [
            [rows[0], rows[1] + "x"] + rows[2...], [rows[0]] + rows[2...], [rows[1], rows[0]] + rows[2...],
        ] {
            _ = try program.file("log.txt", changed.joined(separator: "\n") + "\n")
            #expect(try check().status == 1)
        }
    }

    private func guide(_ name: String) throws -> String {
        try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent()
                .deletingLastPathComponent()
                .appendingPathComponent("Sources/bulkhead/Documentation.docc/\(name)"), encoding: .utf8)
    }

    /// Runs a script with the plain shell; `$1` is a file.
    private func shell(_ script: String, _ file: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script, "check", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test(
        "a ledger from a newer version, a damaged one and a foreign one are refused with exit 3, and left as they are"
    )
    func refused() throws {
        try sqlite("PRAGMA user_version = 999")
        let newer = try program.run(["client", "list"])
        #expect(newer.status == 3)
        #expect(newer.errors.contains("newer"))
        try Data("this is no database, it is a letter".utf8).write(to: URL(fileURLWithPath: ledger))
        let damaged = try program.run(["client", "list", "--json"])
        #expect(damaged.status == 3)
        #expect(try damaged.json()["error"] != nil)
        #expect(try String(contentsOfFile: ledger, encoding: .utf8) == "this is no database, it is a letter")
    }

    @Test("a file that cannot be taken starts no ledger, and one that can does", arguments: [false, true])
    func refusedStart(replace: Bool) throws {
        let program = try Program()
        let flags = replace ? ["--replace"] : []
        let bad = try program.file("bad.yaml", "bulkhead: 1\nclients: [{ id: a, name: A, tag: A B }]\n")
        // What speaks of the house rules is right where there are some.
        let house = try program.file(
            "house.yaml",
            "bulkhead: 1\nclients: [{ id: a, name: A, tag: AA }]\nagreements: [{ id: b, kind: nda }]\n")
        for file in [bad, house, program.home + "/none.yaml"] {
            let result = try program.run(["import", file] + flags)
            #expect([2, 4].contains(result.status) && !result.errors.contains("first key"), "\(result)")
            #expect(!FileManager.default.fileExists(atPath: program.home + "/ledger.sqlite"))
            #expect(!FileManager.default.fileExists(atPath: program.home + "/log.seal"))
            #expect(try program.run(["client", "list"]).status == 4)
        }
        let good = try program.file("good.yaml", "bulkhead: 1\nclients: [{ id: a, name: A, tag: AA }]\n")
        #expect(try program.run(["import", good] + flags).status == 0)
        #expect(try program.run(["client", "list"]).output.contains("AA"))
        #expect(try program.run(["agreement", "list", "--json"]).output.contains("house") != replace)
        #expect(try program.run(["log", "verify"]).status == 0)
    }

    @Test("the ledger and its folder are nobody else's")
    func modes() throws {
        for (path, mode) in [(program.home, 0o700), (ledger, 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(path)")
        }
    }

    @Test("a link in the ledger's place is not followed")
    func link() throws {
        let other = try Program()
        try other.run(["init"])
        try FileManager.default.removeItem(atPath: ledger)
        try FileManager.default.createSymbolicLink(
            atPath: ledger, withDestinationPath: other.home + "/ledger.sqlite")
        #expect(try program.run(["client", "list"]).status == 3)
    }

    @Test("text from the ledger never reaches the terminal raw, whatever command prints it")
    func hostile() throws {
        let evil = "Evil\u{1B}]0;x\u{07}\u{9B}31m\u{202E}\u{200B}\nrow"
        let fields = [
            "--name", evil, "--alias", evil, "--redact-codename", evil, "--redact-custom", evil,
        ]
        #expect(try program.run(["client", "edit", "acme"] + fields).status == 0)
        #expect(
            try program.run(["engagement", "add", "acme/job", "--title", evil, "--codename", evil]).status
                == 0)
        #expect(
            try program.run([
                "agreement", "add", "paper", "--client", "acme", "--kind", "nda", "--title", evil,
            ]).status
                == 0)
        let term = ["--agreement", "paper", "--kind", "local-only", "--clause", evil, "--quote", evil]
        #expect(try program.run(["obligation", "add", "term"] + term).status == 0)
        let consent = [
            "--client", "acme", "--surfaces", "acme", "--lifts", "term", "--granted", "2026-01-01",
            "--evidence", evil,
        ]
        #expect(try program.run(["consent", "add", "yes"] + consent).status == 0)
        let account = ["--client", "acme", "--surface", "moonshot.kimi-chat", "--identity", evil]
        #expect(try program.run(["account", "add", "login"] + account).status == 0)
        let review = ["moonshot.kimi-chat", "note", evil, "--source", evil, "--note", evil]
        #expect(try program.run(["surface", "review"] + review).status == 0)
        let letter = try program.file("letter.txt", "1. \(evil) shall not be disclosed to \(evil).\n")
        let commands = [
            ["use", "acme/job"], ["current"], ["prompt"], ["client", "list"], ["client", "show", "acme"],
            ["engagement", "list"], ["engagement", "show", "acme/job"], ["agreement", "list"],
            ["agreement", "show", "paper"], ["obligation", "list"], ["obligation", "show", "term"],
            ["consent", "list"],
            ["consent", "show", "yes"], ["account", "list"], ["account", "show", "login"],
            ["surface", "show", "moonshot.kimi-chat"], ["matrix"], ["check", "moonshot.kimi-chat"],
            ["why", "moonshot.kimi-chat"], ["why", "moonshot.kimi-chat", "--json"], ["export"],
            ["export", "--json"],
            ["client", "list", "--json"], ["log", "list"], ["log", "export"], ["check", evil],
            ["client", "show", evil],
            ["import", evil], ["use", evil], ["check", "x", "--data", evil], ["sessions"], ["due"],
            ["due", "--ics"], ["report", "acme"], ["report", "acme", "--format", "html"],
            ["report", "acme", "--json"], ["undo", "--dry-run"], ["keys"], ["completions", "bash"],
            ["prompt", "--hook", "bash"], ["log", "list", "--json"], ["agreement", "import", letter],
            ["agreement", "return", "paper"], ["client", "offboard", "acme", "--dry-run"],
            ["client", "offboard", "acme", "--dry-run", "--json"], ["catalog", "validate", letter],
            ["redact", "--for", "acme"], ["restore-backup", evil], ["launch", evil], [evil],
            ["check", "--" + evil],
            ["run", "--for", "acme", "--dry-run", "--", evil], ["--plain"],
        ]
        for command in commands {
            let result = try program.run(command)
            for (stream, text) in [("output", result.output), ("errors", result.errors)] {
                let bad = text.unicodeScalars.first { scalar in
                    (scalar.value < 0x20 && scalar != "\n" && !(scalar == "\r" && command.contains("--ics")))
                        || (0x7F...0x9F).contains(scalar.value)
                        || (0x202A...0x202E).contains(scalar.value)
                        || (0x2066...0x2069).contains(scalar.value)
                        || scalar.value == 0x200B
                }
                #expect(bad == nil, "\(command): \(stream) holds U+\(String(bad?.value ?? 0, radix: 16))")
            }
            if command.first == "client" && command.last == "list" {
                #expect(result.output.split(separator: "\n").count == 1)
            }
        }
    }

    @Test("a backup for a key comes back whole, and a damaged one is refused")
    func backup() throws {
        let key = program.home + "/key.txt"
        let generate = Process()
        generate.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        generate.arguments = ["age-keygen", "-o", key]
        generate.standardError = Pipe()
        try generate.run()
        generate.waitUntilExit()
        let text = try String(contentsOfFile: key, encoding: .utf8)
        let recipient = try #require(
            text.split(separator: "\n").first { $0.contains("public key: ") }?.split(separator: " ").last)
        let file = program.home + "/ledger.age"
        let made = try program.run(["backup", file, "--recipient", String(recipient), "--json"])
        #expect(made.status == 0, "\(made.output)")
        #expect(try program.run(["client", "remove", "acme"]).status == 0)
        #expect(try program.run(["restore-backup", file, "--identity", key]).status == 0)
        #expect(try program.run(["client", "list"]).output.contains("acme"))
        #expect(try program.run(["log", "verify"]).status == 0)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: file))
        #expect(try program.run(["restore-backup", file, "--identity", key]).status == 3)
        #expect(try program.run(["client", "list"]).output.contains("acme"))
    }

    @Test(
        "a backup for a passphrase comes back whole with it, and with no other",
        .enabled(if: Pane.tmux != nil || Pane.isCI, "tmux is not installed"))
    func passphrase() throws {
        let file = program.home + "/ledger.age"
        func typed(_ command: String, _ answers: (String, String)...) throws -> String? {
            try? FileManager.default.removeItem(atPath: program.home + "/ended")
            let pane = try Pane("\(command) --home \(program.home)", at: program)
            for (question, answer) in answers {
                try pane.await(question)
                pane.type(answer)
                pane.press("Enter")
            }
            return pane.ending()
        }
        let word = "correct horse"
        #expect(try typed("backup \(file)", ("Enter passphrase", word), ("Confirm passphrase", word)) == "0")
        #expect(try program.run(["client", "remove", "acme"]).status == 0)
        #expect(try typed("restore-backup \(file)", ("Enter passphrase", "wrong horse")) == "3")
        #expect(!(try program.run(["client", "list"]).output.contains("acme")))
        #expect(try typed("restore-backup \(file)", ("Enter passphrase", word)) == "0")
        #expect(try program.run(["client", "list"]).output.contains("acme"))
        #expect(try program.run(["log", "verify"]).status == 0)
    }

    @Test(
        "undo shows what it would change, asks, takes it back with a row in the log, and redo brings it back")
    func undo() throws {
        let before = try program.run(["export"]).output
        #expect(try program.run(["client", "edit", "acme", "--name", "Other"]).status == 0)
        let after = try program.run(["export"]).output
        let shown = try program.run(["undo", "--dry-run"])
        #expect(shown.status == 0)
        #expect(shown.output.contains("-") && shown.output.contains("Other"), "\(shown.output)")
        // Nobody is there to be asked.
        #expect(try program.run(["undo"]).status == 40)
        #expect(try program.run(["undo", "--json"]).status == 40)
        #expect(try program.run(["export"]).output == after)
        let done = try program.run(["undo", "--yes", "--json"])
        #expect(done.status == 0)
        #expect(try done.json()["done"] as? Bool == true)
        #expect(try program.run(["export"]).output == before)
        #expect(try program.run(["redo", "--yes"]).status == 0)
        #expect(try program.run(["export"]).output == after)
        let kinds = try program.run(["log", "list", "--json"]).json()["log"] as? [[String: Any]]
        #expect(kinds?.suffix(2).compactMap { $0["kind"] as? String } == ["undo", "redo"])
        #expect(try program.run(["redo", "--yes"]).status == 4)
        #expect(try program.run(["log", "verify"]).status == 0)
    }

    @Test("offboarding shows what it destroys, asks, and gives a statement whose hash is in the log")
    func offboard() throws {
        let terms = ["--client", "acme", "--kind", "nda", "--expires", "2026-01-01", "--survival", "P3Y"]
        #expect(try program.run(["agreement", "add", "paper"] + terms).status == 0)
        #expect(try program.run(["redact", "--for", "acme"], input: "for Acme").status == 10)
        #expect(try program.run(["use", "acme"]).status == 0)
        let compartments = program.home + "/compartments/0123456789abcdef"
        try FileManager.default.createDirectory(
            atPath: compartments + "/fedcba9876543210/home", withIntermediateDirectories: true)
        _ = try program.file("compartments/0123456789abcdef/owner", "client acme")
        _ = try program.file("compartments/0123456789abcdef/fedcba9876543210/home/cookies", "secret")
        let shown = try program.run(["client", "offboard", "acme", "--dry-run", "--json"]).json()
        #expect((shown["destroyed"] as? [String])?.first?.hasPrefix("placeholders of 1 job") == true)
        #expect(
            (shown["kept"] as? [String])?.contains("agreement paper: its duties last until 2029-01-01")
                == true)
        #expect(try program.run(["client", "offboard", "acme"]).status == 40)
        #expect(try program.run(["client", "list"]).output.contains("acme"))
        let file = program.home + "/statement.txt"
        let done = try program.run(["client", "offboard", "acme", "--yes", "--statement", file])
        try #require(done.status == 0, "\(done.errors)")
        #expect(!FileManager.default.fileExists(atPath: compartments))
        #expect(!(try program.run(["client", "list"]).output.contains("acme")))
        #expect(try program.run(["current", "--json"]).output.contains("acme") == false)
        #expect(try program.run(["undo", "--yes"]).status == 4)
        #expect(try program.run(["restore", "--for", "acme"], input: "x").status != 0)
        // The statement says its own hash, and the log holds it.
        let statement = try String(contentsOfFile: file, encoding: .utf8)
        let check = try shell(
            "sed '/^SHA-256 of the lines above/,$d' \"$1\" | sed '$d' | sha256sum | cut -d' ' -f1", file)
        let hash = check.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(statement.contains("SHA-256 of the lines above: \(hash)"))
        let rows = try program.run(["log", "list", "--json"]).json()["log"] as? [[String: Any]]
        #expect(rows?.contains { $0["body"] as? String == "client acme statement \(hash)" } == true)
        #expect(try program.run(["log", "verify"]).status == 0)
        // What it was is still there to be looked at.
        #expect(try program.run(["agreement", "show", "paper"]).status == 0)
        #expect(try program.run(["client", "offboard", "nobody", "--yes"]).status == 4)
    }

    @Test("the return of material is one list, which offboarding leaves open or states")
    func offboardReturns() throws {
        for client in ["first", "second"] {
            try program.run([
                "import",
                program.file(
                    "\(client).yaml",
                    """
                    bulkhead: 1
                    clients:
                      - id: \(client)
                        name: \(client.capitalized)
                        tag: \(client.prefix(3).uppercased())
                        engagements: [{ id: site, title: Site, directories: [/srv/\(client)] }]
                    agreements:
                      - id: \(client)-nda
                        client: \(client)
                        kind: nda
                        expires: 2026-05-10
                        obligations: [{ id: \(client)-7, kind: return-or-destroy, within: P30D, clause: "7" }]
                    accounts: [{ id: \(client)-login, client: \(client), surface: anthropic.claude-api }]
                    """),
            ])
        }
        func due() throws -> String { try program.run(["due", "--json", "--at", "2026-05-01"]).output }
        // The two commands name the same places.
        let list = try program.run(["agreement", "return", "first-nda", "--json"]).json()
        let places = (list["items"] as? [[String: Any]] ?? []).compactMap { $0["place"] as? String }
        #expect(places == ["/srv/first", "anthropic.claude-api"])
        let shown = try program.run(["client", "offboard", "first", "--dry-run", "--json"]).json()
        let open = try #require(shown["open"] as? [String])
        #expect(open.first == "agreement first-nda, clause 7: by 2026-06-09")
        for place in places { #expect(open.contains { $0.contains("(\(place))") }, "\(open)") }
        #expect(open.last?.contains("'bulkhead agreement return first-nda --done'") == true)
        // Left open, it stays due and is stated afterwards.
        #expect(try program.run(["client", "offboard", "first", "--yes", "--at", "2026-05-20"]).status == 0)
        #expect(try due().contains("return or destroy under first-nda"))
        let late = try program.run(["agreement", "return", "first-nda", "--done", "--at", "2026-06-01"])
        #expect(late.status == 0, "\(late.errors)")
        #expect(!(try due().contains("first-nda, clause 7")))
        // Stated with the rest, it is due no more.
        let refused = try program.run(["client", "offboard", "second", "--yes", "--kept", "invoices"])
        #expect(refused.status == 2)
        let done = try program.run([
            "client", "offboard", "second", "--yes", "--done", "--kept", "invoices, clause 8", "--at",
            "2026-05-20",
        ])
        #expect(done.status == 0, "\(done.errors)")
        #expect(
            done.output.contains("Returned or destroyed by hand on 2026-05-20, kept: invoices, clause 8:"))
        #expect(!done.output.contains("Still to be done"))
        #expect(!(try due().contains("second-nda, clause 7")))
        let rows = try program.run(["log", "list", "--json"]).json()["log"] as? [[String: Any]]
        let stated = rows?.filter { $0["kind"] as? String == "returned" }.compactMap { $0["body"] as? String }
        #expect(
            stated == ["first-nda 2026-06-01 nothing kept", "second-nda 2026-05-20 kept: invoices, clause 8"])
        #expect(try program.run(["log", "verify"]).status == 0)
    }
}
