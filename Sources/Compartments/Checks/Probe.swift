import CSpawn
import Glibc

/// One thing that a session needs or can use, tried on this machine.
package struct Probe: Hashable, Sendable {
    package enum State: String, Sendable {
        case ok
        /// Not there, and a session goes without.
        case absent
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
            userNamespaces(), bubblewrap(), door(), terminalFilter(), supervisor(program), chromium(),
            firefox(),
            keyring(), screen(), clipboard(),
        ]
    }

    private static let smallWall = [
        "bwrap", "--unshare-all", "--uid", "1000", "--gid", "1000", "--die-with-parent", "--ro-bind", "/usr",
        "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64",
        "/lib64", "--proc", "/proc", "--dev", "/dev",
    ]

    private static func userNamespaces() -> Probe {
        let restricted = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns"
        if let text = Bytes.ofFile(restricted), text.first == UInt8(ascii: "1"), geteuid() != 0 {
            return Probe(
                "user namespaces", .failed,
                "AppArmor refuses them to ordinary programs (\(restricted)); give bubblewrap a profile or set it to 0"
            )
        }
        if let text = Bytes.ofFile("/proc/sys/user/max_user_namespaces"), text.first == UInt8(ascii: "0") {
            return Probe(
                "user namespaces", .failed, "switched off; set the sysctl user.max_user_namespaces above 0")
        }
        return Probe("user namespaces", .ok, "open to this user")
    }

    private static func bubblewrap() -> Probe {
        guard Path.program("bwrap") != nil else {
            return Probe("bubblewrap", .failed, "not installed; run: apt install bubblewrap")
        }
        guard let result = Program.run(smallWall + ["true"]), result.exitCode == 0 else {
            return Probe("bubblewrap", .failed, "installed, but a wall cannot be built here")
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
        var lifeline: Int32 = -1
        let arguments = smallWall + ["--json-status-fd", "3", "sleep", "20"]
        let pid = SessionProgram.spawn(
            path, arguments, [], [(null, 0), (null, 1), (null, 2), (ends[1], 3)], diesWithThread: true,
            pidfd: &pidfd, lifeline: &lifeline)
        close(ends[1])
        close(null)
        defer {
            close(ends[0])
            if pid > 0 {
                close(lifeline)
                waitpid(pid, nil, 0)
                close(pidfd)
            }
        }
        var status = StatusText()
        var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        if pid > 0, poll(&waiting, 1, 5000) > 0 { status.read(from: ends[0]) }
        var listener: Int32 = -1
        guard let child = status.child, cspawn_listen_inside(child, [Plan.doorPort], 1, &listener) == 0 else {
            return Probe("door", .failed, "a session's network cannot be entered, so it gets none")
        }
        close(listener)
        return Probe("door", .ok, "a listening socket comes out of a session's network")
    }

    private static func terminalFilter() -> Probe {
        let filter = cspawn_terminal_filter()
        guard filter >= 0 else { return Probe("terminal filter", .failed, "the kernel makes no memory file") }
        close(filter)
        return Path.exists("/proc/sys/kernel/seccomp")
            ? Probe("terminal filter", .ok, "the kernel filters system calls")
            : Probe("terminal filter", .failed, "the kernel has no seccomp")
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
        for case .chromium(let path) in Browser.installed() { return Probe("chromium", .ok, path) }
        return Probe("chromium", .absent, "not installed; run: apt install chromium")
    }

    private static func firefox() -> Probe {
        for case .firefox(let path) in Browser.installed() { return Probe("firefox", .ok, path) }
        return Probe("firefox", .absent, "not installed; run: apt install firefox-esr")
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
        switch Display.current()?.kind {
        case .wayland: Probe("screen", .ok, "Wayland: windows do not see each other")
        case .x11:
            Probe("screen", .ok, "X11: every window of this login can read keys, pictures and clipboard")
        case nil: Probe("screen", .absent, "none; browsers cannot be opened from here")
        }
    }

    private static func clipboard() -> Probe {
        let tools = ["wl-copy", "xclip", "xsel"].filter { Path.program($0) != nil }
        return tools.isEmpty
            ? Probe("clipboard", .absent, "no tool to clear it; run: apt install wl-clipboard or xclip")
            : Probe("clipboard", .ok, tools.joined(separator: ", "))
    }
}
