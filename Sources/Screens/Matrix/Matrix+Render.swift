import Canvas
import Permits

extension Painter {
    func matrix(_ pane: inout Pane) {
        guard !state.matrix.columns.isEmpty else {
            pane.write("No client yet. n on Home adds one.", column: 1, row: 1, Style(.muted))
            return
        }
        let (main, side) =
            state.showsMatrixPane
            ? pane.bounds.splitRight(38, gap: 1) : (pane.bounds, Rect(Size(columns: 0, rows: 0)))
        pane.draw(in: main) { grid(&$0) }
        if state.showsMatrixPane { pane.draw(in: side) { matrixSide(&$0) } }
    }

    private func grid(_ pane: inout Pane) {
        let rows = state.matrixRows
        let columns = state.matrixWindow
        let left = state.nameWidth
        let step = State.cellWidth
        pane.write("Surface", column: 1, row: 0, Style(.text, on: .page, .bold))
        if columns.count < state.matrix.columns.count {
            pane.write(
                "\(state.matrix.column + 1) of \(state.matrix.columns.count)", column: 1, row: 1,
                Style(.muted))
        }
        for (number, index) in columns.enumerated() {
            let job = state.matrix.columns[index]
            let column = left + number * step
            let place = state.roster.place(of: job.client) ?? 0
            pane.write(
                truncated(state.tag(of: job.client), to: 8, mark: cut), column: column, row: 0,
                Style.tag(place))
            let isSame = columns.contains(index - 1) && state.matrix.columns[index - 1].client == job.client
            let below = isSame ? state.roster.title(of: job) ?? "" : state.roster[job.client]?.name ?? ""
            let style = index == state.matrix.column ? Style(.text, on: .page, .bold) : Style(.muted)
            // Behind the last column there may be room for the whole name.
            let room = index == columns.last ? max(step, pane.columns - column) - 1 : step - 1
            pane.write(truncated(below, to: room, mark: cut), column: column, row: 1, style)
        }
        pane.rule(row: 2, glyphs: glyphs)
        let room = max(1, pane.rows - 7)
        let seen = window(around: state.matrix.row, of: rows.count, room: room)
        for (line, index) in seen.enumerated() {
            let at = line + 3
            let tool = state.tools[rows[index]]
            let isChosen = index == state.matrix.row
            let style = isChosen ? Style(.title, on: .page, .bold) : Style()
            let route = state.matrix.routes[tool.id].map { "\(glyphs.arrow)\(state.name(of: $0))" } ?? ""
            pane.write(truncated(tool.name + route, to: left - 2, mark: cut), column: 1, row: at, style)
            pane.mark(.row(index, column: state.matrix.column), row: at, columns: left - 1)
            for (number, column) in columns.enumerated() {
                let place = left + number * step
                let judged = state.answers[state.matrix.columns[column]]?[at: rows[index]]
                pane.mark(.row(index, column: column), column: place - 1, row: at, columns: step)
                if isChosen, column == state.matrix.column {
                    pane.write("[", column: place - 1, row: at, Style(.focusRule, on: .page, .bold))
                    pane.write("]", column: place + 7, row: at, Style(.focusRule, on: .page, .bold))
                    // Filled with the color of its verdict: the one cell that the keys are about.
                    let cell = Rect(column: place, row: at, columns: 7, rows: 1)
                    pane.fill(cell, judged?.outcome.style ?? Style(.muted))
                    verdict(judged, &pane, column: place, row: at)
                    pane.add([.reverse, .bold], in: cell)
                } else {
                    verdict(judged, &pane, column: place, row: at)
                }
            }
        }
        if rows.isEmpty {
            pane.write(
                "No surface here has this answer. f shows others, esc all.", column: 1, row: 3, Style(.muted))
        }
        var row = 3 + max(1, seen.count)
        pane.rule(
            row: row,
            title: seen.count < rows.count
                ? "\(seen.lowerBound + 1) to \(seen.upperBound) of \(rows.count)" : "",
            titleStyle: Style(.muted), glyphs: glyphs)
        row += 1
        legend(&pane, row: row)
        row += 1
        guard let request = state.subjectInMatrix else { return }
        // Where a client has several jobs, the tag alone does not say which one is meant.
        let isOneOfSeveral = state.matrix.columns.count { $0.client == request.client } > 1
        let job = Job(client: request.client, engagement: request.engagement)
        let title = isOneOfSeveral ? state.roster.title(of: job).map { ", \($0)," } : nil
        let head = "\(state.name(of: request.surface)) for \(state.tag(of: request.client))\(title ?? "")"
        let used = pane.write(head, column: 1, row: row, Style(.text, on: .page, .bold))
        pane.write(answerInWords, column: 2 + used, row: row, columns: pane.columns - 2 - used, cut: cut)
        row += 1
        if let age = factAge {
            pane.write("Fact age", column: 1, row: row, Style(.muted))
            pane.write(age.words, column: 18, row: row, Style(age.isStale ? .unknown : .muted))
        }
        row += 2
        if row + 3 < pane.rows { byClient(&pane, from: row) }
    }

