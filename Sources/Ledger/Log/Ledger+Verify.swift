extension Ledger {
    /// Checks the whole log: each row against the one before, the end against the seal, and where they are
    /// given the seals of all rows against the first key, and the log against receipts of earlier days.
    ///
    /// - Parameters:
    ///   - firstKey: the 32 bytes that `init`, or `reseal`, showed once.
    ///   - receipts: heads of the log that were kept elsewhere.
    package func verifyLog(firstKey: [UInt8]? = nil, receipts: [LogReceipt] = []) throws -> LogVerification {
        try database.snapshot {
            let seal = LogSeal.read(home.seal)
            var check = LogCheck(
                seal: seal, firstKey: firstKey,
                receipts: Dictionary(
                    receipts.map { ($0.sequence, $0.hash) }, uniquingKeysWith: { $0 == $1 ? $0 : [] }))
            try database.rows("SELECT seq, at, kind, key, body, hash, mac FROM log ORDER BY seq") { row in
                check.add(LogRow(row))
            }
            return check.finish()
        }
    }
}

/// The state of checking a log row by row.
private struct LogCheck {
    let seal: LogSeal?
    /// The key that the next row should have been made with, once the row that begins its chain was seen.
    var key: LogKey?
    var candidate: LogKey?
    var hasMatched = false
    let receipts: [Int: [UInt8]]
    var result = LogVerification()
    var previous = LogRow.origin
    var lastKeyIndex = -1
    private var line: [UInt8] = []

    init(seal: LogSeal?, firstKey: [UInt8]?, receipts: [Int: [UInt8]]) {
        self.seal = seal
        self.receipts = receipts
        candidate = firstKey.map { LogKey(index: 0, bytes: $0) }
    }

    private mutating func bad(_ damage: LogVerification.Damage, at sequence: Int) {
        guard result.damage == nil else { return }
        result.damage = damage
        result.firstBad = sequence
    }

    mutating func add(_ row: LogRow) {
        let expected = result.rows + 1
        result.rows += 1
        if row.sequence != expected { bad(.deleted, at: expected) }
        row.writeLine(after: previous, to: &line)
        if sha256(line) != row.hash { bad(.edited, at: row.sequence) }
        checkKey(row)
        if let hash = receipts[row.sequence], hash != row.hash { bad(.rolledBack, at: row.sequence) }
        if let seal, seal.sequence == row.sequence, seal.head != row.hash {
            bad(.rewritten, at: row.sequence)
        }
        previous = row.hash
        lastKeyIndex = row.keyIndex
        result.head = LogReceipt(sequence: row.sequence, hash: row.hash)
    }

    private mutating func checkKey(_ row: LogRow) {
        if row.kind == "seal", row.body.hasPrefix("key ") {
            if var first = candidate {
                first.index = row.keyIndex
                if row.body == "key " + first.commitment {
                    key = first
                    hasMatched = true
                } else if hasMatched {
                    bad(.resealed, at: row.sequence)
                }
            }
            if row.sequence > 1, row.keyIndex <= lastKeyIndex { bad(.forged, at: row.sequence) }
        } else if row.kind != "restore", row.keyIndex != lastKeyIndex + 1 {
            // Only a restored backup may leave keys out: they were used by the rows that it took back.
            bad(row.keyIndex > lastKeyIndex ? .truncated : .forged, at: row.sequence)
        }
        guard var current = key, result.damage == nil else { return }
        guard row.keyIndex >= current.index, row.keyIndex - current.index < 10_000_000 else {
            return bad(.forged, at: row.sequence)
        }
        while current.index < row.keyIndex { current.advance() }
        if current.mac(of: row.hash) != row.mac { bad(.forged, at: row.sequence) }
        current.advance()
        key = current
    }

    mutating func finish() -> LogVerification {
        let end = (result.head?.sequence ?? 0) + 1
        guard let seal else {
            bad(.unsealed, at: end)
            return result
        }
        if result.rows == 0 { bad(.truncated, at: 1) }
        if seal.sequence >= end { bad(.truncated, at: end) }
        // The seal may be behind by what a crash kept from it, never ahead, and its key must be of the chain.
        if seal.key.index > lastKeyIndex + 1 { bad(.truncated, at: end) }
        if candidate != nil {
            guard hasMatched, let key else {
                bad(.resealed, at: 1)
                return result
            }
            var sealed = seal.key
            while sealed.index < key.index { sealed.advance() }
            if sealed != key { bad(.rewritten, at: end - 1) }
        }
        for sequence in receipts.keys.sorted() where sequence >= end { bad(.rolledBack, at: end) }
        return result
    }
}
