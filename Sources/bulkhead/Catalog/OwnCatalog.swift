import Documents
import Glibc
import Permits

/// The one catalog file that the program keeps for the user, `own.json`, beside any that the user writes by hand.
struct OwnCatalog {
    let files: CatalogFiles
    let day: Day
    private let path: String
    private var document: Node

    init(_ place: Place) throws(Failure) {
        files = try CatalogFiles(place)
        day = try place.day
        path = files.folder + "/own.json"
        document = .map([("catalog", .scalar("1"))])
        if access(path, F_OK) == 0 {
            document = try tree(try read(path), file: path)
        }
    }

    /// The surfaces that the file holds.
    var ids: Set<String> { Set(document.nodes("surfaces").compactMap { $0.text("id") }) }

    /// Adds a surface, and its vendor where the catalog does not know it.
    ///
    /// - Throws: ``Failure`` where the surface is there already, or is not valid.
    mutating func add(_ id: String, _ fields: SurfaceEntry) throws(Failure) {
        guard !document.nodes("surfaces").contains(where: { $0.text("id") == id }) else {
            throw Failure(.usage, "\(id) is in your own catalog already: 'bulkhead surface edit' changes it.")
        }
        try put(.map([("id", .scalar(id))]), id, fields)
    }

    /// Changes the named fields of a surface of the own catalog.
    mutating func edit(_ id: String, _ fields: SurfaceEntry) throws(Failure) {
        guard let surface = document.nodes("surfaces").first(where: { $0.text("id") == id }) else {
            throw Failure(
                .notFound,
                "\(id) is not in your own catalog. 'bulkhead surface review' corrects a shipped fact.")
        }
        try put(surface, id, fields)
    }

    /// Takes a surface out of the own catalog.
    mutating func remove(_ id: String) throws(Failure) {
        let surfaces = document.nodes("surfaces")
        guard surfaces.contains(where: { $0.text("id") == id }) else {
            throw Failure(
                .notFound, "\(id) is not in your own catalog, and shipped surfaces cannot be removed.")
        }
        document.set("surfaces", .list(surfaces.filter { $0.text("id") != id }))
        try save()
    }

    private mutating func put(_ surface: Node, _ id: String, _ fields: SurfaceEntry) throws(Failure) {
        var surface = surface
        surface.set(fields.fields)
        let page = fields.facts.isEmpty ? nil : fields.source.map { source($0) }
        var facts = surface.value("facts") ?? .map([])
        for (key, value) in try fields.facts(on: day, at: page ?? "") { facts.set(key, value) }
        if case .map(let entries) = facts.content, !entries.isEmpty { surface.set("facts", facts) }
        let vendor = String(id.prefix { $0 != "." })
        let known = try files.read().vendors.contains { $0.id == vendor }
        if !known, !document.nodes("vendors").contains(where: { $0.text("id") == vendor }) {
            let name = fields.vendor ?? vendor
            let added = Node.map([("id", .scalar(vendor)), ("name", .scalar(name))])
            document.set("vendors", .list(document.nodes("vendors") + [added]))
        }
        let others = document.nodes("surfaces").filter { $0.text("id") != id }
        document.set("surfaces", .list(others + [surface]))
        try save()
        Lookalikes(try CatalogFiles(files.place).read().surfaces, own: [id]).complain()
    }

    /// The id of a page as it was read today; a fact that was read at another page keeps that one.
    private mutating func source(_ address: String) -> String {
        var sources = document.value("sources") ?? .map([])
        var (id, number) = ("own", 1)
        while let known = sources.value(id),
            known.text("url") != address || known.text("date") != day.description
        {
            number += 1
            id = "own-\(number)"
        }
        sources.set(
            id,
            .map([
                ("kind", .scalar("own-reading")), ("date", .scalar(day.description)),
                ("url", .scalar(address)),
            ]))
        document.set("sources", sources)
        return id
    }

    /// Writes the file in one step, after it has been read as any catalog is; what it was is kept beside it.
    private func save() throws(Failure) {
        let bytes = document.json()
        let base = files.place.catalogFile
        let known =
            base == nil
            ? try CatalogFiles.shipped() : try CatalogFiles.parse(try read(base ?? ""), base ?? "")
        _ = try CatalogFiles.parse(bytes, Failure.typed, extending: known)
        try makeFolder(files.folder)
        if access(path, F_OK) == 0 { try write(try read(path), to: path + ".before") }
        try write(bytes, to: path)
    }
}
