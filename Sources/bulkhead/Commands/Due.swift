import ArgumentParser
import Documents
import Permits

struct Due: Work {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "What ends and what is to be done, and when.",
        discussion:
            "Expiries, survival, return or destruction, consents, training switches to look at again, facts growing old. What is overdue stays listed."
    )

    @OptionGroup var options: PlaceOptions
    @Flag(help: "A calendar with alarms 30, 7 and 0 days ahead, by client tag and never by name.")
    var ics = false

    func work() throws -> Exit {
        guard !(ics && options.json) else {
            throw Failure(.usage, "--ics and --json are two forms of the same: name one of them.")
        }
        let day = try options.place.day
        let desk = try Desk(options.place)
        let world = try desk.datedWorld()
        let due = deadlines(of: world, at: day)
        if ics {
            print(bytes: Array(calendar(due, tags: tags(world), stamp: day).utf8))
        } else if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("due")
                json.array { json in
                    for deadline in due {
                        json.object { json in
                            json.key("date")
                            json.string(deadline.date.description)
                            json.key("kind")
                            json.string(deadline.kind.rawValue)
                            json.key("client")
                            json.string(deadline.client)
                            json.key("what")
                            json.string(deadline.what)
                        }
                    }
                }
            }
            json.newline()
            print(bytes: json.bytes)
        } else if due.isEmpty {
            complain("Nothing is due: no agreement, consent, account or engagement has a last day.")
        } else {
            let tags = tags(world)
            for deadline in due {
                let left = deadline.date.days(since: day)
                let when = left < 0 ? "overdue by \(-left) days" : left == 0 ? "today" : "in \(left) days"
                let tag = deadline.client.flatMap { tags[$0] } ?? "-"
                say("\(deadline.date)  \(tag)  \(when): \(deadline.what)")
            }
        }
        return .done
    }

    private func tags(_ world: World) -> [String: String] {
        Dictionary(world.clients.map { ($0.id, $0.tag) }, uniquingKeysWith: { first, _ in first })
    }
}