    private func legend(_ pane: inout Pane, row: Int) {
        var column = 1
        if let only = state.matrix.only {
            column += pane.write("only ", column: column, row: row, Style(.warning))
            column += verdict(Judged(only), &pane, column: column, row: row)
            pane.write("in this column; f shows the next answer", column: column + 1, row: row, Style(.muted))
            return
        }
        for (outcome, words) in [
            (Judged(.permit), "allowed"),
            (Judged(.conditional, duties: Duties([Duty.redact, .signDPA])), "with 2 conditions"),
            (Judged(.deny), "not allowed"), (Judged(.undetermined), "no answer"),
        ] {
            column += verdict(outcome, &pane, column: column, row: row)
            column += 1 + pane.write(words, column: column + 1, row: row, Style(.muted)) + 3
        }
    }

    /// The answer of the chosen cell in one sentence.
    private var answerInWords: String {
        guard let explanation = state.shownExplanation else {
            return state.chosenAnswer.map { $0.outcome.phrase } ?? "is being worked out"
        }
        let verdict = explanation.verdict
        switch verdict.outcome {
        case .permit: return "allowed."
        case .conditional:
            return "allowed if: " + verdict.duties.members.map(\.goal).joined(separator: "; ") + "."
        case .deny, .undetermined:
            let head = verdict.outcome == .deny ? "not allowed" : "no answer"
            guard let first = verdict.findings.first else { return "\(head)." }
            return "\(head): \(first.obligation?.kind.title ?? String(first.reason.meaning.dropLast()))."
        }
    }

    /// How old the oldest fact behind the chosen cell is.
    private var factAge: (words: String, isStale: Bool)? {
        guard let explanation = state.shownExplanation else { return nil }
        let oldest = explanation.verdict.findings.flatMap(\.facts).filter { $0.state != .signed }
            .compactMap(\.retrieved).min()
        guard let oldest else { return nil }
        let age = state.today.days(since: oldest)
        return (
            "read \(oldest), \(counted(age, "day")) ago (limit \(state.factMaxAgeDays))",
            age > state.factMaxAgeDays
        )
    }

    private func byClient(_ pane: inout Pane, from start: Int) {
        pane.write("By client", column: 1, row: start, Style(.text, on: .page, .bold))
        var row = start + 1
        for index in state.matrixWindow {
            guard row < pane.rows, let judged = state.answers[state.matrix.columns[index]] else { continue }
            let job = state.matrix.columns[index]
            let place = state.roster.place(of: job.client) ?? 0
            pane.write(
                state.tag(of: job.client), column: 1, row: row, columns: 5,
                Style(Role.accent(place), on: .page, .bold), cut: cut)
            let tally = Tally(judged.lazy.map(\.outcome))
            let end = pane.columns - 1
            let words = "\(tally.permit) ok \(tally.conditional) if \(tally.deny) NO \(tally.undetermined) ??"
            var column = 7
            for answer in judged.sorted(by: { $0.outcome < $1.outcome })
            where column < end - displayWidth(words) - 2 {
                column += pane.write(
                    answer.outcome.glyph(glyphs), column: column, row: row, answer.outcome.style)
            }
            pane.write(words, endingAt: end, row: row, Style(.muted))
            row += 1
        }
    }

