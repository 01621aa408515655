package import Permits

/// A session, live or ended.
package struct SessionRow: Hashable, Sendable {
    /// A host that was asked for, how often, and when last.
    package struct Contact: Hashable, Sendable {
        package var host: String
        package var count: Int
        package var last: Moment

        package init(host: String, count: Int, last: Moment) {
            self.host = host
            self.count = count
            self.last = last
        }
    }

    package var id: String
    package var job: Job
    package var surface: String
    package var account: String?
    /// The verdict it was started on; nothing for a session without a surface.
    package var outcome: Outcome?
    /// Duties acknowledged by name before the start.
    package var acknowledged: [String] = []
    package var start: Moment
    package var end: Moment?
    /// How long it took; of a live one, until it was read.
    package var minutes = 0
    /// Why it ended.
    package var cause: String?
    package var hosts: [Contact]
    /// What was tried and refused.
    package var refused: [Contact]

    package init(
        id: String, job: Job, surface: String, outcome: Outcome?, start: Moment, end: Moment? = nil,
        cause: String? = nil, hosts: [Contact] = [], refused: [Contact] = []
    ) {
        self.id = id
        self.job = job
        self.surface = surface
        self.outcome = outcome
        self.start = start
        self.end = end
        self.cause = cause
        self.hosts = hosts
        self.refused = refused
    }

    package var isLive: Bool { end == nil }
}
