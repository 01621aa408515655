import Permits

/// Reads the world, or a part of it, table by table.
struct WorldLoader {
    enum Scope {
        case whole
        case clients([String])
    }

    let database: Database
    /// What the statements are given: the ids of the clients that are asked for.
    private let ids: [(any Bindable)?]
    /// Names those ids in a statement; nil where everything is asked for.
    private let among: String?
    /// The only kind of obligation that is asked for.
    private let kind: ObligationKind?

    init(database: Database, scope: Scope, kind: ObligationKind? = nil) {
        self.database = database
        self.kind = kind
        switch scope {
        case .whole: (ids, among) = ([], nil)
        case .clients(let asked):
            // Few lengths, so that the statements made for one list serve the next; no id equals what is null.
            let places = asked.count == 1 ? 1 : max(1, (asked.count + 63) / 64) * 64
            ids = asked + Array(repeating: nil, count: places - asked.count)
            among = "IN (\((1...places).map { "?\($0)" }.joined(separator: ", ")))"
        }
    }

    /// The clients that are asked for, as their keys.
    private var keys: String? { among.map { "IN (SELECT key FROM client WHERE id \($0))" } }

    func world(withCatalog: Bool) throws -> World {
        var world = World()
        world.settings = try settings()
        world.clients = try clients()
        world.agreements = try agreements()
        world.consents = try consents()
        world.accounts = try accounts()
        world.reviews = try reviews()
        world.placeholders = try placeholders()
        if withCatalog { world.catalog = try catalog() }
        return world
    }

    func settings() throws -> Settings { try settingsAndCatalog().settings }

    /// The settings, and what the stored catalog was made from; nil before there is one.
    func settingsAndCatalog() throws -> (settings: Settings, fingerprint: String?) {
        let stored = try database.first(
            "SELECT home_region, fact_max_age_days, operates_as, catalog_fingerprint FROM workspace"
        ) {
            let settings = Settings(
                homeRegion: $0.optionalText(0), factMaxAgeDays: $0.int(1), operatesAs: try $0.word(2))
            return (settings, $0.optionalText(3))
        }
        guard let stored else { throw LedgerError.damaged(detail: "the settings are missing") }
        return stored
    }

    // MARK: Clients

    func clients() throws -> [Client] {
        // Beside the client itself those its accounts have seen, for their conflict class.
        let filter =
            among.map { among in
                """
                WHERE id \(among) OR key IN (SELECT seen.client FROM client AS own JOIN account ON
                account.client = own.key
                JOIN account_seen AS seen ON seen.account = account.key WHERE own.id \(among))
                """
            } ?? ""
        var clients: [Client] = []
        var places: [Int: Int] = [:]
        try database.rows(
            """
            SELECT key, id, name, tag, jurisdiction, conflict_class, terms, archived FROM client \(filter)
            ORDER BY key
            """, of: ids
        ) { row in
            let client = try row.client(1)
            places[row.int(0)] = clients.count
            clients.append(client)
        }
        let own = keys.map { "WHERE client \($0)" } ?? ""
        var engagements: [Int: (client: Int, place: Int)] = [:]
        try database.rows(
            """
            SELECT client, key, id, title, codename, data, starts, ends, status, archived FROM engagement
            \(own)
            ORDER BY key
            """, of: ids
        ) { row in
            guard let place = places[row.int(0)] else { return }
            let engagement = try row.engagement(2)
            engagements[row.int(1)] = (place, clients[place].engagements.count)
            clients[place].engagements.append(engagement)
        }
        try database.rows(
            "SELECT client, role, text FROM client_term \(own) ORDER BY client, role, position", of: ids
        ) {
            row in
            guard let place = places[row.int(0)] else { return }
            switch row.text(1) {
            case "alias": clients[place].aliases.append(row.text(2))
            case "name": clients[place].redact.names.append(row.text(2))
            case "codename": clients[place].redact.codenames.append(row.text(2))
            case "domain": clients[place].redact.domains.append(row.text(2))
            case "case-sensitive": clients[place].redact.caseSensitive.append(row.text(2))
            case "allowed": clients[place].redact.allowed.append(row.text(2))
            default: clients[place].redact.custom.append(row.text(2))
            }
        }
        let ofOwn = among == nil ? "" : "WHERE engagement IN (SELECT key FROM engagement \(own))"
        try database.rows(
            "SELECT engagement, path FROM engagement_directory \(ofOwn) ORDER BY engagement, position",
            of: ids
        ) { row in
            guard let (client, place) = engagements[row.int(0)] else { return }
            clients[client].engagements[place].directories.append(row.text(1))
        }
        return clients
    }

    /// Which jobs have placeholders, and since when.
    func placeholders() throws -> [KeptPlaceholders] {
        var kept: [KeptPlaceholders] = []
        try database.rows(
            """
            SELECT client, engagement, created / 86400 FROM redaction_map
            \(among.map { "WHERE client \($0)" } ?? "") ORDER BY client, id
            """, of: ids
        ) { row in
            kept.append(
                KeptPlaceholders(
                    client: row.text(0), engagement: row.optionalText(1),
                    made: Day(number: Int32(clamping: row.int(2)))))
        }
        return kept
    }

