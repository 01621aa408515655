/// The timeline.
package struct DeadlineState: Equatable, Sendable {
    package var row = 0
    /// Months from this one to the first that is shown.
    package var month = 0
    /// Months that are shown at once.
    package var span = 12

    package init() {}
}
