package import Permits

/// What is kept of a session: for whom, on what grounds, from when to when, and what it reached.
package struct SessionRecord: Hashable, Sendable {
    /// A host that was asked for, how often, and when last.
    package struct Contact: Hashable, Sendable {
        package var host: String
        package var count: Int
        /// Seconds since 1970-01-01 UTC.
        package var time: Int64

        package init(host: String, count: Int, time: Int64) {
            self.host = host
            self.count = count
            self.time = time
        }
    }

    /// The number that the ledger gave it; nil before it has started.
    package var id: Int64?
    package var client: String
    package var engagement: String?
    package var surface: String?
    package var route: String?
    package var account: String?
    /// The outcome, or `none` where no surface was asked about.
    package var verdict: String
    /// The verdict as JSON, with the terms and facts it came from.
    package var evidence: String?
    /// The head of the log when the verdict was reached.
    package var basis: String?
    /// The civil date of the start where the user is.
    package var day = Day(number: 0)
    /// Duties acknowledged by name before the start.
    package var acknowledged: [String] = []
    /// Seconds since 1970-01-01 UTC.
    package var start: Int64 = 0
    package var end: Int64?
    package var cause: EndCause?
    package var reached: [Contact] = []
    package var refused: [Contact] = []

    package init(client: String, verdict: String) {
        self.client = client
        self.verdict = verdict
    }
}
