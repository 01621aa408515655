import CShipped
import Documents
import Ledger
import Permits

/// An opened ledger with the catalog that belongs to it.
final class Desk {
    let place: Place
    let ledger: Ledger
    /// The catalog where the stored one is not meant, or could not be brought up to date.
    private var loose: Catalog?
    private var isCatalogCurrent = false
    /// Whether what is said on standard error may name clients.
    var namesClients = true

    /// Opens the ledger of a place.
    ///
    /// - Parameter patience: How long to wait for another program that writes, in milliseconds.
    /// - Throws: ``Failure`` where there is none, or it cannot be used.
    init(_ place: Place, patience: Int32 = Ledger.patience) throws(Failure) {
        self.place = place
        let home = try place.home
        ledger = try guarded { try Ledger.open(home: home, patience: patience) }
    }

    private init(_ place: Place, _ ledger: Ledger) {
        self.place = place
        self.ledger = ledger
    }

    /// Opens the ledger of a place, and starts one first where there is none.
    ///
    /// - Returns: The desk, and the first key of a new ledger's log, to be shown once.
    static func opened(_ place: Place) throws(Failure) -> (desk: Desk, firstKey: String?) {
        let home = try place.home
        do {
            return (Desk(place, try Ledger.open(home: home)), nil)
        } catch LedgerError.absent {
            let firstKey = try create(place)
            return (try Desk(place), firstKey)
        } catch {
            throw Failure(error)
        }
    }

    /// Starts a ledger with the default house rules; where there is one, nothing changes.
    ///
    /// - Returns: The first key of the new ledger's log, to be shown once; nil where there was a ledger.
    @discardableResult
    static func create(_ place: Place) throws(Failure) -> String? {
        let home = try place.home
        return try guarded {
            try Ledger.create(home: home, house: try houseRules().agreements.first).firstKey
        }
    }

    /// Refuses a workspace document that a ledger, which is not there yet, could not take: none is started for it.
    static func checkBeforeStart(
        _ place: Place, _ document: [UInt8], file: String, replace: Bool
    ) throws(Failure) {
        let home = try place.home
        do {
            _ = try Ledger.open(home: home)
        } catch LedgerError.absent {
            _ = try workspace(document, file: file, into: replace ? World() : try houseRules())
        } catch {
            throw Failure(error)
        }
    }

    /// What a new ledger begins with.
    private static func houseRules() throws(Failure) -> World {
        try workspace(bytes(shipped_house()), file: "the default house rules").world
    }

    /// Answers that are compared when the catalog is updated; in a larger workspace the user asks for it.
    private static let comparedAnswers = 100_000

    // MARK: The world

    /// Everything recorded, archived items among it; without the catalog.
    func workspace() throws(Failure) -> World {
        var world = try guarded { try ledger.world() }
        world.catalog = Catalog()
        return world
    }

    /// Reads the catalog's files anew when the catalog is asked for next.
    func forgetCatalog() {
        isCatalogCurrent = false
        loose = nil
    }

    func catalog() throws(Failure) -> Catalog {
        try bringCatalogUpToDate()
        if let loose { return loose }
        return try guarded { try ledger.catalog() }
    }

    /// Everything recorded, and the catalog.
    func world() throws(Failure) -> World {
        try bringCatalogUpToDate()
        return laid(try guarded { try ledger.world() })
    }

    /// What days follow from: everything, but of the terms of agreements only those that set a day.
    func datedWorld() throws(Failure) -> World {
        var world = try guarded { try ledger.world(withTermsOf: .returnOrDestroy) }
        world.catalog = try catalog()
        return world
    }

    /// What is recorded of one client and of nobody else, with the catalog.
    func world(ofClient client: String) throws(Failure) -> World {
        var world = try guarded { try ledger.world(ofClient: client) }
        world.catalog = try catalog()
        return world
    }

    /// The part of the world that a request touches.
    func world(for request: Request, alternatives: Bool = false) throws(Failure) -> World {
        if !isCatalogCurrent, place.catalogFile == nil {
            let files = try CatalogFiles(place)
            let world = try guarded {
                try ledger.world(for: request, alternatives: alternatives) { $0.map(files.are) ?? false }
            }
            if let world {
                isCatalogCurrent = true
                return world
            }
        }
        try bringCatalogUpToDate()
        return laid(try guarded { try ledger.world(for: request, alternatives: alternatives) })
    }

