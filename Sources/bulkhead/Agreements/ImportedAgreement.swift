import CShipped
import Documents
import Ledger
import Papers
import Permits

/// A paper that was read: what it is, what it seems to say, and what that comes to.
struct ImportedAgreement {
    let paper: ReadPaper
    let file: [UInt8]
    let recognition: Recognition?
    let proposals: [Proposal]
    let terms: ProposedAgreement
    let facts: DateFacts
    let dates: [DateSum]

    /// The standard forms that ship with the program.
    static func forms() -> [StandardForm] {
        (0..<shipped_form_count()).compactMap { index in
            StandardForm(shipped: String(decoding: bytes(shipped_form(index)), as: UTF8.self))
        }
    }

    /// Reads and analyzes a file.
    ///
    /// - Parameters:
    ///   - name: the file.
    ///   - prefix: begins the id of every obligation.
    ///   - operatesAs: who we are.
    ///   - facts: what happened and what was filled in, by the terms that were found.
    init(
        _ name: String, prefix: String, operatesAs: Settings.OperatesAs,
        facts: ([Proposal]) throws(Failure) -> DateFacts
    ) throws(Failure) {
        let file = try PaperFile(name)
        paper = try ReadPaper(file)
        self.file = file.bytes
        recognition = Recognition.find(paper.text, among: Self.forms())
        let reading = Reading(Outline(paper.text))
        proposals = reading.proposals
        self.facts = try facts(proposals)
        terms = ProposedAgreement(
            proposals, prefix: prefix, operatesAs: operatesAs, facts: self.facts)
        dates = dateSums(proposals, self.facts)
    }

    /// The hash of the letters and digits, which a copy in any other format shares.
    var bodyHash: String { hexadecimal(sha256(foldedLetters(of: paper.text.scalars))) }
    var fileHash: String { hexadecimal(sha256(file)) }

    /// The obligations as the workspace file writes them.
    func obligationNodes() throws(Failure) -> [Node] {
        var agreement = Agreement(id: "imported", kind: .nda)
        agreement.obligations = terms.obligations
        var world = World()
        world.agreements = [agreement]
        return try tree(writeWorkspace(world)).nodes("agreements").first?.nodes("obligations") ?? []
    }

    /// The whole as one JSON document; the dates only where facts were given.
    func json(withDates: Bool) throws(Failure) -> [UInt8] {
        let obligations = try obligationNodes()
        var json = JSONWriter(capacity: 1 << 16)
        json.object { json in
            json.key("form")
            if let recognition {
                json.object { json in
                    json.key("id")
                    json.string(recognition.form)
                    json.key("version")
                    json.string(recognition.version)
                    json.key("deviating_clauses")
                    json.strings(recognition.deviating)
                }
            } else {
                json.null()
            }
            json.key("sha256")
            json.object { json in
                json.key("file")
                json.string(fileHash)
                json.key("body")
                json.string(bodyHash)
            }
            json.key("reading")
            json.string(paper.reading)
            json.key("warnings")
            json.strings(paper.warnings)
            json.key("proposals")
            json.array { json in
                for proposal in proposals { write(proposal, to: &json) }
            }
            json.key("obligations")
            json.array { json in
                for node in obligations { node.write(to: &json) }
            }
            if withDates { write(dates, to: &json) }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ proposal: Proposal, to json: inout JSONWriter) {
        json.object { json in
            json.key("kind")
            json.string(proposal.kind.rawValue)
            json.key("clause")
            json.string(proposal.clause)
            json.key("page")
            json.int(paper.text.page(of: proposal.range.lowerBound))
            json.key("start")
            json.int(proposal.range.lowerBound)
            json.key("end")
            json.int(proposal.range.upperBound)
            json.key("quote")
            json.string(proposal.quote)
            json.key("params")
            proposal.params.write(to: &json)
        }
    }

    private func write(_ dates: [DateSum], to json: inout JSONWriter) {
        json.key("dates")
        json.array { json in
            for date in dates {
                json.object { json in
                    json.key("name")
                    json.string(date.name)
                    json.key("value")
                    json.string(date.value.text)
                    json.key("sum")
                    json.string(date.sum)
                }
            }
        }
    }
}

extension Parameter {
    func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .flag(let flag): json.bool(flag)
        case .number(let number): json.int(number)
        case .text(let text): json.string(text)
        case .list(let members):
            json.array { json in
                for member in members { member.write(to: &json) }
            }
        case .record(let fields):
            json.object { json in
                for field in fields {
                    json.key(data: field.name)
                    field.value.write(to: &json)
                }
            }
        }
    }
}
