import ArgumentParser

struct SurfaceFields: ParsableArguments {
    @Option(name: .customLong("name"), help: "What people call it.") var title: String?
    @Option(help: "The vendor's name, where the catalog does not know the vendor.") var vendor: String?
    @Option(help: "The plan, for example consumer.") var plan: String?
    @Option(help: "What it can do, with commas, for example chat,write,code.")
    var capabilities: [String] = []
    @Option(help: "Hosts a walled session may reach, with commas.") var hosts: [String] = []
    @Option(help: "The address a browser session opens.") var browser: String?
    @Option(help: "The command a session runs.") var command: String?
    @Option(help: "The address of an API that a session's own programs talk to.") var gateway: String?
    @Option(help: "The command of a program that keeps everything on this machine.") var local: String?
    @Option(name: .customLong("not-started"), help: "Why it is judged only and never started.")
    var notStarted: String?
    @Option(help: "A note of your own.") var note: String?
    @Option(help: "A fact as KEY=VALUE; may be repeated.") var fact: [String] = []
    @Option(help: "The URL that the facts were read at.") var source: String?

    var entry: SurfaceEntry {
        SurfaceEntry(
            name: title, vendor: vendor, plan: plan, capabilities: Question.list(capabilities),
            hosts: Question.list(hosts),
            launch: [
                ("browser", browser), ("command", command), ("gateway", gateway), ("local", local),
                ("none", notStarted),
            ], note: note, facts: fact, source: source)
    }
}
