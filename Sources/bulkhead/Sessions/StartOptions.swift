import ArgumentParser

/// What `launch` and `run` take alike.
struct StartOptions: ParsableArguments {
    @OptionGroup var question: QuestionOptions
    @Option(
        parsing: .upToNextOption,
        help: "A duty that you have seen to in your own way; once for each, or several.")
    var ack: [String] = []
    @Flag(help: "Show what the session would see and reach, and start nothing.") var dryRun = false
}
