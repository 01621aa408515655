/// The vendors and surfaces that are known, in the order of their files.
package struct Catalog: Hashable, Sendable {
    package var sources: [Source] = []
    package var vendors: [Vendor] = []
    package var surfaces: [Surface] = []

    package init(sources: [Source] = [], vendors: [Vendor] = [], surfaces: [Surface] = []) {
        self.sources = sources
        self.vendors = vendors
        self.surfaces = surfaces
    }
}
