import Compartments
import Glibc
import Permits

/// Where a client's material lies, so that all of it can be returned or destroyed.
struct ReturnChecklist {
    /// One place.
    struct Item: Hashable {
        enum Kind: String {
            case folder, profile, account
            case redactionMaps = "redaction-maps"
        }

        var kind: Kind
        var subject: String
        var place: String
        /// What to do there.
        var task: String
        /// Whether the place was found holding something; nil where only the person can tell.
        var holds: Bool?
    }

    var items: [Item] = []
    /// The clauses that ask for it, each with its last day where one follows.
    var clauses: [(agreement: Agreement, clause: String, by: Day?)] = []

    /// - Parameters:
    ///   - client: whose material it is.
    ///   - agreements: those of the client that may ask for it.
    ///   - world: everything recorded, with the catalog.
    ///   - desk: where session homes and redaction maps are looked for.
    init(_ client: Client, _ agreements: [Agreement], _ world: World, at desk: Desk) throws(Failure) {
        for agreement in agreements {
            let end = agreement.terminated ?? agreement.expires
            for obligation in agreement.obligations where !obligation.archived {
                guard case .recorded(.returnOrDestroy, let within) = obligation.rule else { continue }
                let by = end.map { end in within.map { end.adding($0, missing: .earlier) } ?? end }
                clauses.append((agreement, obligation.clause ?? "-", by))
            }
        }
        let isWhole = agreements.isEmpty || agreements.contains { $0.engagement == nil }
        let jobs = client.engagements.filter { job in
            isWhole || agreements.contains { $0.engagement == job.id }
        }
        for folder in jobs.flatMap(\.directories) {
            items.append(
                Item(
                    kind: .folder, subject: folder, place: folder,
                    task: "return or delete the client's material, its copies and its backups", holds: nil))
        }
        let root = try desk.place.absoluteHome + "/compartments"
        for (surface, home) in Compartment.homes(root: root, client: client.id) {
            items.append(
                Item(
                    kind: .profile, subject: surface ?? "commands", place: home,
                    task: "delete the profile: history, cookies, caches, downloads; "
                        + "'bulkhead client offboard \(client.id)' does",
                    holds: access(home, F_OK) == 0))
        }
        for account in world.accounts
        where account.client == client.id || account.seen.contains(where: { $0.client == client.id }) {
            let facts = world.catalog.surfaces.first { $0.id == account.surface }?.facts ?? []
            let kept = facts.filter { $0.key == .retentionDays }.map(\.value.words)
            let after =
                kept.isEmpty ? "not known how long" : Set(kept).sorted().joined(separator: " or ") + " days"
            items.append(
                Item(
                    kind: .account, subject: account.id, place: account.surface,
                    task: "delete conversations, files and memory; kept after that: \(after)", holds: nil))
        }
        let maps = try guarded { try desk.ledger.redactionMaps(client: client.id).count }
        if maps > 0 {
            items.append(
                Item(
                    kind: .redactionMaps, subject: client.id, place: "the ledger",
                    task:
                        "\(maps) map\(maps == 1 ? "" : "s") that put names back into redacted text: 'bulkhead redact --shred --for \(client.id)' destroys them",
                    holds: true))
        }
    }

    /// What was found to hold something still.
    var open: [Item] { items.filter { $0.holds == true } }
    /// What only the person can see to.
    var byHand: [Item] { items.filter { $0.holds == nil } }

    /// The agreements that ask for it and under which nothing was stated yet, each once.
    var owed: [Agreement] {
        var found: [Agreement] = []
        for (agreement, _, _) in clauses
        where agreement.returned == nil && !found.contains(where: { $0.id == agreement.id }) {
            found.append(agreement)
        }
        return found
    }
}
