import Permits

/// Reads the part of the world that one request touches.
///
/// Preparing statements is most of what a verdict costs, so they are few and name one table each, and the
/// rows that hang on others are asked for one owner at a time. Small lists are searched, not hashed, for the
/// same reason.
struct RequestLoader {
    let database: Database
    let request: Request
    /// Whether every surface is read, for the remedies.
    let alternatives: Bool

    func world(_ settings: Settings) throws -> World {
        var world = World()
        world.settings = settings
        var clientKey: Int?
        try database.rows(
            """
            SELECT key, id, name, tag, jurisdiction, conflict_class, terms, archived FROM client
            WHERE id = ?
            """, request.client
        ) { row in
            clientKey = row.int(0)
            world.clients.append(try row.client(1))
        }
        if let clientKey {
            let engagements = try addEngagements(to: &world.clients[0], clientKey)
            // Without a client: the house rules, and what vendors signed for all.
            try addAgreements(to: &world.agreements, clientKey, engagements)
            try addAgreements(to: &world.agreements, nil, engagements)
            try addConsents(to: &world.consents, clientKey, engagements)
            try addAccounts(to: &world, own: clientKey, "client = ?", clientKey)
        }
        if let account = request.account, !world.accounts.contains(where: { $0.id == account }) {
            try addAccounts(to: &world, own: clientKey, "id = ?", account)
        }
        if alternatives {
            let whole = WorldLoader(database: database, scope: .whole)
            world.reviews = try whole.reviews()
            world.catalog = try whole.catalog()
        } else {
            for surface in surfaces {
                try database.rows(
                    """
                    SELECT surface, name, value, list, source, retrieved, note, archived FROM review
                    WHERE surface = ? ORDER BY name, retrieved, source, value
                    """, surface
                ) { world.reviews.append(try $0.review()) }
                try addSurface(surface, to: &world.catalog)
            }
        }
        return world
    }

    private var surfaces: [String] {
        guard let route = request.route, route != request.surface else { return [request.surface] }
        return [request.surface, route]
    }

    /// - Returns: the keys of the client's engagements, in the order of the engagements.
    private func addEngagements(to client: inout Client, _ key: Int) throws -> [(key: Int, id: String)] {
        var keys: [(key: Int, id: String)] = []
        try database.rows(
            """
            SELECT key, id, title, codename, data, starts, ends, status, archived FROM engagement WHERE
            client = ?
            """, key
        ) { row in
            let engagement = try row.engagement(1)
            keys.append((row.int(0), engagement.id))
            client.engagements.append(engagement)
        }
        return keys
    }

    private func addAgreements(
        to agreements: inout [Agreement], _ client: Int?, _ engagements: [(key: Int, id: String)]
    ) throws {
        var found: [(key: Int, agreement: Agreement)] = []
        try database.rows(
            """
            SELECT key, engagement, id, kind, vendor, title, signed, effective, expires, terminated,
            last_disclosure, survival, survival_from, trade_secrets_perpetual, archived, governing_law,
            document_path, document_sha256 FROM agreement WHERE client IS ? AND archived = 0
            """, client
        ) { row in
            var agreement = try row.agreement(2)
            if client != nil { agreement.client = request.client }
            if !row.isNull(1) { agreement.engagement = engagements.first { $0.key == row.int(1) }?.id }
            found.append((row.int(0), agreement))
        }
        for (key, agreement) in found {
            var agreement = agreement
            try database.rows("SELECT superseded FROM agreement_supersedes WHERE agreement = ?", key) { row in
                // What is superseded and not here is archived, and does not count in any case.
                let other = row.int(0)
                if let id = found.first(where: { $0.key == other })?.agreement.id {
                    agreement.supersedes.append(id)
                }
            }
            if agreement.vendor == nil {
                try addObligations(to: &agreement, key)
            } else {
                try database.rows(
                    "SELECT surface, name, value, list FROM agreement_fact WHERE agreement = ?", key
                ) { row in
                    let key = FactKey(row.text(1))
                    agreement.facts[row.text(0), default: [:]][key] = try row.factValue(2, of: key)
                }
            }
            agreements.append(agreement)
        }
    }

