/// An immutable snapshot of a workspace and the catalog.
package struct World: Hashable, Sendable {
    package var settings = Settings()
    package var clients: [Client] = []
    package var agreements: [Agreement] = []
    package var consents: [Consent] = []
    package var accounts: [Account] = []
    package var reviews: [Review] = []
    /// Jobs whose placeholders are kept; no part of a workspace file.
    package var placeholders: [KeptPlaceholders] = []
    package var catalog = Catalog()

    package init() {}
}
