extension State {
    /// The sessions that the filter leaves, the live ones first, then the newest.
    var sessionRows: [SessionRow] {
        let sorted = sessions.sorted { ($0.isLive ? 1 : 0, $0.start) > ($1.isLive ? 1 : 0, $1.start) }
        let typed = filter(of: .sessions)
        guard !typed.isEmpty else { return sorted }
        return Fuzzy(sorted.map { "\(tag(of: $0.job.client)) \(name(of: $0.surface))" }).matches(typed).map {
            sorted[$0]
        }
    }

    var chosenSession: SessionRow? { sessionRows[at: session.row] }
}
