/// A client's written permission that lifts named obligations for a named surface.
package struct Consent: Hashable, Sendable {
    package var id: String
    package var client: String
    package var engagement: String?
    /// Surfaces or vendors.
    package var surfaces: [String] = []
    /// Obligation ids or kinds.
    package var lifts: [String] = []
    /// What it covers; nil counts as `confidential`.
    package var data: DataCategories?
    package var granted: Day
    package var expires: Day?
    package var revoked: Day?
    package var conditions: Duties = []
    package var evidence: String?
    package var archived = false

    package init(id: String, client: String, granted: Day) {
        self.id = id
        self.client = client
        self.granted = granted
    }
}
