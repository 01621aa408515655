/// What is known of the surfaces of one catalog, worked out once; judges of the same records may share it.
///
/// It keeps what it worked out, so it stays on the task that made it.
package final class SurfaceFacts {
    private let catalog: Catalog
    private let reviews: [Review]
    private let settings: Settings
    private let surfaces: NameIndex
    private let vendors: NameIndex
    /// By the position of their surface, as listings and sheets are.
    private var reviewsOfSurface: [[Int]]
    private var listings: [Listing?]
    /// Few are ever kept of one surface, so they are searched.
    private var sheets: [[(key: SheetKey, sheet: FactSheet)]]

    /// What a sheet of facts about a surface depends on.
    private struct SheetKey: Equatable {
        var route: Int?
        /// The ids of the agreements in force with the vendor.
        var agreements: [String]
        var at: Day
    }

    /// Sheets kept of one surface at once; past it all of them are dropped, so that memory stays flat.
    private static let sheetLimit = 64

    /// - Parameter world: whose catalog, reviews and settings count.
    package init(_ world: World) {
        (catalog, reviews, settings) = (world.catalog, world.reviews, world.settings)
        surfaces = NameIndex(catalog.surfaces.map(\.id))
        vendors = NameIndex(catalog.vendors.map(\.id))
        reviewsOfSurface = Array(repeating: [], count: catalog.surfaces.count)
        listings = Array(repeating: nil, count: catalog.surfaces.count)
        sheets = Array(repeating: [], count: catalog.surfaces.count)
        for index in reviews.indices where !reviews[index].archived {
            if let surface = surfaces[reviews[index].surface] { reviewsOfSurface[surface].append(index) }
        }
    }

    func position(of surface: String) -> Int? { surfaces[surface] }

    func listing(of surface: Int) -> Listing {
        if let known = listings[surface] { return known }
        let entry = catalog.surfaces[surface]
        let listing = Listing(
            entry, vendor: vendors[entry.vendor].map { catalog.vendors[$0] },
            reviews: reviewsOfSurface[surface].map { reviews[$0] }, homeRegion: settings.homeRegion)
        listings[surface] = listing
        return listing
    }

    /// The facts about a surface on a route, on a day.
    ///
    /// - Parameters:
    ///   - surface: its position; nil where the catalog does not hold it.
    ///   - agreements: those in force with the target's vendor.
    ///   - supposed: a review that is supposed to have been made on the day; its sheet is not kept.
    func sheet(
        _ surface: Int?, _ route: Int?, agreements: [Agreement], at day: Day, supposing supposed: CitedFact?
    ) -> FactSheet {
        let key = SheetKey(route: route, agreements: agreements.map(\.id), at: day)
        if supposed == nil, let surface {
            for known in sheets[surface] where known.key == key { return known.sheet }
        }
        let sheet = FactSheet(
            surface: surface.map(listing(of:)), route: route.map(listing(of:)), agreements: agreements,
            at: day, maxAgeDays: settings.factMaxAgeDays, supposing: supposed)
        if supposed == nil, let surface {
            if sheets[surface].count >= SurfaceFacts.sheetLimit { sheets[surface].removeAll() }
            sheets[surface].append((key, sheet))
        }
        return sheet
    }
}
