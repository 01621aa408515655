package import Permits

/// What a workspace file holds.
package struct WorkspaceDocument: Sendable {
    /// Nil where the file has no settings.
    package var settings: Settings?
    /// The items in the order of the file; its catalog and settings are not meant.
    package var world: World
}
