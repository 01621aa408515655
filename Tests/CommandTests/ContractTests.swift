import Foundation
import Testing

/// Sentences of the command line's contract that no other suite holds it to.
@Suite struct ContractTests {
    let program: Program
    let catalog: String

    init() throws {
        program = try Program()
        catalog = try program.file("catalog.yaml", CommandTests.catalog)
        let workspace = try program.file("workspace.yaml", CommandTests.workspace)
        #expect(try program.run(["import", "--replace", workspace]).status == 0)
    }

    private func object(_ arguments: [String]) throws -> [String: Any] {
        try program.run(arguments + ["--json"]).json()
    }

    @Test(
        "a day that is none is refused, also where nothing is judged",
        arguments: [
            ["client", "list"], ["export"], ["sessions"], ["surface", "list"], ["log", "verify"], ["init"],
            ["client", "remove", "nobody"], ["run", "--for", "nobody", "--dry-run"],
        ])
    func noSuchDay(_ command: [String]) throws {
        let error = try #require(try object(command + ["--at", "2026-02-30"])["error"] as? [String: Any])
        #expect((error["message"] as? String)?.contains("2026-02-30") == true)
        #expect(try program.run(command + ["--at", "2026-02-30"]).status == 2)
        #expect(try program.run(["client", "show", "nobody"]).output.contains("archived") == false)
    }

    @Test(
        "with --json a command prints one document, whatever it prints for a person",
        arguments: [
            (["prompt"], "tag"), (["prompt", "--hook", "bash"], "hook"), (["completions", "zsh"], "script"),
            (["sessions", "export"], "sessions"), (["agreement", "new"], "forms"),
            (["agreement", "new", "--form", "common-paper-mutual-nda"], "text"),
            (["agreement", "new", "--form", "common-paper-mutual-nda", "--client", "nobody"], "done"),
            (["obligation", "confirm", "nda-9"], "done"), (["obligation", "unknown", "nda-9"], "done"),
            (["obligation", "absent", "nda-9"], "done"),
        ])
    func oneDocument(_ command: [String], _ key: String) throws {
        #expect(try object(command).keys.contains(key))
    }

    @Test("two forms of one answer are not given at once")
    func twoForms() throws {
        #expect(try program.run(["due", "--ics", "--json"]).status == 2)
    }

    @Test("a script that asks for the tag where none is current gets none, as one document")
    func noTag() throws {
        #expect(try object(["prompt"])["tag"] is NSNull)
        #expect(try program.run(["prompt"]).output.isEmpty)
        try program.run(["use", "nordwind"])
        #expect(try object(["prompt"])["tag"] as? String == "NOR")
    }

