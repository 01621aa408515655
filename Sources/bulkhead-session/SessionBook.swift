import Compartments
import Ledger

/// The sessions of a ledger.
///
/// The file is open for the moment of each call alone: a lock on it must never reach a process that is
/// started in between.
struct SessionBook {
    /// The folder of the ledger.
    let home: String

    /// Adds a row without an end and returns its number.
    func begin(_ record: SessionRecord) throws -> Int64 {
        var row = SessionRow(verdict: record.verdict, start: record.start)
        row.client = record.client
        row.engagement = record.engagement
        row.surface = record.surface
        row.route = record.route
        row.account = record.account
        row.evidence = record.evidence
        row.basis = record.basis
        row.acknowledged = record.acknowledged
        return try Ledger.open(home: home).begin(row, on: record.day)
    }

    /// Replaces what is known of the hosts that a session asked for.
    func note(
        _ session: Int64, reached: [SessionRecord.Contact], refused: [SessionRecord.Contact]
    ) throws {
        func rows(_ contacts: [SessionRecord.Contact]) -> [SessionRow.Contact] {
            contacts.map { SessionRow.Contact(host: $0.host, count: $0.count, time: $0.time) }
        }
        try Ledger.open(home: home).note(session, reached: rows(reached), refused: rows(refused))
    }

    /// Ends a row that has no end.
    func finish(_ session: Int64, at end: Int64, cause: EndCause) throws {
        try Ledger.open(home: home).finish(session, at: end, cause: cause.text)
    }

    /// The numbers of the rows without an end.
    func unfinished() throws -> [Int64] { try Ledger.open(home: home).unfinished() }
}
