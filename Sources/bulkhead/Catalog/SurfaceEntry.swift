import Documents
import Permits
import Screens

/// What the command line or a form says of a surface of the own catalog; nothing where it says nothing, and an empty
/// text where it takes something away.
struct SurfaceEntry {
    var name: String?
    /// The vendor's name, where the catalog does not know the vendor.
    var vendor: String?
    var plan: String?
    /// With commas, as are the hosts.
    var capabilities: String?
    var hosts: String?
    /// How it is started, each way under its name in a catalog file.
    var launch: [(way: String, text: String?)] = []
    var note: String?
    /// Facts as `KEY=VALUE`, and the page they were read at.
    var facts: [String] = []
    var source: String?

    /// The fields under the names of a catalog file, facts aside.
    var fields: Fields {
        var fields = Fields()
        fields.set("name", name)
        fields.set("plan", plan)
        fields.set("capabilities", commas: capabilities.map { [$0] } ?? [])
        fields.set("hosts", commas: hosts.map { [$0] } ?? [])
        let given = launch.filter { $0.text != nil }
        if given.contains(where: { $0.text != "" }) {
            // A new way takes the place of the one before.
            var ways = Fields()
            for (way, text) in launch { ways.set(way, text ?? "") }
            fields.set("launch", ways)
        } else if !given.isEmpty {
            fields.set("launch", "")
        }
        fields.set("note", note)
        return fields
    }

    /// The facts in the shape of a catalog file.
    ///
    /// - Parameters:
    ///   - day: The day they were read.
    ///   - page: The id of the source they were read at.
    func facts(on day: Day, at page: String) throws(Failure) -> [(key: String, value: Node)] {
        var found: [(key: String, value: Node)] = []
        for text in facts {
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
            found.append(
                (
                    parts[0],
                    .list([
                        .map([
                            ("value", isList ? .list(words) : .scalar(parts[1])), ("source", .scalar(page)),
                            ("retrieved", .scalar(day.description)), ("confidence", .scalar("medium")),
                        ])
                    ])
                ))
        }
        return found
    }
}

extension SurfaceEntry {
    /// What a form says of a surface.
    init(_ draft: SurfaceDraft) {
        let surface = draft.surface
        name = surface.name
        vendor = draft.vendor
        plan = surface.plan ?? ""
        capabilities = surface.capabilities.joined(separator: ",")
        hosts = surface.hosts.joined(separator: ",")
        note = surface.note ?? ""
        var (browser, command, gateway, local, reason) = ("", "", "", "", "")
        switch surface.launch {
        case .browser(let address): browser = address
        case .command(let words): command = words
        case .gateway(let address): gateway = address
        case .local(let words): local = words
        case .none(let words): reason = words ?? ""
        }
        launch = [
            ("browser", browser), ("command", command), ("gateway", gateway), ("local", local),
            ("none", reason),
        ]
    }
}
