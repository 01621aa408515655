import CSQLite
package import Permits

/// Taking changes of the records back, last one first, and bringing them back again.
///
/// Each is itself a change with a row in the log. Sessions, receipts and the log stay as they are.
extension Ledger {
    package enum Direction: Sendable {
        case undo, redo
    }

    /// Changes that are kept to be taken back.
    private static let kept = 100
    /// A larger change is not kept, in bytes; what came before it cannot be taken back then either.
    private static let largest = 64 << 20

    /// The row of the log of the change that a step would take back, or bring back; nil where there is none.
    package func nextStep(_ direction: Direction) throws -> LogRow? {
        guard let sequence = try stepNumber(direction) else { return nil }
        return try log(from: sequence, limit: 1).first
    }

    /// The records, without the catalog, as a step would leave them; nothing is changed.
    package func preview(_ direction: Direction) throws -> World? {
        try prepareToWrite()
        return try withoutReferences {
            try database.run("BEGIN IMMEDIATE")
            defer { if database.isInTransaction { try? database.run("ROLLBACK") } }
            guard let sequence = try stepNumber(direction) else { return nil }
            try apply(try changes(sequence), direction)
            return try load(.whole).world(withCatalog: false)
        }
    }

    /// Takes the last change of the records back, or brings back the one that was taken back last.
    ///
    /// - Returns: the row of the log of that change; nil where there is none.
    /// - Throws: `LedgerError.conflict` where what is recorded no longer fits the change.
    @discardableResult
    package func step(_ direction: Direction, expecting expected: Int? = nil) throws -> LogRow? {
        guard let row = try nextStep(direction) else { return nil }
        guard expected == nil || expected == row.sequence else {
            throw LedgerError.conflict(detail: "another change came in between; look again")
        }
        let body = "row \(row.sequence): \(row.kind) \(row.body)"
        try withoutReferences {
            try change(direction == .undo ? "undo" : "redo", body, undoable: false) {
                guard try stepNumber(direction) == row.sequence else {
                    throw LedgerError.conflict(detail: "another change came in between; look again")
                }
                try apply(try changes(row.sequence), direction)
                try database.run(
                    "UPDATE undo SET undone = ? WHERE seq = ?", direction == .undo, row.sequence)
            }
        }
        return row
    }

    /// Does work in which no row takes another with it: what hung on a row is among the changes itself.
    private func withoutReferences<Value>(_ work: () throws -> Value) throws -> Value {
        try database.execute("PRAGMA foreign_keys=OFF")
        defer { try? database.execute("PRAGMA foreign_keys=ON") }
        return try work()
    }

    /// Keeps what the change of a row of the log did, within the transaction that is open.
    func keep(_ changes: [UInt8], of sequence: Int) throws {
        guard !changes.isEmpty else { return }
        guard changes.count <= Ledger.largest else { return try forgetChanges() }
        try database.run("DELETE FROM undo WHERE undone = 1")
        try database.run("INSERT INTO undo VALUES (?, ?, 0)", sequence, changes)
        try database.run(
            "DELETE FROM undo WHERE seq <= (SELECT seq FROM undo ORDER BY seq DESC LIMIT 1 OFFSET ?)",
            Ledger.kept)
    }

    /// Makes every earlier change final, within the transaction that is open.
    func forgetChanges() throws { try database.run("DELETE FROM undo") }

    private func stepNumber(_ direction: Direction) throws -> Int? {
        let sql =
            direction == .undo
            ? "SELECT seq FROM undo WHERE undone = 0 ORDER BY seq DESC LIMIT 1"
            : "SELECT seq FROM undo WHERE undone = 1 ORDER BY seq LIMIT 1"
        return try database.first(sql) { $0.int(0) }
    }

    private func changes(_ sequence: Int) throws -> [UInt8] {
        try database.first("SELECT changes FROM undo WHERE seq = ?", sequence) { $0.blob(0) } ?? []
    }

    /// Brings the records to where the changes lead, backwards or forwards, and the search after them.
    private func apply(_ changes: [UInt8], _ direction: Direction) throws {
        var changes = changes
        if direction == .undo {
            var size: Int32 = 0
            var start: UnsafeMutableRawPointer?
            try database.check(sqlite3changeset_invert(Int32(changes.count), changes, &size, &start))
            defer { sqlite3_free(start) }
            changes = [UInt8](UnsafeRawBufferPointer(start: start, count: Int(size)))
        }
        let code = changes.withUnsafeMutableBytes { buffer in
            sqlite3changeset_apply(
                database.pointer, Int32(buffer.count), buffer.baseAddress, nil,
                { _, _, _ in SQLITE_CHANGESET_ABORT }, nil)
        }
        let isWhole = try database.first("PRAGMA foreign_key_check") { _ in false } ?? true
        guard code & 0xFF != SQLITE_ABORT, isWhole else {
            throw LedgerError.conflict(detail: "what is recorded now differs from what that change left")
        }
        try database.check(code)
        for item in try searched(changes) { try reindex(item.kind, item.key) }
    }

    /// The items that changes touch and the search knows.
    private func searched(_ changes: [UInt8]) throws -> Set<SearchedItem> {
        var items: Set<SearchedItem> = []
        var changes = changes
        try changes.withUnsafeMutableBytes { buffer in
            var iterator: OpaquePointer?
            try database.check(sqlite3changeset_start(&iterator, Int32(buffer.count), buffer.baseAddress))
            defer { sqlite3changeset_finalize(iterator) }
            while sqlite3changeset_next(iterator) == SQLITE_ROW {
                var name: UnsafePointer<CChar>?
                var columns: Int32 = 0
                var operation: Int32 = 0
                var isIndirect: Int32 = 0
                try database.check(
                    sqlite3changeset_op(iterator, &name, &columns, &operation, &isIndirect))
                let kind: SearchHit.Kind
                switch name.map({ String(cString: $0) }) {
                case "client", "client_term": kind = .client
                case "engagement": kind = .engagement
                case "obligation": kind = .obligation
                default: continue
                }
                // The first column is the item's key in all four tables.
                var value: OpaquePointer?
                try database.check(
                    operation == SQLITE_INSERT
                        ? sqlite3changeset_new(iterator, 0, &value)
                        : sqlite3changeset_old(iterator, 0, &value))
                if let value { items.insert(SearchedItem(kind: kind, key: Int(sqlite3_value_int64(value)))) }
            }
        }
        return items
    }

    private func reindex(_ kind: SearchHit.Kind, _ key: Int) throws {
        let sql =
            switch kind {
            case .client:
                """
                SELECT id, name, tag, (SELECT group_concat(text, ' ') FROM client_term
                WHERE client = client.key AND role = 'alias') FROM client WHERE key = ?
                """
            case .engagement: "SELECT id, title, codename FROM engagement WHERE key = ?"
            case .obligation: "SELECT clause, quote FROM obligation WHERE key = ?"
            case .surface: "SELECT id, name FROM surface WHERE position = ?"
            }
        let columns: Int32 =
            switch kind {
            case .client: 4
            case .engagement: 3
            case .obligation, .surface: 2
            }
        let texts = try database.first(sql, key) { row in
            (0..<columns).compactMap { row.optionalText($0) }
        }
        if let texts { try index(kind, key, texts) } else { try unindex(kind, key) }
    }
}

private struct SearchedItem: Hashable {
    var kind: SearchHit.Kind
    var key: Int
}
