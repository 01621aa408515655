extension Node {
    /// The line of what a path such as `agreements[2].kind` leads to, or of the last step that is there.
    func line(of path: String) -> Int {
        var node = self
        var line = self.line
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" }) {
            switch node.content {
            case .map(let entries):
                guard let entry = entries.first(where: { $0.key == step }) else { return line }
                (node, line) = (entry.value, entry.line)
            case .list(let items):
                guard let index = Int(step.dropLast()), items.indices.contains(index) else { return line }
                (node, line) = (items[index], items[index].line)
            default: return line
            }
        }
        return line
    }
}
