import ArgumentParser

struct EngagementNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engagement", abstract: "One job for a client.",
        subcommands: [List.self, Show.self, Add.self, Edit.self, Remove.self])

    struct List: Listing {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the engagements.")
        static let noun = Noun.engagement
        static let columns = ["title", "data", "ends", "status"]
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Archived ones too.") var all = false
    }

    struct Show: Showing {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show an engagement with all its fields.")
        static let noun = Noun.engagement
        @OptionGroup var options: PlaceOptions
        @Argument(help: "CLIENT/ENGAGEMENT.") var name: String
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an engagement.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: EngagementFields
        @Argument(help: "CLIENT/ENGAGEMENT.") var name: String

        func work() throws -> Exit {
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Failure(
                    .usage, "Name the engagement as CLIENT/ENGAGEMENT, for example nordwind/tariff-engine.")
            }
            let book = try Book(options.place)
            let client = try book.item(.client, named: parts[0]).name
            try book.add(.engagement, id: parts[1], owner: client, fields.fields)
            confirm("Added the engagement \(name).", name, at: options.place)
            return .done
        }
    }

    struct Edit: Editing {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the fields that are named, keep the others.")
        static let noun = Noun.engagement
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: EngagementFields
        @Argument(help: "CLIENT/ENGAGEMENT.") var name: String
        var changes: Fields { fields.fields }
    }

    struct Remove: Removing {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Archive an engagement: it no longer counts, and is kept.")
        static let noun = Noun.engagement
        @OptionGroup var options: PlaceOptions
        @Argument(help: "CLIENT/ENGAGEMENT.") var name: String
    }
}
