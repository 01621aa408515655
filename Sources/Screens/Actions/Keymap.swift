package import Canvas

/// The keys of actions where the configuration gives others than the table.
package struct Keymap: Hashable, Sendable {
    package var keys: [String: [Key]]

    package init(_ keys: [String: [Key]] = [:]) { self.keys = keys }

    package func keys(of action: Action) -> [Key] { keys[action.id] ?? action.keys }

    /// The action of a key in a place: what the place itself knows comes before what holds everywhere.
    package func action(for key: Key, in place: Place) -> Action? {
        var general: Action?
        for action in Action.all where action.applies(in: place) && keys(of: action).contains(key) {
            if !action.places.isEmpty { return action }
            general = general ?? action
        }
        return general
    }

    /// Keys that two actions of one place share, or two that hold everywhere, in words.
    package var clashes: [String] {
        var found: [String] = []
        for place in [nil] + Place.allCases.map(Optional.some) {
            var owners: [Key: String] = [:]
            for action in Action.all where place.map(action.places.contains) ?? action.places.isEmpty {
                for key in keys(of: action) {
                    if let other = owners[key] {
                        let room = place.map { " in \($0.rawValue)" } ?? " everywhere"
                        found.append("\(key.name): \(other) and \(action.id)\(room)")
                    } else {
                        owners[key] = action.id
                    }
                }
            }
        }
        return found
    }

    /// Names of actions that no action has.
    package var strangers: [String] {
        let known = Set(Action.all.map(\.id))
        return keys.keys.filter { !known.contains($0) }.sorted()
    }
}
