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

    private let names: [String: [HostPattern]]
    private let suffixes: [String: [HostPattern]]
    private let standIns: [String: UInt16]

    package init(hosts: [String], standIns: [Plan.StandIn] = []) {
        let patterns = hosts.compactMap { HostPattern($0) }
        names = Dictionary(grouping: patterns.filter { !$0.isSuffix }, by: \.name)
        suffixes = Dictionary(grouping: patterns.filter(\.isSuffix), by: \.name)
        self.standIns = Dictionary(standIns.map { ($0.host, $0.port) }) { first, _ in first }
    }

    /// Says whether a host may be reached, at the cost of a look-up a label, however many hosts are allowed.
    package func judge(_ text: some StringProtocol, port: Int, _ request: Request) -> Ruling {
        guard let host = HostName(text) else { return .refuse(.address) }
        let patterns = patterns(for: host)
        guard !patterns.isEmpty else { return .refuse(.host) }
        guard patterns.contains(where: { $0.reaches(port, request) }) else { return .refuse(.port) }
        if let port = standIns[host.text] { return .standIn(port: port) }
        return .resolve(host)
    }

    private func patterns(for host: HostName) -> [HostPattern] {
        var found = names[host.text] ?? []
        guard !suffixes.isEmpty else { return found }
        var rest = host.text[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            found += suffixes[String(rest)] ?? []
        }
        return found
    }
}
