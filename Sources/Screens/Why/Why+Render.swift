import Canvas
import Permits

extension Painter {
    func why(_ pane: inout Pane) {
        guard let request = state.why.request else {
            pane.write(
                "Choose an answer under Permits and press \(glyphs.enter).", column: 1, row: 1, Style(.muted))
            return
        }
        if let problem = state.why.problem {
            paragraph(problem, &pane, column: 1, row: 1, Style(.fault))
            return
        }
        guard let explanation = state.why.explanation else {
            pane.write("being worked out", column: 1, row: 1, Style(.muted))
            return
        }
        let isWide = pane.columns >= 110
        let (main, side) =
            isWide ? pane.bounds.splitRight(41, gap: 1) : (pane.bounds, Rect(Size(columns: 0, rows: 0)))
        pane.draw(in: main) { trail(explanation, request, &$0) }
        if isWide { pane.draw(in: side) { source(explanation, &$0) } }
    }

    private func trail(_ explanation: Explanation, _ request: Request, _ pane: inout Pane) {
        let verdict = explanation.verdict
        let job = Job(client: request.client, engagement: request.engagement)
        var column = 1
        column += pane.write(
            state.name(of: request.surface), column: column, row: 0, Style(.title, on: .page, .bold))
        if let route = request.route {
            column += pane.write(
                " \(glyphs.arrow) \(state.name(of: route))", column: column, row: 0, Style(.title))
        }
        let material = verdict.request.data.members.map(\.rawValue).joined(separator: ", ")
        let rest =
            "  for \(state.roster.title(of: job) ?? state.roster[request.client]?.name ?? request.client) "
            + "\(glyphs.dot) material: \(material)"
        pane.write(rest, column: column, row: 0, columns: pane.columns - column, Style(.muted), cut: cut)
        let banner = " \(verdict.outcome.glyph(glyphs)) \(verdict.outcome.heading) "
        let used = pane.write(banner, column: 1, row: 1, verdict.outcome.style.with([.reverse, .bold]))
        pane.write(
            sentence(explanation), column: used + 2, row: 1, columns: pane.columns - used - 2, cut: cut)

        let room = pane.rows - 3
        var lines = self.lines(explanation, columns: pane.columns, inFull: true)
        if lines.count > room { lines = self.lines(explanation, columns: pane.columns, inFull: false) }
        let chosen =
            lines.firstIndex { line in
                switch line {
                case .finding(let index, _), .way(let index, _): index == state.why.row
                default: false
                }
            } ?? 0
        // From the last line that can be chosen the end is in sight.
        let isLast = state.why.row == explanation.rowCount - 1
        let wanted = isLast ? chosen : chosen - room / 2
        let top = lines.count <= room ? 0 : min(max(0, wanted), lines.count - room)
        for (offset, line) in lines.dropFirst(top).prefix(room).enumerated() {
            draw(line, explanation, &pane, row: 3 + offset)
        }
        if lines.count > room {
            let more = "\(min(lines.count, top + room)) of \(lines.count) lines"
            pane.write(more, endingAt: pane.columns - 1, row: 2, Style(.muted))
        }
    }

    /// The lines of the trail.
    ///
    /// - Parameter inFull: whether every sentence is given whole, and not that of the chosen finding alone.
    private func lines(_ explanation: Explanation, columns: Int, inFull: Bool) -> [Line] {
        let verdict = explanation.verdict
        var conditions: [Line] = []
        for (number, duty) in verdict.duties.members.enumerated() {
            let wrapped = wrap(duty.instruction, columns: max(1, columns - 16))
            conditions.append(.condition(number + 1, wrapped.first ?? ""))
            conditions += wrapped.dropFirst().map { .more($0) }
        }
        let isConditional = verdict.outcome == .conditional
        var lines = isConditional ? [.heading("Conditions")] + conditions + [.gap] : []
        lines.append(.heading("How the answer was reached (strictest wins)"))
        if verdict.findings.isEmpty {
            lines.append(.words("Nothing recorded speaks against it.", Style(.muted)))
        }
        let words = max(1, columns - 21)
        for index in verdict.findings.indices {
            let sentence = explanation.sentences[at: index] ?? verdict.findings[index].text
            let isWhole = inFull || index == state.why.row
            let wrapped = isWhole ? wrap(sentence, columns: words) : [sentence]
            lines.append(.finding(index, wrapped.first ?? ""))
            lines += wrapped.dropFirst().map { .rest(index, $0) }
            lines.append(.consequence(index))
        }
        let ways = explanation.ways
        if verdict.outcome != .permit || !ways.isEmpty {
            lines += [.gap, .heading("What would change it")]
            lines += ways.enumerated().map { .way(verdict.findings.count + $0, $1) }
            if let allDone = explanation.allDone {
                lines.append(
                    .words(
                        "all consents and conditions together \(glyphs.arrow) \(allDone.phrase)",
                        allDone.style))
            }
            if ways.isEmpty, explanation.allDone.map({ $0 >= verdict.outcome }) ?? true {
                lines.append(.words("Nothing on record here would.", Style(.muted)))
            }
        }
        // Where they are not enough, what forbids it comes before them.
        if !isConditional, !conditions.isEmpty {
            lines += [.gap, .heading("Needed in any case")] + conditions
        }
        return lines
    }

