import Permits

/// Writing items within the transaction that is open.
///
/// An item whose id is known is replaced and keeps its key.
extension Ledger {
    func clientKey(_ id: String) throws -> Int {
        guard let key = try database.first("SELECT key FROM client WHERE id = ?", id, read: { $0.int(0) })
        else {
            throw LedgerError.conflict(detail: "there is no client \(id)")
        }
        return key
    }

    func engagementKey(_ id: String, client: Int) throws -> Int {
        let key = try database.first(
            "SELECT key FROM engagement WHERE client = ? AND id = ?", client, id
        ) { $0.int(0) }
        guard let key else { throw LedgerError.conflict(detail: "the client has no engagement \(id)") }
        return key
    }

    func write(_ settings: Settings) throws {
        try database.run(
            "UPDATE workspace SET home_region = ?, fact_max_age_days = ?, operates_as = ?",
            settings.homeRegion,
            settings.factMaxAgeDays, settings.operatesAs.rawValue)
    }

    /// Runs an `INSERT … RETURNING key` whose first column is the key, for which a new one is made.
    private func key(_ sql: String, _ values: (any Bindable)?...) throws -> Int {
        guard let key = try database.returning(sql, [keyFloor] + values) else {
            throw LedgerError.failed(detail: "no row was written")
        }
        return key
    }

    func write(_ client: Client) throws {
        let key = try key(
            """
            INSERT INTO client(key, id, name, tag, jurisdiction, conflict_class, terms, archived)
            VALUES (max(?, (SELECT coalesce(max(key), 0) FROM client)) + 1,
            ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, tag =
            excluded.tag,
            jurisdiction = excluded.jurisdiction, conflict_class = excluded.conflict_class,
            terms = excluded.terms, archived = excluded.archived RETURNING key
            """, client.id, client.name, client.tag, client.jurisdiction, client.conflictClass,
            client.terms.rawValue, client.archived)
        try database.run("DELETE FROM client_term WHERE client = ?", key)
        let lists = [
            ("alias", client.aliases), ("name", client.redact.names), ("codename", client.redact.codenames),
            ("domain", client.redact.domains), ("custom", client.redact.custom),
            ("case-sensitive", client.redact.caseSensitive), ("allowed", client.redact.allowed),
        ]
        for (role, texts) in lists {
            for (position, text) in texts.enumerated() {
                try database.run("INSERT INTO client_term VALUES (?, ?, ?, ?)", key, role, position, text)
            }
        }
        try index(.client, key, [client.id, client.name, client.tag] + client.aliases)
        let kept = Set(client.engagements.map(\.id))
        let present = try database.map("SELECT key, id FROM engagement WHERE client = ?", key) {
            (key: $0.int(0), id: $0.text(1))
        }
        for engagement in present where !kept.contains(engagement.id) {
            try unindex(.engagement, engagement.key)
            try database.run("DELETE FROM engagement WHERE key = ?", engagement.key)
        }
        for engagement in client.engagements { try write(engagement, client: key) }
    }

    func write(_ engagement: Engagement, client: Int) throws {
        let key = try key(
            """
            INSERT INTO engagement(key, client, id, title, codename, data, starts, ends, status, archived)
            VALUES (max(?, (SELECT coalesce(max(key), 0) FROM engagement)) + 1,
            ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(client, id) DO UPDATE SET title = excluded.title,
            codename = excluded.codename, data = excluded.data, starts = excluded.starts, ends =
            excluded.ends,
            status = excluded.status, archived = excluded.archived RETURNING key
            """, client, engagement.id, engagement.title, engagement.codename, words(engagement.data),
            engagement.starts, engagement.ends, engagement.status.rawValue, engagement.archived)
        try database.run("DELETE FROM engagement_directory WHERE engagement = ?", key)
        for (position, path) in engagement.directories.enumerated() {
            try database.run("INSERT INTO engagement_directory VALUES (?, ?, ?)", key, position, path)
        }
        try index(
            .engagement, key, [engagement.id, engagement.title] + (engagement.codename.map { [$0] } ?? []))
    }

    func write(_ agreement: Agreement) throws {
        let key = try writeRow(agreement)
        try clearTerms(key)
        try writeTerms(agreement, key)
    }

