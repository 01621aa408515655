import Canvas

extension Painter {
    func form(_ pane: inout Pane) {
        guard let form = state.form else { return }
        let hasImpact = form.job != nil
        let sideWidth = pane.columns >= 110 ? 45 : 26
        let showsSide = hasImpact || pane.columns >= 110
        let (main, side) =
            showsSide
            ? pane.bounds.splitRight(sideWidth, gap: 1) : (pane.bounds, Rect(Size(columns: 0, rows: 0)))
        let isTall = pane.columns >= 110
        pane.draw(in: main) { fields(form, showsHelp: !isTall, &$0) }
        guard showsSide else { return }
        let impactRows = hasImpact ? (isTall ? side.rows * 55 / 100 : side.rows) : 0
        let (upper, lower) = side.splitTop(impactRows)
        if hasImpact {
            let inside = pane.box(upper, title: "If saved", glyphs: glyphs)
            pane.draw(in: inside.inset(columns: 1, rows: 0)) { impact(form.impact, &$0) }
        }
        if isTall, let field = form.fields[at: form.focus] {
            let inside = pane.box(lower, title: "Field help \(glyphs.dot) \(field.label)", glyphs: glyphs)
            pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
                paragraph(field.help.isEmpty ? kindHelp(field) : field.help, &pane, row: 0)
            }
        }
    }

    /// - Parameter showsHelp: whether two rows below tell what the chosen field means.
    private func fields(_ form: Form, showsHelp: Bool, _ pane: inout Pane) {
        let shown = form.shown
        let count = "\(form.filled) of \(shown.count) filled"
        pane.write(
            form.title, column: 1, row: 0, columns: pane.columns - 4 - displayWidth(count),
            Style(.title, on: .page, .bold), cut: cut)
        pane.write(count, endingAt: pane.columns - 1, row: 0, Style(.muted))
        let foot = showsHelp ? 2 : 1
        // The widest label is read whole.
        let labels = shown.map { displayWidth(form.fields[$0].label) + (form.fields[$0].isRequired ? 2 : 0) }
        let labelWidth = min(24, max(14, labels.max() ?? 0) + 3)
        let width = pane.columns - labelWidth - 2
        // Every field takes a line, and one more for its options, its fault or how it was understood.
        struct Block { var place: Int; var lines: [(String, Style)]; var rows: Int }
        var blocks: [Block] = []
        for place in shown {
            let field = form.fields[place]
            var below: [(String, Style)] = []
            let isVisited =
                form.showsFaults || (place != form.focus && field.isFilled) || field.complaint != nil
            if isVisited, let fault = form.fault(at: place, today: state.today) {
                below.append(("\(glyphs.condition) \(fault)", Style(.fault)))
            } else if let reading = field.reading(today: state.today) {
                below.append(("\(glyphs.arrow) \(reading)", Style(.muted)))
            }
            let rows =
                optionRows(field, columns: width)
                + below.reduce(0) { $0 + wrap($1.0, columns: max(8, width)).count }
            blocks.append(Block(place: place, lines: below, rows: rows))
        }
        let focus = blocks.firstIndex { $0.place == form.focus } ?? 0
        let room = pane.rows - 3 - foot
        // The first block that is seen: as many before the focus as fit in half the room.
        var first = focus
        var used = blocks[at: focus]?.rows ?? 0
        while first > 0, used + blocks[first - 1].rows <= max(1, room / 2) {
            first -= 1
            used += blocks[first].rows
        }
        var rest = blocks[first...].reduce(0) { $0 + $1.rows }
        while first > 0, rest + blocks[first - 1].rows <= room {
            first -= 1
            rest += blocks[first].rows
        }
        var row = 2
        for (number, block) in blocks.enumerated().dropFirst(first) {
            // A block that does not fit whole waits, if it is not the one that is filled.
            let height = block.place == form.focus ? 1 : block.rows
            guard row + height <= pane.rows - foot - 1 else {
                pane.write(
                    "\(blocks.count - number) more below", column: labelWidth, row: pane.rows - foot - 1,
                    Style(.muted))
                break
            }
            let field = form.fields[block.place]
            let isFocused = block.place == form.focus
            if isFocused { pane.write(glyphs.focus, column: 0, row: row, Style(.key, on: .page, .bold)) }
            pane.mark(.row(block.place, column: -1), row: row)
            let label = field.label + (field.isRequired ? " *" : "")
            pane.write(
                label, column: 2, row: row, columns: labelWidth - 3,
                Style(isFocused ? .text : .muted, on: .page, isFocused ? .bold : []), cut: cut)
            value(field, block.place, &pane, column: labelWidth, row: row, columns: width, focused: isFocused)
            row += optionRows(field, columns: width)
            for (words, style) in block.lines {
                row = paragraph(words, &pane, column: labelWidth, row: row, columns: width, style)
            }
        }
        guard showsHelp, let field = form.fields[at: form.focus] else {
            pane.write(
                form.job == nil ? "* is needed" : "Nothing is guessed: empty means ??, never ok.", column: 1,
                row: pane.rows - 1, columns: pane.columns - 2, Style(.muted), cut: cut)
            return
        }
        let help = wrap(field.help.isEmpty ? kindHelp(field) : field.help, columns: max(1, pane.columns - 2))
        let start = pane.rows - min(foot, help.count)
        pane.write(help.first ?? "", column: 1, row: start, Style(.muted))
        pane.write(
            help.dropFirst().joined(separator: " "), column: 1, row: start + 1, columns: pane.columns - 2,
            Style(.muted), cut: cut)
    }

    private func value(
        _ field: Field, _ place: Int, _ pane: inout Pane, column: Int, row: Int, columns: Int, focused: Bool
    ) {
        if field.isText {
            input(field.field, &pane, column: column, row: row, columns: max(4, columns), active: focused)
            return
        }
        if field.isInline {
            let isFlag = field.kind == .flag
            let places = optionPlaces(field, columns: columns)
            for (number, (option, at)) in zip(field.options, places).enumerated() {
                let isOn = field.chosen.contains(option.id)
                let box = isFlag ? (isOn ? "[x] " : "[ ] ") : (isOn ? "(\(glyphs.bullet)) " : "( ) ")
                let style = Style(isOn ? .title : .text, on: focused ? .selection : .page, isOn ? .bold : [])
                let (column, row) = (column + at.column, row + at.row)
                let width = pane.write(box + option.title, column: column, row: row, style)
                pane.mark(.row(place, column: number), column: column, row: row, columns: width)
            }
            return
        }
        let chosen = field.options.filter { field.chosen.contains($0.id) }.map(\.title)
        let words = chosen.isEmpty ? "none yet: space opens the list" : chosen.joined(separator: ", ")
        pane.write(
            words, column: column, row: row, columns: columns,
            Style(chosen.isEmpty ? .muted : .text, on: focused ? .selection : .input), cut: cut)
    }

    /// Where the options of a field stand: side by side, on as many rows as they need.
    private func optionPlaces(_ field: Field, columns: Int) -> [Position] {
        var place = Position(column: 0, row: 0)
        return field.options.map { option in
            let width = 4 + displayWidth(option.title)
            if place.column > 0, place.column + width > columns {
                place = Position(column: 0, row: place.row + 1)
            }
            defer { place.column += width + 1 }
            return place
        }
    }

    private func optionRows(_ field: Field, columns: Int) -> Int {
        field.isInline && !field.isText ? 1 + (optionPlaces(field, columns: columns).last?.row ?? 0) : 1
    }

    private func kindHelp(_ field: Field) -> String {
        switch field.kind {
        case .day: "2027-03-14, 14 mar 2027, in 2 years, +30d, next friday, end of march"
        case .period: "2 years, 18 months, 30 days"
        case .words: "parted by commas"
        case .choice, .several, .flag: field.isInline ? "space chooses" : "space opens the list"
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .text: field.isRequired ? "needed" : "may stay empty"
        }
    }

    /// What a change does to the answers, those that change first.
    func impact(_ impact: [Impact]?, _ pane: inout Pane) {
        guard let impact else {
            pane.write("Fill what is needed", column: 0, row: 0, Style(.muted))
            pane.write("to see what changes.", column: 0, row: 1, Style(.muted))
            return
        }
        let changed = impact.filter(\.changes)
        pane.write(
            changed.isEmpty
                ? "No answer changes."
                : "\(changed.count) of \(impact.count) \(changed.count == 1 ? "changes" : "change")",
            column: 0, row: 0,
            Style(.text, on: .page, .bold))
        // A low box has no room for blank lines.
        let isLow = pane.rows < 8
        let first = isLow ? 1 : 2
        var row = first
        let words = 17
        // A narrow box has no room for a name beside its two answers.
        let height = pane.columns - words < 12 && !isLow ? 2 : 1
        let last = changed.count * height > pane.rows - first ? pane.rows - 1 : pane.rows
        for line in changed where row + height - 1 < (isLow ? last : pane.rows - 3) {
            pane.write(
                state.name(of: line.surface), column: 0, row: row,
                columns: height == 2 ? pane.columns : max(4, pane.columns - words), cut: cut)
            row += height
            let column = pane.columns - words + 1
            verdict(line.before, &pane, column: column, row: row - 1)
            pane.write(glyphs.arrow, column: column + 7, row: row - 1, Style(.muted))
            verdict(line.after, &pane, column: column + 9, row: row - 1)
        }
        let shown = (row - first) / height
        if shown < changed.count {
            pane.write("and \(changed.count - shown) more", column: 0, row: row, Style(.muted))
            row += 1
        }
        pane.write(
            "\(impact.count - changed.count) unchanged", column: 0, row: row + (isLow ? 0 : 1), Style(.muted))
    }
}
