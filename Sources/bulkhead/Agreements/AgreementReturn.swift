import ArgumentParser
import Compartments
import Documents
import Glibc
import Ledger
import Permits

/// What is where when material is to be returned or destroyed, and the statement that it was.
struct AgreementReturn: Work {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "What to return or destroy, and the statement that it was done.",
        discussion: """
            Lists the folders, session profiles, accounts and redaction maps of the client. With --done the day is recorded, \
            and the log keeps the statement; its receipt is printed. It is refused while a profile or a map is still there.
            """)

    @OptionGroup var options: PlaceOptions
    @Flag(help: "State that all of it was returned or destroyed.") var done = false
    @Option(help: "What was kept, and why it may be: the clause on copies.") var kept: String?
    @Argument(help: "The agreement's id.") var name: String

    func work() throws -> Exit {
        let place = options.place
        let day = try place.day
        let book = try Book(place)
        let item = try book.item(.agreement, named: name)
        let world = try book.desk.world()
        guard let agreement = world.agreements.first(where: { $0.id == item.name }),
            let client = agreement.client
        else { throw Failure(.usage, "\(item.name) is with no client: there is nothing to return.") }
        let ledger = book.desk.ledger
        let maps = try guarded { try ledger.redactionMaps(client: client).count }
        let list = ReturnChecklist(
            agreement, world,
            homes: Compartment.homes(root: try place.absoluteHome + "/compartments", client: client),
            maps: maps
        ) { access($0, F_OK) == 0 }
        var receipt: String?
        if done {
            guard list.open.isEmpty || kept != nil else {
                let left = list.open.map { "\($0.kind.rawValue) \($0.subject) (\($0.place))" }
                throw Failure(
                    .refused,
                    "Not all of it is gone: \(left.joined(separator: "; ")). Delete it, or say with --kept why it may stay."
                )
            }
            var fields = Fields()
            fields.set("returned", day.description)
            try book.edit(.agreement, named: item.name, fields)
            let statement = "\(item.name) \(day)" + (kept.map { " kept: \($0)" } ?? " nothing kept")
            try guarded { try ledger.record("returned", statement) }
            receipt = try guarded { try ledger.receipt().text }
        }
        if place.json {
            write(list, receipt)
        } else {
            show(list, item.name, receipt, day)
        }
        return .done
    }

    private func show(_ list: ReturnChecklist, _ name: String, _ receipt: String?, _ day: Day) {
        if list.clauses.isEmpty { say("\(name) records no clause on return or destruction.") }
        for (clause, by) in list.clauses {
            say("\(name), clause \(clause): " + (by.map { "by \($0)" } ?? "no last day follows yet"))
        }
        for item in list.items {
            say("[\(receipt == nil ? " " : "x")] \(item.kind.rawValue)  \(item.subject)  \(item.place)")
            say("      \(item.task)")
        }
        if list.items.isEmpty { say("Nothing of this client is recorded or found here.") }
        if let receipt { say("Stated on \(day): returned or destroyed. Receipt: \(receipt)") }
    }

    private func write(_ list: ReturnChecklist, _ receipt: String?) {
        var json = JSONWriter()
        json.object { json in
            json.key("clauses")
            json.array { json in
                for (clause, by) in list.clauses {
                    json.object { json in
                        json.key("clause")
                        json.string(clause)
                        json.key("by")
                        json.string(by?.description)
                    }
                }
            }
            json.key("items")
            json.array { json in
                for item in list.items {
                    json.object { json in
                        json.key("kind")
                        json.string(item.kind.rawValue)
                        json.key("subject")
                        json.string(item.subject)
                        json.key("place")
                        json.string(item.place)
                        json.key("task")
                        json.string(item.task)
                        json.key("holds")
                        if let holds = item.holds { json.bool(holds) } else { json.null() }
                    }
                }
            }
            json.key("receipt")
            json.string(receipt)
        }
        json.newline()
        print(bytes: json.bytes)
    }
}