    /// The agreement without what hangs on it.
    func writeRow(_ agreement: Agreement) throws -> Int {
        let client = try agreement.client.map { try clientKey($0) }
        let engagement = try agreement.engagement.flatMap { id in
            try client.map { try engagementKey(id, client: $0) }
        }
        let survival: (String?, String?) =
            switch agreement.survival {
            case nil: (nil, nil)
            case .perpetual: ("perpetual", nil)
            case .period(let period): (period.description, nil)
            case .from(let anchor, let period): (period.description, anchor.rawValue)
            }
        return try key(
            """
            INSERT INTO agreement(key, id, kind, client, vendor, engagement, title, signed, effective, expires,
            terminated, last_disclosure, survival, survival_from, trade_secrets_perpetual, governing_law,
            document_path, document_sha256, first_disclosure, returned, archived)
            VALUES (max(?, (SELECT coalesce(max(key), 0) FROM agreement)) + 1,
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET
            kind = excluded.kind, client = excluded.client, vendor = excluded.vendor,
            engagement = excluded.engagement, title = excluded.title, signed = excluded.signed,
            effective = excluded.effective, expires = excluded.expires, terminated = excluded.terminated,
            last_disclosure = excluded.last_disclosure, survival = excluded.survival,
            survival_from = excluded.survival_from, trade_secrets_perpetual =
            excluded.trade_secrets_perpetual,
            governing_law = excluded.governing_law, document_path = excluded.document_path,
            document_sha256 = excluded.document_sha256, first_disclosure = excluded.first_disclosure,
            returned = excluded.returned, archived = excluded.archived RETURNING key
            """, agreement.id, agreement.kind.rawValue, client, agreement.vendor, engagement, agreement.title,
            agreement.signed, agreement.effective, agreement.expires, agreement.terminated,
            agreement.lastDisclosure, survival.0, survival.1, agreement.tradeSecretsPerpetual,
            agreement.governingLaw, agreement.document?.path, agreement.document?.sha256,
            agreement.firstDisclosure, agreement.returned, agreement.archived)
    }

    /// Takes away what hangs on an agreement.
    func clearTerms(_ key: Int) throws {
        try database.run(
            "DELETE FROM search WHERE rowid IN (SELECT key * 4 + 2 FROM obligation WHERE agreement = ?)", key)
        try database.run("DELETE FROM obligation WHERE agreement = ?", key)
        try database.run("DELETE FROM agreement_fact WHERE agreement = ?", key)
        try database.run("DELETE FROM agreement_supersedes WHERE agreement = ?", key)
    }

    func writeTerms(_ agreement: Agreement, _ key: Int) throws {
        for id in agreement.supersedes {
            let other = try database.first("SELECT key FROM agreement WHERE id = ?", id) { $0.int(0) }
            guard let other else { throw LedgerError.conflict(detail: "there is no agreement \(id)") }
            try database.run("INSERT OR IGNORE INTO agreement_supersedes VALUES (?, ?)", key, other)
        }
        for (surface, facts) in agreement.facts {
            for (name, value) in facts {
                let (text, isList) = stored(value)
                try database.run(
                    "INSERT INTO agreement_fact VALUES (?, ?, ?, ?, ?)", key, surface, name.name, text, isList
                )
            }
        }
        for obligation in agreement.obligations { try write(obligation, agreement: key) }
    }

    func write(_ obligation: Obligation, agreement: Int) throws {
        let columns = RuleColumns(obligation.rule)
        let taken = try database.first(
            """
            SELECT agreement.id FROM obligation JOIN agreement ON agreement.key = obligation.agreement
            WHERE obligation.id = ? AND obligation.agreement <> ?
            """, obligation.id, agreement
        ) { $0.text(0) }
        if let taken {
            throw LedgerError.conflict(
                detail: "the obligation \(obligation.id) is in the agreement \(taken) already")
        }
        let key = try key(
            """
            INSERT INTO obligation(key, id, agreement, kind, recipients, mode, local_exempt, max_days, instrument,
            within, listed, clause, quote, data, survives, unless_redacted, liftable, reading, archived)
            VALUES (max(?, (SELECT coalesce(max(key), 0) FROM obligation)) + 1,
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET
            kind = excluded.kind, recipients = excluded.recipients, mode = excluded.mode,
            local_exempt = excluded.local_exempt, max_days = excluded.max_days,
            instrument = excluded.instrument, within = excluded.within, listed = excluded.listed,
            clause = excluded.clause, quote = excluded.quote, data = excluded.data,
            survives = excluded.survives, unless_redacted = excluded.unless_redacted,
            liftable = excluded.liftable, reading = excluded.reading, archived = excluded.archived
            RETURNING key
            """, obligation.id, agreement, obligation.kind.rawValue, columns.recipients, columns.mode,
            columns.localExempt, columns.maxDays, columns.instrument, columns.within, columns.list != nil,
            obligation.clause, obligation.quote, obligation.data.map(words), obligation.survives,
            obligation.unlessRedacted, obligation.liftable, obligation.reading?.rawValue, obligation.archived)
        try database.run("DELETE FROM obligation_item WHERE obligation = ?", key)
        for (position, value) in (columns.list ?? []).enumerated() {
            try database.run("INSERT INTO obligation_item VALUES (?, ?, ?)", key, position, value)
        }
        try index(.obligation, key, [obligation.clause, obligation.quote].compactMap { $0 })
    }

