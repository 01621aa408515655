/// What one cell, or a wide cell and its continuation, shows: a base scalar with its marks.
struct Cluster: Hashable, Sendable {
    /// The base scalar and at most ``Clusters/marksKept`` combining marks; never a control character.
    var text: String
    /// One or two columns.
    var width: Int
}