    @Test("what a batch is asked for remedies, it answers as check does")
    func batchRemedies() throws {
        let line =
            #"{"client":"nordwind","engagement":"tariff-engine","surface":"acme.chat","#
            + #""at":"2026-07-01"}"#
        let file = try program.file("requests.jsonl", line + "\n")
        let batch = try program.run(["check", "--batch", file, "--remedies", "--catalog", catalog])
        let check = try program.run([
            "check", "acme.chat", "--for", "nordwind/tariff-engine", "--at", "2026-07-01", "--remedies",
            "--json",
            "--catalog", catalog,
        ])
        #expect(batch.output == check.output)
        #expect(try check.json()["all_done_outcome"] as? String == "permit")
        #expect(
            try program.run(["check", "--batch", file, "--catalog", catalog]).json()["remedies"] == nil)
    }

    @Test("reviews of one day stand in the same order, whichever way the world was loaded")
    func orderOfReviews() throws {
        let reviews = ["[DE, FR]", "[FR]", "[DE]"].map {
            "  - { surface: acme.chat, key: selectable_regions, value: \($0), source: page, retrieved: 2026-06-01 }"
        }
        let file = try program.file(
            "reviews.yaml",
            """
            bulkhead: 1
            agreements:
              - id: terms
                client: nordwind
                kind: msa
                obligations: [{ id: home, kind: data-location, regions: [DE] }]
            reviews:
            \(reviews.joined(separator: "\n"))

            """)
        #expect(try program.run(["import", file]).status == 0)
        let line = #"{"client":"nordwind","surface":"acme.chat","at":"2026-07-01"}"#
        let requests = try program.file("requests.jsonl", line + "\n")
        let batch = try program.run(["check", "--batch", requests, "--catalog", catalog])
        let check = try program.run([
            "check", "acme.chat", "--for", "nordwind", "--at", "2026-07-01", "--json", "--catalog", catalog,
        ])
        #expect(batch.output == check.output)
        #expect(batch.output.contains("selectable_regions"))
    }

    @Test("an item that is part of another says of which")
    func owners() throws {
        let engagements = try object(["engagement", "list"])["engagements"] as? [[String: Any]]
        #expect(engagements?.allSatisfy { $0["client"] as? String == "nordwind" } == true)
        #expect(
            try object(["engagement", "show", "nordwind/tariff-engine"])["client"] as? String == "nordwind")
        #expect(try object(["obligation", "show", "nda-9"])["agreement"] as? String == "nordwind-nda")
        #expect(try program.run(["obligation", "show", "nda-9"]).output.contains("agreement: nordwind-nda"))
    }

    @Test("what an account was seen with and what a vendor signed can be typed")
    func typedLists() throws {
        let account = ["account", "edit", "nw-api", "--seen", "nobody@2026-05-01"]
        #expect(try program.run(account).status == 0)
        let seen = try object(["account", "show", "nw-api"])["seen"] as? [[String: String]]
        #expect(seen == [["client": "nobody", "date": "2026-05-01"]])
        #expect(try program.run(["account", "edit", "nw-api", "--seen", "nobody"]).status == 2)
        let terms = [
            "agreement", "add", "acme-terms", "--kind", "vendor-terms", "--vendor", "acme",
            "--fact", "acme.api:trains_on_input=never", "--fact", "acme.api:processing_regions=DE,FR",
            "--fact", "acme.api:retention_days=30",
        ]
        #expect(try program.run(terms).status == 0)
        let facts = try object(["agreement", "show", "acme-terms"])["facts"] as? [String: [String: Any]]
        #expect(facts?["acme.api"]?["trains_on_input"] as? String == "never")
        #expect(facts?["acme.api"]?["processing_regions"] as? [String] == ["DE", "FR"])
        #expect(facts?["acme.api"]?["retention_days"] as? Int == 30)
        #expect(try program.run(["agreement", "edit", "acme-terms", "--fact", "trains=never"]).status == 2)
    }

    @Test("a number of days is a number in JSON, in a review as elsewhere")
    func numbers() throws {
        let review = ["surface", "review", "acme.chat", "retention_days", "30", "--source", "page"]
        #expect(try program.run(review + ["--catalog", catalog]).status == 0)
        let reviews = try object(["export"])["reviews"] as? [[String: Any]]
        #expect(reviews?.first?["value"] as? Int == 30)
    }

    @Test("a review of a surface that nobody knows is refused, by a script too")
    func unknownSurface() throws {
        let review = ["surface", "review", "acme.nothing", "e2ee", "no", "--source", "page", "--json"]
        #expect(try program.run(review + ["--catalog", catalog]).status == 4)
    }

    @Test("the hook of the shell follows what becomes of the current client")
    func tagFollows() throws {
        let tag = { try String(contentsOfFile: program.home + "/tag", encoding: .utf8) }
        try program.run(["use", "nordwind"])
        #expect(try tag() == "NOR\n")
        try program.run(["client", "edit", "nordwind", "--tag", "NWL"])
        #expect(try tag() == "NWL\n")
        try program.run(["undo", "--yes"])
        #expect(try tag() == "NOR\n")
        try program.run(["client", "remove", "nordwind"])
        #expect(try tag() == "\n")
        #expect(try program.run(["prompt"]).output.isEmpty)
    }

    @Test("the hook leaves the status of the last command to those that come after it")
    func hookKeepsStatus() throws {
        try program.run(["use", "nordwind"])
        let script = #"eval "$("$0" prompt --hook bash)"; (exit 7); _bulkhead_tag; echo "$? $BULKHEAD_TAG""#
        let result = try shell(script, Program.path)
        #expect(result == "7 NOR\n")
    }

    @Test("an argument that is no UTF-8 is refused, and makes no folder of another name")
    func notUTF8() throws {
        let script = #"cd "$1" && "$0" init --home "$(printf 'a\377b')" --json; echo "$?"; ls"#
        let folder = program.home + "/empty"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let lines = try shell(script, Program.path, folder).split(separator: "\n")
        #expect(lines.count == 2 && lines.last == "2")
        #expect(lines.first?.contains("UTF-8") == true)
    }

    @Test("a home without a name is refused")
    func emptyHome() throws {
        let result = try program.run(["client", "list", "--home", ""])
        #expect(result.status == 2 && result.errors.contains("--home"))
    }

    @Test("a file that begins with a byte order mark is read as one without", arguments: ["yaml", "json"])
    func byteOrderMark(_ kind: String) throws {
        let text = kind == "json" ? #"{"bulkhead": 1, "clients": []}"# : "bulkhead: 1\r\nclients: []\r\n"
        let file = try program.file("marked.\(kind)", "\u{FEFF}" + text)
        let result = try program.run(["import", file])
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("what is wrong with a typed item is told by its fields")
    func typedItem() throws {
        let client = try program.run(["client", "add", "new"])
        #expect(client.status == 2)
        #expect(client.errors == "name: is missing\ntag: is missing\n")
        let surface = ["surface", "add", "own.chat", "--name", "Own", "--vendor", "Own", "--source", "page"]
        let fact = try program.run(surface + ["--fact", "e2ee=perhaps"])
        #expect(fact.status == 2)
        #expect(fact.errors.hasPrefix("facts.e2ee[0].value: "))
    }

    @Test("a line break in a key of a file does not break the line that names it")
    func brokenKey() throws {
        let file = try program.file("bad.json", #"{"bulkhead": 1, "a\nb": 2, "clients": [{"x\ny": 1}]}"#)
        let result = try program.run(["import", file])
        #expect(result.status == 2)
        #expect(result.errors.contains(#"a\nb"#))
        #expect(result.errors.split(separator: "\n").allSatisfy { $0.hasPrefix(file) })
    }

    @Test("a dry run of a page needs no screen, and exits as the verdict does")
    func dryRun() throws {
        let file = try program.file(
            "page.yaml", Self.page(CommandTests.catalog))
        let plan = try program.run([
            "launch", "acme.chat", "--for", "nordwind/tariff-engine", "--dry-run", "--json", "--catalog",
            file,
            "--at", "2026-07-01",
        ])
        #expect(plan.status == 30)
        #expect(try plan.json()["verdict"] as? String == "deny")
    }

    private static func page(_ catalog: String) -> String {
        catalog.replacingOccurrences(
            of: "name: Acme chat\n",
            with: "name: Acme chat\n    launch: { browser: \"https://chat.example/\" }\n")
    }

    @Test("without UTF-8 in the locale an answer is ASCII")
    func ascii() throws {
        let check = ["check", "acme.chat", "--for", "nordwind/tariff-engine", "--catalog", catalog]
        let plain = try program.run(check, environment: ["LANG": "C"])
        #expect(plain.output.utf8.allSatisfy { $0 < 0x80 } && !plain.output.isEmpty)
        #expect(try program.run(check).output.contains("·"))
    }

    @Test("a backup that is not there is not found, and nothing is made for it")
    func noBackup() throws {
        let home = program.home + "/other"
        let result = try program.run(["restore-backup", program.home + "/none.age", "--home", home])
        #expect(result.status == 4)
        #expect(!FileManager.default.fileExists(atPath: home))
    }

    @Test("a prompt does not wait for a ledger that another program holds")
    func patientPrompt() throws {
        try program.run(["use", "nordwind"])
        let script = """
            python3 - "$0" <<'END'
            import os, sqlite3, subprocess, sys
            held = sqlite3.connect(os.environ["BULKHEAD_HOME"] + "/ledger.sqlite", isolation_level=None)
            held.execute("BEGIN EXCLUSIVE")
            print(subprocess.run([sys.argv[1], "prompt"], timeout=3).returncode)
            END
            """
        #expect(try shell(script, Program.path) == "0\n")
    }

    @Test("programs that make one ledger at the same time all find it made")
    func manyStarts() throws {
        let script = """
            for round in 1 2 3; do
                for number in 1 2 3 4 5 6 7 8 9 10; do
                    ("$0" init --home "$BULKHEAD_HOME/$round" || echo "ended with $?") &
                done
                wait
            done
            """
        #expect(try shell(script, Program.path) == "")
    }

    private func shell(_ script: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script] + arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
            "BULKHEAD_HOME": program.home, "HOME": program.home, "SWIFT_BACKTRACE": "enable=no",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
