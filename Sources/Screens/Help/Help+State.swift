extension State {
    /// The actions that the help lists: those of the place it is about, then those that hold everywhere.
    var helpActions: [Action] {
        let here = Action.all.filter { $0.places.contains(help.about) && !$0.id.hasPrefix("move.") }
        let everywhere = Action.all.filter { $0.places.isEmpty && !$0.id.hasPrefix("move.") }
        let move = Action.all.filter { $0.id.hasPrefix("move.") }
        let all = here + everywhere + move
        let typed = filter(of: .help)
        guard !typed.isEmpty else { return all }
        let named = all.map { action in
            "\(keymap.keys(of: action).map(\.name).joined(separator: " ")) \(action.title) \(action.description)"
        }
        return Fuzzy(named).matches(typed).map { all[$0] }
    }
}