    private func matrixSide(_ pane: inout Pane) {
        guard let request = state.subjectInMatrix else { return }
        let inside = pane.box(
            title: "Why \(glyphs.dot) \(state.name(of: request.surface))",
            note: state.tag(of: request.client),
            glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { shortAnswer(&$0) }
    }

    /// The short form of the explanation that is shown, for a side pane.
    func shortAnswer(_ pane: inout Pane) {
        guard let explanation = state.shownExplanation else {
            pane.write("being worked out", column: 0, row: 0, Style(.muted))
            return
        }
        let verdict = explanation.verdict
        // A low pane has no room for blank lines.
        let gap = pane.rows < 10 ? 0 : 1
        let mail = verdict.outcome != .permit && state.place == .matrix ? ["m draft that mail"] : []
        let foot = mail + ["\(glyphs.enter) full trail"]
        let (body, below) = pane.bounds.splitBottom(foot.count)
        pane.draw(in: below) { pane in
            for (row, words) in foot.enumerated() { pane.write(words, column: 0, row: row, Style(.muted)) }
        }
        pane.draw(in: body) { pane in
            var row = gap
            pane.write(
                "\(verdict.outcome.glyph(glyphs)) \(verdict.outcome.heading)", column: 0, row: row,
                verdict.outcome.style)
            row += 1 + gap
            // Where conditions are not enough, what forbids it comes before them.
            if verdict.outcome == .conditional {
                row = conditions(verdict, &pane, row) + gap
                row = because(explanation, gap > 0 ? "Because" : "", &pane, row)
            } else {
                row = because(explanation, gap > 0 ? "Because" : "", &pane, row)
                row = conditions(verdict, &pane, row + (verdict.duties.isEmpty ? 0 : gap))
            }
            if let remedy = explanation.remedies.first(where: { $0.outcome < verdict.outcome }),
                row + 1 + gap < pane.rows
            {
                row += gap
                pane.write(
                    "To get \(remedy.outcome.word())", column: 0, row: row, Style(.title, on: .page, .bold))
                paragraph(state.words(of: remedy.action, in: explanation), &pane, row: row + 1)
            }
        }
    }

    private func conditions(_ verdict: Verdict, _ pane: inout Pane, _ start: Int) -> Int {
        var row = start
        for duty in verdict.duties.members where row < pane.rows {
            pane.write(glyphs.condition, column: 0, row: row, Style(.condition))
            row = paragraph(duty.instruction, &pane, column: 2, row: row)
        }
        return row
    }

    private func because(
        _ explanation: Explanation, _ title: String, _ pane: inout Pane, _ start: Int
    ) -> Int {
        var row = start
        let findings = explanation.verdict.findings
        if !title.isEmpty {
            pane.write(title, column: 0, row: row, Style(.title, on: .page, .bold))
            row += 1
        }
        let standing = findings.filter(\.status.stands)
        for finding in standing.isEmpty ? findings : standing where row < pane.rows {
            pane.write(
                finding.status.glyph(glyphs), column: 0, row: row,
                Style(finding.status.role, on: .page, .bold))
            row = paragraph(shortReason(finding, explanation), &pane, column: 2, row: row)
        }
        guard findings.isEmpty else { return row }
        return paragraph("nothing recorded forbids it", &pane, row: row, Style(.muted))
    }

    /// A finding in a few words.
    private func shortReason(_ finding: Finding, _ explanation: Explanation) -> String {
        guard let obligation = finding.obligation else { return finding.reason.meaning }
        let standing = finding.standing { id in
            explanation.consents[id].map { "of \($0.granted.words)" } ?? explanation.agreements[id]?.title
                ?? id
        }
        return "\(label(finding, explanation)): \(obligation.kind.title), \(standing)"
    }
}
