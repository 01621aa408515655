/// A client by name, with its engagements by name.
package struct RosterRow: Hashable, Sendable {
    package var id: String
    package var tag: String
    package var name: String
    package var engagements: [(id: String, title: String, isOpen: Bool)]

    package static func == (left: RosterRow, right: RosterRow) -> Bool {
        left.id == right.id && left.tag == right.tag && left.name == right.name
            && left.engagements.elementsEqual(right.engagements, by: ==)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Ledger {
    /// The ids of all clients, archived ones too.
    package func clientIDs() throws -> [String] {
        try database.map("SELECT id FROM client ORDER BY key") { $0.text(0) }
    }

    /// How many clients there are, archived ones aside.
    package func clientCount() throws -> Int {
        try database.first("SELECT count(*) FROM client WHERE archived = 0") { $0.int(0) } ?? 0
    }

    /// The clients by name, in the order in which they came, archived ones aside.
    ///
    /// - Parameter limit: how many at most; what lies behind them is not read.
    package func roster(limit: Int) throws -> [RosterRow] {
        var rows: [RosterRow] = []
        try database.rows(
            """
            SELECT c.id, c.tag, c.name, e.id, e.title, e.status = 'active'
            FROM (SELECT key, id, tag, name FROM client WHERE archived = 0 ORDER BY key LIMIT ?) c
            LEFT JOIN engagement e ON e.client = c.key AND e.archived = 0 ORDER BY c.key, e.key
            """, limit
        ) { row in
            let id = row.text(0)
            if rows.last?.id != id {
                rows.append(RosterRow(id: id, tag: row.text(1), name: row.text(2), engagements: []))
            }
            guard let engagement = row.optionalText(3) else { return }
            rows[rows.count - 1].engagements.append((engagement, row.text(4), row.flag(5)))
        }
        return rows
    }
}
