package import Canvas

/// Draws the state.
///
/// - Parameters:
///   - state: what the interface knows.
///   - size: the cells there are.
///   - look: what the terminal can show.
package func render(_ state: State, size: Size, look: Look) -> Frame {
    var frame = Frame(size)
    frame.draw { pane in
        guard size.columns >= 60, size.rows >= 16 else {
            drawTooSmall(&pane)
            return
        }
        let painter = Painter(state: state, look: look)
        let (top, rest) = pane.bounds.splitTop(3)
        let (body, bottom) = rest.splitBottom(2)
        pane.draw(in: top) { painter.top(&$0) }
        pane.draw(in: body) { painter.body(&$0) }
        if state.overlay != nil {
            pane.hideCursor()
            pane.forgetTargets()
            painter.overlay(&pane)
        }
        pane.draw(in: bottom) { painter.footer(&$0) }
    }
    return frame
}

/// Says in words that the terminal is too small, and what works without it.
private func drawTooSmall(_ pane: inout Pane) {
    let words =
        "Bulkhead needs 60 columns and 16 rows; here are \(pane.columns) and \(pane.rows). Make the window "
        + "larger, or ask in a shell: bulkhead check SURFACE"
    for (row, line) in wrap(words, columns: pane.columns).enumerated() {
        pane.write(line, column: 0, row: row)
    }
}

/// Draws the parts of the screen; what all of them need lies here.
struct Painter {
    let state: State
    let look: Look

    var glyphs: Glyphs { look.glyphs }
    var cut: String { look.glyphs.cut }

    // MARK: Around the screen

    func top(_ pane: inout Pane) {
        pane.fill(Rect(column: 0, row: 0, columns: pane.columns, rows: 1), Style(.text, on: .bar))
        let right = rightStatus
        let rightStart = pane.columns - 1 - displayWidth(right.map(\.0).joined(separator: "   "))
        pane.draw(in: Rect(column: 0, row: 0, columns: max(0, rightStart - 1), rows: 1)) { title(&$0) }
        var column = rightStart
        for (words, style) in right {
            column += pane.write(words, column: column, row: 0, style) + 3
        }
        tabs(&pane)
        pane.rule(row: 2, glyphs: glyphs)
    }

    private func title(_ pane: inout Pane) {
        var column = 1
        column += pane.write("Bulkhead", column: column, row: 0, Style(.title, on: .bar, .bold))
        if state.isDemo {
            column += pane.write(" DEMO", column: column, row: 0, Style(.warning, on: .bar, .bold))
        }
        let parts = path
        if let tagged = parts.client {
            column += 2
            column += tag(tagged, &pane, column: column, row: 0)
            column += 1
        } else if !parts.words.isEmpty {
            column += pane.write(" \(glyphs.separator) ", column: column, row: 0, Style(.muted, on: .bar))
        }
        pane.write(
            parts.words.joined(separator: " \(glyphs.separator) "), column: column, row: 0,
            columns: pane.columns - column, Style(.text, on: .bar), cut: cut)
    }

    /// Whose material is on the screen, and where we are.
    private var path: (client: String?, words: [String]) {
        func named(_ id: String?) -> [String] { id.flatMap { state.roster[$0]?.name }.map { [$0] } ?? [] }
        if let live = state.live, state.place != .home {
            let title = state.roster.title(of: live.job).map { [$0] } ?? []
            return (live.job.client, named(live.job.client) + title)
        }
        switch state.place {
        case .client where state.client.id == ClientPage.everybody: return (nil, ["House rules and vendors"])
        case .client: return (state.client.id, named(state.client.id))
        case .why: return (state.why.request?.client, named(state.why.request?.client) + ["Why"])
        case .form:
            let owner: String? =
                switch state.form?.subject {
                case .client(let item): item?.id
                case .engagement(_, let id), .agreement(_, let id), .consent(_, let id), .account(_, let id):
                    id
                case .obligation: state.client.id
                default: nil
                }
            let client = owner == ClientPage.everybody ? nil : owner
            return (client, named(client) + [state.form?.title ?? "Form"])
        case .paper: return (state.paper.client, named(state.paper.client) + ["Read a paper"])
        case .redaction:
            let job = state.redaction.job
            return (job?.client, named(job?.client) + ["Redact"])
        case .help, .themes: return (nil, [state.place.title])
        default: return (state.current?.client, named(state.current?.client))
        }
    }

    private var rightStatus: [(String, Style)] {
        var parts: [(String, Style)] = []
        if let busy = state.busy {
            parts.append((truncated(busy, to: 30, mark: cut), Style(.warning, on: .bar)))
        } else if let live = state.live {
            parts.append(
                (
                    "\(glyphs.live) LIVE since \(live.start.near(state.today))",
                    Style(.warning, on: .bar, .bold)
                ))
        } else {
            parts.append(("no session", Style(.muted, on: .bar)))
        }
        if state.upcoming.soon > 0 { parts.append(("\(state.upcoming.soon) due", Style(.warning, on: .bar))) }
        parts.append((state.today.short, Style(.muted, on: .bar)))
        return parts
    }

