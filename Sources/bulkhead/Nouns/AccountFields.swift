import ArgumentParser

struct AccountFields: ParsableArguments {
    @Option(help: "The client it serves.") var client: String?
    @Option(help: "The surface it is a login at.") var surface: String?
    @Option(help: "The user name or address.") var identity: String?
    @Option(help: "email, google, apple, microsoft, github, sso, api-key or none.") var login: String?
    @Option(help: "The region it is pinned to, for example EU.") var region: String?
    @Option(name: .customLong("opt-out-verified"), help: "The day training was last seen to be off.")
    var optOutVerified: String?
    @Option(help: "A day on which its history was cleared; may be repeated.") var cleared: [String] = []

    var fields: Fields {
        var fields = Fields()
        fields.set("client", client)
        fields.set("surface", surface)
        fields.set("identity", identity)
        fields.set("login", login)
        fields.set("region", region)
        fields.set("opt_out_verified", optOutVerified)
        fields.set("cleared", list: cleared)
        return fields
    }
}
