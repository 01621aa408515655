/// All that a session may see and reach, and what runs in it: a value, made before anything is started.
///
/// There is no second configuration: the hosts are those of the verdict's surface and route, the folders those
/// of the engagement. `bulkhead-session` turns the value into a wall and adds nothing to it.
package struct Plan: Hashable, Sendable {
    package enum Program: String, Sendable, CaseIterable { case command, chromium, firefox }

    /// Where the session's own files lie.
    package struct Place: Hashable, Sendable {
        /// The ledger that gets the session's row.
        package var ledger: String
        /// The folder of the lock, 0700.
        package var locks: String
        /// The opaque name of the client's compartment.
        package var compartment: String

        package init(ledger: String, locks: String, compartment: String) {
            self.ledger = ledger
            self.locks = locks
            self.compartment = compartment
        }
    }

    /// A name that is answered by a local server instead of the real one; only the demo has any.
    package struct StandIn: Hashable, Sendable {
        package var host: String
        package var port: UInt16

        package init(host: String, port: UInt16) {
            self.host = host
            self.port = port
        }
    }

    package var program: Program = .command
    package var command: [String]
    package var workingDirectory: String
    package var mounts: [Mount] = []
    package var environment: [Variable] = []
    /// Names of section `hosts` of the catalog: exact, or `*.` and a suffix.
    package var hosts: [String] = []
    /// Ports of this machine's loopback that the session reaches under the same number.
    package var loopback: [UInt16] = []
    package var standIns: [StandIn] = []
    package var record: SessionRecord
    /// The client's tag, shown to whoever is refused while this session lives.
    package var tag: String
    package var place: Place
    /// The folder of this machine that no two sessions may have as their browser profile at once.
    package var profile: String?
    /// Errors are written as JSON on standard output.
    package var reportsInJSON = false

    package init(
        command: [String], workingDirectory: String, record: SessionRecord, tag: String, place: Place
    ) {
        self.command = command
        self.workingDirectory = workingDirectory
        self.record = record
        self.tag = tag
        self.place = place
    }

    /// The port at which a session finds the door, where it has one.
    package static let doorPort: UInt16 = 3128

    /// The file in the home of a Firefox session that tells the browser to end.
    package static let endOrder = ".bulkhead-end"

    /// The file in the home of a Firefox session that the browser makes when it follows the session's settings.
    package static let settingsMark = ".bulkhead-settings"

    /// Whether a session finds a program: by its name on the search path, or at its path.
    package func finds(_ program: String) -> Bool {
        func isThere(_ path: String) -> Bool {
            let place = mounts.filter { Path.lies(path, within: $0.target) }
                .max { $0.target.count < $1.target.count }
            switch place?.content {
            case .readOnly(let source), .writable(let source):
                return Path.program(source + path.dropFirst(place?.target.count ?? 0)) != nil
            case .link(let destination):
                let rest = path.dropFirst(place?.target.count ?? 0)
                return isThere((destination.hasPrefix("/") ? destination : "/" + destination) + rest)
            default: return false
            }
        }
        guard program.contains("/") else {
            let search = environment.first { $0.name == "PATH" }?.value ?? ""
            return search.split(separator: ":").contains { isThere($0 + "/" + program) }
        }
        return isThere(Path.normalized(program.hasPrefix("/") ? program : workingDirectory + "/" + program))
    }

    /// Whether anything outside the wall can be reached by name.
    package var hasDoor: Bool { !hosts.isEmpty }

    /// Whether a way out has to be there before the command starts.
    package var needsOpening: Bool { hasDoor || !loopback.isEmpty }
}
