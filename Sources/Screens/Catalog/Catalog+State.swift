import Permits

extension State {
    /// Rows of the catalog that the filter leaves.
    var catalogRows: [CatalogPage.Row] {
        guard let rows = catalog.page?.rows else { return [] }
        let typed = filter(of: .catalog)
        return typed.isEmpty
            ? rows : Fuzzy(rows.map { "\($0.name) \($0.vendor)" }).matches(typed).map { rows[$0] }
    }

    /// The jobs for which the catalog says what a surface's facts lead to.
    var catalogJobs: ArraySlice<Job> { matrix.columns.prefix(6) }

    var chosenSurface: String? { catalogRows[at: catalog.row]?.surface }

    /// The freelancer's own reading that is chosen.
    var chosenReview: Review? {
        guard place == .catalog, catalog.isOnFacts, catalog.surface?.surface.id == chosenSurface else {
            return nil
        }
        return catalog.surface?.values[at: catalog.fact]?.review
    }

    /// Opens the catalog at a surface.
    mutating func openCatalog(at surface: String) -> [Effect] {
        filters[.catalog] = nil
        catalog.isOnFacts = false
        catalog.wanted = surface
        let effects = open(.catalog)
        goToWantedSurface()
        return effects + loadChosenSurface()
    }

    mutating func goToWantedSurface() {
        guard let wanted = catalog.wanted, catalog.page != nil else { return }
        catalog.wanted = nil
        if let row = catalogRows.firstIndex(where: { $0.surface == wanted }) { catalog.row = row }
    }

    /// Asks for the surface of the chosen row.
    func loadChosenSurface() -> [Effect] {
        guard let chosen = chosenSurface, chosen != catalog.surface?.surface.id else { return [] }
        return [.loadSurface(chosen)]
    }
}
