import Permits

/// Turns the tree of a workspace file into values, item by item; what cannot be read leaves a fault behind.
struct WorkspaceReader {
    let reading: Reading
    var settings: Settings?
    var world = World()
    /// Where each item that could be read stands in its list.
    var positions: [String: [Int]] = [:]

    init(reading: Reading) { self.reading = reading }

    mutating func read(_ root: Node) {
        guard
            let fields = Fields(
                root, "", reading,
                known: [
                    "bulkhead", "settings", "clients", "agreements", "consents", "accounts", "reviews",
                ])
        else { return }
        if let version = fields.required("bulkhead") {
            _ = reading.text(version, "bulkhead", expected: "1, the only version of the format") { $0 == "1" }
        }
        settings = fields.node("settings").flatMap { readSettings($0) }
        (world.clients, positions["clients"]) = items("clients", of: fields) { client($0, $1) }
        (world.agreements, positions["agreements"]) = items("agreements", of: fields) { agreement($0, $1) }
        (world.consents, positions["consents"]) = items("consents", of: fields) { consent($0, $1) }
        (world.accounts, positions["accounts"]) = items("accounts", of: fields) { account($0, $1) }
        (world.reviews, positions["reviews"]) = items("reviews", of: fields) { review($0, $1) }
    }

    private func items<Item>(
        _ key: String, of fields: Fields, _ read: (Node, String) -> Item?
    ) -> ([Item], [Int]) {
        var indexes: [Int] = []
        var index = -1
        let items = fields.list(key) { node, path in
            index += 1
            let item = read(node, path)
            if item != nil { indexes.append(index) }
            return item
        }
        return (items, indexes)
    }

    private func readSettings(_ node: Node) -> Settings? {
        guard
            let fields = Fields(
                node, "settings", reading, known: ["home_region", "fact_max_age_days", "operates_as"])
        else { return nil }
        var settings = Settings()
        settings.homeRegion = fields.region("home_region")
        if let node = fields.node("fact_max_age_days"),
            let days = reading.number(node, fields.subpath("fact_max_age_days"), in: 0...36_500)
        {
            settings.factMaxAgeDays = days
        }
        settings.operatesAs = fields.word("operates_as") ?? .individual
        return settings
    }

    private func client(_ node: Node, _ path: String) -> Client? {
        guard
            let fields = Fields(
                node, path, reading,
                known: [
                    "id", "name", "tag", "aliases", "jurisdiction", "conflict_class", "terms", "redact",
                    "engagements", "archived",
                ])
        else { return nil }
        let name = fields.requiredWords("name")
        let tag =
            fields.required("tag").flatMap {
                reading.text(
                    $0, fields.subpath("tag"), expected: "2-4 letters or a short CJK word"
                ) { Tag.isTag($0) }
            } ?? ""
        var client = Client(id: id(fields), name: name, tag: tag)
        client.aliases = fields.list("aliases") { reading.words($0, $1) }
        client.jurisdiction = fields.node("jurisdiction").flatMap {
            reading.text(
                $0, fields.subpath("jurisdiction"), expected: "a region code such as DE, GB or US-NY"
            ) { Regions.isSeat($0) }
        }
        client.conflictClass = fields.slug("conflict_class")
        client.terms = fields.word("terms") ?? .recorded
        client.redact = fields.node("redact").flatMap { redact($0, fields.subpath("redact")) } ?? .init()
        client.engagements = fields.list("engagements") { engagement($0, $1) }
        client.archived = fields.flag("archived", default: false)
        return client.id.isEmpty ? nil : client
    }

    private func redact(_ node: Node, _ path: String) -> Client.Redact? {
        guard
            let fields = Fields(
                node, path, reading,
                known: ["names", "codenames", "domains", "custom", "case_sensitive", "allow"])
        else { return nil }
        func list(_ key: String) -> [String] { fields.list(key) { reading.words($0, $1) } }
        var redact = Client.Redact()
        redact.names = list("names")
        redact.codenames = list("codenames")
        redact.domains = list("domains")
        redact.custom = list("custom")
        redact.caseSensitive = list("case_sensitive")
        redact.allowed = list("allow")
        return redact
    }

