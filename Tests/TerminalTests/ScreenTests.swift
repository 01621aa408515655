import Canvas
import Foundation
import FrameGolden
import Testing

@testable import Terminal

/// Whether a missing program is a fault of the machine that tests, and not a reason to skip.
private let isCI = !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty

/// The real ncurses on real terminals: ncurses keeps one screen a process, so one test at a time.
@Suite("The screen, in tmux and on a bare terminal", .serialized)
struct ScreenTests {
    private func surroundings(
        _ terminal: String, locale: String = "C.UTF-8", noColor: String = ""
    ) -> Surroundings {
        Surroundings { ["TERM": terminal, "LANG": locale, "NO_COLOR": noColor][$0] }
    }

    private func frame(_ size: Size, _ glyphs: Glyphs, selected: Int = 2) -> Frame {
        var frame = Frame(size)
        frame.draw { pane in
            pane.write("Bulkhead e\u{301} Nørgård 한국", column: 1, row: 0, Style(.title, on: .bar))
            pane.rule(row: 1, glyphs: glyphs)
            for row in 2..<max(2, pane.rows - 1) {
                pane.write("东海设计 surface \(row)", column: row % 3, row: row)
                pane.write("\(glyphs.permit) ok", column: 30, row: row, Style(.permit))
                pane.write("\(glyphs.deny) NO", column: 40, row: row, Style(.deny))
            }
            pane.paint(.selection, in: Rect(column: 0, row: selected, columns: pane.columns, rows: 1))
            pane.box(Rect(column: 5, row: 4, columns: 20, rows: 5), title: "Dialog", glyphs: glyphs)
            pane.write("end", endingAt: pane.columns, row: pane.rows - 1)
        }
        return frame
    }

    /// Expects that a pane shows a frame, and shows where it does not.
    private func expect(_ tmux: Tmux, _ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
        let shown = tmux.shown(expecting: frame.text)
        if shown != frame.text {
            Issue.record("\(sideBySide(frame.text, shown))", sourceLocation: sourceLocation)
        }
    }

    /// Waits for events until a number of them has come, or some seconds have passed.
    private func events(_ screen: Screen, _ count: Int) -> [ScreenEvent] {
        var all: [ScreenEvent] = []
        for _ in 0..<100 where all.count < count { all += screen.events(timeout: .milliseconds(50)) }
        return all
    }

    @Test(
        "a frame, a change and a new size come out in the right columns, whatever the terminal",
        .enabled(if: Tmux.program != nil || isCI, "tmux is not installed"),
        arguments: ["xterm-256color", "xterm-direct", "tmux-256color", "linux", "vt100", "screen", "xterm"])
    func drawn(terminal: String) throws {
        let tmux = try #require(Tmux(columns: 80, rows: 24))
        let screen = try Screen(surroundings(terminal), input: tmux.terminal, output: tmux.terminal)
        defer { screen.close() }
        let theme = try Theme(file: plainTheme)
        let palette = Palette(theme: theme, depth: screen.depth)
        #expect(screen.size == Size(columns: 80, rows: 24))
        #expect(screen.glyphs == (["linux", "vt100"].contains(terminal) ? .ascii : .unicode))
        let first = frame(screen.size, screen.glyphs)
        screen.show(first, palette)
        expect(tmux, first)
        var second = frame(screen.size, screen.glyphs, selected: 5)
        second.draw(in: Rect(column: 3, row: 2, columns: 31, rows: 9)) { pane in
            pane.fill()
            pane.box(title: "客户", glyphs: screen.glyphs)
        }
        screen.show(second, palette)
        expect(tmux, second)
        tmux.call("resize-window", "-x", "100", "-y", "30")
        kill(getpid(), SIGWINCH)
        let size = Size(columns: 100, rows: 30)
        #expect(events(screen, 1) == [.input(.resize(size))])
        let third = frame(size, screen.glyphs)
        screen.show(third, palette)
        expect(tmux, third)
    }

    @Test(
        "colors are as many as the terminal's description says",
        arguments: [
            ("vt100", Depth.none), ("linux", .colors8), ("xterm", .colors8), ("screen", .colors8),
            ("xterm-16color", .colors16), ("xterm-256color", .colors256), ("tmux-256color", .colors256),
            ("xterm-direct", .truecolor), ("no-such-terminal", .colors256),
        ])
    func depths(terminal: String, depth: Depth) throws {
        let pair = try #require(Terminals())
        let screen = try Screen(surroundings(terminal), input: pair.end, output: pair.end)
        #expect(screen.depth == depth)
        screen.close()
        let plain = try Screen(surroundings(terminal, noColor: "1"), input: pair.end, output: pair.end)
        #expect(plain.depth == .none)
        plain.show(frame(plain.size, plain.glyphs), Palette(depth: plain.depth))
        plain.close()
        let written = pair.written()
        for color in ["38;", "48;"] + (0...7).flatMap({ ["3\($0)m", "4\($0)m"] }) {
            #expect(!written.contains(color), "no color is ever set")
        }
    }