    // MARK: Agreements

    /// Which agreements count: those of the clients, and those of no client.
    private var agreementFilter: String {
        keys.map { "WHERE (agreement.client \($0) OR agreement.client IS NULL)" } ?? ""
    }

    func agreements() throws -> [Agreement] {
        var agreements: [Agreement] = []
        var places: [Int: Int] = [:]
        var hasVendors = false
        try database.rows(
            """
            SELECT agreement.key, agreement.id, agreement.kind, vendor, agreement.title, signed, effective,
            expires,
            terminated, last_disclosure, survival, survival_from, trade_secrets_perpetual, agreement.archived,
            governing_law, document_path, document_sha256, client.id, engagement.id, first_disclosure, returned
            FROM agreement LEFT JOIN client ON client.key = agreement.client
            LEFT JOIN engagement ON engagement.key = agreement.engagement \(agreementFilter) ORDER BY
            agreement.key
            """, of: ids
        ) { row in
            var agreement = try row.agreement(1)
            agreement.client = row.optionalText(17)
            agreement.engagement = row.optionalText(18)
            agreement.firstDisclosure = try row.optionalDay(19)
            agreement.returned = try row.optionalDay(20)
            hasVendors = hasVendors || agreement.vendor != nil
            places[row.int(0)] = agreements.count
            agreements.append(agreement)
        }
        guard !agreements.isEmpty else { return [] }
        let keys = among == nil ? "" : "(SELECT key FROM agreement \(agreementFilter))"
        try database.rows(
            """
            SELECT agreement_supersedes.agreement, other.id FROM agreement_supersedes
            JOIN agreement AS other ON other.key = superseded
            \(among == nil ? "" : "WHERE agreement_supersedes.agreement IN \(keys)")
            ORDER BY agreement_supersedes.agreement, other.id
            """, of: ids
        ) { row in
            guard let place = places[row.int(0)] else { return }
            agreements[place].supersedes.append(row.text(1))
        }
        if hasVendors {
            try database.rows(
                """
                SELECT agreement, surface, name, value, list FROM agreement_fact
                \(among == nil ? "" : "WHERE agreement IN \(keys)")
                """, of: ids
            ) { row in
                guard let place = places[row.int(0)] else { return }
                let key = FactKey(row.text(2))
                agreements[place].facts[row.text(1), default: [:]][key] = try row.factValue(3, of: key)
            }
        }
        try addObligations(to: &agreements, places, keys: keys)
        return agreements
    }

    private func addObligations(
        to agreements: inout [Agreement], _ places: [Int: Int], keys: String
    ) throws {
        var items: [(obligation: Int, text: String)] = []
        let conditions = [among.map { _ in "agreement IN \(keys)" }, kind.map { "kind = '\($0.rawValue)'" }]
            .compactMap(\.self)
        let some = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        try database.rows(
            """
            SELECT obligation, value FROM obligation_item
            \(some.isEmpty ? "" : "WHERE obligation IN (SELECT key FROM obligation \(some) AND listed = 1)")
            ORDER BY obligation, position
            """, of: ids
        ) { items.append(($0.int(0), $0.text(1))) }
        // Both come in the order of the obligations' keys.
        var next = 0
        try database.rows(
            """
            SELECT agreement, key, id, clause, data, survives, unless_redacted, liftable, archived, kind,
            recipients,
            mode, local_exempt, max_days, instrument, within, listed, quote, reading
            FROM obligation \(some) ORDER BY key
            """, of: ids
        ) { row in
            let key = row.int(1)
            while next < items.count, items[next].obligation < key { next += 1 }
            let first = next
            while next < items.count, items[next].obligation == key { next += 1 }
            guard let place = places[row.int(0)] else { return }
            var obligation = try row.obligation(2, list: items[first..<next].map(\.text))
            obligation.quote = row.optionalText(17)
            obligation.reading = try row.optionalWord(18)
            agreements[place].obligations.append(obligation)
        }
    }

    // MARK: Consents, accounts, reviews

    func consents() throws -> [Consent] {
        let filter = keys.map { "WHERE consent.client \($0)" } ?? ""
        var consents: [Consent] = []
        var places: [Int: Int] = [:]
        try database.rows(
            """
            SELECT consent.key, consent.id, granted, expires, revoked, consent.data, conditions, evidence,
            consent.archived, client.id, engagement.id FROM consent JOIN client ON client.key = consent.client
            LEFT JOIN engagement ON engagement.key = consent.engagement \(filter) ORDER BY consent.key
            """, of: ids
        ) { row in
            var consent = try row.consent(1)
            consent.client = row.text(9)
            consent.engagement = row.optionalText(10)
            places[row.int(0)] = consents.count
            consents.append(consent)
        }
        guard !consents.isEmpty else { return [] }
        try database.rows(
            """
            SELECT consent, role, value FROM consent_item
            \(among == nil ? "" : "WHERE consent IN (SELECT key FROM consent \(filter))")
            ORDER BY consent, role, position
            """, of: ids
        ) { row in
            guard let place = places[row.int(0)] else { return }
            if row.text(1) == "surface" {
                consents[place].surfaces.append(row.text(2))
            } else {
                consents[place].lifts.append(row.text(2))
            }
        }
        return consents
    }

