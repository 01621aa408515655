/// Whether an action can be done now.
package enum Availability: Equatable, Sendable {
    case ready
    /// It cannot, and why, as a person is told.
    case off(String)
}
