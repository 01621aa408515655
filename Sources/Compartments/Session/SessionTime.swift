import Glibc
import Permits

/// Moments as sessions are shown with.
package enum SessionTime {
    package static var now: Int64 { Int64(time(nil)) }

    /// `2026-11-22T09:12:05Z`.
    package static func text(_ seconds: Int64) -> String {
        let (day, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        guard seconds >= 0, let number = Int32(exactly: day) else { return "-" }
        return "\(Day(number: number))T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }

    /// `20261122T091205Z`, as Timewarrior reads it.
    package static func compact(_ seconds: Int64) -> String {
        text(seconds).filter { $0 != "-" && $0 != ":" }
    }

    /// `1:02:05`.
    package static func span(_ seconds: Int64) -> String {
        "\(max(0, seconds) / 3600):\(padded(max(0, seconds) / 60 % 60)):\(padded(max(0, seconds) % 60))"
    }

    private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
}
