import Testing

@testable import Redaction

/// What is held of a text does not grow with it, whatever is in it and however it is cut.
@Suite struct BoundTests {
    /// Texts that invite to wait: for the end of a line, a word, a number, a string, an escape, a name, a placeholder.
    static let patterns = [
        "a", " ", "1", "1,", "@", "a@", "\n", "\\", "\\u0041", "\"", "é", "e\u{301}", "\u{200B}", "円", "BKX",
        "BKXCL0",
        "b k-x_", "%41", "&amp;", "value=", "password=", "Nordwind ", "Nordwind Logistik ", "QUJD9x",
        "-----BEGIN PRIVATE KEY-----\n", "[", "{\"a\":", "[\"", "4111 ", "aaaa.", "12 EUR ", "Acme Bird ",
    ]
    /// Many times the window.
    private static let size = 24_000
    private static let reach = Reach(window: 1 << 10, ahead: 512)

    /// The most that was held while `pattern` behind `front` came in pieces, and how much came out.
    private func held(
        _ pattern: String, front: String, _ dice: inout Dice, _ take: ([UInt8]) -> (out: Int, held: Int)
    ) -> (most: Int, out: Int) {
        var piece = Array(front.utf8)
        var (most, out, sent) = (0, 0, 0)
        while sent < Self.size {
            let size = Int(dice.next() % 1_500) + 1
            while piece.count < size { piece += Array(pattern.utf8) }
            let (came, held) = take(piece)
            most = max(most, held)
            out += came
            sent += piece.count
            piece = []
        }
        return (most, out)
    }

    @Test("a text of any length holds back a window", arguments: patterns.indices)
    func text(_ index: Int) {
        var dice = Dice(index)
        var redactor = Redactor(Sample.detector, map: Sample.map(), reach: Self.reach)
        let (most, out) = held(Self.patterns[index], front: "", &dice) { piece in
            (redactor.redact(piece).count, redactor.heldBack)
        }
        #expect(most < Self.reach.longestHeld)
        #expect(out > 0)
    }

    @Test(
        "JSON of any length holds back a window, in a string and outside of strings",
        arguments: patterns.indices, ["[\"", "{\"", "[", "[\"{\\\""])
    func json(_ index: Int, _ front: String) {
        var dice = Dice(index)
        var redactor = JSONRedactor(Sample.detector, map: Sample.map(), otherwise: .text, reach: Self.reach)
        let (most, _) = held(Self.patterns[index], front: front, &dice) { piece in
            (redactor.redact(piece).count, redactor.heldBack)
        }
        // Outside of strings eight kibibytes wait, lest they are no JSON.
        #expect(most < max(9 << 10, 7 * Self.reach.longestHeld))
    }

    @Test(
        "an answer of any length holds back less than a placeholder and the marks in it",
        arguments: patterns.indices,
        [Restorer.Place.text, .json, .auto])
    func answer(_ index: Int, _ place: Restorer.Place) {
        var dice = Dice(index)
        var restorer = Restorer(Sample.map(), in: place)
        let (most, out) = held(Self.patterns[index], front: place == .text ? "" : "[\"", &dice) { piece in
            (restorer.restore(piece).count, restorer.heldBack)
        }
        #expect(most < Token.length + Token.slack + 2)
        #expect(out >= Self.size - most)
    }
}