    private func engagement(_ node: Node, _ path: String) -> Engagement? {
        guard
            let fields = Fields(
                node, path, reading,
                known: [
                    "id", "title", "codename", "data", "starts", "ends", "directories", "status", "archived",
                ])
        else { return nil }
        var engagement = Engagement(id: id(fields), title: fields.requiredWords("title"))
        engagement.codename = fields.words("codename")
        engagement.data = fields.categories("data") ?? []
        engagement.starts = fields.day("starts")
        engagement.ends = fields.day("ends")
        engagement.directories = fields.list("directories") { reading.words($0, $1) }
        engagement.status = fields.word("status") ?? .active
        engagement.archived = fields.flag("archived", default: false)
        return engagement.id.isEmpty ? nil : engagement
    }

    private func consent(_ node: Node, _ path: String) -> Consent? {
        guard
            let fields = Fields(
                node, path, reading,
                known: [
                    "id", "client", "engagement", "surfaces", "lifts", "data", "granted", "expires",
                    "revoked",
                    "conditions", "evidence", "archived",
                ])
        else { return nil }
        let granted = fields.required("granted").flatMap { reading.day($0, fields.subpath("granted")) }
        var consent = Consent(
            id: id(fields), client: requiredSlug("client", fields), granted: granted ?? Day(number: 0))
        consent.engagement = fields.slug("engagement")
        _ = fields.required("surfaces")
        consent.surfaces = fields.list("surfaces") { reading.surfaceOrVendor($0, $1) }
        _ = fields.required("lifts")
        consent.lifts = fields.list("lifts") { reading.slug($0, $1) }
        consent.data = fields.covered("data")
        consent.expires = fields.day("expires")
        consent.revoked = fields.day("revoked")
        consent.conditions = Duties(fields.list("conditions") { reading.word($0, $1) })
        consent.evidence = fields.text("evidence")
        consent.archived = fields.flag("archived", default: false)
        return consent.id.isEmpty ? nil : consent
    }

    private func account(_ node: Node, _ path: String) -> Account? {
        guard
            let fields = Fields(
                node, path, reading,
                known: [
                    "id", "client", "surface", "identity", "login", "region", "opt_out_verified", "seen",
                    "cleared", "archived",
                ])
        else { return nil }
        let surface = fields.required("surface").flatMap { reading.surface($0, fields.subpath("surface")) }
        var account = Account(id: id(fields), client: requiredSlug("client", fields), surface: surface ?? "")
        account.identity = fields.text("identity")
        account.login = fields.word("login")
        account.region = fields.region("region")
        account.optOutVerified = fields.day("opt_out_verified")
        account.seen = fields.list("seen") { sighting($0, $1) }
        account.cleared = fields.list("cleared") { reading.day($0, $1) }
        account.archived = fields.flag("archived", default: false)
        return account.id.isEmpty ? nil : account
    }

    private func sighting(_ node: Node, _ path: String) -> Account.Sighting? {
        guard let fields = Fields(node, path, reading, known: ["client", "date"]) else { return nil }
        let client = requiredSlug("client", fields)
        let date = fields.required("date").flatMap { reading.day($0, fields.subpath("date")) }
        return date.map { Account.Sighting(client: client, date: $0) }
    }

    private func review(_ node: Node, _ path: String) -> Review? {
        guard
            let fields = Fields(
                node, path, reading,
                known: ["surface", "key", "value", "source", "retrieved", "note", "archived"])
        else { return nil }
        let surface = fields.required("surface").flatMap { reading.surface($0, fields.subpath("surface")) }
        let key = fields.required("key").flatMap { node in
            reading.text(node, fields.subpath("key")).flatMap {
                reading.factKey($0, node.line, fields.subpath("key"))
            }
        }
        let source = fields.requiredWords("source")
        let retrieved = fields.required("retrieved").flatMap { reading.day($0, fields.subpath("retrieved")) }
        guard let node = fields.required("value"), let key,
            let value = reading.factValue(node, fields.subpath("value"), of: key, by: .review),
            let surface, let retrieved
        else { return nil }
        var review = Review(
            surface: surface, key: key, value: value, source: source, retrieved: retrieved,
            note: fields.text("note"))
        review.archived = fields.flag("archived", default: false)
        return review
    }

    /// The item's own id; empty, with a fault, where it has none.
    func id(_ fields: Fields) -> String { requiredSlug("id", fields) }

    func requiredSlug(_ key: String, _ fields: Fields) -> String {
        fields.required(key).flatMap { reading.slug($0, fields.subpath(key)) } ?? ""
    }
}