    @Test("true color reaches the terminal as it is in the theme", .enabled(if: Tmux.program != nil || isCI))
    func truecolor() throws {
        let tmux = try #require(Tmux(columns: 40, rows: 4))
        let screen = try Screen(surroundings("xterm-direct"), input: tmux.terminal, output: tmux.terminal)
        defer { screen.close() }
        var frame = Frame(screen.size)
        frame.draw { $0.write("permit", column: 0, row: 0, Style(.permit)) }
        screen.show(frame, Palette(theme: try Theme(file: plainTheme), depth: screen.depth))
        #expect(tmux.shown(expecting: frame.text) == frame.text)
        #expect(tmux.call("capture-pane", "-p", "-e").contains("38;2;132;244;228"))
    }

    @Test("keys, a paste and a click come as what they are", .enabled(if: Tmux.program != nil || isCI))
    func input() throws {
        let tmux = try #require(Tmux(columns: 80, rows: 24))
        let screen = try Screen(
            surroundings("xterm-256color"), mouse: true, input: tmux.terminal, output: tmux.terminal)
        defer { screen.close() }
        screen.show(Frame(screen.size), Palette(depth: screen.depth))
        tmux.call(
            "send-keys", "q", "客", "Up", "F1", "F12", "PPage", "C-p", "M-x", "BTab", "C-Left", "BSpace", "DC",
            "Enter")
        let keys: [Key] = [
            .character("q"), .character("客"), .up, .function(1), .function(12), .pageUp, .control("p"),
            .alt("x"),
            .backTab, .wordLeft, .backspace, .delete, .enter,
        ]
        #expect(events(screen, keys.count) == keys.map { .input(.key($0)) })
        tmux.call("send-keys", "Escape")
        #expect(events(screen, 1) == [.input(.key(.escape))])
        tmux.call("set-buffer", "two\nlines q")
        tmux.call("paste-buffer", "-p")
        #expect(events(screen, 1) == [.input(.paste("two\nlines q"))])
        tmux.call("send-keys", "-l", "\u{1B}[<0;6;3M\u{1B}[<0;6;3m")
        #expect(events(screen, 1) == [.input(.mouse(Mouse(.left, at: Position(column: 5, row: 2))))])
    }

    @Test("a wake-up, a watched descriptor and the signals that end a program are events")
    func otherEvents() throws {
        let pair = try #require(Terminals())
        let screen = try Screen(surroundings("xterm-256color"), input: pair.end, output: pair.end)
        defer { screen.close() }
        #expect(screen.events(timeout: .zero).isEmpty)
        Screen.wake()
        Screen.wake()
        #expect(screen.events(timeout: .seconds(5)) == [.woken])
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
            // To the process: threads of the test may hold their signals back.
            kill(getpid(), signal)
            #expect(screen.events(timeout: .seconds(5)) == [.end(signal: signal)])
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        guard let watch = FileWatch(folder: folder.path, prefix: "ledger.sqlite") else {
            Issue.record("the folder cannot be watched")
            return
        }
        let descriptor = watch.descriptor
        #expect(screen.events(watching: [descriptor], timeout: .zero).isEmpty)
        try Data("x".utf8).write(to: folder.appending(path: "ledger.sqlite"))
        #expect(screen.events(watching: [descriptor], timeout: .seconds(5)) == [.ready(descriptor)])
        let noticed = watch.drain()
        #expect(noticed)
        #expect(screen.events(watching: [descriptor], timeout: .zero).isEmpty)
        // A lock beside it is none of it, and a look at it is no change.
        try Data("x".utf8).write(to: folder.appending(path: "guard.lock"))
        _ = screen.events(watching: [descriptor], timeout: .seconds(5))
        let noticedLock = watch.drain()
        #expect(!noticedLock)
        try FileHandle(forUpdating: folder.appending(path: "ledger.sqlite")).close()
        #expect(screen.events(watching: [descriptor], timeout: .zero).isEmpty)
        pair.hangUp()
        #expect(screen.events(timeout: .seconds(5)) == [.end(signal: SIGHUP)])
    }

