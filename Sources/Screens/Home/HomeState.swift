/// The home screen.
package struct HomeState: Equatable, Sendable {
    /// Places in the roster that the filter leaves; nothing where all are shown.
    package var matches: [Int]?
    package var row = 0

    package init() {}
}
