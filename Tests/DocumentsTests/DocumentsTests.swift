import Permits
import Testing

@testable import Documents

/// The faults of a workspace as `line path: message`; empty where it is read.
func faults(_ text: String, into existing: World = World()) -> [String] {
    do {
        _ = try readWorkspace(Array(text.utf8), file: "f", into: existing)
        return []
    } catch {
        return error.list.map { "\($0.line) \($0.path): \($0.message)" }
    }
}

func catalogFaults(_ text: String) -> [String] {
    do {
        _ = try readCatalog(Array(text.utf8), file: "f")
        return []
    } catch {
        return error.list.map { "\($0.line) \($0.path): \($0.message)" }
    }
}

let sampleWorkspace = """
    bulkhead: 1
    settings: { home_region: FR, fact_max_age_days: 90, operates_as: entity }
    clients:
      - id: nordwind
        name: Nordwind Logistik GmbH
        tag: NOR
        aliases: [Nordwind, NWL]
        jurisdiction: DE
        conflict_class: parcel-carriers
        redact: { names: [Jana Petersen], codenames: [Nachtfalter], domains: [nordwind.example], custom: [KD-44871], case_sensitive: [Nachtfalter], allow: [Nord] }
        engagements:
          - { id: tariff-engine, title: "Tariff: engine", codename: Nachtfalter, data: [source-code, personal],
              starts: 2026-03-01, ends: 2026-12-31, directories: [~/work/nordwind], status: active }
      - { id: acme, name: "Ac\\u202Eme \\n NO", tag: 東京, terms: none }
    agreements:
      - id: nordwind-nda
        client: nordwind
        kind: nda
        title: Mutual NDA
        effective: 2026-02-20
        expires: 2028-02-20
        survival: { for: P3Y, from: last-disclosure }
        trade_secrets_perpetual: true
        governing_law: DE
        document: { path: nda.pdf, sha256: 0123456789012345678901234567890123456789012345678901234567890123 }
        obligations:
          - { id: nda-3a, kind: third-party-disclosure, recipients: none, clause: "3(a)", quote: "…", data: [confidential] }
          - { id: nda-7, kind: return-or-destroy, within: P30D, clause: "7" }
          - { id: nda-8, kind: ai-use, mode: listed, surfaces: [v.s, w], local_exempt: true, liftable: false }
      - { id: nordwind-2, client: nordwind, kind: nda, supersedes: [nordwind-nda], archived: true }
      - { id: terms, kind: vendor-terms, vendor: moonshot, effective: 2026-10-01,
          facts: { moonshot.openplatform-api: { trains_on_input: never, retention_days: 30, processing_regions: [] } } }
      - { id: house, kind: house, obligations: [ { id: h1, kind: commercial-licence, unless_redacted: true } ] }
    consents:
      - { id: nw, client: nordwind, engagement: tariff-engine, surfaces: [anthropic.claude-api], lifts: [third-party-disclosure, nda-8],
          data: [source-code], granted: 2026-03-04, expires: 2026-12-31, conditions: [redact], evidence: "mail of 2026-03-04" }
    accounts:
      - { id: a1, client: nordwind, surface: anthropic.claude-api, identity: me+nordwind@example.org, login: email, region: EU,
          opt_out_verified: 2026-09-01, seen: [{ client: acme, date: 2026-09-01 }], cleared: [2026-10-01] }
    reviews:
      - { surface: anthropic.claude-api, key: retention_days, value: 30, source: "https://x", retrieved: 2026-11-01, note: "…" }
      - { surface: anthropic.claude-api, key: other_thing, value: [a, b], source: "https://x", retrieved: 2026-11-01 }
    """

