import ArgumentParser

struct Use: Work {
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Switch to a client, and to one engagement of theirs.",
        discussion: "What follows is asked for this client until the next switch.")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "CLIENT or CLIENT/ENGAGEMENT.") var job: String

    func work() throws -> Exit {
        let desk = try Desk(options.place)
        let (client, engagement) = try desk.wholeJob(job)
        try desk.use(client: client, engagement: engagement)
        return try printCurrent(at: options.place)
    }
}
