/// An ISO 8601 duration as contracts use it: years, months, weeks, days, and hours for notices; each at most 99999.
package struct Period: Hashable, Sendable {
    package var years = 0
    package var months = 0
    package var weeks = 0
    package var days = 0
    /// Elapsed hours; only recorded terms such as a breach notice use them.
    package var hours = 0

    package init(years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0, hours: Int = 0) {
        self.years = years
        self.months = months
        self.weeks = weeks
        self.days = days
        self.hours = hours
    }

    /// Reads `P2Y`, `P18M`, `P1Y6M`, `P90D`, `P2W`, `PT72H`; nil for anything else, an empty `P` among it.
    package init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var order = 0
        var inTime = false
        while let first = rest.first {
            if first == UInt8(ascii: "T") {
                guard !inTime, rest.count > 1 else { return nil }
                inTime = true
                rest.removeFirst()
                continue
            }
            var value = 0
            var digits = 0
            while let byte = rest.first, byte >= 0x30, byte <= 0x39 {
                value = value * 10 + Int(byte - 0x30)
                digits += 1
                guard digits <= 5 else { return nil }
                rest.removeFirst()
            }
            guard digits > 0, let unit = rest.popFirst() else { return nil }
            let rank: Int
            switch (unit, inTime) {
            case (UInt8(ascii: "Y"), false): (rank, years) = (1, value)
            case (UInt8(ascii: "M"), false): (rank, months) = (2, value)
            case (UInt8(ascii: "W"), false): (rank, weeks) = (3, value)
            case (UInt8(ascii: "D"), false): (rank, days) = (4, value)
            case (UInt8(ascii: "H"), true): (rank, hours) = (5, value)
            default: return nil
            }
            guard rank > order else { return nil }
            order = rank
        }
    }

    package var totalMonths: Int { years * 12 + months }
    /// Weeks and days as days; hours count as started days.
    package var totalDays: Int { weeks * 7 + days + (hours + 23) / 24 }
}

extension Period: CustomStringConvertible {
    /// ISO 8601, zero parts left out; `P0D` where all are zero.
    package var description: String {
        var text = "P"
        if years > 0 { text += "\(years)Y" }
        if months > 0 { text += "\(months)M" }
        if weeks > 0 { text += "\(weeks)W" }
        if days > 0 { text += "\(days)D" }
        if hours > 0 { text += "T\(hours)H" }
        return text == "P" ? "P0D" : text
    }
}
