import ArgumentParser

struct ConsentNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "A client's permissions.",
        subcommands: [List.self, Show.self, Add.self, Edit.self, Remove.self])

    struct List: Listing {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the consents.")
        static let noun = Noun.consent
        static let columns = ["client", "surfaces", "lifts", "granted", "expires"]
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Archived ones too.") var all = false
    }

    struct Show: Showing {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a consent with all its fields.")
        static let noun = Noun.consent
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The consent's id.") var name: String
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a consent.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: ConsentFields
        @Argument(help: "The consent's id.") var name: String

        func work() throws -> Exit {
            try Book(options.place).add(.consent, id: name, owner: nil, fields.fields)
            confirm("Added the consent \(name).", name, at: options.place)
            return .done
        }
    }

    struct Edit: Editing {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the fields that are named, keep the others.")
        static let noun = Noun.consent
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: ConsentFields
        @Argument(help: "The consent's id.") var name: String
        var changes: Fields { fields.fields }
    }

    struct Remove: Removing {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Archive a consent: it no longer counts, and is kept.")
        static let noun = Noun.consent
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The consent's id.") var name: String
    }
}
