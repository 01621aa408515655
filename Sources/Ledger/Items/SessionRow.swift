/// A session as the ledger keeps it.
package struct SessionRow: Hashable, Sendable {
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

    /// 0 before the row is written.
    package var id: Int64 = 0
    package var client: String?
    package var engagement: String?
    package var surface: String?
    package var route: String?
    package var account: String?
    /// The outcome, or `none`.
    package var verdict: String
    /// The verdict as JSON, with what it came from.
    package var evidence: String?
    /// The head of the log when the verdict was reached: all of it up to there is what the verdict knew.
    package var basis: String?
    /// Duties that were acknowledged by name.
    package var acknowledged: [String] = []
    /// Seconds since 1970-01-01 UTC.
    package var start: Int64
    /// Nil while it runs.
    package var end: Int64?
    /// `exit 0`, `signal 9`, `stopped`, `lost`; nil while it runs.
    package var cause: String?
    package var reached: [Contact] = []
    package var refused: [Contact] = []

    package init(verdict: String, start: Int64) {
        self.verdict = verdict
        self.start = start
    }
}