    private func tabs(_ pane: inout Pane) {
        var column = 1
        // Where it is narrow the tabs stand closer, so that none is lost.
        let margin = pane.columns < 70 ? "" : " "
        for (number, place) in Place.tabs.enumerated() {
            let isOpen = place == state.place.tab
            let style = isOpen ? Style(.title, on: .selection, .bold) : Style(.muted)
            let words = "\(margin)\(number + 1) \(place.title)\(margin)"
            let width = pane.write(words, column: column, row: 1, style)
            let key = Key.character(Character(String(number + 1)))
            pane.mark(.key(key), column: column, row: 1, columns: width)
            column += width + 1
        }
    }

    /// The hints: what the place itself can do, then help and the way out, which never give way.
    func footer(_ pane: inout Pane) {
        pane.rule(row: 0, glyphs: glyphs)
        if let notice = state.notice {
            // A long one takes the place of the line as well.
            let style = Style(notice.isFault ? .fault : .text)
            let lines = wrap(notice.text, columns: max(1, pane.columns - 2))
            let rest = lines.dropFirst().joined(separator: " ")
            if !rest.isEmpty { pane.fill(Rect(column: 0, row: 0, columns: pane.columns, rows: 1)) }
            pane.write(lines.first ?? "", column: 1, row: rest.isEmpty ? 1 : 0, style)
            if !rest.isEmpty {
                pane.write(rest, column: 1, row: 1, columns: pane.columns - 2, style, cut: cut)
            }
            return
        }
        if state.isFiltering, state.overlay == nil {
            let typed = state.filters[state.place] ?? TextField()
            let column = 1 + pane.write(" / ", column: 0, row: 1, Style(.key))
            input(typed, &pane, column: column, row: 1, columns: min(40, pane.columns - 40))
            hints(pinned(["enter keep", "esc show all"]), &pane, from: pane.columns)
            return
        }
        let start = drawPinned(&pane)
        var column = 1
        if hasFilter {
            // A list that leaves rows out says so for as long as it does.
            let words = truncated(state.filter(of: state.place), to: 20, mark: cut)
            column += pane.write("/ \(words)", column: column, row: 1, Style(.warning)) + 2
        }
        for action in Action.all where action.isHint && action.places.contains(state.focus) {
            guard case .ready = action.availability(in: state), let key = state.keymap.keys(of: action).first
            else {
                continue
            }
            let width = displayWidth(key.label(glyphs)) + 1 + displayWidth(action.title)
            if column + width + 2 > start { continue }
            pane.mark(.key(key), column: column, row: 1, columns: width)
            column += pane.write(key.label(glyphs), column: column, row: 1, Style(.key))
            column += 1 + pane.write(action.title, column: column + 1, row: 1, Style(.muted)) + 2
        }
    }

    /// Whether the screen is a list of which a filter leaves rows out.
    private var hasFilter: Bool { state.overlay == nil && !state.filter(of: state.place).isEmpty }

    private func drawPinned(_ pane: inout Pane) -> Int {
        if hasFilter { return hints(pinned(["? help", "esc show all"]), &pane, from: pane.columns) }
        return switch state.focus {
        case .palette, .pick, .prompt, .sheet: hints(pinned(["esc close"]), &pane, from: pane.columns)
        case .confirm: hints(pinned(["esc no"]), &pane, from: pane.columns)
        case .launch: hints(pinned(["esc cancel"]), &pane, from: pane.columns)
        case .paper: hints(pinned(["? help", "esc leave"]), &pane, from: pane.columns)
        case .form: hints(pinned(["F1 help", "esc leave"]), &pane, from: pane.columns)
        case .home: hints(pinned(["? help", "q quit"]), &pane, from: pane.columns)
        case .help: hints(pinned(["? close"]), &pane, from: pane.columns)
        case .themes: hints(pinned(["? help", "esc undo"]), &pane, from: pane.columns)
        default: hints(pinned(["? help", "q back"]), &pane, from: pane.columns)
        }
    }

