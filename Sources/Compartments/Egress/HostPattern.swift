/// A host that a session may reach: an exact name, or every name beneath a suffix (`*.kimi.com`).
package struct HostPattern: Hashable, Sendable {
    /// The name in lower case, without the `*.` of a suffix.
    package let name: String
    package let isSuffix: Bool

    /// Reads a pattern; nil for an address, a port, a lone `*`, or anything that is no host name.
    package init?(_ text: String) {
        let isSuffix = text.hasPrefix("*.")
        guard let name = HostName(isSuffix ? String(text.dropFirst(2)) : text) else { return nil }
        if isSuffix, !name.text.contains(".") { return nil }
        self.name = name.text
        self.isSuffix = isSuffix
    }

    package var text: String { isSuffix ? "*." + name : name }

    /// `*.kimi.com` covers `www.kimi.com`, not `kimi.com` and not `evilkimi.com`.
    package func covers(_ host: HostName) -> Bool {
        isSuffix ? host.text.hasSuffix("." + name) : host.text == name
    }
}
