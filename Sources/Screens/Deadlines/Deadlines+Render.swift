import Canvas
import Permits

extension Painter {
    func deadlines(_ pane: inout Pane) {
        guard let agenda = state.deadlines.agenda else {
            pane.write("Reading the dates\(cut)", column: 1, row: 1, Style(.muted))
            return
        }
        let count = state.dueCount
        guard count > 0 else {
            paragraph(
                agenda.days.isEmpty
                    ? "No date yet. Agreements, consents and engagements bring theirs, and facts theirs to be "
                        + "read again."
                    : "No date holds these letters. esc shows all.", &pane, column: 1, row: 1,
                columns: pane.columns - 2, Style(.muted))
            return
        }
        // Where there is room the words come first, then the months.
        let left = pane.columns >= 110 ? 42 : pane.columns >= 96 ? 32 : 26
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
        let seen = window(around: state.deadlines.row, of: count, room: room)
        let today = column(of: state.today, first: first, width: width)
        for (line, index) in seen.enumerated() {
            let at = line + 1
            guard let deadline = state.due(index) else { continue }
            let isChosen = index == state.deadlines.row
            pane.mark(.row(index, column: 0), row: at)
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
        let near = agenda.places(from: state.today, to: Day(number: state.today.number + 60))
        if near.isEmpty { pane.write("Nothing ends or falls due.", column: 2, row: row, Style(.muted)) }
        for place in near.prefix(pane.rows) where row < pane.rows - 3 {
            let deadline = agenda.days[place]
            pane.write(
                isSoon(deadline) ? glyphs.condition : glyphs.dot, column: 2, row: row,
                Style(isSoon(deadline) ? .warning : .muted))
            pane.write(deadline.date.short, column: 4, row: row)
            pane.write(deadline.date.distance(from: state.today), column: 12, row: row, Style(.muted))
            let words = (deadline.client.map { state.tag(of: $0) + " " } ?? "") + deadline.what
            pane.write(words, column: 19, row: row, columns: pane.columns - 19, cut: cut)
            row += 1
        }
        if let next = agenda.days[at: near.upperBound], row < pane.rows {
            pane.write(
                "then \(next.date.words), \(next.date.distance(from: state.today)): "
                    + (next.client.map { state.tag(of: $0) + " " } ?? "") + next.what,
                column: 4, row: row, columns: pane.columns - 4, Style(.muted), cut: cut)
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
        if row + 6 < pane.rows { later(agenda, &pane, from: row + 4) }
    }

    /// What lies beyond the bars: how long duties go on, and which facts have to be read again.
    private func later(_ agenda: Agenda, _ pane: inout Pane, from start: Int) {
        var row = start
        for (title, places) in [
            ("Survival (confidential after the end)", agenda.survivals), ("Re-reads due", agenda.rereads),
        ] {
            let days = places.lazy.map { agenda.days[$0] }.filter { $0.date >= state.today }.prefix(6)
            guard !days.isEmpty, row + 1 < pane.rows else { continue }
            pane.rule(row: row, title: title, glyphs: glyphs)
            row += 1
            for day in days where row < pane.rows {
                let place = day.client.flatMap { state.roster.place(of: $0) } ?? 0
                pane.write(
                    day.client.map { state.tag(of: $0) } ?? "all", column: 2, row: row, columns: 5,
                    Style(Role.accent(place), on: .page, .bold), cut: cut)
                pane.write(day.date.words, column: 8, row: row)
                pane.write(day.date.distance(from: state.today), column: 21, row: row, Style(.muted))
                pane.write(day.what, column: 30, row: row, columns: pane.columns - 30, cut: cut)
                row += 1
            }
            row += 1
        }
    }

    /// Whether it falls due within a month, or was due before.
    private func isSoon(_ deadline: Deadline) -> Bool { deadline.date.days(since: state.today) <= 30 }

    /// The column of a day in the bars, possibly far outside.
    private func column(of day: Day, first: Int, width: Int) -> Int {
        let (year, month, dayOfMonth) = day.civil
        return (year * 12 + month - 1 - first) * width + (dayOfMonth - 1) * width / 31
    }
}
