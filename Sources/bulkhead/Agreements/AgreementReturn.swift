import ArgumentParser
import Documents
import Ledger
import Permits

/// What is where when material is to be returned or destroyed, and the statement that it was.
struct AgreementReturn: Work {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "What to return or destroy, and the statement that it was done.",
        discussion: """
            Lists the folders, session profiles, accounts and redaction maps of the client. With --done the day is recorded, \
            and the log keeps the statement; its receipt is printed. It is refused while a profile or a map is still there. \
            'client offboard' goes through the same list for all agreements of a client, destroys what is kept here, and \
            takes --done too.
            """)

    @OptionGroup var options: PlaceOptions
    @Flag(help: "State that all of it was returned or destroyed.") var done = false
    @Option(help: "What was kept, and why it may be: the clause on copies.") var kept: String?
    @Argument(help: "The agreement's id.") var name: String

    func work() throws -> Exit {
        let place = options.place
        let day = try place.day
        let desk = try Desk(place)
        let world = try desk.world()
        let id = try desk.choose(name, among: world.agreements.map(\.id), "agreement")
        guard let agreement = world.agreements.first(where: { $0.id == id }) else {
            throw Failure(.notFound, "There is no agreement \"\(id)\".")
        }
        guard let client = world.clients.first(where: { $0.id == agreement.client }) else {
            throw Failure(.usage, "\(id) is with no client: there is nothing to return.")
        }
        let list = try ReturnChecklist(client, [agreement], world, at: desk)
        var receipt: String?
        if done {
            guard list.open.isEmpty || kept != nil else {
                let left = list.open.map { "\($0.kind.rawValue) \($0.subject) (\($0.place))" }
                throw Failure(
                    .refused,
                    "Not all of it is gone: \(left.joined(separator: "; ")). Delete it, or say with --kept why it may stay."
                )
            }
            try ReturnStatement(day: day, kept: kept).record(agreement, in: desk.ledger)
            receipt = try guarded { try desk.ledger.receipt().text }
        }
        if place.json {
            write(list, receipt)
        } else {
            show(list, id, receipt, day)
        }
        return .done
    }

    private func show(_ list: ReturnChecklist, _ name: String, _ receipt: String?, _ day: Day) {
        if list.clauses.isEmpty { say("\(name) records no clause on return or destruction.") }
        for (_, clause, by) in list.clauses {
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
                for (_, clause, by) in list.clauses {
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
