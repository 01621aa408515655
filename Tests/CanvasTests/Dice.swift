import Canvas
import Glibc

/// A small repeatable source of random numbers (SplitMix64), so that a failing world can be made again from
/// its seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// What is added to every seed; a soak sets it.
    private static let first = getenv("BULKHEAD_SEED").flatMap { UInt64(String(cString: $0)) } ?? 0

    init(seed: UInt64) { state = seed &+ Self.first }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A text of plain, wide, combining and hostile scalars.
    mutating func text(longest: Int = 40) -> String {
        let hostile: [Unicode.Scalar] = [
            "\u{1B}", "\u{7}", "\n", "\r", "\t", "\0", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{202E}",
            "\u{2066}",
            "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{E000}", "\u{E0041}", "\u{FE0F}", "\u{115F}", "\u{2028}",
            "\u{10FFFF}",
        ]
        let friendly: [Unicode.Scalar] = [
            "a", "Z", " ", "[", "ø", "é", "客", "户", "한", "ｱ", "👩", "💻", "🏽", "🇫", "🇷", "\u{301}", "\u{20DD}",
            "\u{1161}",
            "ไ", "\u{E49}", "ن", "─", "✓",
        ]
        var result = ""
        for _ in 0..<roll(0...longest) {
            switch roll(0...5) {
            case 0: result.unicodeScalars.append(hostile[roll(0...hostile.count - 1)])
            case 1:
                if let scalar = Unicode.Scalar(UInt32(roll(0...0x10FFFF))) {
                    result.unicodeScalars.append(scalar)
                }
            default: result.unicodeScalars.append(friendly[roll(0...friendly.count - 1)])
            }
        }
        return result
    }

    mutating func rect(around size: Size) -> Rect {
        Rect(
            column: roll(-5...size.columns + 3), row: roll(-3...size.rows + 2),
            columns: roll(-2...size.columns + 4),
            rows: roll(-2...size.rows + 3))
    }

    mutating func style() -> Style {
        Style(
            Role.allCases[roll(0...Role.allCases.count - 1)],
            on: Ground.allCases[roll(0...Ground.allCases.count - 1)],
            Attributes(rawValue: UInt8(roll(0...15))))
    }
}
