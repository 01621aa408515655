import Foundation

@testable import Compartments

/// A program that runs beside a test and ends with it, however the test ends.
final class Companion {
    private let pid: Int32
    private var lifeline: Int32 = -1
    private var output: Int32 = -1

    init(_ program: String, _ arguments: [String], _ environment: [String] = ["PATH=/usr/bin:/bin"]) throws {
        var ends: [[Int32]] = [[-1, -1], [-1, -1]]
        guard pipe(&ends[0]) == 0, pipe(&ends[1]) == 0 else {
            throw CocoaError(.fileReadUnknown)
        }
        for end in ends.joined() { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (lifeline, output) = (ends[0][1], ends[1][0])
        // The shell reads until this process closes its end, or dies.
        let script = "\"$@\" </dev/null & child=$!; read -r _; kill $child; wait $child"
        var pidfd: Int32 = -1
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        pid = SessionProgram.spawn(
            "/bin/sh", ["sh", "-c", script, "sh", program] + arguments, environment,
            [(ends[0][0], 0), (ends[1][1], 1), (null, 2)], pidfd: &pidfd)
        for descriptor in [ends[0][0], ends[1][1], null, pidfd] { close(descriptor) }
        guard pid > 0 else { throw CocoaError(.fileReadNoSuchFile) }
    }

    deinit {
        stop()
        close(output)
    }

    /// Ends the program and waits for its end.
    func stop() {
        guard lifeline >= 0 else { return }
        close(lifeline)
        lifeline = -1
        while waitpid(pid, nil, 0) < 0, errno == EINTR {}
    }

    /// What the program printed first.
    func firstLine() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(output, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