@Test("a workspace is read, written and read again to the same bytes and values")
func roundTrip() throws {
    let document = try readWorkspace(Array(sampleWorkspace.utf8), file: "f")
    var world = document.world
    world.settings = try #require(document.settings)
    #expect(world.clients.count == 2)
    #expect(world.clients.first { $0.id == "acme" }?.name == "Ac\u{202E}me \n NO")
    #expect(world.agreements[0].survival == .from(.lastDisclosure, Period(years: 3)))
    let written = writeWorkspace(world)
    let again = try readWorkspace(written, file: "g")
    var second = again.world
    second.settings = try #require(again.settings)
    #expect(writeWorkspace(second) == written)
    #expect(Set(second.agreements) == Set(world.agreements))
    #expect(Set(second.clients) == Set(world.clients))
    #expect(Set(second.reviews) == Set(world.reviews))
    #expect(second.accounts == world.accounts)
    #expect(second.consents == world.consents)
    #expect(String(decoding: written, as: UTF8.self).unicodeScalars.allSatisfy { $0.isPlain || $0 == "\n" })
}

@Test(
    "each mistake in a workspace is one sentence with its line and path",
    arguments: [
        (
            "bulkhead: 1\nfoo: 2",
            "2 foo: the key “foo” is not known here; known are bulkhead, settings, clients, agreements, consents, accounts, reviews"
        ),
        ("bulkhead: 2", "1 bulkhead: “2” is not 1, the only version of the format"),
        ("clients: []", "1 bulkhead: is missing"),
        (
            "bulkhead: 1\nclients:\n  - { id: A, name: x, tag: AAA }",
            "3 clients[0].id: “A” is not an id (a-z, 0-9 and -, up to 63, not beginning with -)"
        ),
        (
            "bulkhead: 1\nclients:\n  - { id: a, name: x, tag: TOOLONG }",
            "3 clients[0].tag: “TOOLONG” is not 2-4 letters or a short CJK word"
        ),
        (
            "bulkhead: 1\nclients:\n  - { id: a, name: x, tag: AA, engagements: [{ id: e, title: t, ends: 2026-02-30 }] }",
            "3 clients[0].engagements[0].ends: “2026-02-30” is not a date (YYYY-MM-DD)"
        ),
        (
            "bulkhead: 1\nclients:\n  - { id: a, name: x, tag: AA }\n  - { id: a, name: y, tag: AA }",
            "4 clients[1].id: the id “a” appears twice"
        ),
        ("bulkhead: 1\nclients:\n  - { id: a, tag: AA }", "3 clients[0].name: is missing"),
        (
            "bulkhead: 1\nclients:\n  - { id: a, name: x, tag: AA, archived: yes }",
            "3 clients[0].archived: “yes” is neither true nor false"
        ),
        ("bulkhead: 1\nagreements:\n  - { id: a, kind: nda }", "3 agreements[0].client: is missing"),
        (
            "bulkhead: 1\nagreements:\n  - { id: a, kind: nda, client: zed }",
            "3 agreements[0].client: there is no client “zed”"
        ),
        (
            "bulkhead: 1\nagreements:\n  - { id: a, kind: dpa, vendor: v, obligations: [{ id: o, kind: redaction }] }",
            "3 agreements[0].obligations: an agreement with a vendor binds the vendor: it has no obligations"
        ),
        (
            "bulkhead: 1\nagreements:\n  - { id: a, kind: dpa, vendor: v, engagement: e }",
            "3 agreements[0].engagement: an agreement with a vendor has no engagement"
        ),
        (
            "bulkhead: 1\nagreements:\n  - { id: h, kind: house, obligations: [{ id: o, kind: redaction, max_days: 3 }] }",
            "3 agreements[0].obligations[0].max_days: is no parameter of redaction"
        ),
        (
            "bulkhead: 1\nagreements:\n  - { id: h, kind: house, obligations: [{ id: o, kind: ai-use }] }",
            "3 agreements[0].obligations[0].mode: is missing"
        ),
        (
            "bulkhead: 1\nagreements:\n  - { id: h, kind: house, obligations: [{ id: o, kind: data-location, regions: [CHN] }] }",
            "3 agreements[0].obligations[0].regions[0]: “CHN” is not a region code (ISO 3166 such as DE; EU, EEA, UK, US-CA, worldwide)"
        ),
        (
            "bulkhead: 1\nagreements:\n  - { id: h, kind: house, obligations: [{ id: o, kind: redaction, data: [unclassified] }] }",
            "3 agreements[0].obligations[0].data: unclassified is no category that a term can name"
        ),
        (
            "bulkhead: 1\nagreements:\n  - { id: h, kind: house, supersedes: [i] }\n  - { id: i, kind: house, supersedes: [h] }",
            "3 agreements[0].supersedes: a circle: “h” ends up superseding itself"
        ),
        (
            "bulkhead: 1\nclients: [{ id: c, name: c, tag: CC }, { id: d, name: d, tag: DD }]\nagreements:\n  - { id: a, kind: nda, client: c }\n  - { id: b, kind: nda, client: d, supersedes: [a] }",
            "5 agreements[1].supersedes[0]: the agreement a is of another client, and cannot be superseded"
        ),
        (
            "bulkhead: 1\nreviews:\n  - { surface: v.s, key: dpa, value: inherit, source: x, retrieved: 2026-01-01 }",
            "3 reviews[0].value: only a surface of the catalog may inherit"
        ),
        ("bulkhead: 1\nbulkhead: 1", "2 : the key “bulkhead” appears twice"),
        ("bulkhead: !!int 1", "1 : tags (!…) are not used here"),
        ("a: &a {b: 1}\nc: { <<: *a }", "2 : merge keys (<<) are not used here"),
        ("bulkhead: 1\n---\nbulkhead: 1", "2 : a second document begins; one is expected"),
        ("", "1 : the document is empty"),
    ])
