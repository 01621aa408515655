import Canvas
import Testing

@Suite("Text in columns")
struct TextTests {
    @Test(
        "what a terminal would obey is spelt out",
        arguments: [
            ("plain", "plain"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"),
            ("one\ntwo\tthree\r", "one\\ntwo\\tthree\\r"),
            ("\u{9B}31m", "\\u{9B}31m"), ("abc\u{202E}fdp.exe", "abc\\u{202E}fdp.exe"),
            ("a\u{200B}b", "a\\u{200B}b"),
            ("pay\u{AD}pal", "pay\\u{AD}pal"), ("\u{7F}", "\\u{7F}"), ("\u{E000}", "\\u{E000}"),
            ("\u{E0041}\u{E0042}", "\\u{E0041}\\u{E0042}"), ("ni\u{A0}co", "ni co"),
            ("\u{301}x", " \u{301}x"),
            ("\u{3164}", "\\u{3164}"), ("a\u{FE0F}\u{FE0F}", "a\\u{FE0F}"), ("\u{2028}", "\\u{2028}"),
            ("é", "é"),
        ])
    func visibleText(given: String, shown: String) {
        #expect(visible(given) == shown)
    }

    @Test(
        "columns are counted as a terminal counts them",
        arguments: [
            ("", 0), ("abc", 3), ("客户", 4), ("Nørgård", 7), ("e\u{301}", 1), ("한국", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2),
            ("ﾊﾟ", 2), ("✓ ok", 4), ("❤️", 1), ("👍🏽", 2), ("👩‍💻", 4), ("🇫🇷", 2), ("\u{1B}", 6), ("─", 1),
        ])
    func width(text: String, columns: Int) {
        #expect(displayWidth(text) == columns)
    }

    @Test("spelling out twice changes nothing more, and keeps the width", arguments: 0..<300 as Range<UInt64>)
    func idempotent(seed: UInt64) {
        var dice = Dice(seed: seed)
        let text = dice.text()
        let once = visible(text)
        #expect(visible(once) == once)
        #expect(displayWidth(once) == displayWidth(text))
    }

    @Test(
        "a cut text fits, keeps its beginning, and is whole where it fits",
        arguments: 0..<300 as Range<UInt64>)
    func cut(seed: UInt64) {
        var dice = Dice(seed: seed)
        let text = dice.text()
        let columns = dice.roll(-2...40)
        let result = truncated(text, to: columns, mark: "…")
        #expect(displayWidth(result) <= max(0, columns))
        if displayWidth(text) <= columns { #expect(result == visible(text)) }
        if displayWidth(text) > columns && columns > 0 {
            #expect(result.hasSuffix("…"))
            #expect(displayWidth(result) >= columns - 1, "no more than half a wide glyph is lost")
        }
        #expect(displayWidth(padded(text, to: columns, mark: "…")) == max(0, columns))
    }

    @Test("wrapped lines fit and lose nothing but spaces", arguments: 0..<300 as Range<UInt64>)
    func wrapped(seed: UInt64) {
        var dice = Dice(seed: seed)
        let text = dice.text(longest: 120)
        let columns = dice.roll(2...30)
        let lines = wrap(text, columns: columns)
        #expect(!lines.isEmpty)
        for line in lines { #expect(displayWidth(line) <= columns, "\(line.debugDescription)") }
        func squeezed(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " }))
        }
        let tame = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { visible(String($0.map { "\t\r".contains($0) ? " " : $0 })) }.joined()
        if !text.contains("\r\n") { #expect(squeezed(lines.joined()) == squeezed(tame)) }
    }

    @Test("words break at spaces, newlines always, long words where they must")
    func wrapExamples() {
        #expect(
            wrap("shall not disclose to any third party", columns: 12) == [
                "shall not", "disclose to", "any third", "party",
            ])
        #expect(wrap("one\n\ntwo", columns: 10) == ["one", "", "two"])
        #expect(wrap("abcdefghij", columns: 4) == ["abcd", "efgh", "ij"])
        #expect(wrap("客户目录翻译", columns: 5) == ["客户", "目录", "翻译"])
        #expect(wrap("客", columns: 1) == ["?"])
        #expect(wrap("", columns: 0) == [""])
        #expect(wrap("exactly twelve", columns: 14) == ["exactly twelve"])
        #expect(wrap("  indented text here", columns: 14) == ["  indented", "text here"])
    }
}
