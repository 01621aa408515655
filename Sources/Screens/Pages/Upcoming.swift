package import Permits

/// What comes next: as much of the agenda as the home screen and the title bar show.
package struct Upcoming: Hashable, Sendable {
    /// Days that are due within 30 days.
    package private(set) var soon = 0
    /// The next days, the earliest first; no more than a screen has room for.
    package private(set) var next: [Deadline] = []

    package init() {}

    /// - Parameters:
    ///   - days: more days, in any order.
    ///   - today: what has passed is left out.
    package mutating func add(_ days: [Deadline], today: Day) {
        soon += days.count { (0...30).contains($0.date.days(since: today)) }
        let coming = (next + days.filter { $0.date >= today }).sorted()
        next = Array(coming.prefix(100))
    }
}
