import ArgumentParser
import Permits

/// Settles what a person found on reading a proposed term.
struct ObligationConfirm: Work {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "You read the clause, and it says so.")
    @OptionGroup var options: PlaceOptions
    @Argument(help: "The obligation's id.") var name: String

    func work() throws -> Exit {
        let book = try Book(options.place)
        let item = try book.item(.obligation, named: name)
        var fields = Fields()
        fields.set("reading", "")
        try book.edit(.obligation, named: item.name, fields)
        confirm("Confirmed \(item.name).", item.name, at: options.place)
        return .done
    }
}

/// The clause was read and holds no such term.
struct ObligationAbsent: Work {
    static let configuration = CommandConfiguration(
        commandName: "absent", abstract: "You read the clause, and there is no such term.")
    @OptionGroup var options: PlaceOptions
    @Argument(help: "The obligation's id.") var name: String

    func work() throws -> Exit {
        let found = try Book(options.place).archive(.obligation, named: name)
        confirm(
            "Marked \(found) as read and absent: it no longer counts, and is kept.", found, at: options.place)
        return .done
    }
}

/// The clause was read, and what it means stays open; the term goes on counting.
struct ObligationUnknown: Work {
    static let configuration = CommandConfiguration(
        commandName: "unknown",
        abstract: "You read the clause, and what it means is unclear; it goes on counting.")
    @OptionGroup var options: PlaceOptions
    @Argument(help: "The obligation's id.") var name: String

    func work() throws -> Exit {
        let book = try Book(options.place)
        let item = try book.item(.obligation, named: name)
        var fields = Fields()
        fields.set("reading", Obligation.Reading.unknown.rawValue)
        try book.edit(.obligation, named: item.name, fields)
        confirm("Marked \(item.name) as unknown; it goes on counting.", item.name, at: options.place)
        return .done
    }
}
