package import Permits

extension Ledger {
    /// Puts the items of a workspace into the ledger: all of them, or none.
    ///
    /// An item whose id is known is replaced; the rest stays. The references of the items must have been
    /// checked against what stays: what does not fit is refused as a whole with one sentence.
    ///
    /// - Parameters:
    ///   - world: settings to reviews; its catalog is not meant.
    ///   - settings: nil where those of the ledger stay.
    ///   - replace: whether the ledger's items are taken away first. Sessions, log, redaction maps and
    ///     catalog stay.
    ///   - event: what the log says of it: one word of a-z and -, and one line; nil for how many items there were.
    package func `import`(
        _ world: World, settings: Settings?, replace: Bool, as event: (kind: String, body: String)? = nil
    ) throws {
        let counts = [
            (world.clients.count, "client"), (world.agreements.count, "agreement"),
            (world.consents.count, "consent"), (world.accounts.count, "account"),
            (world.reviews.count, "review"),
        ]
        let counted = counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
        let event = event ?? (replace ? "replace" : "import", counted)
        try change(event.kind, event.body) {
            if replace { try removeItems() }
            if let settings { try write(settings) }
            for client in world.clients { try write(client) }
            // Agreements first without what hangs on them: they may supersede each other, and an obligation
            // may move from one to another.
            let keys = try world.agreements.map { try writeRow($0) }
            for key in keys { try clearTerms(key) }
            for (agreement, key) in zip(world.agreements, keys) { try writeTerms(agreement, key) }
            for consent in world.consents { try write(consent) }
            for account in world.accounts { try write(account) }
            for review in world.reviews { try write(review) }
        }
    }

    private func removeItems() throws {
        for table in ["review", "account", "consent", "agreement_supersedes", "agreement", "client"] {
            try database.run("DELETE FROM \(table)")
        }
        try database.run("DELETE FROM search WHERE rowid % 4 <> \(SearchHit.Kind.surface.number)")
        try write(Settings())
    }
}
