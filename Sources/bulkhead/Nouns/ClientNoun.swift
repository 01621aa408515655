import ArgumentParser

struct ClientNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "Who you work for.",
        subcommands: [List.self, Show.self, Add.self, Edit.self, Remove.self, Offboard.self])

    struct List: Listing {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the clients.")
        static let noun = Noun.client
        static let columns = ["tag", "name"]
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Archived ones too.") var all = false
    }

    struct Show: Showing {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a client with all its fields.")
        static let noun = Noun.client
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The client's id.") var name: String
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a client.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: ClientFields
        @Argument(help: "The client's id.") var name: String

        func work() throws -> Exit {
            try Book(options.place).add(.client, id: name, owner: nil, fields.fields)
            confirm("Added the client \(name).", name, at: options.place)
            return .done
        }
    }

    struct Edit: Editing {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the fields that are named, keep the others.")
        static let noun = Noun.client
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: ClientFields
        @Argument(help: "The client's id.") var name: String
        var changes: Fields { fields.fields }
    }

    struct Remove: Removing {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Archive a client: it no longer counts, and is kept.")
        static let noun = Noun.client
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The client's id.") var name: String
    }
}
