internal import CTerminal
package import Canvas
internal import Glibc

/// The terminal: shows frames, and waits for keys, signals and other descriptors.
///
/// One at a time in a process, used from one thread, which sleeps in ``events(watching:timeout:)`` without
/// waking. Work goes on in other threads, which put their results aside and call ``wake()``. Whatever ends
/// the process, signals and crashes included, gives the terminal back as it was.
package final class Screen {
    /// The colors that the terminal shows.
    package let depth: Depth
    /// The borders and marks that the terminal can show.
    package let glyphs: Glyphs

    private let input: Int32
    private let signals: Int32
    /// Whether letters beyond ASCII can be shown.
    private let isUTF8: Bool
    private var reader = KeyReader()
    /// Whether ncurses may hold input that the kernel no longer announces.
    private var mayHoldInput = false
    private var isOpen = true

    /// What the terminal was last brought to show.
    private var shown: Frame?
    private var palette: Palette?
    /// The colors of each role on each ground, as far as they were needed.
    private var paints: [(foreground: Int32, background: Int32, attributes: Attributes)?] = []

    /// Takes the terminal over.
    ///
    /// - Parameters:
    ///   - surroundings: what the environment says.
    ///   - mouse: whether presses are reported, which takes the terminal's own selection away.
    ///   - input: the descriptor of the terminal that keys come from.
    ///   - output: the descriptor of the terminal that is drawn on.
    /// - Throws: ``ScreenError`` where there is no terminal, or no description of it.
    package init(
        _ surroundings: Surroundings, mouse: Bool = false, input: Int32 = STDIN_FILENO,
        output: Int32 = STDOUT_FILENO
    ) throws(ScreenError) {
        let name = surroundings.terminal
        let code = terminal_open(input, output, name, surroundings.isUTF8, surroundings.wantsColor, mouse)
        guard code == 0 else { throw ScreenError(attempt: .opening(terminal: name), code: code) }
        self.input = input
        signals = terminal_signals()
        isUTF8 = terminal_is_utf8()
        depth =
            switch terminal_colors() {
            case ..<8: .none
            case ..<16: .colors8
            case ..<256: .colors16
            case 256: .colors256
            default: .truecolor
            }
        // The Linux console and the DEC terminals have no check marks; some locales draw lines two columns
        // wide.
        let hasMarks = name != "linux" && !name.hasPrefix("vt") && terminal_width(0x2500) == 1
        glyphs = isUTF8 && hasMarks ? .unicode : .ascii
    }

    deinit { close() }

    /// Gives the terminal back.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        terminal_end_signals()
        terminal_close()
    }

    /// The terminal's columns and rows.
    package var size: Size { Size(columns: Int(terminal_columns()), rows: Int(terminal_rows())) }

    // MARK: Out

    /// Brings the terminal to show a frame; only what differs is written.
    package func show(_ frame: Frame, _ palette: Palette) {
        if palette != self.palette {
            self.palette = palette
            paints = Array(repeating: nil, count: Role.allCases.count * Self.grounds)
            shown = nil
        }
        let here = size
        if shown?.size != frame.size {
            var blank = cell(of: .blank())
            terminal_fill(&blank)
        }
        frame.changes(since: shown) { cell, column, row in
            guard row < here.rows, column + Int(cell.width) <= here.columns else { return }
            put(cell, row: row, column: column)
        }
        shown = frame
        if let cursor = frame.cursor {
            terminal_show(Int32(clamping: cursor.row), Int32(clamping: cursor.column))
        } else {
            terminal_show(-1, -1)
        }
    }

    private func put(_ cell: Cell, row: Int, column: Int) {
        var out = self.cell(of: cell)
        let base = cell.scalars.base
        // A glyph that the terminal cannot show, or that ncurses would lay out otherwise, is a question mark.
        let fits = base < 0x7F || (isUTF8 && terminal_width(base) == Int32(cell.width))
        if !fits {
            out.scalars = (63, 0, 0, 0, 0)
            if cell.width == 2 { terminal_put(Int32(clamping: row), Int32(clamping: column + 1), &out) }
        }
        terminal_put(Int32(clamping: row), Int32(clamping: column), &out)
    }

    private func cell(of cell: Cell) -> terminal_cell {
        let paint = self.paint(cell.style)
        var out = terminal_cell()
        out.foreground = paint.foreground
        out.background = paint.background
        out.attributes = paint.attributes.union(cell.style.attributes).rawValue
        out.scalars = cell.scalars.all
        return out
    }

    private static let grounds = Ground.allCases.count

    private func paint(_ style: Style) -> (foreground: Int32, background: Int32, attributes: Attributes) {
        let place = Int(style.role.rawValue) * Self.grounds + Int(style.ground.rawValue)
        if let known = paints[place] { return known }
        let paint = palette?.paint(Style(style.role, on: style.ground))
        let made = (
            foreground: Self.number(paint?.foreground), background: Self.number(paint?.background),
            attributes: paint?.attributes ?? []
        )
        paints[place] = made
        return made
    }

    private static func number(_ ink: Ink?) -> Int32 {
        switch ink {
        case nil, .standard: -1
        case .indexed(let index): Int32(index)
        case .rgb(let color): Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
        }
    }

    // MARK: In

    /// Lets a thread that waits in ``events(watching:timeout:)`` go on; from any thread, as often as one
    /// likes.
    package static func wake() { terminal_wake() }

    /// Waits until something happens.
    ///
    /// - Parameters:
    ///   - descriptors: other descriptors to wait for, such as ``FileWatch/descriptor``.
    ///   - timeout: how long to wait at most; for ever without one.
    /// - Returns: what happened, in order; nothing when the time ran out.
    package func events(watching descriptors: [Int32] = [], timeout: Duration? = nil) -> [ScreenEvent] {
        var polled = ([input, signals] + descriptors).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        // A paste whose end is lost must not keep the keys for ever.
        let patience = reader.isPasting ? min(timeout ?? .seconds(1), .seconds(1)) : timeout
        let ready = poll(&polled, nfds_t(polled.count), mayHoldInput ? 0 : Self.milliseconds(patience))
        if ready <= 0 && !mayHoldInput {
            // Nothing, or a signal that wrote to the pipe while poll was asleep: the next call sees it.
            return ready == 0 ? reader.endPaste().map(ScreenEvent.input) : []
        }
        var events: [ScreenEvent] = []
        if polled[1].revents != 0 { takeSignals(&events) }
        if mayHoldInput || polled[0].revents != 0 { takeInput(&events) }
        for descriptor in polled[2...] where descriptor.revents != 0 { events.append(.ready(descriptor.fd)) }
        return events
    }

    /// Draws everything anew at the next ``show(_:_:)``, as after another program has written to the
    /// terminal.
    package func redraw() {
        shown = nil
        terminal_redraw()
    }

    private func takeSignals(_ events: inout [ScreenEvent]) {
        var woken = false
        while case let signal = terminal_take_signal(), signal >= 0 {
            switch signal {
            case 0:
                if !woken { events.append(.woken) }
                woken = true
            case SIGWINCH: resized(&events)
            case SIGTSTP: stop(&events)
            case SIGCONT:
                terminal_resume()
                redraw()
                events.append(.input(.resumed))
            default: events.append(.end(signal: signal))
            }
        }
    }

    private func takeInput(_ events: inout [ScreenEvent]) {
        mayHoldInput = false
        var count = 0
        while true {
            let event = terminal_read()
            for input in reader.take(event) {
                switch input {
                case .key(.control("z")): stop(&events)
                case .key(.control("l")):
                    redraw()
                    events.append(.input(.resumed))
                default: events.append(.input(input))
                }
            }
            if Int(event.kind) == TERMINAL_RESIZED { resized(&events) }
            if Int(event.kind) == TERMINAL_NOTHING { break }
            count += 1
            // So that a flood of input does not keep signals waiting.
            if count == 4096 {
                mayHoldInput = true
                return
            }
        }
        if count == 0 && terminal_is_gone() { events.append(.end(signal: SIGHUP)) }
    }

    private func resized(_ events: inout [ScreenEvent]) {
        guard terminal_resize() || shown?.size != size else { return }
        shown = nil
        if case .input(.resize) = events.last { events.removeLast() }
        events.append(.input(.resize(size)))
    }

    private func stop(_ events: inout [ScreenEvent]) {
        terminal_stop()
        shown = nil
        events.append(.input(.resumed))
    }

    private static func milliseconds(_ duration: Duration?) -> Int32 {
        guard let duration else { return -1 }
        let parts = duration.components
        // Rounded up, so that a timer is never early.
        let fraction = (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, min(parts.seconds, 1_000_000)) * 1000 + max(0, fraction))
    }

    // MARK: Other programs

    /// Runs a program that has the terminal to itself until it ends.
    ///
    /// - Parameters:
    ///   - arguments: the program, found along `PATH` where it has no slash, and its arguments.
    ///   - environment: all of its environment, as `NAME=value`.
    /// - Returns: its wait status.
    /// - Throws: ``ScreenError`` where it cannot be started.
    package func run(_ arguments: [String], environment: [String]) throws(ScreenError) -> Int32 {
        var status: Int32 = 0
        let code = withStrings(arguments) { arguments in
            withStrings(environment) { terminal_run(arguments, $0, &status) }
        }
        redraw()
        guard code == 0 else { throw ScreenError(attempt: .running(arguments.first ?? ""), code: code) }
        return status
    }
}

/// Calls a function with texts as C wants them: a list of pointers with a null at its end.
private func withStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(&pointers)
}
