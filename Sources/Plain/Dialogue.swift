import Canvas
package import Screens

extension State {
    /// Takes a line of the dialogue: a number of the list, the words of an action, or the value that was asked for.
    ///
    /// - Parameter line: what was written, without its end.
    /// - Returns: what has to be done outside, in order.
    package mutating func hear(_ line: String) -> [Effect] {
        let words = String(line.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
        let lower = words.lowercased()
        notice = nil
        if place == .help, overlay == nil {
            // Help was said; what is written next is meant for the screen that it was asked for from.
            let effects = press(.escape)
            if place == .help || ["", "back", "close", "help"].contains(lower) { return effects }
            return effects + hear(line)
        }
        if ["quit", "exit"].contains(lower), overlay == nil { return press(.control("c")) }
        if case .confirm(let confirm) = overlay { return hear(confirm, words, lower) }
        if overlay != nil, ["no", "cancel", "close", "back"].contains(lower) { return press(.escape) }
        if case .pick(let pick) = overlay {
            let named = pick.left.firstIndex { $0.id.lowercased() == lower || $0.title.lowercased() == lower }
            guard let row = Int(words).map({ $0 - 1 }) ?? named else {
                return say("Write a number of the list, or its words.")
            }
            return choose(row: row, then: .enter)
        }
        if case .prompt = overlay {
            return words.isEmpty
                ? [] : press(.control("u")) + update(&self, .input(.paste(words))) + press(.enter)
        }
        if case .launch(let launch) = overlay { return hear(launch, words, lower) }
        if overlay == nil, place == .form { return hear(inForm: words, lower) }
        if words.isEmpty { return [] }
        if let number = Int(words) { return choose(row: number - 1, then: .enter) }
        if lower == "filter", overlay == nil { return filter("") }
        if lower.hasPrefix("filter "), overlay == nil { return filter(String(words.dropFirst(7))) }
        if let action = action(named: lower) { return perform(action, in: overlay == nil ? place : focus) }
        if let entry = roster.matches(lower).first.map({ roster.entries[$0] }) {
            return press(switchingTo: entry.id)
        }
        if overlay == nil, let screen = place(of: lower) {
            return say("\(words) is said under \(screen.title): say \(screen.title) first.")
        }
        return say("Nothing is called \"\(words)\" here. Say help for what can be done.")
    }

    private mutating func say(_ words: String) -> [Effect] {
        notice = Notice(words, isFault: true)
        return []
    }

    private mutating func press(_ key: Key) -> [Effect] { update(&self, .input(.key(key))) }

    /// The action that words name, the ones of this place first.
    private func action(named words: String) -> Action? {
        let spoken = Action.all.filter(\.isSpoken)
        let here = spoken.filter { $0.places.contains(focus) }
        let general = spoken.filter(\.places.isEmpty)
        let named = (here + general).filter { $0.title.lowercased() == words || $0.id == words }
        return named.first { $0.availability(in: self) == .ready } ?? named.first
            ?? (here + general).first { $0.title.lowercased().hasPrefix(words) }
    }

    private mutating func perform(_ action: Action, in place: Place) -> [Effect] {
        guard let key = keymap.keys(of: action).first else { return say("\(action.title) has no key.") }
        return press(key)
    }

    private mutating func press(switchingTo client: String) -> [Effect] {
        guard let place = roster.place(of: client) else { return [] }
        var effects = self.place == .home ? [] : press(.character("1"))
        home.matches = nil
        home.row = place
        effects += press(.enter)
        return effects
    }

    private mutating func filter(_ words: String) -> [Effect] {
        guard keymap.action(for: .character("/"), in: place)?.id == "list.filter" else {
            return say("There is no list to filter here.")
        }
        filters[place] = TextField(words)
        return press(.character("/")) + press(.enter) + refiltered()
    }

    private mutating func refiltered() -> [Effect] { update(&self, .ledgerChanged) }

    /// Chooses a row of the list and presses a key on it.
    private mutating func choose(row: Int, then key: Key) -> [Effect] {
        guard row >= 0, row < 100_000 else { return say("No row has this number.") }
        var effects = press(.home)
        for _ in 0..<row { effects += press(.down) }
        return effects + press(key)
    }

    private mutating func hear(_ confirm: Confirm, _ words: String, _ lower: String) -> [Effect] {
        if ["no", "cancel", "back", ""].contains(lower) { return press(.escape) }
        guard confirm.tag != nil else { return lower == "yes" ? press(.enter) : say("Say yes or no.") }
        return update(&self, .input(.paste(words))) + press(.enter)
    }

    private mutating func hear(_ launch: Launch, _ words: String, _ lower: String) -> [Effect] {
        if let number = Int(words), (1...max(1, launch.duties.count)).contains(number), !launch.duties.isEmpty
        {
            var effects = press(.up)
            for _ in launch.duties { effects += press(.up) }
            for _ in 1..<number { effects += press(.down) }
            return effects + press(.character(" "))
        }
        var effects: [Effect] = []
        for _ in launch.duties { effects += press(.down) }
        if launch.friction(in: self) == nil {
            return lower == "start" ? effects + press(.enter) : say("Say start, or cancel.")
        }
        effects += press(.control("u"))
        return effects + update(&self, .input(.paste(words))) + press(.enter)
    }

    private mutating func hear(inForm words: String, _ lower: String) -> [Effect] {
        switch lower {
        case "save": return press(.control("s"))
        case "leave", "back": return press(.escape)
        case "previous": return press(.backTab)
        case "":
            guard let form else { return [] }
            let shown = form.shown
            return shown.last == form.focus ? press(.control("s")) : press(.tab)
        default: break
        }
        guard var form, var field = form.fields[at: form.focus] else { return [] }
        if lower.hasPrefix("go "),
            let place = form.shown.first(where: { form.fields[$0].label.lowercased() == lower.dropFirst(3) })
        {
            self.form?.focus = place
            return []
        }
        if field.isText {
            field.field = TextField(words == "-" ? "" : words)
        } else {
            guard let chosen = field.choice(lower) else {
                let meant = field.options.enumerated().filter {
                    $1.title.lowercased().firstRange(of: lower) != nil
                }
                guard meant.count > 1, meant.count < 20 else {
                    return say("Write numbers of the list, or their words, or - for none.")
                }
                let several = meant.map { "\($0 + 1). \($1.title)" }.joined(separator: ", ")
                return say("Which is meant? \(several). Write the numbers.")
            }
            var takesSeveral = true
            if case .choice = field.kind { takesSeveral = false }
            guard takesSeveral || chosen.count == 1 else { return say("One has to be chosen here.") }
            field.chosen = field.kind == .flag && field.isOn ? [] : chosen
        }
        field.complaint = nil
        form.fields[form.focus] = field
        form.isChanged = true
        self.form = form
        if let fault = form.fault(at: form.focus, today: today) { return say(fault) }
        return form.shown.last == form.focus ? [] : press(.tab)
    }
}

extension Field {
    /// The choices that a line names, by their numbers or by their words, parted by commas; a hyphen is none of them.
    fileprivate func choice(_ line: String) -> [String]? {
        if line == "-" { return [] }
        let numbers = line.split { $0 == " " || $0 == "," }
        if numbers.allSatisfy({ Int($0) != nil }), !numbers.isEmpty {
            let chosen = numbers.compactMap { Int($0).flatMap { options[at: $0 - 1]?.id } }
            return chosen.count == numbers.count ? chosen : nil
        }
        var chosen: [String] = []
        for part in line.split(separator: ",") {
            let word = part.drop { $0 == " " }
            guard !word.isEmpty else { continue }
            let exact = options.first { $0.id.lowercased() == word || $0.title.lowercased() == word }
            let begin = options.filter { $0.title.lowercased().hasPrefix(word) }
            let hold = options.filter { $0.title.lowercased().firstRange(of: word) != nil }
            // A part of the words is enough where one option alone has it.
            guard let option = exact ?? (begin.count == 1 ? begin[0] : hold.count == 1 ? hold[0] : nil) else {
                return nil
            }
            chosen.append(option.id)
        }
        return chosen.isEmpty ? nil : chosen
    }
}
