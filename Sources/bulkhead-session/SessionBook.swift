import Compartments
import Ledger

/// The sessions of a ledger.
///
/// The file is never open while a process is started: a lock on it must not reach that one.
struct SessionBook {
    /// The folder of the ledger.
    let home: String

    /// The ledger, for as long as the value is kept.
    func open() throws -> Ledger { try Ledger.open(home: home) }

    /// A record as the ledger takes it.
    static func row(_ record: SessionRecord) -> SessionRow {
        var row = SessionRow(verdict: record.verdict, start: record.start)
        row.client = record.client
        row.engagement = record.engagement
        row.surface = record.surface
        row.route = record.route
        row.account = record.account
        row.evidence = record.evidence
        row.basis = record.basis
        row.acknowledged = record.acknowledged
        return row
    }

    /// Replaces what is known of the hosts that a session asked for.
    func note(
        _ session: Int64, reached: [SessionRecord.Contact], refused: [SessionRecord.Contact]
    ) throws {
        func rows(_ contacts: [SessionRecord.Contact]) -> [SessionRow.Contact] {
            contacts.map { SessionRow.Contact(host: $0.host, count: $0.count, time: $0.time) }
        }
        try open().note(session, reached: rows(reached), refused: rows(refused))
    }

    /// Ends a row that has no end.
    func finish(_ session: Int64, at end: Int64, cause: EndCause) throws {
        try open().finish(session, at: end, cause: cause.text)
    }
}
