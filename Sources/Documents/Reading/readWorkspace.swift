package import Permits

/// Reads a workspace file.
///
/// - Parameters:
///   - bytes: YAML or JSON in UTF-8.
///   - file: the name for faults.
///   - existing: what the ledger holds and keeps; references may lead there. Empty where the ledger is
///     replaced.
/// - Throws: every problem found, by line; nothing of the document is then to be used.
package func readWorkspace(
    _ bytes: [UInt8], file: String, into existing: World = World()
) throws(Faults) -> WorkspaceDocument {
    let root = try readTree(bytes, file: file)
    let reading = Reading(file: file)
    var reader = WorkspaceReader(reading: reading)
    reader.read(root)
    WorkspaceReferences(reading: reading, root: root, read: reader, existing: existing).check()
    try reading.finish()
    return WorkspaceDocument(settings: reader.settings, world: reader.world)
}
