/// The freelancer's own reading of one fact of a surface, at a source, on a day.
package struct Review: Hashable, Sendable {
    package var surface: String
    package var key: FactKey
    package var value: FactValue
    package var source: String
    package var retrieved: Day
    package var note: String?
    package var archived = false

    package init(
        surface: String, key: FactKey, value: FactValue, source: String, retrieved: Day, note: String? = nil
    ) {
        self.surface = surface
        self.key = key
        self.value = value
        self.source = source
        self.retrieved = retrieved
        self.note = note
    }
}
