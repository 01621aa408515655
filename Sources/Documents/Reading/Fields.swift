import Permits

/// The keys of one mapping.
///
/// A value `null` counts as absent.
struct Fields {
    let reading: Reading
    let line: Int
    let path: String
    private let entries: [Node.Entry]

    /// The keys of a mapping; nil, with a fault, where the node is none.
    ///
    /// Reports every key that is not `known`.
    init?(_ node: Node, _ path: String, _ reading: Reading, known: [String]?) {
        guard case .map(let entries) = node.content else {
            reading.fault(node.line, path, "must be a mapping of keys to values, not \(node.shape)")
            return nil
        }
        self.reading = reading
        self.line = node.line
        self.path = path
        self.entries = entries
        guard let known else { return }
        for entry in entries where !known.contains(entry.key) {
            reading.fault(
                entry.line, subpath(entry.key),
                "the key \(quoted(entry.key)) is not known here; known are \(known.joined(separator: ", "))")
        }
    }

    /// All entries but those that are null, for mappings with keys of the writer's choice.
    var all: [Node.Entry] {
        entries.filter { if case .null = $0.value.content { false } else { true } }
    }

    func subpath(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

    func node(_ key: String) -> Node? {
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        if case .null = entry.value.content { return nil }
        return entry.value
    }

    func fault(_ key: String, _ message: String) {
        reading.fault(entries.first { $0.key == key }?.line ?? line, subpath(key), message)
    }

    /// The node of a key that must be there.
    func required(_ key: String) -> Node? {
        if let node = node(key) { return node }
        reading.fault(line, subpath(key), "is missing")
        return nil
    }

    func words(_ key: String) -> String? { node(key).flatMap { reading.words($0, subpath(key)) } }
    func text(_ key: String) -> String? { node(key).flatMap { reading.text($0, subpath(key)) } }
    func slug(_ key: String) -> String? { node(key).flatMap { reading.slug($0, subpath(key)) } }
    func day(_ key: String) -> Day? { node(key).flatMap { reading.day($0, subpath(key)) } }
    func region(_ key: String) -> String? { node(key).flatMap { reading.region($0, subpath(key)) } }

    func flag(_ key: String, default value: Bool) -> Bool {
        node(key).flatMap { reading.flag($0, subpath(key)) } ?? value
    }

    func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        node(key).flatMap { reading.word($0, subpath(key)) }
    }

    func requiredWords(_ key: String) -> String {
        required(key).flatMap { reading.words($0, subpath(key)) } ?? ""
    }

    func list<Item>(_ key: String, _ read: (Node, String) -> Item?) -> [Item] {
        node(key).map { reading.list($0, subpath(key), read) } ?? []
    }

    /// A set of words; a word that appears twice counts once.
    func categories(_ key: String) -> DataCategories? {
        node(key).map { DataCategories(reading.list($0, subpath(key)) { reading.word($0, $1) }) }
    }

    /// What an obligation or consent covers: never `unclassified`, and never nothing.
    func covered(_ key: String) -> DataCategories? {
        guard let node = node(key), let set = categories(key) else { return nil }
        if case .list(let nodes) = node.content, nodes.isEmpty {
            fault(key, "covers nothing; leave the key out for confidential")
        }
        if set.contains(.unclassified) {
            fault(key, "unclassified is no category that a term can name")
        }
        return set
    }
}
