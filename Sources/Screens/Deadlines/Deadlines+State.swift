import Permits

extension State {
    /// Rows of the timeline.
    var dueCount: Int { deadlines.matches?.count ?? deadlines.agenda?.days.count ?? 0 }

    /// What a row of the timeline shows.
    func due(_ row: Int) -> Deadline? {
        let place = deadlines.matches.map { $0[at: row] } ?? row
        return place.flatMap { deadlines.agenda?.days[at: $0] }
    }

    /// What the chosen row of the timeline shows.
    var chosenDue: Deadline? { due(deadlines.row) }
}
