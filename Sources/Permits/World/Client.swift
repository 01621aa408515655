/// Who the freelancer works for.
package struct Client: Hashable, Sendable {
    package enum Terms: String, CaseIterable, Sendable { case recorded, none }

    /// What redaction looks for beside names and aliases.
    package struct Redact: Hashable, Sendable {
        package var names: [String] = []
        package var codenames: [String] = []
        package var domains: [String] = []
        package var custom: [String] = []
        /// Those of the client's terms, aliases among them, that are looked for in this capitalization alone.
        package var caseSensitive: [String] = []
        /// Words that are never masked, though a term or a pattern would match them.
        package var allowed: [String] = []

        package init() {}
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
