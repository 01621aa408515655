/// A browser that a session can run.
package enum Browser: Hashable, Sendable {
    /// The program itself: Debian's wrapper would add extensions.
    case chromium(String)
    case firefox(String)

    /// Those that are installed, the preferred one first.
    package static func installed() -> [Browser] {
        let chromium = ["/usr/lib/chromium/chromium"].filter { Path.program($0) != nil }
        let firefox = ["/usr/lib/firefox-esr/firefox-esr", "/usr/lib/firefox/firefox"].filter {
            Path.program($0) != nil
        }
        return chromium.map { .chromium($0) } + firefox.prefix(1).map { .firefox($0) }
    }

    package var name: String {
        switch self {
        case .chromium: "chromium"
        case .firefox: "firefox"
        }
    }
}
