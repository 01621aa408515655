import Permits
import Redaction

/// Clients, accounts and surfaces that a glance takes for one another, a sentence each.
struct Lookalikes {
    private(set) var sentences: [String] = []

    /// What one item is called, by the kind of the text: name, id, tag.
    private struct Item {
        var id: String
        var texts: [(kind: String, text: String)]
    }

    /// - Parameters:
    ///   - world: The items that are looked at.
    ///   - existing: What is recorded beside them; of its items those are told alone that one of `world` is like.
    init(_ world: World, beside existing: World = World()) {
        add("clients", existing.clients.compactMap(Self.item), world.clients.compactMap(Self.item))
        add("accounts", existing.accounts.compactMap(Self.item), world.accounts.compactMap(Self.item))
    }

    /// - Parameter own: The surfaces that are looked at; the others are only looked at beside them.
    init(_ surfaces: [Surface], own: Set<String>) {
        let items = surfaces.map { Item(id: $0.id, texts: [("name", $0.name), ("id", $0.id)]) }
        add("surfaces", items.filter { !own.contains($0.id) }, items.filter { own.contains($0.id) })
    }

    private static func item(_ client: Client) -> Item? {
        guard !client.archived else { return nil }
        return Item(id: client.id, texts: [("name", client.name), ("tag", client.tag), ("id", client.id)])
    }

    private static func item(_ account: Account) -> Item? {
        guard !account.archived else { return nil }
        return Item(
            id: account.id, texts: (account.identity.map { [("identity", $0)] } ?? []) + [("id", account.id)])
    }

    /// Says the first sentences, and how many more there are.
    func complain() {
        for sentence in sentences.prefix(3) { bulkhead.complain(sentence) }
        if sentences.count > 3 {
            bulkhead.complain("\(sentences.count - 3) more look alike: 'bulkhead doctor' names them.")
        }
    }

    /// Adds a sentence for each of the new items that is like an old one, or like a new one before it.
    private mutating func add(_ noun: String, _ old: [Item], _ new: [Item]) {
        guard !new.isEmpty else { return }
        struct Shape: Hashable {
            var kind: String
            var skeleton: [UInt8]
        }
        let names = Set(new.map(\.id))
        var seen: [Shape: (id: String, text: String)] = [:]
        for (isNew, item) in old.filter({ !names.contains($0.id) }).map({ (false, $0) })
            + new.map({ (true, $0) })
        {
            var isTold = !isNew
            for (kind, text) in item.texts {
                let shape = Shape(kind: kind, skeleton: confusableSkeleton(of: text))
                guard !shape.skeleton.isEmpty else { continue }
                guard let other = seen[shape] else {
                    seen[shape] = (item.id, text)
                    continue
                }
                // One login may well serve at several surfaces.
                if isTold || kind == "identity" && text == other.text { continue }
                isTold = true
                let likeness =
                    text == other.text
                    ? "have the same \(kind), “\(text)”"
                    : "look alike by \(kind), “\(other.text)” and “\(text)”"
                sentences.append(
                    "The \(noun) \(other.id) and \(item.id) \(likeness): take care which one you mean.")
            }
        }
    }
}