    /// A line of the trail.
    private enum Line: Equatable {
        case gap
        case heading(String)
        case words(String, Style)
        case condition(Int, String)
        /// More of the condition before it.
        case more(String)
        /// A finding with the first line of its sentence.
        case finding(Int, String)
        /// More of the sentence of a finding.
        case rest(Int, String)
        case consequence(Int)
        /// A way to another answer, with the row that chooses it.
        case way(Int, Remedy)
    }

    private func draw(_ line: Line, _ explanation: Explanation, _ pane: inout Pane, row: Int) {
        let width = pane.columns
        switch line {
        case .gap: break
        case .heading(let words): pane.write(words, column: 1, row: row, Style(.title, on: .page, .bold))
        case .words(let words, let style):
            pane.write(words, column: 2, row: row, columns: width - 2, style, cut: cut)
        case .more(let words): pane.write(words, column: 7, row: row)
        case .condition(let number, let words):
            pane.write("\(glyphs.condition) \(number)", column: 2, row: row, Style(.condition))
            pane.write(words, column: 7, row: row)
            pane.write("open", endingAt: width - 1, row: row, Style(.condition, on: .page, .bold))
        case .rest(let index, let words):
            pane.write(words, column: 20, row: row)
            pane.mark(.row(index, column: 0), row: row)
            if index == state.why.row {
                pane.paint(.selection, in: Rect(column: 0, row: row, columns: width, rows: 1))
            }
        case .finding(let index, let words):
            guard let finding = explanation.verdict.findings[at: index] else { return }
            let isChosen = index == state.why.row
            pane.mark(.row(index, column: 0), row: row)
            if isChosen { pane.write(glyphs.focus, column: 0, row: row, Style(.key, on: .page, .bold)) }
            pane.write(
                finding.status.glyph(glyphs), column: 2, row: row,
                Style(finding.status.role, on: .page, .bold))
            pane.write(
                label(finding, explanation), column: 4, row: row, columns: 15, Style(.text, on: .page, .bold),
                cut: cut)
            pane.write(words, column: 20, row: row, columns: width - 21, cut: cut)
            if isChosen { pane.paint(.selection, in: Rect(column: 0, row: row, columns: width, rows: 1)) }
        case .consequence(let index):
            guard let finding = explanation.verdict.findings[at: index] else { return }
            var words = "\(glyphs.arrow) \(finding.status.consequence)"
            if let consent = finding.consent.flatMap({ explanation.consents[$0] }) {
                words += finding.status == .lifted ? "" : ", by consent"
                words += " of \(consent.granted.words)"
            }
            if !finding.conflicts.isEmpty { words += ", sources disagree" }
            pane.write(words, column: 20, row: row, columns: width - 21, Style(finding.status.role), cut: cut)
        case .way(let index, let remedy):
            let isChosen = index == state.why.row
            pane.mark(.row(index, column: 0), row: row)
            if isChosen { pane.write(glyphs.focus, column: 0, row: row, Style(.key, on: .page, .bold)) }
            pane.write("+", column: 2, row: row, Style(.muted))
            let end = "\(glyphs.arrow) \(remedy.outcome.glyph(glyphs)) \(remedy.outcome.word())"
            pane.write(
                state.words(of: remedy.action, in: explanation), column: 4, row: row,
                columns: width - 6 - displayWidth(end),
                cut: cut)
            pane.write(end, endingAt: width - 1, row: row, remedy.outcome.style)
            if isChosen { pane.paint(.selection, in: Rect(column: 0, row: row, columns: width, rows: 1)) }
        }
    }

    /// What a finding rests on, in a word or two.
    func label(_ finding: Finding, _ explanation: Explanation) -> String {
        guard let agreement = finding.agreement else { return "Built in" }
        let kind = explanation.agreements[agreement]?.kind.rawValue.uppercased() ?? agreement
        let name = kind == "HOUSE" ? "Your rule" : kind
        guard let clause = finding.clause else { return name }
        let mark = glyphs == .ascii || clause.first == "§" || clause.first?.isNumber == false ? "" : "§"
        return "\(name) \(mark)\(glyphs == .ascii ? String(clause.drop { $0 == "§" }) : clause)"
    }

