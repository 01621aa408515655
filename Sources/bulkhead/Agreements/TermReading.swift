import Documents
import Glibc
import Ledger

/// What a person found on reading the clauses of terms, who it was, and when: a row of the log.
struct TermReading {
    enum Finding: String { case recorded, absent, unknown }

    let terms: [String]
    let finding: Finding
    let reader: String
    /// The day, in UTC; empty before it is in the log.
    var day = ""

    /// What the person at this terminal found.
    init(_ finding: Finding, of terms: [String]) {
        self.terms = terms
        self.finding = finding
        reader = environment("USER") ?? environment("LOGNAME") ?? "user \(getuid())"
    }

    /// A row of the log; nil for one of another kind.
    init?(_ row: LogRow) {
        let words = row.body.split(separator: " ", maxSplits: 3)
        guard words.count == 4, let finding = Finding(rawValue: String(words[1])) else { return nil }
        terms = words[0].split(separator: ",").map(String.init)
        self.finding = finding
        reader = String(words[3])
        day = String(row.at.prefix(10))
    }

    /// What the log says of it.
    var event: (kind: String, body: String) {
        (Self.kind, "\(terms.joined(separator: ",")) \(finding.rawValue) by \(reader)")
    }

    /// The reading as it is shown beside its term: `{"as","by","on"}`.
    var node: Node {
        .map([("as", .scalar(finding.rawValue)), ("by", .scalar(reader)), ("on", .scalar(day))])
    }

    fileprivate static let kind = "reading"
}

extension Ledger {
    /// The latest reading of each term that a person read.
    func termReadings() throws -> [String: TermReading] {
        var latest: [String: TermReading] = [:]
        for reading in try log(of: TermReading.kind).compactMap(TermReading.init) {
            for term in reading.terms { latest[term] = reading }
        }
        return latest
    }
}