    func write(_ consent: Consent) throws {
        let client = try clientKey(consent.client)
        let key = try key(
            """
            INSERT INTO consent(key, id, client, engagement, data, granted, expires, revoked, conditions, evidence,
            archived)
            VALUES (max(?, (SELECT coalesce(max(key), 0) FROM consent)) + 1,
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, data = excluded.data,
            granted = excluded.granted, expires = excluded.expires, revoked = excluded.revoked,
            conditions = excluded.conditions, evidence = excluded.evidence, archived = excluded.archived
            RETURNING key
            """, consent.id, client, try consent.engagement.map { try engagementKey($0, client: client) },
            consent.data.map(words), consent.granted, consent.expires, consent.revoked,
            consent.conditions.members.map(\.rawValue).joined(separator: " "), consent.evidence,
            consent.archived)
        try database.run("DELETE FROM consent_item WHERE consent = ?", key)
        for (role, values) in [("surface", consent.surfaces), ("lift", consent.lifts)] {
            for (position, value) in values.enumerated() {
                try database.run("INSERT INTO consent_item VALUES (?, ?, ?, ?)", key, role, position, value)
            }
        }
    }

    func write(_ account: Account) throws {
        let key = try key(
            """
            INSERT INTO account(key, id, client, surface, identity, login, region, opt_out_verified, archived)
            VALUES (max(?, (SELECT coalesce(max(key), 0) FROM account)) + 1,
            ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET client = excluded.client,
            surface = excluded.surface, identity = excluded.identity, login = excluded.login,
            region = excluded.region, opt_out_verified = excluded.opt_out_verified, archived =
            excluded.archived
            RETURNING key
            """, account.id, try clientKey(account.client), account.surface, account.identity,
            account.login?.rawValue, account.region, account.optOutVerified, account.archived)
        try database.run("DELETE FROM account_seen WHERE account = ?", key)
        try database.run("DELETE FROM account_cleared WHERE account = ?", key)
        for (position, sighting) in account.seen.enumerated() {
            try database.run(
                "INSERT INTO account_seen VALUES (?, ?, ?, ?)", key, position, try clientKey(sighting.client),
                sighting.date)
        }
        for (position, date) in account.cleared.enumerated() {
            try database.run("INSERT INTO account_cleared VALUES (?, ?, ?)", key, position, date)
        }
    }

    func write(_ review: Review) throws {
        let (value, isList) = stored(review.value)
        try database.run(
            """
            INSERT INTO review(key, surface, name, value, list, source, retrieved, note, archived)
            VALUES (max(?, (SELECT coalesce(max(key), 0) FROM review)) + 1,
            ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(surface, name, retrieved, source, value)
            DO UPDATE SET note = excluded.note, archived = excluded.archived
            """, keyFloor, review.surface, review.key.name, value, isList, review.source, review.retrieved,
            review.note,
            review.archived)
    }

    private func words(_ data: DataCategories) -> String {
        data.members.map(\.rawValue).joined(separator: " ")
    }

    /// Puts a text where the search finds it, in place of the one that was there.
    func index(_ kind: SearchHit.Kind, _ key: Int, _ texts: [String]) throws {
        try database.run(
            "INSERT OR REPLACE INTO search(rowid, text) VALUES (?, ?)", key * 4 + kind.number,
            texts.joined(separator: " "))
    }

    func unindex(_ kind: SearchHit.Kind, _ key: Int) throws {
        try database.run("DELETE FROM search WHERE rowid = ?", key * 4 + kind.number)
    }
}
