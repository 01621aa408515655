import Glibc

/// The time since the last key or line, until a lock falls shut.
struct IdleTime {
    /// Seconds after which it does.
    let limit: Int
    private var last = IdleTime.seconds()

    init(limit: Int) { self.limit = limit }

    /// Seconds that went by, those in which the machine slept among them; no clock that is set changes them.
    private static func seconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_BOOTTIME, &now)
        return now.tv_sec
    }

    /// Begins anew.
    mutating func restart() { last = IdleTime.seconds() }

    /// How long it still is.
    var left: Duration { .seconds(max(0, limit - (IdleTime.seconds() - last))) }

    var isOver: Bool { left == .zero }
}
