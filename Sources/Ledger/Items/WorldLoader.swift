import Permits

/// Reads the world, or a part of it, table by table.
struct WorldLoader {
    enum Scope {
        case whole
        case client(String)
        case request(client: String, account: String?, surfaces: [String], alternatives: Bool)
    }

    let database: Database
    let scope: Scope

    /// Whether only what decides is read.
    private var isLean: Bool {
        if case .request = scope { true } else { false }
    }

    private var clientID: String? {
        switch scope {
        case .whole: nil
        case .client(let id): id
        case .request(let client, _, _, _): client
        }
    }

    func world(withCatalog: Bool) throws -> World {
        var world = World()
        world.settings = try settings()
        world.clients = try clients()
        world.agreements = try agreements()
        world.consents = try consents()
        world.accounts = try accounts()
        world.reviews = try reviews()
        if withCatalog { world.catalog = try catalog() }
        return world
    }

    func settings() throws -> Settings {
        let settings = try database.first(
            "SELECT home_region, fact_max_age_days, operates_as FROM workspace"
        ) { Settings(homeRegion: $0.optionalText(0), factMaxAgeDays: $0.int(1), operatesAs: try $0.word(2)) }
        guard let settings else { throw LedgerError.damaged(detail: "the settings are missing") }
        return settings
    }

    // MARK: Clients

    func clients() throws -> [Client] {
        // Beside the client itself those its accounts have seen, for their conflict class.
        let filter =
            clientID == nil
            ? ""
            : """
            WHERE id = ?1 OR key IN (SELECT seen.client FROM client AS own JOIN account ON account.client = own.key
            JOIN account_seen AS seen ON seen.account = account.key WHERE own.id = ?1)
            """
        var clients: [Client] = []
        var places: [Int: Int] = [:]
        try database.rows(
            """
            SELECT key, id, name, tag, jurisdiction, conflict_class, terms, archived FROM client \(filter) ORDER BY key
            """, clientID
        ) { row in
            var client = Client(id: row.text(1), name: row.text(2), tag: row.text(3))
            client.jurisdiction = row.optionalText(4)
            client.conflictClass = row.optionalText(5)
            client.terms = try row.word(6)
            client.archived = row.flag(7)
            places[row.int(0)] = clients.count
            clients.append(client)
        }
        let own = clientID == nil ? "" : "WHERE client = (SELECT key FROM client WHERE id = ?1)"
        var engagements: [Int: (client: Int, place: Int)] = [:]
        try database.rows(
            """
            SELECT client, key, id, title, codename, data, starts, ends, status, archived FROM engagement \(own)
            ORDER BY key
            """, clientID
        ) { row in
            guard let place = places[row.int(0)] else { return }
            var engagement = Engagement(id: row.text(2), title: row.text(3))
            engagement.codename = row.optionalText(4)
            engagement.data = try row.categories(5)
            engagement.starts = try row.optionalDay(6)
            engagement.ends = try row.optionalDay(7)
            engagement.status = try row.word(8)
            engagement.archived = row.flag(9)
            engagements[row.int(1)] = (place, clients[place].engagements.count)
            clients[place].engagements.append(engagement)
        }
        guard !isLean else { return clients }
        try database.rows(
            "SELECT client, role, text FROM client_term \(own) ORDER BY client, role, position", clientID
        ) {
            row in
            guard let place = places[row.int(0)] else { return }
            switch row.text(1) {
            case "alias": clients[place].aliases.append(row.text(2))
            case "name": clients[place].redact.names.append(row.text(2))
            case "codename": clients[place].redact.codenames.append(row.text(2))
            case "domain": clients[place].redact.domains.append(row.text(2))
            default: clients[place].redact.custom.append(row.text(2))
            }
        }
        let ofOwn = clientID == nil ? "" : "WHERE engagement IN (SELECT key FROM engagement \(own))"
        try database.rows(
            "SELECT engagement, path FROM engagement_directory \(ofOwn) ORDER BY engagement, position",
            clientID
        ) { row in
            guard let (client, place) = engagements[row.int(0)] else { return }
            clients[client].engagements[place].directories.append(row.text(1))
        }
        return clients
    }

    // MARK: Agreements

    /// Which agreements count: those of the client, and those of no client.
    private var agreementFilter: String {
        clientID == nil
            ? ""
            : "WHERE (agreement.client = (SELECT key FROM client WHERE id = ?1) OR agreement.client IS NULL)"
                + (isLean ? " AND agreement.archived = 0" : "")
    }

