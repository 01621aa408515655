import CSpawn
import Glibc

/// A short-lived program and what it printed.
package enum Program {
    package struct Result: Sendable {
        package var exitCode: Int32
        package var output: [UInt8]
    }

    /// Runs a program to its end, without a terminal, and reads what it prints; nil where it cannot be started.
    ///
    /// - Parameters:
    ///   - arguments: the program and its arguments; never read by a shell.
    ///   - milliseconds: how long it may take; then it is killed.
    package static func run(_ arguments: [String], milliseconds: Int32 = 20_000) -> Result? {
        guard let name = arguments.first, let path = Path.program(name) else { return nil }
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        var pidfd: Int32 = -1
        let pid = SessionProgram.spawn(
            path, arguments, inherited, [(null, 0), (ends[1], 1), (null, 2)], pidfd: &pidfd)
        close(ends[1])
        close(null)
        defer {
            close(ends[0])
            if pidfd >= 0 { close(pidfd) }
        }
        guard pid > 0 else { return nil }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, milliseconds) > 0 {
            let count = read(ends[0], &buffer, buffer.count)
            if count <= 0 || output.count > 1 << 20 { break }
            output += buffer[..<count]
        }
        var ended = pollfd(fd: pidfd, events: Int16(POLLIN), revents: 0)
        if poll(&ended, 1, milliseconds) <= 0 { kill(pid, SIGKILL) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return Result(exitCode: code, output: output)
    }

    /// What such a program needs of the environment: the user's keyring and his password store are found by it.
    private static var inherited: [String] {
        let names = [
            "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS",
            "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "GNUPGHOME", "GPG_TTY", "PASSWORD_STORE_DIR",
        ]
        return names.compactMap { name in Environment.value(name).map { name + "=" + $0 } }
    }
}
