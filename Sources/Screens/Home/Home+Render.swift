import Canvas

extension Painter {
    func home(_ pane: inout Pane) {
        let isWide = pane.columns >= 110
        let (main, side) =
            isWide
            ? pane.bounds.splitRight(max(38, pane.columns * 3 / 10), gap: 1)
            : (pane.bounds, Rect(Size(columns: 0, rows: 0)))
        pane.draw(in: main) { homeList(&$0) }
        if isWide { pane.draw(in: side) { homeSide(&$0) } }
    }

    private func homeList(_ pane: inout Pane) {
        let width = pane.columns
        // Tag, client, engagement, confidential to, four counts, last.
        let last = width - 9
        let counts = last - 12
        let until = counts - 17
        let client = 7
        let engagement = client + max(10, (until - client) * 18 / 37)
        let header = Style(.muted)
        pane.write("Tag", column: 1, row: 0, header)
        pane.write("Client", column: client, row: 0, header)
        pane.write("Engagement", column: engagement, row: 0, header)
        pane.write("Confidential to", column: until, row: 0, header)
        pane.write("ok if NO ??", column: counts, row: 0, header)
        pane.write("Last", column: last, row: 0, header)
        let room = state.homeRoom
        let seen = window(around: state.home.row, of: state.homeCount, room: room)
        for (line, row) in seen.enumerated() {
            guard let place = state.homePlace(row) else { continue }
            let entry = state.roster.entries[place]
            let summary = state.summaries[entry.id]
            let at = line + 1
            let isChosen = row == state.home.row
            if isChosen { pane.write(glyphs.focus, column: 0, row: at, Style(.key, on: .page, .bold)) }
            let name = Style(.text, on: .page, isChosen ? .bold : [])
            pane.write(
                entry.tag, column: 1, row: at, columns: 5, Style(Role.accent(place), on: .page, .bold),
                cut: cut)
            pane.write(entry.name, column: client, row: at, columns: engagement - client - 1, name, cut: cut)
            let title = entry.engagements.first?.title ?? "--"
            pane.write(title, column: engagement, row: at, columns: until - engagement - 1, name, cut: cut)
            if let summary {
                pane.write(
                    words(summary.confidential), column: until, row: at, columns: 16,
                    confidentialStyle(summary.confidential), cut: cut)
                let tally = summary.tally
                for (number, (count, role)) in [
                    (tally.permit, Role.permit), (tally.conditional, .condition), (tally.deny, .deny),
                    (tally.undetermined, .unknown),
                ].enumerated() {
                    pane.write(
                        String(count), endingAt: counts + 2 + number * 3, row: at,
                        Style(count == 0 ? .muted : role))
                }
                pane.write(lastWords(summary), column: last, row: at, Style(.muted))
            } else {
                pane.write(glyphs.dot, column: until, row: at, Style(.muted))
            }
            if isChosen { pane.paint(.selection, in: Rect(column: 0, row: at, columns: width, rows: 1)) }
            pane.mark(.row(row, column: 0), row: at)
        }
        var row = 1 + max(seen.count, 1)
        if seen.isEmpty {
            pane.write("No client holds these letters. esc shows all.", column: 1, row: 1, Style(.muted))
        } else if seen.count < state.homeCount {
            let rest =
                "\(seen.lowerBound + 1) to \(seen.upperBound) of \(state.homeCount)"
                + (state.roster.isWhole ? "" : " read, \(state.roster.total) in all")
            pane.write(rest, column: 1, row: row, Style(.muted))
        }
        row += 1
        needsYou(&pane, from: row)
    }

