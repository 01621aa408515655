import Foundation
import Testing

/// What scripts rely on: exit codes, shapes of JSON, prefixes, batches.
@Suite struct CommandTests {
    /// A workspace with one job for which everything is decided by one clause a surface.
    static let workspace = """
        bulkhead: 1
        settings: { home_region: FR }
        clients:
          - id: nordwind
            name: Nordwind Logistik GmbH
            tag: NOR
            terms: recorded
            engagements:
              - { id: tariff-engine, title: Tariff engine, data: [source-code] }
              - { id: tariff-audit, title: Tariff audit, data: [public] }
          - { id: nobody, name: Nobody, tag: NO, terms: none }
        agreements:
          - id: nordwind-nda
            client: nordwind
            kind: nda
            title: Mutual NDA
            effective: 2026-02-20
            obligations:
              - { id: nda-3a, kind: third-party-disclosure, clause: "3(a)", quote: "shall not disclose" }
              - { id: nda-9, kind: redaction, clause: "9", data: [personal] }
        accounts:
          - { id: nw-api, client: nordwind, surface: acme.api, login: email }
        """
    static let catalog = """
        catalog: 1
        sources: { page: { kind: contract, date: 2026-01-01, url: "https://example.org/terms" } }
        vendors: [{ id: acme, name: Acme }]
        surfaces:
          - id: acme.chat
            name: Acme chat
            capabilities: [chat]
            facts: { on_device: [{ value: no, source: page, retrieved: 2026-06-01 }] }
          - id: acme.api
            name: Acme API
            facts: { on_device: [{ value: no, source: page, retrieved: 2026-06-01 }] }
          - id: acme.local
            name: Acme local
            capabilities: [chat]
            facts: { on_device: [{ value: yes, source: page, retrieved: 2026-06-01 }] }
          - { id: acme.mystery, name: Acme mystery }
        """

    let program: Program
    let catalogFile: String

    init() throws {
        program = try Program()
        catalogFile = try program.file("catalog.yaml", Self.catalog)
        let workspace = try program.file("workspace.yaml", Self.workspace)
        let result = try program.run(["import", "--replace", workspace])
        #expect(result.status == 0, "\(result.errors)")
    }

    private func run(_ arguments: String...) throws -> Program.Result {
        try program.run(arguments + ["--catalog", catalogFile, "--at", "2026-07-01"])
    }

    @Test("the exit code tells the outcome", arguments: Tables.outcomes)
    func outcomes(_ surface: String, _ data: String, _ status: Int32, _ outcome: String) throws {
        var arguments = ["check", surface, "--for", "nordwind/tariff-engine", "--json"]
        if !data.isEmpty { arguments += ["--data", data] }
        let result = try program.run(arguments + ["--catalog", catalogFile, "--at", "2026-07-01"])
        #expect(result.status == status)
        let verdict = try result.json()
        #expect(verdict["outcome"] as? String == outcome)
        #expect(verdict["client"] as? String == "nordwind")
        #expect(verdict["engagement"] as? String == "tariff-engine")
        #expect(verdict["at"] as? String == "2026-07-01")
        #expect(verdict["remedies"] == nil)
        #expect(result.errors.isEmpty)
    }

    @Test("a finding names its clause, its fact with source and date, and why")
    func finding() throws {
        let verdict = try run("check", "acme.chat", "--for", "nordwind/tariff-engine", "--json").json()
        let finding = try #require((verdict["findings"] as? [[String: Any]])?.first)
        #expect(finding["id"] as? String == "nda-3a")
        #expect(finding["agreement"] as? String == "nordwind-nda")
        #expect(finding["clause"] as? String == "3(a)")
        #expect(finding["status"] as? String == "breach")
        let fact = try #require((finding["facts"] as? [[String: Any]])?.first)
        #expect(fact["key"] as? String == "on_device")
        #expect(fact["value"] as? String == "no")
        #expect(fact["source"] as? String == "page")
        #expect(fact["retrieved"] as? String == "2026-06-01")
        #expect(fact["state"] as? String == "fresh")
        #expect((finding["text"] as? String)?.contains("3(a)") == true)
    }

