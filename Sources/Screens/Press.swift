import Canvas

extension State {
    /// Carries out a key.
    mutating func press(_ key: Key) -> [Effect] {
        if overlay == nil || notice?.isFault == false { notice = nil }
        clicked = nil
        if isTyping {
            if type(key) { return typed() }
            // Letters are text here, whatever they would do elsewhere; only the mark of a list is none.
            if case .character = key, focus != .pick { return [] }
        }
        if isFiltering, overlay == nil {
            switch key {
            case .enter:
                isFiltering = false
                return []
            case .escape:
                isFiltering = false
                filters[place] = nil
                return typed()
            default: break
            }
        }
        guard let action = keymap.action(for: key, in: focus) else { return [] }
        if case .character = key, place == .form, overlay == nil, action.places.isEmpty { return [] }
        return perform(action)
    }

    /// Does an action, or says why it cannot be done.
    mutating func perform(_ action: Action) -> [Effect] {
        switch action.availability(in: self) {
        case .ready: return action.perform(&self)
        case .off(let reason):
            notice = Notice("\(action.title) is off: \(reason).", isFault: true)
            return []
        }
    }

    /// Does the action of an id.
    mutating func perform(id: String) -> [Effect] {
        Action.all.first { $0.id == id }.map { perform($0) } ?? []
    }

    /// Takes in a pasted text.
    mutating func paste(_ text: String) -> [Effect] {
        if !isTyping, place == .redaction, overlay == nil {
            let bytes = Array(text.utf8)
            return redaction.takesAnswer ? takeAnswer(.text(bytes)) : takeText(.text(bytes))
        }
        guard isTyping else {
            notice = Notice("A paste goes into a text field only.", isFault: true)
            return []
        }
        withField { $0.insert(text) }
        return typed()
    }

    /// Puts a key into the text field that has the keys.
    ///
    /// - Returns: whether the field took it.
    private mutating func type(_ key: Key) -> Bool {
        // The first space marks; a later one parts the words of the filter.
        if case .pick(let pick) = overlay, pick.takesSeveral, pick.typed.isEmpty, key == .character(" ") {
            return false
        }
        var taken = false
        withField { taken = $0.edit(key) }
        return taken
    }

    /// Lends the text field that has the keys.
    private mutating func withField(_ body: (inout TextField) -> Void) {
        switch overlay {
        case .palette(var palette):
            let before = palette.typed.text
            body(&palette.typed)
            if palette.typed.text != before { palette.row = 0 }
            overlay = .palette(palette)
        case .pick(var pick):
            let before = pick.typed.text
            body(&pick.typed)
            if pick.typed.text != before { pick.row = 0 }
            overlay = .pick(pick)
        case .prompt(var prompt):
            let before = prompt.typed.text
            body(&prompt.typed)
            if prompt.typed.text != before { prompt.paths = [] }
            overlay = .prompt(prompt)
        case .confirm(var confirm):
            body(&confirm.typed)
            overlay = .confirm(confirm)
        case .launch(var launch):
            body(&launch.typed)
            overlay = .launch(launch)
        case .sheet: break
        case nil:
            if isFiltering {
                body(&filters[place, default: TextField()])
            } else if place == .form, let focus = form?.focus, form?.fields.indices.contains(focus) == true {
                guard var field = form?.fields[focus] else { return }
                let before = field.text
                body(&field.field)
                if field.text != before {
                    field.complaint = nil
                    form?.isChanged = true
                }
                form?.fields[focus] = field
            }
        }
    }

    /// What follows from a changed text.
    private mutating func typed() -> [Effect] {
        guard overlay == nil, place != .form else { return [] }
        refilter(place)
        return place == .log ? load(.log) : []
    }

    /// Applies the filter of a list anew.
    mutating func refilter(_ place: Place) {
        let typed = filter(of: place)
        switch place {
        case .home:
            home.matches = typed.isEmpty ? nil : roster.matches(typed)
            if !typed.isEmpty { home.row = 0 }
        case .matrix: matrix.row = 0
        case .catalog: catalog.row = 0
        case .sessions: session.row = 0
        case .deadlines:
            deadlines.matches = typed.isEmpty ? nil : deadlines.agenda?.matches(typed)
            deadlines.row = 0
        case .help: help.row = 0
        default: break
        }
    }
}
