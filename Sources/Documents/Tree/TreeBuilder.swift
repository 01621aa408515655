/// Builds a tree from a reader's events without recursion, and keeps it within the limits.
struct TreeBuilder {
    /// Why a tree cannot be built, and on which line.
    struct Refusal: Error {
        var line: Int
        var message: String
    }

    /// A finished node, with what an alias of it would add.
    struct Anchored {
        var node: Node
        var weight: Int
        var height: Int
    }

    private struct Frame {
        var line: Int
        var isMap: Bool
        var items: [Node] = []
        var entries: [Node.Entry] = []
        var keys: Set<String> = []
        var pendingKey: (name: String, line: Int)?
        var anchor: String?
        var weight = 1
        var height = 1
    }

    private var frames: [Frame] = []
    private(set) var root: Node?
    private var total = 0
    private var anchors: [String: Anchored] = [:]

    /// Whether the next scalar is the key of a mapping.
    var expectsKey: Bool { frames.last.map { $0.isMap && $0.pendingKey == nil } ?? false }

    mutating func begin(map: Bool, line: Int, anchor: String? = nil) throws(Refusal) {
        guard !expectsKey else { throw Refusal(line: line, message: "a key must be plain text") }
        guard frames.count < DocumentLimits.depth else {
            throw Refusal(line: line, message: "more than \(DocumentLimits.depth) levels inside each other")
        }
        frames.append(Frame(line: line, isMap: map, anchor: anchor))
    }

    mutating func key(_ name: String, line: Int) throws(Refusal) {
        guard var frame = frames.popLast() else { return }
        // A set only where a mapping is big: most have a handful of keys.
        let repeated: Bool
        if frame.entries.count < 16 {
            repeated = frame.entries.contains { $0.key == name }
        } else {
            if frame.keys.isEmpty { frame.keys = Set(frame.entries.map(\.key)) }
            repeated = !frame.keys.insert(name).inserted
        }
        guard !repeated else { throw Refusal(line: line, message: "the key \(quoted(name)) appears twice") }
        frame.pendingKey = (name, line)
        frames.append(frame)
    }

    mutating func add(_ node: Node, anchor: String? = nil) throws(Refusal) {
        try place(Anchored(node: node, weight: 1, height: 0), anchor: anchor)
    }

    mutating func alias(_ name: String, line: Int) throws(Refusal) {
        guard !expectsKey else { throw Refusal(line: line, message: "a key must be plain text") }
        guard var anchored = anchors[name] else {
            throw Refusal(line: line, message: "the alias *\(name) names nothing that stands before it")
        }
        anchored.node.line = line
        try place(anchored, anchor: nil)
    }

    mutating func end() throws(Refusal) {
        guard let frame = frames.popLast() else { return }
        let content: Node.Content = frame.isMap ? .map(frame.entries) : .list(frame.items)
        total -= frame.weight - 1  // counted once more as it is placed
        try place(
            Anchored(
                node: Node(line: frame.line, content: content), weight: frame.weight, height: frame.height),
            anchor: frame.anchor)
    }

    private mutating func place(_ anchored: Anchored, anchor: String?) throws(Refusal) {
        total += anchored.weight
        guard total <= DocumentLimits.nodes else {
            throw Refusal(
                line: anchored.node.line, message: "more than \(DocumentLimits.nodes) values, aliases counted"
            )
        }
        guard frames.count + anchored.height <= DocumentLimits.depth else {
            throw Refusal(
                line: anchored.node.line,
                message: "more than \(DocumentLimits.depth) levels inside each other")
        }
        if let anchor { anchors[anchor] = anchored }
        guard !frames.isEmpty else {
            root = anchored.node
            return
        }
        let last = frames.count - 1
        frames[last].weight += anchored.weight
        frames[last].height = max(frames[last].height, anchored.height + 1)
        if let key = frames[last].pendingKey {
            frames[last].entries.append(.init(key: key.name, line: key.line, value: anchored.node))
            frames[last].pendingKey = nil
        } else {
            frames[last].items.append(anchored.node)
        }
    }
}
