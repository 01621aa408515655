import Documents

extension Node {
    /// The keys whose values are booleans or whole numbers; all others are text.
    private static let bare: Set<String> = [
        "bulkhead", "fact_max_age_days", "archived", "survives", "unless_redacted", "liftable",
        "local_exempt",
        "trade_secrets_perpetual", "max_days", "retention_days",
    ]

    /// The document as JSON on one line.
    func json() -> [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        json.newline()
        return json.bytes
    }

    /// Appends the value; `key` says what a scalar means.
    func write(to json: inout JSONWriter, under key: String = "") {
        switch content {
        case .null: json.null()
        case .scalar(let text):
            if Node.bare.contains(key), ["true", "false"].contains(text) || Int(text) != nil {
                json.raw(text)
            } else {
                json.string(text)
            }
        case .list(let nodes):
            json.array { json in
                for node in nodes { node.write(to: &json) }
            }
        case .map(let entries):
            json.object { json in
                // The value of a review is written as its key says.
                let reviewed = text("surface") == nil ? nil : text("key")
                for entry in entries {
                    json.key(data: entry.key)
                    let key = entry.key == "value" ? reviewed ?? entry.key : entry.key
                    entry.value.write(to: &json, under: key)
                }
            }
        }
    }
}
