import ArgumentParser
import Documents
import Ledger
import Papers
import Permits

/// `agreement new`: starts from a standard form, without a file.
struct AgreementNew: Work {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start from a standard form.",
        discussion: "Without --form, the forms are listed. Without --client, the form's text is printed.")

    @OptionGroup var options: PlaceOptions
    @Option(help: "The form, for example common-paper-mutual-nda.") var form: String?
    @Option(help: "The client it is signed with.") var client: String?
    @Option(help: "The id it gets; made from the client and the form if absent.") var id: String?
    @Option(help: "A variable or an event as NAME=VALUE; may be repeated: \"Term of NDA=18 months\".")
    var fact: [String] = []

    func work() throws -> Exit {
        let forms = ImportedAgreement.forms()
        guard let form else {
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("forms")
                    json.array { json in
                        for form in forms {
                            json.object { json in
                                json.key("id")
                                json.string(form.id)
                                json.key("name")
                                json.string(form.name)
                                json.key("version")
                                json.string(form.version)
                                json.key("variables")
                                json.array { json in for name in form.variables { json.string(name) } }
                            }
                        }
                    }
                }
                json.newline()
                print(bytes: json.bytes)
                return .done
            }
            for form in forms {
                say("\(form.id)  \(form.name) \(form.version)  \(form.variables.joined(separator: "; "))")
            }
            return .done
        }
        guard let chosen = forms.first(where: { $0.id == form }) else {
            throw Failure(.notFound, "There is no form \"\(form)\": 'bulkhead agreement new' lists them.")
        }
        guard let client else {
            let text = chosen.full + "\n" + chosen.attribution + "\n"
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("form")
                    json.string(chosen.id)
                    json.key("text")
                    json.string(text)
                }
                json.newline()
                print(bytes: json.bytes)
            } else {
                print(bytes: Array(text.utf8))
            }
            return .done
        }
        let desk = try Desk(options.place)
        let owner = try desk.wholeJob(client).client
        let identifier = id ?? "\(owner)-\(chosen.id)"
        let proposals = Reading(Outline(PaperText(chosen.full))).proposals
        var facts = try DateFacts(typed: fact, variables: chosen.variables, proposals)
        let terms = ProposedAgreement(
            proposals, prefix: identifier, operatesAs: try desk.workspace().settings.operatesAs, facts: facts)
        var agreement = Agreement(
            id: identifier, kind: chosen.id.hasSuffix("nda") ? .nda : .msa, client: owner)
        agreement.title = "\(chosen.name) \(chosen.version)"
        agreement.effective = (facts.days["Effective Date"] ?? facts.days["effective_date"])?.last
        if let day = agreement.effective { facts.days["effective_date"] = [day] }
        if let end = dateSums(proposals, facts).first(where: { $0.name == "term_end" }),
            case .day(let day) = end.value
        {
            agreement.expires = day
        }
        agreement.survival = terms.survival
        agreement.tradeSecretsPerpetual = terms.tradeSecretsPerpetual
        agreement.obligations = terms.obligations
        guard !(try desk.workspace().agreements.contains { $0.id == identifier }) else {
            throw Failure(
                .usage, "There is an agreement \"\(identifier)\" already: give this one its own --id.")
        }
        var world = World()
        world.agreements = [agreement]
        let document = try tree(writeWorkspace(world))
        let part = Node.map([("bulkhead", .scalar("1")), ("agreements", .list(document.nodes("agreements")))])
        try desk.take(
            part.json(), file: chosen.id, replace: false, as: ("put", "agreement \(identifier)"))
        confirm(
            "Recorded \(identifier) from \(chosen.name) \(chosen.version), \(agreement.obligations.count) terms.",
            identifier, at: options.place)
        return .done
    }
}
