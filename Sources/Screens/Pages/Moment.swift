package import Permits

/// A minute of a civil day, in local time.
package struct Moment: Hashable, Comparable, Sendable {
    package var day: Day
    /// Minutes since midnight, `0..<1440`.
    package var minute: Int

    package init(day: Day, minute: Int) {
        self.day = day
        self.minute = min(max(0, minute), 1439)
    }

    package static func < (left: Moment, right: Moment) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }

    /// `09:12`.
    package var clock: String { twoDigits(minute / 60) + ":" + twoDigits(minute % 60) }

    /// The clock for today, the date for any other day.
    package func near(_ today: Day) -> String { day == today ? clock : day.brief(from: today) }

    /// `14 Mar 09:12`, or the date with its year where that is long ago.
    package func stamp(_ today: Day) -> String {
        let date = day.brief(from: today)
        return date == day.short ? "\(date) \(clock)" : date
    }

    /// Minutes from an earlier moment.
    package func minutes(since earlier: Moment) -> Int {
        day.days(since: earlier.day) * 1440 + minute - earlier.minute
    }
}
