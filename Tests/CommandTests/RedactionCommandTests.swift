import Foundation
import Testing

/// `redact` and `restore`, each as a whole process, as a pipe to an AI tool would run them.
@Suite struct RedactionCommandTests {
    let program: Program

    init() throws {
        program = try Program()
        let workspace = try program.file(
            "workspace.yaml",
            """
            bulkhead: 1
            clients:
              - id: nordwind
                name: Nordwind Logistik GmbH
                tag: NOR
                redact: { names: [Jana Petersen], domains: [nordwind.example] }
                engagements: [{ id: tariff, title: Tariffs, codename: Nachtfalter, data: [source-code] }]
              - id: helio
                name: Helio Werke AG
                tag: HEL
            agreements:
              - id: nordwind-nda
                client: nordwind
                kind: nda
                title: Mutual NDA
                effective: 2026-01-01
                expires: 2098-02-20
                obligations: [{ id: nda-7, kind: return-or-destroy, within: P30D, clause: "7" }]
            """)
        let result = try program.run(["import", workspace])
        #expect(result.status == 0, "\(result.errors)")
    }

    private func redact(_ text: String, _ more: String...) throws -> Program.Result {
        try program.run(["redact", "--for", "nordwind/tariff"] + more, input: text)
    }

    private func restore(_ text: String, _ more: String...) throws -> Program.Result {
        try program.run(["restore", "--for", "nordwind/tariff"] + more, input: text)
    }

    static let letter = """
        Dear Jana Petersen,
        Nachtfalter costs Nordwind Logistik GmbH EUR 48,200.00; write to jana@nordwind.example.

        """
    static let hidden = ["Jana", "Petersen", "Nachtfalter", "Nordwind", "nordwind", "48,200"]

