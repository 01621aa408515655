import Canvas

extension Painter {
    func draw(_ prompt: Prompt, _ pane: inout Pane) {
        let size = Size(columns: min(74, pane.columns - 4), rows: prompt.isPath ? 12 : 6)
        dialog(&pane, size: size, title: prompt.title) { pane in
            input(prompt.typed, &pane, column: 0, row: 1, columns: pane.columns)
            let help =
                switch prompt.purpose {
                case .term: "It is masked in every text of this client from now on."
                case .fact(let name) where takesDay(name):
                    "2026-03-01, 1 mar 2026, 30 days ago; empty takes it back"
                case .fact: "what the form leaves open: 2 years, Norway; empty takes it back"
                case .textFile, .paper: "tab completes the path; ~ is your own folder"
                }
            pane.write(help, column: 0, row: 3, columns: pane.columns, Style(.muted), cut: cut)
            for (row, path) in prompt.paths.prefix(max(0, pane.rows - 4)).enumerated() {
                pane.write(path, column: 2, row: 4 + row, columns: pane.columns - 2, cut: cut)
            }
        }
    }
}
