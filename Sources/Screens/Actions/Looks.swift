import Canvas

extension Action {
    static let looks: [Action] = [
        Action(
            "theme.keep", [.enter], "keep", "use the theme from now on", in: [.themes], hint: true,
            when: { state in
                guard let row = state.themes.rows[at: state.themes.row] else {
                    return .off("no theme is chosen")
                }
                return row.fault.map { .off($0) } ?? .ready
            }
        ) { state in
            guard let row = state.themes.rows[at: state.themes.row] else { return [] }
            state.themes.kept = row.id
            state.notice = Notice("The theme is \(row.name) now.")
            return [.keepTheme(row.id, isColorBlind: state.themes.isColorBlind)]
        },
        Action(
            "theme.verdicts", [.character("v")], "verdict colours",
            "blue, yellow and red in place of green, yellow and red", in: [.themes], hint: true
        ) {
            state in
            state.themes.isColorBlind.toggle()
            let row = state.themes.rows[at: state.themes.row]?.id ?? state.themes.kept
            return [.tryTheme(row, isColorBlind: state.themes.isColorBlind)]
        },
        Action("help.do", [.enter], "do it", "do the chosen action", in: [.help], hint: true) { state in
            guard let action = state.helpActions[at: state.help.row], action.id != "app.help" else {
                return []
            }
            state.back()
            state.isFiltering = false
            return state.perform(action)
        },
    ]
}
