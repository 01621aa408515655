/// Calendar dates: numeric, with the name of a month, and years that a word introduces.
extension Scan {
    private static let yearWords = contextWords(
        "in of since during from until till by year years before after around circa born founded established")
    private static let dayWords = contextWords(
        "on by until since from to before after due is was till dated date")

    /// Dates among the groups of a cluster.
    mutating func dates(_ cluster: Cluster) {
        var first = 0
        while first < cluster.groups.count {
            let start = cluster.groups[first].lowerBound
            let before = at(start - 1)
            let clear =
                !(before.isAlphanumeric || before == 0x2F || before == 0x5F) && (before != 0x2D || first == 0)
                && (before != 0x2E || first == 0)
            if clear, first + 2 < cluster.groups.count, isDate(cluster, first..<(first + 3)) {
                let end = cluster.groups[first + 2].upperBound
                if !at(end).isLetter || at(end) == UInt8(ascii: "T") {
                    add(start, time(after: end), .date, .context)
                    first += 3
                    continue
                }
            }
            if before.isLetter, first + 2 < cluster.groups.count, isDate(cluster, first..<(first + 3)),
                cluster.groups[first].count == 4, case let end = cluster.groups[first + 2].upperBound,
                case let stop = time(after: end), stop > end, !at(stop).isAlphanumeric, stop < count
            {
                add(start, stop, .date, .pattern)
                first += 3
                continue
            }
            if clear, first + 1 < cluster.groups.count, let basis = shortDate(cluster, first) {
                add(start, cluster.groups[first + 1].upperBound, .date, basis)
                first += 2
                continue
            }
            first += 1
        }
    }

    /// A date in the characters of East Asia, "2026年3月4日", whose year is `start..<end`.
    mutating func wideDate(_ start: Int, _ end: Int) -> Bool {
        func sign(_ index: Int, _ signs: [String]) -> Int? {
            let index = at(index) == 0x20 ? index + 1 : index
            for sign in signs where index + 3 <= count && text[index..<(index + 3)].elementsEqual(sign.utf8) {
                return index + 3
            }
            return nil
        }
        func number(_ index: Int) -> Int? {
            let index = at(index) == 0x20 ? index + 1 : index
            let stop = run(index, limit: 3) { $0.isDigit }
            return stop > index && stop - index <= 2 ? stop : nil
        }
        guard let year = sign(end, ["年", "년"]), let month = number(year),
            let behind = sign(month, ["月", "월"])
        else {
            return false
        }
        var last = behind
        if let day = number(behind), let whole = sign(day, ["日", "일", "号"]) { last = whole }
        add(start, last, .date, .pattern)
        return true
    }

    /// Whether three groups are year, month and day in some order with one separator.
    func isDate(_ cluster: Cluster, _ range: Range<Int>) -> Bool {
        guard range.count == 3 else { return false }
        let groups = Array(cluster.groups[range])
        let mark = text[groups[0].upperBound]
        guard mark == text[groups[1].upperBound], mark == 0x2F || mark == 0x2D || mark == 0x2E,
            groups[1].lowerBound - groups[0].upperBound == 1, groups[2].lowerBound - groups[1].upperBound == 1
        else { return false }
        let end = groups[2].upperBound
        if at(end) == mark, at(end + 1).isDigit { return false }
        func value(_ group: Int) -> Int { text[groups[group]].reduce(0) { $0 &* 10 &+ Int($1 - 0x30) } }
        let sizes = groups.map(\.count)
        guard sizes.allSatisfy({ $0 <= 4 }) else { return false }
        func pair(_ a: Int, _ b: Int) -> Bool {
            (1...12).contains(a) && (1...31).contains(b) || (1...12).contains(b) && (1...31).contains(a)
        }
        if sizes[0] == 4, sizes[1] <= 2, sizes[2] <= 2 {
            return (1000...2999).contains(value(0)) && pair(value(1), value(2))
        }
        guard sizes[0] <= 2, sizes[1] <= 2, pair(value(0), value(1)) else { return false }
        if sizes[2] == 4 { return (1000...2999).contains(value(2)) }
        return sizes[2] == 2 && (mark != 0x2E || sizes[0] == 2 || sizes[1] == 2)
    }

