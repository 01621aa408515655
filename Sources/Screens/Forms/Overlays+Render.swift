import Canvas

extension Painter {
    func draw(_ confirm: Confirm, _ pane: inout Pane) {
        let width = min(66, pane.columns - 4)
        let text = wrap(confirm.text, columns: width - 4)
        dialog(&pane, size: Size(columns: width, rows: text.count + 6), title: confirm.title) { pane in
            let row = paragraph(confirm.text, &pane, row: 1) + 1
            if let tag = confirm.tag {
                let words = "Type the tag \(tag) to go on: "
                let used = pane.write(words, column: 0, row: row)
                input(confirm.typed, &pane, column: used, row: row, columns: 8)
            } else {
                let yes = pane.write("\(glyphs.enter) yes", column: 0, row: row, Style(.muted))
                pane.mark(.key(.enter), row: row, columns: yes)
                let no = pane.write("esc no", column: yes + 4, row: row, Style(.muted))
                pane.mark(.key(.escape), column: yes + 4, row: row, columns: no)
            }
        }
    }

    func draw(_ pick: Pick, _ pane: inout Pane) {
        let left = pick.left
        let size = Size(
            columns: min(66, pane.columns - 4), rows: min(max(8, pick.options.count + 5), pane.rows - 6))
        dialog(&pane, size: size, title: pick.title, note: "\(left.count) of \(pick.options.count)") { pane in
            pane.write("/", column: 0, row: 0, Style(.key))
            input(pick.typed, &pane, column: 2, row: 0, columns: max(1, pane.columns - 2))
            pane.rule(row: 1, glyphs: glyphs)
            if left.isEmpty {
                pane.write("Nothing here holds these letters.", column: 0, row: 2, Style(.muted))
            }
            let seen = window(around: pick.row, of: left.count, room: max(1, pane.rows - 2))
            for (line, index) in seen.enumerated() {
                let option = left[index]
                let isOn = pick.chosen.contains(option.id)
                let box =
                    pick.takesSeveral ? (isOn ? "[x] " : "[ ] ") : (isOn ? "(\(glyphs.bullet)) " : "( ) ")
                let mark = pick.chosen.isEmpty && !pick.takesSeveral ? " " : box
                pane.write(
                    mark + option.title, column: 0, row: line + 2, columns: pane.columns,
                    Style(.text, on: .page, isOn ? .bold : []), cut: cut)
                pane.mark(.row(index, column: 0), row: line + 2)
                if index == pick.row {
                    pane.paint(.selection, in: Rect(column: 0, row: line + 2, columns: pane.columns, rows: 1))
                }
            }
        }
    }

    func draw(_ sheet: Sheet, _ pane: inout Pane) {
        let width = min(84, pane.columns - 4)
        let lines = wrap(sheet.text, columns: max(1, width - 4))
        let rows = min(lines.count + 4, pane.rows - 6)
        dialog(
            &pane, size: Size(columns: width, rows: rows), title: sheet.title,
            note: counted(lines.count, "line")
        ) { pane in
            let room = max(1, pane.rows - 1)
            let top = min(sheet.top, max(0, lines.count - room))
            for (row, line) in lines.dropFirst(top).prefix(room).enumerated() {
                pane.write(line, column: 0, row: row)
            }
            pane.write("w keeps it as a file; nothing is sent", column: 0, row: pane.rows - 1, Style(.muted))
        }
    }

    func draw(_ palette: CommandPalette, _ pane: inout Pane) {
        let commands = state.commands(palette.typed.text)
        let size = Size(columns: min(76, pane.columns - 4), rows: min(18, pane.rows - 6))
        dialog(&pane, size: size, title: "Command", note: counted(commands.count, "match", "matches")) {
            pane in
            pane.write(":", column: 0, row: 0, Style(.key, on: .page, .bold))
            input(palette.typed, &pane, column: 2, row: 0, columns: max(1, pane.columns - 2))
            pane.rule(row: 1, glyphs: glyphs)
            if commands.isEmpty {
                pane.write("No action, client or surface is like that.", column: 0, row: 2, Style(.muted))
            }
            let room = max(1, pane.rows - 3)
            let seen = window(around: palette.row, of: commands.count, room: room)
            var row = 2
            for index in seen where row < pane.rows - 1 {
                let (title, words, keys, reason) = line(commands[index])
                let isChosen = index == palette.row
                pane.write(
                    title, column: 1, row: row, columns: 16,
                    Style(reason == nil ? .text : .muted, on: .page, .bold), cut: cut)
                pane.write(
                    words, column: 18, row: row, columns: max(4, pane.columns - 19 - displayWidth(keys)),
                    Style(reason == nil ? .text : .muted), cut: cut)
                pane.write(keys, endingAt: pane.columns, row: row, Style(.key))
                if isChosen {
                    pane.paint(.selection, in: Rect(column: 0, row: row, columns: pane.columns, rows: 1))
                }
                pane.mark(.row(index, column: 0), row: row)
                row += 1
                if let reason, row < pane.rows - 1 {
                    pane.write(
                        reason, column: 4, row: row, columns: pane.columns - 4, Style(.muted),
                        cut: cut)
                    row += 1
                }
            }
            let shell = state.current.map { "bulkhead use \($0.client)" } ?? "bulkhead --help"
            pane.write(
                "The same in a shell: \(shell)", column: 0, row: pane.rows - 1, columns: pane.columns,
                Style(.muted), cut: cut)
        }
    }

    /// How the palette shows a command: its title, words, keys, and why it cannot be done here.
    private func line(_ command: Command) -> (String, String, String, String?) {
        switch command {
        case .action(let id):
            guard let action = Action.all.first(where: { $0.id == id }) else { return (id, "", "", nil) }
            let keys = state.keymap.keys(of: action).map { $0.label(glyphs) }.joined(separator: " ")
            var there = state
            there.overlay = nil
            if case .off(let reason) = action.availability(in: there) {
                return (action.title, action.description, keys, "off: \(reason)")
            }
            return (action.title, action.description, keys, nil)
        case .elsewhere(let id):
            guard let action = Action.all.first(where: { $0.id == id }) else { return (id, "", "", nil) }
            let keys = state.keymap.keys(of: action).map { $0.label(glyphs) }.joined(separator: " ")
            let screen = action.screen?.title ?? ""
            return (action.title, action.description, keys, "under \(screen): \(glyphs.enter) goes there")
        case .client(let id):
            return ("switch to client", "\(state.tag(of: id)) \(state.roster[id]?.name ?? "")", "", nil)
        case .tool(let place): return ("why", state.tools[at: place]?.name ?? "", "", nil)
        case .theme(let id):
            return ("theme", state.themes.rows.first { $0.id == id }?.name ?? id, "", nil)
        }
    }
}
