import Canvas

extension Action {
    static let overlays: [Action] = [
        Action("palette.run", [.enter], "run", "do what is chosen", in: [.palette], hint: true) { state in
            guard case .palette(let palette) = state.overlay,
                let command = state.commands(palette.typed.text)[at: palette.row]
            else { return [] }
            return state.run(command)
        },
        Action(
            "palette.complete", [.tab], "complete", "put the chosen words into the line", in: [.palette],
            hint: true
        ) {
            state in
            guard case .palette(var palette) = state.overlay,
                let command = state.commands(palette.typed.text)[at: palette.row]
            else { return [] }
            palette.typed = TextField(state.words(of: command))
            palette.row = 0
            state.overlay = .palette(palette)
            return []
        },
        Action("pick.choose", [.enter], "choose", "take what is chosen", in: [.pick], hint: true) {
            $0.pickChosen()
        },
        Action(
            "pick.toggle", [.tab, .character(" ")], "mark", "mark one of several", in: [.pick], hint: true,
            when: { state in
                if case .pick(let pick) = state.overlay, pick.takesSeveral { return .ready }
                return .off("only one can be chosen here")
            }
        ) { state in
            guard case .pick(var pick) = state.overlay, let option = pick.left[at: pick.row] else {
                return []
            }
            pick.chosen.formSymmetricDifference([option.id])
            pick.isMarked = true
            state.overlay = .pick(pick)
            return []
        },
        Action(
            "confirm.yes", [.enter], "yes", "do it", in: [.confirm], hint: true,
            when: { state in
                guard case .confirm(let confirm) = state.overlay else { return .off("nothing was asked") }
                return confirm.isAnswered ? .ready : .off("type \(confirm.tag ?? "") first")
            }
        ) { $0.confirm() },
        Action(
            "sheet.save", [.character("w")], "write file", "keep the text as a file beside the ledger",
            in: [.sheet], hint: true
        ) {
            state in
            guard case .sheet(let sheet) = state.overlay else { return [] }
            state.overlay = nil
            return [.writeDraft(name: sheet.title, text: sheet.text)]
        },
    ]
}

extension State {
    /// Does what was asked about.
    mutating func confirm() -> [Effect] {
        guard case .confirm(let confirm) = overlay else { return [] }
        overlay = nil
        switch confirm.consequence {
        case .archive(let change):
            undo = Undo(change: change.archived(false), words: "\(change.noun) \(change.id) archived")
            busy = "Archiving \(change.noun) \(change.id)"
            return [.save(change.archived())]
        case .endSession(let id):
            busy = "Ending the session"
            return [.endSession(id)]
        case .leaveForm:
            form = nil
            back()
            return load(place)
        case .leavePaper:
            paper = PaperState()
            back()
            return load(place)
        case .quit: return [.quit]
        }
    }

    /// What the palette puts into its line for a command.
    func words(of command: Command) -> String {
        switch command {
        case .action(let id), .elsewhere(let id): Action.all.first { $0.id == id }?.title ?? id
        case .client(let id): "switch to \(tag(of: id))"
        case .tool(let place): "why \(tools[at: place]?.name ?? "")"
        case .theme(let id): "theme \(themes.rows.first { $0.id == id }?.name ?? id)"
        }
    }
}
