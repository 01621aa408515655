import Canvas

extension Painter {
    func help(_ pane: inout Pane) {
        let actions = state.helpActions
        let seen = window(around: state.help.row, of: actions.count, room: max(1, pane.rows - 9))
        pane.write("/ to search by key or by word", column: 1, row: 0, Style(.muted))
        pane.write(
            "\(min(actions.count, state.help.row + 1)) of \(actions.count)", endingAt: pane.columns - 1,
            row: 0,
            Style(.muted))
        var row = 1
        for index in seen {
            let action = actions[index]
            let heading = self.heading(action)
            if index == seen.lowerBound || self.heading(actions[index - 1]) != heading,
                state.filter(of: .help).isEmpty
            {
                pane.write(heading, column: 1, row: row, Style(.title, on: .page, .bold))
                row += 1
            }
            guard row < pane.rows - 5 else { break }
            let isChosen = index == state.help.row
            let keys = state.keymap.keys(of: action).map { $0.label(glyphs) }.joined(separator: "  ")
            pane.write(keys.isEmpty ? "--" : keys, column: 2, row: row, columns: 16, Style(.key), cut: cut)
            let availability = availability(action)
            pane.mark(.row(index, column: 0), row: row)
            pane.write(
                action.description, column: 19, row: row, columns: pane.columns - 19,
                Style(availability == nil ? .text : .muted), cut: cut)
            if isChosen {
                pane.paint(.selection, in: Rect(column: 0, row: row, columns: pane.columns, rows: 1))
            }
            row += 1
        }
        if actions.isEmpty {
            pane.write("No key and no word is like that.", column: 2, row: 2, Style(.muted))
        }
        let bottom = pane.rows - 3
        if let action = actions[at: state.help.row] {
            if let reason = availability(action) {
                pane.write(
                    "\(action.title) is off here: \(reason)", column: 1, row: bottom - 2,
                    columns: pane.columns - 2, Style(.warning), cut: cut)
            } else if displayWidth(action.description) > pane.columns - 19 {
                // What was cut above is read whole here.
                pane.write(
                    action.description, column: 1, row: bottom - 2, columns: pane.columns - 2, Style(),
                    cut: cut)
            }
        }
        for (number, (outcome, words)) in [
            (Judged(.permit), "paper and facts allow it"),
            (Judged(.conditional), "once its conditions are met"),
            (Judged(.deny), "a clause or fact forbids it"),
            (Judged(.undetermined), "something is missing: not allowed"),
        ].enumerated() {
            let column = 1 + number % 2 * (pane.columns / 2)
            let row = bottom + number / 2 - 1
            verdict(outcome, &pane, column: column, row: row)
            pane.write(words, column: column + 6, row: row, Style(.muted))
        }
        pane.write(
            "Own keys: bulkhead keys says how.   For screen readers: bulkhead --plain",
            column: 1,
            row: bottom + 1, columns: pane.columns - 2, Style(.muted), cut: cut)
    }

    private func heading(_ action: Action) -> String {
        action.id.hasPrefix("move.")
            ? "Move" : action.places.isEmpty ? "Everywhere" : "\(state.help.about.title) (here)"
    }

    /// Why an action cannot be done where the help was asked for.
    private func availability(_ action: Action) -> String? {
        var there = state
        there.place = state.help.about.isOverlay ? state.older.last ?? .home : state.help.about
        if case .off(let reason) = action.availability(in: there) { return reason }
        return nil
    }
}
