import ArgumentParser

/// What `check` and `why` take alike.
struct QuestionOptions: ParsableArguments {
    @Option(name: .customLong("for"), help: "CLIENT or CLIENT/ENGAGEMENT; the current context if absent.")
    var job: String?
    @Option(help: "The material: data categories with commas; the engagement's own if absent.")
    var data: [String] = []
    @Option(help: "Duties that are done, with commas.") var done: [String] = []
    @Option(help: "The surface behind a wrapper such as LibreChat.") var route: String?
    @Option(help: "The account to be used.") var account: String?

    /// The first of these options that was given; nil where none was.
    var firstGiven: String? {
        if job != nil { return "--for" }
        if !data.isEmpty { return "--data" }
        if !done.isEmpty { return "--done" }
        if route != nil { return "--route" }
        return account == nil ? nil : "--account"
    }

    /// The question about one surface.
    func question(_ surface: String, _ options: PlaceOptions) -> Question {
        var question = Question()
        question.place = options.place
        question.surface = surface
        question.job = job
        question.data = Question.list(data)
        question.done = Question.list(done)
        question.route = route
        question.account = account
        return question
    }
}

struct Check: Work {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "May this surface be used for this job?",
        discussion: """
            Exits with 0 permit, 10 conditional, 20 undetermined, 30 deny.
            --batch reads one request a line, {"client","engagement","surface","route","account","data","done","at"}, \
            and prints one verdict a line in the same order; it exits with 0, or 2 where a line was invalid.
            """)

    @OptionGroup var options: PlaceOptions
    @OptionGroup var question: QuestionOptions
    @Flag(help: "Say also what would change the answer.") var remedies = false
    @Option(help: "A file of requests, one JSON object a line; - for standard input.") var batch: String?
    @Argument(help: "The surface, for example moonshot.kimi-chat.") var surface: String?

    func work() throws -> Exit {
        if let batch {
            guard surface == nil else {
                throw Failure(
                    .usage, "With --batch the surfaces are in the file: leave \"\(surface ?? "")\" out.")
            }
            if let option = question.firstGiven {
                throw Failure(.usage, "With --batch the requests are in the file: leave \(option) out.")
            }
            try Batch(place: options.place, file: batch, remedies: remedies).answer()
        }
        guard let surface else {
            throw Failure(.usage, "Which surface? For example: bulkhead check moonshot.kimi-chat.")
        }
        var asked = question.question(surface, options)
        asked.remedies = remedies
        try asked.answer()
    }
}
