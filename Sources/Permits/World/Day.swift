/// A civil date, counted in days since 1970-01-01 of the proleptic Gregorian calendar; years 0001 to 9999.
package struct Day: Hashable, Comparable, Sendable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// The day of a date, or nil where no such date exists.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.number = Day.number(year: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD`, exactly ten ASCII characters; nil where the text is no existing date.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func digits(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Year, month (1-12) and day (1-31).
    package var civil: (year: Int, month: Int, day: Int) {
        // Days to civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The number of days from `earlier` to this day; negative where `earlier` is later.
    package func days(since earlier: Day) -> Int { Int(number) - Int(earlier.number) }

    /// Where a period of months ends if the month it ends in lacks the day it began on.
    package enum MissingDay: Sendable {
        /// The first of the next month: a period that protects the client.
        case later
        /// The last of the month: a deadline for our own action.
        case earlier
    }

    /// This day plus a period by calendar, months and years before weeks and days; no later than 9999-12-31.
    package func adding(_ period: Period, missing: MissingDay = .later) -> Day {
        let (year, month, day) = civil
        let months = year * 12 + (month - 1) + period.totalMonths
        let newYear = months / 12
        let newMonth = months % 12 + 1
        guard newYear <= 9999 else { return Day.last }
        let length = Day.length(ofMonth: newMonth, year: newYear)
        var number = Int(Day.number(year: newYear, month: newMonth, day: min(day, length)))
        if day > length, missing == .later { number += 1 }
        number += period.totalDays
        return Day(number: Int32(min(number, Int(Day.last.number))))
    }

    package static let last = Day(number: Day.number(year: 9999, month: 12, day: 31))

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = civil
        return String(unsafeUninitializedCapacity: 10) { buffer in
            func put(_ value: Int, _ range: Range<Int>) {
                var rest = value.magnitude
                for index in range.reversed() {
                    buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            put(year, 0..<4)
            buffer[4] = UInt8(ascii: "-")
            put(month, 5..<7)
            buffer[7] = UInt8(ascii: "-")
            put(day, 8..<10)
            return 10
        }
    }
}
