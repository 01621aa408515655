import Documents
import Ledger

extension SessionRow {
    /// The terms and facts that the verdict rested on, one line each, as they were then.
    var grounds: [String] {
        guard let evidence, let node = try? readTree(Array(evidence.utf8), file: "session") else { return [] }
        return node.list("findings").flatMap { finding -> [String] in
            let name = [finding.text("agreement"), finding.text("id")].compactMap { $0 }.joined(
                separator: "/")
            let clause = finding.text("clause").map { ", clause \($0)" } ?? ""
            let facts = finding.list("facts").map { fact in
                let words = ["surface", "key", "value", "source", "retrieved", "state"]
                return "  " + words.compactMap { fact.words($0) }.joined(separator: " ")
            }
            return [name + clause + ": " + (finding.text("status") ?? "unknown")] + facts
        }
    }
}

extension Node {
    /// The items under a key; none where there is no list.
    fileprivate func list(_ key: String) -> [Node] {
        if case .list(let nodes)? = value(key)?.content { nodes } else { [] }
    }

    /// The text under a key, or the texts of a list in one.
    fileprivate func words(_ key: String) -> String? {
        guard case .list(let nodes)? = value(key)?.content else { return text(key) }
        return nodes.compactMap { if case .scalar(let text) = $0.content { text } else { nil } }
            .joined(separator: ",")
    }
}
