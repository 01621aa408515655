import Canvas

extension Action {
    static let timeline: [Action] = [
        Action(
            "timeline.open", [.enter], "open",
            "show the client of the chosen date, or the surface to read again",
            in: [.deadlines], hint: true,
            when: { state in
                guard let due = state.chosenDue else { return .off("no date is chosen") }
                return due.client == nil && due.kind != .staleFact
                    ? .off("the date belongs to no client") : .ready
            }
        ) { state in
            if let due = state.chosenDue, due.kind == .staleFact { return state.openCatalog(at: due.subject) }
            guard let id = state.chosenDue?.client, let entry = state.roster[id] else {
                return []
            }
            return state.switchTo(entry)
        },
        Action(
            "timeline.closer", [.character("+")], "zoom in", "fewer months, more room", in: [.deadlines],
            hint: true
        ) { state in
            state.deadlines.span = max(3, state.deadlines.span / 2)
            return []
        },
        Action("timeline.wider", [.character("-")], "zoom out", "more months", in: [.deadlines], hint: true) {
            state in
            state.deadlines.span = min(48, state.deadlines.span * 2)
            return []
        },
        Action(
            "timeline.export", [.character("i")], "export .ics",
            "write the dates as a calendar beside the ledger", in: [.deadlines], hint: true
        ) {
            _ in [.exportDeadlines]
        },
    ]
}
