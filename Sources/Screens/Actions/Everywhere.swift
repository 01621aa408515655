import Canvas

extension Action {
    /// Every action there is, in the order of the key page.
    package static let all: [Action] = [
        everywhere, moving, overlays, clients, permits, sessions, surfaces, timeline, logging, looks, forms,
        [filter], papers, redactions, prompts,
    ].flatMap(\.self)

    static let everywhere: [Action] =
        [
            Action(
                "app.back", [.character("q"), .escape], "back", "back to the screen before; at Home, q quits"
            ) { state in
                if state.overlay != nil {
                    state.overlay = nil
                    return []
                }
                if state.filters[state.place]?.isEmpty == false {
                    state.filters[state.place] = nil
                    state.refilter(state.place)
                    return []
                }
                if state.place == .themes,
                    let kept = state.themes.rows.firstIndex(where: { $0.id == state.themes.kept })
                {
                    state.themes.row = kept
                    state.back()
                    return [.tryTheme(state.themes.kept, isColorBlind: state.themes.isColorBlind)]
                }
                if state.place != .home || !state.older.isEmpty {
                    state.back()
                    return state.load(state.place)
                }
                return []
            },
            Action(
                "app.quit", [.character("q")], "quit", "leave Bulkhead; asks while a session lives",
                in: [.home]
            ) {
                state in
                guard state.filters[.home]?.isEmpty ?? true else {
                    state.filters[.home] = nil
                    state.refilter(.home)
                    return []
                }
                guard let live = state.live else { return [.quit] }
                state.overlay = .confirm(
                    Confirm(
                        title: "Leave Bulkhead?",
                        text:
                            "A session for \(state.tag(of: live.job.client)) is open. It goes on without this window.",
                        consequence: .quit))
                return []
            },
            Action("app.interrupt", [.control("c")], "stop", "stop what runs; with nothing running, quit") {
                state in
                if state.busy != nil {
                    state.busy = nil
                    return [.stop]
                }
                return [.quit]
            },
            Action(
                "app.help", [.character("?"), .function(1)], "help",
                "the keys of this screen, and what they do"
            ) {
                state in
                if state.place == .help, state.overlay == nil {
                    state.back()
                    return state.load(state.place)
                }
                state.help = HelpState()
                state.help.about = state.focus
                state.filters[.help] = nil
                return state.open(.help)
            },
            Action(
                "app.palette", [.character(":"), .control("p")], "command",
                "every action, client and surface by its words"
            ) { state in
                state.overlay = .palette(CommandPalette())
                return state.themes.rows.isEmpty ? [.loadThemes] : []
            },
        ]
        + Place.tabs.enumerated().map { number, place in
            Action(
                "tab.\(place.rawValue)", [.character(Character(String(number + 1)))], place.title,
                "open \(place.title)"
            ) { $0.open(place) }
        }
        + [
            Action(
                "history.older", [.character("[")], "older", "the screen seen before this one",
                when: { $0.older.isEmpty ? .off("no screen was seen before this one") : .ready }
            ) { state in
                let here = state.place
                state.back()
                if here != .form { state.newer.append(here) }
                return state.load(state.place)
            },
            Action(
                "history.newer", [.character("]")], "newer", "forward again after [",
                when: { $0.newer.isEmpty ? .off("this is the newest screen") : .ready }
            ) { state in
                guard let next = state.newer.popLast() else { return [] }
                state.older.append(state.place)
                state.place = next
                return state.load(next)
            },
            Action(
                "client.last", [.character("-")], "last client", "switch to the client before this one",
                when: {
                    $0.previous.flatMap { $0.client }.map { _ in .ready }
                        ?? .off("there was no client before")
                }
            ) { state in
                guard let previous = state.previous, let entry = state.roster[previous.client] else {
                    return []
                }
                return state.switchTo(entry)
            },
            Action("app.refresh", [.character("R")], "refresh", "read everything on the screen again") {
                state in
                state.refresh()
            },
            Action(
                "edit.undo", [.character("z")], "undo", "take back the last saved change",
                when: { $0.undo == nil ? .off("nothing was changed since the start") : .ready }
            ) { state in
                guard let undo = state.undo else { return [] }
                state.undo = nil
                state.busy = "Taking back: \(undo.words)"
                return [.save(undo.change)]
            },
            Action("app.themes", [.character("T")], "themes", "choose colours, with a preview") {
                $0.open(.themes)
            },
            Action("app.suspend", [.control("z")], "suspend", "back to the shell until fg") { _ in [.suspend]
            },
            Action(
                "app.lock", [.alt("l")], "lock", "blank the screen until the passphrase is given",
                when: { $0.hasLock ? .ready : .off("no lock is set, see bulkhead lock set") }
            ) { _ in [.lock] },
            Action("app.redraw", [.control("l")], "redraw", "draw every cell anew") { _ in [.redraw] },
        ]

    /// Late, so that the hints of a list's own actions come first.
    static let filter = Action(
        "list.filter", [.character("/")], "filter", "show only rows that hold what you type; esc shows all",
        in: [.home, .matrix, .sessions, .catalog, .deadlines, .log, .help], hint: true,
        when: { $0.place == .home && $0.roster.entries.isEmpty ? .off("the list is empty") : .ready }
    ) { state in
        state.isFiltering = true
        state.filters[state.place] = state.filters[state.place] ?? TextField()
        return []
    }
}
