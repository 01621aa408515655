import Permits

/// What was asked for already, so that nothing is asked twice.
package struct Asked: Hashable, Sendable {
    var clients: Set<String> = []
    /// Clients whose lines are shown but may have changed.
    var stale: Set<String> = []
    var jobs: Set<Job> = []
    var request: Request?
    var weighed: Change?
    /// The question whose answer, the path of a file, is being read.
    var path: Prompt?
}