    private func pinned(_ words: [String]) -> [(String, String)] {
        words.map { word in
            let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
    }

    /// Writes hints that end at a column.
    ///
    /// - Returns: the column where they begin.
    @discardableResult
    private func hints(_ parts: [(String, String)], _ pane: inout Pane, from end: Int) -> Int {
        let width =
            parts.reduce(0) { $0 + displayWidth($1.0) + 1 + displayWidth($1.1) } + 2 * max(0, parts.count - 1)
        let start = max(0, end - 1 - width)
        var column = start
        for (key, words) in parts {
            if let named = Key(named: key) {
                let width = displayWidth(key) + 1 + displayWidth(words)
                pane.mark(.key(named), column: column, row: 1, columns: width)
            }
            column += pane.write(key, column: column, row: 1, Style(.key))
            column += 1 + pane.write(words, column: column + 1, row: 1, Style(.muted)) + 2
        }
        return start
    }

    // MARK: The screens

    func body(_ pane: inout Pane) {
        guard state.isLoaded || state.place == .help else {
            pane.write("Reading the ledger\(cut)", column: 1, row: 1, Style(.muted))
            return
        }
        switch state.place {
        case .home: if state.isFirstRun { firstRun(&pane) } else { home(&pane) }
        case .client: client(&pane)
        case .matrix: matrix(&pane)
        case .why: why(&pane)
        case .sessions: sessions(&pane)
        case .catalog: catalog(&pane)
        case .deadlines: deadlines(&pane)
        case .log: log(&pane)
        case .help: help(&pane)
        case .themes: themes(&pane)
        case .form: form(&pane)
        case .paper: paper(&pane)
        case .redaction: redaction(&pane)
        case .palette, .launch, .confirm, .pick, .prompt, .sheet: break
        }
    }

    func overlay(_ pane: inout Pane) {
        switch state.overlay {
        case .palette(let palette): draw(palette, &pane)
        case .launch(let launch): draw(launch, &pane)
        case .confirm(let confirm): draw(confirm, &pane)
        case .pick(let pick): draw(pick, &pane)
        case .prompt(let prompt): draw(prompt, &pane)
        case .sheet(let sheet): draw(sheet, &pane)
        case nil: break
        }
    }

    // MARK: Parts

    /// A client's tag, filled with its accent.
    ///
    /// - Returns: the columns it took.
    @discardableResult
    func tag(_ client: String, _ pane: inout Pane, column: Int, row: Int) -> Int {
        let place = state.roster.place(of: client) ?? 0
        let words = truncated(state.tag(of: client), to: 6, mark: cut)
        return pane.write(" \(words) ", column: column, row: row, Style.tag(place))
    }

    /// A verdict by glyph and word.
    @discardableResult
    func verdict(_ judged: Judged?, _ pane: inout Pane, column: Int, row: Int) -> Int {
        guard let judged else { return pane.write(glyphs.dot, column: column, row: row, Style(.muted)) }
        return pane.write(
            "\(judged.outcome.glyph(glyphs)) \(judged.word)", column: column, row: row, judged.outcome.style)
    }

    /// A text field with its caret.
    func input(
        _ field: TextField, _ pane: inout Pane, column: Int, row: Int, columns: Int, active: Bool = true
    ) {
        guard columns > 0 else { return }
        pane.draw(in: Rect(column: column, row: row, columns: columns, rows: 1)) { pane in
            pane.fill(nil, Style(.text, on: .input))
            let before = displayWidth(String(field.text.prefix(field.caret)))
            guard active else {
                pane.write(
                    field.text, column: 0, row: 0, columns: columns, Style(.text, on: .input), cut: cut)
                return
            }
            // What is typed at the end of a long text stays in sight; marks say where there is more.
            let shift = max(0, before - columns + 1)
            pane.write(field.text, column: -shift, row: 0, Style(.text, on: .input))
            if shift > 0 { pane.write(cut, column: 0, row: 0, Style(.muted, on: .input)) }
            if displayWidth(field.text) - shift > columns, before - shift < columns - 1 {
                pane.write(cut, column: columns - 1, row: 0, Style(.muted, on: .input))
            }
            pane.placeCursor(column: before - shift, row: 0)
        }
    }

    /// Paragraphs from a row on.
    ///
    /// - Returns: the row after them.
    @discardableResult
    func paragraph(
        _ text: String, _ pane: inout Pane, column: Int = 0, row: Int, columns: Int? = nil,
        _ style: Style = Style()
    ) -> Int {
        let width = columns ?? pane.columns - column
        guard width > 0 else { return row }
        var row = row
        for line in wrap(text, columns: width) {
            if row >= pane.rows { return row }
            pane.write(line, column: column, row: row, style)
            row += 1
        }
        return row
    }

    /// A box over the middle of the screen; what lies behind is muted.
    func dialog(
        _ pane: inout Pane, size: Size, title: String, note: String = "", _ body: (inout Pane) -> Void
    ) {
        let area = Rect(column: 0, row: 3, columns: pane.columns, rows: max(0, pane.rows - 5))
        pane.recolor(.muted, in: area)
        let rect = area.centered(size)
        pane.fill(rect)
        let inside = pane.box(rect, title: title, note: note, focused: true, glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { body(&$0) }
    }
}
