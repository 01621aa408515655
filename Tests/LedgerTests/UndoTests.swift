import Documents
import Permits
import Testing

@testable import Ledger

@Test("changes are taken back one after the other, and brought back, to the same bytes and the same search")
func undoAndRedo() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    func text() throws -> [UInt8] { writeWorkspace(try ledger.world()) }
    func found() throws -> Set<SearchHit> {
        Set(
            try ["nordwind", "late", "tariff", "shall", "other"].flatMap { try ledger.search($0, limit: 500) }
        )
    }
    var states = [(text: try text(), found: try found())]
    func note() throws { states.append((try text(), try found())) }

    var late = Client(id: "late", name: "Late", tag: "LAT")
    late.aliases = ["Other Name"]
    late.engagements = [Engagement(id: "job", title: "Late tariff")]
    try ledger.put(late)
    try note()
    late.aliases = []
    late.engagements = []
    try ledger.put(late)
    try note()
    try ledger.setArchived(true, .client("nordwind"))
    try note()
    try ledger.put(Settings())
    try note()
    let other = try sample()
    try ledger.import(other, settings: other.settings, replace: true)
    try note()
    try ledger.import(World(), settings: nil, replace: true)
    try note()

    for direction in [Ledger.Direction.undo, .redo, .undo] {
        let order =
            direction == .undo
            ? Array(states.indices.dropLast().reversed()) : Array(states.indices.dropFirst())
        for place in order {
            let preview = try #require(try ledger.preview(direction))
            #expect(writeWorkspace(preview) == states[place].text)
            let row = try #require(try ledger.step(direction))
            #expect(try text() == states[place].text, "\(direction) of row \(row.sequence)")
            #expect(try found() == states[place].found)
            #expect(try ledger.damage() == [])
        }
        // The first of all changes is the import that filled the ledger: it goes back as well.
        if direction == .redo { #expect(try ledger.step(.redo) == nil) }
    }
    #expect(try ledger.verifyLog().ok)
    let kinds = try ledger.recentLog(limit: 6).map(\.kind)
    #expect(kinds == Array(repeating: "undo", count: 6))
}

@Test("an import that takes over the keys of what it replaced goes back whole")
func undoOfReusedKeys() throws {
    let ledger = try Ledger.create(home: TemporaryHome().path, house: nil).ledger
    func nda(_ id: String, _ obligations: [String], client: String? = nil) -> Agreement {
        var agreement = Agreement(id: id, kind: client == nil ? .house : .nda)
        agreement.client = client
        agreement.obligations = obligations.map { Obligation(id: $0, rule: .modelTraining) }
        return agreement
    }
    try ledger.put(nda("house", ["h1", "h2", "h3"]))
    let before = writeWorkspace(try ledger.world())
    var world = World()
    world.clients = [Client(id: "a", name: "A", tag: "AA")]
    // The house rules are written anew behind the client's agreement, whose obligations take their keys.
    world.agreements = [nda("a-nda", ["a1", "a2"], client: "a"), nda("house", ["h4"])]
    try ledger.import(world, settings: nil, replace: false)
    let after = writeWorkspace(try ledger.world())
    for (direction, text) in [(Ledger.Direction.undo, before), (.redo, after), (.undo, before)] {
        #expect(writeWorkspace(try #require(try ledger.preview(direction))) == text)
        try ledger.step(direction)
        #expect(writeWorkspace(try ledger.world()) == text)
        #expect(try ledger.damage() == [])
    }
    #expect(try ledger.database.first("PRAGMA foreign_keys") { $0.int(0) } == 1)
}

@Test("items that change their places, alone or in a whole import, go back whole and come again")
func undoOfNewOrder() throws {
    let home = TemporaryHome()
    let ledger = try sampleLedger(home)
    func check(_ change: () throws -> Void) throws {
        let (before, step) = (writeWorkspace(try ledger.world()), try ledger.nextStep(.undo))
        try change()
        let after = writeWorkspace(try ledger.world())
        #expect(try ledger.nextStep(.undo) != step)
        for (direction, text) in [(Ledger.Direction.undo, before), (.redo, after), (.undo, before)] {
            #expect(try ledger.step(direction) != nil)
            #expect(writeWorkspace(try ledger.world()) == text)
            #expect(try ledger.damage() == [])
        }
    }
    var world = try ledger.world()
    for index in world.agreements.indices where world.agreements[index].obligations.count > 1 {
        var agreement = world.agreements[index]
        agreement.obligations.reverse()
        try check { try ledger.put(agreement) }
        world.agreements[index].obligations.reverse()
    }
    world.clients.reverse()
    world.agreements.reverse()
    world.consents.reverse()
    world.accounts.reverse()
    world.reviews.reverse()
    for index in world.clients.indices { world.clients[index].engagements.reverse() }
    #expect(world.clients.count > 1 && world.agreements.count > 1)
    try check { try ledger.import(world, settings: nil, replace: true) }
    try check { try ledger.import(world, settings: nil, replace: false) }
}

@Test("a new change makes what was taken back final, and a change of no record is no step")
func undoIsLinear() throws {
    let ledger = try Ledger.create(home: TemporaryHome().path, house: nil).ledger
    #expect(try ledger.step(.undo) == nil)
    try ledger.put(Client(id: "a", name: "A", tag: "AA"))
    try ledger.put(Client(id: "b", name: "B", tag: "BB"))
    try ledger.use(client: "a")
    try ledger.record("refusal", "x")
    #expect(try ledger.step(.undo)?.body == "client b")
    #expect(try ledger.context()?.client == "a")
    try ledger.put(Client(id: "c", name: "C", tag: "CC"))
    #expect(try ledger.step(.redo) == nil)
    #expect(throws: LedgerError.self) { try ledger.step(.undo, expecting: 1) }
    #expect(try ledger.clients().map(\.id) == ["a", "c"])
}

@Test("of changes the last hundred can be taken back, and none that another format wrote")
func undoIsBounded() throws {
    let home = TemporaryHome()
    let ledger = try Ledger.create(home: home.path, house: nil).ledger
    for number in 0..<105 { try ledger.put(Client(id: "c\(number)", name: "C", tag: "CC")) }
    var steps = 0
    while try ledger.step(.undo) != nil { steps += 1 }
    #expect(steps == 100)
    try ledger.put(Client(id: "x", name: "X", tag: "XX"))
    try ledger.database.transaction { try ledger.forgetChanges() }
    #expect(try ledger.step(.undo) == nil)
    #expect(try ledger.client("x") != nil)
}
