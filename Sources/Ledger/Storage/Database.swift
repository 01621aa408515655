import CSQLite
import Permits

/// One connection to the file, with its prepared statements.
///
/// Not to be carried across `fork` or threads.
final class Database {
    /// Once a process: SQLite counts no memory, which would take a lock at every allocation.
    private static let configure: Void = bulkhead_sqlite_configure()

    private let handle: OpaquePointer
    /// Few enough to be searched; a dictionary costs more to set up than a verdict has to spend.
    private var statements: [Prepared] = []

    private struct Prepared {
        let sql: String
        let statement: OpaquePointer
    }

    /// Opens an existing file.
    ///
    /// - Parameter patience: milliseconds to wait for another program's lock.
    init(path: String, patience: Int32) throws {
        Database.configure
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let error = Database.error(code, opened)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, patience)
        bulkhead_sqlite_harden(handle)
    }

    deinit {
        for entry in statements { sqlite3_finalize(entry.statement) }
        sqlite3_close_v2(handle)
    }

    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
    var changes: Int { Int(sqlite3_changes(handle)) }
    var lastKey: Int { Int(sqlite3_last_insert_rowid(handle)) }
    /// For what only the C interface can do, such as an online backup.
    var pointer: OpaquePointer { handle }

    /// Runs statements that give no rows and take no values.
    func execute(_ sql: String) throws {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    /// Runs one statement to its end.
    func run(_ sql: String, _ values: (any Bindable)?...) throws {
        try each(sql, values) { _ in }
    }

    /// Calls `body` for each row.
    func rows(_ sql: String, _ values: (any Bindable)?..., body: (Row) throws -> Void) throws {
        try each(sql, values, body)
    }

    /// Calls `body` for each row of a statement with a list of values.
    func rows(_ sql: String, of values: [(any Bindable)?], body: (Row) throws -> Void) throws {
        try each(sql, values, body)
    }

    /// Maps each row.
    func map<Value>(_ sql: String, _ values: (any Bindable)?..., read: (Row) throws -> Value) throws
        -> [Value]
    {
        var result: [Value] = []
        try each(sql, values) { result.append(try read($0)) }
        return result
    }

    /// Reads the first row, if there is one.
    func first<Value>(_ sql: String, _ values: (any Bindable)?..., read: (Row) throws -> Value) throws
        -> Value?
    {
        var result: Value?
        try each(sql, values) { if result == nil { result = try read($0) } }
        return result
    }

    /// Runs an `INSERT … RETURNING` of one number.
    func returning(_ sql: String, _ values: [(any Bindable)?]) throws -> Int? {
        var key: Int?
        try each(sql, values) { key = $0.int(0) }
        return key
    }

    private func each(_ sql: String, _ values: [(any Bindable)?], _ body: (Row) throws -> Void) throws {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            try check(value.bind(to: statement, at: Int32(index + 1)))
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(Row(statement: statement))
            case SQLITE_DONE: return
            case let code: throw Database.error(code, handle)
            }
        }
    }

    private func prepared(_ sql: String) throws -> OpaquePointer {
        for entry in statements where entry.sql == sql { return entry.statement }
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v3(handle, sql, -1, 0, &statement, nil))
        guard let statement else { throw LedgerError.failed(detail: "an empty statement") }
        statements.append(Prepared(sql: sql, statement: statement))
        return statement
    }

    /// Runs `body` in one transaction that either happens whole or not at all.
    func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        guard !isInTransaction else { return try body() }
        try run("BEGIN IMMEDIATE")
        do {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            // SQLite has rolled back by itself where the disk was full or failed.
            if isInTransaction { try? run("ROLLBACK") }
            throw error
        }
    }

    /// Runs reads against one state of the file.
    func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        guard !isInTransaction else { return try body() }
        try run("BEGIN")
        defer { if isInTransaction { try? run("COMMIT") } }
        return try body()
    }

    func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw Database.error(code, handle) }
    }

    private static func error(_ code: Int32, _ handle: OpaquePointer?) -> LedgerError {
        let detail =
            handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        return switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .locked
        case SQLITE_FULL: .full
        case SQLITE_READONLY, SQLITE_PERM: .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: .damaged(detail: detail)
        case SQLITE_CONSTRAINT: .conflict(detail: detail)
        default: .failed(detail: detail)
        }
    }
}
