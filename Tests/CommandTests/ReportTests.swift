import Foundation
import Ledger
import Permits
import Testing

/// `report`, over ledgers made up of clients that know nothing of each other.
@Suite struct ReportTests {
    /// A made-up ledger: each client's words stand in places of its own, and some in another's by mistake.
    struct Generated {
        struct Client {
            var id: String
            var tag: String
            /// Words that belong to this client and to no other.
            var words: [String]
        }

        var clients: [Client] = []
        var workspace = ""
        private var state: UInt64

        init(seed: UInt64) {
            state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
            for number in 0..<(3 + pick(3)) {
                let id = word() + (pick(2) == 0 ? "-" + word() : "")
                clients.append(
                    Client(
                        id: id, tag: "T" + ["Q", "X", "Z", "J", "K", "W"][number],
                        words: [id] + (0..<6).map { _ in word() + word() }))
            }
            var text = "bulkhead: 1\nclients:\n"
            for client in clients {
                let w = client.words
                text += """
                      - id: \(client.id)
                        name: \(w[1].capitalized) GmbH
                        tag: \(client.tag)
                        aliases: [\(w[2])]
                        redact: { codenames: [\(w[3])], domains: [\(w[4]).example] }
                        engagements:
                          - { id: \(w[5]), title: Work on \(w[6]), data: [source-code, personal], directories: [/srv/\(w[5])] }

                    """
            }
            text += "agreements:\n"
            for client in clients {
                let other = another(than: client)
                text += """
                      - id: \(client.id)-nda
                        client: \(client.id)
                        kind: nda
                        title: NDA in the manner of \(other.words[1].capitalized)
                        obligations:
                          - { id: \(client.id)-o1, kind: third-party-disclosure, clause: "2(b)" }

                    """
            }
            text += "consents:\n"
            for client in clients {
                text += """
                      - { id: \(client.id)-yes, client: \(client.id), surfaces: [anthropic.claude-api], lifts: [third-party-disclosure], granted: 2026-02-01, evidence: "mail, like the one of \(another(than: client).words[2].uppercased())" }

                    """
            }
            text += "accounts:\n"
            for client in clients {
                let other = another(than: client)
                text += """
                      - { id: \(client.id)-login, client: \(client.id), surface: anthropic.claude-api, identity: \(client.words[1])@example.org, seen: [{ client: \(other.id), date: 2026-01-01 }] }

                    """
            }
            workspace = text
        }

        mutating func pick(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }

        private mutating func word() -> String {
            let starts = ["br", "kl", "v", "z", "str", "m", "dr", "gl", "pf", "qu"]
            let vowels = ["a", "o", "u", "ei", "au"]
            let ends = ["nk", "rt", "lm", "x", "ff", "sch"]
            return (0..<2).map { _ in
                starts[pick(starts.count)] + vowels[pick(vowels.count)] + ends[pick(ends.count)]
            }.joined()
        }

        mutating func another(than client: Client) -> Client {
            let others = clients.filter { $0.id != client.id }
            return others[pick(others.count)]
        }
    }

    /// Puts sessions, receipts of redaction and refusals into a ledger.
    private func fill(_ home: String, _ generated: inout Generated) throws {
        let ledger = try Ledger.open(home: home)
        for round in 0..<4 {
            for client in generated.clients {
                let other = generated.another(than: client)
                var session = SessionRow(verdict: "permit", start: 1_780_000_000 + Int64(round) * 86_400)
                session.client = client.id
                session.engagement = round == 3 ? nil : client.words[5]
                session.surface = "anthropic.claude-api"
                session.account = client.id + "-login"
                session.acknowledged = ["redact"]
                session.evidence = """
                    {"outcome":"permit","data":["source-code"],"duties":["redact"],"findings":[\
                    {"id":"\(client.id)-o1","kind":"third-party-disclosure","agreement":"\(client.id)-nda",\
                    "clause":"2(b)","status":"lifted","consent":"\(client.id)-yes","text":"lifted"},\
                    {"id":"account-conflict","kind":"account-conflict","agreement":null,"clause":null,\
                    "status":"breach","consent":null,"text":"the account has seen \(other.id) of \(other.words[1])"}]}
                    """
                let id = try ledger.begin(session, on: Day(number: 20_600))
                try ledger.note(
                    id,
                    reached: [
                        .init(host: "api.anthropic.com", count: 3, time: session.start),
                        .init(host: "www.\(other.words[4]).example", count: 1, time: session.start),
                    ], refused: [.init(host: "tracker-\(round).example", count: 2, time: session.start)])
                try ledger.finish(id, at: session.start + 60, cause: "exit 0")
                try ledger.record(
                    "redact",
                    "job=\(client.id)/\(client.words[5]) sha256=\(String(repeating: "ab", count: 32)) email=\(round + 1) suspicious=0"
                )
                try ledger.record("refusal", "\(client.id)/\(client.words[5]) moonshot.kimi-chat deny")
            }
        }
    }

