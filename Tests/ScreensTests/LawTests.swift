import Canvas
import Permits
import Testing

@testable import Screens

/// Numbers that look random and come out the same for a seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Laws of the screens")
struct LawTests {
    @Test("every action has an id of its own, words, and a place where it can be reached")
    func actionsAreDescribed() {
        #expect(Set(Action.all.map(\.id)).count == Action.all.count)
        for action in Action.all {
            #expect(!action.title.isEmpty && !action.description.isEmpty, "\(action.id)")
            #expect(action.description.first?.isUppercase == false, "\(action.id)")
            let places = action.places.isEmpty ? Place.allCases : action.places
            let keymap = Keymap()
            let isReached = places.contains { place in
                keymap.keys(of: action).contains { keymap.action(for: $0, in: place)?.id == action.id }
            }
            #expect(isReached, "no key reaches \(action.id)")
        }
    }

    @Test("no key means two things in one place")
    func noClashes() { #expect(Keymap().clashes.isEmpty) }

    @Test("a remapped action answers its new key and no longer its old one")
    func remapped() {
        var desk = Desk()
        desk.state.keymap = Keymap(["permit.why": [.character("x")]])
        desk.press("2 x")
        #expect(desk.state.place == .why)
        desk.press("q w")
        #expect(desk.state.place == .matrix)
    }

    @Test("what destroys is never on a bare lower-case letter")
    func destruction() {
        for action in Action.all where action.id.contains("archive") {
            for case .character(let letter) in action.keys { #expect(!letter.isLowercase, "\(action.id)") }
        }
    }

    @Test("two verdicts never look the same without colour", arguments: [Glyphs.unicode, .ascii])
    func verdictsDiffer(_ glyphs: Glyphs) {
        let shown = Outcome.allCases.map { "\($0.glyph(glyphs)) \($0.word(duties: 1))" }
        #expect(Set(shown).count == Outcome.allCases.count)
        #expect(Set(Outcome.allCases.map { $0.glyph(glyphs) }).count == Outcome.allCases.count)
        #expect(Set(Outcome.allCases.map { $0.word() }).count == Outcome.allCases.count)
    }

    @Test("every screen can be drawn at every size", arguments: journeys.map(\.name))
    func everySize(_ name: String) {
        var desk = Desk()
        desk.press(journeys.first { $0.name == name }?.script ?? "")
        for columns in [1, 2, 7, 20, 59, 60, 61, 73, 79, 80, 100, 109, 110, 133, 200, 300] {
            for rows in [1, 2, 3, 8, 15, 16, 17, 23, 24, 30, 50, 100] {
                let size = Size(columns: columns, rows: rows)
                desk.state.size = size
                let frame = render(
                    desk.state, size: size, look: Look(glyphs: columns % 2 == 0 ? .unicode : .ascii))
                #expect(frame.size == size)
            }
        }
    }

    /// A world whose every word is hostile.
    private func hostileWorld() -> World {
        var world = sampleWorld()
        let poison = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\n\r\t\u{202E}\u{200B}\u{0}"
        for place in world.clients.indices {
            world.clients[place].name = poison + world.clients[place].name
            world.clients[place].tag = "A\u{1B}\(place)"
            world.clients[place].jurisdiction = poison
            for job in world.clients[place].engagements.indices {
                world.clients[place].engagements[job].title = poison
                world.clients[place].engagements[job].directories = [poison]
            }
        }
        for place in world.agreements.indices {
            world.agreements[place].title = poison
            world.agreements[place].document = Agreement.Document(path: poison, sha256: poison)
            for term in world.agreements[place].obligations.indices {
                world.agreements[place].obligations[term].clause = poison
                world.agreements[place].obligations[term].quote = poison
            }
        }
        for place in world.consents.indices { world.consents[place].evidence = poison }
        for place in world.catalog.surfaces.indices {
            world.catalog.surfaces[place].name = poison
            world.catalog.surfaces[place].hosts = [poison]
            for fact in world.catalog.surfaces[place].facts.indices {
                world.catalog.surfaces[place].facts[fact].note = poison
            }
        }
        for place in world.catalog.sources.indices { world.catalog.sources[place].url = poison }
        return world
    }

    @Test("nothing that a terminal would obey reaches a frame", arguments: journeys.map(\.name))
    func hostileText(_ name: String) {
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
            var desk = Desk(hostileWorld(), size: size)
            desk.press(journeys.first { $0.name == name }?.script ?? "")
            let frame = desk.frame()
            for cell in frame.cells {
                for scalar in cell.text.unicodeScalars {
                    let number = scalar.value
                    let isHarmless =
                        number >= 0x20 && number != 0x7F && !(0x80...0x9F).contains(number)
                        && number != 0x202E && number != 0x200B
                    #expect(isHarmless, "U+\(String(number, radix: 16)) in \(name)")
                }
            }
        }
    }

    @Test("letters never act while a text is typed")
    func lettersAreText() {
        var desk = Desk()
        let every = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?:/-[]"
        desk.press("n")
        desk.press("'" + every)
        #expect(desk.state.place == .form)
        #expect(desk.state.form?["name"]?.text == every)
        desk.press("esc enter / '" + every)
        #expect(desk.state.place == .home)
        #expect(desk.state.filter(of: .home) == every)
    }

    @Test("random keys, pastes and sizes never crash it nor lock it in", arguments: 1...25)
    func randomKeys(_ seed: Int) {
        var random = Seeded(state: UInt64(seed))
        var keys: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
            .pageUp,
            .pageDown, .function(1), .function(3), .control("s"), .control("p"), .control("u"), .control("d"),
            .wordLeft, .wordRight, .control("w"),
        ]
        keys += "abcdefghijklmnopqrstuvwxyzDGRST123456:?/-[] 客é".map { .character($0) }
        var desk = Desk()
        for step in 0..<400 {
            switch Int.random(in: 0..<40, using: &random) {
            case 0: desk.send(.input(.paste("客户\u{1B}[31m\nNOR \u{202E}x")))
            case 1:
                desk.send(
                    .input(
                        .resize(
                            Size(
                                columns: Int.random(in: 1...300, using: &random),
                                rows: Int.random(in: 1...100, using: &random)))))
            case 2: desk.send(.ledgerChanged)
            case 3: desk.send(.input(.mouse(Mouse(.wheelDown, at: Position(column: 1, row: step % 20)))))
            default: desk.send(.input(.key(keys.randomElement(using: &random) ?? .enter)))
            }
            if step % 10 == 0 { _ = desk.frame() }
        }
        desk.state.size = Size(columns: 80, rows: 24)
        for _ in 0..<300 where !desk.effects.contains(.quit) {
            if case .confirm(let confirm) = desk.state.overlay, confirm.tag == nil {
                desk.press("enter")
            } else {
                desk.press(desk.state.focus == .home && !desk.state.isFiltering ? "q" : "esc")
            }
        }
        let hasQuit = desk.effects.contains(.quit)
        #expect(hasQuit, "the way out is lost at \(desk.state.focus)")
    }

    @Test("a ledger of ten thousand clients is drawn and filtered a window at a time")
    func largeLedger() {
        var world = sampleWorld()
        world.clients = (0..<10_000).map { number in
            var client = Client(id: "c\(number)", name: "Client number \(number)", tag: "C\(number % 1000)")
            client.engagements = [Engagement(id: "a", title: "Job a"), Engagement(id: "b", title: "Job b")]
            return client
        }
        world.agreements = []
        world.consents = []
        var desk = Desk(world)
        #expect(desk.state.roster.entries.count == 10_000)
        #expect(desk.state.summaries.count < 100)
        desk.press("2")
        #expect(desk.state.matrix.columns.count == 20_000)
        #expect(desk.state.answers.count < 30)
        desk.press("1 / '9999")
        #expect(desk.state.homeWindow.map { desk.state.roster.entries[$0].name } == ["Client number 9999"])
    }
}
