import ArgumentParser
import Documents

struct AgreementNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Signed papers, and your own house rules.",
        subcommands: [
            List.self, Show.self, Add.self, Edit.self, Remove.self, AgreementImport.self, AgreementNew.self,
            AgreementEvent.self, AgreementReturn.self,
        ])

    struct List: Listing {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the agreements.")
        static let noun = Noun.agreement
        static let columns = ["kind", "client", "vendor", "title", "effective", "expires"]
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Archived ones too.") var all = false
    }

    struct Show: Work {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show an agreement with its clauses, and what each became.")
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The agreement's id.") var name: String

        func work() throws -> Exit {
            let book = try Book(options.place)
            let item = try book.item(.agreement, named: name)
            let readings = try guarded { try book.desk.ledger.termReadings() }
            let kinds = try guarded { try KindReadings.latest(of: item.name, in: book.desk.ledger) }
            if options.json {
                print(bytes: shown(item.node, readings, kinds).json())
                return .done
            }
            let world = try book.desk.workspace()
            guard let agreement = world.agreements.first(where: { $0.id == item.name }) else {
                throw Failure(.notFound, "There is no agreement \"\(item.name)\".")
            }
            let sheet = AgreementSheet(agreement, among: world.agreements, readings: readings, kinds: kinds)
            for line in sheet.lines { say(line) }
            return .done
        }

        /// The agreement with who read which of its terms, `"read": {"as","by","on"}`, and how far every kind was looked
        /// for, `"kinds": {"read and absent": […], …}`.
        private func shown(
            _ agreement: Node, _ readings: [String: TermReading], _ kinds: KindReadings?
        ) -> Node {
            var agreement = agreement
            let terms = agreement.nodes("obligations").map { term in
                guard let reading = readings[term.text("id") ?? ""] else { return term }
                var term = term
                term.set("read", reading.node)
                return term
            }
            if !terms.isEmpty { agreement.set("obligations", .list(terms)) }
            if let kinds {
                let named = kinds.named.map { ($0.what, Node.list($0.kinds.map { .scalar($0) })) }
                agreement.set("kinds", .map(named))
            }
            return agreement
        }
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an agreement.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: AgreementFields
        @Argument(help: "The agreement's id.") var name: String

        func work() throws -> Exit {
            try Book(options.place).add(.agreement, id: name, owner: nil, fields.fields())
            confirm("Added the agreement \(name).", name, at: options.place)
            return .done
        }
    }

    struct Edit: Editing {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the fields that are named, keep the others.")
        static let noun = Noun.agreement
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: AgreementFields
        @Argument(help: "The agreement's id.") var name: String
        var changes: Fields { get throws { try fields.fields() } }
    }

    struct Remove: Removing {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Archive an agreement: it no longer counts, and is kept.")
        static let noun = Noun.agreement
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The agreement's id.") var name: String
    }
}