    @Test("no report names another client, in any format", arguments: 0..<4)
    func apart(seed: Int) throws {
        var generated = Generated(seed: UInt64(seed) + 11)
        let program = try Program()
        try program.run(["init"])
        let put = try program.run(["import", program.file("workspace.yaml", generated.workspace)])
        #expect(put.status == 0, "\(put.errors)")
        try fill(program.home, &generated)
        for client in generated.clients {
            for format in ["md", "html", "json"] {
                let report = try program.run(["report", client.id, "--format", format, "--at", "2026-11-22"])
                #expect(report.status == 0, "\(report.errors)")
                let text = report.output.lowercased()
                #expect(text.contains(client.words[1]))
                #expect(text.contains("api.anthropic.com") && text.contains("moonshot.kimi-chat"))
                for other in generated.clients where other.id != client.id {
                    for word in other.words {
                        #expect(
                            !text.contains(word), "\(format) for \(client.id) says \(word) of \(other.id)")
                    }
                    #expect(
                        !report.output.contains(other.tag), "\(format) for \(client.id) says \(other.tag)")
                }
            }
        }
    }

    /// A name as somebody else may write it, and the letters that give it away in any spelling.
    private static let hostile: [(name: String, spelled: String, letters: String)] = [
        ("Zoë & <b>Söhne</b> AG", "ZOE\u{308} & <B>SO\u{308}HNE</B>", "hne"),
        ("O'Quilligan \"Ltd\" | *x*", "o\u{2019}quilligan", "quilligan"),
        ("東京工房", "東京工房様", "東京"), ("Brzęczyszcz.*[a-z]+(", "BRZĘCZYSZCZ", "czyszcz"),
        ("Mid-Atlantic Freight", "midAtlanticFreight", "atlantic"),
        ("Ακρόπολη Α.Ε.", "ΑΚΡΌΠΟΛΗ", "κρόπολ"), ("Vex_Tor", "vex tor", "vex"),
        ("ﬁnekost GmbH", "Finekost", "nekost"),
    ]

    @Test("names full of marks, of other scripts and other spellings are withheld too", arguments: 0..<8)
    func hostile(place: Int) throws {
        let (name, spelled, letters) = Self.hostile[place]
        let program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "acme", "--name", "Acme", "--tag", "ACM"])
        let other = try program.run(["client", "add", "other", "--name", name, "--tag", "OTH"])
        #expect(other.status == 0, "\(other.errors)")
        for (noun, more) in [
            ("agreement", ["acme-nda", "--kind", "nda", "--title", "As with \(spelled), and \(name)."]),
            (
                "consent",
                [
                    "acme-yes", "--surfaces", "anthropic.claude-api", "--lifts", "third-party-disclosure",
                    "--granted", "2026-02-01", "--evidence", "mail: \(name), then \(spelled)",
                ]
            ),
        ] {
            let added = try program.run([noun, "add"] + more + ["--client", "acme"])
            #expect(added.status == 0, "\(added.errors)")
        }
        for format in ["md", "html", "json"] {
            let report = try program.run([
                "report", "acme", "--format", format, "--processor", "Me, as for \(spelled)",
            ])
            #expect(report.status == 0, "\(report.errors)")
            #expect(report.output.contains("withheld"))
            #expect(!report.output.lowercased().contains(letters), "\(format): \(report.output)")
        }
        // Its own report names it, as text and never as a mark.
        let own = try program.run(["report", "other", "--format", "html"]).output
        #expect(own.contains(letters) || own.lowercased().contains(letters))
        #expect(!own.contains("<b>"))
    }

    @Test("a client whose name is part of another's is told apart from it")
    func nested() throws {
        let program = try Program()
        try program.run(["init"])
        for (id, name) in [("nord", "Nord"), ("nordlys", "Nordlys Grid"), ("lys", "Lys Studio")] {
            try program.run([
                "client", "add", id, "--name", name, "--tag", id.prefix(3).uppercased() + "X",
            ])
            let title = "For Nord, for Nordlys Grid and for Lys Studio"
            let added = try program.run([
                "agreement", "add", "\(id)-nda", "--kind", "nda", "--client", id, "--title", title,
            ])
            #expect(added.status == 0, "\(added.errors)")
        }
        let page = try program.run(["report", "nordlys"]).output
        #expect(page.contains("For \\[withheld\\], for Nordlys Grid and for \\[withheld\\]"), "\(page)")
        let short = try program.run(["report", "nord"]).output
        #expect(short.contains("For Nord, for \\[withheld\\]") && !short.contains("Nordlys"), "\(short)")
    }

    @Test("the record of processing has the fields of Article 30(2)")
    func record() throws {
        var generated = Generated(seed: 9)
        let program = try Program()
        try program.run(["init"])
        try program.run(["import", program.file("workspace.yaml", generated.workspace)])
        try fill(program.home, &generated)
        let client = generated.clients[0]
        let who = ["--processor", "Me, me@example.org", "--representative", "Rep", "--officer", "Off"]
        let json = try program.run(["report", client.id, "--json"] + who).json()
        let record = try #require(json["processing"] as? [String: Any])
        #expect(record["processor"] as? String == "Me, me@example.org")
        #expect(record["representative"] as? String == "Rep")
        #expect(record["data_protection_officer"] as? String == "Off")
        #expect((record["controller"] as? String)?.lowercased().contains(client.words[1]) == true)
        #expect(record["further_processors"] as? [String] == ["Anthropic"])
        let processing = try #require(record["categories_of_processing"] as? [String])
        #expect(processing.first == "Work on \(client.words[6])" && processing.count == 2)
        #expect(record["categories_of_data"] as? [String] == ["source-code", "personal"])
        let transfers = try #require(record["transfers"] as? [[String: Any]])
        #expect(transfers.first?["surface"] as? String == "anthropic.claude-api")
        #expect(transfers.first?["vendor_in"] as? String == "IE, US")
        #expect((record["security_measures"] as? [String])?.isEmpty == false)
        let page = try program.run(["report", client.id] + who).output
        for field in ["(a) Processor", "(a) Controller", "(b) Categories of processing", "(d) Security"] {
            #expect(page.contains(field))
        }
    }

    @Test("a report counts what is meant: the engagement and the days that were asked for")
    func meant() throws {
        var generated = Generated(seed: 3)
        let program = try Program()
        try program.run(["init"])
        try program.run(["import", program.file("workspace.yaml", generated.workspace)])
        try fill(program.home, &generated)
        let client = generated.clients[0]
        func sessions(_ more: [String]) throws -> [[String: Any]] {
            let json = try program.run(["report", client.id, "--json"] + more).json()
            return try #require(json["sessions"] as? [[String: Any]])
        }
        #expect(try sessions([]).count == 4)
        #expect(try sessions(["--engagement", client.words[5]]).count == 3)
        let days = try sessions([]).compactMap { ($0["start"] as? String)?.prefix(10) }.map(String.init)
        #expect(try sessions(["--from", days[1], "--to", days[2]]).count == 2)
        #expect(try sessions(["--from", "2027-01-01"]).isEmpty)
        let first = try #require(try sessions([]).first)
        #expect((first["terms"] as? [[String: Any]])?.first?["clause"] as? String == "2(b)")
        #expect(first["consents"] as? [String] == [client.id + "-yes"])
        #expect(first["number"] as? Int == 1)
        for (more, status) in [
            (["--from", "2026-02-30"], 2), (["--from", "2026-02-02", "--to", "2026-02-01"], 2),
            (["--engagement", "none"], 4),
        ] {
            #expect(
                try program.run(["report", client.id, "--json"] + more).status == Int32(status), "\(more)")
        }
        #expect(try program.run(["report", "nobody"]).status == 4)
    }

    @Test("the receipt in a report is one that the log is checked against")
    func receipt() throws {
        var generated = Generated(seed: 5)
        let program = try Program()
        try program.run(["init"])
        try program.run(["import", program.file("workspace.yaml", generated.workspace)])
        try fill(program.home, &generated)
        let json = try program.run(["report", generated.clients[0].id, "--json"]).json()
        let receipt = try #require(json["receipt"] as? String)
        #expect(try program.run(["log", "verify", "--receipt", receipt]).status == 0)
        let forged = receipt.dropLast() + (receipt.hasSuffix("0") ? "1" : "0")
        #expect(try program.run(["log", "verify", "--receipt", String(forged)]).status == 3)
        let page = try program.run(["report", generated.clients[0].id]).output
        #expect(page.contains(receipt))
    }

    @Test("what stands in a report is text on its page, and never a mark of it")
    func escaped() throws {
        let program = try Program()
        try program.run(["init"])
        try program.run([
            "client", "add", "acme", "--name", "Acme <script>alert(1)</script> | *x*", "--tag", "ACM",
        ])
        let html = try program.run(["report", "acme", "--format", "html"]).output
        #expect(html.contains("Acme &lt;script&gt;") && !html.contains("<script>"))
        #expect(!html.contains("http://") && !html.contains("https://"))
        let markdown = try program.run(["report", "acme"]).output
        #expect(markdown.contains("\\| \\*x\\*") && !markdown.contains("<script>"))
    }

    @Test("a launch that the terms forbid is noted, and stands in the report")
    func refusal() throws {
        let program = try Program()
        try program.run(["init"])
        try program.run([
            "import",
            program.file(
                "workspace.yaml",
                """
                bulkhead: 1
                clients: [{ id: acme, name: Acme, tag: ACM }]
                agreements:
                  - id: acme-nda
                    client: acme
                    kind: nda
                    obligations: [{ id: o1, kind: ai-use, mode: forbidden }]
                """),
        ])
        let launch = try program.run(["launch", "moonshot.kimi-chat", "--for", "acme"])
        #expect(launch.status == 30, "\(launch.errors)")
        let json = try program.run(["report", "acme", "--json"]).json()
        let refused = try #require(json["refused"] as? [[String: Any]])
        #expect(refused.map { $0["surface"] as? String } == ["moonshot.kimi-chat"])
        #expect(refused.first?["reason"] as? String == "deny")
    }
}
