import Canvas

extension Painter {
    func firstRun(_ pane: inout Pane) {
        let width = min(64, pane.columns - 4)
        let left = max(2, (pane.columns - width) / 2)
        var row = max(0, (pane.rows - 15) / 2)
        pane.draw(in: Rect(column: left, row: 0, columns: width, rows: pane.rows)) { pane in
            pane.write("Nothing here yet.", column: 0, row: row, Style(.title, on: .page, .bold))
            row = paragraph(
                "Bulkhead answers one question: for this job, may this AI tool see this material? It needs three things "
                    + "from you.", &pane, row: row + 2)
            row += 1
            for (number, (words, key, time)) in [
                ("a client and an engagement", "n", "about 1 minute"),
                ("what its NDA says about disclosure", "o", "about 4 minutes"),
                ("the tools you use", "4", "\(state.tools.count) are built in"),
            ].enumerated() {
                pane.write("\(number + 1)", column: 2, row: row, Style(.muted))
                pane.write(words, column: 5, row: row)
                pane.write(key, column: 41, row: row, Style(.key, on: .page, .bold))
                pane.write(time, column: 46, row: row, Style(.muted))
                row += 1
            }
            pane.write("Or look around first with made-up clients:", column: 0, row: row + 1)
            pane.write("d", column: 2, row: row + 3, Style(.key, on: .page, .bold))
            pane.write("open the demo (kept apart, nothing of yours is touched)", column: 5, row: row + 3)
            row = paragraph("Everything stays in \(state.ledgerPath).", &pane, row: row + 5, Style(.muted))
            paragraph("Nothing is sent anywhere until you launch a session.", &pane, row: row, Style(.muted))
        }
    }
}