func mistake(text: String, expected: String) {
    #expect(faults(text) == [expected])
}

@Test("several mistakes are all reported, by line")
func severalMistakes() {
    let text = "bulkhead: 1\nclients:\n  - { id: a, name: '', tag: A }\n  - { id: b, colour: x }\n"
    #expect(
        faults(text).map { $0.split(separator: ":")[0] } == [
            "3 clients[0].name", "3 clients[0].tag", "4 clients[1].colour", "4 clients[1].name",
            "4 clients[1].tag",
        ])
}

@Test("aliases that explode are refused, modest ones resolved")
func aliases() {
    var bomb = "bulkhead: 1\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...12 {
        bomb +=
            "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            + "]\n"
    }
    #expect(faults(bomb).first?.contains("aliases counted") == true)
    let fine = "bulkhead: 1\nclients: [{ id: a, name: &n Anna, tag: AA, aliases: [*n] }]"
    #expect(faults(fine) == [])
    #expect(faults("bulkhead: *x").first?.contains("names nothing") == true)
}

@Test("deep nesting is refused in YAML and in JSON", arguments: ["[", "- ", "{\"a\":"])
func depth(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(faults(text).count == 1)
}

@Test(
    "JSON is read strictly where the file says so",
    arguments: [
        "{\"bulkhead\": 1,}", "{\"bulkhead\": 01}", "{'bulkhead': 1}", "{\"bulkhead\": 1} x",
        "{\"bulkhead\": \"\\ud800\"}", "{\"bulkhead\": \"\n\"}", "{\"bulkhead\": 1, \"bulkhead\": 1}", "{",
        "[1 2]",
        "{\"a\" 1}", "nul", "",
    ])
func strictJSON(text: String) {
    #expect(throws: Faults.self) { try readWorkspace(Array(text.utf8), file: "w.json") }
}

