import Foundation
import Testing

/// `agreement import` and `due`, as a script calls them.
@Suite struct PaperCommandTests {
    static let paper = """
        MUTUAL NON-DISCLOSURE AGREEMENT

        1. Confidential Information. "Confidential Information" means all non-public information.

        2. Non-disclosure. The Receiving Party shall not disclose Confidential Information to any third party \
        without the prior written consent of the Disclosing Party.

        3. Return. Within thirty (30) days after termination the Receiving Party shall return or destroy all \
        Confidential Information.

        """

    @Test("a paper is read without a ledger, and every proposal quotes the paper")
    func readWithoutLedger() throws {
        let program = try Program()
        let file = try program.file("paper.txt", Self.paper)
        let result = try program.run(["agreement", "import", file, "--json"])
        #expect(result.status == 0, "\(result.errors)")
        let json = try result.json()
        let proposals = try #require(json["proposals"] as? [[String: Any]])
        let kinds = (json["obligations"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
        #expect(kinds.contains("third-party-disclosure"), "\(kinds)")
        let words = Self.paper.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for proposal in proposals {
            let quote = try #require(proposal["quote"] as? String)
            #expect(!quote.isEmpty)
            #expect(
                words.contains(quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")), "\(quote)"
            )
        }
        #expect(((json["sha256"] as? [String: String])?["file"])?.count == 64)
        #expect(!FileManager.default.fileExists(atPath: program.home + "/ledger.sqlite"))
    }

    @Test("nothing is recorded unless it is asked for, and then as unread")
    func accept() throws {
        let program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "acme", "--name", "Acme", "--tag", "ACM"])
        let file = try program.file("paper.txt", Self.paper)
        let before = try program.run(["export", "--json"]).output
        #expect(try program.run(["agreement", "import", file, "--client", "acme"]).status == 0)
        #expect(try program.run(["export", "--json"]).output == before)
        let arguments = [
            "agreement", "import", file, "--client", "acme", "--id", "acme-paper", "--accept-all",
        ]
        #expect(try program.run(arguments).status == 0)
        let terms = try program.run(["obligation", "list"]).output
        #expect(terms.contains("acme-paper"), "\(terms)")
        #expect(try program.run(arguments).status == 2)
    }

    @Test("a file that is not there, and one of no known kind, are refused in one sentence")
    func refused() throws {
        let program = try Program()
        let missing = try program.run(["agreement", "import", program.home + "/none.pdf", "--json"])
        #expect(missing.status == 2 || missing.status == 4)
        #expect(try missing.json()["error"] != nil)
        let odd = try program.file("odd.pdf", "this is no PDF")
        #expect(try program.run(["agreement", "import", odd]).status == 2)
    }

    @Test("what is due is listed by day, and a calendar names tags and never clients")
    func due() throws {
        let program = try Program()
        let workspace = try program.file(
            "workspace.yaml",
            """
            bulkhead: 1
            clients: [{ id: acme, name: Acme Secret Labs, tag: ACM }]
            agreements:
              - { id: acme-nda, client: acme, kind: nda, effective: 2025-01-01, expires: 2026-12-01 }
            """)
        try program.run(["import", workspace])
        let result = try program.run(["due", "--json", "--at", "2026-11-22"])
        #expect(result.status == 0)
        let due = try #require(try result.json()["due"] as? [[String: Any]])
        let dates = due.compactMap { $0["date"] as? String }
        #expect(dates == dates.sorted())
        let ends = due.filter { $0["date"] as? String == "2026-12-01" && $0["client"] as? String == "acme" }
        #expect(!ends.isEmpty, "\(due)")
        for entry in due { #expect(Set(entry.keys) == ["date", "kind", "client", "what"]) }
        let calendar = try program.run(["due", "--ics", "--at", "2026-11-22"]).output
        #expect(calendar.contains("ACM") && calendar.contains("20261201"))
        #expect(!calendar.contains("Acme Secret Labs"))
    }
}
