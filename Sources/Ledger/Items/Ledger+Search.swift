extension Ledger {
    /// Finds clients, engagements, terms and surfaces by the beginnings of words, in no order of worth, so
    /// that it may be asked at every key.
    ///
    /// - Parameters:
    ///   - text: as typed; every word must be there.
    ///   - limit: how many finds at most.
    package func search(_ text: String, limit: Int = 50) throws -> [SearchHit] {
        let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(16)
        guard !words.isEmpty, limit > 0 else { return [] }
        let query = words.map { "\"\($0)\"*" }.joined(separator: " ")
        return try database.snapshot {
            let numbers = try database.map(
                "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", query, limit
            ) { $0.int(0) }
            return try numbers.compactMap { number in
                let kind = SearchHit.Kind.allCases.first { $0.number == number & 3 }
                return try kind.flatMap { try hit($0, number >> 2) }
            }
        }
    }

    private func hit(_ kind: SearchHit.Kind, _ key: Int) throws -> SearchHit? {
        let sql =
            switch kind {
            case .client: "SELECT id, NULL, id, name FROM client WHERE key = ?"
            case .engagement:
                """
                SELECT client.id, NULL, engagement.id, title FROM engagement
                JOIN client ON client.key = engagement.client WHERE engagement.key = ?
                """
            case .obligation:
                """
                SELECT client.id, agreement.id, obligation.id, ltrim(coalesce(clause, '') || ' ' ||
                coalesce(quote, ''))
                FROM obligation JOIN agreement ON agreement.key = obligation.agreement
                LEFT JOIN client ON client.key = agreement.client WHERE obligation.key = ?
                """
            case .surface: "SELECT NULL, NULL, id, name FROM surface WHERE position = ?"
            }
        return try database.first(sql, key) { row in
            SearchHit(
                kind: kind, client: row.optionalText(0), agreement: row.optionalText(1), id: row.text(2),
                text: row.text(3))
        }
    }
}
