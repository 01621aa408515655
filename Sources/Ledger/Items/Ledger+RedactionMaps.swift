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

    /// The maps of a client, or of all, by client and id.
    package func redactionMaps(client: String? = nil) throws -> [RedactionMap] {
        try database.map(
            """
            SELECT id, client, engagement, created, sealed FROM redaction_map WHERE ?1 IS NULL OR client = ?1
            ORDER BY client, id
            """, client
        ) { map($0) }
    }

    /// Destroys a map; what its placeholders took the place of can then no longer be restored.
    ///
    /// - Parameters:
    ///   - id: the map.
    ///   - receipt: one line for the log, written in the same transaction.
    ///   - destroyKey: takes away the key of the map; where it throws, the map stays.
    package func shredRedactionMap(_ id: String, receipt: String, destroyKey: () throws -> Void) throws {
        try change("shred", receipt, undoable: false) {
            try database.run("DELETE FROM redaction_map WHERE id = ?", id)
            try destroyKey()
        }
    }

    private func map(_ row: Row) -> RedactionMap {
        RedactionMap(
            id: row.text(0), client: row.text(1), engagement: row.optionalText(2), created: Int64(row.int(3)),
            sealed: row.blob(4))
    }
}
