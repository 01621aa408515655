package import Permits

/// The matrix of surfaces by engagements.
package struct MatrixState: Equatable, Sendable {
    /// Every engagement of every client, in the order of the roster.
    package var columns: [Job] = []
    package var column = 0
    /// The chosen surface, a place in the rows that are shown.
    package var row = 0
    /// Only rows with this answer in the chosen column; nothing where all are shown.
    package var only: Outcome?
    /// The surface chosen behind each wrapper.
    package var routes: [String: String] = [:]
    /// The explanation of the chosen cell.
    package var explanation: Explanation?

    package init() {}
}
