package import Permits

extension Ledger {
    /// What the stored catalog was made from, as the caller named it; nil before there is one.
    package func catalogFingerprint() throws -> String? {
        try database.first("SELECT catalog_fingerprint FROM workspace") { $0.optionalText(0) } ?? nil
    }

    package func catalog() throws -> Catalog {
        try database.snapshot { try load(.whole).catalog(surfaces: nil) }
    }

    /// One surface with its vendor, facts and sources; nil where the catalog does not hold it.
    package func surface(_ id: String) throws -> Surface? {
        try database.snapshot { try load(.whole).catalog(surfaces: [id]).surfaces.first }
    }

    /// Puts a catalog in the place of the stored one.
    ///
    /// - Parameters:
    ///   - catalog: the shipped one with the user's own files over it.
    ///   - fingerprint: what it was made from; a caller compares it at start to see whether it must be read
    ///     again.
    package func replaceCatalog(_ catalog: Catalog, fingerprint: String) throws {
        try change("catalog", fingerprint, undoable: false) {
            for table in ["fact", "surface", "vendor", "source"] { try database.run("DELETE FROM \(table)") }
            try database.run("DELETE FROM search WHERE rowid % 4 = \(SearchHit.Kind.surface.number)")
            for (position, source) in catalog.sources.enumerated() {
                try database.run(
                    "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)", source.id, position, source.kind,
                    source.date,
                    source.url, source.note)
            }
            for (position, vendor) in catalog.vendors.enumerated() {
                try database.run("INSERT INTO vendor VALUES (?, ?, ?)", vendor.id, position, vendor.name)
                for fact in vendor.facts { try write(fact, surface: nil, vendor: vendor.id) }
            }
            for (position, surface) in catalog.surfaces.enumerated() { try write(surface, position) }
            try database.run("UPDATE workspace SET catalog_fingerprint = ?", fingerprint)
        }
    }

    private func write(_ surface: Surface, _ position: Int) throws {
        let (launch, target): (String, String?) =
            switch surface.launch {
            case .browser(let value): ("browser", value)
            case .command(let value): ("command", value)
            case .gateway(let value): ("gateway", value)
            case .local(let value): ("local", value)
            case .none(let reason): ("none", reason)
            }
        try database.run(
            "INSERT INTO surface VALUES (?, ?, ?, ?, ?, ?, ?, ?)", surface.id, position, surface.vendor,
            surface.name, surface.plan, launch, target, surface.note)
        for (role, values) in [("capability", surface.capabilities), ("host", surface.hosts)] {
            for (position, value) in values.enumerated() {
                try database.run(
                    "INSERT INTO surface_item VALUES (?, ?, ?, ?)", surface.id, role, position, value)
            }
        }
        for fact in surface.facts { try write(fact, surface: surface.id, vendor: nil) }
        try index(.surface, position, [surface.id, surface.name] + surface.capabilities)
    }

    private func write(_ fact: Fact, surface: String?, vendor: String?) throws {
        let (value, isList) = stored(fact.value)
        try database.run(
            """
            INSERT INTO fact(surface, vendor, name, value, list, source, retrieved, confidence, note,
            applies_in)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, surface, vendor, fact.key.name, value, isList, fact.source, fact.retrieved, fact.confidence,
            fact.note, fact.appliesIn?.joined(separator: " "))
    }
}
