/// A placeholder: seventeen letters and digits that stand for one spelling of one thing.
///
/// `BKX`, two letters of what it is, three of the engagement, five of the thing, two of its spelling, two that
/// check the rest. It is a valid identifier, host label and word. `X` stands nowhere but in the third place, so no
/// placeholder begins inside another.
package struct Token: Hashable, Sendable {
    /// Characters of every placeholder.
    package static let length = 17
    /// Bytes of marks that a model may put between the characters, at most, and in one place.
    package static let slack = 12
    static let gap = 6

    /// Two letters from `EntityKind.code`.
    var code: (UInt8, UInt8)
    /// The engagement, 15 bits.
    var namespace: UInt16
    /// The thing, 25 bits.
    var entity: UInt32
    /// Its spelling, 10 bits.
    var surface: UInt16

    static let marker: [UInt8] = Array("BKX".utf8)
    /// Ten digits and the letters without I, L, O, X.
    static let symbols: [UInt8] = Array("0123456789ABCDEFGHJKMNPQRSTUVWYZ".utf8)
    private static let values: [UInt8] = (0..<256).map { byte in
        let raised = UInt8(byte).raised
        let read =
            raised == UInt8(ascii: "O") ? UInt8(ascii: "0") : oneOf("IL", raised) ? UInt8(ascii: "1") : raised
        return symbols.firstIndex(of: read).map(UInt8.init) ?? 0xFF
    }

    /// The value of a character in places 5 to 16, or nil; O reads as 0, I and L as 1.
    static func value(_ byte: UInt8) -> UInt8? { values[Int(byte)] == 0xFF ? nil : values[Int(byte)] }

    /// Whether `byte` may stand at `place`.
    static func admits(_ byte: UInt8, at place: Int) -> Bool {
        switch place {
        case 0...2: byte.raised == marker[place]
        case 3, 4: byte.isLetter && byte.raised != UInt8(ascii: "X")
        default: values[Int(byte)] != 0xFF
        }
    }

    /// The seventeen bytes.
    package var bytes: [UInt8] {
        var text = Self.marker + [code.0, code.1]
        for value in payload { text.append(Self.symbols[Int(value)]) }
        let check = Self.check(code, payload)
        text.append(Self.symbols[Int(check >> 5)])
        text.append(Self.symbols[Int(check & 31)])
        return text
    }

    private var payload: [UInt8] {
        [
            UInt8(namespace >> 10 & 31), UInt8(namespace >> 5 & 31), UInt8(namespace & 31),
            UInt8(entity >> 20 & 31),
            UInt8(entity >> 15 & 31), UInt8(entity >> 10 & 31), UInt8(entity >> 5 & 31), UInt8(entity & 31),
            UInt8(surface >> 5 & 31), UInt8(surface & 31),
        ]
    }

    /// A weighted sum modulo the prime 1021: sees every changed character and every swap of neighbors.
    private static func check(_ code: (UInt8, UInt8), _ payload: [UInt8]) -> UInt16 {
        var sum = 0
        for value in [code.0, code.1] + payload { sum = (sum * 37 + Int(value) + 1) % 1021 }
        return UInt16(sum)
    }

    /// Whether it stands, with its quotes, for a number of a JSON document.
    var isNumber: Bool { Array(EntityKind.numberCode.utf8) == [code.0, code.1] }

    init(code: (UInt8, UInt8), namespace: UInt16, entity: UInt32, surface: UInt16) {
        self.code = code
        self.namespace = namespace
        self.entity = entity
        self.surface = surface
    }

    /// Reads seventeen characters, each of which `admits`; nil where the check disagrees.
    init?(reading text: [UInt8]) {
        guard text.count == Self.length else { return nil }
        let payload = text[5...].map { Self.values[Int($0)] }
        guard payload.allSatisfy({ $0 < 32 }) else { return nil }
        code = (text[3].raised, text[4].raised)
        namespace = UInt16(payload[0]) << 10 | UInt16(payload[1]) << 5 | UInt16(payload[2])
        entity = payload[3..<8].reduce(0) { $0 << 5 | UInt32($1) }
        surface = UInt16(payload[8]) << 5 | UInt16(payload[9])
        let stated = UInt16(payload[10]) << 5 | UInt16(payload[11])
        guard stated == Self.check(code, Array(payload[..<10])) else { return nil }
    }

    package static func == (a: Token, b: Token) -> Bool {
        a.code == b.code && a.namespace == b.namespace && a.entity == b.entity && a.surface == b.surface
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code.0)
        hasher.combine(code.1)
        hasher.combine(namespace)
        hasher.combine(entity)
        hasher.combine(surface)
    }
}
