/// A legal entity that offers surfaces.
package struct Vendor: Hashable, Sendable {
    package var id: String
    package var name: String
    package var facts: [Fact] = []

    package init(id: String, name: String, facts: [Fact] = []) {
        self.id = id
        self.name = name
        self.facts = facts
    }
}
