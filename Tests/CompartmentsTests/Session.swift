import Foundation
import Ledger
import Permits
import Testing

@testable import Compartments

/// A home with a ledger, in which real sessions of the real `bulkhead-session` run.
final class Session {
    let home: String
    let folder: String

    init() throws {
        home = try Session.temporaryFolder()
        folder = try Session.temporaryFolder()
        _ = try Ledger.create(home: home, house: nil)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: home)
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func temporaryFolder() throws -> String {
        var template = Array("/tmp/bulkhead-sessions.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a wall can be built; where `CI` is set it must be.
    static let hasWall: Bool = {
        let found = Path.program("bwrap") != nil
        return found || ProcessInfo.processInfo.environment["CI"] != nil
    }()

    func plan(_ command: [String], client: String = "nor", tag: String = "NOR") throws -> Plan {
        let compartment = try Compartment.open(root: home + "/compartments", client: client, surface: nil)
        var machine = Machine.current()
        machine.terminal = "xterm"
        let planner = Planner(
            machine: machine, compartment: compartment,
            place: Plan.Place(ledger: home, locks: home, compartment: compartment.name))
        var undertaking = Undertaking(
            client: .init(id: client, name: "Client", tag: tag), on: Day(number: 20_000))
        undertaking.folders = [Folder(path: folder, source: folder)]
        undertaking.command = command
        return planner.plan(laidOutFor: undertaking)
    }

    struct Running {
        var pid: Int32
        var pidfd: Int32
        var output: FileHandle

        /// The exit code, and all that was printed.
        func end() -> (code: Int32, output: String) {
            let text = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0, errno == EINTR {}
            close(pidfd)
            return (status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F), text)
        }
    }

    func start(_ plan: Plan) throws -> Running {
        let pipe = Pipe()
        let (pid, pidfd) = try SessionProgram.start(
            plan, detached: true, output: pipe.fileHandleForWriting.fileDescriptor)
        try pipe.fileHandleForWriting.close()
        return Running(pid: pid, pidfd: pidfd, output: pipe.fileHandleForReading)
    }

    func run(_ plan: Plan) throws -> (code: Int32, output: String) { try start(plan).end() }

    func shell(_ script: String) throws -> (code: Int32, output: String) {
        try run(plan(["/bin/sh", "-c", script]))
    }

    /// A plan whose processes all have `mark` on their command lines.
    func sleeper(_ mark: String, hasDoor: Bool = false) throws -> Plan {
        var plan = try plan(["/bin/sh", "-c", "setsid sleep \(mark) & sleep \(mark)"])
        if hasDoor { plan.hosts = ["alpha.test"] }
        return plan
    }

    /// The processes of this machine with `mark` on their command lines.
    static func processes(with mark: String) -> [String] {
        (Path.names(in: "/proc") ?? []).filter {
            String(decoding: Bytes.ofFile("/proc/\($0)/cmdline") ?? [], as: UTF8.self).contains(mark)
        }
    }

    /// What every command does before it reads the sessions.
    func look() throws {
        let lock = try SessionLock(folder: home)
        let ledger = try Ledger.open(home: home)
        try lock.reconcile(try ledger.unfinished()) {
            try ledger.finish($0, at: SessionTime.now, cause: EndCause.lost.text)
        }
    }

    /// Waits for the file that a session's command makes when it runs.
    func wait(for name: String) {
        while !Path.exists(folder + "/" + name) { usleep(5000) }
    }

    func rows() throws -> [SessionRow] { try Ledger.open(home: home).sessions() }

    /// Whether the lock is free, looked at by another process: what this one locks, a child that another test
    /// starts at the same moment would have for as long as it is no other program.
    var isFree: Bool {
        Program.run(["/usr/bin/flock", "--nonblock", home + "/active.lock", "/bin/true"])?.exitCode == 0
    }

    /// Waits until the lock is free, but no longer than a number of seconds.
    func waitUntilFree(seconds: Int) {
        let due = Date.now.addingTimeInterval(Double(seconds))
        while !isFree, Date.now < due { usleep(5000) }
    }
}
