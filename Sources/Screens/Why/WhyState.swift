package import Permits

/// The explanation of one answer.
package struct WhyState: Equatable, Sendable {
    package var request: Request?
    package var explanation: Explanation?
    /// The chosen finding.
    package var row = 0
    package var problem: String?

    package init() {}
}
