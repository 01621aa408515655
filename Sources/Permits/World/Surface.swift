/// One way of using a vendor: a product on a plan.
package struct Surface: Hashable, Sendable {
    /// How a session of the surface starts.
    package enum Launch: Hashable, Sendable {
        case browser(String)
        case command(String)
        case gateway(String)
        case local(String)
        /// Judged only; the reason, where the catalog gives one.
        case none(String?)
    }

    /// `vendor.surface`.
    package var id: String
    package var name: String
    package var plan: String?
    /// What `alternative` remedies match on.
    package var capabilities: [String] = []
    /// What a walled session may reach.
    package var hosts: [String] = []
    package var launch: Launch = .none(nil)
    package var facts: [Fact] = []
    package var note: String?

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// The id of the surface's vendor: all before the first dot.
    package var vendor: String { Surface.vendor(of: id) }

    /// The vendor's part of a surface's id.
    static func vendor(of id: String) -> String {
        String(Substring(id.utf8.prefix { $0 != UInt8(ascii: ".") }))
    }
}
