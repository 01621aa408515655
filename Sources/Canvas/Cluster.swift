/// What one cell, or a wide cell and its continuation, shows: a base scalar with its marks.
struct Cluster: Hashable, Sendable {
    /// The base and its combining marks; never a control character.
    var scalars: Scalars
    /// One or two columns.
    var width: Int

    init(_ base: Unicode.Scalar, width: Int) {
        scalars = Scalars(base)
        self.width = width
    }

    var text: String { scalars.text }
    var isSpace: Bool { scalars == .space }
}
