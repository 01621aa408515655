import ArgumentParser
import Documents
import Ledger
import Permits

/// Records what happened under an agreement, which dates count from.
struct AgreementEvent: Work {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: "Record what happened under an agreement, for the dates.",
        discussion: """
            'received' moves the first and the last disclosure, 'terminated' ends the agreement, and 'services-ended' \
            ends and closes its engagement. Each is kept in the log.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case received, terminated
        case servicesEnded = "services-ended"
    }

    @OptionGroup var options: PlaceOptions
    @Argument(help: "The agreement's id.") var name: String
    @Argument(help: "received, terminated or services-ended.") var kind: Kind
    @Argument(help: "The day, YYYY-MM-DD; today if absent.") var date: String?

    func work() throws -> Exit {
        let place = options.place
        let day = try self.day(place)
        let book = try Book(place)
        let item = try book.item(.agreement, named: name)
        var fields = Fields()
        switch kind {
        case .received:
            let first = item.node.text("first_disclosure").flatMap { Day($0) }
            let last = item.node.text("last_disclosure").flatMap { Day($0) }
            // Of papers recorded with a last disclosure alone, an earlier day may not be the first.
            fields.set("first_disclosure", min(first ?? last ?? day, day).description)
            fields.set("last_disclosure", max(last ?? day, day).description)
        case .terminated: fields.set("terminated", day.description)
        case .servicesEnded:
            guard let client = item.node.text("client"), let job = item.node.text("engagement") else {
                throw Failure(
                    .usage,
                    "\(item.name) is about no one engagement: 'bulkhead engagement edit CLIENT/ENGAGEMENT --ends \(day)' ends the one that is meant."
                )
            }
            var ending = Fields()
            ending.set("ends", day.description)
            ending.set("status", Engagement.Status.closed.rawValue)
            try book.edit(.engagement, named: "\(client)/\(job)", ending)
        }
        if !fields.isEmpty { try book.edit(.agreement, named: item.name, fields) }
        try guarded { try book.desk.ledger.record("event", "\(item.name) \(kind.rawValue) \(day)") }
        confirm("Recorded: \(item.name), \(kind.rawValue) on \(day).", item.name, at: place)
        return .done
    }

    private func day(_ place: Place) throws(Failure) -> Day {
        guard let date else { return try place.day }
        guard let day = Day(date) else {
            throw Failure(.usage, "A day is written as YYYY-MM-DD, not \"\(date)\".")
        }
        return day
    }
}
