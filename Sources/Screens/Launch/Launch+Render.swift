import Canvas
import Permits

extension Painter {
    func draw(_ launch: Launch, _ pane: inout Pane) {
        let request = launch.plan.verdict.request
        let friction = launch.friction(in: state)
        let width = min(74, pane.columns - 4)
        let (inner, label) = (width - 4, 14)
        let conditions = launch.duties.map { wrap($0.instruction, columns: max(1, inner - 10)) }
        let checks = launch.plan.checks.map { check in
            // What a session sees and reaches is read whole where there is room.
            (check, wrap(check.value, columns: max(1, inner - label)).prefix(pane.rows >= 30 ? 4 : 2))
        }
        let heads = conditions.isEmpty ? 1 : 3
        let rows =
            3 + heads + conditions.reduce(0) { $0 + $1.count } + checks.reduce(0) { $0 + $1.1.count } + 5
            + (friction == nil ? 0 : 1)
        let size = Size(columns: width, rows: min(rows, pane.rows - 5))
        dialog(&pane, size: size, title: "Start a session", note: state.tag(of: request.client)) { pane in
            var column = tag(request.client, &pane, column: 0, row: 0) + 1
            let job = Job(client: request.client, engagement: request.engagement)
            let title = state.roster.title(of: job).map { " \(glyphs.separator) \($0)" } ?? ""
            pane.write(
                "\(state.roster[request.client]?.name ?? request.client)\(title)", column: column, row: 0,
                columns: pane.columns - column, Style(.text, on: .page, .bold), cut: cut)
            let name =
                state.name(of: request.surface)
                + (request.route.map { " through \(state.name(of: $0))" } ?? "")
            column = pane.write(name, column: 0, row: 1) + 3
            verdict(
                Judged(launch.plan.verdict.outcome, duties: launch.plan.verdict.duties), &pane,
                column: column, row: 1)
            var row = 3
            if !launch.duties.isEmpty {
                pane.write(
                    "Conditions: space says that one is met", column: 0, row: row,
                    Style(.title, on: .page, .bold))
                row += 1
                for (index, (duty, words)) in zip(launch.duties, conditions).enumerated() {
                    let isDone = launch.acknowledged.contains(duty)
                    pane.write(
                        isDone ? glyphs.permit : glyphs.condition, column: 1, row: row,
                        Style(isDone ? .permit : .condition, on: .page, .bold))
                    for (line, words) in words.enumerated() { pane.write(words, column: 3, row: row + line) }
                    pane.write(
                        isDone ? "done" : "open", endingAt: pane.columns, row: row,
                        Style(isDone ? .permit : .condition))
                    pane.mark(.row(index, column: 0), row: row)
                    if index == launch.row {
                        pane.paint(
                            .selection,
                            in: Rect(column: 0, row: row, columns: pane.columns, rows: words.count))
                    }
                    row += words.count
                }
                row += 1
            }
            pane.write("Before it opens", column: 0, row: row, Style(.title, on: .page, .bold))
            row += 1
            let lines = checks.reduce(0) { $0 + $1.1.count }
            var drawn = 0
            for (check, words) in checks where row < pane.rows - 3 {
                pane.write(
                    check.isReady ? glyphs.permit : glyphs.condition, column: 1, row: row,
                    Style(check.isReady ? .permit : .condition))
                pane.write(check.label, column: 3, row: row, columns: 11, Style(.muted), cut: cut)
                let whole = wrap(check.value, columns: max(1, pane.columns - label))
                for (line, part) in words.enumerated() where row < pane.rows - 3 {
                    let isCut = line == words.count - 1 && words.count < whole.count
                    pane.write(
                        isCut ? part + cut : part, column: label, row: row, columns: pane.columns - label,
                        cut: cut)
                    row += 1
                    drawn += 1
                }
            }
            let hidden = lines - drawn
            if hidden > 0 {
                pane.write(
                    counted(hidden, "more line") + " in a taller window", column: 3, row: pane.rows - 3,
                    columns: pane.columns - 3, Style(.muted), cut: cut)
            }
            if friction != nil {
                pane.mark(.row(launch.duties.count, column: 0), row: pane.rows - 2)
                let used = pane.write("Type the tag to start: ", column: 0, row: pane.rows - 2)
                input(
                    launch.typed, &pane, column: used, row: pane.rows - 2, columns: 8,
                    active: launch.isOnTag(in: state))
            }
            let last =
                launch.obstacle(in: state) ?? friction.map { "Asked: \($0)." }
                ?? "\(glyphs.enter) starts it. One client at a time."
            pane.write(last, column: 0, row: pane.rows - 1, columns: pane.columns, Style(.muted), cut: cut)
        }
    }
}
