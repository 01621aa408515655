import ArgumentParser

struct RunCommand: Work {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a command behind a wall: the job's folders and nothing else.",
        discussion: """
            Without a surface the command has no network. With one it is judged first, and reaches that surface's \
            hosts alone. Without a command, a shell. Exits with the command's own code, 128 and the number for a \
            signal.
            """)

    @OptionGroup var options: PlaceOptions
    @OptionGroup var start: StartOptions
    @Option(help: "The surface that the command uses, for example anthropic.claude-code.") var surface:
        String?
    @Argument(parsing: .postTerminator, help: "The command and its arguments, behind --.") var command:
        [String] = []

    func work() throws -> Exit {
        try Start(place: options.place, options: start, surface: surface, command: command).begin()
    }
}
