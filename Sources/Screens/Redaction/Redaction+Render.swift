import Canvas
import Redaction

extension Painter {
    func redaction(_ pane: inout Pane) {
        guard let preview = state.redaction.preview else {
            noText(&pane)
            return
        }
        let isTall = pane.rows >= 30
        let listRows = min(max(3, preview.items.count), isTall ? 9 : 6)
        let tableRows = isTall ? 9 : 0
        let boxRows = max(4, pane.rows - 2 - listRows - tableRows)
        let (boxes, below) = pane.bounds.splitTop(boxRows)
        let (left, right) = boxes.splitLeft(boxes.columns / 2)
        let open = preview.undecided
        let yours = pane.box(left, title: "You have", note: "\(preview.items.count) found", glyphs: glyphs)
        pane.draw(in: yours.inset(columns: 1, rows: 0)) { text(preview, masked: false, &$0) }
        let theirs = pane.box(
            right, title: "They would see", note: open == 0 ? "" : "\(open) undecided", glyphs: glyphs)
        pane.draw(in: theirs.inset(columns: 1, rows: 0)) { text(preview, masked: true, &$0) }
        pane.draw(in: below) { pane in
            pane.rule(row: 0, title: "Decisions", glyphs: glyphs)
            decisions(preview, &pane, row: 1, rows: listRows)
            if isTall { placeholders(preview, &pane, row: listRows + 2, rows: tableRows - 1) }
            status(preview, &pane, row: pane.rows - 1)
        }
    }

    private func noText(_ pane: inout Pane) {
        let name = state.redaction.job.flatMap { state.roster[$0.client]?.name } ?? "this client"
        var row = paragraph(
            "Paste the text here, or press p to take it from the clipboard or a file.", &pane, column: 2,
            row: 1, Style(.title, on: .page, .bold))
        row = paragraph(
            "What names \(name), its people, projects and money, and every direct identifier is replaced by "
                + "placeholders. You decide span by span, then copy. b puts the names back into the answer.",
            &pane, column: 2, row: row + 1)
        paragraph(
            "The text stays in this window's memory: it is written nowhere and goes nowhere.", &pane,
            column: 2,
            row: row + 1, Style(.muted))
    }

    /// The part of the text around the chosen span, as it is or as it would be sent.
    private func text(_ preview: Preview, masked: Bool, _ pane: inout Pane) {
        guard pane.rows > 0, pane.columns > 0 else { return }
        let chosen = preview.items[at: state.redaction.row]
        let bytes = preview.text
        // What can be seen begins at most half a pane before the chosen span.
        let middle = chosen?.range.lowerBound ?? 0
        var start = max(0, middle - pane.rows / 2 * pane.columns)
        if start > 0 {
            if let line = bytes[start..<middle].firstIndex(of: 0x0A) { start = line + 1 }
            while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
        }
        var end = min(bytes.count, middle + pane.rows * pane.columns * 4)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        var runs: [Run] = []
        var from = start
        var chosenRun: Int?
        func add(_ text: String, _ style: Style) { runs.append(Run(text: text, style: style)) }
        func plain(to end: Int) {
            guard from < end else { return }
            add(String(decoding: bytes[from..<end], as: UTF8.self), Style())
            from = end
        }
        for (index, item) in preview.items.enumerated()
        where item.range.lowerBound >= from && item.range.upperBound <= end {
            plain(to: item.range.lowerBound)
            let isChosen = index == state.redaction.row
            if isChosen { chosenRun = runs.count }
            let style = look(item).on(isChosen ? .selection : .page).with(isChosen ? .bold : [])
            let own = String(decoding: bytes[item.range], as: UTF8.self)
            switch item.decision {
            case .replace where masked: add(item.placeholder, style)
            case .undecided where masked: add(own + glyphs.unknown, style)
            default: add(own, style)
            }
            from = item.range.upperBound
        }
        plain(to: end)
        let all = lines(of: runs, columns: pane.columns)
        // The line on which the chosen span begins.
        let before = lines(of: Array(runs.prefix(chosenRun ?? 0)), columns: pane.columns).count - 1
        let top = all.count <= pane.rows ? 0 : min(max(0, before - pane.rows / 2), all.count - pane.rows)
        for (row, line) in all.dropFirst(top).prefix(pane.rows).enumerated() {
            var column = 0
            for run in line { column += pane.write(run.text, column: column, row: row, run.style) }
        }
    }

