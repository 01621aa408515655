import ArgumentParser

struct ClientFields: ParsableArguments {
    @Option(help: "The client's full name.") var name: String?
    @Option(help: "2 to 4 letters, or a short CJK word, for title bars.") var tag: String?
    @Option(help: "Another name; may be repeated.") var alias: [String] = []
    @Option(help: "Where the client is, for example DE.") var jurisdiction: String?
    @Option(name: .customLong("conflict-class"), help: "Clients of one class never share an account.")
    var conflictClass: String?
    @Option(help: "recorded, or none where no terms were agreed.") var terms: String?
    @Option(name: .customLong("redact-name"), help: "A person's name to strip; may be repeated.")
    var redactName: [String] = []
    @Option(name: .customLong("redact-codename"), help: "A codename to strip; may be repeated.")
    var redactCodename: [String] = []
    @Option(name: .customLong("redact-domain"), help: "A domain to strip; may be repeated.")
    var redactDomain: [String] = []
    @Option(name: .customLong("redact-custom"), help: "Anything else to strip; may be repeated.")
    var redactCustom: [String] = []
    @Option(
        name: .customLong("redact-case-sensitive"),
        help: "One of the terms that is stripped in this capitalization alone; may be repeated.")
    var redactCaseSensitive: [String] = []
    @Option(name: .customLong("redact-allow"), help: "A word that is never stripped; may be repeated.")
    var redactAllow: [String] = []

    var fields: Fields {
        var fields = Fields()
        fields.set("name", name)
        fields.set("tag", tag)
        fields.set("aliases", list: alias)
        fields.set("jurisdiction", jurisdiction)
        fields.set("conflict_class", conflictClass)
        fields.set("terms", terms)
        var redact = Fields()
        redact.set("names", list: redactName)
        redact.set("codenames", list: redactCodename)
        redact.set("domains", list: redactDomain)
        redact.set("custom", list: redactCustom)
        redact.set("case_sensitive", list: redactCaseSensitive)
        redact.set("allow", list: redactAllow)
        fields.set("redact", redact)
        return fields
    }
}
