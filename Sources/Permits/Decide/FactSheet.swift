/// The facts about one surface on one route, on one day, for one client.
final class FactSheet {
    /// The agreements in force with the target's vendor, one id a kind.
    let instruments: [Agreement.Kind: String]

    /// By key.
    private let resolutions: [Resolution]
    private var citations: [(keys: KeySet, instrument: Agreement.Kind?, citation: Citation)] = []

    /// - Parameters:
    ///   - surface: nil where the catalog does not hold it; then nothing is known.
    ///   - agreements: those in force with the target's vendor.
    ///   - supposed: a review that is supposed to have been made on the day of the request.
    init(
        surface: Listing?, route: Listing?, agreements: [Agreement], at: Day, maxAgeDays: Int,
        supposing supposed: CitedFact? = nil
    ) {
        instruments = Dictionary(agreements.map { ($0.kind, $0.id) }, uniquingKeysWith: min)
        let sources = Sources(
            signed: agreements.filter { !$0.facts.isEmpty }, at: at, maxAgeDays: maxAgeDays,
            supposed: supposed)
        resolutions = DecidingKey.allCases.map { key in
            surface.map { sources.resolve(key, on: $0, route: route) }
                ?? Resolution(gap: .unrecorded, surface: "")
        }
    }

    subscript(key: DecidingKey) -> Resolution { resolutions[Int(key.rawValue)] }

    /// What a ruling cites, in the order of its keys; nil where it used none and rests on no agreement.
    func citation(of ruling: Ruling) -> Citation? {
        let (keys, instrument) = (ruling.used, ruling.instrument)
        if keys.isEmpty, instrument == nil { return nil }
        for known in citations where known.keys == keys && known.instrument == instrument {
            return known.citation
        }
        let used = keys.members.map { self[$0] }
        let citation = Citation(
            facts: used.flatMap(\.facts), conflicts: used.flatMap(\.conflicts),
            instrument: instrument.flatMap { instruments[$0] })
        citations.append((keys, instrument, citation))
        return citation
    }
}

/// Where the facts about a surface come from beside the catalog and reviews, and which of them are fresh.
private struct Sources {
    /// The agreements in force with the target's vendor that state facts.
    let signed: [Agreement]
    let at: Day
    let freshFrom: Day
    let supposed: CitedFact?

    init(signed: [Agreement], at: Day, maxAgeDays: Int, supposed: CitedFact?) {
        self.signed = signed
        self.at = at
        self.supposed = supposed
        let age = min(max(maxAgeDays, -1), Int(UInt32.max))
        freshFrom = Day(number: Int32(clamping: Int(at.number) - age))
    }

    func resolve(_ key: DecidingKey, on listing: Listing, route: Listing?) -> Resolution {
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