    @Test("names, codenames and amounts leave as placeholders and come back byte for byte")
    func roundTrip() throws {
        let masked = try redact(Self.letter)
        #expect(masked.status == 10)
        for word in Self.hidden { #expect(!masked.output.contains(word), "\(word): \(masked.output)") }
        #expect(masked.output.hasPrefix("Dear "))
        let restored = try restore(masked.output)
        #expect(restored.status == 0)
        #expect(restored.output == Self.letter)
        #expect(try redact(Self.letter).output == masked.output)
    }

    @Test("what comes back from a tool in other words is restored too, and a made-up placeholder is named")
    func answer() throws {
        let placeholder = try redact("Nachtfalter").output
        #expect(placeholder != "Nachtfalter")
        let answer = try restore("The plan for **\(placeholder)** is late.", "--json")
        let json = try answer.json()
        #expect(json["text"] as? String == "The plan for **Nachtfalter** is late.")
        #expect(json["restored"] as? Int == 1)
        #expect(json["unknown"] as? [String] == [])
        try program.run(["redact", "--for", "helio"], input: "Helio Werke AG")
        let foreign = try program.run(["restore", "--for", "helio"], input: placeholder)
        #expect(foreign.output == placeholder)
        #expect(foreign.errors.contains(placeholder))
    }

    @Test("a text without anything to hide is left as it is, with exit code 0")
    func plain() throws {
        let result = try redact("The parser reads one token at a time.\n")
        #expect(result.status == 0)
        #expect(result.output == "The parser reads one token at a time.\n")
        #expect(!result.errors.contains("suspicious"))
    }

    @Test("what is almost a term is left and told, with exit code 20")
    func suspicious() throws {
        let result = try redact("Nachtfaltr is late.\n", "--json")
        #expect(result.status == 20)
        let json = try result.json()
        #expect(json["text"] as? String == "Nachtfaltr is late.\n")
        let found = try #require((json["report"] as? [String: Any])?["suspicious"] as? [[String: Any]])
        #expect(found.compactMap { $0["text"] as? String } == ["Nachtfaltr"])
        #expect(try redact("Nachtfaltr is late.\n").errors.contains("suspicious"))
    }

    @Test("another client's term stops everything with exit code 30, and is not written")
    func foreign() throws {
        for format in [["--format", "text"], ["--diff"]] {
            let result = try program.run(
                ["redact", "--for", "nordwind/tariff"] + format, input: "As for Helio Werke AG last year.\n")
            #expect(result.status == 30, "\(format)")
            #expect(!result.output.contains("Helio Werke"), "\(format): \(result.output)")
        }
        let result = try redact("As for Helio Werke AG last year.\n", "--json")
        #expect(try result.json()["text"] is NSNull)
        let report = try #require(try result.json()["report"] as? [String: Any])
        #expect(report["blocked"] as? [String: Int] == ["HEL": 1])
        for output in [result.output, result.errors] { #expect(!output.contains("Helio"), "\(output)") }
    }

    @Test("not one byte leaves where another client's term stands at the end of a long text")
    func foreignAtTheEnd() throws {
        let result = try redact(
            String(repeating: "   \n", count: 75_000) + "Helio Werke AG\n")
        #expect(result.status == 30)
        #expect(result.output.isEmpty)
    }

    @Test("a long text comes back through a pipe, though its end holds names that its beginning does not")
    func pipe() throws {
        let plain = String(repeating: "   \n", count: 75_000)
        let text = "For Jana Petersen:\n" + plain + "EUR 48,200.00 from jana@nordwind.example\n"
        let path = try program.file("long.txt", text)
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [
            "-c",
            "\"$0\" redact --for nordwind/tariff < \"$1\" | \"$0\" restore --for nordwind/tariff | cmp - \"$1\"",
            Program.path, path,
        ]
        shell.environment = ["PATH": "/usr/bin:/bin", "BULKHEAD_HOME": program.home, "HOME": program.home]
        shell.standardError = FileHandle.nullDevice
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: program.home)
        #expect(!left.contains { $0.hasPrefix("spool") }, "\(left)")
    }

    @Test(
        "30 megabytes without a line break take no more memory than one, in text and JSON, there and back",
        arguments: [
            ("", "redact --for nordwind/tariff --format text"), ("", "redact --for nordwind/tariff --json"),
            ("[\"", "redact --for nordwind/tariff"),
            ("{\"a\":\"", "redact --for nordwind/tariff --format json"),
            ("[1,", "redact --format auto --for nordwind/tariff"), ("[\"", "restore --for nordwind/tariff"),
            ("", "restore --for nordwind/tariff"),
        ])
    func memory(_ front: String, _ command: String) throws {
        // The program needs 55 MB of address space to start; the input alone is nearly what is left.
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [
            "-c",
            """
            { printf '%s' "$1"; head -c 30000000 /dev/zero | tr '\\0' "$2"; printf '%s' "$3"; } |
                prlimit --as=90000000 -- "$0" \(command) | wc -c
            """,
            Program.path, front, front == "[1," ? "1" : "a",
            front.isEmpty ? "" : front.hasPrefix("{") ? "\"}" : front == "[1," ? "]" : "\"]",
        ]
        shell.environment = ["PATH": "/usr/bin:/bin", "BULKHEAD_HOME": program.home, "HOME": program.home]
        let pipe = Pipe()
        shell.standardOutput = pipe
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        #expect(Int(output.filter(\.isNumber)) ?? 0 >= 30_000_000, "\(output)")
        let left = try FileManager.default.contentsOfDirectory(atPath: program.home)
        #expect(!left.contains { $0.hasPrefix("spool") }, "\(left)")
    }

    @Test("where nothing is masked no key is made and no placeholder kept")
    func noKey() throws {
        let result = try redact("Nothing here.\n")
        #expect(result.status == 0)
        #expect(!result.errors.contains("key"), "\(result.errors)")
        #expect(
            try !FileManager.default.contentsOfDirectory(atPath: program.home).contains {
                $0.hasSuffix(".key")
            })
    }

    @Test("a term kept in one capitalization passes in another, and an allowed word always does")
    func flags() throws {
        let edited = try program.run([
            "client", "edit", "nordwind", "--redact-codename", "Orion", "--redact-case-sensitive", "Orion",
            "--redact-custom", "KD-44871", "--redact-allow", "support@nordwind.example",
        ])
        #expect(edited.status == 0, "\(edited.errors)")
        let masked = try redact("Orion sees orion; write to support@nordwind.example or KD-44871.\n").output
        #expect(!masked.hasPrefix("Orion"))
        #expect(masked.contains(" sees orion; write to support@nordwind.example or BKX"), "\(masked)")
        let exported = try program.run(["export"]).output
        #expect(exported.contains("case_sensitive") && exported.contains("allow:"), "\(exported)")
        let again = try program.run(["import", try program.file("again.yaml", exported)])
        #expect(again.status == 0, "\(again.errors)")
        #expect(try program.run(["export"]).output == exported)
    }

