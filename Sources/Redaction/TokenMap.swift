/// What the placeholders of one engagement stand for.
///
/// A value: the ledger seals and keeps it.
package struct TokenMap: Sendable, Equatable {
    /// Why stored bytes are no map.
    package enum Fault: Error, Equatable { case damaged }

    /// Three characters of every placeholder of this engagement, as a number below 32,768.
    ///
    /// The ledger gives each engagement its own, so that two engagements share no placeholder.
    package let namespace: UInt16
    private let key: (UInt64, UInt64)
    /// Who owns an entity number: kind and folded name.
    private var owners: [UInt32: [UInt8]] = [:]
    private var values: [Token: [UInt8]] = [:]
    private var tokens: [[UInt8]: Token] = [:]

    /// An empty map.
    /// - Parameters:
    ///   - namespace: below 32,768, of no other engagement.
    ///   - key: 128 random bits, so that a placeholder says nothing about what it stands for.
    package init(namespace: UInt16, key: (UInt64, UInt64)) {
        self.namespace = namespace & 0x7FFF
        self.key = key
    }

    /// How many spellings have a placeholder.
    package var count: Int { values.count }

    /// Every placeholder and its value, in the order of the placeholders.
    package var entries: [(token: String, value: String)] {
        values.map {
            (String(decoding: $0.key.bytes, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
        }
        .sorted { $0.0 < $1.0 }
    }

    package static func == (a: TokenMap, b: TokenMap) -> Bool { a.serialized() == b.serialized() }

    /// The placeholder for one spelling; the same for the same entity and spelling, always.
    /// - Parameters:
    ///   - kind: what it is; the value of a one-way kind is not kept.
    ///   - entity: the thing, in a form that all its spellings share.
    ///   - spelling: the exact bytes.
    mutating func token(_ kind: EntityKind, entity: [UInt8], spelling: some Collection<UInt8>) -> Token {
        let letters = Array(kind.code.utf8)
        let owner = letters + entity
        let index = owner + [0xFF] + spelling
        if let known = tokens[index] { return known }
        var number = UInt32(truncatingIfNeeded: SipHash.hash(owner, key: key) & 0x1FF_FFFF)
        if kind.isOneWay {
            // Nothing is kept, so nothing can be looked up: the number alone must carry it.
            let surface = UInt16(truncatingIfNeeded: SipHash.hash(index, key: key) >> 40 & 0x3FF)
            return Token(
                code: (letters[0], letters[1]), namespace: namespace, entity: number, surface: surface)
        }
        while let other = owners[number], other != owner { number = (number + 1) & 0x1FF_FFFF }
        owners[number] = owner
        var surface = UInt16(truncatingIfNeeded: SipHash.hash(index, key: key) >> 40 & 0x3FF)
        var token = Token(
            code: (letters[0], letters[1]), namespace: namespace, entity: number, surface: surface)
        var tried = 0
        while values[token] != nil {
            tried += 1
            if tried == 1024 {
                // More spellings than one number can hold: go on under the next.
                number = (number + 1) & 0x1FF_FFFF
                while let other = owners[number], other != owner { number = (number + 1) & 0x1FF_FFFF }
                owners[number] = owner
                tried = 0
            }
            surface = (surface + 1) & 0x3FF
            token = Token(
                code: (letters[0], letters[1]), namespace: namespace, entity: number, surface: surface)
        }
        values[token] = Array(spelling)
        tokens[index] = token
        return token
    }

    /// Takes in the placeholders that another copy of this map gave out meanwhile.
    ///
    /// - Returns: whether both agree; where they do not, nothing changes.
    package mutating func merge(_ other: TokenMap) -> Bool {
        guard namespace == other.namespace, key == other.key,
            other.owners.allSatisfy({ owners[$0.key].map { [owner = $0.value] in $0 == owner } ?? true }),
            other.tokens.allSatisfy({ index, token in
                tokens[index].map { $0 == token } ?? (values[token] == nil)
            })
        else { return false }
        owners.merge(other.owners) { mine, _ in mine }
        tokens.merge(other.tokens) { mine, _ in mine }
        values.merge(other.values) { mine, _ in mine }
        return true
    }

    /// What a placeholder stands for, if this engagement gave it out.
    func value(of token: Token) -> [UInt8]? { values[token] }

    /// Whether a placeholder is this engagement's for something that is never restored.
    func isOneWay(_ token: Token) -> Bool {
        token.namespace == namespace && Array(EntityKind.secret.code.utf8) == [token.code.0, token.code.1]
    }

    /// The map as bytes, for sealing; equal maps give equal bytes.
    package func serialized() -> [UInt8] {
        var bytes = Array("BKM1".utf8)
        bytes.append(number: UInt64(namespace), size: 2)
        bytes.append(number: key.0, size: 8)
        bytes.append(number: key.1, size: 8)
        bytes.append(number: UInt64(owners.count), size: 4)
        for (number, owner) in owners.sorted(by: { $0.key < $1.key }) {
            bytes.append(number: UInt64(number), size: 4)
            bytes.append(text: owner)
        }
        bytes.append(number: UInt64(tokens.count), size: 4)
        for (index, token) in tokens.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            bytes.append(text: index)
            bytes.append(text: token.bytes)
            bytes.append(text: values[token] ?? [])
        }
        return bytes
    }

    /// Reads what `serialized()` wrote.
    /// - Throws: `Fault.damaged` for anything else.
    package init(serialized bytes: [UInt8]) throws {
        var rest = bytes[...]
        func number(_ size: Int) throws -> UInt64 {
            guard rest.count >= size else { throw Fault.damaged }
            defer { rest = rest.dropFirst(size) }
            return rest.prefix(size).reduce(0) { $0 << 8 | UInt64($1) }
        }
        func text() throws -> [UInt8] {
            let size = Int(try number(4))
            guard rest.count >= size else { throw Fault.damaged }
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        guard rest.starts(with: "BKM1".utf8) else { throw Fault.damaged }
        rest = rest.dropFirst(4)
        self.init(namespace: UInt16(truncatingIfNeeded: try number(2)), key: (try number(8), try number(8)))
        for _ in 0..<(try number(4)) { owners[UInt32(truncatingIfNeeded: try number(4))] = try text() }
        for _ in 0..<(try number(4)) {
            let index = try text()
            guard let token = Token(reading: try text()), token.namespace == namespace else {
                throw Fault.damaged
            }
            tokens[index] = token
            values[token] = try text()
        }
        guard rest.isEmpty else { throw Fault.damaged }
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: UInt64, size: Int) {
        for place in (0..<size).reversed() { append(UInt8(truncatingIfNeeded: number >> UInt64(8 * place))) }
    }

    fileprivate mutating func append(text: [UInt8]) {
        append(number: UInt64(text.count), size: 4)
        append(contentsOf: text)
    }
}
