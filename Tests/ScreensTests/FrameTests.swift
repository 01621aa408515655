import Canvas
import FrameGolden
import Testing

@testable import Screens

/// The ways to every screen, as key scripts from home.
let journeys: [(name: String, script: String)] = [
    ("home", ""), ("home-filter", "/ 'ova"), ("client", "down up enter"), ("client-tools", "enter l j j"),
    ("matrix", "2"), ("matrix-only", "2 f f f"), ("why", "2 j enter"), ("why-deny", "2 l j enter"),
    ("why-second", "2 j enter j"),
    ("catalog", "4"), ("catalog-facts", "4 j j j enter j"), ("sessions-empty", "3"),
    ("sessions-live", "2 s enter 3"),
    ("deadlines", "5"),
    ("log-empty", "6"),
    ("help", "2 ?"), ("help-search", "2 ? / 'start"), ("themes", "T down"), ("palette", "2 : 'sw space 'no"),
    ("palette-off", "2 : 'start"),
    ("launch", "2 j s"), ("launch-done", "2 j s space"), ("new-client", "n 'Acme tab 'X ctrl-s"),
    ("terms", "o"),
    ("terms-change", "o tab tab tab tab tab tab tab tab tab tab right"), ("pick", "enter n"),
    ("new-consent", "enter n 'cons enter space"), ("review", "4 j j j r"), ("archive", "enter j D 'NO"),
    ("mail", "2 l j m"),
    ("undo-off", "z"), ("redaction-empty", "2 j x"), ("redaction", "2 j x \(letter) n"),
    ("redaction-decided", "2 j x \(letter) n space"), ("redaction-blocked", "2 j x \(blocked)"),
    ("redaction-learn", "2 j x \(letter) n m"), ("redaction-answer", "2 j x b down enter \(answer)"),
    ("surface-new", "4 n 'Acme tab 'Chat tab tab tab tab right"), ("record", "down enter i"),
    ("record-path", "down enter i enter 'pap tab"),
    ("paper", "down enter i down enter"), ("paper-file", "down enter i enter 'papers/acme-nda.pdf enter n"),
    ("paper-read", "down enter i enter 'papers/acme-nda.pdf enter c c u a"),
    ("paper-dates", "down enter i enter 'papers/acme-nda.pdf enter v enter '2026-03-01 enter esc d"),
]

/// What is pasted into the redaction: with terms of the client, an amount, a host and a name nobody recorded.
let letter =
    "^Fix the meter sync in Fjord for Nordlys Grid. Ingrid Moe said the NOK 1 240 000 invoice blocks until host "
    .appending("sync-01.nordlys.example answers.\nProject Sund is separate; write to ingrid@nordlys.example.")
    .replacing(" ", with: "\u{A0}")
/// A text with another client's name.
let blocked = "^Nordlys Grid and Mercer Pike LLP share a server.".replacing(" ", with: "\u{A0}")
/// What a tool may answer, without any placeholder of ours.
let answer = "^The sync is fixed; BKXCL0000000000000 stays.".replacing(" ", with: "\u{A0}")

@Suite("Frames")
struct FrameTests {
    @Test("every screen is drawn as recorded at 80x24, 120x40 and in ASCII", arguments: journeys.map(\.name))
    func golden(_ name: String) {
        let script = journeys.first { $0.name == name }?.script ?? ""
        for (size, suffix, look) in [
            (Size(columns: 80, rows: 24), "80x24", Look()), (Size(columns: 120, rows: 40), "120x40", Look()),
            (Size(columns: 80, rows: 24), "80x24.ascii", Look(glyphs: .ascii, depth: .none)),
        ] {
            var desk = Desk(size: size)
            desk.press(script)
            assertFrame(desk.frame(look), "\(name)-\(suffix)")
        }
    }

    @Test("an empty ledger teaches the first steps")
    func firstRun() {
        var world = sampleWorld()
        world.clients = []
        world.agreements = []
        world.consents = []
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
            assertFrame(Desk(world, size: size).frame(), "first-run-\(size.columns)x\(size.rows)")
        }
    }

    @Test("below 60x16 the screen says in words what it needs")
    func tooSmall() {
        let frame = render(Desk().state, size: Size(columns: 40, rows: 10), look: Look())
        assertFrame(frame, "too-small-40x10")
    }

    @Test("a notice is read whole, in the place of the line too where one row is too short")
    func notices() {
        var desk = Desk()
        for words in [
            "Saved.",
            "The key of the placeholders lies in a file, since there is no keyring here to keep it in instead.",
        ] {
            desk.state.notice = Notice(words)
            let foot = desk.frame().lines.suffix(2).joined(separator: " ")
            #expect(words.split(separator: " ").allSatisfy { foot.contains($0) }, "\(foot)")
        }
    }
}