    private func laid(_ world: World) -> World {
        guard let loose else { return world }
        var world = world
        world.catalog = loose
        return world
    }

    /// Reads the catalog's files anew where they are not those that the ledger holds, and says which answers that
    /// changed.
    private func bringCatalogUpToDate() throws(Failure) {
        guard !isCatalogCurrent else { return }
        isCatalogCurrent = true
        let files = try CatalogFiles(place)
        guard place.catalogFile == nil else {
            loose = try files.read()
            return
        }
        let stored = try guarded { try ledger.catalogFingerprint() }
        if let stored, files.are(stored) { return }
        let catalog = try files.read()
        var before: World?
        if stored != nil { before = try guarded { try ledger.world() } }
        do {
            try ledger.replaceCatalog(catalog, fingerprint: files.fingerprint)
        } catch LedgerError.readOnly, LedgerError.full {
            loose = catalog
        } catch {
            throw Failure(error)
        }
        guard let before else { return }
        let jobs = before.clients.reduce(0) { $0 + max(1, $1.engagements.count) }
        guard jobs * catalog.surfaces.count <= Desk.comparedAnswers else {
            return complain("The catalog was updated: 'bulkhead catalog diff' shows what it says otherwise.")
        }
        let change = CatalogChange(workspace: before, from: before.catalog, to: catalog, on: try place.day)
        guard !change.verdicts.isEmpty else { return }
        complain(
            "The catalog was updated, and that changed \(change.verdicts.count) "
                + (change.verdicts.count == 1 ? "answer:" : "answers:"))
        guard namesClients else { return }
        for line in change.verdictLines { complain("  " + line) }
    }

    // MARK: Changing

