import Ledger
import Papers
import Screens

/// How far a person came with every kind of term of an agreement: a row of the log.
struct KindReadings {
    let agreement: String
    /// The kinds by mark, sorted.
    private var kinds: [ReadingMark: [String]] = [:]

    private static let kind = "agreement.read"

    init(of agreement: String, _ marks: [String: ReadingMark]) {
        self.agreement = agreement
        for (kind, mark) in marks { kinds[mark, default: []].append(kind) }
        for mark in kinds.keys { kinds[mark]?.sort() }
    }

    /// Where nobody read anything yet.
    init(unread agreement: String) {
        self.init(
            of: agreement,
            Dictionary(uniqueKeysWithValues: ClauseKind.allCases.map { ($0.rawValue, .unread) }))
    }

    /// A row of the log; nil for one of another form.
    init?(_ row: LogRow) {
        let words = row.body.split(separator: " ")
        guard words.count > 1, words[0] == "agreement" else { return nil }
        agreement = String(words[1])
        for word in words.dropFirst(2) {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let mark = ReadingMark(rawValue: String(parts[0])), parts[1] != "-" else {
                continue
            }
            kinds[mark] = parts[1].split(separator: ",").map(String.init)
        }
    }

    /// What the log says of it; what was recorded stands in the terms.
    var event: (kind: String, body: String) {
        let marks = ReadingMark.allCases.filter { $0 != .recorded }.map { mark in
            "\(mark.rawValue)=\(kinds[mark]?.joined(separator: ",") ?? "-")"
        }
        return (Self.kind, "agreement \(agreement) \(marks.joined(separator: " "))")
    }

    /// The kinds by what became of them, in words.
    var named: [(what: String, kinds: [String])] {
        [("read and absent", ReadingMark.absent), ("unknown", .unknown), ("not read", .unread)].compactMap {
            what, mark in kinds[mark].map { (what, $0) }
        }
    }

    /// The latest of an agreement; nil where no paper of it was gone through.
    static func latest(of agreement: String, in ledger: Ledger) throws -> KindReadings? {
        try ledger.log(of: kind).compactMap(KindReadings.init).last { $0.agreement == agreement }
    }
}
