import ArgumentParser
import Documents
import Ledger
import Papers
import Permits

/// `agreement import`: reads a paper and proposes its terms.
struct AgreementImport: Work {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read a signed paper and propose its terms.",
        discussion:
            "Text, Markdown, PDF or DOCX. Nothing is recorded without --accept-all, which marks every term as not yet read by anyone; 'bulkhead obligation confirm' and 'absent' settle them one by one."
    )

    @OptionGroup var options: PlaceOptions
    @Option(help: "The client it was signed with.") var client: String?
    @Option(help: "The id it gets; made from the client and the kind if absent.") var id: String?
    @Option(help: "nda, msa or sow.") var kind: String = "nda"
    @Option(
        help:
            "What happened, for the dates, as NAME=VALUE; may be repeated: effective_date=2026-03-01, \"Term of NDA=18 months\"."
    ) var fact: [String] = []
    @Flag(name: .customLong("accept-all"), help: "Record every term, marked as proposed and unread.")
    var acceptAll = false
    @Argument(help: "The paper.") var file: String

    func work() throws -> Exit {
        guard let kind = Agreement.Kind(rawValue: kind), [.nda, .msa, .sow].contains(kind) else {
            throw Failure(.usage, "\"\(kind)\" is no kind of paper signed with a client: nda, msa or sow.")
        }
        guard file != "-" else {
            throw Failure(
                .usage,
                "A paper is kept by its file's name and fingerprint: save what is on standard input first.")
        }
        let desk = client == nil ? nil : try Desk(options.place)
        var owner: String?
        if let desk, let client { owner = try desk.wholeJob(client).client }
        let identifier = id ?? "\(owner ?? "paper")-\(kind.rawValue)"
        let operatesAs = try desk?.workspace().settings.operatesAs ?? .individual
        let imported = try ImportedAgreement(file, prefix: identifier, operatesAs: operatesAs) {
            proposals throws(Failure) in
            try DateFacts(typed: fact, variables: nil, proposals)
        }
        if acceptAll {
            guard let desk, let owner else {
                throw Failure(.usage, "Whose terms are these? Name the client with --client.")
            }
            try record(imported, as: identifier, kind: kind, of: owner, in: desk)
        }
        if options.json {
            print(bytes: try imported.json(withDates: !fact.isEmpty))
        } else {
            show(imported)
            complain(
                acceptAll
                    ? "Recorded as \(identifier), every term proposed and unread: 'bulkhead agreement show \(identifier)'."
                    : "Nothing was recorded: --client CLIENT --accept-all records these terms as proposed.")
        }
        return .done
    }

    /// Puts the agreement into the ledger, as a small import of a workspace document.
    private func record(
        _ imported: ImportedAgreement, as identifier: String, kind: Agreement.Kind, of client: String,
        in desk: Desk
    ) throws(Failure) {
        let facts = imported.facts
        let existing = try desk.workspace().agreements
        guard !existing.contains(where: { $0.id == identifier }) else {
            throw Failure(
                .usage,
                "There is an agreement \"\(identifier)\" already: give this one its own --id, and 'agreement edit --supersedes' says which it replaces."
            )
        }
        var agreement = Agreement(id: identifier, kind: kind, client: client)
        agreement.title = imported.recognition?.name
        agreement.effective = facts.days["effective_date"]?.last
        agreement.signed = facts.days["signed_on"]?.last ?? facts.days["signature"]?.last
        agreement.firstDisclosure = facts.days["disclosed"]?.min()
        agreement.lastDisclosure = facts.days["disclosed"]?.max()
        if let end = imported.dates.first(where: { $0.name == "term_end" }), case .day(let day) = end.value {
            agreement.expires = day
        }
        agreement.survival = imported.terms.survival
        agreement.tradeSecretsPerpetual = imported.terms.tradeSecretsPerpetual
        agreement.governingLaw = imported.terms.governingLaw
        agreement.document = Agreement.Document(path: Start.absolute(file), sha256: imported.fileHash)
        agreement.obligations = imported.terms.obligations.map { obligation in
            var obligation = obligation
            obligation.reading = .proposed
            return obligation
        }
        var world = World()
        world.agreements = [agreement]
        let document = try tree(writeWorkspace(world))
        let part = Node.map([("bulkhead", .scalar("1")), ("agreements", .list(document.nodes("agreements")))])
        try desk.take(
            part.json(), file: file, replace: false, as: ("put", "agreement \(identifier)"))
        let unread = KindReadings(unread: identifier).event
        try guarded { try desk.ledger.record(unread.kind, unread.body) }
    }

    private func show(_ imported: ImportedAgreement) {
        if let form = imported.recognition {
            let rest =
                form.deviating.isEmpty
                ? "unchanged"
                : "except clause\(form.deviating.count == 1 ? "" : "s") "
                    + form.deviating.joined(separator: ", ")
            say("This is \(form.name) \(form.version), \(rest).")
        } else {
            say("This is none of the standard forms.")
        }
        for warning in imported.paper.warnings { say("Warning: \(warning).") }
        for proposal in imported.proposals {
            let words = proposal.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let quote = words.count > 120 ? words.prefix(119) + "…" : words[...]
            say("")
            say("\(proposal.kind.rawValue), clause \(proposal.clause)")
            say("  \(quote)")
        }
        if !imported.dates.isEmpty { say("") }
        for date in imported.dates { say("\(date.name): \(date.value.text)  (\(date.sum))") }
    }
}