    func accounts() throws -> [Account] {
        let filter = keys.map { "WHERE account.client \($0)" } ?? ""
        var accounts: [Account] = []
        var places: [Int: Int] = [:]
        try database.rows(
            """
            SELECT account.key, account.id, client.id, surface, identity, login, region, opt_out_verified,
            account.archived FROM account JOIN client ON client.key = account.client \(filter) ORDER BY
            account.key
            """, of: ids
        ) { row in
            let account = try row.account(1)
            places[row.int(0)] = accounts.count
            accounts.append(account)
        }
        guard !accounts.isEmpty else { return [] }
        let some = among == nil ? "" : "WHERE account IN (SELECT key FROM account \(filter))"
        try database.rows(
            """
            SELECT account_seen.account, client.id, account_seen.date FROM account_seen
            JOIN client ON client.key = account_seen.client \(some) ORDER BY account_seen.account, position
            """, of: ids
        ) { row in
            guard let place = places[row.int(0)] else { return }
            accounts[place].seen.append(.init(client: row.text(1), date: try row.day(2)))
        }
        try database.rows(
            "SELECT account, date FROM account_cleared \(some) ORDER BY account, position", of: ids
        ) { row in
            guard let place = places[row.int(0)] else { return }
            accounts[place].cleared.append(try row.day(1))
        }
        return accounts
    }

    func reviews() throws -> [Review] {
        try database.map(
            """
            SELECT surface, name, value, list, source, retrieved, note, archived FROM review
            ORDER BY surface, name, retrieved, source, value
            """
        ) { try $0.review() }
    }

    // MARK: Catalog

    /// The catalog, or the part of it that some surfaces and their vendors make up.
    func catalog(surfaces asked: [String]? = nil) throws -> Catalog {
        let (first, second) = (asked?.first, asked?.last)
        let vendors = asked?.map { String($0.prefix { $0 != "." }) }
        let bySurface = asked == nil ? "" : "WHERE surface IN (?1, ?2)"
        var catalog = Catalog()
        var surfacePlaces: [String: Int] = [:]
        var vendorPlaces: [String: Int] = [:]
        try database.rows(
            "SELECT id, name FROM vendor \(asked == nil ? "" : "WHERE id IN (?1, ?2)") ORDER BY position",
            vendors?.first, vendors?.last
        ) { row in
            vendorPlaces[row.text(0)] = catalog.vendors.count
            catalog.vendors.append(Vendor(id: row.text(0), name: row.text(1)))
        }
        try database.rows(
            """
            SELECT id, name, plan, launch, launch_target, note FROM surface
            \(asked == nil ? "" : "WHERE id IN (?1, ?2)") ORDER BY position
            """, first, second
        ) { row in
            let surface = row.surface(0)
            surfacePlaces[surface.id] = catalog.surfaces.count
            catalog.surfaces.append(surface)
        }
        try database.rows(
            "SELECT surface, role, value FROM surface_item \(bySurface) ORDER BY surface, role, position",
            first,
            second
        ) { row in
            guard let place = surfacePlaces[row.text(0)] else { return }
            if row.text(1) == "host" {
                catalog.surfaces[place].hosts.append(row.text(2))
            } else {
                catalog.surfaces[place].capabilities.append(row.text(2))
            }
        }
        let columns =
            "SELECT surface, vendor, name, value, list, source, retrieved, confidence, note, applies_in "
            + "FROM fact"
        try database.rows(
            asked == nil
                ? "\(columns) ORDER BY key"
                : "\(columns) WHERE surface IN (?1, ?2) OR vendor IN (?3, ?4) ORDER BY key", first, second,
            vendors?.first, vendors?.last
        ) { row in
            let fact = try row.fact(2)
            if let surface = row.optionalText(0) {
                if let place = surfacePlaces[surface] { catalog.surfaces[place].facts.append(fact) }
            } else if let place = vendorPlaces[row.text(1)] {
                catalog.vendors[place].facts.append(fact)
            }
        }
        let cited =
            asked == nil
            ? "" : "WHERE id IN (SELECT source FROM fact WHERE surface IN (?1, ?2) OR vendor IN (?3, ?4))"
        catalog.sources = try database.map(
            """
            SELECT id, kind, date, url, note FROM source
            \(cited)
            ORDER BY position
            """, first, second, vendors?.first, vendors?.last
        ) { try $0.source() }
        return catalog
    }
}
