import Documents
import Glibc
import Permits
import Testing

@testable import Ledger

let sampleText = """
    bulkhead: 1
    settings: { home_region: FR, fact_max_age_days: 90, operates_as: entity }
    clients:
      - id: nordwind
        name: Nordwind Logistik GmbH
        tag: NOR
        aliases: [Nordwind, NWL]
        jurisdiction: DE
        conflict_class: carriers
        redact: { names: [Jana Petersen], codenames: [Nachtfalter], domains: [nordwind.example], custom: [KD-44871] }
        engagements:
          - { id: tariff, title: Tariff rewrite, codename: Nachtfalter, data: [source-code, personal],
              starts: 2026-03-01, ends: 2026-12-31, directories: [~/work/nordwind, /srv/b], status: active }
          - { id: old, title: Old work, status: closed, archived: true }
      - { id: acme, name: "Ac\\e[31me", tag: AC, terms: none, conflict_class: carriers }
    agreements:
      - id: nordwind-nda
        client: nordwind
        kind: nda
        title: Mutual NDA
        signed: 2026-02-19
        effective: 2026-02-20
        expires: 2028-02-20
        terminated: 2027-01-01
        last_disclosure: 2026-12-01
        survival: { for: P3Y, from: last-disclosure }
        trade_secrets_perpetual: true
        governing_law: DE
        document: { path: nda.pdf }
        obligations:
          - { id: nda-3a, kind: third-party-disclosure, recipients: processors, clause: "3(a)", quote: "Kein Dritter erfährt davon", data: [confidential] }
          - { id: nda-7, kind: return-or-destroy, within: P30D, clause: "7" }
          - { id: nda-8, kind: ai-use, mode: listed, surfaces: [v.s, w], local_exempt: true, liftable: false }
          - { id: nda-9, kind: dedicated-account, login: [email, sso], survives: false, unless_redacted: true }
          - { id: nda-10, kind: dedicated-account }
          - { id: nda-11, kind: data-location, regions: [EU, US-VA] }
          - { id: nda-12, kind: excluded-jurisdiction, jurisdictions: [CN], archived: true }
          - { id: nda-13, kind: retention-limit, max_days: 30 }
          - { id: nda-14, kind: processor-agreement, instrument: dpa }
      - { id: nordwind-sow, client: nordwind, kind: sow, engagement: tariff, survival: perpetual, supersedes: [nordwind-nda] }
      - { id: terms, kind: vendor-terms, vendor: v, effective: 2026-10-01, survival: P2Y,
          facts: { v.s: { trains_on_input: never, retention_days: 30, processing_regions: [], other: [a, b] } } }
      - { id: house, kind: house, obligations: [ { id: h1, kind: commercial-licence } ] }
    consents:
      - { id: nw, client: nordwind, engagement: tariff, surfaces: [v.s, w], lifts: [third-party-disclosure, nda-8],
          data: [source-code], granted: 2026-03-04, expires: 2026-12-31, revoked: 2026-12-01, conditions: [redact], evidence: "mail" }
    accounts:
      - { id: a1, client: nordwind, surface: v.s, identity: me@example.org, login: email, region: EU,
          opt_out_verified: 2026-09-01, seen: [{ client: acme, date: 2026-09-01 }], cleared: [2026-10-01] }
    reviews:
      - { surface: v.s, key: dpa, value: unknown, source: "https://x", retrieved: 2026-11-01, archived: true }
      - { surface: v.s, key: other_thing, value: [a, b], source: "https://x", retrieved: 2026-11-01 }
      - { surface: v.s, key: retention_days, value: 30, source: "https://x", retrieved: 2026-11-01, note: "…" }
    """

let sampleCatalogText = """
    catalog: 1
    sources: { s1: { kind: policy, date: 2026-01-01, url: "https://example.org/", note: n }, s2: {} }
    vendors:
      - { id: v, name: Vau, facts: { controlled_from: [{ value: [], source: s1, retrieved: 2026-01-01 }] } }
      - { id: w, name: We }
    surfaces:
      - { id: w.x, name: Ix, capabilities: [chat], hosts: [w.example], launch: { command: x } }
      - id: v.s
        name: Es
        plan: consumer
        capabilities: [chat, code]
        hosts: [v.example, "*.v.example"]
        launch: { browser: "https://v.example/" }
        note: a note
        facts:
          on_device: [{ value: inherit, source: s1, retrieved: 2026-01-02, confidence: high, note: x, applies_in: [EEA, CH] }]
          retention_days: [{ value: 30, source: s1, retrieved: 2026-01-02 }, { value: indefinite, source: s2, retrieved: 2026-01-03 }]
          hint: [{ value: [a, b], source: s1, retrieved: 2026-01-02, applies_in: [] }]
      - { id: w.y, name: Yps, launch: { none: "no web address" } }
    """

