import Glibc
import Ledger

extension RedactionDesk {
    /// What was destroyed, as the log states it.
    struct Shredded {
        /// `CLIENT` or `CLIENT/ENGAGEMENT`.
        var job: String
        /// How many spellings had a placeholder; nil where the key was gone already.
        var placeholders: Int?
        /// SHA-256 of the sealed map, by which a copy of it can be told.
        var hash: String
    }

    /// Destroys the placeholders of a client, or of one of its engagements, and their keys: what was redacted with
    /// them can't be restored any more, and copies of them in backups can't be opened.
    ///
    /// Each map and its receipt in the log go in one transaction; where a key can't be destroyed, its map stays.
    ///
    /// - Parameters:
    ///   - desk: The opened ledger.
    ///   - client: The client's id; archived ones and ones that are gone count too.
    ///   - engagement: One engagement; nil for all placeholders of the client.
    /// - Returns: What was destroyed; empty where there was nothing.
    /// - Throws: ``Failure`` where something could not be destroyed.
    static func shred(
        _ desk: Desk, client: String, engagement: String? = nil
    ) throws(Failure) -> [Shredded] {
        let home = try desk.place.home
        let lock = try lock(home, patience: 10)
        defer { if lock >= 0 { close(lock) } }
        var shredded: [Shredded] = []
        for map in try guarded({ try desk.ledger.redactionMaps(client: client) })
        where engagement == nil || map.engagement == engagement {
            var digest = SealedBox.Digest()
            digest.add(map.sealed)
            let gone = Shredded(
                job: map.id, placeholders: (try? open(map, home: home))?.count, hash: digest.finish())
            let count = gone.placeholders.map(String.init) ?? "unknown"
            let receipt = "job=\(gone.job) placeholders=\(count) sha256=\(gone.hash) key=destroyed"
            try guarded {
                try desk.ledger.shredRedactionMap(map.id, receipt: receipt) {
                    if let number = number(of: map) { try RedactionKey(home: home, number: number).destroy() }
                }
            }
            shredded.append(gone)
        }
        return shredded
    }
}
