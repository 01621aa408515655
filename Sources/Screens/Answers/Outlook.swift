package import Permits

/// What needs the freelancer in a whole ledger, gathered some clients at a time: memory does not grow with their papers.
package struct Outlook {
    private var duties: [(deadline: Deadline, attention: HomePage.Attention)] = []
    private var unrecorded: [HomePage.Attention] = []
    private var staleness: HomePage.Attention?
    /// The days that concern no client, which every part of a ledger has.
    private var common: Set<Deadline> = []
    package private(set) var upcoming = Upcoming()

    package init() {}

    /// Adds what waits for some clients, and for everybody.
    ///
    /// - Parameters:
    ///   - part: knows all that is recorded of those clients.
    ///   - clients: their ids; others that the part knows of are left out.
    package mutating func add(_ part: Answers, of clients: [String]) {
        let dates = part.dates().filter { $0.client != nil || common.insert($0).inserted }
        duties += part.duties(dates)
        unrecorded += part.unrecorded(among: Set(clients))
        staleness = part.staleness()
        upcoming.add(dates, today: part.today)
    }

    /// What waits, the nearest first; what concerns a client before what concerns everybody.
    package var attention: [HomePage.Attention] {
        let near = duties.sorted { $0.deadline < $1.deadline }.map(\.attention)
        return near.filter { $0.client != nil } + unrecorded + near.filter { $0.client == nil }
            + (staleness.map { [$0] } ?? [])
    }
}
