package import Permits

/// What comes next: as much of the agenda as the home screen and the title bar show.
package struct Upcoming: Hashable, Sendable {
    /// Days that are due within 30 days.
    package let soon: Int
    /// The next days, the earliest first; no more than a screen has room for.
    package let next: [Deadline]

    /// - Parameters:
    ///   - days: every day there is, in any order.
    ///   - today: what has passed is left out.
    package init(_ days: [Deadline] = [], today: Day = Day(number: 0)) {
        soon = days.count { (0...30).contains($0.date.days(since: today)) }
        let coming = days.filter { $0.date >= today }.sorted { $0.date < $1.date }
        next = Array(coming.prefix(100))
    }
}