    func agreements() throws -> [Agreement] {
        var agreements: [Agreement] = []
        var places: [Int: Int] = [:]
        var hasVendors = false
        try database.rows(
            """
            SELECT agreement.key, agreement.id, agreement.kind, client.id, vendor, engagement.id, agreement.title,
            signed, effective, expires, terminated, last_disclosure, survival, survival_from,
            trade_secrets_perpetual, governing_law, document_path, document_sha256, agreement.archived
            FROM agreement LEFT JOIN client ON client.key = agreement.client
            LEFT JOIN engagement ON engagement.key = agreement.engagement \(agreementFilter) ORDER BY agreement.key
            """, clientID
        ) { row in
            let agreement = try agreement(row)
            hasVendors = hasVendors || agreement.vendor != nil
            places[row.int(0)] = agreements.count
            agreements.append(agreement)
        }
        guard !agreements.isEmpty else { return [] }
        let keys = clientID == nil ? "" : "(SELECT key FROM agreement \(agreementFilter))"
        try database.rows(
            """
            SELECT agreement_supersedes.agreement, other.id FROM agreement_supersedes
            JOIN agreement AS other ON other.key = superseded
            \(clientID == nil ? "" : "WHERE agreement_supersedes.agreement IN \(keys)")
            ORDER BY agreement_supersedes.agreement, other.id
            """, clientID
        ) { row in
            guard let place = places[row.int(0)] else { return }
            agreements[place].supersedes.append(row.text(1))
        }
        if hasVendors {
            try database.rows(
                """
                SELECT agreement, surface, name, value, list FROM agreement_fact
                \(clientID == nil ? "" : "WHERE agreement IN \(keys)")
                """, clientID
            ) { row in
                guard let place = places[row.int(0)] else { return }
                let key = FactKey(row.text(2))
                agreements[place].facts[row.text(1), default: [:]][key] = try row.factValue(3, of: key)
            }
        }
        try addObligations(to: &agreements, places, keys: keys)
        return agreements
    }

    private func agreement(_ row: Row) throws -> Agreement {
        var agreement = Agreement(
            id: row.text(1), kind: try row.word(2), client: row.optionalText(3), vendor: row.optionalText(4))
        agreement.engagement = row.optionalText(5)
        agreement.title = row.optionalText(6)
        agreement.signed = try row.optionalDay(7)
        agreement.effective = try row.optionalDay(8)
        agreement.expires = try row.optionalDay(9)
        agreement.terminated = try row.optionalDay(10)
        agreement.lastDisclosure = try row.optionalDay(11)
        switch (row.optionalText(12), try row.optionalWord(13) as Survival.Anchor?) {
        case (nil, _): break
        case ("perpetual", _): agreement.survival = .perpetual
        case (_, nil): agreement.survival = try row.period(12).map { .period($0) }
        case (_, let anchor?): agreement.survival = try row.period(12).map { .from(anchor, $0) }
        }
        agreement.tradeSecretsPerpetual = row.flag(14)
        agreement.governingLaw = row.optionalText(15)
        agreement.document = row.optionalText(16).map {
            Agreement.Document(path: $0, sha256: row.optionalText(17))
        }
        agreement.archived = row.flag(18)
        return agreement
    }

    private func addObligations(
        to agreements: inout [Agreement], _ places: [Int: Int], keys: String
    ) throws {
        var lists: [Int: [String]] = [:]
        let some = clientID == nil ? "" : "WHERE agreement IN \(keys)"
        try database.rows(
            """
            SELECT obligation, value FROM obligation_item
            \(clientID == nil ? "" : "WHERE obligation IN (SELECT key FROM obligation \(some) AND listed = 1)")
            ORDER BY obligation, position
            """, clientID
        ) { lists[$0.int(0), default: []].append($0.text(1)) }
        try database.rows(
            """
            SELECT agreement, key, id, data, survives, unless_redacted, liftable, archived, kind, recipients, mode,
            local_exempt, max_days, instrument, within, listed, clause, quote
            FROM obligation \(some) ORDER BY key
            """, clientID
        ) { row in
            guard let place = places[row.int(0)] else { return }
            var obligation = Obligation(id: row.text(2), rule: try row.rule(8, list: lists[row.int(1)] ?? []))
            if !row.isNull(3) { obligation.data = try row.categories(3) }
            obligation.survives = row.flag(4)
            obligation.unlessRedacted = row.flag(5)
            obligation.liftable = row.flag(6)
            obligation.archived = row.flag(7)
            obligation.clause = row.optionalText(16)
            obligation.quote = row.optionalText(17)
            agreements[place].obligations.append(obligation)
        }
    }

    // MARK: Consents, accounts, reviews

