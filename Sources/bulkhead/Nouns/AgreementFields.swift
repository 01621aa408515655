import ArgumentParser
import Permits

struct AgreementFields: ParsableArguments {
    @Option(help: "The client it was signed with.") var client: String?
    @Option(help: "The vendor, for dpa, baa and vendor-terms.") var vendor: String?
    @Option(help: "The one engagement it is about.") var engagement: String?
    @Option(help: "nda, msa, sow, dpa, baa, vendor-terms or house.") var kind: String?
    @Option(help: "What the paper calls itself.") var title: String?
    @Option(help: "YYYY-MM-DD.") var signed: String?
    @Option(help: "YYYY-MM-DD.") var effective: String?
    @Option(help: "YYYY-MM-DD.") var expires: String?
    @Option(help: "YYYY-MM-DD.") var terminated: String?
    @Option(name: .customLong("first-disclosure"), help: "YYYY-MM-DD.") var firstDisclosure: String?
    @Option(name: .customLong("last-disclosure"), help: "YYYY-MM-DD.") var lastDisclosure: String?
    @Option(help: "perpetual, P3Y from the end, or P3Y@last-disclosure from an anchor.") var survival: String?
    @Option(name: .customLong("trade-secrets-perpetual"), help: "true or false.")
    var tradeSecretsPerpetual: Bool?
    @Option(name: .customLong("governing-law"), help: "A country, for example DE.") var governingLaw: String?
    @Option(help: "The path of the signed paper.") var document: String?
    @Option(help: "dpa, baa, vendor-terms: what the vendor signed, as SURFACE:KEY=VALUE; may be repeated.")
    var fact: [String] = []
    @Option(help: "An agreement that this one replaces; may be repeated.") var supersedes: [String] = []

    /// - Throws: ``Failure`` where a fact is not written as one.
    func fields() throws(Failure) -> Fields {
        var fields = Fields()
        fields.set("client", client)
        fields.set("vendor", vendor)
        fields.set("engagement", engagement)
        fields.set("kind", kind)
        fields.set("title", title)
        fields.set("signed", signed)
        fields.set("effective", effective)
        fields.set("expires", expires)
        fields.set("terminated", terminated)
        fields.set("first_disclosure", firstDisclosure)
        fields.set("last_disclosure", lastDisclosure)
        if let survival {
            let parts = survival.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 {
                var long = Fields()
                long.set("for", String(parts[0]))
                long.set("from", String(parts[1]))
                fields.set("survival", long)
            } else {
                fields.set("survival", survival)
            }
        }
        fields.set("trade_secrets_perpetual", tradeSecretsPerpetual)
        fields.set("governing_law", governingLaw)
        var paper = Fields()
        paper.set("path", document)
        fields.set("document", paper)
        fields.set("supersedes", list: supersedes)
        var facts = Fields()
        for text in fact {
            guard let equals = text.firstIndex(of: "="), let colon = text[..<equals].firstIndex(of: ":")
            else {
                throw Failure(
                    .usage,
                    "--fact \(text): write it as SURFACE:KEY=VALUE, for example "
                        + "moonshot.openplatform-api:trains_on_input=never.")
            }
            let key = String(text[text.index(after: colon)..<equals])
            let value = String(text[text.index(after: equals)...])
            var fact = Fields()
            if FactKey(key).isList {
                fact.set(key, commas: [value])
            } else {
                fact.set(key, value)
            }
            facts.set(String(text[..<colon]), fact)
        }
        fields.set("facts", facts)
        return fields
    }
}
