package import Permits

/// A session, live or ended.
package struct SessionRow: Hashable, Sendable {
    package var id: String
    package var job: Job
    package var surface: String
    /// The verdict it was started on; nothing for a session without a surface.
    package var outcome: Outcome?
    package var start: Moment
    package var end: Moment?
    /// Why it ended.
    package var cause: String?
    package var hosts: [String]
    /// What was tried and refused.
    package var refused: [String]

    package init(
        id: String, job: Job, surface: String, outcome: Outcome?, start: Moment, end: Moment? = nil,
        cause: String? = nil, hosts: [String] = [], refused: [String] = []
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