func sample() throws -> World {
    let document = try readWorkspace(Array(sampleText.utf8), file: "sample")
    var world = document.world
    world.settings = try #require(document.settings)
    world.catalog = try readCatalog(Array(sampleCatalogText.utf8), file: "catalog")
    return world
}

/// A ledger with the sample in it.
func sampleLedger(_ home: TemporaryHome) throws -> Ledger {
    let world = try sample()
    let ledger = try Ledger.create(home: home.path, house: nil).ledger
    try ledger.import(world, settings: world.settings, replace: false)
    try ledger.replaceCatalog(world.catalog, fingerprint: "f1")
    return ledger
}

@Test("what is imported is read back, catalog included, in the order of the file, reviews by subject")
func roundTrip() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    #expect(try ledger.world() == sample())
    #expect(try ledger.catalogFingerprint() == "f1")
    #expect(try Ledger.open(home: home.path).world() == sample())
    #expect(try ledger.damage() == [])
}

@Test("exporting what was imported from an export gives the same bytes")
func exportIsStable() throws {
    let (first, second) = (TemporaryHome(), TemporaryHome())
    let written = writeWorkspace(try sampleLedger(first).world())
    let document = try readWorkspace(written, file: "export")
    let ledger = try Ledger.create(home: second.path, house: Agreement(id: "house", kind: .house)).ledger
    try ledger.import(document.world, settings: document.settings, replace: true)
    #expect(writeWorkspace(try ledger.world()) == written)
    try ledger.import(document.world, settings: document.settings, replace: false)
    #expect(writeWorkspace(try ledger.world()) == written)
}

@Test("an item whose id is known is replaced, the rest stays")
func importReplaces() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    let text = """
        bulkhead: 1
        clients: [{ id: acme, name: Acme two, tag: AC, engagements: [{ id: new, title: New }] }]
        agreements: [{ id: house, kind: house, obligations: [{ id: h2, kind: redaction }] }]
        """
    let document = try readWorkspace(Array(text.utf8), file: "f", into: ledger.world())
    #expect(document.settings == nil)
    try ledger.import(document.world, settings: document.settings, replace: false)
    var expected = try sample()
    expected.clients[1] = document.world.clients[0]
    expected.agreements[3] = document.world.agreements[0]
    #expect(try ledger.world() == expected)
}

@Test("what does not fit what is recorded is refused, and nothing of it is written")
func conflicts() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    let before = try ledger.world()
    let rows = try ledger.log().count
    var other = World()
    other.clients = [Client(id: "third", name: "Third", tag: "THI")]
    other.agreements = [Agreement(id: "x", kind: .nda, client: "third")]
    other.agreements[0].obligations = [Obligation(id: "nda-3a", rule: .redaction)]
    #expect(throws: LedgerError.self) { try ledger.import(other, settings: nil, replace: false) }
    // A client that leaves out an engagement that an agreement is for.
    other = World()
    other.clients = [Client(id: "nordwind", name: "N", tag: "NOR")]
    #expect(throws: LedgerError.self) { try ledger.import(other, settings: nil, replace: false) }
    #expect(throws: LedgerError.self) {
        try ledger.put(Consent(id: "c", client: "nobody", granted: Day(number: 0)))
    }
    #expect(throws: LedgerError.notFound(noun: "client", id: "nobody")) {
        try ledger.setArchived(true, .client("nobody"))
    }
    #expect(try ledger.world() == before)
    #expect(try ledger.log().count == rows)
    #expect(try ledger.verifyLog().ok)
}

@Test("an obligation can move from one agreement of a file to another")
func obligationMoves() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    var world = World()
    world.agreements = try Array(ledger.agreements()[0...1])
    let moved = world.agreements[0].obligations.removeFirst()
    world.agreements[1].obligations.append(moved)
    world.agreements.reverse()
    try ledger.import(world, settings: nil, replace: false)
    #expect(try ledger.agreements().first { $0.id == "nordwind-sow" }?.obligations == [moved])
}

