import Canvas
import Screens
import Terminal

/// What the file `config.toml` says of the interface: the theme, the colours of verdicts, and keys.
struct InterfaceConfiguration: Sendable {
    private let path: String
    /// The lines of the file that say something else; they are kept.
    private var others: [String] = []
    /// Those of them that stand before any section.
    private var settings: [String] = []
    private var keyLines: [String] = []
    var theme = Themes.terminal
    var isColorBlind = false
    /// Whether presses of the mouse are taken, which takes the terminal's own selection away.
    private(set) var mouse = false
    /// Seconds until a redacted text is taken off the clipboard; 0 leaves it there.
    private(set) var wipeSeconds = 60
    private(set) var keymap = Keymap()
    /// Settings that do not exist, and values that they do not take.
    private var strangers: [String] = []

    /// Reads the file of a place; a missing one says nothing.
    ///
    /// - Throws: ``Failure`` with the first fault.
    init(_ place: Place) throws(Failure) {
        try self.init(reading: place)
        if let fault = faults.first { throw Failure(.usage, fault) }
    }

    /// Settings and actions that do not exist, and keys that two actions share, a sentence each.
    var faults: [String] {
        // The keys that the program comes with need no look at each start.
        guard !keyLines.isEmpty else { return strangers }
        return strangers
            + keymap.strangers.map { "\(path): no action is called \"\($0)\"; 'bulkhead keys' lists them." }
            + keymap.clashes.map { "\(path): two actions share a key: \($0)." }
    }

    /// Why the theme cannot be used, in a sentence; nil where it can.
    ///
    /// - Parameter folder: the user's own themes.
    func themeFault(in folder: String?) -> String? {
        guard theme != Themes.terminal, Themes.named(theme, folder: folder) == nil else { return nil }
        let broken = Themes(folder: folder).faults.first { fault in
            ["yaml", "yml"].contains { fault.file.hasSuffix("/\(theme).\($0)") }
        }
        let reason = broken.map { "\($0.file) is no theme, \($0.error)" } ?? "no theme is called \"\(theme)\""
        return "\(path): \(reason); the terminal's own colours are used."
    }

    /// Reads the file of a place, whatever its actions and keys are; ``faults`` says what is wrong with them.
    ///
    /// - Throws: ``Failure`` with the line of a key that does not exist.
    init(reading place: Place) throws(Failure) {
        path = try place.configuration + "/config.toml"
        guard let bytes = try? read(path) else { return }
        var section = ""
        var keys: [String: [Key]] = [:]
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let text = stripped(line.prefix { $0 != "#" || section == "keys" && line.contains("\"#\"") })
            if text.hasPrefix("["), text.hasSuffix("]") {
                section = String(text.dropFirst().dropLast())
                if section != "keys" { others.append(String(line)) }
                continue
            }
            guard let equals = text.firstIndex(of: "=") else {
                switch section {
                case "": if !stripped(line).isEmpty { settings.append(String(line)) }
                case "keys": keyLines.append(String(line))
                default: others.append(String(line))
                }
                continue
            }
            let name = String(stripped(text[..<equals]).filter { $0 != "\"" })
            let value = stripped(text[text.index(after: equals)...])
            func isUnknown(_ takes: String) {
                strangers.append("\(path), line \(number + 1): \(name) \(takes).")
            }
            switch (section, name) {
            case ("", "theme"):
                theme = String(value.filter { $0 != "\"" })
                if theme.isEmpty { isUnknown("is \"terminal\" or the name of a theme") }
            case ("", "verdict_colors"):
                isColorBlind = value == "\"red-green-safe\""
                if !isColorBlind { isUnknown("is \"red-green-safe\", or absent") }
            case ("", "mouse"):
                mouse = value == "true"
                if !["true", "false"].contains(value) { isUnknown("is true or false") }
                settings.append(String(line))
            case ("", "clipboard_seconds"):
                guard let seconds = Int(value), (0...86_400).contains(seconds) else {
                    throw Failure(
                        .usage,
                        "\(path), line \(number + 1): clipboard_seconds is a whole number up to 86400.")
                }
                wipeSeconds = seconds
                settings.append(String(line))
            case ("keys", _):
                keyLines.append(String(line))
                keys[name] = try InterfaceConfiguration.keys(value, file: path, line: number + 1)
            case ("", _):
                isUnknown("is no setting; there are theme, verdict_colors, mouse and clipboard_seconds")
                settings.append(String(line))
            default: others.append(String(line))
            }
        }
        while others.last?.isEmpty == true { others.removeLast() }
        keymap = Keymap(keys)
    }

    /// Writes the theme and the colours of verdicts back; everything else stays as it was.
    func save() throws(Failure) {
        var lines = ["theme = \"\(theme)\""]
        if isColorBlind { lines.append("verdict_colors = \"red-green-safe\"") }
        lines += settings
        if !keyLines.isEmpty { lines += ["", "[keys]"] + keyLines }
        if !others.isEmpty { lines += [""] + others }
        try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
    }

    /// Reads `["enter", "w"]`, or one key alone.
    private static func keys(_ value: some StringProtocol, file: String, line: Int) throws(Failure) -> [Key] {
        var found: [Key] = []
        let names = value.split(separator: "\"", omittingEmptySubsequences: false)
        // Between the quotes lies every second piece.
        for place in stride(from: 1, to: names.count, by: 2) {
            let name = String(names[place])
            guard let key = Key(named: name) else {
                throw Failure(
                    .usage,
                    "\(file), line \(line): there is no key \"\(name)\"; write a letter, enter, ctrl-p or F1."
                )
            }
            found.append(key)
        }
        return found
    }
}

private func stripped(_ text: some StringProtocol) -> String {
    String(
        text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }
            .reversed())
}
