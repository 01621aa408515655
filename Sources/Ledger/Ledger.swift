import Glibc
package import Permits

/// The freelancer's records in one SQLite file: clients, agreements, consents, accounts, reviews, the
/// catalog, sessions, and a log of every change.
///
/// Every function throws `LedgerError`. A ledger belongs to one thread, and is never carried across `fork`.
package final class Ledger {
    let home: Home
    let database: Database
    /// Seconds since 1970-01-01 UTC, for the log.
    var now: () -> Int64 = { currentTime() }
    /// Whether the file was made and never filled, as a crash at the first start leaves it.
    private var isEmpty = false
    /// Where the seal goes when the open transaction is committed.
    var pendingSeal: LogSeal?
    /// The highest key of an item before the open change began.
    ///
    /// What the change writes anew gets higher ones: were a row that it takes away followed by another with the same
    /// key, two items could change their places, and `undo` could bring neither back before the other.
    var keyFloor = 0
    /// Whether this value has looked for today's copy.
    var hasLookedForCopy = false

    /// The folder that holds the ledger.
    package var path: String { home.path }

    /// How a ledger was made: the first key of its log is shown to the user once and kept nowhere.
    package struct Creation {
        package let ledger: Ledger
        /// 64 hexadecimal digits; nil where the ledger was there already.
        package let firstKey: String?
    }

    /// Opens the ledger of a home.
    ///
    /// - Parameters:
    ///   - home: the folder of `ledger.sqlite`.
    ///   - patience: milliseconds to wait for another program that writes.
    /// - Throws: `LedgerError.absent` where there is none.
    package static func open(home: String, patience: Int32 = Ledger.patience) throws -> Ledger {
        let home = Home(path: home)
        try home.check()
        guard try home.hasLedger() else { throw LedgerError.absent(home: home.path) }
        let ledger = try Ledger(home, patience: patience)
        guard !ledger.isEmpty else { throw LedgerError.absent(home: home.path) }
        return ledger
    }

    /// How long to wait for another program that writes, in milliseconds, where nothing else is said.
    package static let patience: Int32 = 5_000

    /// Opens the ledger of a home, and makes it first where there is none.
    ///
    /// - Parameters:
    ///   - home: the folder; made, 0700, where it is missing.
    ///   - house: the agreement that a new ledger begins with; nil for none.
    package static func create(
        home: String, house: @autoclosure () throws -> Agreement?, patience: Int32 = Ledger.patience
    ) throws -> Creation {
        let home = Home(path: home)
        try home.create()
        try home.check()
        let isNew = try !home.hasLedger()
        if isNew { try Home.createFile(home.ledger) }
        let ledger = try Ledger(home, patience: patience)
        return Creation(ledger: ledger, firstKey: try ledger.begin(house: house))
    }

    private init(_ home: Home, patience: Int32) throws {
        self.home = home
        database = try Database(path: home.ledger, patience: patience)
        try database.run("PRAGMA cell_size_check=ON")
        try checkVersion()
    }

    /// Refuses a file of another program or of a newer version, and brings an older one up to date.
    private func checkVersion() throws {
        if try database.first("PRAGMA user_version", read: { $0.int(0) }) == Schema.version,
            try database.first("PRAGMA application_id", read: { $0.int(0) }) == Schema.applicationID
        {
            return
        }
        // Anything else is read at one moment: another program may just be making the ledger.
        let seen = try database.first(
            """
            SELECT (SELECT count(*) FROM sqlite_schema), (SELECT user_version FROM pragma_user_version),
                (SELECT application_id FROM pragma_application_id)
            """
        ) { (tables: $0.int(0), version: $0.int(1), application: $0.int(2)) }
        let (tables, version, application) = seen ?? (0, 0, 0)
        if version == 0, application == 0 {
            guard tables == 0 else { throw LedgerError.foreign(path: home.ledger) }
            isEmpty = true
        } else if application != Schema.applicationID {
            throw LedgerError.foreign(path: home.ledger)
        }
        guard version <= Schema.version, version >= 0 else { throw LedgerError.tooNew(version: version) }
        if version > 0 {
            try prepareToWrite()
            try migrate()
        }
    }

    /// Runs the migrations that are missing, each in its own transaction, after a copy of the file was made.
    private func migrate() throws {
        let version = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
        if version > 0 {
            let lock = try home.lockBackups()
            defer { close(lock) }
            let name = home.backups + "/before-format-\(version + 1).sqlite"
            if access(name, F_OK) != 0 { try copy(to: name) }
        }
        for (index, migration) in Schema.migrations.enumerated() where index >= version {
            try database.transaction {
                // Another program may have done it while this one waited.
                guard try database.first("PRAGMA user_version", read: { $0.int(0) }) == index else { return }
                try database.execute(migration)
                // A change that was made to other tables no longer fits these.
                let keepsChanges = try database.first("SELECT 1 FROM sqlite_schema WHERE name = 'undo'") {
                    _ in
                    true
                }
                if keepsChanges == true { try forgetChanges() }
                try database.execute("PRAGMA application_id=\(Schema.applicationID)")
                try database.execute("PRAGMA user_version=\(index + 1)")
            }
        }
    }

    /// Fills an empty file: the tables, the seal of the log and its first rows, all or nothing.
    private func begin(house: () throws -> Agreement?) throws -> String? {
        guard try database.first("PRAGMA user_version", read: { $0.int(0) }) == 0 else { return nil }
        try prepareToWrite()
        try database.execute("PRAGMA journal_mode=DELETE")
        defer { dropSeal() }
        let firstKey: String? = try database.transaction {
            guard try database.first("PRAGMA user_version", read: { $0.int(0) }) == 0 else { return nil }
            try migrate()
            let firstKey = try beginLog()
            if let house = try house() {
                try write(house)
                try append("put", "agreement \(house.id)")
            }
            return firstKey
        }
        moveSeal()
        return firstKey
    }

    /// Whether the file, or the file system it is on, takes no change.
    package var isReadOnly: Bool { database.isReadOnly }

    /// A number that changes whenever another program has changed the ledger.
    package func dataVersion() throws -> Int {
        try database.first("PRAGMA data_version") { $0.int(0) } ?? 0
    }

    /// What is wrong with the file, a sentence each; empty where all is well.
    package func damage() throws -> [String] {
        var found = try database.map("PRAGMA integrity_check(20)") { $0.text(0) }.filter { $0 != "ok" }
        try database.rows("PRAGMA foreign_key_check") { row in
            found.append("a row of \(row.text(0)) names a missing row of \(row.text(2))")
        }
        return found
    }

    /// Sets what only matters to a writer, so that a verdict does not pay for it.
    func prepareToWrite() throws {
        guard !database.isReadOnly else { throw LedgerError.readOnly }
        try database.execute("PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON")
    }

    private func highestKey() throws -> Int {
        let tables = ["client", "engagement", "agreement", "obligation", "consent", "account", "review"]
        let keys = tables.map { "(SELECT coalesce(max(key), 0) FROM \($0))" }.joined(separator: ", ")
        return try database.first("SELECT max(\(keys))") { $0.int(0) } ?? 0
    }

    /// Makes a change and its row of the log in one transaction, then moves the seal.
    ///
    /// The first change of a day is made after a copy of the ledger, where one can be made.
    ///
    /// - Parameter undoable: whether what it does to the records can be taken back later.
    func change<Value>(
        _ kind: String, _ body: String, undoable: Bool = true, _ work: () throws -> Value
    ) throws -> Value {
        try prepareToWrite()
        copyOnceADay()
        do {
            let value = try database.transaction {
                try database.execute("PRAGMA defer_foreign_keys=ON")
                let tracker = undoable ? try ChangeTracker(database) : nil
                if undoable { keyFloor = try highestKey() }
                let value = try work()
                try append(kind, body)
                if let changes = try tracker?.changes(), let sequence = pendingSeal?.sequence {
                    try keep(changes, of: sequence)
                }
                return value
            }
            moveSeal()
            return value
        } catch {
            dropSeal()
            throw error
        }
    }
}