@Test("the part of the world that a request touches leads to the verdict of the whole world")
func partIsEnough() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    let whole = try ledger.world()
    let at = try #require(Day("2026-11-20"))
    for client in ["nordwind", "acme"] {
        for engagement in [nil, "tariff"] {
            for surface in ["v.s", "w.x", "no.such"] {
                for route in [nil, "w.x", "w.y"] {
                    for account in [nil, "a1"] {
                        let request = Request(
                            client: client, engagement: engagement, surface: surface, route: route,
                            account: account, at: at)
                        let expected = Result { () throws(InvalidRequest) in try decide(whole, request) }
                        let part = try ledger.world(for: request)
                        #expect(Result { () throws(InvalidRequest) in try decide(part, request) } == expected)
                        guard case .success(let verdict) = expected else { continue }
                        let wide = try ledger.world(for: request, alternatives: true)
                        #expect(remedies(wide, verdict).list == remedies(whole, verdict).list)
                        #expect(remedies(wide, verdict).allDone == remedies(whole, verdict).allDone)
                    }
                }
            }
        }
    }
}

@Test("single items are put, archived, brought back and found")
func items() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    var client = Client(id: "zeta", name: "Zeta Süd AG", tag: "ZET")
    client.engagements = [Engagement(id: "e", title: "Brückenbau")]
    try ledger.put(client)
    try ledger.put(Engagement(id: "f", title: "Tunnel"), client: "zeta")
    client.engagements.append(Engagement(id: "f", title: "Tunnel"))
    #expect(try ledger.client("zeta") == client)
    try ledger.put(Agreement(id: "z", kind: .nda, client: "zeta"))
    let obligation = Obligation(id: "z1", rule: .excludedJurisdiction(jurisdictions: ["CN", "US"]))
    try ledger.put(obligation, agreement: "z")
    #expect(try ledger.world(ofClient: "zeta").agreements.first { $0.id == "z" }?.obligations == [obligation])
    #expect(try ledger.world(ofClient: "zeta").clients.map(\.id) == ["zeta"])
    try ledger.setArchived(true, .engagement("f", client: "zeta"))
    try ledger.setArchived(true, .obligation("z1"))
    #expect(try ledger.client("zeta")?.engagements.map(\.archived) == [false, true])
    try ledger.setArchived(false, .obligation("z1"))
    #expect(try ledger.agreements().last?.obligations == [obligation])
    #expect(try ledger.surface("v.s")?.hosts == ["v.example", "*.v.example"])
    #expect(try ledger.surface("v.t") == nil)

    func found(_ text: String) throws -> [String] { try ledger.search(text).map { "\($0.kind) \($0.id)" } }
    #expect(try found("zeta sud") == ["client zeta"])
    #expect(try found("bruck") == ["engagement e"])
    #expect(try found("dritter ERF") == ["obligation nda-3a"])
    #expect(try found("vau") == [])
    #expect(try found("es code") == ["surface v.s"])
    #expect(try found("\"') OR 1 *") == [])
    #expect(try found("") == [])
}

@Test("the context is what was chosen last, and gone with its client")
func context() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    #expect(try ledger.context() == nil)
    try ledger.use(client: "nordwind", engagement: "tariff")
    #expect(try ledger.context() == .init(client: "nordwind", engagement: "tariff", tag: "NOR"))
    #expect(throws: LedgerError.self) { try ledger.use(client: "nobody") }
    #expect(throws: LedgerError.self) { try ledger.use(client: "nordwind", engagement: "old") }
    try ledger.setArchived(true, .client("nordwind"))
    #expect(try ledger.context() == nil)
}

@Test("sessions begin, are noted and end once")
func sessions() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    var session = SessionRow(verdict: "permit", start: 100)
    session.client = "nordwind"
    session.acknowledged = ["redact", "connect-vpn"]
    session.basis = "12-ab"
    session.id = try ledger.begin(session, on: Day(number: 20_000))
    #expect(try ledger.unfinished() == [session.id])
    try ledger.note(session.id, reached: [.init(host: "a", count: 1, time: 101)], refused: [])
    try ledger.note(
        session.id, reached: [.init(host: "a", count: 2, time: 102)],
        refused: [.init(host: "b", count: 1, time: 103)])
    try ledger.finish(session.id, at: 110, cause: "exit 0")
    try ledger.finish(session.id, at: 120, cause: "lost")
    session.end = 110
    session.cause = "exit 0"
    session.reached = [.init(host: "a", count: 2, time: 102)]
    session.refused = [.init(host: "b", count: 1, time: 103)]
    #expect(try ledger.sessions() == [session])
    #expect(try ledger.unfinished() == [])
}

