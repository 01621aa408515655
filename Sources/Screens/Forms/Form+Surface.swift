import Permits

extension Form {
    static func surface(_ item: Surface?, vendor: String?, taken: Set<String>) -> Form {
        var launch = "none"
        var target: String?
        var note: String?
        switch item?.launch {
        case .browser(let address): (launch, target) = ("browser", address)
        case .command(let words): (launch, target) = ("command", words)
        case .gateway(let words): (launch, target) = ("gateway", words)
        case .local(let words): (launch, target) = ("local", words)
        case .some(.none(let words)): note = words
        case nil: break
        }
        return Form(
            .surface(item), title: item == nil ? "New surface" : "Surface",
            fields: [
                Field(
                    "vendor", "Vendor", required: true, value: vendor,
                    help: "Who operates it, by name or by its id in the catalog: Anthropic, moonshot."),
                Field("name", "Name", required: true, value: item?.name, help: "What you call it."),
                Field("plan", "Plan", value: item?.plan, help: "Where plans differ: consumer, team, api."),
                Field(
                    "capabilities", "Can do", .words, value: item?.capabilities.joined(separator: ", "),
                    help: "chat, write, code, search: what another surface may stand in for."),
                Field(
                    "hosts", "Hosts", .words, value: item?.hosts.joined(separator: ", "),
                    help: "What a walled session may reach, and nothing else: api.example.com."),
                Field(
                    "launch", "Starts as",
                    .choice([
                        Field.Option("none", "judged only"), Field.Option("browser", "a page"),
                        Field.Option("command", "a command"), Field.Option("gateway", "an API"),
                        Field.Option("local", "on this machine"),
                    ]), chosen: [launch],
                    help: "How a session opens it. Judged only: answers, and no session."),
                Field(
                    "target", "Page or command", required: true, value: target,
                    onlyFor: ("launch", ["browser", "command", "gateway", "local"]),
                    help:
                        "https://chat.example.com/ for a page, the program and its arguments for a command, "
                        + "the address for an API."),
                Field(
                    "why", "Why not started", value: note, onlyFor: ("launch", ["none"]),
                    help: "What a session says that is asked to start it."),
                Field("note", "Note", value: item?.note, help: "In your own words; it decides nothing."),
            ], taken: taken)
    }

    func surface(_ item: Surface?) -> SurfaceDraft {
        let name = text("name") ?? ""
        let vendor = text("vendor") ?? ""
        var made =
            item
            ?? Surface(
                id: freshID(from: "", fallback: "\(slug(vendor)).\(slug(name))"), name: name)
        made.name = name
        made.plan = text("plan")
        made.capabilities = words("capabilities").map { $0.lowercased() }
        made.hosts = words("hosts").map { $0.lowercased() }
        switch choice("launch") {
        case "browser": made.launch = text("target").map { .browser($0) } ?? .none(nil)
        case "command": made.launch = text("target").map { .command($0) } ?? .none(nil)
        case "gateway": made.launch = text("target").map { .gateway($0) } ?? .none(nil)
        case "local": made.launch = text("target").map { .local($0) } ?? .none(nil)
        default: made.launch = .none(text("why"))
        }
        made.note = text("note")
        return SurfaceDraft(made, vendor: vendor)
    }
}
