package import Permits

/// One noun at a time.
extension Ledger {
    package func settings() throws -> Settings { try load(.whole).settings() }

    package func put(_ settings: Settings) throws {
        try change("put", "settings") { try write(settings) }
    }

    /// Adds a client with its engagements, or replaces it; engagements that it no longer has are taken away.
    package func put(_ client: Client) throws {
        try change("put", "client \(client.id)") { try write(client) }
    }

    package func put(_ engagement: Engagement, client: String) throws {
        try change("put", "engagement \(client)/\(engagement.id)") {
            try write(engagement, client: try clientKey(client))
        }
    }

    /// Adds an agreement with its obligations, or replaces it.
    package func put(_ agreement: Agreement) throws {
        try change("put", "agreement \(agreement.id)") { try write(agreement) }
    }

    package func put(_ obligation: Obligation, agreement: String) throws {
        try change("put", "obligation \(agreement)/\(obligation.id)") {
            let key = try database.first("SELECT key FROM agreement WHERE id = ?", agreement) { $0.int(0) }
            guard let key else { throw LedgerError.notFound(noun: "agreement", id: agreement) }
            try write(obligation, agreement: key)
        }
    }

    package func put(_ consent: Consent) throws {
        try change("put", "consent \(consent.id)") { try write(consent) }
    }

    package func put(_ account: Account) throws {
        try change("put", "account \(account.id)") { try write(account) }
    }

    /// Records a review; the same reading at the same source on the same day replaces its note.
    package func put(_ review: Review) throws {
        try change("review", "\(review.surface) \(review.key.name)") { try write(review) }
    }

    /// What can be archived: it stays in the ledger and no longer counts.
    package enum Item: Hashable, Sendable {
        case client(String)
        case engagement(String, client: String)
        case agreement(String)
        case obligation(String)
        case consent(String)
        case account(String)
    }

    /// Archives an item, or brings it back.
    ///
    /// - Throws: `LedgerError.notFound` where there is none.
    package func setArchived(_ archived: Bool, _ item: Item) throws {
        let noun: String
        let name: String
        switch item {
        case .client(let id): (noun, name) = ("client", id)
        case .engagement(let id, let client): (noun, name) = ("engagement", "\(client)/\(id)")
        case .agreement(let id): (noun, name) = ("agreement", id)
        case .obligation(let id): (noun, name) = ("obligation", id)
        case .consent(let id): (noun, name) = ("consent", id)
        case .account(let id): (noun, name) = ("account", id)
        }
        try change(archived ? "archive" : "unarchive", "\(noun) \(name)") {
            if case .engagement(let id, let client) = item {
                try database.run(
                    """
                    UPDATE engagement SET archived = ?
                    WHERE id = ? AND client = (SELECT key FROM client WHERE id = ?)
                    """, archived, id, client)
            } else {
                try database.run("UPDATE \(noun) SET archived = ? WHERE id = ?", archived, name)
            }
            guard database.changes > 0 else { throw LedgerError.notFound(noun: noun, id: name) }
        }
    }

    /// Archives the reviews of a fact of a surface.
    package func archiveReviews(of key: FactKey, surface: String) throws {
        try change("archive", "review \(surface) \(key.name)") {
            try database.run(
                "UPDATE review SET archived = 1 WHERE surface = ? AND name = ?", surface, key.name)
            guard database.changes > 0 else {
                throw LedgerError.notFound(noun: "review", id: "\(surface) \(key.name)")
            }
        }
    }

    package func clients() throws -> [Client] { try load(.whole).clients() }
    package func agreements() throws -> [Agreement] { try load(.whole).agreements() }
    package func consents() throws -> [Consent] { try load(.whole).consents() }
    package func accounts() throws -> [Account] { try load(.whole).accounts() }
    package func reviews() throws -> [Review] { try load(.whole).reviews() }

    /// One client with its engagements; nil where there is none.
    package func client(_ id: String) throws -> Client? {
        try load(.clients([id])).clients().first { $0.id == id }
    }

    /// The client that an agreement, a term, a consent or an account is about.
    ///
    /// - Parameter noun: `agreement`, `obligation`, `consent` or `account`.
    /// - Returns: nil for what is about no client, or is not there.
    package func client(of noun: String, _ id: String) throws -> String? {
        let tables: String
        switch noun {
        case "agreement", "consent", "account": tables = "\(noun) AS item"
        case "obligation":
            tables = "obligation AS term JOIN agreement AS item ON item.key = term.agreement"
        default: return nil
        }
        let named = noun == "obligation" ? "term" : "item"
        return try database.first(
            "SELECT client.id FROM \(tables) JOIN client ON client.key = item.client WHERE \(named).id = ?",
            id
        ) { $0.text(0) }
    }

    /// What concerns one client: the client, its agreements and the house rules, its consents and accounts,
    /// the agreements with vendors that serve every client.
    ///
    /// Archived items are there, and marked.
    package func world(ofClient id: String) throws -> World { try world(ofClients: [id]) }

    /// What concerns some clients, as ``world(ofClient:)`` has it of one.
    package func world(ofClients ids: [String]) throws -> World {
        try database.snapshot { try load(.clients(ids)).world(withCatalog: false) }
    }
}
