import Canvas
import Permits

extension Painter {
    func catalog(_ pane: inout Pane) {
        guard let page = state.catalog.page else {
            pane.write("Reading the catalog\(cut)", column: 1, row: 1, Style(.muted))
            return
        }
        let rows = state.catalogRows
        let (left, right) = pane.bounds.splitLeft(min(44, pane.columns * 42 / 100), gap: 1)
        let list = pane.box(
            left, title: "Surfaces", note: String(page.rows.count), focused: !state.catalog.isOnFacts,
            glyphs: glyphs)
        pane.draw(in: list.inset(columns: 1, rows: 0)) { pane in
            if rows.isEmpty {
                pane.write("No surface holds these letters.", column: 0, row: 0, Style(.muted))
            }
            // A filter puts the nearest first, whosever they are; without one each vendor heads its own.
            var lines: [(heading: String?, row: Int)] = []
            for (index, row) in rows.enumerated() {
                if state.filter(of: .catalog).isEmpty, index == 0 || rows[index - 1].vendor != row.vendor {
                    lines.append((row.vendor, index))
                }
                lines.append((nil, index))
            }
            let chosen = lines.firstIndex { $0 == (nil, state.catalog.row) } ?? 0
            let seen = window(around: chosen, of: lines.count, room: pane.rows)
            for (line, place) in seen.enumerated() {
                let (heading, index) = lines[place]
                if let heading {
                    pane.write(
                        heading, column: 0, row: line, columns: pane.columns, Style(.title, on: .page, .bold),
                        cut: cut)
                    continue
                }
                let row = rows[index]
                let isChosen = index == state.catalog.row
                let isOld = row.age.map { $0 > state.factMaxAgeDays } ?? true
                let age =
                    (row.age.map { "\($0) d" } ?? "--")
                    + (row.conflicts > 0
                        ? " \(glyphs.condition)" : isOld ? " \(glyphs.unknown)" : " \(glyphs.permit)")
                pane.write(
                    row.name, column: 1, row: line, columns: max(4, pane.columns - 2 - displayWidth(age)),
                    Style(.text, on: .page, isChosen ? .bold : []), cut: cut)
                pane.mark(.row(index, column: 0), row: line)
                let role: Role = row.conflicts > 0 ? .condition : isOld ? .unknown : .muted
                pane.write(age, endingAt: pane.columns, row: line, Style(role))
                if isChosen {
                    pane.paint(.selection, in: Rect(column: 0, row: line, columns: pane.columns, rows: 1))
                }
            }
        }
        guard let surface = state.catalog.surface else { return }
        let title = surface.surface.name
        let facts = pane.box(
            right, title: title, note: surface.surface.plan ?? "", focused: state.catalog.isOnFacts,
            glyphs: glyphs)
        pane.draw(in: facts.inset(columns: 1, rows: 0)) { pane in
            let (main, foot) = pane.bounds.splitBottom(2)
            pane.draw(in: main) { self.facts(surface, &$0) }
            pane.draw(in: foot) { affected(surface.surface.id, &$0) }
        }
    }

    private func facts(_ page: SurfacePage, _ pane: inout Pane) {
        var row = pair("operator", page.vendor, &pane, 0, width: 11)
        let hosts = page.surface.hosts.joined(separator: ", ")
        if !hosts.isEmpty {
            pane.write("hosts", column: 0, row: row, Style(.muted))
            pane.write(hosts, column: 11, row: row, columns: pane.columns - 11, cut: cut)
            row += 1
        }
        row += 1
        let detailRows = pane.rows >= 18 ? 7 : 5
        let room = max(1, pane.rows - row - detailRows)
        let seen = window(around: state.catalog.fact, of: page.values.count, room: room)
        if page.values.isEmpty {
            pane.write("Nothing is known. r records what you read.", column: 0, row: row, Style(.muted))
        }
        for (line, index) in seen.enumerated() {
            let value = page.values[index]
            let at = row + line
            let isChosen = state.catalog.isOnFacts && index == state.catalog.fact
            pane.mark(.row(index, column: 1), row: at)
            let isFirst = index == 0 || page.values[index - 1].key != value.key
            pane.write(
                isFirst ? value.key.label : "", column: 0, row: at, columns: 19, Style(.muted), cut: cut)
            let date =
                value.retrieved.map { pane.columns < 56 ? "\(state.today.days(since: $0)) d" : "\($0)" }
                ?? "--"
            let origin = " \(value.origin.prefix(1).uppercased())"
            let end = pane.columns - displayWidth(date) - 3
            // A value that a stricter one outweighs is kept in sight, muted.
            let mark = value.decides ? "" : "\(glyphs.condition) "
            pane.write(
                mark + value.value.label, column: 20, row: at, columns: max(4, end - 21),
                Style(value.decides ? .text : .condition), cut: cut)
            let isOld = value.retrieved.map { state.today.days(since: $0) > state.factMaxAgeDays } ?? false
            pane.write(date, column: end, row: at, Style(isOld ? .unknown : .muted))
            pane.write(origin, endingAt: pane.columns, row: at, Style(.muted))
            if isChosen {
                pane.paint(.selection, in: Rect(column: 0, row: at, columns: pane.columns, rows: 1))
            }
        }
        row += max(1, seen.count)
        guard let value = page.values[at: state.catalog.fact], row + 2 < pane.rows else { return }
        pane.rule(row: row, title: "Provenance of: \(value.key.label)", glyphs: glyphs)
        row += 1
        let source = page.sources[value.source]
        row = pair("from", source?.url ?? value.source, &pane, row, width: 11)
        if let date = source?.date { row = pair("dated", date.words, &pane, row, width: 11) }
        if let read = value.retrieved {
            row = pair("read", "\(read.words), \(read.distance(from: state.today))", &pane, row, width: 11)
        }
        if let note = value.note { row = pair("note", note, &pane, row, width: 11) }
        if !value.decides {
            row = pair(
                "weight", "another source is stricter, and the strictest decides", &pane, row, width: 11)
        }
    }

    /// What the surface's facts lead to, client by client, as far as it is known and has room; and what the letters of
    /// the facts mean.
    private func affected(_ surface: String, _ pane: inout Pane) {
        pane.write(
            "C catalog  V vendor  R yours  S signed", column: 0, row: 1, columns: pane.columns,
            Style(.muted), cut: cut)
        guard !state.catalogJobs.isEmpty, let tool = state.tools.firstIndex(where: { $0.id == surface })
        else { return }
        pane.write("affects", column: 0, row: 0, Style(.muted))
        var column = 11
        for job in state.catalogJobs {
            guard let judged = state.answers[job]?[at: tool] else { continue }
            let tag = state.tag(of: job.client)
            guard column + displayWidth(tag) + 8 <= pane.columns else { break }
            let place = state.roster.place(of: job.client) ?? 0
            column +=
                pane.write(tag, column: column, row: 0, Style(Role.accent(place), on: .page, .bold)) + 1
            column += verdict(judged, &pane, column: column, row: 0) + 2
        }
    }
}
