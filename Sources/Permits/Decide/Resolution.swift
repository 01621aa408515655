/// What a fact key comes to for one surface on one day.
final class Resolution: Sendable {
    /// Why there is no value.
    enum Gap: Sendable {
        /// No source says.
        case unrecorded
        /// The surface inherits the value and there is no route, or the route would inherit it too.
        case unrouted
    }

    let value: FactValue
    /// The value, where it is a flag.
    let flag: Bool?
    /// The value, where it is a list.
    let list: [String]?
    let state: CitedFact.State
    /// The surface whose review would settle the value; the vendor's values stand behind it.
    let surface: String
    let gap: Gap?
    /// What decided: one value, or all those that were united or intersected.
    let facts: [CitedFact]
    /// Candidates that lost to a stricter one that says otherwise.
    let conflicts: [CitedFact]

    init(gap: Gap, surface: String) {
        value = .unknown
        flag = nil
        list = nil
        state = .fresh
        self.surface = surface
        self.gap = gap
        facts = []
        conflicts = []
    }

    /// Combines candidates for a key, of which there is at least one: the strictest decides, lists are united or intersected.
    ///
    /// - Parameters:
    ///   - freshFrom: the earliest day of retrieval that is fresh; nil where the candidates are signed.
    init(_ candidates: [CitedFact], for key: DecidingKey, surface: String, freshFrom: Day?) {
        self.surface = surface
        gap = nil
        let ordered = candidates.sorted(by: Resolution.precedes)
        func state(_ retrieved: Day?) -> CitedFact.State {
            guard let freshFrom else { return .signed }
            return retrieved.map { $0 >= freshFrom } ?? false ? .fresh : .stale
        }
        switch key {
        case .processingRegions, .selectableRegions, .incorporatedIn, .headquarteredIn, .controlledFrom:
            let lists = ordered.map { fact -> [String] in
                if case .list(let codes) = fact.value { codes } else { [] }
            }
            let codes = key == .selectableRegions ? Resolution.intersection(lists) : Resolution.union(lists)
            value = .list(codes)
            flag = nil
            list = codes
            // Of combined lists the oldest retrieval counts; the order is newest first.
            let combined = state(ordered.last?.retrieved)
            self.state = combined
            facts = ordered.map { $0.standing(combined) }
            conflicts = []
        default:
            var strictest = 0
            for index in ordered.indices
            where Resolution.strictness(ordered[index].value)
                > Resolution.strictness(ordered[strictest].value)
            {
                strictest = index
            }
            let decided = ordered[strictest]
            value = decided.value
            flag = if case .flag(let flag) = decided.value { flag } else { nil }
            list = nil
            self.state = state(decided.retrieved)
            facts = [decided.standing(self.state)]
            conflicts = ordered.filter { $0.value != decided.value }
                .map { $0.standing(state($0.retrieved)) }
        }
    }

    /// Whether a test that leads to `met` may read the value.
    var mayMeet: Bool { state != .stale }

    /// Newest first, so that the first of equally strict ones is the latest; then by source, for an order of its own.
    private static func precedes(_ left: CitedFact, _ right: CitedFact) -> Bool {
        let newer = left.retrieved?.number ?? .min
        let older = right.retrieved?.number ?? .min
        return newer != older ? newer > older : left.source < right.source
    }

    private static func strictness(_ value: FactValue) -> Int {
        switch value {
        case .flag(let yes): yes ? 0 : 1
        case .stance(.never): 0
        case .stance(.optIn): 1
        case .stance(.optOut): 2
        case .stance(.always): 3
        case .retention(.days(let days)): days
        case .retention(.accountLifetime), .retention(.indefinite): .max
        case .unknown, .inherit, .list, .text: -1
        }
    }

    private static func union(_ lists: [[String]]) -> [String] {
        guard lists.count > 1 else { return lists.first ?? [] }
        var union: [String] = []
        for list in lists {
            for code in list where !union.contains(code) { union.append(code) }
        }
        return union.sorted()
    }

    private static func intersection(_ lists: [[String]]) -> [String] {
        guard let first = lists.first, lists.count > 1 else { return lists.first ?? [] }
        let others = lists.dropFirst().map { Set($0.map(Regions.canonical)) }
        return first.filter { code in others.allSatisfy { $0.contains(Regions.canonical(code)) } }.sorted()
    }
}

extension CitedFact {
    fileprivate func standing(_ state: State) -> CitedFact {
        var fact = self
        fact.state = state
        return fact
    }
}
