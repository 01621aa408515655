import Glibc
import Permits

/// The civil date of this moment where the user is.
func today() -> Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return day ?? Day(number: 0)
}

extension Place {
    /// The day to judge by: what `--at` names, or today.
    ///
    /// - Throws: ``Failure`` where `--at` is no date.
    var day: Day {
        get throws(Failure) {
            guard let at else { return today() }
            guard let day = Day(at) else {
                throw Failure(.usage, "--at \(at): there is no such date. Write it as YYYY-MM-DD.")
            }
            return day
        }
    }
}
