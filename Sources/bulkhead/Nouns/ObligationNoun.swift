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

    struct Show: Work {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show an obligation with all its fields, and who read it.")
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The obligation's id.") var name: String

        func work() throws -> Exit {
            let book = try Book(options.place)
            let item = try book.item(.obligation, named: name)
            var shown = Noun.obligation.shown(item.node, of: item.owner)
            shown.set("read", try guarded { try book.desk.ledger.termReadings() }[item.name]?.node)
            if options.json {
                print(bytes: shown.json())
            } else {
                for line in shown.lines() { say(line) }
            }
            return .done
        }
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

    struct Edit: Work {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change the fields that are named, keep the others.",
            discussion: "A term that was confirmed is not edited: a later paper amends or replaces it.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: ObligationFields
        @Argument(help: "The obligation's id.") var name: String

        func work() throws -> Exit {
            let book = try Book(options.place)
            let item = try book.item(.obligation, named: name)
            if let agreement = fields.agreement, agreement != item.owner {
                throw Failure(
                    .usage,
                    "\(item.name) is a term of \(item.owner ?? ""), and stays one: 'bulkhead obligation add' "
                        + "records a term of another agreement.")
            }
            if let reading = try guarded({ try book.desk.ledger.termReadings() })[item.name],
                reading.finding == .recorded
            {
                throw Failure(
                    .refused,
                    "\(item.name) was confirmed by \(reading.reader) on \(reading.day) and is not edited: a later "
                        + "paper amends or supersedes it. 'bulkhead obligation unknown \(item.name)' takes the "
                        + "confirmation back.")
            }
            try book.edit(.obligation, named: item.name, fields.fields)
            confirm("Changed the obligation \(item.name).", item.name, at: options.place)
            return .done
        }
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
