import ArgumentParser

struct AccountNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Logins at surfaces, each for one client.",
        subcommands: [List.self, Show.self, Add.self, Edit.self, Remove.self])

    struct List: Listing {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the accounts.")
        static let noun = Noun.account
        static let columns = ["client", "surface", "identity"]
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Archived ones too.") var all = false
    }

    struct Show: Showing {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show an account with all its fields.")
        static let noun = Noun.account
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The account's id.") var name: String
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an account.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: AccountFields
        @Argument(help: "The account's id.") var name: String

        func work() throws -> Exit {
            try Book(options.place).add(.account, id: name, owner: nil, fields.fields())
            confirm("Added the account \(name).", name, at: options.place)
            return .done
        }
    }

    struct Edit: Editing {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the fields that are named, keep the others.")
        static let noun = Noun.account
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: AccountFields
        @Argument(help: "The account's id.") var name: String
        var changes: Fields { get throws { try fields.fields() } }
    }

    struct Remove: Removing {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Archive an account: it no longer counts, and is kept.")
        static let noun = Noun.account
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The account's id.") var name: String
    }
}
