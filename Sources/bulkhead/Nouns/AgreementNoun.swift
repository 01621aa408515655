import ArgumentParser

struct AgreementNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement", abstract: "Signed papers, and your own house rules.",
        subcommands: [
            List.self, Show.self, Add.self, Edit.self, Remove.self, AgreementImport.self, AgreementNew.self,
            AgreementEvent.self, AgreementReturn.self,
        ])

    struct List: Listing {
        static let configuration = CommandConfiguration(abstract: "List the agreements.")
        static let noun = Noun.agreement
        static let columns = ["kind", "client", "vendor", "title", "effective", "expires"]
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Archived ones too.") var all = false
    }

    struct Show: Work {
        static let configuration = CommandConfiguration(
            abstract: "Show an agreement with its clauses, and what each became.")
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The agreement's id.") var name: String

        func work() throws -> Exit {
            let book = try Book(options.place)
            let item = try book.item(.agreement, named: name)
            if options.json {
                print(bytes: item.node.json())
                return .done
            }
            let world = try book.desk.workspace()
            guard let agreement = world.agreements.first(where: { $0.id == item.name }) else {
                throw Failure(.notFound, "There is no agreement \"\(item.name)\".")
            }
            for line in AgreementSheet(agreement, among: world.agreements).lines { say(line) }
            return .done
        }
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(abstract: "Add an agreement.")
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
            abstract: "Change the fields that are named, keep the others.")
        static let noun = Noun.agreement
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: AgreementFields
        @Argument(help: "The agreement's id.") var name: String
        var changes: Fields { get throws { try fields.fields() } }
    }

    struct Remove: Removing {
        static let configuration = CommandConfiguration(
            abstract: "Archive an agreement: it no longer counts, and is kept.")
        static let noun = Noun.agreement
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The agreement's id.") var name: String
    }
}