    /// Puts a workspace document into the ledger, all of it or nothing.
    ///
    /// - Parameters:
    ///   - document: YAML or JSON.
    ///   - file: The name for faults.
    ///   - replace: Whether the ledger is emptied first.
    ///   - event: What the log says of it; nil for how many items there were.
    /// - Returns: What it held, in words.
    @discardableResult
    func take(
        _ document: [UInt8], file: String, replace: Bool, as event: (kind: String, body: String)? = nil
    ) throws(Failure) -> String {
        let existing = replace ? World() : try workspace()
        let read = try Desk.workspace(document, file: file, into: existing)
        try guarded {
            try ledger.import(read.world, settings: read.settings, replace: replace, as: event)
        }
        renewTag()
        let world = read.world
        Lookalikes(world, beside: existing).complain()
        let counts = [
            (world.clients.count, "client"), (world.agreements.count, "agreement"),
            (world.consents.count, "consent"), (world.accounts.count, "account"),
            (world.reviews.count, "review"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return words.isEmpty ? "nothing but settings" : words.joined(separator: ", ")
    }

    private static func workspace(
        _ document: [UInt8], file: String, into existing: World = World()
    ) throws(Failure) -> WorkspaceDocument {
        do {
            return try readWorkspace(document, file: file, into: existing)
        } catch {
            throw Failure(error)
        }
    }

    // MARK: The current job

    func context() throws(Failure) -> Ledger.Context? { try guarded { try ledger.context() } }

    /// Makes a job the current one, for commands and for the hook of a shell's prompt.
    func use(client: String, engagement: String?) throws(Failure) {
        try guarded { try ledger.use(client: client, engagement: engagement) }
        let tag = try context()?.tag ?? ""
        try write(Array((tag + "\n").utf8), to: try place.tagFile)
    }

    /// Has the hook of a shell's prompt show what the ledger says, after a change that may be of the current client.
    ///
    /// The change itself is made: where the file cannot be written, that is said and nothing more.
    func renewTag() {
        do {
            let file = try place.tagFile
            guard let shown = try? read(file) else { return }
            let tag = Array(((try context()?.tag ?? "") + "\n").utf8)
            if shown != tag { try write(tag, to: file) }
        } catch {
            complain("The shell prompt may show an old client. \(error.message)")
        }
    }

    // MARK: Names

    /// The job that a text names, or the current one.
    ///
    /// - Parameter text: `CLIENT` or `CLIENT/ENGAGEMENT`; nil for the current job.
    func job(_ text: String?) throws(Failure) -> (client: String, engagement: String?) {
        guard let text else {
            guard let context = try context() else {
                throw Failure(
                    .usage,
                    "For which job? Name it with --for CLIENT/ENGAGEMENT, or switch to one with 'bulkhead use'."
                )
            }
            return (context.client, context.engagement)
        }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard !parts[0].isEmpty, parts.count == 1 || !parts[1].isEmpty else {
            throw Failure(.usage, "\"\(text)\" names no job: write it as CLIENT or CLIENT/ENGAGEMENT.")
        }
        return (parts[0], parts.count > 1 ? parts[1] : nil)
    }

    /// The job with both names in full; for a person the beginnings that only one has will do.
    ///
    /// - Parameter orArchived: Whether it may be one that no longer counts.
    func wholeJob(
        _ text: String?, orArchived: Bool = false
    ) throws(Failure) -> (client: String, engagement: String?) {
        let (name, engagement) = try job(text)
        let clients = try guarded { try ledger.clients() }.filter { orArchived || !$0.archived }
        let client = try choose(name, among: clients.map(\.id), "client")
        guard let engagement else { return (client, nil) }
        let engagements = clients.first { $0.id == client }?.engagements ?? []
        let titles = engagements.filter { orArchived || !$0.archived }.map(\.id)
        return (client, try choose(engagement, among: titles, "engagement"))
    }

    /// The surface of a name; for a person the beginning that only one has will do, with or without its vendor.
    ///
    /// A whole name, vendor and surface, that the catalog does not hold is still one that can be judged.
    func surface(named name: String) throws(Failure) -> String { try surface(named: name, in: try catalog()) }

    /// The same, where the catalog was read already.
    func surface(named name: String, in catalog: Catalog) throws(Failure) -> String {
        let surfaces = catalog.surfaces.map(\.id)
        guard !place.json, !surfaces.contains(name) else { return name }
        if name.contains("."), !surfaces.contains(where: { $0.hasPrefix(name) }) { return name }
        let bare = surfaces.filter { $0.split(separator: ".", maxSplits: 1).last == name[...] }
        return bare.count == 1 ? bare[0] : try choose(name, among: surfaces, "surface")
    }

    /// The account of a name; for a person the beginning that only one has will do.
    func account(named name: String) throws(Failure) -> String {
        if place.json { return name }
        return try choose(name, among: try workspace().accounts.filter { !$0.archived }.map(\.id), "account")
    }

    /// The one of several names that a text means: the whole name, or for a person the beginning that only one has.
    ///
    /// - Throws: ``Failure`` where there is none, or more than one begins so.
    func choose(_ name: String, among names: [String], _ noun: String) throws(Failure) -> String {
        if names.contains(name) { return name }
        let found = place.json || name.isEmpty ? [] : names.filter { $0.hasPrefix(name) }
        guard found.count <= 1 else {
            let shown = found.prefix(8).joined(separator: ", ") + (found.count > 8 ? ", …" : "")
            throw Failure(.usage, "\"\(name)\" could be \(shown): write more of it.")
        }
        guard let only = found.first else {
            throw Failure(
                .notFound, "There is no \(noun) \"\(name)\": 'bulkhead \(noun) list' shows those there are.")
        }
        return only
    }
}

/// Does work on a ledger; what it cannot do becomes a failure of the command.
func guarded<Value>(_ work: () throws -> Value) throws(Failure) -> Value {
    do {
        return try work()
    } catch {
        throw Failure(error)
    }
}

extension Failure {
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let faults as Faults: self.init(faults)
        case let invalid as InvalidRequest: self.init(invalid)
        case let ledger as LedgerError: self.init(Exit(rawValue: ledger.exitCode) ?? .damaged, ledger.message)
        default: self.init(.damaged, "\(error)")
        }
    }
}

extension Place {
    /// Where `use` writes the current tag for the hook of a shell's prompt.
    var tagFile: String {
        get throws(Failure) { try home + "/tag" }
    }
}