    /// The answer in a sentence.
    private func sentence(_ explanation: Explanation) -> String {
        let verdict = explanation.verdict
        return switch verdict.outcome {
        case .permit:
            verdict.findings.isEmpty ? "nothing recorded forbids it." : "everything recorded allows it."
        case .conditional:
            verdict.duties.count == 1
                ? "the condition below holds."
                : "\(verdict.duties.count == 2 ? "both" : "all \(verdict.duties.count)") conditions below hold."
        case .deny: forbidding(verdict.findings.filter { $0.status == .breach }.count)
        case .undetermined:
            "\(counted(verdict.findings.filter { $0.status == .unknown }.count, "answer")) missing; unknown is no permission."
        }
    }

    private func forbidding(_ terms: Int) -> String {
        "\(counted(terms, "term")) \(terms == 1 ? "forbids" : "forbid") it."
    }

    /// The paper or page that the chosen line rests on, word for word.
    private func source(_ explanation: Explanation, _ pane: inout Pane) {
        guard let finding = explanation.verdict.findings[at: state.why.row] else {
            return way(explanation, &pane)
        }
        let clause = finding.obligation?.clause ?? ""
        let inside = pane.box(
            title: "Source \(glyphs.dot) \(label(finding, explanation))",
            note: clause.isEmpty ? "" : finding.id, glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
            var row = 0
            if finding.obligation?.quote == nil {
                row = paragraph(explanation.sentences[at: state.why.row] ?? finding.text, &pane, row: row) + 1
            }
            if case .obligation(let provision) = finding.subject {
                let id = provision.agreement
                if let quote = provision.obligation.quote {
                    row = paragraph("\"\(quote)\"", &pane, row: row) + 1
                }
                if let agreement = explanation.agreements[id] {
                    row = pair("paper", agreement.title ?? id, &pane, row)
                    if let document = agreement.document {
                        row = pair("file", document.path, &pane, row)
                        if let hash = document.sha256 {
                            row = pair("sha256", "\(hash.prefix(4))\(cut)\(hash.suffix(4))", &pane, row)
                        }
                    }
                    if let effective = agreement.effective { row = pair("from", effective.words, &pane, row) }
                    if let expires = agreement.expires { row = pair("ends", expires.words, &pane, row) }
                }
                row += 1
            }
            for fact in finding.facts + finding.conflicts {
                if row >= pane.rows { break }
                pane.write(
                    fact.key.label, column: 0, row: row, columns: pane.columns, Style(.title), cut: cut)
                row = paragraph(fact.value.label, &pane, column: 2, row: row + 1)
                let source = explanation.sources[fact.source]
                let read = fact.retrieved.map { ", read \($0) (\($0.distance(from: state.today)))" } ?? ""
                row = paragraph(
                    "\(source?.url ?? fact.source)\(read)", &pane, column: 2, row: row, Style(.muted))
                if fact.state == .stale {
                    row = paragraph("too old to rely on", &pane, column: 2, row: row, Style(.unknown))
                }
            }
            if let consent = finding.consent.flatMap({ explanation.consents[$0] }) {
                row = pair("consent", "\(consent.granted.words)  \(consent.evidence ?? "")", &pane, row)
            }
        }
    }

    /// The chosen way to another answer, in full, and what the enter key does about it.
    private func way(_ explanation: Explanation, _ pane: inout Pane) {
        guard let remedy = state.chosenWay else { return }
        let inside = pane.box(title: "A way to another answer", glyphs: glyphs)
        pane.draw(in: inside.inset(columns: 1, rows: 0)) { pane in
            var row = paragraph(state.words(of: remedy.action, in: explanation), &pane, row: 0) + 1
            let phrase = "\(glyphs.arrow) \(remedy.outcome.phrase)"
            row = paragraph(phrase, &pane, row: row, remedy.outcome.style) + 1
            paragraph("\(glyphs.enter) \(remedy.action.deed)", &pane, row: row, Style(.muted))
        }
    }

    /// A label and its value.
    ///
    /// - Returns: the row after them.
    func pair(_ label: String, _ value: String, _ pane: inout Pane, _ row: Int, width: Int = 9) -> Int {
        pane.write(label, column: 0, row: row, Style(.muted))
        return paragraph(value, &pane, column: width, row: row)
    }
}
