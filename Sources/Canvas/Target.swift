/// What a press of the mouse on a part of a frame means.
package enum Target: Hashable, Sendable {
    /// The same as a key: a tab, a hint.
    case key(Key)
    /// A row of a list, in one of its columns or panes.
    case row(Int, column: Int)
}