    /// `5/21`, `05/2021`, `5-21`: told from a fraction by its numbers or the word before it.
    private func shortDate(_ cluster: Cluster, _ first: Int) -> Finding.Basis? {
        let a = cluster.groups[first]
        let b = cluster.groups[first + 1]
        guard b.lowerBound - a.upperBound == 1, text[a.upperBound] == 0x2F, a.count <= 2,
            b.count <= 2 || b.count == 4
        else {
            return nil
        }
        let next = at(b.upperBound)
        if next == 0x2F || next.isAlphanumeric || next == UInt8(ascii: "%") { return nil }
        func value(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 &* 10 &+ Int($1 - 0x30) } }
        let (left, right) = (value(a), value(b))
        if b.count == 4 { return (1...12).contains(left) && (1900...2100).contains(right) ? .pattern : nil }
        guard
            (1...12).contains(left) && (1...31).contains(right)
                || (1...12).contains(right) && (1...31).contains(left)
        else {
            return nil
        }
        if text[a].first == 0x30 || text[b].first == 0x30 { return .weak }
        return mentions(Self.dayWords, from: a.lowerBound - 9, to: a.lowerBound) ? .weak : nil
    }

    /// The end of a time of day behind a date (RFC 3339 and the common forms).
    func time(after end: Int) -> Int {
        var index = end
        if at(index) == UInt8(ascii: "T") || at(index) == 0x20 { index += 1 } else { return end }
        func two(_ index: Int, _ top: Int) -> Bool {
            at(index).isDigit && at(index + 1).isDigit
                && Int(at(index) - 0x30) * 10 + Int(at(index + 1) - 0x30) <= top
        }
        guard two(index, 24), at(index + 2) == 0x3A, two(index + 3, 59) else { return end }
        index += 5
        if at(index) == 0x3A, two(index + 1, 60) {
            index += 3
            if at(index) == 0x2E, at(index + 1).isDigit { index = run(index + 1, limit: 9) { $0.isDigit } }
        }
        if at(index) == UInt8(ascii: "Z") { return index + 1 }
        if at(index) == 0x2B || at(index) == 0x2D, two(index + 1, 15), at(index + 3) == 0x3A,
            two(index + 4, 59)
        {
            return index + 6
        }
        return index
    }

    /// A year that a word introduces ("since 1998"); `start` is its first digit.
    mutating func year(_ start: Int) -> Bool {
        guard text[start] == 0x31 && text[start + 1] == 0x39 || text[start] == 0x32 && text[start + 1] == 0x30
        else {
            return false
        }
        let space = runBack(start, limit: 2) { $0 == 0x20 }
        let word = runBack(space, limit: 12) { $0.isLetter }
        guard space < start, word < space, Self.yearWords.contains(text[word..<space].map(\.lowered)) else {
            return false
        }
        add(start, start + 4, .date, .weak)
        return true
    }

    /// A date around the name of a month at `start..<end`.
    mutating func month(_ start: Int, _ end: Int) {
        if at(start - 1).isLetter || at(start - 1) >= 0x80 || at(end).isLetter || at(end) >= 0x80 { return }
        var from = start
        var to = end
        var anchored = false
        var named = to
        if at(named) == 0x2E { named += 1 }
        // A day before: "5 May", "5-May", "21. Mai", "5th of May", "5 de mayo".
        var index = runBack(start, limit: 1) { $0 == 0x20 || $0 == 0x2D || $0 == 0x2F }
        if index < start || true {
            for link in ["of", "de"] as [StaticString]
            where reads(link, at: index - 2) && at(index - 3) == 0x20 {
                index -= 3
            }
            var digits = index
            if at(digits - 1) == 0x2E { digits -= 1 }
            for ordinal in ["st", "nd", "rd", "th", "er"] as [StaticString]
            where reads(ordinal, at: digits - 2) && at(digits - 3).isDigit {
                digits -= 2
            }
            let day = runBack(digits, limit: 3) { $0.isDigit }
            if digits - day >= 1, digits - day <= 2, !at(day - 1).isAlphanumeric, at(day - 1) != 0x2E,
                isDay(day, digits)
            {
                from = day
                anchored = true
            }
        }
        // A day or a year behind: "May 5, 2021", "May-2021", "mayo de 2021".
        index = run(named, limit: 1) { $0 == 0x20 || $0 == 0x2D || $0 == 0x2C }
        if at(index) == 0x20 { index += 1 }
        if reads("de ", at: index) { index += 3 }
        var number = run(index, limit: 5) { $0.isDigit }
        if index > end || from < start, number > index {
            if number - index <= 2, isDay(index, number), !anchored {
                var stop = number
                for ordinal in ["st", "nd", "rd", "th"] as [StaticString] where reads(ordinal, at: stop) {
                    stop += 2
                }
                if !at(stop).isAlphanumeric {
                    to = stop
                    anchored = true
                    var more = run(stop, limit: 2) { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }
                    if at(more) == 0x20 { more += 1 }
                    let last = run(more, limit: 5) { $0.isDigit }
                    if more > stop, last - more == 4, isYear(more) { to = last }
                }
            } else if number - index == 4, isYear(index), !at(number).isAlphanumeric {
                to = number
                anchored = true
            } else if number - index == 2, anchored, !at(number).isAlphanumeric,
                at(index - 1) == 0x2D || at(index - 1) == 0x20
            {
                to = number
            }
        }
        number = time(after: to)
        if anchored { add(from, number, .date, .pattern) }
    }

    private func isYear(_ index: Int) -> Bool {
        at(index) == 0x31 && at(index + 1) >= 0x35 || at(index) == 0x32 && at(index + 1) == 0x30
    }

    private func isDay(_ start: Int, _ end: Int) -> Bool {
        let value = text[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...31).contains(value)
    }
}
