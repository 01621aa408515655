import Permits

extension Reading {
    /// Who states a fact, which decides the words it may use.
    enum Speaker {
        case surface, vendor, review, agreement
    }

    /// A key of facts: one of those that decide, or any other name.
    func factKey(_ text: String, _ line: Int, _ path: String) -> FactKey? {
        let isName =
            (1...63).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F || $0 == 0x2D
            }
        guard isName else {
            fault(line, path, "\(quoted(text)) is not a name of a fact (a-z, 0-9, _ and -)")
            return nil
        }
        return FactKey(text)
    }

    /// The value of a fact in the shape that its key demands.
    func factValue(_ node: Node, _ path: String, of key: FactKey, by speaker: Speaker) -> FactValue? {
        if case .scalar("inherit") = node.content {
            guard speaker == .surface else {
                fault(node.line, path, "only a surface of the catalog may inherit")
                return nil
            }
            return .inherit
        }
        if case .scalar("unknown") = node.content {
            guard speaker != .agreement else {
                fault(node.line, path, "an agreement cannot state that something is unknown")
                return nil
            }
            return .unknown
        }
        switch key {
        case .onDevice, .dpa, .baa, .e2ee, .commercialUse:
            return text(node, path, expected: "yes or no") { $0 == "yes" || $0 == "no" }
                .map { .flag($0 == "yes") }
        case .trainsOnInput, .humanReview:
            return word(node, path, FactValue.Stance.self).map { .stance($0) }
        case .retentionDays:
            return retention(node, path)
        case .processingRegions, .selectableRegions, .incorporatedIn, .headquarteredIn, .controlledFrom:
            return list(node, of: key, path) { self.region($0, $1) }
        case .loginMethods:
            return list(node, of: key, path) { self.word($0, $1, LoginMethod.self)?.rawValue }
        case .other:
            if case .list = node.content {
                return list(node, of: key, path) {
                    self.text($0, $1, expected: "one line") { !$0.contains("\n") }
                }
            }
            return text(node, path).map { .text($0) }
        }
    }

    private func retention(_ node: Node, _ path: String) -> FactValue? {
        switch node.content {
        case .scalar("account-lifetime"): return .retention(.accountLifetime)
        case .scalar("indefinite"): return .retention(.indefinite)
        default:
            guard
                let text = text(
                    node, path, expected: "a number of days, account-lifetime, indefinite or unknown",
                    { Int($0).map { (0...1_000_000).contains($0) } ?? false }),
                let days = Int(text)
            else { return nil }
            return .retention(.days(days))
        }
    }

    private func list(
        _ node: Node, of key: FactKey, _ path: String, _ read: (Node, String) -> String?
    ) -> FactValue? {
        guard case .list = node.content else {
            fault(node.line, path, "must be a list, not \(node.shape)")
            return nil
        }
        return .list(list(node, path, read))
    }
}
