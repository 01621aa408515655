/// A fact as a finding used it.
package struct CitedFact: Hashable, Sendable {
    package enum State: String, Sendable { case fresh, stale, signed }

    /// The surface it was resolved on, or its vendor.
    package var surface: String
    package var key: FactKey
    package var value: FactValue
    /// A source of the catalog, a review's source, or the id of a signed agreement.
    package var source: String
    /// The day of retrieval; of a signed fact the day the agreement took effect, if known.
    package var retrieved: Day?
    package var state: State

    package init(
        surface: String, key: FactKey, value: FactValue, source: String, retrieved: Day?, state: State
    ) {
        self.surface = surface
        self.key = key
        self.value = value
        self.source = source
        self.retrieved = retrieved
        self.state = state
    }
}
