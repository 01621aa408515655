import ArgumentParser
import Canvas
import Documents
import Screens

/// The key page, made from the table of actions that the interface itself uses.
struct Keys: Work {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Every action of the interface: its id, its keys, what it does, and where.",
        discussion:
            "The ids are the names that [keys] in config.toml gives other keys to. What that file says wrongly is named after the list; the exit code is 2 then."
    )

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit {
        let configuration = try InterfaceConfiguration(reading: options.place)
        let keymap = configuration.keymap
        let faults = configuration.faults
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("keys")
                json.array { json in
                    for action in Action.all {
                        json.object { json in
                            json.key("id")
                            json.string(action.id)
                            json.key("keys")
                            json.array { json in
                                for key in keymap.keys(of: action) { json.string(key.name) }
                            }
                            json.key("what")
                            json.string(action.description)
                            json.key("where")
                            json.array { json in
                                for place in action.places { json.string(place.rawValue) }
                            }
                        }
                    }
                }
                json.key("faults")
                json.array { json in for fault in faults { json.string(fault) } }
            }
            json.newline()
            print(bytes: json.bytes)
        } else {
            let names = Action.all.map { keymap.keys(of: $0).map(\.name).joined(separator: " ") }
            let idWidth = Action.all.map { displayWidth($0.id) }.max() ?? 0
            let keysWidth = names.map { displayWidth($0) }.max() ?? 0
            for (action, name) in zip(Action.all, names) {
                let places = action.places.map(\.rawValue).joined(separator: ", ")
                say(
                    padded(action.id, to: idWidth) + "  " + padded(name.isEmpty ? "-" : name, to: keysWidth)
                        + "  " + action.description + (places.isEmpty ? "" : " [\(places)]"))
            }
            for fault in faults { complain(fault) }
        }
        return faults.isEmpty ? .done : .usage
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - displayWidth(text)))
    }
}
