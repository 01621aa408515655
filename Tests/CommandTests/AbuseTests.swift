import Foundation
import Testing

/// What a hostile hand would try, through the real program; the page on the security model says which case is where.
@Suite struct AbuseTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "acme", "--name", "Zebedee Works", "--tag", "ACM"])
    }

    private var ledger: String { program.home + "/ledger.sqlite" }

    /// Runs a script with the plain shell, the program as `$0`.
    @discardableResult
    private func shell(_ script: String, _ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script, Program.path] + arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
            "BULKHEAD_HOME": program.home, "HOME": program.home, "TMPDIR": program.home,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private func sqlite(_ sql: String) throws {
        try #require(try shell("sqlite3 \"$1\" \"$2\"", ledger, sql).status == 0)
    }

    /// Every file and folder of the home.
    private var files: [String] {
        FileManager.default.enumerator(atPath: program.home)?.allObjects as? [String] ?? []
    }

    @Test("whatever the umask, no file that the program makes can be read by others")
    func modes() throws {
        try shell(
            """
            umask 000; rm -rf "$1"
            "$0" init && "$0" client add acme --name 'Zebedee Works' --tag ZEB && "$0" use acme
            "$0" client edit acme --name Other && "$0" undo --yes && "$0" export > /dev/null
            printf 'correct horse\\n' | "$0" lock set
            printf 'Zebedee Works' | "$0" redact --for acme
            """, program.home)
        #expect(
            files.contains("ledger.sqlite") && files.contains("lock")
                && files.contains { $0.hasPrefix("backups/") })
        for name in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: program.home + "/" + name)
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
            #expect(mode & 0o077 == 0, "\(name) is \(String(mode, radix: 8))")
        }
    }

    @Test(
        "no file is named after a client, and none of an editor, a crash or a half-written file stays behind")
    func names() throws {
        #expect(try program.run(["client", "edit", "acme", "--alias", "Zebedee"]).status == 0)
        #expect(try program.run(["use", "acme"]).status == 0)
        #expect(try program.run(["undo", "--yes"]).status == 0)
        #expect(try program.run(["redact", "--for", "acme"], input: "Zebedee Works").status == 10)
        for name in files {
            let lower = name.lowercased()
            #expect(!lower.contains("zebedee") && !lower.contains("acme"), "\(name)")
            for ending in [".partial", ".new", ".tmp", ".swp", "~", "core", "-journal"] {
                #expect(!lower.hasSuffix(ending), "\(name)")
            }
        }
    }

    @Test(
        "an id is letters, digits and dashes, so that it is no path, no option and no word of a shell",
        arguments: [
            "../../x", "/etc/passwd", "~", "-x", "--user-data-dir=/other", ".", "..", "a/b", "a b", "$(id)",
            "`id`",
            "a;b", "a\nb", "caf\u{E9}", "cafe\u{301}", "\u{430}cme", "a\u{200B}", "", "%s", "a'b", "CON\u{0}",
        ])
    func identifiers(_ id: String) throws {
        let clean = id.filter { $0 != "\0" }
        let added = try program.run(["client", "add", "--name", "X", "--tag", "XX", "--", clean])
        if clean == "CON" {
            #expect([0, 2].contains(added.status))
        } else {
            #expect(added.status == 2, "\(added.errors)")
        }
        let document =
            "{\"bulkhead\": 1, \"clients\": [{\"id\": \(quoted(id)), \"name\": \"X\", \"tag\": \"XX\"}]}"
        #expect(try program.run(["import", program.file("x.json", document)]).status == 2)
    }

    private func quoted(_ text: String) -> String {
        let data = (try? JSONSerialization.data(withJSONObject: [text])) ?? Data()
        return String(decoding: data.dropFirst().dropLast(), as: UTF8.self)
    }

    @Test(
        "a tag is a few plain letters, so that a prompt cannot be made to run or to paint anything",
        arguments: [
            "$(id)", "`id`", "\\[\u{1B}[31m\\]", "%F{red}", "A\nB", "TOOLONG", "A B", "A;B", "\u{202E}AB",
        ])
    func tags(_ tag: String) throws {
        #expect(try program.run(["client", "add", "other", "--name", "X", "--tag", tag]).status == 2)
        #expect(try program.run(["client", "edit", "acme", "--tag", tag]).status == 2)
        #expect(try program.run(["use", "acme"]).status == 0)
        #expect(try program.run(["prompt"]).output == "ACM\n")
    }

    @Test("a name with line breaks makes neither a second row, nor a second line of the log or its export")
    func lines() throws {
        let evil = "Zebedee\n9  2026-01-01T00:00:00Z  put  forged\r\tx\u{1F}y"
        #expect(try program.run(["client", "edit", "acme", "--name", evil]).status == 0)
        let rows = try program.run(["log", "list", "--json"]).json()["log"] as? [[String: Any]]
        #expect(try program.run(["log", "list"]).output.split(separator: "\n").count == rows?.count)
        #expect(try program.run(["log", "export"]).output.split(separator: "\n").count == rows?.count)
        #expect(try program.run(["client", "list"]).output.split(separator: "\n").count == 1)
        // Both JSON and YAML give the very name back.
        let shown = try program.run(["client", "show", "acme", "--json"]).json()
        #expect(shown["name"] as? String == evil)
    }

    @Test("a catalog of one's own that loosens an answer is named with the answers that it changes")
    func catalog() throws {
        let workspace = """
            bulkhead: 1
            clients:
              - { id: acme, name: Zebedee Works, tag: ACM, engagements: [{ id: job, title: Job, data: [source-code] }] }
            agreements:
              - id: paper
                client: acme
                kind: nda
                effective: 2026-01-01
                obligations: [{ id: no-training, kind: model-training }]
            """
        #expect(try program.run(["import", program.file("w.yaml", workspace)]).status == 0)
        let before = try program.run(["check", "moonshot.kimi-chat", "--for", "acme/job", "--json"]).json()
        try FileManager.default.createDirectory(
            atPath: program.home + "/config/catalog", withIntermediateDirectories: true)
        _ = try program.file(
            "config/catalog/mine.yaml",
            """
            catalog: 1
            sources: { s: { kind: contract, date: 2026-10-01, url: "https://s.example/" } }
            surfaces:
              - id: moonshot.kimi-chat
                name: Kimi chat
                hosts: [kimi.com]
                launch: { browser: "https://www.kimi.com/" }
                facts: { trains_on_input: [{ value: never, source: s, retrieved: 2026-11-01, confidence: high }] }
            """)
        let changed = try program.run(["check", "moonshot.kimi-chat", "--for", "acme/job", "--json"])
        let after = try changed.json()
        #expect(changed.errors.contains("The catalog was updated, and that changed"), "\(changed.errors)")
        #expect(changed.errors.contains("moonshot.kimi-chat"))
        #expect(before["findings"] != nil && after["findings"] != nil)
    }

    @Test(
        "an address or a command of a catalog is never an option of a browser",
        arguments: [
            "--proxy-server=http://evil", "javascript:alert(1)", "file:///etc/passwd", "-x", "kimi.com",
        ])
    func addresses(_ address: String) throws {
        func validate(_ address: String) throws -> Int32 {
            let document = """
                catalog: 1
                sources: { s: { kind: contract, date: 2026-10-01, url: "https://s.example/" } }
                vendors: [{ id: v, name: V }]
                surfaces: [{ id: v.s, name: S, hosts: [v.example], launch: { browser: "\(address)" }, facts: {} }]
                """
            return try program.run(["catalog", "validate", program.file("c.yaml", document)]).status
        }
        #expect(try validate("https://v.example/") == 0)
        #expect(try validate(address) == 2)
    }

    @Test("a log that cannot be written, and a clock behind the log, refuse a start; a dry run needs neither")
    func refusals() throws {
        let run = ["run", "--for", "acme", "--", "/bin/sh", "-c", "touch \(program.home)/started"]
        try sqlite("DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)")
        #expect(try program.run(run).status == 3)
        let other = try AbuseTests()
        try other.sqlite(
            "INSERT INTO log SELECT max(seq) + 1, '2099-01-01T00:00:00Z', 'x', max(key) + 1, 'x', zeroblob(32), zeroblob(32) FROM log"
        )
        let late = try other.program.run(run)
        #expect(late.status == 40 && late.errors.contains("clock"), "\(late.status) \(late.errors)")
        #expect(try other.program.run(["run", "--for", "acme", "--dry-run", "--", "true"]).status == 0)
        #expect(!FileManager.default.fileExists(atPath: program.home + "/started"))
    }

    @Test("triggers and views that a hostile file brings along do nothing")
    func hostileSchema() throws {
        try sqlite(
            """
            CREATE TRIGGER evil AFTER INSERT ON log BEGIN UPDATE client SET name = 'owned'; END;
            CREATE TRIGGER worse AFTER UPDATE ON client BEGIN DELETE FROM log; END;
            CREATE VIEW loop AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
            """)
        #expect(try program.run(["client", "edit", "acme", "--alias", "Zeb"]).status == 0)
        #expect(try program.run(["client", "list"]).output.contains("Zebedee Works"))
        #expect(try program.run(["log", "verify"]).status == 0)
    }

    @Test("words of a shell are arguments and nothing else, wherever a command takes text")
    func metacharacters() throws {
        let canary = program.home + "/canary"
        let evil =
            "$(touch \(canary)) `touch \(canary)` ; touch \(canary) | touch \(canary) & \u{0A} touch \(canary)"
        _ = try program.run(["client", "edit", "acme", "--name", evil, "--alias", evil])
        _ = try program.run(["engagement", "add", "acme/job", "--title", evil, "--directory", evil])
        for command in [
            ["use", "acme/job"], ["check", evil], ["why", evil, "--for", evil], ["import", evil],
            ["agreement", "import", evil],
            ["backup", evil, "--recipient", evil], ["restore-backup", evil], ["redact", "--for", evil],
            ["run", "--for", "acme", "--dry-run", "--", "echo", evil], ["prompt"],
            ["prompt", "--hook", "bash"],
            ["completions", "bash"],
        ] { _ = try program.run(command, input: evil) }
        #expect(!FileManager.default.fileExists(atPath: canary))
        let printed = try program.run(["run", "--for", "acme", "--dry-run", "--json", "--", "echo", evil])
        #expect((try printed.json()["argv"] as? [String])?.contains(evil) ?? (printed.status == 40))
    }

    @Test("a home that cannot be written is still read, and a change of it is refused with one sentence")
    func readOnlyHome() throws {
        // Files of a folder on which root, too, may only read: a mount of its own, where one can be made.
        let script = """
            mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && "$0" client list && "$0" log verify || exit 9
            "$0" client edit acme --name Other; echo "code $?"
            """
        let result = try shell(
            "unshare --user --map-root-user --mount /bin/sh -c '\(script)' \"$0\" \"$1\"", program.home)
        // Where no namespace can be made there is nothing to see.
        guard result.status != 1, !result.output.contains("unshare:") else { return }
        #expect(result.output.contains("Zebedee Works"), "\(result.output)")
        #expect(result.output.contains("read-only") && result.output.contains("code 3"), "\(result.output)")
    }

    @Test("no core file is written, and a crash prints nothing of the memory")
    func cores() throws {
        #expect(try program.run(["use", "acme"]).status == 0)
        // It waits for its input, so that it can be looked at.
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "ulimit -c unlimited; cd \"$1\"; exec \"$0\" redact", Program.path, program.home,
        ]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": program.home, "BULKHEAD_HOME": program.home]
        let (input, errors) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        input.fileHandleForWriting.write(Data("Zebedee Works\n".utf8))
        let limits = "/proc/\(process.processIdentifier)/limits"
        var found = ""
        for _ in 0..<200 where !found.contains("bulkhead-is-up") {
            let text = (try? String(contentsOfFile: limits, encoding: .utf8)) ?? ""
            let line = text.components(separatedBy: "\n").first { $0.hasPrefix("Max core file size") } ?? ""
            let words = line.split(separator: " ").map(String.init)
            if words.count > 5, words[4] == "0", words[5] == "0" {
                found = "bulkhead-is-up"
            } else {
                usleep(50_000)
            }
        }
        #expect(found == "bulkhead-is-up", "the limit of core files is not zero")
        kill(process.processIdentifier, SIGSEGV)
        process.waitUntilExit()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(!said.contains("Zebedee") && !said.lowercased().contains("register"), "\(said)")
        #expect(!files.contains { ($0 as NSString).lastPathComponent.hasPrefix("core") })
    }

    @Test("a start judges anew, whatever was answered before")
    func rejudged() throws {
        let start = ["run", "--for", "acme", "--surface", "anthropic.claude-api", "--json", "--", "true"]
        let before = try program.run(["check", "anthropic.claude-api", "--for", "acme"]).status
        #expect(before != 30)
        #expect(
            try program.run([
                "agreement", "add", "paper", "--client", "acme", "--kind", "nda", "--effective", "2026-01-01",
            ])
            .status == 0)
        let term = ["obligation", "add", "no", "--agreement", "paper", "--kind", "local-only"]
        #expect(try program.run(term).status == 0)
        let refused = try program.run(start)
        #expect(refused.status == 30, "\(refused.status) \(refused.output)")
        let sessions = try program.run(["sessions", "--json"]).json()["sessions"] as? [Any]
        #expect(sessions?.isEmpty == true)
    }
}
