import CSQLite

/// Notes what a piece of work changes in the tables of records, so that it can be taken back.
///
/// It goes through SQLite's session extension, which holds each changed row as it was and as it is.
final class ChangeTracker {
    private let database: Database
    private let session: OpaquePointer

    /// Notes from here on, until the value is gone.
    init(_ database: Database) throws {
        self.database = database
        var made: OpaquePointer?
        try database.check(sqlite3session_create(database.pointer, "main", &made))
        guard let made else { throw LedgerError.failed(detail: "changes cannot be noted") }
        session = made
        sqlite3session_table_filter(
            session, { _, name in name.map { ChangeTracker.isRecord(String(cString: $0)) } == true ? 1 : 0 },
            nil)
        try database.check(sqlite3session_attach(session, nil))
    }

    deinit { sqlite3session_delete(session) }

    /// Evidence is never taken back, and what is derived from elsewhere is made anew.
    private static func isRecord(_ table: String) -> Bool {
        switch table {
        case "log", "session", "session_host", "redaction_map", "undo": false
        case "source", "vendor", "surface", "surface_item", "fact": false
        default: !table.hasPrefix("search") && !table.hasPrefix("sqlite_")
        }
    }

    /// What was changed so far; empty where nothing was.
    func changes() throws -> [UInt8] {
        var size: Int32 = 0
        var start: UnsafeMutableRawPointer?
        try database.check(sqlite3session_changeset(session, &size, &start))
        defer { sqlite3_free(start) }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(size)))
    }
}
