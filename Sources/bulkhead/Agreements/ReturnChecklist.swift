import Compartments
import Ledger
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
    var clauses: [(clause: String, by: Day?)] = []

    /// - Parameters:
    ///   - agreement: the one that asks for it.
    ///   - world: everything recorded, with the catalog.
    ///   - homes: the session homes of the client.
    ///   - maps: how many redaction maps are kept of it.
    init(
        _ agreement: Agreement, _ world: World, homes: [(surface: String?, home: String)], maps: Int,
        exists: (String) -> Bool
    ) {
        guard let client = world.clients.first(where: { $0.id == agreement.client }) else { return }
        let end = agreement.terminated ?? agreement.expires
        for obligation in agreement.obligations where !obligation.archived {
            guard case .recorded(.returnOrDestroy, let within) = obligation.rule else { continue }
            let by = end.map { end in within.map { end.adding($0, missing: .earlier) } ?? end }
            clauses.append((obligation.clause ?? "-", by))
        }
        let jobs = client.engagements.filter { agreement.engagement == nil || $0.id == agreement.engagement }
        for folder in jobs.flatMap(\.directories) {
            items.append(
                Item(
                    kind: .folder, subject: folder, place: folder,
                    task: "return or delete the client's material, its copies and its backups", holds: nil))
        }
        for (surface, home) in homes {
            items.append(
                Item(
                    kind: .profile, subject: surface ?? "commands", place: home,
                    task: "delete the profile: history, cookies, caches, downloads", holds: exists(home)))
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
}
