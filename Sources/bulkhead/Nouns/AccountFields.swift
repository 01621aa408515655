import ArgumentParser

struct AccountFields: ParsableArguments {
    @Option(help: "The client it serves.") var client: String?
    @Option(help: "The surface it is a login at.") var surface: String?
    @Option(help: "The user name or address.") var identity: String?
    @Option(help: "email, google, apple, microsoft, github, sso, api-key or none.") var login: String?
    @Option(help: "The region it is pinned to, for example EU.") var region: String?
    @Option(name: .customLong("opt-out-verified"), help: "The day training was last seen to be off.")
    var optOutVerified: String?
    @Option(help: "Another client seen in its history, as CLIENT@YYYY-MM-DD; may be repeated.")
    var seen: [String] = []
    @Option(help: "A day on which its history was cleared; may be repeated.") var cleared: [String] = []

    /// - Throws: ``Failure`` where a sighting is not written as one.
    func fields() throws(Failure) -> Fields {
        var fields = Fields()
        fields.set("client", client)
        fields.set("surface", surface)
        fields.set("identity", identity)
        fields.set("login", login)
        fields.set("region", region)
        fields.set("opt_out_verified", optOutVerified)
        fields.set(
            "seen",
            rows: try seen.map { text throws(Failure) in
                guard let at = text.lastIndex(of: "@") else {
                    throw Failure(
                        .usage, "--seen \(text): write it as CLIENT@DATE, for example nordwind@2026-09-01.")
                }
                var row = Fields()
                row.set("client", String(text[..<at]))
                row.set("date", String(text[text.index(after: at)...]))
                return row
            })
        fields.set("cleared", list: cleared)
        return fields
    }
}
