/// One value about a surface or a vendor, with its provenance.
package struct Fact: Hashable, Sendable {
    package var key: FactKey
    package var value: FactValue
    /// The id of a source of the catalog.
    package var source: String
    package var retrieved: Day
    package var confidence: String?
    package var note: String?
    /// Region codes in which the value holds; nil where it holds everywhere.
    package var appliesIn: [String]?

    package init(
        key: FactKey, value: FactValue, source: String, retrieved: Day, confidence: String? = nil,
        note: String? = nil, appliesIn: [String]? = nil
    ) {
        self.key = key
        self.value = value
        self.source = source
        self.retrieved = retrieved
        self.confidence = confidence
        self.note = note
        self.appliesIn = appliesIn
    }
}
