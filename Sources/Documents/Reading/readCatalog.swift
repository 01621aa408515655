package import Permits

/// Reads a catalog file.
///
/// - Parameters:
///   - bytes: YAML or JSON in UTF-8.
///   - file: the name for faults.
///   - known: a catalog that this one extends: its vendors and sources may be named.
/// - Throws: every problem found, by line.
package func readCatalog(
    _ bytes: [UInt8], file: String, extending known: Catalog = Catalog()
) throws(Faults) -> Catalog {
    let root = try readTree(bytes, file: file)
    let reading = Reading(file: file)
    let catalog = CatalogReader(reading: reading, known: known).read(root)
    try reading.finish()
    return catalog
}
