/// The log.
package struct LogState: Equatable, Sendable {
    package var page: LogPage?
    package var row = 0
    /// Only lines of this client.
    package var client: String?
    /// What the last check of the chain found.
    package var verified: String?

    /// Lines that are read at once.
    static let limit = 1000

    package init() {}
}
