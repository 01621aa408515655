/// The fields of one item as the command line gave them, under the names of the workspace file.
struct Fields {
    indirect enum Value {
        case text(String)
        case list([String])
        case fields(Fields)
        case rows([Fields])
    }

    struct Pair {
        var key: String
        var value: Value
    }

    private(set) var pairs: [Pair] = []

    var isEmpty: Bool { pairs.isEmpty }

    /// The text that was given for a key.
    func text(_ key: String) -> String? {
        guard case .text(let text) = pairs.first(where: { $0.key == key })?.value else { return nil }
        return text
    }

    /// Puts another text in the place of the one that was given.
    mutating func replace(_ key: String, by text: String) {
        guard let index = pairs.firstIndex(where: { $0.key == key }) else { return }
        pairs[index].value = .text(text)
    }

    mutating func set(_ key: String, _ value: String?) {
        if let value { pairs.append(Pair(key: key, value: .text(value))) }
    }

    /// Sets a list; one empty text empties it, and an absent option leaves it as it is.
    mutating func set(_ key: String, list: [String]) {
        if list.isEmpty { return }
        pairs.append(Pair(key: key, value: .list(list == [""] ? [] : list)))
    }

    /// Sets a list written with commas, all at once or in several options.
    mutating func set(_ key: String, commas: [String]) {
        if commas.isEmpty { return }
        let texts = commas.flatMap { $0.split(separator: ",") }.map { trimmed($0) }
        pairs.append(Pair(key: key, value: .list(texts)))
    }

    mutating func set(_ key: String, _ flag: Bool?) {
        if let flag { pairs.append(Pair(key: key, value: .text(flag ? "true" : "false"))) }
    }

    /// Sets a list of items; no item leaves it as it is.
    mutating func set(_ key: String, rows: [Fields]) {
        if !rows.isEmpty { pairs.append(Pair(key: key, value: .rows(rows))) }
    }

    mutating func set(_ key: String, _ fields: Fields) {
        if !fields.isEmpty { pairs.append(Pair(key: key, value: .fields(fields))) }
    }
}

/// A text without the blanks around it.
func trimmed(_ text: some StringProtocol) -> String {
    let body = text.drop { $0 == " " || $0 == "\t" }
    guard let end = body.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(body[...end])
}
