package import Permits

/// A fact of a surface that the signed terms of its vendor state.
package struct SignedFact: Hashable, Sendable {
    package var surface: String
    package var key: FactKey
    package var value: FactValue
    /// The terms state it no more.
    package var archived = false

    package init(surface: String, key: FactKey, value: FactValue) {
        self.surface = surface
        self.key = key
        self.value = value
    }
}

extension Agreement {
    /// The signed facts, in the order of their surfaces and keys.
    var signedFacts: [SignedFact] {
        facts.sorted { $0.key < $1.key }.flatMap { surface, values in
            values.sorted { $0.key.name < $1.key.name }.map {
                SignedFact(surface: surface, key: $0.key, value: $0.value)
            }
        }
    }

    /// The agreement once a signed fact is stated, in place of another, or stated no more.
    package func stating(_ fact: SignedFact, inPlaceOf old: SignedFact?) -> Agreement {
        var made = self
        for gone in [old, fact.archived ? fact : nil].compactMap(\.self) {
            made.facts[gone.surface]?[gone.key] = nil
            if made.facts[gone.surface]?.isEmpty == true { made.facts[gone.surface] = nil }
        }
        if !fact.archived { made.facts[fact.surface, default: [:]][fact.key] = fact.value }
        return made
    }
}
