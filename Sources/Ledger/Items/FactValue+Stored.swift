import Permits

/// The value of a fact as a column holds it: a word, or the words of a list on lines of their own.
func stored(_ value: FactValue) -> (text: String, isList: Bool) {
    switch value {
    case .unknown: ("unknown", false)
    case .inherit: ("inherit", false)
    case .flag(let flag): (flag ? "yes" : "no", false)
    case .stance(let stance): (stance.rawValue, false)
    case .retention(.days(let days)): (String(days), false)
    case .retention(.accountLifetime): ("account-lifetime", false)
    case .retention(.indefinite): ("indefinite", false)
    case .list(let words): (words.joined(separator: "\n"), true)
    case .text(let text): (text, false)
    }
}

extension Row {
    /// The value of a fact from its column and the flag of a list behind it.
    func factValue(_ column: Int32, of key: FactKey) throws -> FactValue {
        let text = text(column)
        if flag(column + 1) { return .list(text.isEmpty ? [] : text.split(separator: "\n").map(String.init)) }
        switch (text, key) {
        case ("unknown", _): return .unknown
        case ("inherit", _): return .inherit
        case (_, .onDevice), (_, .dpa), (_, .baa), (_, .e2ee), (_, .commercialUse):
            guard text == "yes" || text == "no" else { break }
            return .flag(text == "yes")
        case (_, .trainsOnInput), (_, .humanReview):
            if let stance = FactValue.Stance(rawValue: text) { return .stance(stance) }
        case ("account-lifetime", .retentionDays): return .retention(.accountLifetime)
        case ("indefinite", .retentionDays): return .retention(.indefinite)
        case (_, .retentionDays):
            if let days = Int(text), days >= 0 { return .retention(.days(days)) }
        case (_, .other): return .text(text)
        default: break
        }
        throw LedgerError.damaged(detail: "a fact with an unknown value")
    }
}
