/// Who the freelancer works for.
package struct Client: Hashable, Sendable {
    package enum Terms: String, CaseIterable, Sendable { case recorded, none }

    /// What redaction looks for beside names and aliases.
    package struct Redact: Hashable, Sendable {
        package var names: [String] = []
        package var codenames: [String] = []
        package var domains: [String] = []
        package var custom: [String] = []

        package init(
            names: [String] = [], codenames: [String] = [], domains: [String] = [], custom: [String] = []
        ) {
            self.names = names
            self.codenames = codenames
            self.domains = domains
            self.custom = custom
        }
    }

    package var id: String
    package var name: String
    /// 2-4 letters or a short CJK word, for the title bar and the heads of the matrix.
    package var tag: String
    package var aliases: [String] = []
    package var jurisdiction: String?
    package var conflictClass: String?
    package var terms: Terms = .recorded
    package var redact = Redact()
    package var engagements: [Engagement] = []
    package var archived = false

    package init(id: String, name: String, tag: String) {
        self.id = id
        self.name = name
        self.tag = tag
    }
}
