import Permits

/// Makes plans: the step from a verdict to a wall, without touching the machine.
package struct Planner: Sendable {
    package var machine: Machine
    package var compartment: Compartment
    package var place: Plan.Place

    package init(machine: Machine, compartment: Compartment, place: Plan.Place) {
        self.machine = machine
        self.compartment = compartment
        self.place = place
    }

    /// The home of every session, as the session sees it.
    package static let home = "/home/client"

    /// What every plan of an undertaking has, and a command session needs no more.
    ///
    /// It asks nobody whether the verdict allows a start: `Undertaking.checkVerdict` does, and only a dry run
    /// goes without.
    package func plan(laidOutFor undertaking: Undertaking) -> Plan {
        let client = undertaking.client
        var record = SessionRecord(
            client: client.id, verdict: undertaking.verdict?.outcome.rawValue ?? "none")
        record.engagement = undertaking.engagement?.id
        record.surface = undertaking.verdict?.request.surface
        record.route = undertaking.verdict?.request.route
        record.account = undertaking.verdict?.request.account
        record.evidence = undertaking.evidence
        record.basis = undertaking.basis
        record.day = undertaking.day
        record.acknowledged = undertaking.acknowledged.members.map(\.rawValue)
        var plan = Plan(
            command: undertaking.command.isEmpty ? [machine.shell] : undertaking.command,
            workingDirectory: undertaking.folders.first?.path ?? Planner.home, record: record,
            tag: client.tag, place: place)
        let reach = Reach(surface: undertaking.surface, route: undertaking.route)
        plan.hosts = reach.hosts
        plan.loopback = reach.loopback
        plan.standIns = undertaking.standIns
        plan.mounts = systemMounts + [Mount(.writable(source: compartment.home), at: Planner.home)]
        plan.mounts += Folder.outermost(undertaking.folders).map {
            Mount(.writable(source: $0.source), at: $0.path)
        }
        plan.environment = variables(tag: client.tag, hasDoor: plan.hasDoor) + undertaking.keys
        return plan
    }

    /// The parts of a system that every session needs.
    var systemMounts: [Mount] {
        var mounts = machine.software.map { Mount(.readOnly(source: $0), at: $0) }
        mounts += machine.links
        mounts += machine.settings.map { Mount(.readOnly(source: $0), at: $0) }
        mounts += machine.shared
        mounts += [
            Mount(
                .text(
                    "root:x:0:0:root:/:/usr/sbin/nologin\nclient:x:1000:1000::\(Planner.home):\(machine.shell)\n"
                ),
                at: "/etc/passwd"),
            Mount(.text("root:x:0:\nclient:x:1000:\n"), at: "/etc/group"),
            Mount(.text("127.0.0.1 localhost bulkhead\n::1 localhost\n"), at: "/etc/hosts"),
            Mount(.text(""), at: "/etc/resolv.conf"),
            Mount(.text("passwd: files\ngroup: files\nhosts: files\n"), at: "/etc/nsswitch.conf"),
            Mount(.scratch, at: "/tmp"), Mount(.scratch, at: "/var/tmp"), Mount(.scratch, at: "/run"),
            Mount(.scratch, at: "/dev/shm"), Mount(.folder, at: "/run/user/1000"),
        ]
        return mounts
    }

    /// The whole environment of a session; nothing of the caller's is taken over but locale and terminal.
    func variables(tag: String, hasDoor: Bool) -> [Variable] {
        let home = Planner.home
        var variables = [
            Variable("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"),
            Variable("HOME", home), Variable("USER", "client"), Variable("LOGNAME", "client"),
            Variable("SHELL", machine.shell), Variable("LANG", machine.locale), Variable("TMPDIR", "/tmp"),
            Variable("XDG_CONFIG_HOME", home + "/.config"), Variable("XDG_CACHE_HOME", home + "/.cache"),
            Variable("XDG_DATA_HOME", home + "/.local/share"),
            Variable("XDG_STATE_HOME", home + "/.local/state"),
            Variable("XDG_RUNTIME_DIR", "/run/user/1000"), Variable("BULKHEAD_TAG", tag),
        ]
        if let terminal = machine.terminal { variables.append(Variable("TERM", terminal)) }
        if let colors = machine.colorTerminal { variables.append(Variable("COLORTERM", colors)) }
        variables.append(Variable("PS1", "[\(Planner.promptSafe(tag))] ${PWD} $ "))
        guard hasDoor else { return variables }
        let door = "http://127.0.0.1:\(Plan.doorPort)"
        for name in ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"] {
            variables.append(Variable(name, door))
        }
        for name in ["NO_PROXY", "no_proxy"] { variables.append(Variable(name, "localhost,127.0.0.1")) }
        return variables
    }

    /// A tag without what a shell would expand in its prompt.
    static func promptSafe(_ tag: String) -> String {
        String(
            String.UnicodeScalarView(
                tag.unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }
}
