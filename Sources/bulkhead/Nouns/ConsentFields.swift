import ArgumentParser

struct ConsentFields: ParsableArguments {
    @Option(help: "The client who gave it.") var client: String?
    @Option(help: "The one engagement it is about.") var engagement: String?
    @Option(help: "Surfaces or vendors with commas.") var surfaces: [String] = []
    @Option(help: "Obligation ids or kinds with commas.") var lifts: [String] = []
    @Option(help: "Data categories with commas.") var data: [String] = []
    @Option(help: "YYYY-MM-DD.") var granted: String?
    @Option(help: "YYYY-MM-DD.") var expires: String?
    @Option(help: "YYYY-MM-DD.") var revoked: String?
    @Option(help: "Duties with commas that must be done, for example redact.") var conditions: [String] = []
    @Option(help: "Where it is written, for example: mail of 2026-03-04.") var evidence: String?

    var fields: Fields {
        var fields = Fields()
        fields.set("client", client)
        fields.set("engagement", engagement)
        fields.set("surfaces", commas: surfaces)
        fields.set("lifts", commas: lifts)
        fields.set("data", commas: data)
        fields.set("granted", granted)
        fields.set("expires", expires)
        fields.set("revoked", revoked)
        fields.set("conditions", commas: conditions)
        fields.set("evidence", evidence)
        return fields
    }
}
