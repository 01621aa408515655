/// A document that facts were taken from.
package struct Source: Hashable, Sendable {
    package var id: String
    package var kind: String?
    package var date: Day?
    package var url: String?
    package var note: String?

    package init(id: String, kind: String? = nil, date: Day? = nil, url: String? = nil, note: String? = nil) {
        self.id = id
        self.kind = kind
        self.date = date
        self.url = url
        self.note = note
    }
}
