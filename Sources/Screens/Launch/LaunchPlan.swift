package import Permits

/// What a session would be started with, before it is.
package struct LaunchPlan: Hashable, Sendable {
    /// A line of what is done before it opens.
    package struct Check: Hashable, Sendable {
        package var label: String
        package var value: String
        package var isReady: Bool

        package init(_ label: String, _ value: String, isReady: Bool = true) {
            self.label = label
            self.value = value
            self.isReady = isReady
        }
    }

    package var verdict: Verdict
    package var checks: [Check]
    /// The duties that the session meets by what it is; nobody is asked for them.
    package var metByTheWall: Duties
    /// The command line that does the same.
    package var command: String
    /// Why it cannot start at all.
    package var obstacle: String?

    package init(
        verdict: Verdict, checks: [Check], metByTheWall: Duties = [], command: String, obstacle: String? = nil
    ) {
        self.verdict = verdict
        self.checks = checks
        self.metByTheWall = verdict.duties.intersection(metByTheWall)
        self.command = command
        self.obstacle = obstacle
    }
}
