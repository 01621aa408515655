extension Plan {
    /// The plan as one JSON object: `verdict`, `argv`, `env`, `mounts`, `hosts`, `loopback`; keys are masked.
    package var json: String {
        JSONText.object([
            ("verdict", JSONText.string(record.verdict)),
            ("argv", JSONText.array(command.map { JSONText.string($0) })),
            (
                "env",
                JSONText.object(
                    environment.map { ($0.name, JSONText.string($0.isSecret ? "***" : $0.value)) })
            ),
            (
                "mounts",
                JSONText.array(
                    mounts.map {
                        JSONText.object([
                            ("target", JSONText.string($0.target)),
                            ("source", JSONText.string($0.source)),
                            ("mode", JSONText.string($0.mode)),
                        ])
                    })
            ),
            ("hosts", JSONText.array(hosts.map { JSONText.string($0) })),
            ("loopback", JSONText.array(loopback.map { String($0) })),
        ])
    }

    /// The plan as lines for a person; the caller escapes what it prints.
    package var lines: [String] {
        var lines = ["verdict    \(record.verdict)", "command    \(command.joined(separator: " "))"]
        lines.append("starts in  \(workingDirectory)")
        for mount in mounts {
            let from = mount.source.map { $0 == mount.target ? "" : " from \($0)" } ?? ""
            lines.append("sees       \(mount.target) (\(mount.mode))\(from)")
        }
        for variable in environment {
            lines.append("variable   \(variable.name)=\(variable.isSecret ? "***" : variable.value)")
        }
        lines += hosts.map { "reaches    \($0)" }
        lines += loopback.map { "reaches    port \($0) of this machine" }
        if hosts.isEmpty, loopback.isEmpty { lines.append("reaches    nothing: no network") }
        return lines
    }
}
