import Documents

extension Node {
    /// The value under a key of a mapping.
    func value(_ key: String) -> Node? {
        guard case .map(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The text under a key of a mapping.
    func text(_ key: String) -> String? {
        guard case .scalar(let text) = value(key)?.content else { return nil }
        return text
    }

    /// The list under a key of a mapping; empty where there is none.
    func nodes(_ key: String) -> [Node] {
        guard case .list(let nodes) = value(key)?.content else { return [] }
        return nodes
    }

    /// The texts of a list under a key.
    func texts(_ key: String) -> [String] {
        nodes(key).compactMap { node in
            guard case .scalar(let text) = node.content else { return nil }
            return text
        }
    }

    /// A mapping of the entries.
    static func map(_ entries: [(String, Node)]) -> Node {
        Node(line: 0, content: .map(entries.map { Entry(key: $0.0, line: 0, value: $0.1) }))
    }

    static func list(_ nodes: [Node]) -> Node { Node(line: 0, content: .list(nodes)) }

    static func scalar(_ text: String) -> Node { Node(line: 0, content: .scalar(text)) }

    /// Puts a value under a key of a mapping; nil, and a text that is empty, takes the key away.
    mutating func set(_ key: String, _ value: Node?) {
        guard case .map(var entries) = content else { return }
        let entry = value.map { Entry(key: key, line: 0, value: $0) }
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries.replaceSubrange(index...index, with: entry.map { [$0] } ?? [])
        } else if let entry {
            entries.append(entry)
        }
        content = .map(entries)
    }

    /// Puts the fields of a command line into a mapping, which keeps what they do not name.
    mutating func set(_ fields: Fields) {
        for pair in fields.pairs {
            let key = pair.key
            switch pair.value {
            case .text(let text): set(key, text.isEmpty ? nil : .scalar(text))
            case .list(let texts): set(key, .list(texts.map { .scalar($0) }))
            case .fields(let inner):
                var map = self.value(key) ?? .map([])
                if case .map = map.content {} else { map = .map([]) }
                map.set(inner)
                set(key, map)
            case .rows(let rows):
                set(
                    key,
                    .list(
                        rows.map { row in
                            var map = Node.map([])
                            map.set(row)
                            return map
                        }))
            }
        }
    }
}
