import Compartments
import Glibc
import Ledger
import Permits

/// The end of work for a client: what is destroyed, what is kept and why.
struct Offboarding {
    let desk: Desk
    let client: Client
    let day: Day
    private let root: String
    private let world: World
    private let list: ReturnChecklist

    /// - Throws: ``Failure`` where there is no such client, or a session of it runs.
    init(_ place: Place, client id: String) throws(Failure) {
        day = try place.day
        // Sessions that died unseen are closed first.
        _ = try SessionDesk(place)
        desk = try Desk(place)
        world = try desk.world()
        let found = try desk.choose(id, among: world.clients.map(\.id), "client")
        guard let client = world.clients.first(where: { $0.id == found }) else {
            throw Failure(.notFound, "There is no client \"\(id)\".")
        }
        self.client = client
        root = try place.absoluteHome + "/compartments"
        let agreements = world.agreements.filter { $0.client == found && !$0.archived }
        list = try ReturnChecklist(client, agreements, world, at: desk)
        let live = try guarded { try desk.ledger.sessions(limit: .max) }.first {
            $0.client == found && $0.end == nil
        }
        if let live {
            throw Failure(
                .refused,
                "Session \(live.id) is still open for this client: end it with 'bulkhead stop' first.")
        }
    }

    /// What would be destroyed.
    func destroyed() throws(Failure) -> [String] {
        let maps = try guarded { try desk.ledger.redactionMaps(client: client.id) }.count
        let homes = Compartment.count(root: root, client: client.id)
        return [
            "placeholders of \(maps) \(maps == 1 ? "job" : "jobs"), with their keys: what was redacted with them "
                + "can't be restored any more",
            "\(homes) session \(homes == 1 ? "home" : "homes"), browser profiles among them",
            "the changes that 'undo' could take back, of all clients",
        ]
    }

    /// What is kept, and by which duty.
    var kept: [String] {
        let agreements = world.agreements.filter { $0.client == client.id }
        let consents = world.consents.filter { $0.client == client.id }.count
        let accounts = world.accounts.filter { $0.client == client.id }.count
        let dates = deadlines(of: world, at: day).filter { $0.client == client.id }
        var lines = agreements.map { agreement in
            let last = dates.first { $0.subject == agreement.id && $0.kind == .survivalEnd }?.date
            let reason =
                agreement.survival == .perpetual
                ? "its duties have no last day"
                : last.map { "its duties last until \($0)" } ?? "no last day of its duties is recorded"
            return "agreement \(agreement.id): \(reason)"
        }
        lines += [
            "the name, the aliases and the terms to redact: so that they are still found in other clients' texts",
            "consents (\(consents)) and accounts (\(accounts)): they show what was permitted",
            "sessions and log: they show what was done; nothing can be taken out of the log",
            "copies of the ledger in the folder backups, until newer ones take their place: they hold the records, "
                + "and no key of a placeholder",
        ]
        return lines
    }

    /// What only the freelancer can do, with the days by which it is asked for.
    var open: [String] {
        list.clauses.filter { $0.agreement.returned == nil }.map { agreement, clause, by in
            "agreement \(agreement.id), clause \(clause): " + (by.map { "by \($0)" } ?? "no last day follows")
        }
            + list.byHand.map { "\($0.kind.rawValue) \($0.subject) (\($0.place)): \($0.task)" }
            + list.owed.map { "once it is done: 'bulkhead agreement return \($0.id) --done' states it" }
    }

    /// Destroys what is to be destroyed and archives the client.
    ///
    /// - Parameter returned: what is stated of everything left to the freelancer; nil where it is still to be done.
    /// - Returns: The dated statement, whose hash is in the log.
    func carryOut(_ returned: ReturnStatement?) throws(Failure) -> [String] {
        let shredded = try RedactionDesk.shred(desk, client: client.id)
        let deleted: Int
        do { deleted = try Compartment.remove(root: root, client: client.id) } catch {
            throw Failure(error)
        }
        var lines = [
            "Statement of \(day): the work for \(client.name) (\(client.id)) has ended.", "", "Destroyed:",
            "- placeholders: "
                + (shredded.isEmpty
                    ? "none were kept"
                    : shredded.map { "\($0.job), key destroyed, sealed map \($0.hash)" }.joined(
                        separator: "; ")),
            "- session homes: \(deleted == 0 ? "none were there" : "\(deleted) files and folders deleted"); the "
                + "disk may hold what was in them until it is written over",
            "- changes that could be taken back: all", "", "Kept:",
        ]
        lines += kept.map { "- " + $0 }
        if let returned {
            for agreement in list.owed { try returned.record(agreement, in: desk.ledger) }
            lines += ["", "Returned or destroyed by hand on \(returned.day), \(returned.rest):"]
            lines += list.byHand.map { "- \($0.kind.rawValue) \($0.subject) (\($0.place))" }
            lines += list.owed.map { "- as agreement \($0.id) asks" }
        } else if !open.isEmpty {
            lines += ["", "Still to be done by hand:"] + open.map { "- " + $0 }
        }
        var digest = SealedBox.Digest()
        digest.add(Array((lines.joined(separator: "\n") + "\n").utf8))
        let hash = digest.finish()
        try guarded { try desk.ledger.offboard(client.id, statement: hash) }
        if let context = try desk.context(), context.client == client.id {
            try guarded { try desk.ledger.use(client: nil) }
            desk.renewTag()
        }
        let receipt = try guarded { try desk.ledger.receipt() }
        return lines + ["", "SHA-256 of the lines above: \(hash)", "Receipt of the log: \(receipt.text)"]
    }
}