    @Test("the receipt in the log holds hash, counts, surface and answer, and no word of the text")
    func receipt() throws {
        let result = try redact(Self.letter, "--surface", "moonshot.kimi-chat")
        let log = try program.run(["log", "list", "--json"]).output
        #expect(log.contains("surface=moonshot.kimi-chat verdict="), "\(log)")
        #expect(log.contains("sha256=") && log.contains("MONEY=1"), "\(log)")
        #expect(result.errors.contains("not free to go to moonshot.kimi-chat"), "\(result.errors)")
        for word in Self.hidden where word != "nordwind" { #expect(!log.contains(word), "\(word)") }
    }

    @Test("JSON stays JSON: strings are masked inside, and restored with their escapes")
    func json() throws {
        let text = #"{"to": "Jana Petersen", "note": "says \"Nachtfalter\"\n", "count": 3}"#
        let masked = try redact(text)
        #expect(masked.status == 10)
        for word in Self.hidden { #expect(!masked.output.contains(word)) }
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(masked.output.utf8)) as? [String: Any])
        #expect(Set(object.keys) == ["to", "note", "count"])
        #expect(object["count"] as? Int == 3)
        #expect(try restore(masked.output).output == text)
    }

    @Test("a log that begins with a bracket is text, there and back, and a document in pieces is one")
    func brackets() throws {
        let log = "[2026-11-30] \"Jana\nPetersen\" met\n{Nachtfalter}\n"
        let masked = try redact(log)
        #expect(masked.status == 10)
        #expect(try restore(masked.output).output == log)
        let lines = "{\"a\":\"Nachtfalter\"}\n{\"card\": 4111111111111111}\n"
        let kept = try redact(lines, "--format", "json")
        #expect(kept.output.contains("\"card\": \"BKXNU"), "\(kept.output)")
        #expect(try restore(kept.output).output == lines)
        let broken = try redact("{\"a\" \"b\"}", "--format", "json")
        #expect(
            broken.status == 2 && broken.output.isEmpty && broken.errors.contains("byte 6"),
            "\(broken.errors)")
    }

    @Test("UTF-16 is refused, since no name would be found in it") func wide() throws {
        let path = try program.file(
            "wide.sh", "printf '\\377\\376N\\0W\\0' | '\(Program.path)' redact --for nordwind; echo $?")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [path]
        shell.environment = ["PATH": "/usr/bin:/bin", "BULKHEAD_HOME": program.home, "HOME": program.home]
        let pipe = Pipe()
        shell.standardOutput = pipe
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        #expect(String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "2\n")
        shell.waitUntilExit()
    }

    @Test("names outside of strings are not taken for JSON, and never pass")
    func bareWords() throws {
        for text in ["{Jana Petersen: Nachtfalter}", "[Nachtfalter]", "{\"a\": Nachtfalter}"] {
            let result = try redact(text)
            #expect(result.status == 10, "\(text)")
            #expect(!result.output.contains("Nachtfalter"), "\(result.output)")
            #expect(try redact(text, "--format", "json").status == 2, "\(text)")
        }
        #expect(try redact("Nachtfalter", "--format", "json").status == 2)
        let plain = #"{"a": [true, false, null, -1.5e+3, 2E9]}"#
        #expect(try redact(plain, "--format", "json").output == plain)
    }

    @Test("with --json the text and the report are one document")
    func report() throws {
        let json = try redact(Self.letter, "--json").json()
        let text = try #require(json["text"] as? String)
        #expect(!text.contains("Nachtfalter"))
        let report = try #require(json["report"] as? [String: Any])
        #expect((report["masked"] as? [String: Int])?.isEmpty == false)
        #expect((report["blocked"] as? [String: Int])?.isEmpty == true)
    }

    @Test("the line protocol gives spans in scalars, and needs no ledger")
    func engine() throws {
        let empty = try Program()
        let terms = try empty.file("terms.txt", "Zoë Ørsted\n")
        let input = #"{"text":"👩‍🚀 met Zoë Ørsted"}"# + "\n" + #"{"text":"nothing here"}"# + "\n"
        let result = try empty.run(["redact", "--engine-json", "--terms", terms], input: input)
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first == #"{"spans":[[8,18,"TERM"]]}"#)
        #expect(lines.last == #"{"spans":[]}"#)
        #expect(try empty.run(["redact", "--engine-json"], input: "[1]\n").status == 2)
        #expect(!FileManager.default.fileExists(atPath: empty.home + "/ledger.sqlite"))
    }

    @Test("shredded placeholders are gone with their key, with a receipt, and nothing can be restored")
    func shred() throws {
        let masked = try redact(Self.letter)
        try program.run(["redact", "--for", "nordwind"], input: "Jana Petersen")
        try program.run(["redact", "--for", "helio"], input: "Helio Werke AG")
        let keys = {
            try FileManager.default.contentsOfDirectory(atPath: program.home).filter { $0.hasSuffix(".key") }
        }
        #expect(try keys().count == 3)
        let due = try #require(try program.run(["due", "--json"]).json()["due"] as? [[String: Any]])
        let reminders = due.filter { $0["kind"] as? String == "placeholders" }
        #expect(reminders.map { $0["date"] as? String } == ["2098-03-22", "2098-03-22"])
        #expect(
            reminders.compactMap { $0["what"] as? String }.last
                == "shred the placeholders: bulkhead redact --shred --for nordwind/tariff")

        #expect(try program.run(["redact", "--shred"]).status == 2)
        #expect(try program.run(["redact", "--shred", "--for", "nord"]).status == 4)
        let shredded = try program.run(["redact", "--shred", "--for", "nordwind/tariff", "--json"])
        #expect(shredded.status == 0, "\(shredded.errors)")
        let gone = try #require(try shredded.json()["shredded"] as? [[String: Any]])
        #expect(gone.map { $0["job"] as? String } == ["nordwind/tariff"])
        #expect((gone.first?["placeholders"] as? Int ?? 0) >= 4)
        let hash = try #require(gone.first?["sha256"] as? String)
        #expect(try keys().count == 2)
        #expect(try restore(masked.output).status == 4)
        let log = try program.run(["log", "list"]).output
        #expect(log.contains("sha256=\(hash) key=destroyed"), "\(log)")
        let receipt = try #require(try shredded.json()["receipt"] as? String)
        #expect(try program.run(["log", "verify", "--receipt", receipt]).status == 0)

        #expect(try program.run(["redact", "--shred", "--for", "nordwind"]).status == 0)
        #expect(try keys().count == 1)
        #expect(try redact(Self.letter).output != masked.output, "new placeholders say nothing of the old")
    }

    @Test("a copy of the ledger does not bring shredded placeholders back")
    func shreddedForGood() throws {
        let masked = try redact(Self.letter)
        let copy = program.home + "/copy.sqlite"
        try FileManager.default.copyItem(atPath: program.home + "/ledger.sqlite", toPath: copy)
        #expect(try program.run(["redact", "--shred", "--for", "nordwind"]).status == 0)
        try FileManager.default.removeItem(atPath: program.home + "/ledger.sqlite")
        try FileManager.default.moveItem(atPath: copy, toPath: program.home + "/ledger.sqlite")
        let result = try restore(masked.output)
        #expect(result.status == 3)
        #expect(!result.output.contains("Jana"), "\(result.output)")
        #expect(result.errors.contains("key"), "\(result.errors)")
    }

    @Test(
        "the hook of the guide lets a clean commit pass and stops one that names another client",
        .enabled(
            if: ProcessInfo.processInfo.environment["CI"] != nil
                || FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "git is missing"))
    func hook() throws {
        let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/bulkhead/Documentation.docc/Redaction.md")
        let text = try String(contentsOf: guide, encoding: .utf8)
        let blocks = text.components(separatedBy: "```")
        let block = try #require(blocks.first { $0.hasPrefix("sh\n#!/bin/sh\ngit diff") })
        let hook = block.dropFirst(3).replacingOccurrences(
            of: "bulkhead redact --for", with: "'\(Program.path)' redact --for"
        )
        .replacingOccurrences(of: "tariff-engine", with: "tariff")
        let script = try program.file(
            "commit.sh",
            """
            cd "$BULKHEAD_HOME" && git init -q repository && cd repository
            cat ../hook >.git/hooks/pre-commit; chmod +x .git/hooks/pre-commit
            git config user.name me; git config user.email me@localhost
            echo 'one line' >a; git add a; git commit -qm one 2>/dev/null; echo "clean: $?"
            echo 'for Nachtfalter' >b; git add b; git commit -qm two 2>/dev/null; echo "own: $?"
            echo 'for Helio Werke AG' >c; git add c; git commit -qm three 2>/dev/null; echo "other: $?"
            git log --oneline | wc -l
            """)
        _ = try program.file("hook", String(hook))
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [script]
        shell.environment = ["PATH": "/usr/bin:/bin", "BULKHEAD_HOME": program.home, "HOME": program.home]
        let pipe = Pipe()
        shell.standardOutput = pipe
        shell.standardError = pipe
        try shell.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        #expect(output == "clean: 0\nown: 0\nother: 1\n2\n", "\(output)")
    }

    @Test("restoring before anything was redacted, and for nobody, says so")
    func nothingYet() throws {
        let untouched = try restore("hello")
        #expect(untouched.status == 0 && untouched.output == "hello", "nothing to put back is no fault")
        #expect(try program.run(["redact", "--for", "nobody"], input: "x").status == 4)
        #expect(try redact("x", "--format", "xml").status == 2)
    }
}
