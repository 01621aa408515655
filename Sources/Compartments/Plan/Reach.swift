package import Permits

/// What a session reaches: read from the catalog's rows of the surface and its route, and from nowhere else.
package struct Reach: Hashable, Sendable {
    package var hosts: [String] = []
    package var loopback: [UInt16] = []

    /// - Parameters:
    ///   - surface: nil reaches nothing.
    ///   - route: the surface behind a wrapper.
    package init(surface: Surface?, route: Surface?) {
        for part in [surface, route].compactMap({ $0 }) { add(part) }
    }

    /// A local surface gets its port of this machine and no host; any other gets its hosts, and no port but the
    /// one that its own start page or gateway is on.
    private mutating func add(_ surface: Surface) {
        let start: String?
        switch surface.launch {
        case .local(let text):
            for entry in surface.hosts + [text] { grant(entry) }
            return
        case .browser(let text), .gateway(let text): start = text
        case .command, .none: start = nil
        }
        if let start { grant(start) }
        for host in surface.hosts {
            guard let pattern = HostPattern(host), !hosts.contains(pattern.text) else { continue }
            hosts.append(pattern.text)
        }
    }

    private mutating func grant(_ text: String) {
        guard let port = Reach.loopbackPort(text), !loopback.contains(port) else { return }
        loopback.append(port)
    }

    /// The port of `127.0.0.1:11434`, `localhost:11434` or `http://127.0.0.1:11434/…`; nil for anything else.
    package static func loopbackPort(_ text: String) -> UInt16? {
        var rest = Substring(text)
        for scheme in ["http://", "https://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        rest = rest.prefix { $0 != "/" }
        for host in ["127.0.0.1:", "localhost:", "[::1]:"] where rest.hasPrefix(host) {
            guard let port = UInt16(rest.dropFirst(host.count)), port > 0 else { return nil }
            return port
        }
        return nil
    }
}
