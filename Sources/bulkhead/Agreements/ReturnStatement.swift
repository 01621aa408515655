import Ledger
import Permits

/// The statement that a client's material was returned or destroyed.
struct ReturnStatement {
    let day: Day
    /// What was kept, and why it may be.
    let kept: String?

    /// What was kept, in words.
    var rest: String { kept.map { "kept: \($0)" } ?? "nothing kept" }

    /// Records it under an agreement, and in the log.
    func record(_ agreement: Agreement, in ledger: Ledger) throws(Failure) {
        var stated = agreement
        stated.returned = day
        try guarded {
            try ledger.put(stated)
            try ledger.record("returned", "\(stated.id) \(day) \(rest)")
        }
    }
}
