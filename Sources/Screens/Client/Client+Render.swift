import Canvas
import Permits

extension Painter {
    func client(_ pane: inout Pane) {
        guard let page = state.client.page else {
            pane.write(
                state.client.id == nil ? "Choose a client on Home." : "Reading the client\(cut)", column: 1,
                row: 1, Style(.muted))
            return
        }
        // Where it is narrow the tools need half of it for what their answers turn on.
        let share = pane.columns >= 110 ? 55 : 50
        let (left, right) = pane.bounds.splitLeft(pane.columns * share / 100, gap: 1)
        let inside = pane.box(
            left, title: page.client.name, note: page.client.jurisdiction ?? "",
            focused: state.client.pane == 0,
            glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { records(page, &$0) }
        let isEverybody = page.client.id == ClientPage.everybody
        let detailRows = isEverybody ? pane.rows : min(14, pane.rows * 9 / 20)
        let (upper, lower) = right.splitBottom(detailRows)
        if !isEverybody {
            let tools = pane.box(
                upper, title: "Tools", note: counted(state.tools.count, "surface"),
                focused: state.client.pane == 1,
                glyphs: glyphs)
            pane.draw(in: tools.inset(columns: 1, rows: 0)) { toolList(&$0) }
        }
        if detailRows > 0 {
            if state.client.pane == 1, let request = state.subject {
                let inside = pane.box(
                    lower, title: "Why \(glyphs.dot) \(state.name(of: request.surface))", glyphs: glyphs)
                pane.draw(in: inside.inset(columns: 1, rows: 0)) { shortAnswer(&$0) }
            } else {
                let inside = pane.box(lower, title: "Chosen", glyphs: glyphs)
                pane.draw(in: inside.inset(columns: 1, rows: 0)) { detail(page, &$0) }
            }
        }
    }

    private func records(_ page: ClientPage, _ pane: inout Pane) {
        let rows = state.clientRows
        let seen = window(around: state.client.row, of: rows.count, room: pane.rows)
        for (line, index) in seen.enumerated() {
            let isChosen = index == state.client.row && state.client.pane == 0
            if case .heading = rows[index] {} else { pane.mark(.row(index, column: 0), row: line) }
            switch rows[index] {
            case .heading(let words): pane.write(words, column: 0, row: line, Style(.title, on: .page, .bold))
            case .empty(let words, _):
                pane.write(words, column: 2, row: line, columns: pane.columns - 2, Style(.muted), cut: cut)
            case .item(let item):
                let indent = if case .obligation = item { 4 } else { 2 }
                let note = remark(item)
                let room = pane.columns - indent - (note.isEmpty ? 0 : displayWidth(note) + 1)
                pane.write(
                    name(item), column: indent, row: line, columns: max(8, room),
                    Style(.text, on: .page, isChosen ? .bold : []), cut: cut)
                if room > 8 { pane.write(note, endingAt: pane.columns, row: line, Style(.muted)) }
            }
            if index == state.client.row {
                pane.write(
                    glyphs.focus, column: 0, row: line, Style(isChosen ? .key : .muted, on: .page, .bold))
                if isChosen {
                    pane.paint(.selection, in: Rect(column: 0, row: line, columns: pane.columns, rows: 1))
                }
            }
        }
    }

    /// What an item is called in a list.
    func name(_ item: Change) -> String {
        switch item {
        case .client(let item): item.name
        case .engagement(let item, _): item.title
        case .agreement(let item):
            (item.title ?? item.kind.rawValue.uppercased())
                + (item.vendor.map { " with \(state.name(of: $0))" } ?? "")
        case .obligation(let item, _): "\(item.clause.map { "\($0)  " } ?? "")\(words(item))"
        case .consent(let item): item.surfaces.map { state.name(of: $0) }.joined(separator: ", ")
        case .account(let item): "\(state.name(of: item.surface))  \(item.identity ?? "")"
        case .review(let item, _): "\(state.name(of: item.surface)) \(item.key.label)"
        case .fact(let item, _, _): "\(state.name(of: item.surface)): \(item.key.label) \(item.value.label)"
        case .surface(let item): item.surface.name
        case .settings: "settings"
        }
    }

    /// What a term is called; one of no kind of its own by its words.
    private func words(_ term: Obligation) -> String {
        guard term.kind == .other, let quote = term.quote else { return term.kind.title }
        return "\"\(quote)\""
    }

    /// What a list says of an item beside its name.
    private func remark(_ item: Change) -> String {
        switch item {
        case .client(let item): counted(item.wordsToMask, "word to mask", "words to mask")
        case .fact: "signed"
        case .review, .surface, .settings: ""
        case .engagement(let item, _):
            item.status == .closed
                ? "closed" : item.ends.map { "to \($0.brief(from: state.today))" } ?? item.status.rawValue
        case .agreement(let item):
            item.expires.map { "to \($0.words)" } ?? item.terminated.map { "ended \($0.words)" } ?? "no end"
        case .obligation(let item, _): item.liftable ? "" : "never lifted"
        case .consent(let item):
            item.revoked.map { "taken back \($0.brief(from: state.today))" }
                ?? item.expires.map { "to \($0.brief(from: state.today))" }
                ?? "since \(item.granted.brief(from: state.today))"
        case .account(let item): item.region ?? ""
        }
    }

    private func toolList(_ pane: inout Pane) {
        let answers = state.clientJob.flatMap { state.answers[$0] }
        let seen = window(around: state.client.tool, of: state.tools.count, room: pane.rows)
        for (line, index) in seen.enumerated() {
            let name = state.tools[index].name
            let judged = answers?[at: index]
            verdict(judged, &pane, column: 0, row: line)
            pane.mark(.row(index, column: 1), row: line)
            let isChosen = index == state.client.tool && state.client.pane == 1
            // What the answer turns on stands beside the name, which gives way to a word of it at most.
            let room = pane.columns - 7
            let gist = truncated(judged?.gist ?? "", to: max(12, room - displayWidth(name) - 1), mark: cut)
            pane.write(
                name, column: 7, row: line, columns: room - (gist.isEmpty ? 0 : displayWidth(gist) + 1),
                Style(.text, on: .page, isChosen ? .bold : []), cut: cut)
            pane.write(gist, endingAt: pane.columns, row: line, Style(.muted))
            if isChosen {
                pane.paint(.selection, in: Rect(column: 0, row: line, columns: pane.columns, rows: 1))
            }
        }
    }

    private func detail(_ page: ClientPage, _ pane: inout Pane) {
        var row = 0
        func add(_ label: String, _ value: String?) {
            guard let value, !value.isEmpty, row < pane.rows else { return }
            row = pair(label, value, &pane, row, width: 13)
        }
        switch state.clientItem {
        case .engagement(let item, _):
            add("Title", item.title)
            add("Codename", item.codename)
            add("Material", item.data.members.map(\.rawValue).joined(separator: ", "))
            add("Starts", item.starts?.words)
            add("Ends", item.ends?.words)
            add("Folders", item.directories.joined(separator: ", "))
        case .agreement(let item):
            add("Kind", item.kind.rawValue)
            add("In force", item.effective?.words ?? "always")
            add("Ends", item.expires?.words ?? "no end date")
            add("Survives", item.survival?.words ?? "not at all")
            add("Law", item.governingLaw)
            add("File", item.document?.path)
            add("Terms", counted(item.obligations.filter { !$0.archived }.count, "term"))
        case .obligation(let item, _):
            add("Demands", item.rule.demand)
            add("Clause", item.clause)
            add("Words", item.quote.map { "\"\($0)\"" })
            add("Covers", item.coveredData.members.map(\.rawValue).joined(separator: ", "))
            add("Consent", item.liftable ? "lifts it" : "does not lift it")
        case .consent(let item):
            add("Allows", item.surfaces.map { state.name(of: $0) }.joined(separator: ", "))
            add("Lifts", item.lifts.joined(separator: ", "))
            add("Given", item.granted.words)
            add("Until", item.expires?.words)
            add("Taken back", item.revoked?.words)
            add("If", item.conditions.members.map(\.rawValue).joined(separator: ", "))
            add("Evidence", item.evidence)
        case .account(let item):
            add("Surface", state.name(of: item.surface))
            add("Signs in", [item.identity, item.login?.rawValue].compactMap { $0 }.joined(separator: ", "))
            add("Region", item.region)
            add("Training off", item.optOutVerified.map { "seen \($0.words)" })
            add(
                "Held since",
                item.seen.map { "\(state.tag(of: $0.client)) \($0.date.words)" }.joined(separator: ", "))
            add("Cleared", item.cleared.map(\.words).joined(separator: ", "))
        case .fact(let item, let agreement, _):
            add("Surface", state.name(of: item.surface))
            add("Fact", item.key.label)
            add("States", item.value.label)
            add("Signed in", page.agreements.first { $0.id == agreement }?.title ?? agreement)
        default:
            add("Client", page.client.name)
            add("Also called", page.client.aliases.joined(separator: ", "))
            add("Competes in", page.client.conflictClass)
            for line in page.summary.lines { add(line.label, line.value) }
        }
    }
}
