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

    mutating func set(_ key: String, _ value: String?) {
        if let value { pairs.append(Pair(key: key, value: .text(value))) }
    }

    /// Sets a list; one empty text empties it, and an absent option leaves it as it is.
    mutating func set(_ key: String, list: [String]) {
        if list.isEmpty { return }
        pairs.append(Pair(key: key, value: .list(list == [""] ? [] : list)))
    }

    /// Sets a list written with commas.
    mutating func set(_ key: String, commas: String?) {
        guard let commas else { return }
        pairs.append(Pair(key: key, value: .list(commas.split(separator: ",").map { trimmed($0) })))
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
