import Canvas
import Papers
import Permits

extension Painter {
    func paper(_ pane: inout Pane) {
        guard let page = state.paper.page else {
            pane.write("No paper was read. i on a client reads one.", column: 1, row: 1, Style(.muted))
            return
        }
        let settled = ClauseKind.allCases.count { state.paper.mark(of: $0) != .unread }
        let note = "\(settled) of \(ClauseKind.allCases.count) settled"
        pane.write(
            "\(page.title), recorded as \(state.paper.recordedAs.rawValue.uppercased())", column: 1, row: 0,
            columns: pane.columns - 3 - displayWidth(note),
            Style(.title, on: .page, .bold), cut: cut)
        pane.write(note, endingAt: pane.columns - 1, row: 0, Style(.muted))
        let warning = page.warnings.first.map { " Warning: \($0)." } ?? ""
        pane.write(
            page.recognized + warning, column: 1, row: 1, columns: pane.columns - 2, Style(.muted), cut: cut)
        let (_, rest) = pane.bounds.splitTop(2)
        let isTall = pane.rows >= 30
        let (left, right) = rest.splitLeft(isTall ? 42 : 32, gap: 1)
        let kinds = pane.box(left, title: "Kinds of term", focused: true, glyphs: glyphs)
        pane.draw(in: kinds.inset(columns: 1, rows: 0)) { kindList(&$0) }
        let (upper, lower) = right.splitBottom(isTall ? 16 : 7)
        clause(page, &pane, upper)
        if isTall {
            let (dates, impact) = lower.splitLeft(lower.columns / 2)
            datesBox(&pane, dates)
            impactBox(&pane, impact)
        } else if state.paper.showsDates {
            datesBox(&pane, lower)
        } else {
            impactBox(&pane, lower)
        }
    }

    private func kindList(_ pane: inout Pane) {
        let kinds = ClauseKind.allCases
        let seen = window(around: state.paper.row, of: kinds.count, room: pane.rows)
        for (line, index) in seen.enumerated() {
            let kind = kinds[index]
            let found = state.paper.places(of: kind)
            let mark = state.paper.mark(of: kind)
            let isChosen = index == state.paper.row
            pane.write(
                found.isEmpty && mark == .unread ? " " : mark.glyph(glyphs), column: 0, row: line,
                Style(mark.role, on: .page, .bold))
            var clauses: [String] = []
            for clause in found.compactMap({ state.paper.page?.proposals[$0].clause })
            where !clauses.contains(clause) {
                clauses.append(clause)
            }
            let note = clauses.prefix(3).joined(separator: " ")
            let room = pane.columns - 4 - displayWidth(kind.words)
            let shown = truncated(note, to: max(7, min(16, room)), mark: cut)
            pane.write(
                kind.words, column: 2, row: line, columns: pane.columns - 3 - displayWidth(shown),
                Style(found.isEmpty ? .muted : .text, on: .page, isChosen ? .bold : []), cut: cut)
            pane.write(shown, endingAt: pane.columns, row: line, Style(.muted))
            pane.mark(.row(index, column: 0), row: line)
            if isChosen {
                pane.paint(.selection, in: Rect(column: 0, row: line, columns: pane.columns, rows: 1))
            }
        }
    }

    /// The words of the clause, with the evidence set off, and what they become.
    private func clause(_ page: PaperPage, _ pane: inout Pane, _ rect: Rect) {
        guard let kind = state.paper.kind else { return }
        let places = state.paper.places(of: kind)
        let mark = state.paper.chosen.flatMap { state.paper.marks[at: $0] } ?? state.paper.mark(of: kind)
        let clause = state.paper.chosen.map { page.proposals[$0].clause }
        // A clause without a number goes by its heading.
        let title = clause.map { $0.first?.isNumber == true ? "Clause \($0)" : $0 } ?? kind.words
        let count = places.count > 1 ? "\(state.paper.suggestion + 1) of \(places.count), " : ""
        let inside = pane.box(rect, title: title, note: "\(count)\(mark.word)", glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
            guard let place = state.paper.chosen else {
                paragraph(
                    "No clause of this kind was found. Read the paper for it: a says that it is absent, "
                        + "u that it stays unknown.", &pane, row: 0, Style(.muted))
                return
            }
            let proposal = page.proposals[place]
            let becomes = state.paper.draft?.obligations.first {
                $0.clause == proposal.clause && $0.quote == proposal.quote && !$0.archived
            }
            let foot =
                becomes.flatMap {
                    $0.kind.decides ? "\(glyphs.arrow) \($0.kind.title): \($0.rule.demand)" : nil
                }
                ?? "\(glyphs.arrow) recorded; it decides nothing by itself"
            let footRows = min(2, wrap(foot, columns: pane.columns).count)
            let reach = pane.rows * pane.columns
            let range = proposal.range
            let before = max(0, range.lowerBound - reach / 2)..<range.lowerBound
            let after = range.upperBound..<(range.upperBound + reach)
            let head = lines(
                of: [Run(text: page.text.slice(before), style: Style(.muted))], columns: pane.columns)
            let all = lines(
                of: [
                    Run(text: page.text.slice(before), style: Style(.muted)),
                    Run(text: page.text.slice(range), style: Style(.text, on: .page, [.bold, .underline])),
                    Run(text: page.text.slice(after), style: Style(.muted)),
                ], columns: pane.columns)
            let room = max(1, pane.rows - footRows)
            let top = max(0, min(head.count - 1 - room / 4, all.count - room))
            for (row, line) in all.dropFirst(top).prefix(room).enumerated() {
                var column = 0
                for run in line { column += pane.write(run.text, column: column, row: row, run.style) }
            }
            pane.draw(in: Rect(column: 0, row: pane.rows - footRows, columns: pane.columns, rows: footRows)) {
                paragraph(foot, &$0, row: 0, Style(.title))
            }
        }
    }

    private func datesBox(_ pane: inout Pane, _ rect: Rect) {
        let inside = pane.box(rect, title: "Dates that follow", glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
            var row = 0
            if state.paper.dates.isEmpty {
                row = paragraph(
                    "No date follows yet: v fills in days and variables.", &pane, row: 0, Style(.muted))
            }
            for date in state.paper.dates where row < pane.rows {
                pane.write(date.value.text, column: 0, row: row, columns: 10, Style(.title), cut: cut)
                pane.write(
                    date.title, column: 11, row: row, columns: max(1, pane.columns - 11), cut: cut)
                row = paragraph(date.reason, &pane, column: 11, row: row + 1, Style(.muted))
            }
        }
    }

    private func impactBox(_ pane: inout Pane, _ rect: Rect) {
        let inside = pane.box(rect, title: "If saved", glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { impact(state.paper.impact, &$0) }
    }
}
