/// A host that a session may reach: an exact name, or every name beneath a suffix (`*.kimi.com`).
package struct HostPattern: Hashable, Sendable {
    /// The name in lower case, without the `*.` of a suffix.
    package let name: String
    package let isSuffix: Bool
    /// The one port that is reached; nil for those of the web.
    package let port: Int?

    /// Reads a pattern; nil for an address, a lone `*`, or anything that is no host name.
    package init?(_ text: String) {
        var rest = text[...]
        port = rest.lastIndex(of: ":").flatMap { UInt16(rest[rest.index(after: $0)...]) }.map { Int($0) }
        if port != nil { rest = rest[..<(rest.lastIndex(of: ":") ?? rest.endIndex)] }
        let isSuffix = rest.hasPrefix("*.")
        guard let name = HostName(isSuffix ? rest.dropFirst(2) : rest) else { return nil }
        if isSuffix, !name.text.contains(".") { return nil }
        self.name = name.text
        self.isSuffix = isSuffix
    }

    package var text: String { (isSuffix ? "*." + name : name) + (port.map { ":\($0)" } ?? "") }

    /// The ports of the web: 443 and 80 for tunnels, 80 for plain requests.
    func reaches(_ port: Int, _ request: EgressPolicy.Request) -> Bool {
        if let own = self.port { return port == own }
        return port == 80 || (port == 443 && request == .tunnel)
    }

    /// `*.kimi.com` covers `www.kimi.com`, not `kimi.com` and not `evilkimi.com`.
    package func covers(_ host: HostName) -> Bool {
        isSuffix ? host.text.hasSuffix("." + name) : host.text == name
    }
}