    private func addObligations(to agreement: inout Agreement, _ key: Int) throws {
        try database.rows(
            """
            SELECT key, quote, id, clause, data, survives, unless_redacted, liftable, archived, kind,
            recipients, mode,
            local_exempt, max_days, instrument, within, listed FROM obligation WHERE agreement = ? AND
            archived = 0
            """, key
        ) { row in
            var list: [String] = []
            if row.flag(16) {
                try database.rows(
                    "SELECT value FROM obligation_item WHERE obligation = ? ORDER BY position", row.int(0)
                ) { list.append($0.text(0)) }
            }
            var obligation = try row.obligation(2, list: list)
            obligation.quote = row.optionalText(1)
            agreement.obligations.append(obligation)
        }
    }

    private func addConsents(
        to consents: inout [Consent], _ client: Int, _ engagements: [(key: Int, id: String)]
    ) throws {
        try database.rows(
            """
            SELECT key, engagement, id, granted, expires, revoked, data, conditions, evidence, archived FROM
            consent
            WHERE client = ? AND archived = 0
            """, client
        ) { row in
            var consent = try row.consent(2)
            consent.client = request.client
            if !row.isNull(1) { consent.engagement = engagements.first { $0.key == row.int(1) }?.id }
            try database.rows(
                "SELECT role, value FROM consent_item WHERE consent = ? ORDER BY role, position", row.int(0)
            ) { item in
                if item.text(0) == "surface" {
                    consent.surfaces.append(item.text(1))
                } else {
                    consent.lifts.append(item.text(1))
                }
            }
            consents.append(consent)
        }
    }

    /// Accounts, with the clients they have seen, which are wanted for their conflict class alone.
    ///
    /// - Parameter own: the key of the client that the request is about.
    private func addAccounts(
        to world: inout World, own: Int?, _ filter: String, _ value: some Bindable
    ) throws {
        try database.rows(
            """
            SELECT key, client, id, NULL, surface, identity, login, region, opt_out_verified, archived FROM
            account
            WHERE \(filter)
            """, value
        ) { row in
            var account = try row.account(2)
            account.client = try client(row.int(1), own, in: &world)
            try database.rows(
                "SELECT client, date FROM account_seen WHERE account = ? ORDER BY position", row.int(0)
            ) {
                let seen = try client($0.int(0), own, in: &world)
                account.seen.append(.init(client: seen, date: try $0.day(1)))
            }
            if !account.seen.isEmpty {
                try database.rows(
                    "SELECT date FROM account_cleared WHERE account = ? ORDER BY position", row.int(0)
                ) { account.cleared.append(try $0.day(0)) }
            }
            world.accounts.append(account)
        }
    }

    /// The id of a client by its key; adds the client where it is not there.
    private func client(_ key: Int, _ own: Int?, in world: inout World) throws -> String {
        if key == own { return request.client }
        let client = try database.first(
            """
            SELECT key, id, name, tag, jurisdiction, conflict_class, terms, archived FROM client
            WHERE key = ?
            """, key
        ) { try $0.client(1) }
        guard let client else { throw LedgerError.damaged(detail: "a client is missing") }
        if !world.clients.contains(where: { $0.id == client.id }) { world.clients.append(client) }
        return client.id
    }

    /// A surface with its vendor, both with their facts and the sources of these; nothing where it is not
    /// there.
    private func addSurface(_ id: String, to catalog: inout Catalog) throws {
        let surface = try database.first(
            "SELECT id, name, plan, launch, launch_target, note FROM surface WHERE id = ?", id
        ) { $0.surface(0) }
        guard var surface else { return }
        surface.facts = try facts(surface: id, vendor: nil, &catalog)
        catalog.surfaces.append(surface)
        guard !catalog.vendors.contains(where: { $0.id == surface.vendor }) else { return }
        let name = try database.first("SELECT name FROM vendor WHERE id = ?", surface.vendor) { $0.text(0) }
        let facts = try facts(surface: nil, vendor: surface.vendor, &catalog)
        catalog.vendors.append(Vendor(id: surface.vendor, name: name ?? "", facts: facts))
    }

    private func facts(surface: String?, vendor: String?, _ catalog: inout Catalog) throws -> [Fact] {
        let facts = try database.map(
            """
            SELECT name, value, list, source, retrieved, confidence, note, applies_in FROM fact
            WHERE surface IS ? AND vendor IS ? ORDER BY key
            """, surface, vendor
        ) { try $0.fact(0) }
        for fact in facts where !catalog.sources.contains(where: { $0.id == fact.source }) {
            try database.rows("SELECT id, kind, date, url, note FROM source WHERE id = ?", fact.source) {
                catalog.sources.append(try $0.source())
            }
        }
        return facts
    }
}
