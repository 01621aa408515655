package import Permits

/// Reads a date the way people type one: `2027-03-14`, `14 mar 2027`, `in 2 years`, `+30d`, `next friday`,
/// `end of march`, `tomorrow`.
///
/// - Parameters:
///   - text: what was typed.
///   - today: what the words count from.
/// - Returns: nothing where the text is no date, or no date that exists.
package func readDay(_ text: String, today: Day) -> Day? {
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
    guard let first = words.first, words.count <= 5 else { return nil }
    if words.count == 1 {
        switch first {
        case "today", "now": return today
        case "tomorrow": return Day(number: today.number + 1)
        case "yesterday": return Day(number: today.number - 1)
        default: return Day(first) ?? weekday(first, after: today) ?? stepped(first, from: today)
        }
    }
    if words.count == 2, first == "next" {
        return weekday(words[1], after: today)
            ?? readPeriod("1 \(words[1])").map { today.adding($0, missing: .earlier) }
    }
    if let period = readPeriod(words.joined(separator: " ")), first.utf8.first != UInt8(ascii: "p") {
        return today.adding(period, missing: .earlier)
    }
    if first == "in" || words.last == "ago" || words.suffix(2) == ["from", "now"] {
        let inner = words.filter { !["in", "ago", "from", "now"].contains($0) }
            .map { $0 == "a" || $0 == "an" ? "1" : $0 }
        guard let period = readPeriod(inner.joined(separator: " ")) else { return nil }
        guard words.last == "ago" else { return today.adding(period, missing: .earlier) }
        return day(today, before: period)
    }
    if first == "end", words.count >= 2 {
        let rest = words.dropFirst().filter { $0 != "of" && $0 != "the" && $0 != "this" }
        let (year, month, _) = today.civil
        switch rest.first {
        case "month": return endOf(month: month, year: year)
        case "year": return Day(year: year, month: 12, day: 31)
        case let name?:
            if rest.count == 1, let stated = number(name), (1...9999).contains(stated) {
                return Day(year: stated, month: 12, day: 31)
            }
            guard let named = monthNumber(name) else { return nil }
            if rest.count == 1 { return endOf(month: named, year: named < month ? year + 1 : year) }
            guard rest.count == 2, let stated = number(rest[1]) else { return nil }
            return endOf(month: named, year: stated)
        case nil: return nil
        }
    }
    // `14 mar 2027`, `mar 14 2027`, `14 march`: without a year, the next such day.
    var parts = words
    guard let place = parts.firstIndex(where: { monthNumber($0) != nil }), place <= 1,
        let month = monthNumber(parts.remove(at: place)), (1...2).contains(parts.count),
        let dayOfMonth = number(parts[0])
    else { return nil }
    if parts.count == 2 {
        guard let year = number(parts[1]) else { return nil }
        return Day(year: year, month: month, day: dayOfMonth)
    }
    let year = today.civil.year
    guard let near = Day(year: year, month: month, day: dayOfMonth) else { return nil }
    return near >= today ? near : Day(year: year + 1, month: month, day: dayOfMonth)
}

/// Reads a length of time: `P2Y`, `2 years`, `18 months`, `90 days`, `1 year 6 months`.
package func readPeriod(_ text: String) -> Period? {
    if let exact = Period(text.uppercased()) { return exact }
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty, words.count % 2 == 0 else { return nil }
    var period = Period()
    for place in stride(from: 0, to: words.count, by: 2) {
        guard let count = number(words[place]) else { return nil }
        switch words[place + 1] {
        case "y", "year", "years": period.years += count
        case "m", "month", "months": period.months += count
        case "w", "week", "weeks": period.weeks += count
        case "d", "day", "days": period.days += count
        case "h", "hour", "hours": period.hours += count
        default: return nil
        }
    }
    return period
}

/// The next day of a name, a week from now where today has it.
private func weekday(_ name: String, after today: Day) -> Day? {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard name.utf8.count >= 3, let wanted = names.firstIndex(where: { $0.hasPrefix(name) }) else {
        return nil
    }
    // Day 0 was a Thursday.
    let now = ((Int(today.number) + 3) % 7 + 7) % 7
    return Day(number: today.number + Int32((wanted - now + 6) % 7 + 1))
}

/// `+30d`, `-2w`, `+6m`, `+1y`: so far from today.
private func stepped(_ text: String, from today: Day) -> Day? {
    guard let sign = text.first, sign == "+" || sign == "-", let unit = text.last,
        let period = readPeriod("\(text.dropFirst().dropLast()) \(unit)"), unit != "h"
    else { return nil }
    return sign == "+" ? today.adding(period, missing: .earlier) : day(today, before: period)
}

/// Digits alone, at most five of them.
private func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 5, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        return nil
    }
    return Int(text)
}

private func monthNumber(_ name: String) -> Int? {
    guard name.utf8.count >= 3 else { return nil }
    return monthNames.firstIndex { $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
}

private func endOf(month: Int, year: Int) -> Day? {
    Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
}

private func day(_ day: Day, before period: Period) -> Day? {
    let (year, month, dayOfMonth) = day.civil
    let months = year * 12 + month - 1 - period.totalMonths
    guard months >= 12 else { return nil }
    let length = Day.length(ofMonth: months % 12 + 1, year: months / 12)
    guard let start = Day(year: months / 12, month: months % 12 + 1, day: min(dayOfMonth, length)),
        period.totalDays < Int(start.number) + 719_162
    else { return nil }
    return Day(number: start.number - Int32(period.totalDays))
}

package let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
]
