import Permits

/// Checks what the items of a workspace say of each other, and of what the ledger keeps beside them.
struct WorkspaceReferences {
    let reading: Reading
    let root: Node
    private let world: World
    private let positions: [String: [Int]]
    /// What stays in the ledger: the items whose id is not in the file.
    private let kept: World

    private let clients: [String: Client]
    private let agreements: [String: Agreement]

    init(reading: Reading, root: Node, read: WorkspaceReader, existing: World) {
        self.reading = reading
        self.root = root
        world = read.world
        positions = read.positions
        let replacedClients = Set(read.world.clients.map(\.id))
        let replacedAgreements = Set(read.world.agreements.map(\.id))
        let replacedConsents = Set(read.world.consents.map(\.id))
        var kept = World()
        kept.clients = existing.clients.filter { !replacedClients.contains($0.id) }
        kept.agreements = existing.agreements.filter { !replacedAgreements.contains($0.id) }
        kept.consents = existing.consents.filter { !replacedConsents.contains($0.id) }
        self.kept = kept
        clients = Dictionary((kept.clients + read.world.clients).map { ($0.id, $0) }) { $1 }
        agreements = Dictionary((kept.agreements + read.world.agreements).map { ($0.id, $0) }) { $1 }
    }

    func check() {
        checkDuplicates()
        checkAgreements()
        checkCycles()
        checkConsents()
        checkAccounts()
        checkKept()
    }

    private func path(_ list: String, _ index: Int) -> String {
        "\(list)[\(positions[list].flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? index)]"
    }

    private func fault(_ path: String, _ message: String) {
        reading.fault(root.line(of: path), path, message)
    }

    private func checkDuplicates() {
        func check(_ list: String, _ ids: [String]) {
            var seen: Set<String> = []
            for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
                fault(path(list, index) + ".id", "the id \(quoted(id)) appears twice")
            }
        }
        check("clients", world.clients.map(\.id))
        check("agreements", world.agreements.map(\.id))
        check("consents", world.consents.map(\.id))
        check("accounts", world.accounts.map(\.id))
        for (index, client) in world.clients.enumerated() {
            var seen: Set<String> = []
            for engagement in client.engagements where !seen.insert(engagement.id).inserted {
                fault(
                    path("clients", index) + ".engagements",
                    "the engagement \(quoted(engagement.id)) appears twice")
            }
        }
        var owners: [String: String] = [:]
        for agreement in kept.agreements {
            for obligation in agreement.obligations { owners[obligation.id] = agreement.id }
        }
        for (index, agreement) in world.agreements.enumerated() {
            for obligation in agreement.obligations {
                if let owner = owners.updateValue(agreement.id, forKey: obligation.id) {
                    fault(
                        path("agreements", index) + ".obligations",
                        "the obligation \(quoted(obligation.id)) is in the agreement \(owner) too; "
                            + "obligation ids are unique")
                }
            }
        }
    }

    private func checkClient(_ id: String?, engagement: String?, _ path: String) {
        guard let id, !id.isEmpty else { return }
        guard let client = clients[id] else {
            return fault(path + ".client", "there is no client \(quoted(id))")
        }
        guard let engagement, !client.engagements.contains(where: { $0.id == engagement }) else { return }
        fault(path + ".engagement", "the client \(id) has no engagement \(quoted(engagement))")
    }

    private func checkAgreements() {
        for (index, agreement) in world.agreements.enumerated() {
            let path = path("agreements", index)
            checkClient(agreement.client, engagement: agreement.engagement, path)
            for (index, id) in agreement.supersedes.enumerated() {
                let path = path + ".supersedes[\(index)]"
                guard let other = agreements[id] else {
                    fault(path, "there is no agreement \(quoted(id))")
                    continue
                }
                if other.client != agreement.client {
                    fault(path, "the agreement \(id) is of another client, and cannot be superseded")
                }
            }
        }
    }

    /// Follows `supersedes` from each agreement of the file, without recursion.
    private func checkCycles() {
        enum Mark { case open, done }
        var marks: [String: Mark] = [:]
        for (index, agreement) in world.agreements.enumerated() where marks[agreement.id] == nil {
            var stack: [(id: String, next: Int)] = [(agreement.id, 0)]
            marks[agreement.id] = .open
            while let top = stack.popLast() {
                let targets = agreements[top.id]?.supersedes ?? []
                guard top.next < targets.count else {
                    marks[top.id] = .done
                    continue
                }
                stack.append((top.id, top.next + 1))
                let target = targets[top.next]
                switch marks[target] {
                case .done: continue
                case .open:
                    fault(
                        path("agreements", index) + ".supersedes",
                        "a circle: \(quoted(target)) ends up superseding itself")
                case nil:
                    marks[target] = .open
                    stack.append((target, 0))
                }
            }
        }
    }

    private func checkConsents() {
        var obligations: Set<String> = []
        for agreement in kept.agreements + world.agreements {
            for obligation in agreement.obligations { obligations.insert(obligation.id) }
        }
        for (index, consent) in world.consents.enumerated() {
            let path = path("consents", index)
            checkClient(consent.client, engagement: consent.engagement, path)
            for (index, lift) in consent.lifts.enumerated()
            where ObligationKind(rawValue: lift) == nil && !obligations.contains(lift) {
                fault(path + ".lifts[\(index)]", "\(quoted(lift)) is no kind and no id of an obligation")
            }
        }
    }

    private func checkAccounts() {
        for (index, account) in world.accounts.enumerated() {
            let path = path("accounts", index)
            checkClient(account.client, engagement: nil, path)
            for (index, sighting) in account.seen.enumerated() where clients[sighting.client] == nil {
                guard !sighting.client.isEmpty else { continue }
                fault(path + ".seen[\(index)].client", "there is no client \(quoted(sighting.client))")
            }
        }
    }

    /// What stays in the ledger must still fit the clients and agreements that the file replaces.
    private func checkKept() {
        var lost: [String: Set<String>] = [:]
        let engagements = Dictionary(
            world.clients.map { ($0.id, Set($0.engagements.map(\.id))) }, uniquingKeysWith: { $1 })
        for agreement in kept.agreements {
            if let client = agreement.client, let engagement = agreement.engagement,
                engagements[client]?.contains(engagement) == false
            {
                lost[client, default: []].insert("\(engagement), which the agreement \(agreement.id) is for")
            }
        }
        for consent in kept.consents {
            if let engagement = consent.engagement, engagements[consent.client]?.contains(engagement) == false
            {
                lost[consent.client, default: []].insert(
                    "\(engagement), which the consent \(consent.id) is for")
            }
        }
        for (index, client) in world.clients.enumerated() {
            for loss in (lost[client.id] ?? []).sorted() {
                fault(path("clients", index) + ".engagements", "leaves out the engagement \(loss)")
            }
        }
        for agreement in kept.agreements {
            for id in agreement.supersedes where agreements[id]?.client != agreement.client {
                guard let index = world.agreements.firstIndex(where: { $0.id == id }) else { continue }
                fault(
                    path("agreements", index) + ".client",
                    "is not the client of the agreement \(agreement.id), which supersedes this one")
            }
        }
    }
}
