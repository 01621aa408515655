import Permits

/// Turns the tree of a catalog file into values.
struct CatalogReader {
    let reading: Reading
    let known: Catalog

    func read(_ root: Node) -> Catalog {
        var catalog = Catalog()
        guard
            let fields = Fields(root, "", reading, known: ["catalog", "sources", "vendors", "surfaces"])
        else { return catalog }
        if let version = fields.required("catalog") {
            _ = reading.text(version, "catalog", expected: "1, the only version of the format") { $0 == "1" }
        }
        catalog.sources = fields.node("sources").map { self.sources($0) } ?? []
        let sources = Set((known.sources + catalog.sources).map(\.id))
        catalog.vendors = items("vendors", fields) { vendor($0, $1, sources) }
        let vendors = Set((known.vendors + catalog.vendors).map(\.id))
        catalog.surfaces = items("surfaces", fields) { surface($0, $1, sources, vendors) }
        return catalog
    }

    private func items<Item>(
        _ key: String, _ fields: Fields, _ read: (Node, String) -> (id: String, item: Item)?
    ) -> [Item] {
        var seen: Set<String> = []
        return fields.list(key) { node, path in
            guard let (id, item) = read(node, path) else { return nil }
            if !seen.insert(id).inserted {
                reading.fault(node.line, path + ".id", "the id \(quoted(id)) appears twice")
            }
            return item
        }
    }

    private func sources(_ node: Node) -> [Source] {
        guard let fields = Fields(node, "sources", reading, known: nil) else { return [] }
        return fields.all.compactMap { entry in
            let path = fields.subpath(entry.key)
            let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false)
            guard entry.key.utf8.count <= 127, parts.allSatisfy({ Slug.isSlug($0) }) else {
                reading.fault(
                    entry.line, path, "\(quoted(entry.key)) is not an id of a source (a-z, 0-9, - and .)")
                return nil
            }
            guard
                let fields = Fields(
                    entry.value, path, reading, known: ["kind", "date", "url", "note"])
            else { return nil }
            return Source(
                id: entry.key, kind: fields.words("kind"), date: fields.day("date"), url: fields.words("url"),
                note: fields.text("note"))
        }
    }

    private func vendor(
        _ node: Node, _ path: String, _ sources: Set<String>
    ) -> (id: String, item: Vendor)? {
        guard let fields = Fields(node, path, reading, known: ["id", "name", "facts"]),
            let id = fields.required("id").flatMap({ reading.slug($0, fields.subpath("id")) })
        else { return nil }
        let facts = facts(fields, by: .vendor, sources)
        return (id, Vendor(id: id, name: fields.requiredWords("name"), facts: facts))
    }

    private func surface(
        _ node: Node, _ path: String, _ sources: Set<String>, _ vendors: Set<String>
    ) -> (id: String, item: Surface)? {
        guard
            let fields = Fields(
                node, path, reading,
                known: ["id", "name", "plan", "capabilities", "hosts", "launch", "facts", "note"]),
            let id = fields.required("id").flatMap({ reading.surface($0, fields.subpath("id")) })
        else { return nil }
        var surface = Surface(id: id, name: fields.requiredWords("name"))
        if !vendors.contains(surface.vendor) {
            fields.fault("id", "there is no vendor \(quoted(surface.vendor))")
        }
        surface.plan = fields.words("plan")
        surface.capabilities = fields.list("capabilities") { reading.slug($0, $1) }
        surface.hosts = fields.list("hosts") {
            reading.text($0, $1, expected: "a host such as kimi.com or *.kimi.com, in lower case") {
                HostPattern.isPattern($0)
            }
        }
        surface.launch = fields.node("launch").flatMap { launch($0, fields.subpath("launch")) } ?? .none(nil)
        surface.facts = facts(fields, by: .surface, sources)
        surface.note = fields.text("note")
        return (id, surface)
    }

    private func launch(_ node: Node, _ path: String) -> Surface.Launch? {
        let ways = ["browser", "command", "gateway", "local", "none"]
        guard let fields = Fields(node, path, reading, known: ways) else { return nil }
        let present = fields.all.filter { ways.contains($0.key) }
        guard present.count == 1, let way = present.first else {
            reading.fault(
                node.line, path, "names \(present.count) ways of \(ways.joined(separator: ", ")), not one")
            return nil
        }
        guard let value = fields.words(way.key) else { return nil }
        switch way.key {
        case "browser":
            guard value.hasPrefix("https://") || value.hasPrefix("http://") else {
                fields.fault("browser", "\(quoted(value)) is not a web address (https://…)")
                return nil
            }
            return .browser(value)
        case "command": return .command(value)
        case "gateway": return .gateway(value)
        case "local": return .local(value)
        default: return Surface.Launch.none(value)
        }
    }

    private func facts(_ fields: Fields, by speaker: Reading.Speaker, _ sources: Set<String>) -> [Fact] {
        guard let node = fields.node("facts"),
            let keys = Fields(node, fields.subpath("facts"), reading, known: nil)
        else { return [] }
        return keys.all.flatMap { entry -> [Fact] in
            guard let key = reading.factKey(entry.key, entry.line, keys.subpath(entry.key)) else { return [] }
            return reading.list(entry.value, keys.subpath(entry.key)) {
                fact($0, $1, of: key, by: speaker, sources)
            }
        }
    }

    private func fact(
        _ node: Node, _ path: String, of key: FactKey, by speaker: Reading.Speaker, _ sources: Set<String>
    ) -> Fact? {
        guard
            let fields = Fields(
                node, path, reading,
                known: ["value", "source", "retrieved", "confidence", "note", "applies_in"])
        else { return nil }
        let value = fields.required("value").flatMap {
            reading.factValue($0, fields.subpath("value"), of: key, by: speaker)
        }
        let source = fields.required("source").flatMap { reading.words($0, fields.subpath("source")) }
        if let source, !sources.contains(source) {
            fields.fault("source", "there is no source \(quoted(source))")
        }
        let retrieved = fields.required("retrieved").flatMap { reading.day($0, fields.subpath("retrieved")) }
        let confidence = fields.words("confidence")
        let note = fields.text("note")
        let appliesIn = fields.node("applies_in").map {
            reading.list($0, fields.subpath("applies_in")) { reading.region($0, $1) }
        }
        guard let value, let source, let retrieved else { return nil }
        return Fact(
            key: key, value: value, source: source, retrieved: retrieved, confidence: confidence, note: note,
            appliesIn: appliesIn)
    }
}
