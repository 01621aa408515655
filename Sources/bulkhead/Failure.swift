/// Why a command could not do its work: one sentence that says what, where, and what to do.
struct Failure: Error {
    var exit: Exit
    var message: String
    var file: String?
    var line: Int?
    var path: String?

    init(_ exit: Exit, _ message: String, file: String? = nil, line: Int? = nil, path: String? = nil) {
        self.exit = exit
        self.message = message
        self.file = file
        self.line = line
        self.path = path
    }

    /// The word for the exit code in `{"error":{"code":…}}`.
    var code: String {
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
}
