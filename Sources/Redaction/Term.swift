/// One word or name that must not leave, as the ledger knows it.
package struct Term: Sendable, Hashable {
    /// The name as its owner writes it.
    package var text: String
    /// One of the kinds that come from the dictionary.
    package var kind: EntityKind
    /// What it names: all spellings and aliases of one thing share a value, and so a placeholder.
    package var entity: String
    /// Match only this capitalization, for short codenames such as "Orion".
    package var caseSensitive: Bool
    /// The other client whom it belongs to, as the person sees it; nil for the client at hand.
    ///
    /// A hit blocks.
    package var foreignTo: String?

    package init(
        _ text: String, kind: EntityKind, entity: String? = nil, caseSensitive: Bool = false,
        foreignTo: String? = nil
    ) {
        self.text = text
        self.kind = kind
        self.entity = entity ?? text
        self.caseSensitive = caseSensitive
        self.foreignTo = foreignTo
    }
}
