import Foundation
import Testing

@Suite("Every noun in the interface alone")
struct NounFormTests {
    /// Adds and changes one item of every noun through the forms of the interface, as lines.
    private static let dialogue = """
        new client
        go name
        Acme Works GmbH
        go tag
        ACM
        go also called
        Acme, AWG
        go country
        de
        go competes in
        Parcel carriers
        go people
        Jana Petersen
        go codenames
        Nachtfalter
        go domains
        acme.example
        go other words
        KD-44871
        go exact capitals
        Acme
        go never masked
        Example
        save
        new
        engagement
        go title
        Tariff engine
        go codename
        Falter
        go material
        source-code, personal
        go starts
        2026-03-01
        go ends
        in 2 years
        go folders
        ~/jobs/acme
        save
        new
        agreement
        go title
        Mutual NDA
        go signed
        2026-02-18
        go in force from
        2026-02-20
        go ends on
        2028-02-20
        go survives
        3 years
        go counted from
        last-disclosure
        go last material
        2026-06-01
        go trade secrets
        yes
        go third parties
        with consent
        go ai tools
        no training
        go data stays in
        EEA, UK
        go never to
        CN
        go kept at most
        30
        go redact
        yes
        go return/delete
        30 days
        go clause
        4.2
        go exact words
        shall not disclose
        go law of
        de
        go file
        nda.pdf
        go first material
        2026-02-21
        go returned on
        2028-03-01
        save
        new
        obligation
        go kind
        processor agreement
        go instrument
        baa
        go clause
        7
        go covers
        personal
        go after the end
        yes
        go unless redacted
        yes
        save
        new
        consent
        go allows
        claude api
        go lifts
        any term: third-party disclosure
        go material
        source-code
        go given on
        2026-03-04
        go until
        2027-03-04
        go conditions
        redact
        go evidence
        mail of 2026-03-04
        save
        new
        account
        go surface
        claude api
        go signs in as
        me+acme@example.org
        go sign-in
        email
        go region
        eu
        go training off on
        2026-09-01
        go held material
        ACM 2026-09-02
        go cleared on
        2026-10-01
        save
        home
        settings
        go you work in
        de
        go facts hold for
        90
        go you are
        a company
        save
        house rules
        new
        agreement
        go kind
        dpa
        go vendor
        anthropic
        go title
        Data processing
        save
        surfaces
        new surface
        go vendor
        Acme Cloud
        go name
        Helper
        go plan
        team
        go can do
        chat, write
        go hosts
        helper.acme.example
        go starts as
        an api
        go page or command
        https://helper.acme.example/v1
        go note
        their own
        save
        filter helper
        record re-read
        go fact
        trains on input
        go it says
        never
        go source
        https://helper.acme.example/terms
        go note
        read twice
        save
        quit
        """

    @Test("each noun is added with each of its fields, and is in the workspace file as it was typed")
    func everyNoun() throws {
        let program = try Program()
        let lines = Self.dialogue.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
        let result = try program.run(["--plain", "--at", "2026-11-22"], input: lines + "\n")
        #expect(result.status == 0, "\(result.errors)")
        let exported = try program.run(["export"]).output
        let expected = [
            "home_region: DE", "fact_max_age_days: 90", "operates_as: entity", "name: Acme Works GmbH",
            "tag: ACM", "aliases: [Acme, AWG]", "jurisdiction: DE", "conflict_class: parcel-carriers",
            "names: [Jana Petersen]", "codenames: [Nachtfalter]", "domains: [acme.example]",
            "custom: [KD-44871]", "case_sensitive: [Acme]", "allow: [Example]", "title: Tariff engine",
            "codename: Falter", "data: [source-code, personal]", "starts: 2026-03-01", "ends: 2028-11-22",
            "directories: [\"~/jobs/acme\"]", "kind: nda", "title: Mutual NDA", "signed: 2026-02-18",
            "effective: 2026-02-20", "expires: 2028-02-20", "for: P3Y", "from: last-disclosure",
            "last_disclosure: 2026-06-01", "first_disclosure: 2026-02-21", "returned: 2028-03-01",
            "trade_secrets_perpetual: true", "governing_law: DE", "path: nda.pdf",
            "kind: third-party-disclosure", "kind: model-training", "kind: data-location",
            "kind: excluded-jurisdiction", "kind: retention-limit", "max_days: 30", "kind: redaction",
            "kind: return-or-destroy", "within: P30D", "kind: processor-agreement", "instrument: baa",
            "unless_redacted: true", "surfaces: [anthropic.claude-api]", "lifts: [third-party-disclosure]",
            "granted: 2026-03-04", "expires: 2027-03-04", "conditions: [redact]",
            "evidence: mail of 2026-03-04", "identity: \"me+acme@example.org\"", "login: email", "region: EU",
            "opt_out_verified: 2026-09-01", "cleared: [2026-10-01]", "kind: dpa", "vendor: anthropic",
            "title: Data processing", "surface: acme-cloud.helper", "key: trains_on_input", "value: never",
            "note: read twice",
        ]
        #expect(expected.filter { !exported.contains($0) } == [])
        let surface = try program.run(["surface", "show", "acme-cloud.helper", "--json"]).output
        let shown = ["Helper", "team", "helper.acme.example", "gateway", "https://helper.acme.example/v1"]
        #expect(shown.filter { !surface.contains($0) } == [])
    }
}