@Test("JSON escapes and surrogate pairs are read, and written so that they can be printed")
func jsonText() throws {
    let node = try readJSON(Array(#"["\ud83d\ude00\u0041\n\/", "é", -1.5e3, true, null, {}, []]"#.utf8))
    guard case .list(let items) = node.content, case .scalar(let text) = items[0].content else {
        Issue.record("no list")
        return
    }
    #expect(text == "😀A\n/")
    #expect(items.count == 7)
    var json = JSONWriter()
    json.object { json in
        json.key("a")
        json.string("\u{1B}[31m\u{202E}é😀\u{9B}\"\\\u{E0041}\n")
        json.key("b")
        json.strings(["x"])
        json.key("c")
        json.int(-3)
        json.key("d")
        json.array { json in
            json.bool(true)
            json.null()
        }
    }
    let expected = #"{"a":"\u001b[31m\u202eé😀\u009b\"\\\udb40\udc41\n","b":["x"],"c":-3,"d":[true,null]}"#
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
}

@Test(
    "each mistake in a catalog is one sentence with its line and path",
    arguments: [
        ("catalog: 1\nsurfaces:\n  - { id: v.s, name: S }", "3 surfaces[0].id: there is no vendor “v”"),
        (
            "catalog: 1\nvendors:\n  - { id: v, name: V, facts: { dpa: [{ value: inherit, source: s, retrieved: 2026-01-01 }] } }",
            "3 vendors[0].facts.dpa[0].source: there is no source “s”|3 vendors[0].facts.dpa[0].value: only a surface of the catalog may inherit"
        ),
        (
            "catalog: 1\nsources: { s: {} }\nvendors:\n  - { id: v, name: V, facts: { trains_on_input: [{ value: maybe, source: s, retrieved: 2026-01-01 }] } }",
            "4 vendors[0].facts.trains_on_input[0].value: “maybe” is not one of never, opt-in, opt-out, always"
        ),
        (
            "catalog: 1\nsources: { s: {} }\nvendors:\n  - { id: v, name: V, facts: { retention_days: [{ value: -1, source: s, retrieved: 2026-01-01 }] } }",
            "4 vendors[0].facts.retention_days[0].value: “-1” is not a number of days, account-lifetime, indefinite or unknown"
        ),
        (
            "catalog: 1\nsources: { s: {} }\nvendors:\n  - { id: v, name: V, facts: { dpa: [{ value: yes, source: s, retrieved: 2026-01-01, applies_in: EEA }] } }",
            "4 vendors[0].facts.dpa[0].applies_in: must be a list, not text"
        ),
        (
            "catalog: 1\nvendors: [{ id: v, name: V }]\nsurfaces:\n  - { id: v.s, name: S, hosts: [Kimi.com], launch: { browser: 'javascript:x' } }",
            "4 surfaces[0].hosts[0]: “Kimi.com” is not a host such as kimi.com or *.kimi.com, in lower case|4 surfaces[0].launch.browser: “javascript:x” is not a web address (https://…)"
        ),
        (
            "catalog: 1\nvendors: [{ id: v, name: V }, { id: v, name: W }]",
            "2 vendors[1].id: the id “v” appears twice"
        ),
    ])
func catalogMistake(text: String, expected: String) {
    #expect(catalogFaults(text).joined(separator: "|") == expected)
}

@Test("a request is read from one line")
func request() throws {
    let reader = RequestReader(today: Day(number: 20_000))
    func read(_ text: String) throws -> Request {
        try Array(text.utf8).withUnsafeBufferPointer { try reader.read($0) }
    }
    let request = try read(
        #" {"client": "c0", "surface":"v.s","at":"2026-09-09","data":["personal", "public"],"done":["redact"],"route":null,"account":"a\u0031"} "#
    )
    #expect(request.client == "c0")
    #expect(request.at == Day("2026-09-09"))
    #expect(request.data == DataCategories([.personal, .public]))
    #expect(request.done == Duties(.redact))
    #expect(request.route == nil)
    #expect(request.account == "a1")
    for bad in [
        "", "{}", "[]", #"{"client":"c"}"#, #"{"client":"c","surface":"s","at":"2026-02-30"}"#,
        #"{"client":"c","surface":"s","x":1}"#, #"{"client":"c","surface":"s","data":["x"]}"#,
        #"{"client":"c","surface":"s","data":"x"}"#, #"{"client":"c","client":"c","surface":"s"}"#,
        #"{"client":"c","surface":"s"} x"#, #"{"client":"c","surface":"s"#, #"{"client":3,"surface":"s"}"#,
    ] {
        #expect(throws: RequestReader.Problem.self, "\(bad)") { try read(bad) }
    }
}
