/// The facts about one surface on one route, on one day, for one client; each is resolved when first asked for.
final class FactSheet {
    /// The agreements in force with the target's vendor, one id a kind.
    let instruments: [Agreement.Kind: String]

    /// Nil where the catalog does not hold it; then nothing is known.
    private let surface: Listing?
    private let route: Listing?
    /// The agreements in force with the target's vendor that state facts.
    private let signed: [Agreement]
    private let at: Day
    private let freshFrom: Day
    /// A review that is supposed to have been made on the day of the request.
    private let supposed: CitedFact?
    private var resolutions: [Resolution?]
    private var citations: [(keys: KeySet, facts: [CitedFact], conflicts: [CitedFact])] = []

    init(
        surface: Listing?, route: Listing?, agreements: [Agreement], at: Day, maxAgeDays: Int,
        supposing supposed: CitedFact? = nil
    ) {
        self.surface = surface
        self.route = route
        instruments = Dictionary(agreements.map { ($0.kind, $0.id) }, uniquingKeysWith: min)
        signed = agreements.filter { !$0.facts.isEmpty }
        self.at = at
        self.supposed = supposed
        let age = min(max(maxAgeDays, -1), Int(UInt32.max))
        freshFrom = Day(number: Int32(clamping: Int(at.number) - age))
        resolutions = Array(repeating: nil, count: DecidingKey.count)
    }

    subscript(key: DecidingKey) -> Resolution {
        if let known = resolutions[Int(key.rawValue)] { return known }
        let resolution =
            surface.map { resolve(key, on: $0, route: route) } ?? Resolution(gap: .unrecorded, surface: "")
        resolutions[Int(key.rawValue)] = resolution
        return resolution
    }

    /// What a finding that used these keys cites, in the order of the keys.
    func citation(_ keys: KeySet) -> (facts: [CitedFact], conflicts: [CitedFact]) {
        for known in citations where known.keys == keys { return (known.facts, known.conflicts) }
        let used = keys.members.map { self[$0] }
        let facts = used.flatMap(\.facts)
        let conflicts = used.flatMap(\.conflicts)
        citations.append((keys, facts, conflicts))
        return (facts, conflicts)
    }

    private func resolve(_ key: DecidingKey, on listing: Listing, route: Listing?) -> Resolution {
        let stated = statements(of: key, about: listing.id)
        if !stated.isEmpty { return Resolution(stated, for: key, surface: listing.id, freshFrom: nil) }
        if listing.inherited.contains(key) {
            guard let route else { return Resolution(gap: .unrouted, surface: listing.id) }
            return resolve(key, on: route, route: nil)
        }
        let position = Int(key.rawValue)
        var candidates = listing.values[position].filter(exists)
        var reviews = listing.reviews[position].filter(exists)
        if let supposed, supposed.surface == listing.id, supposed.key == key.key { reviews.append(supposed) }
        var asksVendor = true
        if let latest = reviews.compactMap(\.retrieved).max() {
            let last = reviews.filter { $0.retrieved == latest }
            candidates.removeAll { fact in fact.retrieved.map { $0 <= latest } ?? true }
            candidates += last.filter { $0.value != .unknown }
            asksVendor = false
        }
        if candidates.isEmpty, asksVendor { candidates = listing.vendorValues[position].filter(exists) }
        guard !candidates.isEmpty else { return Resolution(gap: .unrecorded, surface: listing.id) }
        return Resolution(candidates, for: key, surface: listing.id, freshFrom: freshFrom)
    }

    /// What the agreements that took effect last state, as the only candidates.
    private func statements(of key: DecidingKey, about surface: String) -> [CitedFact] {
        var latest: [CitedFact] = []
        for agreement in signed {
            guard let value = agreement.facts[surface]?[key.key], key.admits(value) else { continue }
            let effective = agreement.effective?.number ?? .min
            let known = latest.first?.retrieved?.number ?? .min
            if effective > known { latest.removeAll() }
            if latest.isEmpty || effective == known {
                latest.append(
                    CitedFact(
                        surface: surface, key: key.key, value: value, source: agreement.id,
                        retrieved: agreement.effective, state: .signed))
            }
        }
        return latest
    }

    private func exists(_ fact: CitedFact) -> Bool { fact.retrieved.map { $0 <= at } ?? false }
}
