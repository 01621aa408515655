import Permits

/// The surfaces by vendor, with the age of what is known of them.
package struct CatalogPage: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var surface: String
        package var name: String
        package var vendor: String
        /// Days since the oldest of the facts that decide was read; nothing where none is known.
        package var age: Int?
        /// How many keys have values that disagree.
        package var conflicts: Int

        package init(surface: String, name: String, vendor: String, age: Int?, conflicts: Int = 0) {
            self.surface = surface
            self.name = name
            self.vendor = vendor
            self.age = age
            self.conflicts = conflicts
        }
    }

    package var rows: [Row]
    /// The surfaces that the freelancer's own catalog holds.
    package var own: Set<String> = []

    package init(rows: [Row]) { self.rows = rows }
}
