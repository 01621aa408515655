import Foundation
import Testing

// Options that are given twice, names in short, and what a dry run is for.
extension ContractTests {
    private func object(_ arguments: [String], input: String = "") throws -> [String: Any] {
        try program.run(arguments + ["--json"], input: input).json()
    }

    @Test("material and duties that are named in several options are judged together")
    func together() throws {
        let check = ["check", "acme.chat", "--for", "nordwind", "--catalog", catalog]
        let twice = try object(check + ["--data", "source-code", "--data", "personal"])
        #expect(twice["data"] as? [String] == ["source-code", "personal"])
        #expect(
            try object(["why"] + check.dropFirst() + ["--data", "personal"])["data"] as? [String] == [
                "personal"
            ])
        let at = ["--catalog", catalog, "--at", "2026-07-01"]
        let local = ["check", "acme.local", "--for", "nordwind", "--data", "personal"] + at
        #expect(try program.run(local + ["--done", "redact", "--done", "connect-vpn"]).status == 0)
        let other = local + ["--done", "connect-vpn"]
        #expect(try program.run(other).status == 10)
    }

    @Test("a list of a record that is given in several options is kept whole")
    func wholeList() throws {
        let add = ["consent", "add", "ok", "--client", "nordwind", "--granted", "2026-01-01"]
        let lists = [
            "--lifts", "nda-3a", "--lifts", "nda-9", "--surfaces", "acme", "--surfaces", "acme.chat",
        ]
        #expect(try program.run(add + lists).status == 0)
        let consent = try object(["consent", "show", "ok"])
        #expect(consent["lifts"] as? [String] == ["nda-3a", "nda-9"])
        #expect(consent["surfaces"] as? [String] == ["acme", "acme.chat"])
    }

    @Test("an explanation may be asked for remedies, which it has anyway")
    func remediesOfWhy() throws {
        let why = ["why", "acme.chat", "--for", "nordwind", "--catalog", catalog]
        #expect(try program.run(why + ["--remedies"]).output == program.run(why).output)
    }

    @Test(
        "what a batch would not heed is refused",
        arguments: [
            ["--for", "nordwind"], ["--data", "personal"], ["--done", "redact"], ["--route", "acme.api"],
            ["--account", "nw-api"],
        ])
    func besidesBatch(_ option: [String]) throws {
        let result = try program.run(["check", "--batch", "-"] + option)
        #expect(result.status == 2 && result.output.isEmpty && result.errors.contains(option[0]))
    }

    // MARK: Names

    @Test("an engagement is shown by what its list calls it, and by the beginnings that only it has")
    func engagementNames() throws {
        #expect(try object(["engagement", "show", "tariff-audit"])["client"] as? String == "nordwind")
        #expect(try program.run(["engagement", "show", "nordw/tariff-a"]).output.contains("Tariff audit"))
        #expect(try program.run(["engagement", "show", "nordw/tariff-a", "--json"]).status == 4)
        #expect(try program.run(["engagement", "show", "nordwind/tariff"]).status == 2)
        try program.run(["engagement", "add", "nobody/tariff-audit", "--title", "Another"])
        let twice = try program.run(["engagement", "show", "tariff-audit"])
        #expect(twice.status == 2 && twice.errors.contains("nobody/tariff-audit"))
        let edited = try program.run(["engagement", "edit", "nordw/tariff-e", "--title", "New"])
        #expect(edited.errors == "Changed the engagement nordwind/tariff-engine.\n")
    }

    @Test("what a record refers to may be named in short by a person, and is kept in full")
    func references() throws {
        let add = ["agreement", "add", "sow", "--kind", "sow", "--client"]
        #expect(try program.run(add + ["nordw", "--engagement", "nordwind/tariff-e"]).status == 0)
        let sow = try object(["agreement", "show", "sow"])
        #expect(sow["client"] as? String == "nordwind" && sow["engagement"] as? String == "tariff-engine")
        try program.run([
            "account", "add", "chat", "--client", "nob", "--surface", "chat", "--catalog", catalog,
        ])
        #expect(try object(["account", "show", "chat"])["surface"] as? String == "acme.chat")
        for none in [["nope"], ["nordw"], ["nordwind", "--engagement", "nope"]] {
            let refused = ["agreement", "add", "other", "--kind", "sow", "--json", "--client"] + none
            #expect(try program.run(refused).status == 4)
        }
    }

    @Test("an account is named in full, or by the beginning that only it has")
    func accountNames() throws {
        let check = ["check", "acme.api", "--for", "nordwind", "--catalog", catalog, "--account"]
        #expect(try program.run(check + ["nw-a"]).status == 30)
        #expect(try program.run(check + ["nw-a", "--json"]).status == 4)
        #expect(try program.run(check + ["nope"]).status == 4)
    }

    @Test("a name that is empty is refused", arguments: [["--route", ""], ["--account", ""]])
    func empty(_ option: [String]) throws {
        let check = ["check", "acme.api", "--for", "nordwind", "--catalog", catalog]
        let result = try program.run(check + option)
        #expect(result.status == 2 && result.errors.hasPrefix(option[0]))
        #expect(try program.run(["check", "", "--for", "nordwind", "--json"]).status == 2)
    }

    @Test("material and duties that do not exist are refused where nothing is judged too")
    func unjudged() throws {
        let run = ["run", "--for", "nobody", "--dry-run", "--json"]
        #expect(try program.run(run).status == 0)
        #expect(try program.run(run + ["--data", "bogus"]).status == 2)
        #expect(try program.run(run + ["--done", "bogus"]).status == 2)
    }

    @Test("a batch that begins with a byte order mark is read as one without")
    func markedBatch() throws {
        let line = #"{"client":"nordwind","surface":"acme.chat"}"# + "\n"
        let batch = ["check", "--batch", "-", "--catalog", catalog]
        let marked = try program.run(batch, input: "\u{FEFF}" + line)
        #expect(try marked.status == 0 && marked.output == program.run(batch, input: line).output)
    }

    // MARK: Terms

    @Test("a term that was confirmed is not edited until the confirmation is taken back")
    func confirmed() throws {
        let edit = ["obligation", "edit", "nda-9", "--clause", "9.1"]
        #expect(try program.run(edit).status == 0)
        try program.run(["obligation", "confirm", "nda-9"])
        let refused = try program.run(edit)
        #expect(refused.status == 40 && refused.errors.contains("obligation unknown nda-9"))
        let read = try #require(try object(["obligation", "show", "nda-9"])["read"] as? [String: String])
        #expect(read["as"] == "recorded" && read["on"]?.count == 10)
        try program.run(["obligation", "unknown", "nda-9"])
        #expect(try program.run(edit).status == 0)
    }

    @Test("a term stays one of its own agreement")
    func ownAgreement() throws {
        let edit = ["obligation", "edit", "nda-9", "--clause", "9.1", "--agreement"]
        #expect(try program.run(edit + ["house"]).status == 2)
        #expect(try program.run(edit + ["nordwind-nda"]).status == 0)
    }

    @Test("what is part of an archived item is listed with the archived ones alone")
    func partOfArchived() throws {
        func ids(_ list: [String]) throws -> [String] {
            let items = try #require(try object(list)[list[0] + "s"] as? [[String: Any]])
            return items.compactMap { $0["id"] as? String }
        }
        #expect(try ids(["obligation", "list"]).contains("nda-9"))
        try program.run(["agreement", "remove", "nordwind-nda"])
        #expect(try ids(["obligation", "list"]).contains("nda-9") == false)
        #expect(try ids(["obligation", "list", "--all"]).contains("nda-9"))
        #expect(
            try program.run(["obligation", "list", "--all"]).output.contains(
                "nda-9  redaction  9  personal  archived"))
        try program.run(["client", "remove", "nordwind"])
        #expect(try ids(["engagement", "list"]).isEmpty)
    }

    // MARK: Sessions

    @Test("duties may be acknowledged in one option or in several, and the surface may stand behind them")
    func acknowledged() throws {
        let job = ["--for", "nobody", "--catalog", catalog, "--at", "2026-07-01", "--dry-run"]
        for ack in [["--ack", "redact", "present-key"], ["--ack", "redact", "--ack", "present-key"]] {
            #expect(
                try program.run(["run", "--surface", "acme.local"] + ack + job + ["--", "true"]).status == 0)
            #expect(try program.run(["launch", "acme.local"] + ack + job).status == 0)
            #expect(try program.run(["launch"] + job + ack + ["acme.local"]).status == 0)
        }
        let wrong = try program.run(["launch", "acme.local", "--ack", "redact", "bogus"] + job)
        #expect(wrong.status == 2 && wrong.errors.hasPrefix("--ack: "))
    }

    @Test("a dry run exits as the verdict does, also where a session could not start")
    func dryRunOutcome() throws {
        let job = ["--for", "nordwind/tariff-engine", "--catalog", catalog, "--at", "2026-07-01"]
        try program.run(["engagement", "edit", "nordwind/tariff-engine", "--directory", "/no/such/folder"])
        let dry = try program.run(["launch", "acme.chat", "--dry-run", "--json"] + job)
        #expect(dry.status == 30 && dry.errors.contains("/no/such/folder"))
        #expect(try dry.json()["argv"] as? [String] == [])
        let local = try program.run(["launch", "acme.local", "--dry-run", "--json"] + job)
        #expect(local.status == 0 && local.errors.contains("judged only"))
        #expect(try program.run(["launch", "acme.local"] + job).status == 40)
        // What was denied is said before anything of the folder.
        #expect(try program.run(["launch", "acme.chat"] + job).status == 30)
    }

    // MARK: Files

    @Test("a file that a shell hands over as a pipe is read")
    func pipe() throws {
        let script = #"cat "$1" | "$0" import --json /dev/stdin && "$0" catalog validate <(cat "$2")"#
        let files = [program.home + "/workspace.yaml", catalog]
        let result = try program.run(["-c", script, Program.path] + files, of: "/bin/bash")
        #expect(result.status == 0 && result.output.hasSuffix("4 surfaces, no problem.\n"))
    }

    @Test("every problem of every catalog file is told at once")
    func allFiles() throws {
        let one = try program.file("one.yaml", "catalog: 1\nfoo: 1\n")
        let two = try program.file("two.yaml", "catalog: 1\nbar: 1\n")
        let result = try program.run(["catalog", "validate", one, two])
        #expect(result.status == 2)
        #expect(result.errors.contains(one + ":2") && result.errors.contains(two + ":2"))
    }

    @Test("a fact of an own surface keeps the page it was read at")
    func ownPages() throws {
        let surface = ["own.chat", "--source"]
        let first = ["--fact", "dpa=yes", "--name", "Own", "--hosts", "a.example", "--hosts", "b.example"]
        #expect(
            try program.run(["surface", "add"] + surface + ["https://a.example/terms"] + first).status == 0)
        let second = surface + ["https://b.example/terms", "--fact", "baa=yes"]
        #expect(try program.run(["surface", "edit"] + second).status == 0)
        let shown = try program.run(["surface", "show", "own.chat"]).output
        #expect(shown.contains("dpa = yes; https://a.example/terms"))
        #expect(shown.contains("baa = yes; https://b.example/terms"))
        #expect(shown.contains("hosts: a.example, b.example"))
    }
}