    @Test("why says what would change it")
    func remedies() throws {
        let verdict = try run("why", "acme.chat", "--for", "nordwind/tariff-engine", "--json").json()
        let remedies = try #require(verdict["remedies"] as? [[String: Any]])
        #expect(
            remedies.contains {
                $0["kind"] as? String == "alternative" && $0["surface"] as? String == "acme.local"
            })
        #expect(
            remedies.contains {
                $0["kind"] as? String == "consent" && $0["obligation"] as? String == "nda-3a"
            })
        #expect(verdict["all_done_outcome"] as? String == "permit")
        let text = try run("why", "acme.chat", "--for", "nordwind/tariff-engine")
        for word in [
            "NOT ALLOWED", "3(a)", "shall not disclose", "https://example.org/terms", "2026-06-01",
            "acme.local",
        ] {
            #expect(text.output.contains(word), "\(word) is missing in:\n\(text.output)")
        }
    }

    @Test("a person may shorten names, a script may not")
    func prefixes() throws {
        #expect(try run("check", "acme.lo", "--for", "nord/tariff-e").status == 0)
        #expect(try run("check", "local", "--for", "nord/tariff-e").status == 0)
        let ambiguous = try run("check", "acme.local", "--for", "nord/tariff")
        #expect(ambiguous.status == 2)
        #expect(ambiguous.errors.contains("tariff-engine") && ambiguous.errors.contains("tariff-audit"))
        #expect(try run("check", "acme.local", "--for", "nord", "--json").status == 4)
    }

    @Test("an invalid question is refused with a sentence", arguments: Tables.invalidQuestions)
    func invalid(_ options: [String], _ status: Int32) throws {
        let json = try program.run(["check", "acme.local", "--json", "--catalog", catalogFile] + options)
        #expect(json.status == status)
        let error = try #require(try json.json()["error"] as? [String: Any])
        #expect((error["message"] as? String)?.isEmpty == false)
        #expect(error["code"] != nil)
        let text = try program.run(["check", "acme.local", "--catalog", catalogFile] + options)
        #expect(text.status == status)
        #expect(text.output.isEmpty && !text.errors.isEmpty)
    }

    @Test("a bad date is refused")
    func badDate() throws {
        for at in ["2026-02-30", "tomorrow", "2026-2-3"] {
            #expect(try program.run(["check", "acme.local", "--for", "nordwind", "--at", at]).status == 2)
        }
    }

    @Test("a batch answers line by line, and an invalid line does not stop it")
    func batch() throws {
        let lines = """
            {"client":"nordwind","engagement":"tariff-engine","surface":"acme.chat","at":"2026-07-01"}
            {"client":"who","surface":"acme.chat"}
            {"client":"nordwind","surface":"acme.local","account":"nw-api"}
            {"client":"nordwind","surface":"acme.local","at":"2026-02-30"}
            not json
            {"client":"nordwind","engagement":"tariff-engine","surface":"acme.local","at":"2026-07-01","data":["source-code"],"done":[]}
            """
        let result = try program.run(["check", "--batch", "-", "--catalog", catalogFile], input: lines)
        #expect(result.status == 2)
        let answers = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(answers.count == 6)
        #expect(answers.map { $0["outcome"] as? String } == ["deny", nil, nil, nil, nil, "permit"])
        #expect(answers[1...4].allSatisfy { ($0["error"] as? String)?.isEmpty == false })
        let good = try program.run(
            ["check", "--batch", "-", "--json", "--catalog", catalogFile],
            input: lines.split(separator: "\n").first.map(String.init) ?? "")
        #expect(good.status == 0)
    }

    @Test("the lines of a batch are judged as they come in, before the next ones are there")
    func batchAsItComes() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = [
            "check", "--batch", "/dev/stdin", "--json", "--home", program.home, "--catalog", catalogFile,
        ]
        let (questions, answers) = (Pipe(), Pipe())
        process.standardInput = questions
        process.standardOutput = answers
        try process.run()
        for _ in 0..<3 {
            let line = #"{"client":"nordwind","engagement":"tariff-engine","surface":"acme.local"}"# + "\n"
            try questions.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            var answer = Data()
            while answer.last != UInt8(ascii: "\n") {
                let more = answers.fileHandleForReading.availableData
                try #require(!more.isEmpty)
                answer += more
            }
            let verdict = try #require(try JSONSerialization.jsonObject(with: answer) as? [String: Any])
            #expect(verdict["surface"] as? String == "acme.local")
        }
        try questions.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("a line of a batch that is too long gets an error of its own, and the next ones their verdicts")
    func longLine() throws {
        let question = #"{"client":"nordwind","engagement":"tariff-engine","surface":"acme.local"}"#
        let long = question + String(repeating: " ", count: 2 << 20)
        let lines = ([question] + Array(repeating: long, count: 3) + [question, long])
        let result = try program.run(
            ["check", "--batch", "-", "--json", "--catalog", catalogFile],
            input: lines.joined(separator: "\n"))
        #expect(result.status == 2)
        let answers = result.output.split(separator: "\n")
        #expect(answers.count == lines.count)
        #expect(answers.first == answers.dropLast().last)
        let told = #"{"error":"the line is longer than 1 MiB"}"#
        #expect(answers.dropFirst().dropLast(2).allSatisfy { $0 == told })
        #expect(answers.last.map(String.init) == told)
    }

    @Test("switching is remembered, and the prompt shows the tag alone")
    func context() throws {
        #expect(try program.run(["current", "--json"]).status == 4)
        #expect(try program.run(["prompt"]).output.isEmpty)
        #expect(try program.run(["use", "nord/tariff-e"]).status == 0)
        let current = try program.run(["current", "--json"]).json()
        #expect(current["client"] as? String == "nordwind")
        #expect(current["engagement"] as? String == "tariff-engine")
        #expect(current["tag"] as? String == "NOR")
        #expect(try program.run(["prompt"]).output == "NOR\n")
        #expect(try run("check", "acme.chat", "--json").status == 30)
    }

    @Test("the hook of a shell shows the tag without starting a process")
    func hook() throws {
        try program.run(["use", "nordwind"])
        let hook = try program.run(["prompt", "--hook", "bash"]).output
        let bash = Process()
        bash.executableURL = URL(fileURLWithPath: "/bin/bash")
        bash.arguments = [
            "--norc", "-c", hook + "\nenable -n command; PATH=; _bulkhead_tag; echo \"[$BULKHEAD_TAG]\"",
        ]
        let pipe = Pipe()
        bash.standardOutput = pipe
        try bash.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        bash.waitUntilExit()
        #expect(output == "[NOR]\n")
    }

    @Test("the matrix has a cell for every surface and job")
    func matrix() throws {
        let matrix = try run("matrix", "--json").json()
        #expect((matrix["surfaces"] as? [String])?.count == 4)
        #expect((matrix["engagements"] as? [Any])?.count == 3)
        let cells = try #require(matrix["cells"] as? [[String: Any]])
        #expect(cells.count == 12)
        let cell = try #require(
            cells.first {
                $0["surface"] as? String == "acme.chat" && $0["engagement"] as? String == "tariff-engine"
            })
        #expect(cell["outcome"] as? String == "deny")
        #expect(try run("matrix").status == 0)
        #expect(try run("matrix", "--client", "nobody", "--json").json()["cells"] as? [[String: Any]] != nil)
    }

    @Test("one noun at a time: add, show, edit, list, remove")
    func nouns() throws {
        #expect(try program.run(["client", "add", "acme", "--name", "Acme Inc", "--tag", "ACM"]).status == 0)
        #expect(try program.run(["client", "add", "acme", "--name", "Again", "--tag", "ACM"]).status == 2)
        #expect(
            try program.run(["engagement", "add", "acme/site", "--title", "Site", "--data", "personal"])
                .status == 0)
        #expect(
            try program.run(["agreement", "add", "acme-nda", "--client", "acme", "--kind", "nda"]).status == 0
        )
        #expect(
            try program.run([
                "obligation", "add", "acme-1", "--agreement", "acme-nda", "--kind", "local-only",
            ]).status
                == 0)
        #expect(try run("check", "acme.chat", "--for", "acme/site", "--json").status == 30)
        let consent = [
            "consent", "add", "acme-c", "--client", "acme", "--surfaces", "acme", "--lifts", "local-only",
            "--granted",
            "2026-01-01",
        ]
        #expect(try program.run(consent).status == 0)
        #expect(try run("check", "acme.chat", "--for", "acme/site", "--json").status == 0)
        #expect(try program.run(["consent", "edit", "acme-c", "--revoked", "2026-02-01"]).status == 0)
        #expect(try run("check", "acme.chat", "--for", "acme/site", "--json").status == 30)
        let shown = try program.run(["consent", "show", "acme-c", "--json"]).json()
        #expect(shown["revoked"] as? String == "2026-02-01")
        #expect(try program.run(["obligation", "remove", "acme-1"]).status == 0)
        #expect(try run("check", "acme.chat", "--for", "acme/site", "--json").status == 0)
        let edit = try program.run(["client", "edit", "acme", "--tag", "much-too-long", "--json"])
        #expect(edit.status == 2)
        #expect(try edit.json()["error"] != nil)
        #expect(try program.run(["client", "remove", "acme"]).status == 0)
        #expect(!(try program.run(["client", "list"]).output.contains("acme")))
        #expect(try program.run(["client", "list", "--all"]).output.contains("acme"))
    }

    @Test("a review stands in place of the catalog's older value")
    func review() throws {
        let review = [
            "surface", "review", "acme.mystery", "on_device", "yes", "--source", "https://example.org/mine",
            "--retrieved", "2026-06-30", "--catalog", catalogFile,
        ]
        #expect(try program.run(review).status == 0)
        #expect(try run("check", "acme.mystery", "--for", "nordwind/tariff-engine", "--json").status == 0)
        #expect(
            try program.run([
                "surface", "review", "acme.mystery", "on_device", "maybe", "--source", "x", "--catalog",
                catalogFile,
            ]).status == 2)
    }

    @Test("a surface of one's own is judged like any other")
    func ownSurface() throws {
        let add = [
            "surface", "add", "homelab.llm", "--name", "Home lab", "--vendor", "My own", "--capabilities",
            "chat",
            "--fact", "on_device=yes", "--source", "https://example.org/lab", "--at", "2026-06-01",
        ]
        #expect(try program.run(add).status == 0)
        #expect(try program.run(["catalog", "validate"]).status == 0)
        #expect(
            try program.run([
                "check", "homelab.llm", "--for", "nordwind/tariff-engine", "--at", "2026-07-01", "--json",
            ])
            .status == 0)
        #expect(
            try program.run(["surface", "edit", "homelab.llm", "--fact", "on_device=no", "--source", "x"])
                .status == 0)
        #expect(
            try program.run([
                "check", "homelab.llm", "--for", "nordwind/tariff-engine", "--at", "2026-12-01", "--json",
            ])
            .status == 30)
        #expect(try program.run(["surface", "remove", "homelab.llm"]).status == 0)
    }

    @Test("an export read back and written again is the same, byte for byte")
    func export() throws {
        let first = try program.run(["export"]).output
        let other = try Program()
        let file = try other.file("w.yaml", first)
        #expect(try other.run(["import", "--replace", file]).status == 0)
        #expect(try other.run(["export"]).output == first)
        let json = try program.run(["export", "--json"]).output
        let third = try Program()
        #expect(try third.run(["import", "--replace", try third.file("w.json", json)]).status == 0)
        #expect(try third.run(["export"]).output == first)
    }

    @Test("a workspace with any problem is refused whole, with file, line and path")
    func refusedWhole() throws {
        let bad = try program.file(
            "bad.yaml",
            """
            bulkhead: 1
            clients:
              - { id: fine, name: Fine, tag: FIN }
              - { id: "not fine", name: X, tag: X }
            agreements:
              - { id: a, client: nowhere, kind: nda, effective: 2026-02-30 }
            """)
        let before = try program.run(["export"]).output
        let result = try program.run(["import", bad])
        #expect(result.status == 2)
        #expect(result.errors.contains("bad.yaml:4"))
        #expect(result.errors.contains("agreements[0].effective"))
        #expect(try program.run(["export"]).output == before)
        let json = try program.run(["import", bad, "--json"]).json()
        let error = try #require(json["error"] as? [String: Any])
        #expect(error["line"] as? Int == 4)
        #expect((error["path"] as? String)?.hasPrefix("clients[1]") == true)
    }

    @Test("without a ledger a command says how to start one")
    func noLedger() throws {
        let empty = try Program()
        let result = try empty.run(["check", "acme.chat", "--for", "x"])
        #expect(result.status == 4)
        #expect(result.errors.contains("bulkhead init"))
        #expect(try empty.run(["init"]).status == 0)
        #expect(try empty.run(["init"]).status == 0)
        #expect(try empty.run(["agreement", "show", "house"]).status == 0)
    }

    @Test("completions are there for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) throws {
        let result = try program.run(["completions", shell])
        #expect(result.status == 0)
        #expect(result.output.contains("matrix"))
    }

    @Test("options may stand before the command's name")
    func optionsFirst() throws {
        let result = try program.run([
            "--json", "--catalog", catalogFile, "check", "acme.local", "--for", "nordwind/tariff-engine",
            "--at", "2026-07-01",
        ])
        #expect(result.status == 0)
        #expect(try result.json()["outcome"] as? String == "permit")
        #expect(try program.run(["--json", "client", "list"]).json()["clients"] != nil)
    }
}

private enum Tables {
    static let invalidQuestions: [([String], Int32)] = [
        (["--for", "nobody/job"], 4), (["--for", "who"], 4), (["--for", "nordwind/"], 2),
        (["--for", "nordwind", "--data", "gossip"], 2), (["--for", "nordwind", "--done", "dance"], 2),
        (["--for", "nordwind", "--account", "nw-api"], 2), (["--for", "nordwind", "--account", "none"], 4),
        ([], 2),
    ]

    static let outcomes: [(String, String, Int32, String)] = [
        ("acme.chat", "", 30, "deny"), ("acme.local", "", 0, "permit"),
        ("acme.mystery", "", 20, "undetermined"), ("acme.local", "personal", 10, "conditional"),
        ("acme.nowhere", "", 20, "undetermined"),
    ]
}
