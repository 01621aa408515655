import Canvas
import Permits

extension Painter {
    func sessions(_ pane: inout Pane) {
        let rows = state.sessionRows
        guard !rows.isEmpty else {
            noSession(&pane)
            return
        }
        var rest = pane.bounds
        if let live = state.live {
            let banner = rest.splitTop(1)
            rest = banner.rest
            let words =
                " YOU ARE WORKING FOR \((state.roster[live.job.client]?.name ?? live.job.client).uppercased()). "
                + "Only its material may go into this window."
            pane.write(
                words, column: 0, row: 0, columns: pane.columns,
                Style.tag(state.roster.place(of: live.job.client) ?? 0), cut: cut)
        }
        let (left, right) = rest.splitLeft(rest.columns * 58 / 100, gap: 1)
        let list = pane.box(left, title: "Sessions", note: String(rows.count), focused: true, glyphs: glyphs)
        pane.draw(in: list.inset(columns: 1, rows: 0)) { pane in
            let seen = window(around: state.session.row, of: rows.count, room: pane.rows)
            for (line, index) in seen.enumerated() {
                let row = rows[index]
                let isChosen = index == state.session.row
                pane.write(
                    row.isLive ? glyphs.live : " ", column: 0, row: line, Style(.warning, on: .page, .bold))
                pane.write(row.start.stamp(state.today), column: 2, row: line, Style(.muted))
                let place = state.roster.place(of: row.job.client) ?? 0
                pane.write(
                    state.tag(of: row.job.client), column: 15, row: line, columns: 5,
                    Style(Role.accent(place), on: .page, .bold), cut: cut)
                let length = row.end.map { "\(max(0, $0.minutes(since: row.start))) min" } ?? "live"
                pane.write(
                    state.name(of: row.surface), column: 20, row: line, columns: max(4, pane.columns - 29),
                    Style(.text, on: .page, isChosen ? .bold : []), cut: cut)
                pane.mark(.row(index, column: 0), row: line)
                pane.write(length, endingAt: pane.columns, row: line, Style(row.isLive ? .warning : .muted))
                if isChosen {
                    pane.paint(.selection, in: Rect(column: 0, row: line, columns: pane.columns, rows: 1))
                }
            }
        }
        guard let row = state.chosenSession else { return }
        let detail = pane.box(right, title: "Session \(row.id)", glyphs: glyphs)
        pane.draw(in: detail.inset(columns: 1, rows: 0)) { pane in
            var line = pair("started", "\(row.start.day.words) \(row.start.clock)", &pane, 0)
            if let end = row.end {
                line = pair("ended", "\(end.day.words) \(end.clock)", &pane, line)
            }
            line = pair("time", "\(row.minutes) min\(row.isLive ? " so far" : "")", &pane, line)
            line = pair("surface", state.name(of: row.surface), &pane, line)
            if let outcome = row.outcome {
                pane.write("verdict", column: 0, row: line, Style(.muted))
                verdict(Judged(outcome), &pane, column: 9, row: line)
                line += 1
            }
            if let title = state.roster.title(of: row.job) { line = pair("job", title, &pane, line) }
            if let account = row.account { line = pair("account", account, &pane, line) }
            if !row.acknowledged.isEmpty {
                line = pair(
                    "seen to",
                    row.acknowledged.map { Duty(rawValue: $0)?.goal ?? $0 }.joined(separator: "; "), &pane,
                    line)
            }
            if let cause = row.cause { line = pair("cause", cause, &pane, line) }
            line += 1
            line = contacts(
                "hosts", row.hosts, none: "none was asked for", glyphs.permit, .permit, &pane, line)
            line = contacts("refused", row.refused, none: "nothing", glyphs.deny, .deny, &pane, line)
            if row.isLive {
                line += 1
                pane.write("If you must switch", column: 0, row: line, Style(.title, on: .page, .bold))
                line = paragraph(
                    "e ends this session first; then start one for the other client.", &pane, row: line + 1,
                    Style(.muted))
            }
            line += 1
            let unseen =
                "It does not read the page or your prompts. It knows the process, its folders and the hosts it asks for, "
                + "nothing more."
            // A heading alone would say nothing.
            guard line + wrap(unseen, columns: max(1, pane.columns)).count < pane.rows else { return }
            pane.write("What Bulkhead cannot see", column: 0, row: line, Style(.title, on: .page, .bold))
            paragraph(unseen, &pane, row: line + 1, Style(.muted))
        }
    }

    /// What fills the list and what it will tell.
    private func noSession(_ pane: inout Pane) {
        let words = min(70, pane.columns - 2)
        guard state.filter(of: .sessions).isEmpty else {
            pane.write("No session holds these letters. esc shows all.", column: 1, row: 1, Style(.muted))
            return
        }
        pane.write("No session yet.", column: 1, row: 1, Style(.title, on: .page, .bold))
        var row = paragraph(
            "2 shows which tools are allowed. On an answer that is ok, or whose conditions you meet, s opens the tool "
                + "behind its wall:", &pane, column: 1, row: 3, columns: words)
        row += 1
        for line in [
            "it sees the folders of that one job, and a home of its own",
            "it reaches the hosts of that one surface, and nothing else",
            "no key, variable or file of another client is inside",
            "a second session has to wait until the first one ends",
        ] {
            pane.write(glyphs.permit, column: 2, row: row, Style(.permit))
            pane.write(line, column: 4, row: row)
            row += 1
        }
        paragraph(
            "It is then listed here: its time, the hosts it asked for, what was refused, and how it ended.",
            &pane,
            column: 1, row: row + 1, columns: words, Style(.muted))
    }

    /// Hosts, each with how often it was asked for and when last; what does not fit is counted.
    private func contacts(
        _ label: String, _ contacts: [SessionRow.Contact], none: String, _ mark: String, _ role: Role,
        _ pane: inout Pane, _ row: Int
    ) -> Int {
        guard !contacts.isEmpty else { return pair(label, none, &pane, row) }
        pane.write(label, column: 0, row: row, Style(.muted))
        let latest = contacts.sorted { ($1.last, $0.host) < ($0.last, $1.host) }
        let shown = latest.count > 6 ? latest.prefix(5) : latest.prefix(6)
        for (line, contact) in shown.enumerated() {
            let times = "\(contact.count)x \(contact.last.near(state.today))"
            pane.write(mark, column: 9, row: row + line, Style(role))
            pane.write(
                contact.host, column: 11, row: row + line, columns: max(4, pane.columns - times.count - 12),
                Style(role == .deny ? role : .text), cut: cut)
            pane.write(times, endingAt: pane.columns, row: row + line, Style(.muted))
        }
        guard shown.count < latest.count else { return row + shown.count }
        pane.write("and \(latest.count - shown.count) more", column: 9, row: row + shown.count, Style(.muted))
        return row + shown.count + 1
    }
}
