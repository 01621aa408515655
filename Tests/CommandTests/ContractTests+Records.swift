import Foundation
import Testing

// Papers, redaction, sessions, copies, and what is typed wrongly.
extension ContractTests {
    private func error(_ arguments: [String]) throws -> String {
        let result = try program.run(arguments + ["--json"])
        let error = try #require(try result.json()["error"] as? [String: Any])
        return try #require(error["message"] as? String)
    }

    // MARK: What is typed

    @Test(
        "a name that is no command is named, with the nearest that there is",
        arguments: [
            (["chekc", "x"], "'bulkhead check'"), (["client", "lst"], "'bulkhead client list'"),
            (["help", "agreement", "imprt"], "'bulkhead agreement import'"),
            (["restorebackup", "x"], "'bulkhead restore-backup'"), (["sessions", "shwo"], "sessions show"),
            (["frobnicate"], "'bulkhead --help'"), (["catalog", "watch"], "'bulkhead catalog --help'"),
        ])
    func noCommand(_ arguments: [String], _ meant: String) throws {
        let result = try program.run(arguments)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(meant) && result.errors.split(separator: "\n").count == 1)
        #expect(try error(arguments).contains(meant))
    }

    @Test(
        "what is typed wrongly behind a command is told in one line that names its help",
        arguments: [
            (["check", "--nope", "x"], "'--nope'", "check"), (["client", "add"], "'<name>'", "client add"),
            (["client", "add", "x", "--name"], "'--name <name>'", "client add"),
            (["sessions", "show"], "'<id>'", "sessions show"), (["check", "a\nb", "c"], "'c'", "check"),
        ])
    func wrongOption(_ arguments: [String], _ named: String, _ command: String) throws {
        let result = try program.run(arguments)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(named) && result.errors.contains("'bulkhead \(command) --help'"))
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test(
        "the options of every command may stand before it, within its name and behind it",
        arguments: [
            ["--json", "client", "list"], ["client", "--json", "list"], ["client", "list", "--json"],
        ])
    func order(_ arguments: [String]) throws {
        #expect(try program.run(arguments).json()["clients"] != nil)
        let home = try program.run(["client", "--home=" + program.home + "/none", "list"])
        #expect(home.status == 4)
    }

    @Test("a wrong duty is told under the option that it was given to")
    func duty() throws {
        let start = ["run", "--for", "nordwind", "--surface", "anthropic.claude-code"]
        #expect(try program.run(start + ["--ack", "bogus"]).errors.hasPrefix("--ack: "))
        #expect(try program.run(start + ["--done", "bogus"]).errors.hasPrefix("--done: "))
    }

    @Test("a session that two surfaces are named for is refused")
    func twoSurfaces() throws {
        let result = try program.run(["launch", "a.b", "--surface", "c.d", "--for", "nordwind"])
        #expect(result.status == 2 && result.errors.contains("a.b or c.d"))
    }

    @Test("a surface that the catalog does not hold has no answer, for a person as for a script")
    func noSuchSurface() throws {
        for arguments in [["check", "no.such"], ["why", "no.such"], ["launch", "no.such"]] {
            #expect(try program.run(arguments + ["--for", "nordwind"]).status == 20)
            #expect(try program.run(arguments + ["--for", "nordwind", "--json"]).status == 20)
        }
        #expect(try program.run(["check", "such", "--for", "nordwind"]).status == 4)
    }

    @Test("the command that explains an answer asks the same question")
    func explained() throws {
        func hint(_ arguments: [String]) throws -> Substring {
            let errors = try program.run(arguments + ["--catalog", catalog]).errors
            return try #require(errors.split(separator: "bulkhead why ").last).prefix { $0 != "\n" }
        }
        let options = ["--for", "nordwind/tariff-engine", "--data", "personal", "--done", "redact"]
        let asked = try hint(["check", "acme.chat"] + options)
        #expect(asked.hasPrefix("acme.chat --for nordwind/tariff-engine --data personal --done redact"))
        let again = asked.split(separator: " ").map { $0.trimmingCharacters(in: ["'"]) }
        let why = try program.run(["why"] + again + ["--json"]).json()
        let check = try program.run(["check", "acme.chat"] + options + ["--catalog", catalog, "--json"])
            .json()
        #expect(why["data"] as? [String] == ["personal"])
        #expect(why["outcome"] as? String == check["outcome"] as? String)
        let refused = try hint(["run", "--surface", "acme.chat"] + options + ["--", "true"])
        #expect(refused == "acme.chat --for nordwind/tariff-engine --data personal --done redact.")
    }

    @Test("a text of the workspace file is one to every reader, whatever it looks like")
    func texts() throws {
        let workspace = """
            bulkhead: 1
            clients: [{ id: odd, name: "2026-01-01", tag: ODD, aliases: ["7", "1e3", "true"] }]
            agreements:
              - { id: odd-nda, client: odd, kind: nda, effective: 2026-01-01, obligations: [
                  { id: odd-7, kind: retention-limit, max_days: 30, clause: "7", quote: "2026" } ] }
            """
        #expect(try program.run(["import", "--replace", program.file("odd.yaml", workspace)]).status == 0)
        let lines = try program.run(["export"]).output.split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        for line in [
            #"name: "2026-01-01""#, #"aliases: ["7", "1e3", "true"]"#, #"clause: "7""#, #"quote: "2026""#,
            "max_days: 30", "effective: 2026-01-01", "bulkhead: 1",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
    }

    @Test("what is shown of a surface holds its reviews, for a script too")
    func reviews() throws {
        try program.run([
            "surface", "review", "acme.chat", "retention_days", "30", "--source", "u", "--catalog", catalog,
        ])
        let shown = try program.run(["surface", "show", "acme.chat", "--json", "--catalog", catalog]).json()
        let review = try #require((shown["reviews"] as? [[String: Any]])?.first)
        #expect(review["key"] as? String == "retention_days" && review["value"] as? Int == 30)
    }

    @Test("a report takes the engagement as the list of engagements names it")
    func reportOfListed() throws {
        let listed = try program.run(["engagement", "list"]).output.split(separator: "\n").map { line in
            String(line.split(separator: " ")[0])
        }
        for name in listed {
            let client = String(name.split(separator: "/")[0])
            #expect(try program.run(["report", client, "--engagement", name]).status == 0)
        }
        #expect(!listed.isEmpty)
    }

    @Test("what was done for a client can be reported after it was archived")
    func archivedReport() throws {
        try program.run(["client", "remove", "nordwind"])
        #expect(try program.run(["report", "nordwind"]).output.contains("Nordwind Logistik GmbH"))
        #expect(try program.run(["report", "nordwind", "--json"]).status == 0)
    }

    @Test(
        "a setting that does not exist, and a value that one does not take, are named with their line",
        arguments: [
            "bogus = 1", "mouse = maybe", "verdict_colors = \"x\"", "theme = ", "clipboard_seconds = -1",
        ])
    func settings(_ line: String) throws {
        let folder = program.home + "/config"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try program.file("config/config.toml", "# mine\n\(line)\n")
        let result = try program.run(["keys"])
        #expect(result.status == 2)
        #expect(result.errors.contains("config.toml, line 2: \(line.prefix { $0 != " " }) is"))
        _ = try program.file(
            "config/config.toml", "theme = \"gruvbox-dark\"\nmouse = true # mine\n\n[keys]\n")
        #expect(try program.run(["keys"]).status == 0)
    }

    // MARK: Terms

    @Test("a term that was taken for absent counts again once it is confirmed, or called unknown")
    func foundAfterAll() throws {
        func isJudged() throws -> Bool {
            let verdict = try program.run([
                "check", "acme.chat", "--for", "nordwind", "--catalog", catalog,
                "--json",
            ]).json()
            let findings = try #require(verdict["findings"] as? [[String: Any]])
            return findings.contains { $0["id"] as? String == "nda-3a" }
        }
        #expect(try isJudged())
        for word in ["unknown", "confirm"] {
            try program.run(["obligation", "absent", "nda-3a"])
            #expect(try !isJudged())
            try program.run(["obligation", word, "nda-3a"])
            #expect(try isJudged())
        }
    }

    @Test("who read a term, and when, is kept and shown")
    func readings() throws {
        let reader = ["USER": "jana"]
        func shown() throws -> String { try program.run(["agreement", "show", "nordwind-nda"]).output }
        try program.run(["obligation", "confirm", "nda-3a"], environment: reader)
        try program.run(["obligation", "absent", "nda-9"], environment: reader)
        let today = String(ISO8601DateFormatter().string(from: Date()).prefix(10))
        #expect(try shown().contains("[recorded, by jana on \(today)]"))
        #expect(try shown().contains("[read and absent, by jana on \(today)]"))
        try program.run(["obligation", "confirm", "nda-9"], environment: reader)
        try program.run(["obligation", "remove", "nda-9"])
        #expect(try shown().contains("[taken out"))
        let agreement = try program.run(["agreement", "show", "nordwind-nda", "--json"]).json()
        let terms = try #require(agreement["obligations"] as? [[String: Any]])
        let read = try #require(terms.first { $0["id"] as? String == "nda-3a" }?["read"] as? [String: String])
        #expect(read == ["as": "recorded", "by": "jana", "on": today])
        #expect(try program.run(["log", "list"]).output.contains("reading  nda-3a recorded by jana"))
    }

    @Test("an imported paper says of every kind of term that nobody has read it yet")
    func unread() throws {
        let paper = try program.file("paper.txt", PaperCommandTests.paper)
        try program.run(["agreement", "import", paper, "--client", "nobody", "--id", "read", "--accept-all"])
        #expect(try program.run(["agreement", "show", "read"]).output.hasSuffix("kinds not read: all\n"))
        let kinds =
            try program.run(["agreement", "show", "read", "--json"]).json()["kinds"] as? [String: Any]
        #expect((kinds?["not read"] as? [String])?.contains("residuals") == true)
        #expect(try program.run(["agreement", "show", "nordwind-nda", "--json"]).json()["kinds"] == nil)
        let piped = try program.run(["agreement", "import", "-"], input: PaperCommandTests.paper)
        #expect(piped.status == 2 && piped.errors.contains("standard input"))
    }

    @Test("the log names the item that a command changed")
    func logged() throws {
        try program.run(["client", "edit", "nordwind", "--jurisdiction", "DE"])
        try program.run(["engagement", "remove", "nordwind/tariff-audit"])
        let log = try program.run(["log", "list"]).output
        #expect(log.contains("put  client nordwind\n"))
        #expect(log.contains("archive  engagement nordwind/tariff-audit\n"))
    }

    @Test("what a form is filled in with counts, and what is left out has the form's own default")
    func filledIn() throws {
        func expiry(_ id: String, _ facts: String...) throws -> String? {
            let form = ["agreement", "new", "--form", "common-paper-mutual-nda", "--client", "nobody"]
            let result = try program.run(form + ["--id", id] + facts.flatMap { ["--fact", $0] })
            #expect(result.status == 0, "\(result.errors)")
            return try program.run(["agreement", "show", id, "--json"]).json()["expires"] as? String
        }
        let effective = "Effective Date=2026-03-01"
        #expect(try expiry("one", effective) == "2027-03-01")
        #expect(try expiry("two", effective, "MNDA Term=2 years") == "2028-03-01")
        #expect(try expiry("three", effective, "MNDA Term=P18M") == "2027-09-01")
        #expect(try expiry("four", effective, "MNDA Term=perpetual") == nil)
        #expect(try expiry("five", "MNDA Term=2 years") == nil)
        #expect(try expiry("six", effective, "Term of Confidentiality=3 years") == "2027-03-01")
        let survival = try program.run(["agreement", "show", "six", "--json"]).json()["survival"]
        #expect(survival as? [String: String] == ["for": "P3Y", "from": "effective"])
    }

    @Test(
        "a day that is none, a name that a form does not have and a length that is none are refused",
        arguments: [
            ("Effective Date=2026-02-30", "2026-02-30"), ("effective_date=soon", "soon"),
            ("Bogus=1", "MNDA Term"), ("MNDA Term=two bananas", "two bananas"), ("bogus", "NAME=VALUE"),
        ])
    func wrongFact(_ fact: String, _ named: String) throws {
        let result = try program.run([
            "agreement", "new", "--form", "common-paper-mutual-nda", "--client", "nobody", "--fact", fact,
        ])
        #expect(result.status == 2 && result.errors.contains(named))
        #expect(try program.run(["agreement", "list", "--json"]).output.contains("common-paper") == false)
        let paper = try program.file("paper.txt", PaperCommandTests.paper)
        let read = try program.run(["agreement", "import", paper, "--fact", "effective_date=2026-02-30"])
        #expect(read.status == 2)
    }

    @Test("a step through the changes shows the lines that change, and no others")
    func steps() throws {
        let second = try program.file("second.yaml", "bulkhead: 1\nclients: [{ id: z, name: Z, tag: ZZ }]\n")
        try program.run(["import", second])
        try program.run(["client", "remove", "nordwind"])
        let undone = try program.run(["undo", "--yes", "--json"]).json()["lines"] as? [String]
        #expect(undone == ["-    archived: true"])
        let redone = try program.run(["redo", "--yes", "--json"]).json()["lines"] as? [String]
        #expect(redone == ["+    archived: true"])
    }

    // MARK: Redaction

    @Test("the line protocol finds the names of the job, and each span once")
    func lines() throws {
        let line = #"{"text": "to Nordwind Logistik GmbH"}"# + "\n"
        let found = try program.run(["redact", "--engine-json", "--for", "nordwind"], input: line)
        #expect(found.output == #"{"spans":[[3,25,"TERM"]]}"# + "\n")
        #expect(try program.run(["redact", "--engine-json"], input: line).output == #"{"spans":[]}"# + "\n")
        #expect(try program.run(["redact", "--engine-json", "--for", "none"], input: line).status == 4)
        let bad = try program.run(["redact", "--engine-json"], input: line + "bad\n")
        #expect(bad.status == 2 && bad.errors.hasPrefix("Line 2 "))
    }

    @Test("a difference shows the lines that change, and with --json stands in the document")
    func difference() throws {
        let redact = ["redact", "--for", "nordwind", "--diff"]
        let text = "to Nordwind Logistik GmbH\nkept\n"
        let lines = try program.run(redact, input: text).output.split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == "-to Nordwind Logistik GmbH" && lines[1].hasPrefix("+to "))
        let last = try program.run(redact, input: "to Nordwind Logistik GmbH\n").output
        #expect(last.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
        let document = try program.run(redact + ["--json"], input: text).json()
        #expect((document["diff"] as? String)?.hasPrefix("-to Nordwind") == true)
    }

    @Test("what cannot be restored is one document with --json")
    func nothingToRestore() throws {
        let redacted = try program.run(["redact", "--for", "nordwind"], input: "Nordwind Logistik GmbH")
        try program.run(["redact", "--shred", "--for", "nordwind"])
        let result = try program.run(["restore", "--for", "nordwind", "--json"], input: redacted.output)
        #expect(result.status == 4)
        #expect(try result.json()["error"] != nil)
    }

    // MARK: Copies

    @Test("a backup takes no file's place, asks nobody without a terminal, and needs the key that is named")
    func copies() throws {
        let file = try program.file("there.age", "x")
        let taken = try program.run(["backup", file, "--recipient", "age1x"])
        #expect(taken.status == 2 && taken.errors.contains("is there already"))
        let unasked = try program.run(
            ["--wait", Program.path, "backup", program.home + "/new.age"], of: setsid)
        #expect(unasked.status == 2 && unasked.errors.contains("--recipient"))
        let keyless = try program.run(["restore-backup", file, "--identity", program.home + "/none"])
        #expect(keyless.status == 4 && keyless.errors.contains("none"))
        let other = try program.run(["restore-backup", file])
        #expect(other.status == 3 && other.errors.hasPrefix("The backup could not be opened"))
    }

    private var setsid: String { "/usr/bin/setsid" }
}
