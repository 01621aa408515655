/// What the record of processing of Article 30(2) GDPR says beyond the lists of the report.
extension ClientReport {
    /// The vendors of the tools that were used.
    var furtherProcessors: [String] { Set(tools.map(\.vendor)).filter { !$0.isEmpty }.sorted() }

    /// What was done on the client's behalf: its engagements, and what the tools were used for.
    var processing: [String] {
        let uses = Set(tools.flatMap(\.capabilities)).sorted().joined(separator: ", ")
        return jobs.filter { !$0.isEmpty } + (uses.isEmpty ? [] : ["use of AI tools for \(uses)"])
    }

    /// What every session and every text to be sent goes through.
    static let measures = [
        "sessions separated by client behind a wall", "hosts limited to the tool's own",
        "identifiers masked before sending where required",
        "consents and opt-outs checked before each session", "a tamper-evident log",
    ]
}
