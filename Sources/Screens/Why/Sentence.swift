import Permits

extension Finding {
    /// What the clause asks, how the request stands to it, the facts and what is to be done, for a person who sees
    /// beside it which clause it is and what the facts rest on.
    ///
    /// - Parameters:
    ///   - surface: the surface that was asked about; facts of another name it.
    ///   - name: what to call a surface, vendor, agreement or consent that has an id.
    func sentence(about surface: String, naming name: (String) -> String) -> String {
        guard let obligation else { return reason.meaning }
        let demand = obligation.rule.demand(naming: name)
        var parts = ["\(demand.prefix(1).uppercased())\(demand.dropFirst()): \(standing(naming: name))"]
        parts += facts.map { fact in
            let owner = fact.surface == surface ? "" : "\(name(fact.surface)), "
            return "\(owner)\(fact.key.label): \(fact.value.label)\(fact.state == .stale ? " (too old)" : "")"
        }
        // Two sources that say the same disagree once.
        var others: [String] = []
        for other in conflicts.map(\.value.label) where !others.contains(other) { others.append(other) }
        parts += others.map { "another source says \($0), and the stricter decides" }
        if !duties.isEmpty { parts.append("first " + duties.members.map(\.instruction).listed(by: "; ")) }
        return parts.listed(by: "; ") + "."
    }
}
