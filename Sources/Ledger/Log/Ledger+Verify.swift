extension Ledger {
    /// Checks the whole log: each row against the one before, the end against the seal, and where they are
    /// given the seals of all rows against the first key, and the log against receipts of earlier days, of
    /// which the copies in `backups` hold some.
    ///
    /// - Parameters:
    ///   - firstKey: the 32 bytes that `init`, or `reseal`, showed once.
    ///   - receipts: heads of the log that were kept elsewhere.
    package func verifyLog(firstKey: [UInt8]? = nil, receipts: [LogReceipt] = []) throws -> LogVerification {
        // Before the log, which is then at least as far.
        let copies = keptHeads()
        return try database.snapshot {
            let seal = try readSeal()
            var check = LogCheck(
                seal: seal, firstKey: firstKey,
                receipts: Dictionary(
                    receipts.map { ($0.sequence, $0.hash) }, uniquingKeysWith: { $0 == $1 ? $0 : [] }))
            try database.rows("SELECT seq, at, kind, key, body, hash, mac FROM log ORDER BY seq") { row in
                check.add(row)
            }
            var found = check.finish()
            if found.ok, let (copy, row) = try contradiction(copies) {
                found.damage = .rolledBack
                found.firstBad = row
                found.witness = copy
            }
            return found
        }
    }

    /// The newest of the copies that know a row of the log otherwise, and the first such row.
    ///
    /// Copies from before a restoration may know what it took back. Which of them do is not told by a row alone:
    /// a backup of another machine shares none. So they are passed over by their time.
    private func contradiction(_ copies: [KeptHead]) throws -> (copy: String, row: Int)? {
        let restored = try database.first(
            "SELECT max(at) FROM log WHERE kind = 'restore' OR kind = 'seal' AND seq > 1"
        ) { $0.text(0) }
        for kept in copies where kept.at > restored ?? "" {
            guard try hash(of: kept.head.sequence, in: database) != kept.head.hash else { continue }
            guard let row = try? firstDifference(from: kept) else { continue }
            // A restoration that a clock put before the copy.
            let kind = try database.first("SELECT kind FROM log WHERE seq = ?", row) { $0.text(0) }
            if kind != "restore" { return (kept.name, row) }
        }
        return nil
    }

    /// The first row that a copy, whose last one differs, knows otherwise: from there on all do, for each row holds the
    /// hash of the one before.
    private func firstDifference(from kept: KeptHead) throws -> Int {
        let copy = try Database(path: home.backups + "/" + kept.name, patience: 0)
        var (low, high) = (1, kept.head.sequence)
        while low < high {
            let middle = low + (high - low) / 2
            let isSame = try hash(of: middle, in: copy) == hash(of: middle, in: database)
            if isSame { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func hash(of sequence: Int, in database: Database) throws -> [UInt8]? {
        try database.first("SELECT hash FROM log WHERE seq = ?", sequence) { $0.blob(0) }
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
    private var previous = LogRow.origin
    private var hash = LogRow.origin
    private var lastKeyIndex = -1
    private var lastSequence = 0
    private var patience = 10_000_000
    private var line = LogLine()

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

    /// The columns are read in place: a text that decodes to the same letters may still be other bytes.
    mutating func add(_ row: Row) {
        let sequence = row.int(0)
        let keyIndex = row.int(3)
        result.rows += 1
        if sequence != result.rows { bad(.deleted, at: result.rows) }
        row.withBytes(1, 2, 4, 5, 6) { at, kind, body, stored, mac in
            line.set(
                after: previous, sequence: sequence, at: at, kind: kind, keyIndex: keyIndex, mac: mac,
                body: body)
            hash = sha256(line.bytes)
            if !hash.elementsEqual(stored) { bad(.edited, at: sequence) }
            checkKey(sequence, keyIndex, kind, body)
            checkSeal(sequence, at: at, kind: kind, keyIndex: keyIndex, mac: mac, body: body)
            hash.replaceSubrange(0..., with: stored)
        }
        if let expected = receipts[sequence], expected != hash { bad(.rolledBack, at: sequence) }
        if let seal, seal.sequence == sequence, seal.head != hash { bad(.rewritten, at: sequence) }
        swap(&previous, &hash)
        lastKeyIndex = keyIndex
        lastSequence = sequence
    }

    /// Whether the numbers of the keys go on one by one, but for where a chain of keys begins.
    private mutating func checkKey(
        _ sequence: Int, _ keyIndex: Int, _ kind: UnsafeBufferPointer<UInt8>,
        _ body: UnsafeBufferPointer<UInt8>
    ) {
        if kind.elementsEqual("seal".utf8), body.starts(with: "key ".utf8) {
            if var first = candidate {
                first.index = keyIndex
                if body.elementsEqual(("key " + first.commitment).utf8) {
                    key = first
                    hasMatched = true
                } else if hasMatched {
                    bad(.resealed, at: sequence)
                }
            }
            if sequence > 1, keyIndex <= lastKeyIndex { bad(.forged, at: sequence) }
        } else if keyIndex != lastKeyIndex &+ 1, !kind.elementsEqual("restore".utf8) {
            // Only a restored backup may leave keys out: they were used by the rows that it took back.
            bad(keyIndex > lastKeyIndex ? .truncated : .forged, at: sequence)
        }
    }

    /// Whether a row was sealed with the key of its place, where the first key is at hand.
    private mutating func checkSeal(
        _ sequence: Int, at: UnsafeBufferPointer<UInt8>, kind: UnsafeBufferPointer<UInt8>, keyIndex: Int,
        mac: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>
    ) {
        guard var current = key, result.damage == nil else { return }
        // A restored backup skips the keys of the rows that it took back; so many that it takes seconds are none.
        guard keyIndex >= current.index, keyIndex - current.index < patience else {
            return bad(.forged, at: sequence)
        }
        patience -= keyIndex - current.index
        while current.index < keyIndex { current.advance() }
        line.set(
            after: previous, sequence: sequence, at: at, kind: kind, keyIndex: keyIndex, mac: [UInt8]?.none,
            body: body)
        if !current.mac(of: line.bytes).elementsEqual(mac) { bad(.forged, at: sequence) }
        current.advance()
        key = current
    }

    mutating func finish() -> LogVerification {
        if result.rows > 0 { result.head = LogReceipt(sequence: lastSequence, hash: previous) }
        let end = lastSequence &+ 1
        guard let seal else {
            bad(.unsealed, at: end)
            return result
        }
        if result.rows == 0 { bad(.truncated, at: 1) }
        if seal.sequence >= end { bad(.truncated, at: end) }
        // The seal may be behind by what a crash kept from it, never ahead, and its key must be of the chain.
        if seal.key.index > lastKeyIndex &+ 1 { bad(.truncated, at: end) }
        if candidate != nil {
            guard hasMatched, let key else {
                bad(.resealed, at: 1)
                return result
            }
            var sealed = seal.key
            while sealed.index < key.index { sealed.advance() }
            if sealed != key { bad(.rewritten, at: lastSequence) }
        }
        for sequence in receipts.keys.sorted() where sequence >= end { bad(.rolledBack, at: end) }
        return result
    }
}