    @Test("only changed cells are written, and nothing for an unchanged frame")
    func changedCells() throws {
        let pair = try #require(Terminals())
        let screen = try Screen(surroundings("xterm-256color"), input: pair.end, output: pair.end)
        defer { screen.close() }
        let palette = Palette(depth: screen.depth)
        screen.show(frame(screen.size, .unicode), palette)
        #expect(pair.written().utf8.count > 1000)
        screen.show(frame(screen.size, .unicode), palette)
        #expect(pair.written() == "")
        var changed = frame(screen.size, .unicode)
        changed.draw { $0.write("x", column: 70, row: 12) }
        screen.show(changed, palette)
        let bytes = pair.written()
        #expect(bytes.contains("x") && bytes.utf8.count < 40, "\(bytes.debugDescription)")
        screen.redraw()
        screen.show(changed, palette)
        #expect(pair.written().utf8.count > 1000)
    }

    @Test("closing gives the terminal back as it was")
    func restored() throws {
        let pair = try #require(Terminals())
        let before = pair.modes()
        let screen = try Screen(
            surroundings("xterm-256color"), mouse: true, input: pair.end, output: pair.end)
        #expect(pair.modes() != before)
        screen.show(frame(screen.size, .unicode), Palette(depth: screen.depth))
        screen.close()
        screen.close()
        #expect(pair.modes() == before)
        let written = pair.written()
        for (on, off) in [("?1049h", "?1049l"), ("?2004h", "?2004l"), ("1000h", "1000l"), ("?25l", "?25h")] {
            guard let last = written.range(of: off, options: .backwards) else {
                Issue.record("no \(off)")
                continue
            }
            if let first = written.range(of: on, options: .backwards) {
                #expect(first.lowerBound < last.lowerBound)
            }
        }
    }

    @Test("another program gets the terminal, and the screen comes back")
    func child() throws {
        let pair = try #require(Terminals())
        let screen = try Screen(surroundings("xterm-256color"), input: pair.end, output: pair.end)
        defer { screen.close() }
        let status = try screen.run(["sh", "-c", "exit 7"], environment: ["PATH=/usr/bin:/bin"])
        #expect(status == 7 << 8)
        _ = pair.written()
        let frame = frame(screen.size, .unicode)
        screen.show(frame, Palette(depth: screen.depth))
        #expect(pair.written().utf8.count > 1000)
        #expect(throws: ScreenError(attempt: .running("/no/such/program"), code: ENOENT)) {
            try screen.run(["/no/such/program"], environment: [])
        }
    }

    @Test("in an ASCII locale nothing but ASCII is written")
    func ascii() throws {
        let pair = try #require(Terminals())
        let screen = try Screen(
            surroundings("xterm-256color", locale: "C"), input: pair.end, output: pair.end)
        defer { screen.close() }
        #expect(screen.glyphs == .ascii)
        screen.show(frame(screen.size, .unicode), Palette(depth: screen.depth))
        let written = pair.written()
        #expect(written.utf8.count > 1000)
        #expect(written.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("hostile text in a frame brings no sequence to the terminal that the screen itself does not use")
    func hostile() throws {
        let pair = try #require(Terminals())
        let screen = try Screen(surroundings("xterm-256color"), input: pair.end, output: pair.end)
        defer { screen.close() }
        var frame = Frame(screen.size)
        frame.draw { pane in
            pane.write("\u{1B}]52;c;aGk=\u{7}\u{9B}2J\u{1B}[31mred\u{202E}\n", column: 0, row: 0)
        }
        screen.show(frame, Palette(depth: screen.depth))
        let written = pair.written()
        #expect(written.contains("\\u{1B}]52"))
        for forbidden in ["\u{1B}]", "\u{7}", "\u{9B}", "\u{202E}"] { #expect(!written.contains(forbidden)) }
    }

    @Test("no terminal, no screen: an error that says what to do")
    func noTerminal() {
        let null = open("/dev/null", O_RDWR)
        defer { close(null) }
        #expect(throws: ScreenError(attempt: .opening(terminal: "xterm"), code: ENOTTY)) {
            try Screen(surroundings("xterm"), input: null, output: null)
        }
    }
}

/// The palette of a small theme for tests.
private let plainTheme = """
    scheme: Test
    author: none
    base00: "14171c"
    base01: "1d2229"
    base02: "2c333d"
    base03: "6b7684"
    base04: "a9b3bf"
    base05: "e4e8ed"
    base06: "f0f3f6"
    base07: "ffffff"
    base08: "f37f85"
    base09: "e68d51"
    base0A: "f3d34b"
    base0B: "84f4e4"
    base0C: "1eb4d2"
    base0D: "6ca7ea"
    base0E: "cd91f8"
    base0F: "e38f3b"
    """
