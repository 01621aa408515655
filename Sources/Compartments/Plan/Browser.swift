/// A browser that a session can run.
package enum Browser: Hashable, Sendable {
    /// The program itself: Debian's wrapper would add extensions.
    case chromium(String)
    /// The program, and all that lies in its folder, each part at its place: a session sees its own settings there,
    /// which Firefox reads from the folder of the program, whatever its version.
    case firefox(String, parts: [Mount])

    /// Those that are installed, the preferred one first.
    package static func installed() -> [Browser] {
        let chromium = ["/usr/lib/chromium/chromium"].filter { Path.program($0) != nil }
        let firefox = ["/usr/lib/firefox-esr/firefox-esr", "/usr/lib/firefox/firefox"].filter {
            Path.program($0) != nil
        }
        return chromium.map { .chromium($0) } + firefox.prefix(1).map { self.firefox(at: $0) }
    }

    /// Firefox as it is installed at a path.
    package static func firefox(at program: String) -> Browser {
        .firefox(program, parts: parts(of: folder(of: program)))
    }

    package var name: String {
        switch self {
        case .chromium: "chromium"
        case .firefox: "firefox"
        }
    }

    /// The folder that a program lies in.
    static func folder(of program: String) -> String {
        program.lastIndex(of: "/").map { String(program[..<$0]) } ?? ""
    }

    /// The folders of Firefox, seen from that of the program, into which a session puts files.
    private static let opened = ["", "/defaults", "/defaults/pref"]

    private static func parts(of folder: String) -> [Mount] {
        opened.flatMap { opened in
            (Path.names(in: folder + opened) ?? []).sorted().compactMap { name in
                let place = "\(opened)/\(name)"
                if self.opened.contains(place) { return nil }
                let path = folder + place
                if let destination = Path.linkDestination(path) {
                    return Mount(.link(to: destination), at: path)
                }
                return Mount(.readOnly(source: path), at: path)
            }
        }
    }
}
