import Foundation

@testable import Compartments

/// A session in a network namespace that has name servers and addresses of its own; see `Servers/world.py`.
enum World {
    /// Where `CI` is set it must be.
    static let canBeMade: Bool = {
        let found = ["/usr/bin/python3", "/usr/bin/bwrap"].allSatisfy { Path.program($0) != nil }
        return found || ProcessInfo.processInfo.environment["CI"] != nil
    }()

    static func run(_ plan: Plan, log: String, in session: Session) throws -> (code: Int32, output: String) {
        let files = [
            ("plan", PlanText.bytes(of: plan)),
            ("resolv.conf", Array("nameserver 127.0.0.1\nsearch network.test\n".utf8)),
        ]
        for (name, bytes) in files + [("nsswitch.conf", Array("hosts: dns\n".utf8)), ("hosts", [])] {
            try Data(bytes).write(to: URL(fileURLWithPath: session.home + "/" + name))
        }
        var arguments = [
            "bwrap", "--dev-bind", "/", "/", "--unshare-user", "--uid", "0", "--gid", "0", "--unshare-net",
            "--cap-add", "ALL", "--die-with-parent",
        ]
        // A machine that has no file of hosts needs none in its place.
        for name in ["resolv.conf", "nsswitch.conf", "hosts"] where access("/etc/" + name, F_OK) == 0 {
            arguments += ["--ro-bind", session.home + "/" + name, "/etc/" + name]
        }
        let program = try SessionProgram.path()
        arguments += ["/usr/bin/python3", session.folder + "/world.py", log, program]
        let plan = open(session.home + "/plan", O_RDONLY | O_CLOEXEC)
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        let output = Pipe()
        let writer = output.fileHandleForWriting.fileDescriptor
        var pidfd: Int32 = -1
        let pid = SessionProgram.spawn(
            "/usr/bin/bwrap", arguments, ["PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no"],
            [(null, 0), (writer, 1), (writer, 2), (plan, SessionProgram.planDescriptor)], pidfd: &pidfd)
        for descriptor in [plan, null] { close(descriptor) }
        try output.fileHandleForWriting.close()
        return Session.Running(pid: pid, pidfd: pidfd, output: output.fileHandleForReading).end()
    }
}
