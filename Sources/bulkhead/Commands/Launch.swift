import ArgumentParser

struct Launch: Work {
    static let configuration = CommandConfiguration(
        commandName: "launch",
        abstract: "Open a surface behind a wall, if the verdict allows it.",
        discussion: """
            A page opens in a browser with a profile for this client and surface alone; a tool starts in a terminal of \
            its own. Deny and undetermined never start; open duties are done or acknowledged one by one.
            """)

    @OptionGroup var options: PlaceOptions
    @OptionGroup var start: StartOptions
    @Option(help: "chromium or firefox; the first that is installed if absent.") var browser: String?
    @Option(name: .customLong("surface"), help: "The surface, in place of the argument.") var named: String?
    @Argument(help: "The surface, for example moonshot.kimi-chat.") var surface: String?

    func work() throws -> Exit {
        if let surface, let named, surface != named {
            throw Failure(.usage, "Which surface, \(surface) or \(named)? A session opens one.")
        }
        var start = start
        // The surface may stand behind the duties.
        var last: String?
        if surface == nil, named == nil, let word = start.ack.last, (try? duties(word)) == nil {
            last = start.ack.removeLast()
        }
        guard let surface = surface ?? named ?? last else {
            throw Failure(.usage, "Which surface? For example: bulkhead launch moonshot.kimi-chat.")
        }
        if let browser, browser != "chromium", browser != "firefox" {
            throw Failure(.usage, "--browser: \"\(browser)\" is neither chromium nor firefox.")
        }
        return try Start(
            place: options.place, options: start, surface: surface, browser: browser
        ).begin()
    }
}