    private func look(_ item: Preview.Item) -> Style {
        if item.foreignTo != nil { return Style(.deny, on: .page, .bold) }
        return switch item.decision {
        case .replace: Style(.permit, on: .page, .underline)
        case .keep: Style(.muted, on: .page)
        case .undecided: Style(.unknown, on: .page, .underline)
        }
    }

    private func decisions(_ preview: Preview, _ pane: inout Pane, row start: Int, rows: Int) {
        if preview.items.isEmpty {
            pane.write("Nothing was found. Read it once more before you copy it.", column: 2, row: start)
        }
        let seen = window(around: state.redaction.row, of: preview.items.count, room: rows)
        let name = max(12, min(40, pane.columns - 50))
        for (line, index) in seen.enumerated() {
            let item = preview.items[index]
            let row = start + line
            let isChosen = index == state.redaction.row
            let mark =
                item.foreignTo != nil
                ? glyphs.deny
                : item.decision == .replace
                    ? glyphs.permit : item.decision == .keep ? glyphs.dot : glyphs.unknown
            pane.mark(.row(index, column: 0), row: row)
            if isChosen { pane.write(glyphs.focus, column: 0, row: row, Style(.key, on: .page, .bold)) }
            pane.write(mark, column: 2, row: row, Style(look(item).role, on: .page, .bold))
            pane.write(
                item.text, column: 4, row: row, columns: name, Style(.text, on: .page, isChosen ? .bold : []),
                cut: cut)
            let words =
                switch item.decision {
                case .replace: item.placeholder
                case .keep: "kept as it is"
                case .undecided: "decide"
                }
            pane.write(
                words, column: 5 + name, row: row, columns: 18, Style(look(item).role, on: .page, []),
                cut: cut)
            let reason =
                item.foreignTo.map { "a term of \($0): blocks" }
                ?? (item.kind.isTerm && item.reason == "dictionary"
                    ? "dictionary: \(item.kind.label)" : item.reason)
            pane.write(
                reason, column: 24 + name, row: row, columns: pane.columns - 24 - name, Style(.muted),
                cut: cut)
            if isChosen {
                pane.paint(.selection, in: Rect(column: 0, row: row, columns: pane.columns, rows: 1))
            }
        }
    }

    /// What stands for what, as it is kept here and never sent.
    private func placeholders(_ preview: Preview, _ pane: inout Pane, row start: Int, rows: Int) {
        pane.write(
            "Back-translation table (kept here, never sent)", column: 1, row: start,
            Style(.title, on: .page, .bold))
        var seen: Set<String> = []
        var row = start + 1
        for item in preview.items where item.decision == .replace && row < start + rows {
            guard seen.insert(item.placeholder).inserted else { continue }
            pane.write(item.placeholder, column: 2, row: row, Style(.permit))
            let value = item.kind.isOneWay ? "a secret: nothing brings it back" : item.text
            pane.write(value, column: 22, row: row, columns: max(8, pane.columns / 2 - 24), cut: cut)
            row += 1
        }
        let column = pane.columns / 2 + 2
        var next = paragraph(
            "b puts the real names back into an answer.", &pane, column: column, row: start + 1, Style(.muted)
        )
        next = paragraph(
            Report.caveat, &pane, column: column, row: next + 1, columns: pane.columns - column - 1,
            Style(.warning))
        paragraph(
            "Read the right side before you copy it.", &pane, column: column, row: next, Style(.warning))
    }

    private func status(_ preview: Preview, _ pane: inout Pane, row: Int) {
        let words: String
        let style: Style
        let obstacle = state.redactionObstacle
        if let obstacle {
            let mark = preview.isBlocked ? glyphs.deny : glyphs.unknown
            words = "\(mark) \(obstacle): y stays off until then."
            style = Style(preview.isBlocked ? .deny : .unknown)
        } else {
            let masked = preview.items.count { $0.decision == .replace }
            let kept = preview.items.count { $0.decision == .keep }
            let surface = state.redaction.surface.map { " for \(state.name(of: $0))" } ?? ""
            words =
                "\(glyphs.permit) \(masked) masked, \(kept) kept: y copies it\(surface). "
                + "Read the right side first."
            style = Style(.permit)
        }
        pane.write(words, column: 1, row: row, columns: pane.columns - 1, style, cut: cut)
    }
}
