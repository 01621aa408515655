package import Permits

extension Ledger {
    /// Everything, archived items included and marked; its settings to reviews are what an export writes.
    package func world() throws -> World {
        try database.snapshot { try load(.whole).world(withCatalog: true) }
    }

    /// Everything but the catalog and the terms of agreements that are of another kind.
    ///
    /// - Parameter clients: what concerns these alone, as ``world(ofClients:)`` has it.
    package func world(ofClients clients: [String]? = nil, withTermsOf kind: ObligationKind) throws -> World {
        try database.snapshot {
            try WorldLoader(database: database, scope: clients.map { .clients($0) } ?? .whole, kind: kind)
                .world(withCatalog: false)
        }
    }

    /// The part of the world that one request touches, so that a verdict costs the same in a ledger of any
    /// size.
    ///
    /// Archived items and what never decides are left out: a client's aliases and terms of redaction,
    /// directories, a surface's capabilities and hosts. Clients that an account has seen are there for their
    /// class alone.
    ///
    /// - Parameter alternatives: whether remedies are asked for, which look at every surface of the catalog.
    package func world(for request: Request, alternatives: Bool = false) throws -> World {
        try database.snapshot {
            try RequestLoader(database: database, request: request, alternatives: alternatives)
                .world(try load(.whole).settings())
        }
    }

    /// The same, where the stored catalog is the one that is meant: to ask for that first takes a second look at the
    /// file.
    ///
    /// - Parameter isCurrent: says so of what the catalog was made from, as the caller named it; nil before there is
    ///   one.
    /// - Returns: nil where it is not.
    package func world(
        for request: Request, alternatives: Bool = false, ifCatalog isCurrent: (String?) -> Bool
    ) throws -> World? {
        try database.snapshot {
            let (settings, fingerprint) = try load(.whole).settingsAndCatalog()
            guard isCurrent(fingerprint) else { return nil }
            // A page is looked at once or twice: to read it again costs less than memory for all of them.
            try database.run("PRAGMA cache_size=20")
            return try RequestLoader(database: database, request: request, alternatives: alternatives)
                .world(settings)
        }
    }

    func load(_ scope: WorldLoader.Scope) -> WorldLoader { WorldLoader(database: database, scope: scope) }
}
