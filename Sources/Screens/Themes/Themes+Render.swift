import Canvas
import Permits

extension Painter {
    func themes(_ pane: inout Pane) {
        let (left, right) = pane.bounds.splitLeft(min(36, pane.columns * 45 / 100), gap: 1)
        let rows = state.themes.rows
        let list = pane.box(left, title: "Themes", note: String(rows.count), focused: true, glyphs: glyphs)
        pane.draw(in: list.inset(columns: 1, rows: 0)) { pane in
            let seen = window(around: state.themes.row, of: rows.count, room: max(1, pane.rows - 1))
            for (line, index) in seen.enumerated() {
                let row = rows[index]
                let isChosen = index == state.themes.row
                let note = row.fault != nil ? "bad file" : row.lowest.map { ratio($0) + mark($0) } ?? "--"
                let kept = row.id == state.themes.kept ? glyphs.bullet : " "
                pane.write(kept, column: 0, row: line, Style(.key))
                pane.write(
                    row.name, column: 2, row: line, columns: max(4, pane.columns - 3 - displayWidth(note)),
                    Style(row.fault == nil ? .text : .fault, on: .page, isChosen ? .bold : []), cut: cut)
                pane.write(note, endingAt: pane.columns, row: line, Style(.muted))
                pane.mark(.row(index, column: 0), row: line)
                if isChosen {
                    pane.paint(.selection, in: Rect(column: 0, row: line, columns: pane.columns, rows: 1))
                }
            }
            pane.write(
                "lowest contrast before repair", column: 0, row: pane.rows - 1, columns: pane.columns,
                Style(.muted), cut: cut)
        }
        let name = rows[at: state.themes.row]?.name ?? ""
        let ratios = rows[at: state.themes.row]?.ratios ?? []
        let isTall = pane.rows >= 26
        let (upper, lower) = right.splitBottom(isTall && !ratios.isEmpty ? pane.rows - 20 : 0)
        if !lower.isEmpty {
            let inside = pane.box(lower, title: "Contrast on this background", glyphs: glyphs)
            pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
                for (row, ratio) in ratios.enumerated() { contrast(ratio, &pane, column: 0, row: row) }
                paragraph(
                    "4.5 is enough to read words. A color below it is moved towards white or black until it is.",
                    &pane, row: ratios.count + 1, Style(.muted))
            }
        }
        let preview = pane.box(upper, title: "Preview \(glyphs.dot) \(name)", glyphs: glyphs)
        pane.draw(in: preview.inset(columns: 1, rows: 0)) { pane in
            for (row, (judged, words)) in [
                (Judged(.permit), "Claude API  consent given"),
                (Judged(.conditional, duties: Duties(Duty.redact)), "Kimi API    1 condition"),
                (Judged(.deny), "Kimi chat   trains on input"),
                (Judged(.undetermined), "LibreChat   no clause"),
            ].enumerated() {
                verdict(judged, &pane, column: 0, row: row)
                pane.write(words, column: 8, row: row, columns: pane.columns - 8, cut: cut)
            }
            pane.write(" a chosen row ", column: 0, row: 5, Style(.text, on: .selection, .bold))
            var column = 0
            for (words, style) in [
                ("muted", Style(.muted)), ("key", Style(.key)), ("title", Style(.title, on: .page, .bold)),
                ("due", Style(.warning)), ("fault", Style(.fault)), (" typed ", Style(.text, on: .input)),
            ] { column += pane.write(words, column: column, row: 6, style) + 2 }
            column = 0
            for number in 0..<Role.accents.count {
                column += pane.write(" T\(number + 1) ", column: column, row: 7, Style.tag(number)) + 1
            }
            pane.write(
                state.themes.isColorBlind ? "Verdicts: blue, yellow, red" : "Verdicts: green, yellow, red",
                column: 0, row: 9, Style(.muted))
            if !isTall {
                for (place, ratio) in ratios.prefix(6).enumerated() {
                    contrast(ratio, &pane, column: place % 3 * 13, row: 10 + place / 3, isShort: true)
                }
            }
            if let fault = rows[at: state.themes.row]?.fault {
                paragraph(fault, &pane, row: 10, Style(.fault))
            }
            let depth: String =
                switch look.depth {
                case .none: "This terminal shows no colours: glyph and word carry every answer."
                case .colors8: "This terminal shows 8 colours: its own are used in their roles."
                case .colors16: "This terminal shows 16 colours: its own are used in their roles."
                case .colors256: "This terminal shows 256 colours: the nearest are used."
                case .truecolor: "This terminal shows every colour."
                }
            let row = paragraph(depth, &pane, row: 13, Style(.muted))
            paragraph(
                "Drop base16 or base24 .yaml files into the themes folder of the configuration.", &pane,
                row: isTall ? row + 1 : row, Style(.muted))
        }
    }

    /// A role's contrast as it is shown, and before it was repaired.
    private func contrast(
        _ ratio: ThemeRow.Ratio, _ pane: inout Pane, column: Int, row: Int, isShort: Bool = false
    ) {
        pane.write(ratio.words, column: column, row: row, Style(.muted))
        let shown = self.ratio(ratio.shown)
        pane.write(shown + mark(ratio.shown), endingAt: column + 11, row: row)
        if !isShort, ratio.scheme < 450 {
            pane.write(
                "repaired, \(self.ratio(ratio.scheme)) in the scheme", column: column + 14, row: row,
                columns: pane.columns - column - 14, Style(.muted), cut: cut)
        }
    }

    private func ratio(_ hundredths: Int) -> String { "\(hundredths / 100).\(hundredths / 10 % 10)" }

    private func mark(_ hundredths: Int) -> String { hundredths >= 450 ? glyphs.permit : glyphs.condition }
}
