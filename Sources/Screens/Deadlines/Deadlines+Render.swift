import Canvas
import Permits

extension Painter {
    func deadlines(_ pane: inout Pane) {
        let rows = state.dueRows
        guard !rows.isEmpty else {
            pane.write(
                "No date is recorded. Agreements, consents and engagements bring theirs.", column: 1, row: 1,
                Style(.muted))
            return
        }
        let left = 21
        let months = min(state.deadlines.span, max(1, (pane.columns - left) / 6))
        let width = (pane.columns - left) / months
        let (year, month, _) = state.today.civil
        let first = year * 12 + month - 1 + state.deadlines.month
        pane.write("What", column: 1, row: 0, Style(.muted))
        for number in 0..<months {
            let name = monthNames[((first + number) % 12 + 12) % 12].prefix(3)
            pane.write("\(glyphs.vertical)\(name)", column: left - 1 + number * width, row: 0, Style(.muted))
        }
        let listRows = max(4, pane.rows / 2)
        let room = max(1, pane.rows - listRows - 2)
        let seen = window(around: state.deadlines.row, of: rows.count, room: room)
        let today = column(of: state.today, first: first, width: width)
        for (line, index) in seen.enumerated() {
            let at = line + 1
            let deadline = rows[index]
            let isChosen = index == state.deadlines.row
            let place = deadline.client.flatMap { state.roster.place(of: $0) } ?? 0
            pane.write(
                deadline.client.map { state.tag(of: $0) } ?? "all", column: 1, row: at, columns: 5,
                Style(Role.accent(place), on: .page, .bold), cut: cut)
            pane.write(
                deadline.what, column: 6, row: at, columns: left - 7,
                Style(.text, on: .page, isChosen ? .bold : []), cut: cut)
            let end = column(of: deadline.date, first: first, width: width)
            pane.draw(in: Rect(column: left, row: at, columns: pane.columns - left, rows: 1)) { pane in
                let label = "\(glyphs.end)\(deadline.date)"
                let last = min(end, pane.columns - displayWidth(label))
                if last > 0 {
                    let past = min(max(0, today), last)
                    pane.write(String(repeating: glyphs.past, count: past), column: 0, row: 0, Style(.muted))
                    pane.write(
                        String(repeating: glyphs.coming, count: max(0, last - past)), column: past, row: 0,
                        Style(Role.accent(place)))
                }
                pane.write(label, column: max(0, last), row: 0, Style(isSoon(deadline) ? .warning : .muted))
            }
            if isChosen { pane.paint(.selection, in: Rect(column: 0, row: at, columns: left - 1, rows: 1)) }
        }
        if today >= 0, left + today < pane.columns {
            pane.write(
                "\(glyphs.now) today \(state.today.short)", column: left + today, row: seen.count + 1,
                Style(.muted))
        }
        var row = seen.count + 2
        pane.rule(row: row, title: "Next 60 days", glyphs: glyphs)
        row += 1
        let near = rows.filter { (0...60).contains($0.date.days(since: state.today)) }
        if near.isEmpty { pane.write("Nothing ends or falls due.", column: 2, row: row, Style(.muted)) }
        for deadline in near where row < pane.rows - 3 {
            pane.write(
                isSoon(deadline) ? glyphs.condition : glyphs.dot, column: 2, row: row,
                Style(isSoon(deadline) ? .warning : .muted))
            pane.write(deadline.date.short, column: 4, row: row)
            pane.write(deadline.date.distance(from: state.today), column: 12, row: row, Style(.muted))
            let words = (deadline.client.map { state.tag(of: $0) + " " } ?? "") + deadline.what
            pane.write(words, column: 19, row: row, columns: pane.columns - 19, cut: cut)
            row += 1
        }
        if row + 2 < pane.rows {
            pane.write(
                "After a term ends the answers stay as they are until the survival date.", column: 2,
                row: row + 1, Style(.muted))
            pane.write(
                "Bulkhead never loosens a verdict because a date passed before that.", column: 2,
                row: row + 2, Style(.muted))
        }
    }

    private func isSoon(_ deadline: Deadline) -> Bool {
        (0...30).contains(deadline.date.days(since: state.today))
    }

    /// The column of a day in the bars, possibly far outside.
    private func column(of day: Day, first: Int, width: Int) -> Int {
        let (year, month, dayOfMonth) = day.civil
        return (year * 12 + month - 1 - first) * width + (dayOfMonth - 1) * width / 31
    }
}
