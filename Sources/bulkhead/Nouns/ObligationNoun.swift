import ArgumentParser

struct ObligationNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "obligation", abstract: "Single terms of an agreement.",
        subcommands: [
            List.self, Show.self, Add.self, Edit.self, Remove.self, ObligationConfirm.self,
            ObligationAbsent.self, ObligationUnknown.self,
        ])

    struct List: Listing {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the obligations.")
        static let noun = Noun.obligation
        static let columns = ["kind", "clause", "data"]
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Archived ones too.") var all = false
    }

    struct Show: Showing {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show an obligation with all its fields.")
        static let noun = Noun.obligation
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The obligation's id.") var name: String
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an obligation.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: ObligationFields
        @Argument(help: "The obligation's id.") var name: String

        func work() throws -> Exit {
            guard let agreement = fields.agreement else {
                throw Failure(.usage, "An obligation is a term of an agreement: name it with --agreement.")
            }
            let book = try Book(options.place)
            let owner = try book.item(.agreement, named: agreement).name
            try book.add(.obligation, id: name, owner: owner, fields.fields)
            confirm("Added the obligation \(name).", name, at: options.place)
            return .done
        }
    }

    struct Edit: Editing {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the fields that are named, keep the others.")
        static let noun = Noun.obligation
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: ObligationFields
        @Argument(help: "The obligation's id.") var name: String
        var changes: Fields { fields.fields }
    }

    struct Remove: Removing {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Archive an obligation: it no longer counts, and is kept.")
        static let noun = Noun.obligation
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The obligation's id.") var name: String
    }
}