    private func needsYou(_ pane: inout Pane, from start: Int) {
        var row = start
        let bottom = pane.rows
        if !state.attention.isEmpty, row + 1 < bottom {
            pane.rule(row: row, title: "Needs you", glyphs: glyphs)
            row += 1
            // The last session and the log below keep their lines.
            let room = max(1, min(state.attention.count, bottom - row - 3))
            for attention in state.attention.prefix(room) {
                pane.write(attention.status.glyph(glyphs), column: 2, row: row, Style(attention.status.role))
                var column = 4
                if let client = attention.client {
                    let place = state.roster.place(of: client) ?? 0
                    pane.write(
                        state.tag(of: client), column: column, row: row, columns: 5,
                        Style(Role.accent(place)), cut: cut)
                    column += 5
                }
                pane.write(attention.text, column: column, row: row, columns: pane.columns - column, cut: cut)
                row += 1
            }
            row += 1
        }
        if let session = state.sessions.max(by: { $0.start < $1.start }), row < bottom {
            let length =
                session.end.map { "\($0.minutes(since: session.start)) min" }
                ?? "open since \(session.start.clock)"
            let words = [
                state.tag(of: session.job.client), state.name(of: session.surface), length,
                session.cause.map { "ended: \($0)" } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " \(glyphs.dot) ")
            pane.write("Last session", column: 2, row: row, Style(.muted))
            pane.write(words, column: 16, row: row, columns: pane.columns - 16, cut: cut)
            row += 1
        }
        if let care = state.care, row < bottom {
            pane.write("Log", column: 2, row: row, Style(.muted))
            pane.write(care, column: 16, row: row, columns: pane.columns - 16, cut: cut)
            row += 1
        }
        row += 1
        if !state.recent.isEmpty, row + 1 < bottom, pane.rows > 24 {
            pane.rule(row: row, title: "Recent", glyphs: glyphs)
            row += 1
            for line in state.recent.prefix(max(0, bottom - row)) {
                pane.write(line.time.near(state.today), column: 2, row: row, Style(.muted))
                if let client = line.client {
                    pane.write(
                        state.tag(of: client), column: 10, row: row, columns: 5,
                        Style(Role.accent(state.roster.place(of: client) ?? 0)), cut: cut)
                }
                pane.write(
                    "\(line.event)  \(line.detail)", column: 16, row: row, columns: pane.columns - 16,
                    cut: cut)
                row += 1
            }
        } else if row < bottom, state.sessions.isEmpty {
            pane.write(
                "Start here: \(glyphs.enter) switches to a client, then p shows which tools it allows.",
                column: 2, row: row,
                Style(.muted))
        }
    }

    private func homeSide(_ pane: inout Pane) {
        guard let entry = state.chosenEntry else { return }
        let datesRows = min(pane.rows / 2, max(3, state.upcoming.next.count + 2))
        let (upper, lower) = pane.bounds.splitBottom(state.upcoming.next.isEmpty ? 0 : min(datesRows, 10))
        let inside = pane.box(upper, title: "\(entry.tag) \(entry.name)", glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
            guard let summary = state.summaries[entry.id] else { return }
            var row = 0
            for line in summary.lines where row < pane.rows - 5 {
                pane.write(line.label, column: 0, row: row, Style(.muted))
                row = paragraph(line.value, &pane, column: 13, row: row)
            }
            row += 1
            for (outcome, count, words) in [
                (Judged(.permit), summary.tally.permit, "allowed"),
                (Judged(.conditional), summary.tally.conditional, "allowed with conditions"),
                (Judged(.deny), summary.tally.deny, "not allowed"),
                (Judged(.undetermined), summary.tally.undetermined, "without an answer"),
            ] where count > 0 {
                verdict(outcome, &pane, column: 0, row: row)
                pane.write("\(count) \(words)", column: 7, row: row)
                row += 1
            }
        }
        guard !lower.isEmpty else { return }
        let dates = pane.box(lower, title: "Next dates", glyphs: glyphs)
        pane.draw(in: dates.inset(columns: 1, rows: 0)) { pane in
            let next = state.upcoming.next.prefix(pane.rows)
            let dates = next.map { $0.date.brief(from: state.today) }
            let column = 2 + (dates.map(displayWidth).max() ?? 0)
            for (row, (date, deadline)) in zip(dates, next).enumerated() {
                pane.write(date, column: 0, row: row, Style(.muted))
                let words = (deadline.client.map { state.tag(of: $0) + " " } ?? "") + deadline.what
                pane.write(words, column: column, row: row, columns: pane.columns - column, cut: cut)
            }
        }
    }

    private func words(_ confidential: ClientSummary.Confidential) -> String {
        switch confidential {
        case .noTerms: "no NDA"
        case .unrecorded: "not recorded"
        case .noEnd: "no end date"
        case .until(let day): day.words
        }
    }

    private func confidentialStyle(_ confidential: ClientSummary.Confidential) -> Style {
        switch confidential {
        case .unrecorded: Style(.unknown)
        case .noTerms: Style(.muted)
        case .until(let day) where day.days(since: state.today) <= 30: Style(.warning)
        default: Style()
        }
    }

    private func lastWords(_ summary: ClientSummary) -> String {
        guard let last = summary.last else { return "never" }
        let days = state.today.days(since: last.day)
        return days == 0 ? last.clock : "\(days)d"
    }
}