@Test("a session marks its account, and every row of the same login, as having seen the client, once a day")
func sightings() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    for (id, client, identity) in [("a", "nordwind", "me@x"), ("b", "acme", "me@x"), ("c", "acme", "you@x")] {
        var account = Account(id: id, client: client, surface: "v.s")
        account.identity = identity
        try ledger.put(account)
    }
    func seen(_ id: String) throws -> [Account.Sighting] {
        try ledger.world().accounts.first { $0.id == id }?.seen ?? []
    }
    var session = SessionRow(verdict: "permit", start: 100)
    session.client = "nordwind"
    session.account = "a"
    for number: Int32 in [20_000, 20_000, 20_001] {
        _ = try ledger.begin(session, on: Day(number: number))
    }
    let sightings = [20_000, 20_001].map {
        Account.Sighting(client: "nordwind", date: Day(number: $0))
    }
    #expect(try seen("a") == sightings)
    #expect(try seen("b") == sightings)
    #expect(try seen("c").isEmpty)
    #expect(try ledger.recentLog(limit: 1).first?.body == "start nordwind - permit account a")
}

@Test("a sealed map of redaction is kept, and once shredded is in no byte of the file")
func maps() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    let secret = Array("hush-hush-0123456789-hush-hush".utf8)
    let map = Ledger.RedactionMap(id: "m", client: "acme", engagement: nil, created: 5, sealed: secret)
    try ledger.put(map)
    #expect(try ledger.redactionMap("m") == map)
    #expect(try ledger.redactionMaps(client: "acme") == [map])
    #expect(home.bytes("ledger.sqlite").contains(secret))
    #expect(try ledger.world().placeholders.map(\.job) == ["acme"])
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
        try ledger.shredRedactionMap("m", receipt: "job=acme") { throw Refusal() }
    }
    #expect(try ledger.redactionMap("m") == map, "a key that stays keeps the map")
    try ledger.shredRedactionMap("m", receipt: "job=acme") {}
    #expect(try ledger.redactionMap("m") == nil)
    #expect(try ledger.recentLog(limit: 1).map(\.body) == ["job=acme"])
    #expect(!home.bytes("ledger.sqlite").contains(secret))
}

@Test("the files are the user's alone, whatever they were")
func modes() throws {
    let home = TemporaryHome()
    _ = try sampleLedger(home)
    #expect(home.mode("ledger.sqlite") == 0o600)
    #expect(home.mode("log.seal") == 0o600)
    #expect(home.mode("") == 0o700)
    chmod(home.path, 0o777)
    chmod(home.path + "/ledger.sqlite", 0o666)
    _ = try Ledger.open(home: home.path)
    #expect(home.mode("ledger.sqlite") == 0o600)
    #expect(home.mode("") == 0o700)
}

@Test("a second start changes nothing")
func secondStart() throws {
    let home = TemporaryHome()
    let house = Agreement(id: "house", kind: .house)
    let first = try Ledger.create(home: home.path + "/a/b", house: house)
    #expect(first.firstKey?.utf8.count == 64)
    let bytes = home.bytes("a/b/ledger.sqlite")
    let second = try Ledger.create(home: home.path + "/a/b", house: nil)
    #expect(second.firstKey == nil)
    #expect(home.bytes("a/b/ledger.sqlite") == bytes)
    #expect(try second.ledger.agreements() == [house])
}

@Test(
    "what is no plain file of ours is refused, and not waited for",
    arguments: ["ledger.sqlite", "ledger.sqlite-journal", "log.seal", "log.seal.next"],
    ["link", "pipe", "folder", "hard"])
func strangeFiles(name: String, shape: String) throws {
    let home = TemporaryHome()
    _ = try sampleLedger(home)
    let path = home.path + "/" + name
    switch shape {
    case "link":
        home.write("elsewhere", home.bytes(name))
        unlink(path)
        symlink(home.path + "/elsewhere", path)
    case "hard":
        if access(path, F_OK) != 0 { home.write(name, []) }
        link(path, home.path + "/second")
    case "pipe":
        unlink(path)
        mkfifo(path, 0o600)
    default:
        unlink(path)
        mkdir(path, 0o700)
    }
    #expect { try Ledger.open(home: home.path) } throws: { error in
        if case .unsafe(path, _)? = error as? LedgerError { true } else { false }
    }
}

