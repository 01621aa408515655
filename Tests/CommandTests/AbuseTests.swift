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

    @Test("names that look alike are told when one comes in, and by doctor; those that do not are not")
    func lookalikes() throws {
        let program = try Program()
        try program.run(["init"])
        func warnings(_ arguments: [String], input: String = "") throws -> [String] {
            let result = try program.run(arguments, input: input)
            #expect(result.status == 0, "\(result)")
            return result.errors.split(separator: "\n").map(String.init).filter { $0.contains("take care") }
        }
        func client(_ verb: String, _ id: String, _ name: String, _ tag: String) throws -> [String] {
            try warnings(["client", verb, id, "--name", name, "--tag", tag])
        }
        #expect(try client("add", "acme", "Acme Mills", "ACM") == [])
        #expect(try client("add", "other", "Bright Works", "BRI") == [])
        // Two Cyrillic letters and one that is not seen.
        #expect(
            try client("add", "second", "\u{410}\u{441}me Mi\u{200B}lls", "SEC") == [
                "The clients acme and second look alike by name, “Acme Mills” and “\u{410}\u{441}me Mi\\u{200B}lls”: take care which one you mean."
            ])
        #expect(try client("edit", "second", "Distant", "SEC") == [])
        #expect(try client("edit", "second", "Distant", "8RI") == [])
        #expect(try client("edit", "second", "Distant", "BR1").count == 1)
        #expect(try client("add", "acrne", "Unlike", "UNL").first?.contains("acme and acrne") == true)
        let account = ["--client", "acme", "--surface", "moonshot.kimi-chat", "--identity"]
        #expect(try warnings(["account", "add", "one"] + account + ["jill@a.example"]) == [])
        #expect(try warnings(["account", "add", "two"] + account + ["jill@a.example"]) == [])
        #expect(try warnings(["account", "add", "three"] + account + ["j1ll@a.example"]).count == 1)
        #expect(try warnings(["surface", "add", "own.one", "--name", "K\u{456}mi chat"]).count == 1)
        let more = (0..<5).map { "{ id: n\($0), name: Same Name, tag: T\($0)T }" }.joined(separator: ", ")
        let taken = try program.run(["import", "-"], input: "bulkhead: 1\nclients: [\(more)]\n")
        #expect(taken.status == 0)
        #expect(taken.errors.components(separatedBy: "have the same name").count == 4)
        #expect(taken.errors.contains("1 more look alike: 'bulkhead doctor' names them."))
        let doctor = try program.run(["doctor"]).output.split(separator: "\n").filter {
            $0.hasPrefix("warning names")
        }
        #expect(doctor.count == 8, "\(doctor)")
        // Archived, none of them can be taken for another.
        for id in ["second", "acrne"] + (0..<5).map({ "n\($0)" }) {
            #expect(try warnings(["client", "remove", id]) == [])
        }
        #expect(try program.run(["doctor"]).output.components(separatedBy: "The clients").count == 1)
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
        // It is named because it got looser.
        func training(_ answer: [String: Any]) -> String? {
            (answer["findings"] as? [[String: Any]])?.first { $0["id"] as? String == "no-training" }?[
                "status"]
                as? String
        }
        #expect(training(before) != "met" && training(after) == "met", "\(before), \(after)")
        let outcome = { (answer: [String: Any]) in answer["outcome"] as? String ?? "" }
        #expect(outcome(before) != outcome(after))
        #expect(changed.errors.contains(outcome(before)) && changed.errors.contains(outcome(after)))
        // Once told, it is the catalog.
        let again = try program.run(["check", "moonshot.kimi-chat", "--for", "acme/job"])
        #expect(!again.errors.contains("catalog"), "\(again.errors)")
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
        // Who is not root finds the files of a process that may not be looked into owned by root.
        if getuid() != 0 {
            let memory = try FileManager.default.attributesOfItem(
                atPath: "/proc/\(process.processIdentifier)/mem")
            #expect((memory[.ownerAccountID] as? NSNumber)?.intValue == 0)
        }
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

    @Test("a program in the working folder is never taken for one of ours, and PATH comes in clean")
    func searchPath() throws {
        let script = """
            cd "$1" && for name in bwrap age strace sh true bulkhead-session; do
              printf '#!/bin/sh\ntouch "%s/canary"\n' "$1" > $name; chmod +x $name
            done
            PATH=.:"":$PATH:. "$0" run --for acme -- /bin/sh -c 'echo "$PATH"'
            PATH=.:"":$PATH "$0" backup out.age --recipient age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
            """
        let result = try shell(script, program.home)
        #expect(!FileManager.default.fileExists(atPath: program.home + "/canary"), "\(result.output)")
        let path = result.output.split(separator: "\n").first.map(String.init) ?? ""
        if canBuildWall {
            #expect(path.hasPrefix("/") && !path.contains(":.") && !path.contains("::"), "\(path)")
        }
    }

    @Test(
        "what is masked is in no file of the home in the clear: not in the ledger, its copies, its log or its keys"
    )
    func sealedMap() throws {
        let text = "Write to jana.petersen@secret.example about DE89370400440532013000.\n"
        let masked = try program.run(["redact", "--for", "acme"], input: text)
        #expect(masked.status == 10 && !masked.output.contains("jana"))
        #expect(try program.run(["client", "edit", "acme", "--alias", "Zeb"]).status == 0)
        for name in files {
            guard let data = FileManager.default.contents(atPath: program.home + "/" + name) else { continue }
            for secret in ["jana.petersen", "DE8937040044"] {
                #expect(data.range(of: Data(secret.utf8)) == nil, "\(name) holds \(secret)")
            }
        }
        #expect(try program.run(["restore", "--for", "acme"], input: masked.output).output == text)
    }

    @Test("the hook and the prompt run nothing, whatever lies in the file that they read")
    func hostileTag() throws {
        #expect(try program.run(["use", "acme"]).status == 0)
        let canary = program.home + "/canary"
        let hook = try program.file("hook", try program.run(["prompt", "--hook", "bash"]).output)
        _ = try program.file("tag", "$(touch \(canary))`touch \(canary)`\\$(touch \(canary))\n")
        let script = """
            . "$1"; _bulkhead_tag; PS1='[$BULKHEAD_TAG] '; echo "${PS1@P}"; eval "$PROMPT_COMMAND"; echo "$BULKHEAD_TAG"
            """
        let bash = Process()
        bash.executableURL = URL(fileURLWithPath: "/bin/bash")
        bash.arguments = ["--norc", "-c", script, "bash", hook]
        let pipe = Pipe()
        bash.standardOutput = pipe
        try bash.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        bash.waitUntilExit()
        #expect(output.contains("touch"), "the hook reads the file: \(output)")
        #expect(!FileManager.default.fileExists(atPath: canary))
        // Completions name commands and options, and nobody.
        for name in ["bash", "zsh", "fish"] {
            let script = try program.run(["completions", name]).output
            #expect(!script.isEmpty && !script.contains("Zebedee") && !script.contains("acme"))
        }
    }
}

