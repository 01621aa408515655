extension Ledger {
    /// Archives a client whose work has ended, and makes every earlier change final.
    ///
    /// - Parameter statement: the SHA-256 of the statement, in hexadecimal.
    package func offboard(_ client: String, statement: String) throws {
        try change("offboard", "client \(client) statement \(statement)", undoable: false) {
            try database.run("UPDATE client SET archived = 1 WHERE id = ?", client)
            guard database.changes > 0 else { throw LedgerError.notFound(noun: "client", id: client) }
            try forgetChanges()
        }
    }
}