    func consents() throws -> [Consent] {
        let filter = clientID == nil ? "" : "WHERE consent.client = (SELECT key FROM client WHERE id = ?1)"
        var consents: [Consent] = []
        var places: [Int: Int] = [:]
        try database.rows(
            """
            SELECT consent.key, consent.id, client.id, engagement.id, consent.data, granted, expires, revoked,
            conditions, evidence, consent.archived FROM consent JOIN client ON client.key = consent.client
            LEFT JOIN engagement ON engagement.key = consent.engagement \(filter) ORDER BY consent.key
            """, clientID
        ) { row in
            var consent = Consent(id: row.text(1), client: row.text(2), granted: try row.day(5))
            consent.engagement = row.optionalText(3)
            if !row.isNull(4) { consent.data = try row.categories(4) }
            consent.expires = try row.optionalDay(6)
            consent.revoked = try row.optionalDay(7)
            consent.conditions = try row.duties(8)
            consent.evidence = row.optionalText(9)
            consent.archived = row.flag(10)
            places[row.int(0)] = consents.count
            consents.append(consent)
        }
        guard !consents.isEmpty else { return [] }
        try database.rows(
            """
            SELECT consent, role, value FROM consent_item
            \(clientID == nil ? "" : "WHERE consent IN (SELECT key FROM consent \(filter))")
            ORDER BY consent, role, position
            """, clientID
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
        var named: String?
        if case .request(_, let account, _, _) = scope { named = account }
        let filter =
            clientID == nil
            ? ""
            : "WHERE account.client = (SELECT key FROM client WHERE id = ?1)\(named == nil ? "" : " OR account.id = ?2")"
        var accounts: [Account] = []
        var places: [Int: Int] = [:]
        try database.rows(
            """
            SELECT account.key, account.id, client.id, surface, identity, login, region, opt_out_verified,
            account.archived FROM account JOIN client ON client.key = account.client \(filter) ORDER BY account.key
            """, clientID, named
        ) { row in
            var account = Account(id: row.text(1), client: row.text(2), surface: row.text(3))
            account.identity = row.optionalText(4)
            account.login = try row.optionalWord(5)
            account.region = row.optionalText(6)
            account.optOutVerified = try row.optionalDay(7)
            account.archived = row.flag(8)
            places[row.int(0)] = accounts.count
            accounts.append(account)
        }
        guard !accounts.isEmpty else { return [] }
        let some = clientID == nil ? "" : "WHERE account IN (SELECT key FROM account \(filter))"
        try database.rows(
            """
            SELECT account_seen.account, client.id, account_seen.date FROM account_seen
            JOIN client ON client.key = account_seen.client \(some) ORDER BY account_seen.account, position
            """, clientID, named
        ) { row in
            guard let place = places[row.int(0)] else { return }
            accounts[place].seen.append(.init(client: row.text(1), date: try row.day(2)))
        }
        try database.rows(
            "SELECT account, date FROM account_cleared \(some) ORDER BY account, position", clientID, named
        ) { row in
            guard let place = places[row.int(0)] else { return }
            accounts[place].cleared.append(try row.day(1))
        }
        return accounts
    }

    func reviews() throws -> [Review] {
        var filter = ""
        var surfaces: [String] = []
        if case .request(_, _, let asked, alternatives: false) = scope {
            filter = "WHERE surface IN (?1, ?2)"
            surfaces = asked
        }
        return try database.map(
            """
            SELECT surface, name, value, list, source, retrieved, note, archived FROM review \(filter) ORDER BY key
            """, surfaces.first, surfaces.last
        ) { row in
            let key = FactKey(row.text(1))
            var review = Review(
                surface: row.text(0), key: key, value: try row.factValue(2, of: key), source: row.text(4),
                retrieved: try row.day(5), note: row.optionalText(6))
            review.archived = row.flag(7)
            return review
        }
    }

    // MARK: Catalog

    func catalog() throws -> Catalog {
        guard case .request(_, _, let surfaces, alternatives: false) = scope else {
            return try catalog(surfaces: nil)
        }
        return try catalog(surfaces: surfaces)
    }

    /// The catalog, or the part of it that some surfaces and their vendors make up.
    func catalog(surfaces asked: [String]?) throws -> Catalog {
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
            var surface = Surface(id: row.text(0), name: row.text(1))
            surface.plan = row.optionalText(2)
            let target = row.optionalText(4)
            surface.launch =
                switch row.text(3) {
                case "browser": .browser(target ?? "")
                case "command": .command(target ?? "")
                case "gateway": .gateway(target ?? "")
                case "local": .local(target ?? "")
                default: .none(target)
                }
            surface.note = row.optionalText(5)
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
            "SELECT surface, vendor, name, value, list, source, retrieved, confidence, note, applies_in FROM fact"
        try database.rows(
            asked == nil
                ? "\(columns) ORDER BY key"
                : "\(columns) WHERE surface IN (?1, ?2) OR vendor IN (?3, ?4) ORDER BY key", first, second,
            vendors?.first, vendors?.last
        ) { row in
            let fact = try fact(row)
            if let surface = row.optionalText(0) {
                if let place = surfacePlaces[surface] { catalog.surfaces[place].facts.append(fact) }
            } else if let place = vendorPlaces[row.text(1)] {
                catalog.vendors[place].facts.append(fact)
            }
        }
        catalog.sources = try database.map(
            """
            SELECT id, kind, date, url, note FROM source
            \(asked == nil ? "" : "WHERE id IN (SELECT source FROM fact WHERE surface IN (?1, ?2) OR vendor IN (?3, ?4))")
            ORDER BY position
            """, first, second, vendors?.first, vendors?.last
        ) { row in
            Source(
                id: row.text(0), kind: row.optionalText(1), date: try row.optionalDay(2),
                url: row.optionalText(3), note: row.optionalText(4))
        }
        return catalog
    }

    private func fact(_ row: Row) throws -> Fact {
        let key = FactKey(row.text(2))
        return Fact(
            key: key, value: try row.factValue(3, of: key), source: row.text(5), retrieved: try row.day(6),
            confidence: row.optionalText(7), note: row.optionalText(8),
            appliesIn: row.isNull(9) ? nil : row.words(9).map(String.init))
    }
}
