import Canvas
import Papers

extension State {
    /// Moves the choice of whatever has the keys.
    mutating func move(by step: Int) -> [Effect] {
        switch overlay {
        case .palette(var palette):
            palette.row = (palette.row + step).within(commands(palette.typed.text).count)
            overlay = .palette(palette)
            return []
        case .pick(var pick):
            pick.row = (pick.row + step).within(pick.left.count)
            overlay = .pick(pick)
            return []
        case .launch(var launch):
            launch.row = (launch.row + step).within(
                launch.duties.count + (launch.friction(in: self) == nil ? 0 : 1))
            overlay = .launch(launch)
            return []
        case .sheet(var sheet):
            sheet.top = max(0, sheet.top + step)
            overlay = .sheet(sheet)
            return []
        case .confirm, .prompt: return []
        case nil: break
        }
        switch place {
        case .home: home.row = (home.row + step).within(homeCount)
        case .matrix: matrix.row = (matrix.row + step).within(matrixRows.count)
        case .client:
            if client.pane == 0 {
                moveClientRow(by: step)
            } else {
                client.tool = (client.tool + step).within(tools.count)
            }
        case .why: why.row = (why.row + step).within(why.explanation?.rowCount ?? 0)
        case .sessions: session.row = (session.row + step).within(sessionRows.count)
        case .catalog:
            if catalog.isOnFacts {
                catalog.fact = (catalog.fact + step).within(catalog.surface?.values.count ?? 0)
            } else {
                catalog.row = (catalog.row + step).within(catalogRows.count)
                return loadChosenSurface()
            }
        case .deadlines: deadlines.row = (deadlines.row + step).within(dueCount)
        case .log: log.row = (log.row + step).within(log.page?.lines.count ?? 0)
        case .help: help.row = (help.row + step).within(helpActions.count)
        case .themes:
            themes.row = (themes.row + step).within(themes.rows.count)
            if let theme = themes.rows[at: themes.row], theme.fault == nil {
                return [.tryTheme(theme.id, isColorBlind: themes.isColorBlind)]
            }
        case .form: form?.move(by: step.signum())
        case .paper:
            paper.row = (paper.row + step).within(ClauseKind.allCases.count)
            paper.suggestion = 0
        case .redaction:
            redaction.row = (redaction.row + step).within(redaction.preview?.items.count ?? 0)
        case .palette, .launch, .confirm, .pick, .prompt, .sheet: break
        }
        return []
    }

    /// Moves sideways, where there are columns.
    mutating func moveAcross(by step: Int) -> [Effect] {
        switch place {
        case .matrix: matrix.column = (matrix.column + step).within(matrix.columns.count)
        case .client: client.pane = (client.pane + step).within(client.id == ClientPage.everybody ? 1 : 2)
        case .catalog: catalog.isOnFacts = step > 0 && catalog.surface != nil
        case .deadlines: deadlines.month = min(max(-120, deadlines.month + step), 1200)
        case .form: return choose(by: step)
        case .paper:
            let count = paper.kind.map { paper.places(of: $0).count } ?? 0
            paper.suggestion = (paper.suggestion + step).within(count)
        default: break
        }
        return []
    }
}

extension Action {
    static let moving: [Action] = [
        Action("move.up", [.up, .character("k")], "up", "one row up") { $0.move(by: -1) },
        Action("move.down", [.down, .character("j")], "down", "one row down") { $0.move(by: 1) },
        Action("move.left", [.left, .character("h")], "left", "one column left, or the pane before") {
            $0.moveAcross(by: -1)
        },
        Action("move.right", [.right, .character("l")], "right", "one column right, or the next pane") {
            $0.moveAcross(by: 1)
        },
        Action("move.first", [.home, .character("g")], "first", "the first row") { $0.move(by: -1_000_000) },
        Action("move.last", [.end, .character("G")], "last", "the last row") { $0.move(by: 1_000_000) },
        Action("move.pageUp", [.pageUp, .control("u")], "half page up", "half a page up") {
            $0.move(by: -max(1, $0.size.rows / 2 - 4))
        },
        Action("move.pageDown", [.pageDown, .control("d")], "half page down", "half a page down") {
            $0.move(by: max(1, $0.size.rows / 2 - 4))
        },
    ]
}