@Test(
    "a journal or a write-ahead log of nonsense, planted beside the ledger, changes nothing in it",
    arguments: ["-journal", "-wal", "-shm"], [0, 1, 512, 8_192])
func plantedJournal(ending: String, size: Int) throws {
    let home = TemporaryHome()
    let before = try sampleLedger(home).world()
    var dice = Dice(state: UInt64(size))
    home.write("ledger.sqlite" + ending, (0..<size).map { _ in UInt8.random(in: 0...255, using: &dice) })
    let ledger = try Ledger.open(home: home.path)
    #expect(try ledger.world() == before)
    #expect(try ledger.damage() == [])
    try ledger.put(Client(id: "next", name: "Next", tag: "NXT"))
    #expect(try Ledger.open(home: home.path).client("next") != nil)
    #expect(try ledger.verifyLog().ok)
}

@Test("a home that is a link, is missing, or is a file is refused")
func strangeHomes() throws {
    let home = TemporaryHome()
    symlink("/", home.path + "/link")
    #expect(throws: LedgerError.self) { try Ledger.open(home: home.path + "/link") }
    #expect(throws: LedgerError.absent(home: home.path + "/none")) {
        try Ledger.open(home: home.path + "/none")
    }
    #expect(throws: LedgerError.absent(home: home.path)) { try Ledger.open(home: home.path) }
    // As a crash at the very first start leaves it.
    home.write("ledger.sqlite", [])
    #expect(throws: LedgerError.absent(home: home.path)) { try Ledger.open(home: home.path) }
    #expect(try Ledger.create(home: home.path, house: nil).firstKey != nil)
    home.write("file", [])
    #expect(throws: LedgerError.self) { try Ledger.create(home: home.path + "/file", house: nil) }
}

@Test("a ledger of a newer version, of another program, or no database at all is left alone")
func otherFiles() throws {
    let home = TemporaryHome()
    do {
        let ledger = try sampleLedger(home)
        try ledger.database.execute("PRAGMA user_version=99")
    }
    #expect(throws: LedgerError.tooNew(version: 99)) { try Ledger.open(home: home.path) }
    let path = home.path + "/ledger.sqlite"
    do {
        let database = try Database(path: path, patience: 0)
        try database.execute("PRAGMA application_id=7")
    }
    #expect(throws: LedgerError.foreign(path: path)) { try Ledger.open(home: home.path) }
    home.write("ledger.sqlite", Array(repeating: 0x41, count: 8192))
    #expect { try Ledger.open(home: home.path) } throws: { ($0 as? LedgerError)?.code == "damaged" }
    #expect(home.bytes("ledger.sqlite") == Array(repeating: 0x41, count: 8192))
}

@Test("another program that writes is waited for, and then named as the reason")
func locked() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    try ledger.database.run("BEGIN EXCLUSIVE")
    #expect(throws: LedgerError.locked) { try Ledger.open(home: home.path, patience: 50).world() }
    try ledger.database.run("ROLLBACK")
    let other = try Ledger.open(home: home.path, patience: 50)
    let version = try other.dataVersion()
    try ledger.put(Client(id: "new", name: "New", tag: "NEW"))
    #expect(try other.dataVersion() != version)
    #expect(try other.client("new") != nil)
}

@Test("a copy of the ledger is whole, and never overwrites")
func copies() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    mkdir(home.path + "/copies", 0o700)
    try ledger.copy(to: home.path + "/copies/ledger.sqlite")
    #expect(home.mode("copies/ledger.sqlite") == 0o600)
    #expect(throws: LedgerError.self) { try ledger.copy(to: home.path + "/copies/ledger.sqlite") }
    #expect(try Ledger.open(home: home.path + "/copies").world() == ledger.world())
}

@Test(
    "every error is one sentence that ends with what to do or what was left alone",
    arguments: [
        LedgerError.absent(home: "/h"), .unsafe(path: "/p", reason: "is no folder"), .tooNew(version: 9),
        .foreign(path: "/p"), .damaged(detail: "d"), .locked, .full, .readOnly, .failed(detail: "d"),
        .conflict(detail: "d"), .notFound(noun: "client", id: "x"), .logDamaged(detail: "d"),
        .sealed(detail: "d"), .taken(path: "/p"),
    ])
func sentences(error: LedgerError) {
    #expect(error.message.hasSuffix("."))
    #expect([2, 3, 4].contains(error.exitCode))
    #expect(!error.code.isEmpty)
}
