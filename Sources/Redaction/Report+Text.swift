extension Report {
    /// The report as lines for a person: what was masked by class, what remains suspicious, and the caveat.
    package var lines: [String] {
        var lines: [String] = []
        for (client, count) in foreign.sorted(by: { $0.key < $1.key }) {
            lines.append("blocked: \(count) \(count == 1 ? "term" : "terms") of \(client)")
        }
        var labels: [String: Int] = [:]
        for (kind, count) in masked { labels[kind.label, default: 0] += count }
        for (label, count) in labels.sorted(by: { $0.key < $1.key }) {
            lines.append("masked: \(count) \(label)")
        }
        if masked.isEmpty { lines.append("masked: nothing") }
        for suspicion in suspicions {
            lines.append("suspicious: “\(suspicion.text)” (\(suspicion.reason.rawValue))")
        }
        if suspicionCount > suspicions.count {
            lines.append("suspicious: \(suspicionCount - suspicions.count) more")
        }
        lines.append(Report.caveat)
        return lines
    }

    /// The report as one JSON object.
    package var json: [UInt8] {
        var labels: [String: Int] = [:]
        for (kind, count) in masked { labels[kind.name, default: 0] += count }
        func counts(_ counts: [String: Int]) -> String {
            "{"
                + counts.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\($0.value)" }.joined(
                    separator: ",")
                + "}"
        }
        let suspicious = suspicions.map {
            "{\"start\":\($0.range.lowerBound),\"end\":\($0.range.upperBound),\"text\":\(Self.quoted($0.text)),"
                + "\"reason\":\(Self.quoted($0.reason.rawValue))}"
        }
        return Array(
            ("{\"masked\":\(counts(labels)),\"blocked\":\(counts(foreign)),"
                + "\"suspicious\":[\(suspicious.joined(separator: ","))],\"suspicious_count\":\(suspicionCount)}")
                .utf8)
    }

    /// A JSON string.
    package static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [0x22]
        JSONText.escape(text.utf8, into: &bytes)
        return String(decoding: bytes + [0x22], as: UTF8.self)
    }
}
