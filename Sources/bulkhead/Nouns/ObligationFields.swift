import ArgumentParser

struct ObligationFields: ParsableArguments {
    @Option(help: "The agreement it is a term of.") var agreement: String?
    @Option(help: "For example third-party-disclosure, model-training, ai-use.") var kind: String?
    @Option(help: "The clause's number in the paper.") var clause: String?
    @Option(help: "The paper's own words.") var quote: String?
    @Option(help: "Data categories with commas.") var data: [String] = []
    @Option(help: "third-party-disclosure: none or processors.") var recipients: String?
    @Option(help: "ai-use: forbidden, consent or listed.") var mode: String?
    @Option(help: "ai-use: surfaces or vendors with commas.") var surfaces: [String] = []
    @Option(
        name: .customLong("local-exempt"), help: "ai-use: true where tools on the own machine may be used.")
    var localExempt: Bool?
    @Option(help: "data-location: region codes with commas.") var regions: [String] = []
    @Option(help: "excluded-jurisdiction: country codes with commas.") var jurisdictions: [String] = []
    @Option(name: .customLong("max-days"), help: "retention-limit: whole days.") var maxDays: String?
    @Option(help: "processor-agreement: dpa or baa.") var instrument: String?
    @Option(help: "dedicated-account: login methods with commas.") var login: [String] = []
    @Option(help: "A deadline such as P30D, for recorded kinds.") var within: String?
    @Option(help: "false where it ends with the agreement.") var survives: Bool?
    @Option(name: .customLong("unless-redacted"), help: "true where stripping identifiers satisfies it.")
    var unlessRedacted: Bool?
    @Option(help: "false where no consent lifts it.") var liftable: Bool?

    var fields: Fields {
        var fields = Fields()
        fields.set("kind", kind)
        fields.set("clause", clause)
        fields.set("quote", quote)
        fields.set("data", commas: data)
        fields.set("recipients", recipients)
        fields.set("mode", mode)
        fields.set("surfaces", commas: surfaces)
        fields.set("local_exempt", localExempt)
        fields.set("regions", commas: regions)
        fields.set("jurisdictions", commas: jurisdictions)
        fields.set("max_days", maxDays)
        fields.set("instrument", instrument)
        fields.set("login", commas: login)
        fields.set("within", within)
        fields.set("survives", survives)
        fields.set("unless_redacted", unlessRedacted)
        fields.set("liftable", liftable)
        return fields
    }
}
