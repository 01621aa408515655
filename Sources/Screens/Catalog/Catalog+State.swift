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

    /// Asks for the surface of the chosen row.
    func loadChosenSurface() -> [Effect] {
        guard let chosen = chosenSurface, chosen != catalog.surface?.surface.id else { return [] }
        return [.loadSurface(chosen)]
    }
}
