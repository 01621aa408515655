import CTerminal
import Canvas
import Testing

@testable import Terminal

@Suite("Keys and pastes from what ncurses reads")
struct KeyReaderTests {
    private func event(_ kind: Int, _ code: Int = 0) -> terminal_event {
        terminal_event(kind: Int32(kind), code: UInt32(code), column: 3, row: 4)
    }

    private func typed(_ text: String) -> [terminal_event] {
        text.unicodeScalars.map { event(TERMINAL_CHARACTER, Int($0.value)) }
    }

    private func inputs(_ events: [terminal_event]) -> [Input] {
        var reader = KeyReader()
        return (events + [event(TERMINAL_NOTHING)]).flatMap { reader.take($0) }
    }

    @Test("characters, controls and named keys")
    func keys() {
        #expect(inputs(typed("q客")) == [.key(.character("q")), .key(.character("客"))])
        #expect(
            inputs(typed("\u{10}\r\n\t\u{7F}\u{8}\u{0}\u{1F}"))
                == [
                    .key(.control("p")), .key(.enter), .key(.enter), .key(.tab), .key(.backspace),
                    .key(.backspace),
                    .key(.control("@")), .key(.control("_")),
                ])
        #expect(inputs([event(TERMINAL_KEY, TERMINAL_PAGE_UP)]) == [.key(.pageUp)])
        #expect(inputs([event(TERMINAL_FUNCTION, 3)]) == [.key(.function(3))])
        #expect(
            inputs([event(TERMINAL_MOUSE, 4)])
                == [.mouse(Mouse(.wheelUp, at: Position(column: 3, row: 4)))])
        #expect(inputs([event(TERMINAL_OTHER), event(TERMINAL_KEY, 999), event(TERMINAL_MOUSE, 9)]).isEmpty)
        #expect(inputs(typed("\u{9B}\u{85}")).isEmpty, "controls of the second set are no letters")
    }

    @Test("an escape alone is Esc, before a character it is Alt, before another key both count")
    func escape() {
        #expect(inputs(typed("\u{1B}")) == [.key(.escape)])
        #expect(inputs(typed("\u{1B}x")) == [.key(.alt("x"))])
        #expect(inputs(typed("\u{1B}\u{1B}")) == [.key(.escape), .key(.escape)])
        #expect(inputs(typed("\u{1B}\r")) == [.key(.escape), .key(.enter)])
        #expect(inputs(typed("\u{1B}") + [event(TERMINAL_KEY, TERMINAL_UP)]) == [.key(.escape), .key(.up)])
    }

    @Test("a paste comes as one text; nothing in it is a key")
    func paste() {
        let events =
            [event(TERMINAL_PASTE_BEGINS)] + typed("one\rtwo\u{1B}q") + [event(TERMINAL_KEY, TERMINAL_UP)]
            + [event(TERMINAL_PASTE_ENDS)] + typed("q")
        #expect(inputs(events) == [.paste("one\ntwo\u{1B}q"), .key(.character("q"))])
    }

    @Test("a paste whose end is lost is given up with what there is")
    func lostEnd() {
        var reader = KeyReader()
        for event in [event(TERMINAL_PASTE_BEGINS)] + typed("abc") { #expect(reader.take(event).isEmpty) }
        #expect(reader.isPasting)
        #expect(reader.endPaste() == [.paste("abc")])
        #expect(!reader.isPasting)
        #expect(reader.take(typed("q")[0]) == [.key(.character("q"))])
    }
}
