import ArgumentParser
import Permits

/// Settles what a person found on reading a proposed term.
struct ObligationConfirm: Work {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "You read the clause, and it says so.")
    @OptionGroup var options: PlaceOptions
    @Argument(help: "The obligation's id.") var name: String

    func work() throws -> Exit {
        let found = try Book(options.place).settle(name, as: .recorded)
        confirm("Confirmed \(found).", found, at: options.place)
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
        let found = try Book(options.place).settle(name, as: .absent)
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
        let found = try Book(options.place).settle(name, as: .unknown)
        confirm("Marked \(found) as unknown; it goes on counting.", found, at: options.place)
        return .done
    }
}

extension Book {
    /// Says what a person found on reading the clause of a term, and keeps in the log who it was.
    ///
    /// A term that was taken for absent counts again once it is found after all.
    ///
    /// - Returns: The id of the term.
    fileprivate func settle(_ name: String, as finding: TermReading.Finding) throws(Failure) -> String {
        let item = try item(.obligation, named: name)
        var fields = Fields()
        fields.set("reading", finding == .unknown ? Obligation.Reading.unknown.rawValue : "")
        fields.set("archived", finding == .absent ? "true" : "")
        let reading = TermReading(finding, of: [item.name])
        try edit(.obligation, named: item.name, fields, as: reading.event)
        return item.name
    }
}
