package import Permits

/// The days on which something ends or falls due, the earliest first, ready for a filter that answers while it is
/// typed in.
package struct Agenda: Equatable, Sendable {
    package let days: [Deadline]
    /// Places of the days on which duties end that went on after their agreement.
    package let survivals: [Int]
    /// Places of the days on which facts have to be read again.
    package let rereads: [Int]
    private let index: Fuzzy

    /// - Parameters:
    ///   - days: in any order.
    ///   - tags: the tags of clients by their ids; a filter finds them.
    package init(_ days: [Deadline] = [], tags: [String: String] = [:]) {
        let sorted = days.sorted { $0.date < $1.date }
        self.days = sorted
        survivals = sorted.indices.filter { sorted[$0].kind == .survivalEnd }
        rereads = sorted.indices.filter { sorted[$0].kind == .staleFact }
        index = Fuzzy(sorted.lazy.map { "\($0.client.map { tags[$0] ?? $0 } ?? "all") \($0.what)" })
    }

    /// Places of the days that a filter leaves, the nearest first.
    package func matches(_ typed: String) -> [Int] { index.matches(typed) }

    /// Places of the days from one day to another.
    package func places(from first: Day, to last: Day) -> Range<Int> {
        let start = days.firstPlace { $0.date >= first }
        return start..<max(start, days.firstPlace { $0.date > last })
    }
}

extension Array {
    /// The place of the first element that has reached something, in an array where all after it have too.
    fileprivate func firstPlace(_ hasReached: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if hasReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
