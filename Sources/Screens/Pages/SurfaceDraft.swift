package import Permits

/// A surface of the freelancer's own catalog as it shall be from now on.
package struct SurfaceDraft: Hashable, Sendable {
    package var surface: Surface
    /// The vendor's name, where the catalog does not know the vendor.
    package var vendor: String?
    /// Taken out of the own catalog.
    package var archived = false

    package init(_ surface: Surface, vendor: String? = nil) {
        self.surface = surface
        self.vendor = vendor
    }
}
