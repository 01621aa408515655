import Permits

extension WorkspaceReader {
    func agreement(_ node: Node, _ path: String) -> Agreement? {
        guard
            let fields = Fields(
                node, path, reading,
                known: [
                    "id", "kind", "client", "vendor", "engagement", "title", "signed", "effective", "expires",
                    "terminated", "first_disclosure", "last_disclosure", "returned", "survival",
                    "trade_secrets_perpetual", "governing_law",
                    "document", "supersedes", "facts", "obligations", "archived",
                ])
        else { return nil }
        let id = id(fields)
        let kind = fields.required("kind").flatMap {
            reading.word($0, fields.subpath("kind"), Agreement.Kind.self)
        }
        var agreement = Agreement(id: id, kind: kind ?? .nda)
        agreement.client = fields.slug("client")
        agreement.vendor = fields.slug("vendor")
        agreement.engagement = fields.slug("engagement")
        agreement.title = fields.text("title")
        agreement.signed = fields.day("signed")
        agreement.effective = fields.day("effective")
        agreement.expires = fields.day("expires")
        agreement.terminated = fields.day("terminated")
        agreement.firstDisclosure = fields.day("first_disclosure")
        agreement.lastDisclosure = fields.day("last_disclosure")
        agreement.returned = fields.day("returned")
        agreement.survival = fields.node("survival").flatMap { survival($0, fields.subpath("survival")) }
        agreement.tradeSecretsPerpetual = fields.flag("trade_secrets_perpetual", default: false)
        agreement.governingLaw = fields.text("governing_law")
        agreement.document = fields.node("document").flatMap { document($0, fields.subpath("document")) }
        agreement.supersedes = fields.list("supersedes") { reading.slug($0, $1) }
        agreement.facts = facts(fields, vendor: agreement.vendor)
        agreement.obligations = fields.list("obligations") { obligation($0, $1) }
        agreement.archived = fields.flag("archived", default: false)
        if let kind { checkParties(of: kind, fields) }
        return id.isEmpty ? nil : agreement
    }

    /// Which kinds name a client, a vendor, an engagement, obligations and facts.
    private func checkParties(of kind: Agreement.Kind, _ fields: Fields) {
        func refuse(_ key: String, _ message: String) {
            if let node = fields.node(key) {
                if case .list(let items) = node.content, items.isEmpty { return }
                fields.fault(key, message)
            }
        }
        switch kind {
        case .nda, .msa, .sow:
            _ = fields.required("client")
            refuse("vendor", "only dpa, baa and vendor-terms name a vendor")
            refuse("facts", "only dpa, baa and vendor-terms state facts")
        case .dpa, .baa, .vendorTerms:
            _ = fields.required("vendor")
            refuse("engagement", "an agreement with a vendor has no engagement")
            refuse("obligations", "an agreement with a vendor binds the vendor: it has no obligations")
        case .house:
            refuse("client", "house rules bind every client: they name none")
            refuse("vendor", "only dpa, baa and vendor-terms name a vendor")
            refuse("engagement", "house rules bind every engagement: they name none")
            refuse("facts", "only dpa, baa and vendor-terms state facts")
        }
    }

    private func survival(_ node: Node, _ path: String) -> Survival? {
        if case .scalar("perpetual") = node.content { return .perpetual }
        guard case .map = node.content else { return reading.period(node, path).map { .period($0) } }
        guard let fields = Fields(node, path, reading, known: ["for", "from"]) else { return nil }
        let period = fields.required("for").flatMap { reading.period($0, fields.subpath("for")) }
        let anchor = fields.required("from").flatMap {
            reading.word($0, fields.subpath("from"), Survival.Anchor.self)
        }
        guard let period, let anchor else { return nil }
        return .from(anchor, period)
    }

    private func document(_ node: Node, _ path: String) -> Agreement.Document? {
        guard let fields = Fields(node, path, reading, known: ["path", "sha256"]) else { return nil }
        let sha256 = fields.node("sha256").flatMap {
            reading.text($0, fields.subpath("sha256"), expected: "a SHA-256 in 64 hexadecimal digits") {
                $0.utf8.count == 64
                    && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 }
            }
        }
        return Agreement.Document(path: fields.requiredWords("path"), sha256: sha256)
    }

    private func facts(_ fields: Fields, vendor: String?) -> [String: [FactKey: FactValue]] {
        guard let node = fields.node("facts"),
            let surfaces = Fields(node, fields.subpath("facts"), reading, known: nil)
        else { return [:] }
        var facts: [String: [FactKey: FactValue]] = [:]
        for entry in surfaces.all {
            let path = surfaces.subpath(entry.key)
            guard Slug.isSurface(entry.key) else {
                reading.fault(entry.line, path, "\(quoted(entry.key)) is not a surface (vendor.surface)")
                continue
            }
            if let vendor, !entry.key.hasPrefix(vendor + ".") {
                reading.fault(entry.line, path, "is no surface of \(vendor), the agreement's vendor")
            }
            let surface = entry.key
            guard let keys = Fields(entry.value, path, reading, known: nil) else { continue }
            for entry in keys.all {
                guard let key = reading.factKey(entry.key, entry.line, keys.subpath(entry.key)) else {
                    continue
                }
                facts[surface, default: [:]][key] = reading.factValue(
                    entry.value, keys.subpath(entry.key), of: key, by: .agreement)
            }
        }
        return facts
    }
}