/// What is tried against sessions.
@Suite(.enabled(if: canBuildWall, "bubblewrap is missing or may make no namespace here"))
struct SessionAbuseTests {
    let program: Program

    /// Two clients with a folder each.
    init() throws {
        program = try Program()
        try program.run(["init"])
        for client in ["nor", "hal"] {
            let folder = program.home + "/jobs/" + client
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let tag = client.uppercased()
            try program.run(["client", "add", client, "--name", "Client \(tag)", "--tag", tag])
            let job = ["engagement", "add", client + "/job", "--title", "Job", "--directory", folder]
            try #require(try program.run(job).status == 0)
        }
    }

    @Test(
        "where the disk is full or fails, so that the log cannot be written, nothing starts",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") || Pane.isCI),
        arguments: ["pwrite64:error=ENOSPC", "pwrite64:error=EIO", "fdatasync:error=EIO"])
    func unwritableLog(fault: String) throws {
        let started = program.home + "/jobs/nor/started"
        let run = ["run", "--for", "nor/job", "--", "/bin/sh", "-c", "touch started"]
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
        process.arguments =
            [
                "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64,fdatasync", "-e", "inject=\(fault)",
                Program.path,
            ]
            + run
        process.environment = ["PATH": "/usr/bin:/bin", "BULKHEAD_HOME": program.home, "HOME": program.home]
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 3, "\(said)")
        #expect(!said.isEmpty && !FileManager.default.fileExists(atPath: started), "\(said)")
        let rows = try program.run(["sessions", "--json"]).json()["sessions"] as? [Any]
        #expect(rows?.isEmpty == true)
        // Without the fault the same start goes through.
        #expect(try program.run(run).status == 0)
        #expect(FileManager.default.fileExists(atPath: started))
    }

    @Test(
        "of twelve starts for two clients at the same moment, no two of different clients ever run together")
    func race() throws {
        let script = "a=$(date +%s%N); sleep 0.05; echo \"$a $(date +%s%N)\" >> times"
        let starts = try (0..<12).map { number in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.path)
            process.arguments = [
                "run", "--for", number % 2 == 0 ? "nor/job" : "hal/job", "--", "/bin/sh", "-c", script,
            ]
            process.environment = [
                "PATH": "/usr/bin:/bin", "BULKHEAD_HOME": program.home, "HOME": program.home,
            ]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
        for process in starts { process.waitUntilExit() }
        #expect(starts.allSatisfy { [0, 40].contains($0.terminationStatus) })
        let times = ["nor", "hal"].map { client in
            ((try? String(contentsOfFile: program.home + "/jobs/\(client)/times", encoding: .utf8)) ?? "")
                .split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
        }
        #expect(times[0].count + times[1].count > 0)
        for ours in times[0] {
            for theirs in times[1] {
                #expect(ours[1] <= theirs[0] || theirs[1] <= ours[0], "\(ours) \(theirs)")
            }
        }
        let rows = try program.run(["sessions", "--json"]).json()["sessions"] as? [[String: Any]] ?? []
        #expect(rows.count == times[0].count + times[1].count)
        #expect(rows.allSatisfy { $0["end"] is String })
    }

    @Test("a folder that is mounted at a second place is still the other client's")
    func mountedTwice() throws {
        let second = program.home + "/jobs/second"
        try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: true)
        let edit = ["engagement", "edit", "nor/job", "--directory", second]
        try #require(try program.run(edit).status == 0)
        #expect(try program.run(["run", "--for", "nor/job", "--dry-run", "--", "true"]).status == 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = [
            "--user", "--map-root-user", "--mount", "/bin/sh", "-c",
            "mount --bind \"$1\" \"$2\" && exec \"$0\" run --for nor/job --dry-run -- true", Program.path,
            program.home + "/jobs/hal", second,
        ]
        process.environment = ["PATH": "/usr/bin:/bin", "BULKHEAD_HOME": program.home, "HOME": program.home]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 40 && said.contains("not this engagement's"), "\(said)")
    }
}
