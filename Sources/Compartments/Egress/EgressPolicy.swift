/// What the door lets out.
package struct EgressPolicy: Sendable {
    /// How a host was asked for.
    package enum Request: Sendable { case tunnel, plain }

    package enum Ruling: Hashable, Sendable {
        /// Resolve the name and go there, if the address is public.
        case resolve(HostName)
        /// A local server answers for this name.
        case standIn(port: UInt16)
        case refuse(Reason)
    }

    package enum Reason: String, Hashable, Sendable {
        case address = "addresses are not reached, only names"
        case host = "this host is not the surface's"
        case port = "this port is not reached"
        case place = "this name leads to a private address"
    }

    private let names: Set<String>
    private let suffixes: Set<String>
    private let standIns: [String: UInt16]

    package init(hosts: [String], standIns: [Plan.StandIn] = []) {
        let patterns = hosts.compactMap { HostPattern($0) }
        names = Set(patterns.filter { !$0.isSuffix }.map(\.name))
        suffixes = Set(patterns.filter(\.isSuffix).map(\.name))
        self.standIns = Dictionary(standIns.map { ($0.host, $0.port) }) { first, _ in first }
    }

    /// Tunnels go to ports 443 and 80, plain requests to 80.
    package func judge(_ text: some StringProtocol, port: Int, _ request: Request) -> Ruling {
        guard let host = HostName(text) else { return .refuse(.address) }
        guard allows(host) else { return .refuse(.host) }
        guard port == 80 || (port == 443 && request == .tunnel) else { return .refuse(.port) }
        if let port = standIns[host.text] { return .standIn(port: port) }
        return .resolve(host)
    }

    private func allows(_ host: HostName) -> Bool {
        if names.contains(host.text) { return true }
        guard !suffixes.isEmpty else { return false }
        var rest = host.text[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            if suffixes.contains(String(rest)) { return true }
        }
        return false
    }
}
