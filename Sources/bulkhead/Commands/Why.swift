import ArgumentParser

struct Why: Work {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "The whole reason, fit to be sent to the client, and what would change it.",
        discussion: "Exits like check: 0 permit, 10 conditional, 20 undetermined, 30 deny.")

    @OptionGroup var options: PlaceOptions
    @OptionGroup var question: QuestionOptions
    @Flag(help: .private) var remedies = false
    @Argument(help: "The surface, for example moonshot.kimi-chat.") var surface: String

    func work() throws -> Exit {
        var asked = question.question(surface, options)
        asked.whole = true
        try asked.answer()
    }
}
