/// The arguments that make bubblewrap build a plan's wall.
package enum Bubblewrap {
    /// Numbers that the descriptors have in bubblewrap.
    package struct Descriptors: Hashable, Sendable {
        /// The lock, held as long as anything of the sandbox lives.
        package var lock: Int32
        /// Receives the sandbox's first process id, then its exit code.
        package var status: Int32
        /// The command starts when something comes from this one; nil where it waits for nothing.
        package var start: Int32?
        /// The kernel filter.
        package var filter: Int32
        /// The first of the files that are made for the session, in the order of the plan.
        package var firstText: Int32

        package init(lock: Int32, status: Int32, start: Int32?, filter: Int32, firstText: Int32) {
            self.lock = lock
            self.status = status
            self.start = start
            self.filter = filter
            self.firstText = firstText
        }
    }

    /// What precedes the command; read by bubblewrap from a descriptor, so that no process list shows it.
    ///
    /// - Parameter ownsTerminal: the sandbox leads a session on a terminal made for it alone; otherwise it gets
    ///   a session without a terminal.
    package static func arguments(
        for plan: Plan, descriptors: Descriptors, ownsTerminal: Bool
    ) -> [String] {
        var arguments = [
            "--unshare-user", "--uid", "1000", "--gid", "1000", "--unshare-pid", "--unshare-ipc",
            "--unshare-uts", "--unshare-cgroup", "--unshare-net", "--hostname", "bulkhead",
            "--die-with-parent", "--clearenv", "--sync-fd", String(descriptors.lock), "--json-status-fd",
            String(descriptors.status), "--seccomp", String(descriptors.filter),
        ]
        if let start = descriptors.start { arguments += ["--block-fd", String(start)] }
        // A browser makes its own inner sandbox out of user namespaces.
        if plan.program == .command { arguments.append("--disable-userns") }
        if !ownsTerminal { arguments.append("--new-session") }
        arguments += ["--proc", "/proc", "--dev", "/dev"]
        var nextText = descriptors.firstText
        for mount in plan.mounts {
            switch mount.content {
            case .readOnly(let source): arguments += ["--ro-bind", source, mount.target]
            case .writable(let source): arguments += ["--bind", source, mount.target]
            case .scratch: arguments += ["--tmpfs", mount.target]
            case .folder: arguments += ["--perms", "0700", "--dir", mount.target]
            case .link(let destination): arguments += ["--symlink", destination, mount.target]
            case .text:
                arguments += ["--ro-bind-data", String(nextText), mount.target]
                nextText += 1
            case .sealed: arguments += ["--remount-ro", mount.target]
            }
        }
        for variable in plan.environment { arguments += ["--setenv", variable.name, variable.value] }
        arguments += ["--chdir", plan.workingDirectory]
        return arguments
    }
}
