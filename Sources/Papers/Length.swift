import Permits

/// A length of time as a clause states it.
package struct Length: Equatable, Sendable {
    package enum Unit: String, Sendable {
        case hour, day, month, year
        case businessDay = "business_day"
    }

    package var count: Int
    package var unit: Unit

    package init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// The length as a record of `n` and `unit`.
    package var parameter: Parameter {
        .record([.init("n", .number(count)), .init("unit", .text(unit.rawValue))])
    }

    /// The term of an ISO 8601 duration in one unit: `P18M`.
    init?(duration: String) {
        guard let period = Period(duration) else { return nil }
        switch (period.totalMonths, period.totalDays) {
        case (let months, 0) where months > 0 && months % 12 == 0: self.init(months / 12, .year)
        case (let months, 0) where months > 0: self.init(months, .month)
        case (0, let days) where days > 0 && period.hours == 0: self.init(days, .day)
        case (0, let days) where days > 0 && period.weeks + period.days == 0: self.init(period.hours, .hour)
        default: return nil
        }
    }

    /// The term that a parameter of that shape states.
    package init?(_ parameter: Parameter?) {
        guard let parameter, let count = parameter["n"]?.number,
            let unit = parameter["unit"]?.text.flatMap(Unit.init(rawValue:))
        else { return nil }
        self.init(count, unit)
    }
}

/// A term found among words, and where.
struct StatedLength {
    var term: Length
    var range: Range<Int>
}

/// The terms stated in `words`, in order: "thirty (30) days", "5 (five) years", "ten business days".
func statedLengths(in words: [Word]) -> [StatedLength] {
    var result: [StatedLength] = []
    var index = 0
    while index < words.count {
        guard var (count, next) = number(in: words, at: index) else {
            index += 1
            continue
        }
        let start = index
        // A number is often said twice, in words and figures.
        if let (again, after) = number(in: words, at: next), again == count { (count, next) = (again, after) }
        var business = false
        while next < words.count, next - start < 7 {
            let word = words[next].text
            if word == "business" || word == "working" || word == "banking" {
                business = true
            } else if word != "calendar" && word != "consecutive" && word != "full" && word != "clear"
                && word != "s" && word != "whole"
            {
                break
            }
            next += 1
        }
        guard next < words.count, let (unit, factor) = unit(words[next].text), count > 0, count < 10_000
        else {
            index += 1
            continue
        }
        let day = unit == .day && business ? Length.Unit.businessDay : unit
        result.append(StatedLength(term: Length(count * factor, day), range: start..<(next + 1)))
        index = next + 1
    }
    return result
}

private func unit(_ word: String) -> (Length.Unit, Int)? {
    switch word {
    case "hour", "hours", "hrs": (.hour, 1)
    case "day", "days": (.day, 1)
    case "week", "weeks": (.day, 7)
    case "fortnight": (.day, 14)
    case "month", "months": (.month, 1)
    case "year", "years", "anniversary": (.year, 1)
    default: nil
    }
}

private let small: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10,
]
private let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
]

private func number(in words: [Word], at index: Int) -> (Int, Int)? {
    guard index < words.count else { return nil }
    let text = words[index].text
    if text.utf8.count <= 4, let value = Int(text) { return (value, index + 1) }
    if let value = small[text] { return (value, index + 1) }
    if let value = tens[text] {
        if index + 1 < words.count, let rest = small[words[index + 1].text], rest < 10 {
            return (value + rest, index + 2)
        }
        return (value, index + 1)
    }
    return nil
}
