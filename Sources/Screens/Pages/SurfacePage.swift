package import Permits

/// One surface with every value that is known of it.
package struct SurfacePage: Hashable, Sendable {
    /// A value of a fact and where it comes from.
    package struct Value: Hashable, Sendable {
        package var key: FactKey
        package var value: FactValue
        package var source: String
        package var retrieved: Day?
        package var note: String?
        /// Who says so: `catalog`, `vendor`, `review` or `signed`.
        package var origin: String
        /// Whether it is the value that decides.
        package var decides: Bool
        /// The freelancer's own reading that says so.
        package var review: Review?

        package init(
            key: FactKey, value: FactValue, source: String, retrieved: Day?, note: String? = nil,
            origin: String,
            decides: Bool
        ) {
            self.key = key
            self.value = value
            self.source = source
            self.retrieved = retrieved
            self.note = note
            self.origin = origin
            self.decides = decides
        }
    }

    package var surface: Surface
    package var vendor: String
    package var values: [Value]
    /// The sources that the values cite, by id.
    package var sources: [String: Source]

    package init(surface: Surface, vendor: String, values: [Value], sources: [String: Source] = [:]) {
        self.surface = surface
        self.vendor = vendor
        self.values = values
        self.sources = sources
    }
}
