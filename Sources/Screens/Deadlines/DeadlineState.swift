/// The timeline.
package struct DeadlineState: Equatable, Sendable {
    /// Nothing until it was read.
    package var agenda: Agenda?
    /// Places in the agenda that the filter leaves; nothing where all are shown.
    package var matches: [Int]?
    package var row = 0
    /// Months from this one to the first that is shown.
    package var month = 0
    /// Months that are shown at once.
    package var span = 12

    package init() {}
}
