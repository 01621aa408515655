import Canvas
import Papers

extension State {
    /// Turns the wheel over a list.
    mutating func wheel(by step: Int) -> [Effect] {
        clicked = nil
        return move(by: step)
    }

    /// Carries out a press of the left button: a hint or a tab does what its key does, a row is chosen, and a row that
    /// was chosen by a press is opened by the next.
    mutating func click(_ mouse: Mouse) -> [Effect] {
        guard let target = mouse.target else { return [] }
        if overlay == nil || notice?.isFault == false { notice = nil }
        let last = clicked
        clicked = mouse.position
        switch target {
        case .key(let key): return click(key)
        case .row(let row, let column):
            // A list moves under the pointer: a second press in one place means what the first one chose.
            let isSecond = last == mouse.position || last != nil && isChosen(row, column)
            guard isSecond, let action = opening else { return choose(row, column) }
            clicked = nil
            return perform(action)
        }
    }

    /// Does what a key does, also where letters are text.
    private mutating func click(_ key: Key) -> [Effect] {
        guard isTyping, case .character = key, let action = keymap.action(for: key, in: focus) else {
            return press(key)
        }
        return place == .form && overlay == nil ? [] : perform(action)
    }

    /// Whether a row is the one that the next key would be about.
    private func isChosen(_ row: Int, _ column: Int) -> Bool {
        switch overlay {
        case .palette(let palette): return palette.row == row
        case .pick(let pick): return pick.row == row
        case .launch(let launch): return launch.row == row
        case .confirm, .prompt, .sheet: return false
        case nil: break
        }
        switch place {
        case .home: return home.row == row
        case .client: return client.pane == column && (column == 0 ? client.row : client.tool) == row
        case .matrix: return (matrix.row, matrix.column) == (row, column)
        case .catalog:
            return catalog.isOnFacts == (column == 1) && (column == 1 ? catalog.fact : catalog.row) == row
        case .sessions: return session.row == row
        case .deadlines: return deadlines.row == row
        case .help: return help.row == row
        case .themes: return themes.row == row
        case .redaction: return redaction.row == row
        case .form: return form?.focus == row
        default: return false
        }
    }

    /// Chooses a row; what can be marked is marked at once.
    private mutating func choose(_ row: Int, _ column: Int) -> [Effect] {
        switch overlay {
        case .palette(var palette):
            palette.row = row
            overlay = .palette(palette)
            return []
        case .pick(var pick):
            pick.row = row
            overlay = .pick(pick)
            return pick.takesSeveral ? perform(id: "pick.toggle") : []
        case .launch(var launch):
            launch.row = row
            overlay = .launch(launch)
            return []
        case .confirm, .prompt, .sheet: return []
        case nil: break
        }
        isFiltering = false
        switch place {
        case .home: home.row = row.within(homeCount)
        case .client:
            client.pane = column
            if column == 0 {
                client.row = row.within(clientRows.count)
            } else {
                client.tool = row.within(tools.count)
            }
        case .matrix:
            matrix.row = row.within(matrixRows.count)
            matrix.column = column.within(matrix.columns.count)
        case .why: why.row = row
        case .sessions: session.row = row
        case .catalog:
            catalog.isOnFacts = column == 1
            if column == 1 {
                catalog.fact = row
            } else {
                catalog.row = row
                return loadChosenSurface()
            }
        case .deadlines: deadlines.row = row
        case .log: log.row = row
        case .help: help.row = row
        case .themes: return move(by: row - themes.row)
        case .form:
            form?.focus = row
            if column >= 0 { return choose(option: column) }
        case .paper: return move(by: row - paper.row)
        case .redaction: redaction.row = row
        case .palette, .launch, .confirm, .pick, .prompt, .sheet: break
        }
        return []
    }

    /// What a second press on the chosen row does.
    private var opening: Action? {
        let id: String? =
            switch focus {
            case .home: "client.switch"
            case .client: "client.open"
            case .matrix: "permit.why"
            case .sessions: "session.why"
            case .catalog: catalog.isOnFacts ? "surface.review" : "surface.facts"
            case .deadlines: "timeline.open"
            case .help: "help.do"
            case .themes: "theme.keep"
            case .redaction: "redaction.toggle"
            case .palette: "palette.run"
            case .launch: "launch.done"
            case .pick: takesSeveral ? nil : "pick.choose"
            case .form: form.map { $0.fields[at: $0.focus]?.isInline == false } == true ? "form.choose" : nil
            default: nil
            }
        return id.flatMap { id in Action.all.first { $0.id == id } }
    }

    private var takesSeveral: Bool { if case .pick(let pick) = overlay { pick.takesSeveral } else { false } }
}
