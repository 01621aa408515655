/// Where the sealed maps of redaction lie; what is in them is for the room that seals them to say.
extension Ledger {
    package struct RedactionMap: Hashable, Sendable {
        package var id: String
        package var client: String
        package var engagement: String?
        /// Seconds since 1970-01-01 UTC.
        package var created: Int64
        package var sealed: [UInt8]

        package init(id: String, client: String, engagement: String?, created: Int64, sealed: [UInt8]) {
            self.id = id
            self.client = client
            self.engagement = engagement
            self.created = created
            self.sealed = sealed
        }
    }

    /// Keeps a map, in place of the one of the same id.
    package func put(_ map: RedactionMap) throws {
        try change("redaction", "map \(map.id) \(map.client)", undoable: false) {
            try database.run(
                "INSERT OR REPLACE INTO redaction_map VALUES (?, ?, ?, ?, ?)", map.id, map.client,
                map.engagement, map.created, map.sealed)
        }
    }

    package func redactionMap(_ id: String) throws -> RedactionMap? {
        try database.first(
            "SELECT id, client, engagement, created, sealed FROM redaction_map WHERE id = ?", id
        ) { map($0) }
    }

    /// The maps of a client, newest first.
    package func redactionMaps(client: String) throws -> [RedactionMap] {
        try database.map(
            """
            SELECT id, client, engagement, created, sealed FROM redaction_map WHERE client = ?
            ORDER BY created DESC, id
            """, client
        ) { map($0) }
    }

    /// Destroys maps; what they took the place of can then no longer be restored.
    ///
    /// - Parameter before: only maps made before this moment; nil for all of the client.
    /// - Returns: how many there were.
    @discardableResult
    package func shredRedactionMaps(client: String, before: Int64? = nil) throws -> Int {
        try change("shred", "redaction maps of \(client)", undoable: false) {
            try database.run(
                "DELETE FROM redaction_map WHERE client = ? AND created < ?", client, before ?? Int64.max)
            return database.changes
        }
    }

    private func map(_ row: Row) -> RedactionMap {
        RedactionMap(
            id: row.text(0), client: row.text(1), engagement: row.optionalText(2), created: Int64(row.int(3)),
            sealed: row.blob(4))
    }
}
