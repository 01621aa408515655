import Documents

extension Node {
    /// The value as indented lines for a person, one field a line.
    func lines(indent: String = "") -> [String] {
        switch content {
        case .null: [indent + "none"]
        case .scalar(let text): [indent + text]
        case .list(let nodes):
            nodes.flatMap { node -> [String] in
                if case .scalar(let text) = node.content { return [indent + "- " + text] }
                return [indent + "-"] + node.lines(indent: indent + "  ")
            }
        case .map(let entries):
            entries.flatMap { entry -> [String] in
                switch entry.value.content {
                case .scalar(let text): [indent + entry.key + ": " + text]
                case .null: [indent + entry.key + ": none"]
                default: [indent + entry.key + ":"] + entry.value.lines(indent: indent + "  ")
                }
            }
        }
    }
}
