/// The surfaces and what is known of them.
package struct CatalogState: Equatable, Sendable {
    package var page: CatalogPage?
    package var row = 0
    package var surface: SurfacePage?
    /// Whether the facts have the keys.
    package var isOnFacts = false
    package var fact = 0
    /// The surface to go to once the catalog was read.
    package var wanted: String?

    package init() {}
}
