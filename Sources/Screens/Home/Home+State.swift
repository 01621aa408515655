extension State {
    /// Rows of the client list.
    var homeCount: Int { home.matches?.count ?? roster.entries.count }

    /// The place in the roster of a row.
    func homePlace(_ row: Int) -> Int? {
        if let matches = home.matches { return matches[at: row] }
        return roster.entries.indices.contains(row) ? row : nil
    }

    /// Rows that fit on the home screen.
    var homeRoom: Int {
        let body = size.rows - 6
        // Short lists leave the rest to what needs attention.
        return max(3, min(homeCount, body - min(body / 2, attention.count + 6)))
    }

    /// Places in the roster of the rows that are seen.
    var homeWindow: [Int] { window(around: home.row, of: homeCount, room: homeRoom).compactMap(homePlace) }

    /// The client of the chosen row.
    var chosenEntry: Roster.Entry? { homePlace(home.row).map { roster.entries[$0] } }

    /// The client that an action is about.
    var subjectClient: Roster.Entry? {
        switch place {
        case .home: chosenEntry
        case .client: client.id.flatMap { roster[$0] }
        case .matrix: matrix.columns[at: matrix.column].flatMap { roster[$0.client] }
        case .why: why.request.flatMap { roster[$0.client] }
        default: current.flatMap { roster[$0.client] }
        }
    }

    /// Makes a job the current one.
    mutating func use(_ job: Job) -> [Effect] {
        if let current, current.client != job.client { previous = current }
        guard current != job else { return [] }
        current = job
        if let column = matrix.columns.firstIndex(of: job) { matrix.column = column }
        return [.use(job)]
    }

    /// Switches to a client and shows it.
    mutating func switchTo(_ entry: Roster.Entry) -> [Effect] {
        let effects = use(entry.job)
        if client.id != entry.id {
            client = ClientState()
            client.id = entry.id
        }
        return effects + open(.client)
    }
}
