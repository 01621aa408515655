import Glibc

/// A seeded source of random choices (SplitMix64), so that a failing world can be made again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// What is added to every seed; a soak sets it.
    private static let first = getenv("BULKHEAD_SEED").flatMap { UInt64(String(cString: $0)) } ?? 0

    init(_ seed: Int) {
        state = (UInt64(bitPattern: Int64(seed)) &+ Self.first) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(next() % UInt64(values.count))] }

    mutating func chance(_ percent: Int) -> Bool { next() % 100 < UInt64(percent) }
}
