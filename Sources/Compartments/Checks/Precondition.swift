package import Permits

/// What a duty asks of the machine before a start, and whether it holds now.
package enum Precondition {
    /// The duties that a session meets by what it is: its home, a browser's profile among it, belongs to one
    /// client and one surface.
    package static let metByTheWall = Duties(.segregatedProfile)

    /// Whether a duty is met as the machine stands; nil for a duty that no machine can tell of.
    package static func holds(_ duty: Duty, _ settings: SessionSettings) -> Bool? {
        if let program = settings.checks[duty.rawValue] { return Program.run(program)?.exitCode == 0 }
        switch duty {
        case .connectVPN: return !tunnels().isEmpty
        case .presentKey: return hasSecurityKey()
        default: return nil
        }
    }

    /// The way out where a duty is not met.
    package static func advice(_ duty: Duty) -> String {
        switch duty {
        case .connectVPN: "no VPN is up; connect it (nordvpn connect, wg-quick up NAME) and try again"
        case .presentKey: "no security key is present; plug it in and try again"
        default: "\(duty.rawValue) is open"
        }
    }

    /// VPN interfaces that are up: WireGuard's by any name, else by theirs NordVPN's, Proton's and OpenVPN's.
    package static func tunnels(root: String = "/sys/class/net") -> [String] {
        let prefixes = ["nordlynx", "nordtun", "proton", "wg", "tun", "pvpn"]
        return (Path.names(in: root) ?? []).filter { name in
            func text(_ file: String) -> String {
                String(decoding: Bytes.ofFile("\(root)/\(name)/\(file)") ?? [], as: UTF8.self)
            }
            let isWireGuard = text("uevent").split(separator: "\n").contains("DEVTYPE=wireguard")
            guard isWireGuard || prefixes.contains(where: { name.hasPrefix($0) }) else { return false }
            // The driver of a tunnel says "unknown" where a card would say "up".
            let state = text("operstate")
            return state.hasPrefix("up") || state.hasPrefix("unknown")
        }.sorted()
    }

    /// Whether a FIDO device is there: by fido2-token where it is installed, else by the usage page F1D0 that such
    /// a device reports (FIDO CTAP, section 11.2.8).
    package static func hasSecurityKey(root: String = "/sys/class/hidraw") -> Bool {
        if let result = Program.run(["fido2-token", "-L"]), result.exitCode == 0, !result.output.isEmpty {
            return true
        }
        return (Path.names(in: root) ?? []).contains { name in
            let report = Bytes.ofFile("\(root)/\(name)/device/report_descriptor") ?? []
            return report.count > 2 && report.starts(with: [0x06, 0xD0, 0xF1])
        }
    }

    /// Why a command on a local surface is not local after all; nil where nothing speaks against it.
    ///
    /// - Parameter host: the value of OLLAMA_HOST outside.
    package static func remoteModel(in command: [String], host: String?) -> String? {
        // ollama.com: models tagged so run on the vendor's machines.
        for argument in command {
            let tag = argument.split(separator: ":").last?.lowercased() ?? ""
            if argument.contains(":"), tag == "cloud" || tag.hasSuffix("-cloud") {
                return "\(argument) runs on the vendor's machines, not on this one; choose a local tag"
            }
        }
        guard let host, !isLoopback(host) else { return nil }
        return "OLLAMA_HOST is \(host), which is not this machine; unset it and try again"
    }

    private static func isLoopback(_ text: String) -> Bool {
        var rest = text[...]
        for scheme in ["http://", "https://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        rest = rest.prefix { $0 != "/" }
        if rest.hasPrefix("[::1]") || rest == "::1" { return true }
        let name = rest.prefix { $0 != ":" }
        return name.isEmpty || name == "localhost"
            || name.hasPrefix("127.") && name.split(separator: ".").count == 4
    }
}
