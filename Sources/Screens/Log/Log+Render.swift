import Canvas
import Permits

extension Painter {
    func log(_ pane: inout Pane) {
        guard let page = state.log.page else {
            pane.write("Reading the log\(cut)", column: 1, row: 1, Style(.muted))
            return
        }
        let isWide = pane.columns >= 110
        let (main, side) =
            isWide ? pane.bounds.splitRight(35, gap: 1) : (pane.bounds, Rect(Size(columns: 0, rows: 0)))
        pane.draw(in: main) { pane in
            pane.write("Time          Who    Event              Detail", column: 1, row: 0, Style(.muted))
            let room = max(1, pane.rows - 4)
            let seen = window(around: state.log.row, of: page.lines.count, room: room)
            if page.lines.isEmpty {
                pane.write("Nothing was logged yet.", column: 1, row: 1, Style(.muted))
            }
            for (line, index) in seen.enumerated() {
                let entry = page.lines[index]
                let isChosen = index == state.log.row
                let at = line + 1
                pane.mark(.row(index, column: 0), row: at)
                if isChosen { pane.write(glyphs.focus, column: 0, row: at, Style(.key, on: .page, .bold)) }
                pane.write(entry.time.stamp(state.today), column: 1, row: at, Style(.muted))
                let place = entry.client.flatMap { state.roster.place(of: $0) } ?? 0
                pane.write(
                    entry.client.map { state.tag(of: $0) } ?? "--", column: 15, row: at, columns: 6,
                    Style(entry.client == nil ? .muted : Role.accent(place)), cut: cut)
                pane.write(
                    entry.event, column: 22, row: at, columns: 18,
                    Style(.text, on: .page, isChosen ? .bold : []), cut: cut)
                pane.write(entry.detail, column: 41, row: at, columns: pane.columns - 41, cut: cut)
                if isChosen {
                    pane.paint(.selection, in: Rect(column: 0, row: at, columns: pane.columns, rows: 1))
                }
            }
            byDay(page, &pane, from: seen.count + 2, to: pane.rows - 3)
            let filter = state.log.client.map { " of \(state.tag(of: $0))" } ?? ""
            pane.write(
                "\(min(page.lines.count, state.log.row + 1)) of \(page.total)\(filter)   Prompts are never logged. Redacted words are logged as counts.",
                column: 1, row: pane.rows - 2, Style(.muted))
            let chain = state.log.verified ?? "v verifies the chain"
            pane.rule(
                row: pane.rows - 1,
                title:
                    "\(chain) \(glyphs.dot) \(counted(page.total, "entry", "entries")) \(glyphs.dot) head \(page.head.prefix(8))",
                glyphs: glyphs)
        }
        guard isWide, let entry = page.lines[at: state.log.row] else { return }
        let inside = pane.box(side, title: "Entry \(entry.number)", glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
            var row = pair("time", "\(entry.time.day) \(entry.time.clock)", &pane, 0, width: 10)
            row = pair("event", entry.event, &pane, row, width: 10)
            row = pair("client", entry.client ?? "--", &pane, row, width: 10)
            row = pair("detail", entry.detail, &pane, row, width: 10)
            if !entry.previous.isEmpty {
                row = pair("prev", "\(entry.previous.prefix(8))", &pane, row, width: 10)
            }
            if !entry.hash.isEmpty { row = pair("hash", "\(entry.hash.prefix(8))", &pane, row, width: 10) }
        }
    }

    /// How much was logged on each of the last days, where the list leaves room.
    private func byDay(_ page: LogPage, _ pane: inout Pane, from start: Int, to end: Int) {
        let room = min(7, end - start - 1)
        guard room >= 3, !page.lines.isEmpty else { return }
        let counts = Dictionary(grouping: page.lines, by: \.time.day).mapValues(\.count)
        let most = max(1, counts.values.max() ?? 1)
        let longest = max(1, min(40, pane.columns - 20))
        pane.write("By day", column: 1, row: start, Style(.title, on: .page, .bold))
        for back in 0..<room {
            let day = Day(number: state.today.number - Int32(back))
            let count = counts[day] ?? 0
            let row = start + 1 + back
            pane.write(day.short, column: 1, row: row, Style(.muted))
            let length = count == 0 ? 0 : max(1, count * longest / most)
            pane.line(of: glyphs.past, column: 9, row: row, columns: length, Style(.key))
            pane.write(String(count), column: 10 + length, row: row, Style(.muted))
        }
    }
}
