import Permits

extension State {
    /// The deadlines that the filter leaves, the earliest first.
    var dueRows: [Deadline] {
        let sorted = due.sorted { $0.date < $1.date }
        let typed = filter(of: .deadlines)
        guard !typed.isEmpty else { return sorted }
        return Fuzzy(sorted.map { "\($0.client.map(tag(of:)) ?? "all") \($0.what)" }).matches(typed).map {
            sorted[$0]
        }
    }

    /// Deadlines within the next 30 days, as the title bar counts them.
    var dueSoon: Int { due.filter { (0...30).contains($0.date.days(since: today)) }.count }
}
