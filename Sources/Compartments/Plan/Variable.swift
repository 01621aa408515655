/// One environment variable of a session.
package struct Variable: Hashable, Sendable {
    package var name: String
    package var value: String
    /// A key of the client: it never appears in anything printed or stored.
    package var isSecret: Bool

    package init(_ name: String, _ value: String, isSecret: Bool = false) {
        self.name = name
        self.value = value
        self.isSecret = isSecret
    }
}
