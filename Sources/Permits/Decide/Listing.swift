/// A surface of the catalog with its reviews and its vendor's values, ordered by key.
final class Listing {
    let id: String
    let vendor: String
    /// The keys for which a catalog value says `inherit`, at whatever date.
    let inherited: KeySet
    /// Whether any catalog value, of a deciding key or another, says `inherit`: then a route is the target.
    let isWrapper: Bool
    /// Known catalog values by key, those left out that do not hold in the home region.
    let values: [[CitedFact]]
    let vendorValues: [[CitedFact]]
    let reviews: [[CitedFact]]

    init(_ surface: Surface, vendor: Vendor?, reviews: [Review], homeRegion: String?) {
        id = surface.id
        self.vendor = surface.vendor
        isWrapper = surface.facts.contains { $0.value == .inherit }
        inherited = surface.facts.reduce(into: []) { keys, fact in
            if fact.value == .inherit, let key = DecidingKey(fact.key) { keys.insert(key) }
        }
        values = Listing.sorted(surface.facts, of: surface.id, homeRegion: homeRegion)
        vendorValues = Listing.sorted(vendor?.facts ?? [], of: surface.vendor, homeRegion: homeRegion)
        var byKey = [[CitedFact]](repeating: [], count: DecidingKey.count)
        for review in reviews {
            guard let key = DecidingKey(review.key) else { continue }
            byKey[Int(key.rawValue)].append(
                CitedFact(
                    surface: surface.id, key: review.key,
                    value: key.admits(review.value) ? review.value : .unknown, source: review.source,
                    retrieved: review.retrieved, state: .fresh))
        }
        self.reviews = byKey
    }

    private static func sorted(_ facts: [Fact], of owner: String, homeRegion: String?) -> [[CitedFact]] {
        var byKey = [[CitedFact]](repeating: [], count: DecidingKey.count)
        for fact in facts {
            guard let key = DecidingKey(fact.key), key.admits(fact.value) else { continue }
            if let regions = fact.appliesIn {
                guard let homeRegion, Regions.contain(regions, homeRegion) else { continue }
            }
            byKey[Int(key.rawValue)].append(
                CitedFact(
                    surface: owner, key: fact.key, value: fact.value, source: fact.source,
                    retrieved: fact.retrieved, state: .fresh))
        }
        return byKey
    }
}
