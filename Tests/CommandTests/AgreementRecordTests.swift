import Foundation
import Testing

/// What happens under an agreement after it was signed: events, readings, the end, and the file itself.
@Suite struct AgreementRecordTests {
    private func program() throws -> Program {
        let program = try Program()
        try program.run(["init"])
        let workspace = try program.file(
            "workspace.yaml",
            """
            bulkhead: 1
            clients:
              - { id: acme, name: Acme, tag: ACM, engagements: [{ id: job, title: Job, directories: [/srv/acme] }] }
            agreements:
              - id: acme-nda
                client: acme
                kind: nda
                engagement: job
                effective: 2026-01-01
                obligations:
                  - { id: acme-2, kind: third-party-disclosure, clause: "2", quote: "not disclose", reading: proposed }
                  - { id: acme-10, kind: return-or-destroy, within: P30D, clause: "10" }
            accounts:
              - { id: acme-login, client: acme, surface: anthropic.claude-api }
            """)
        #expect(try program.run(["import", workspace]).status == 0)
        return program
    }

    private func agreement(_ program: Program, _ id: String = "acme-nda") throws -> [String: Any] {
        try program.run(["agreement", "show", id, "--json"]).json()
    }

    @Test("the first and the last disclosure move apart, whatever the order in which they are told")
    func received() throws {
        let program = try program()
        for day in ["2026-03-05", "2026-02-01", "2026-04-09", "2026-03-20"] {
            #expect(try program.run(["agreement", "event", "acme-nda", "received", day]).status == 0)
        }
        let found = try agreement(program)
        #expect(found["first_disclosure"] as? String == "2026-02-01")
        #expect(found["last_disclosure"] as? String == "2026-04-09")
        #expect(try program.run(["log", "list"]).output.contains("event  acme-nda received 2026-02-01"))
        #expect(try program.run(["agreement", "event", "acme-nda", "received", "2026-02-30"]).status == 2)
        #expect(try program.run(["agreement", "event", "acme-nda", "lost", "2026-02-03"]).status == 2)
    }

    @Test("services that end close the engagement, and an end moves what is due")
    func ended() throws {
        let program = try program()
        #expect(
            try program.run(["agreement", "event", "acme-nda", "services-ended", "2026-05-01"]).status == 0)
        let job = try program.run(["engagement", "show", "acme/job", "--json"]).json()
        #expect(job["ends"] as? String == "2026-05-01" && job["status"] as? String == "closed")
        #expect(try program.run(["agreement", "event", "acme-nda", "terminated", "2026-05-10"]).status == 0)
        let due = try program.run(["due", "--json", "--at", "2026-05-11"]).json()
        let returns = (due["due"] as? [[String: Any]] ?? []).filter {
            $0["kind"] as? String == "return-or-destroy"
        }
        #expect(returns.map { $0["date"] as? String } == ["2026-06-09"])
    }

    @Test("material is listed by place; the statement waits for what is left, and then settles what was due")
    func returned() throws {
        let program = try program()
        try program.run(["agreement", "event", "acme-nda", "terminated", "2026-05-10"])
        let client = program.home + "/compartments/aaaa"
        let profile = client + "/bbbb/home"
        try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
        try Data("client acme".utf8).write(to: URL(fileURLWithPath: client + "/owner"))
        try Data("surface anthropic.claude-api".utf8).write(to: URL(fileURLWithPath: client + "/bbbb/owner"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: profile + "/history"))
        let list = try program.run(["agreement", "return", "acme-nda", "--json"]).json()
        let items = try #require(list["items"] as? [[String: Any]])
        #expect(items.compactMap { $0["kind"] as? String } == ["folder", "profile", "account"])
        #expect(items.first { $0["kind"] as? String == "profile" }?["holds"] as? Bool == true)
        #expect((list["clauses"] as? [[String: Any]])?.first?["by"] as? String == "2026-06-09")
        let early = try program.run(["agreement", "return", "acme-nda", "--done"])
        #expect(early.status == 40 && early.errors.contains("anthropic.claude-api"))
        try FileManager.default.removeItem(atPath: client)
        let done = try program.run([
            "agreement", "return", "acme-nda", "--done", "--at", "2026-06-01", "--json",
        ])
        #expect(done.status == 0, "\(done.errors)")
        let receipt = try #require(try done.json()["receipt"] as? String)
        #expect(try program.run(["log", "verify", "--receipt", receipt]).status == 0)
        #expect(try agreement(program)["returned"] as? String == "2026-06-01")
        let due = try program.run(["due", "--json", "--at", "2026-06-20"]).output
        #expect(!due.contains("return-or-destroy"))
    }

    @Test("how far a term was read is a field of its own, and goes out and in unchanged")
    func reading() throws {
        let program = try program()
        func reading() throws -> String? {
            try program.run(["obligation", "show", "acme-2", "--json"]).json()["reading"] as? String
        }
        #expect(try reading() == "proposed")
        #expect(try program.run(["agreement", "show", "acme-nda"]).output.contains("[proposed, not read]"))
        try program.run(["obligation", "unknown", "acme-2"])
        #expect(try reading() == "unknown")
        let exported = try program.run(["export"]).output
        let copy = try Program()
        try copy.run(["init"])
        try copy.run(["import", copy.file("w.yaml", exported), "--replace"])
        #expect(try copy.run(["export"]).output == exported)
        try program.run(["obligation", "confirm", "acme-2"])
        #expect(try reading() == nil)
        let shown = try program.run(["agreement", "show", "acme-nda"]).output
        #expect(shown.contains("clause 2  third-party-disclosure  [recorded, by "))
        let places = try ["clause 2 ", "clause 10 "].map { try #require(shown.range(of: $0)).lowerBound }
        #expect(places == places.sorted())
    }

    @Test("an agreement says what it replaces, and by what it is replaced")
    func superseded() throws {
        let program = try program()
        try program.run([
            "agreement", "add", "acme-2026", "--client", "acme", "--kind", "nda", "--effective", "2026-07-01",
            "--supersedes", "acme-nda",
        ])
        #expect(try program.run(["agreement", "show", "acme-2026"]).output.contains("replaces: acme-nda"))
        let old = try program.run(["agreement", "show", "acme-nda"]).output
        #expect(old.contains("replaced by: acme-2026, from 2026-07-01 on"))
    }

    @Test("a signed paper that is no longer the file that was read is named by doctor")
    func document() throws {
        let program = try program()
        let paper = try program.file("paper.txt", PaperCommandTests.paper)
        try program.run([
            "agreement", "import", paper, "--client", "acme", "--id", "acme-paper", "--accept-all",
        ])
        func document() throws -> [String: Any]? {
            let probes = try program.run(["doctor", "--json"]).json()["probes"] as? [[String: Any]]
            return probes?.first { ($0["detail"] as? String)?.hasPrefix("acme-paper") ?? false }
        }
        #expect(try document()?["state"] as? String == "ok")
        try Data("another text".utf8).write(to: URL(fileURLWithPath: paper))
        #expect(try document()?["state"] as? String == "failed")
        try FileManager.default.removeItem(atPath: paper)
        #expect(try document()?["state"] as? String == "absent")
    }
}
