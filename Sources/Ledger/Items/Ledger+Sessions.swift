package import Permits

extension Ledger {
    /// Adds a session that has begun, with its row of the log; it must not run where this throws.
    ///
    /// Its account, and every other account with the same login at the same surface, has seen the client from now
    /// on.
    ///
    /// - Parameter day: the civil date of the start where the user is.
    /// - Returns: the number of the session.
    package func begin(_ session: SessionRow, on day: Day) throws -> Int64 {
        let subject = [session.client, session.engagement].compactMap { $0 }.joined(separator: "/")
        let body =
            "start \(subject.isEmpty ? "-" : subject) \(session.surface ?? "-") \(session.verdict)"
            + (session.account.map { " account \($0)" } ?? "")
            + (session.acknowledged.isEmpty ? "" : " ack \(session.acknowledged.joined(separator: ","))")
        return try change("session", body, undoable: false) {
            try database.run(
                """
                INSERT INTO session(client, engagement, surface, route, account, verdict, evidence, basis,
                acknowledged, start) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, session.client, session.engagement, session.surface, session.route, session.account,
                session.verdict, session.evidence, session.basis,
                session.acknowledged.joined(separator: " "), session.start)
            let number = Int64(database.lastKey)
            if let account = session.account, let client = session.client {
                try mark(account, asSeenBy: client, on: day)
            }
            return number
        }
    }

    /// Once a day is enough; one date would not do, for a history that was cleared in between must show again.
    private func mark(_ account: String, asSeenBy client: String, on day: Day) throws {
        try database.run(
            """
            INSERT INTO account_seen(account, position, client, date)
            SELECT account.key, COALESCE((SELECT MAX(position) + 1 FROM account_seen AS old
            WHERE old.account = account.key), 0), client.key, ?3 FROM account JOIN client ON client.id = ?2
            WHERE (account.id = ?1 OR (account.surface, account.identity) =
            (SELECT surface, identity FROM account WHERE id = ?1))
            AND NOT EXISTS (SELECT 1 FROM account_seen AS old WHERE old.account = account.key
            AND old.client = client.key AND old.date = ?3)
            """, account, client, day)
    }

    /// Replaces what is known of the hosts that a session asked for.
    package func note(
        _ session: Int64, reached: [SessionRow.Contact], refused: [SessionRow.Contact]
    ) throws {
        try prepareToWrite()
        try database.transaction {
            for (contacts, isRefused) in [(reached, false), (refused, true)] {
                for contact in contacts {
                    try database.run(
                        """
                        INSERT INTO session_host VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET count = excluded.count, time = excluded.time
                        """, session, contact.host, isRefused, contact.count, contact.time)
                }
            }
        }
    }

    /// Ends a session that runs; one that has ended stays as it is.
    package func finish(_ session: Int64, at end: Int64, cause: String) throws {
        try change("session", "end \(session) \(cause)", undoable: false) {
            try database.run(
                "UPDATE session SET end = ?, cause = ? WHERE id = ? AND end IS NULL", end, cause, session)
        }
    }

    /// The numbers of the sessions without an end, for whoever can tell which of them still live.
    package func unfinished() throws -> [Int64] {
        try database.map("SELECT id FROM session WHERE end IS NULL ORDER BY id") { Int64($0.int(0)) }
    }

    /// The last sessions, newest first, with the hosts they asked for.
    package func sessions(limit: Int = 200) throws -> [SessionRow] {
        try database.snapshot {
            var sessions = try database.map(
                """
                SELECT id, client, engagement, surface, route, account, verdict, evidence, acknowledged,
                start, end, cause, basis FROM session ORDER BY id DESC LIMIT ?
                """, limit
            ) { row in
                var session = SessionRow(verdict: row.text(6), start: Int64(row.int(9)))
                session.id = Int64(row.int(0))
                session.client = row.optionalText(1)
                session.engagement = row.optionalText(2)
                session.surface = row.optionalText(3)
                session.route = row.optionalText(4)
                session.account = row.optionalText(5)
                session.evidence = row.optionalText(7)
                session.acknowledged = row.words(8)
                session.end = row.isNull(10) ? nil : Int64(row.int(10))
                session.cause = row.optionalText(11)
                session.basis = row.optionalText(12)
                return session
            }
            for index in sessions.indices {
                try database.rows(
                    "SELECT host, refused, count, time FROM session_host WHERE session = ? ORDER BY host",
                    sessions[index].id
                ) { row in
                    let contact = SessionRow.Contact(
                        host: row.text(0), count: row.int(2), time: Int64(row.int(3)))
                    if row.flag(1) {
                        sessions[index].refused.append(contact)
                    } else {
                        sessions[index].reached.append(contact)
                    }
                }
            }
            return sessions
        }
    }
}
