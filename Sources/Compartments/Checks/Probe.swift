import CSpawn
import Glibc

/// One thing that a session needs or can use, tried on this machine.
package struct Probe: Hashable, Sendable {
    package enum State: String, Sendable {
        case ok
        /// Not there, and a session goes without.
        case absent
        /// There, and worth a look.
        case warning
        /// Not there, and what needs it is refused.
        case failed
    }

    package var name: String
    package var state: State
    /// What was seen, and what to do where it failed.
    package var detail: String

    package init(_ name: String, _ state: State, _ detail: String) {
        self.name = name
        self.state = state
        self.detail = detail
    }

    /// Tries every primitive live.
    ///
    /// - Parameter program: where `bulkhead-session` lies; nil for the usual places.
    package static func all(program: String? = nil) -> [Probe] {
        [
            userNamespaces(), bubblewrap(), door(), kernelFilter(), supervisor(program), chromium(),
            firefox(),
            keyring(), screen(), clipboard(), tunnel(), securityKey(),
        ]
    }

    private static let smallWall = [
        "bwrap", "--unshare-all", "--uid", "1000", "--gid", "1000", "--die-with-parent", "--ro-bind", "/usr",
        "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64",
        "/lib64", "--proc", "/proc", "--dev", "/dev",
    ]

    /// Makes those in which bubblewrap is started.
    private static func userNamespaces() -> Probe {
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        var pidfd: Int32 = -1
        let pid = SessionProgram.spawn(
            "/bin/true", ["true"], [], [(null, 0), (null, 1), (null, 2)], kept: true, pidfd: &pidfd)
        guard pid > 0 else {
            let problem = Failure.text(errno)
            return Probe("user namespaces", .failed, restriction() ?? "the kernel makes none: \(problem)")
        }
        while waitpid(pid, nil, 0) < 0, errno == EINTR {}
        close(pidfd)
        return Probe("user namespaces", .ok, "open to this user")
    }

    /// Why this machine gives ordinary programs no namespaces, and what helps; nil where no switch says so.
    ///
    /// - Parameter switches: where the kernel shows its own, sysctl(8).
    package static func restriction(switches: String = "/proc/sys") -> String? {
        func isSet(_ name: String, to digit: Character) -> Bool {
            Bytes.ofFile("\(switches)/\(name)")?.first == digit.asciiValue
        }
        if isSet("kernel/apparmor_restrict_unprivileged_userns", to: "1") {
            return
                "AppArmor refuses them to ordinary programs; give bubblewrap and Bulkhead's programs a profile, "
                + "or set the sysctl kernel.apparmor_restrict_unprivileged_userns to 0"
        }
        if isSet("user/max_user_namespaces", to: "0") {
            return "switched off; set the sysctl user.max_user_namespaces above 0"
        }
        if isSet("kernel/unprivileged_userns_clone", to: "0") {
            return "switched off for ordinary programs; set the sysctl kernel.unprivileged_userns_clone to 1"
        }
        return nil
    }

    private static func bubblewrap() -> Probe {
        guard Path.program("bwrap") != nil else {
            return Probe("bubblewrap", .failed, "not installed; run: apt install bubblewrap")
        }
        guard let result = Program.run(smallWall + ["true"]), result.exitCode == 0 else {
            let why = restriction().map { "namespaces: " + $0 }
            return Probe(
                "bubblewrap", .failed,
                "installed, but a wall cannot be built here" + (why.map { "; " + $0 } ?? ""))
        }
        return Probe("bubblewrap", .ok, "builds a wall")
    }

    /// Opens a door in a real wall and takes it away again.
    private static func door() -> Probe {
        guard let path = Path.program("bwrap") else {
            return Probe("door", .failed, "needs bubblewrap")
        }
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return Probe("door", .failed, "no descriptors are left") }
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        var pidfd: Int32 = -1
        let arguments = smallWall + ["--json-status-fd", "3", "sleep", "20"]
        let pid = SessionProgram.spawn(
            path, arguments, [], [(null, 0), (null, 1), (null, 2), (ends[1], 3)], kept: true, pidfd: &pidfd)
        close(ends[1])
        close(null)
        defer {
            close(ends[0])
            if pid > 0 {
                _ = cspawn_pidfd_signal(pidfd, SIGKILL)
                waitpid(pid, nil, 0)
                close(pidfd)
            }
        }
        var status = StatusText()
        var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        if pid > 0, poll(&waiting, 1, 5000) > 0 { status.read(from: ends[0]) }
        var listener: Int32 = -1
        guard status.child != nil, let first = Process.first(keptBy: pid),
            cspawn_listen_inside(first, [Plan.doorPort], 1, &listener) == 0
        else {
            return Probe("door", .failed, "a session's network cannot be entered, so it gets none")
        }
        close(listener)
        return Probe("door", .ok, "a listening socket comes out of a session's network")
    }

    /// Loads the filter in a real wall.
    private static func kernelFilter() -> Probe {
        let filter = cspawn_filter()
        defer { close(filter) }
        guard filter >= 0, let path = Path.program("bwrap") else {
            return Probe("kernel filter", .failed, "needs bubblewrap, and a kernel that makes memory files")
        }
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        var pidfd: Int32 = -1
        let pid = SessionProgram.spawn(
            path, smallWall + ["--seccomp", "3", "true"], [], [(null, 0), (null, 1), (null, 2), (filter, 3)],
            pidfd: &pidfd)
        var status: Int32 = -1
        if pid > 0 {
            while waitpid(pid, &status, 0) < 0, errno == EINTR {}
            close(pidfd)
        }
        return status == 0
            ? Probe("kernel filter", .ok, "system calls that reach past the wall are refused")
            : Probe("kernel filter", .failed, "the kernel does not filter system calls (seccomp)")
    }

    private static func supervisor(_ program: String?) -> Probe {
        if let program {
            return Probe("bulkhead-session", Path.program(program) == nil ? .failed : .ok, program)
        }
        do {
            return Probe("bulkhead-session", .ok, try SessionProgram.path())
        } catch {
            return Probe("bulkhead-session", .failed, error.message)
        }
    }

    private static func chromium() -> Probe {
        for case .chromium(let path) in Browser.installed() { return browser("chromium", path) }
        return Probe("chromium", .absent, "not installed; run: apt install chromium")
    }

    private static func firefox() -> Probe {
        for case .firefox(let path, _) in Browser.installed() { return browser("firefox", path) }
        return Probe("firefox", .absent, "not installed; run: apt install firefox-esr")
    }

    /// Asks a browser for its version, which it can only tell where it starts.
    private static func browser(_ name: String, _ path: String) -> Probe {
        guard let result = Program.run([path, "--version"]), result.exitCode == 0 else {
            return Probe(name, .absent, "\(path) is there but does not start; install it again")
        }
        let version = String(decoding: result.output.prefix { $0 != 0x0A }, as: UTF8.self)
        return Probe(name, .ok, "\(path), \(version.split(separator: " ").joined(separator: " "))")
    }

    private static func keyring() -> Probe {
        let tools = ["secret-tool", "pass"].filter { Path.program($0) != nil }
        guard !tools.isEmpty else {
            return Probe(
                "keyring", .absent, "neither secret-tool nor pass is installed; a command can give keys")
        }
        let bus = Environment.value("DBUS_SESSION_BUS_ADDRESS") != nil
        return Probe(
            "keyring", .ok,
            tools.joined(separator: ", ")
                + (bus || !tools.contains("secret-tool") ? "" : " (no session bus now)"))
    }

    private static func screen() -> Probe {
        guard let display = Display.current() else {
            return Probe("screen", .absent, "none; browsers cannot be opened from here")
        }
        guard display.answers else {
            return Probe("screen", .absent, "nobody listens at \(display.socket); browsers cannot be opened")
        }
        return switch display.kind {
        case .wayland: Probe("screen", .ok, "Wayland: windows do not see each other")
        case .x11:
            Probe("screen", .ok, "X11: every window of this login can read keys, pictures and clipboard")
        }
    }

    private static func clipboard() -> Probe {
        let tools = ["wl-copy", "xclip", "xsel"].filter { Path.program($0) != nil }
        return tools.isEmpty
            ? Probe("clipboard", .absent, "no tool to clear it; run: apt install wl-clipboard or xclip")
            : Probe("clipboard", .ok, tools.joined(separator: ", "))
    }

    private static func tunnel() -> Probe {
        let tunnels = Precondition.tunnels()
        return tunnels.isEmpty
            ? Probe("VPN", .absent, "none is up; a job that asks for one waits until it is")
            : Probe("VPN", .ok, tunnels.joined(separator: ", "))
    }

    private static func securityKey() -> Probe {
        let tool =
            Path.program("fido2-token") == nil
            ? "without fido2-token, by the machine's devices" : "by fido2-token"
        return Precondition.hasSecurityKey()
            ? Probe("security key", .ok, "present, \(tool)")
            : Probe(
                "security key", .absent,
                "none is plugged in, \(tool); a job that asks for one waits until it is")
    }
}
