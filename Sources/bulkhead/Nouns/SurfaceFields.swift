import ArgumentParser
import Documents
import Permits
import Screens

struct SurfaceFields: ParsableArguments {
    @Option(name: .customLong("name"), help: "What people call it.") var title: String?
    @Option(help: "The vendor's name, where the catalog does not know the vendor.") var vendor: String?
    @Option(help: "The plan, for example consumer.") var plan: String?
    @Option(help: "What it can do, with commas, for example chat,write,code.") var capabilities: String?
    @Option(help: "Hosts a walled session may reach, with commas.") var hosts: String?
    @Option(help: "The address a browser session opens.") var browser: String?
    @Option(help: "The command a session runs.") var command: String?
    @Option(help: "A fact as KEY=VALUE; may be repeated.") var fact: [String] = []
    @Option(help: "The URL that the facts were read at.") var source: String?

    /// The fields under the names of a catalog file, facts aside.
    var fields: Fields {
        var fields = Fields()
        fields.set("name", title)
        fields.set("plan", plan)
        fields.set("capabilities", commas: capabilities)
        fields.set("hosts", commas: hosts)
        var launch = Fields()
        launch.set("browser", browser)
        launch.set("command", command)
        fields.set("launch", launch)
        return fields
    }

    /// The facts in the shape of a catalog file.
    ///
    /// - Parameter day: The day they were read.
    func facts(on day: Day) throws(Failure) -> [(key: String, value: Node)] {
        var facts: [(key: String, value: Node)] = []
        for text in fact {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Failure(
                    .usage, "--fact \(text): write it as KEY=VALUE, for example trains_on_input=never.")
            }
            guard source != nil else {
                throw Failure(.usage, "A fact needs its source: name the page you read with --source.")
            }
            let isList = FactKey(parts[0]).isList && parts[1] != "unknown"
            let words = parts[1].split(separator: ",").map { Node.scalar(trimmed($0)) }
            facts.append(
                (
                    parts[0],
                    .list([
                        .map([
                            ("value", isList ? .list(words) : .scalar(parts[1])), ("source", .scalar("own")),
                            ("retrieved", .scalar(day.description)), ("confidence", .scalar("medium")),
                        ])
                    ])
                ))
        }
        return facts
    }
}

extension SurfaceFields {
    /// What a form says of a surface.
    init(_ draft: SurfaceDraft) {
        self.init()
        let surface = draft.surface
        title = surface.name
        vendor = draft.vendor
        plan = surface.plan ?? ""
        capabilities = surface.capabilities.joined(separator: ",")
        hosts = surface.hosts.joined(separator: ",")
        (browser, command) = (nil, nil)
        switch surface.launch {
        case .browser(let address): browser = address
        case .command(let words): command = words
        case .gateway, .local, .none: break
        }
        fact = []
        source = nil
    }
}
