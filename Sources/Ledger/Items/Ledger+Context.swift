extension Ledger {
    /// The client, and the engagement of that client, that commands mean where they name none.
    package struct Context: Hashable, Sendable {
        package var client: String
        package var engagement: String?
        package var tag: String
    }

    /// What `use` chose last; nil where it chose nothing, or what is no longer there.
    package func context() throws -> Context? {
        try database.first(
            """
            SELECT client.id, engagement.id, tag FROM workspace JOIN client ON client.id = current_client
            LEFT JOIN engagement ON engagement.client = client.key AND engagement.id = current_engagement
                AND engagement.archived = 0
            WHERE client.archived = 0
            """
        ) { Context(client: $0.text(0), engagement: $0.optionalText(1), tag: $0.text(2)) }
    }

    /// Chooses a client, and one of its engagements; nil chooses nothing.
    ///
    /// - Throws: `LedgerError.notFound` where there is no such client or engagement, or it is archived.
    package func use(client: String?, engagement: String? = nil) throws {
        try change(
            "use", client.map { engagement == nil ? $0 : "\($0)/\(engagement ?? "")" } ?? "nothing",
            undoable: false
        ) {
            if let client {
                let key = try database.first(
                    "SELECT key FROM client WHERE id = ? AND archived = 0", client
                ) { $0.int(0) }
                guard let key else { throw LedgerError.notFound(noun: "client", id: client) }
                if let engagement {
                    let found = try database.first(
                        "SELECT 1 FROM engagement WHERE client = ? AND id = ? AND archived = 0", key,
                        engagement
                    ) { _ in true }
                    guard found == true else {
                        throw LedgerError.notFound(noun: "engagement", id: "\(client)/\(engagement)")
                    }
                }
            }
            try database.run(
                "UPDATE workspace SET current_client = ?, current_engagement = ?", client,
                client == nil ? nil : engagement)
        }
    }
}
