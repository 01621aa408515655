import Documents

/// Why a command could not do its work: one sentence that says what, where, and what to do.
struct Failure: Error {
    var exit: Exit
    var message: String
    /// The problems of a document, where that is the reason.
    var faults: [Fault] = []

    init(_ exit: Exit, _ message: String) {
        self.exit = exit
        self.message = message
    }

    /// The problems of a document, none of which was acted on.
    init(_ faults: Faults) {
        self.init(.usage, faults.list.first.map(Failure.line) ?? "")
        self.faults = faults.list
    }

    /// What a person is told, a line each.
    var lines: [String] { faults.isEmpty ? [message] : faults.map(Failure.line) }

    /// The name for faults of an item that was typed.
    static let typed = "command line"

    /// Lists of a document that a person who typed one item never saw.
    private static let lists: Set<Substring> = [
        "clients", "engagements", "agreements", "obligations", "consents", "accounts", "reviews", "surfaces",
    ]

    /// A problem as one line: file, line, path, sentence; of what was typed the field and the sentence.
    static func line(_ fault: Fault) -> String {
        if fault.file == typed {
            let field = fault.path.split(separator: ".").drop { part in
                lists.contains(part.prefix { $0 != "[" })
            }
            return field.isEmpty ? fault.message : field.joined(separator: ".") + ": " + fault.message
        }
        var place = fault.file
        if fault.line > 0 { place += ":\(fault.line)" }
        if !fault.path.isEmpty { place += ": \(fault.path)" }
        return place + ": " + fault.message
    }

    /// The word for the exit code in `{"error":{"code":…}}`.
    private var code: String {
        switch exit {
        case .done: "done"
        case .usage: "invalid"
        case .damaged: "ledger"
        case .notFound: "not-found"
        case .conditional: "conditional"
        case .undetermined: "undetermined"
        case .deny: "deny"
        case .refused: "refused"
        }
    }

    /// `{"error":{"code","message","file"?,"line"?,"path"?}}`; further problems of the document stand in `others`.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("error")
            json.object { json in
                json.key("code")
                json.string(code)
                json.key("message")
                json.string(faults.first?.message ?? message)
                if let first = faults.first { Failure.place(first, &json) }
                if faults.count > 1 {
                    json.key("others")
                    json.array { json in
                        for fault in faults.dropFirst() {
                            json.object { json in
                                json.key("message")
                                json.string(fault.message)
                                Failure.place(fault, &json)
                            }
                        }
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }

    private static func place(_ fault: Fault, _ json: inout JSONWriter) {
        json.key("file")
        json.string(fault.file)
        if fault.line > 0 {
            json.key("line")
            json.int(fault.line)
        }
        if !fault.path.isEmpty {
            json.key("path")
            json.string(fault.path)
        }
    }
}
