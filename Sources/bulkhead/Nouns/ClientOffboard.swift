import ArgumentParser
import Documents

extension ClientNoun {
    struct Offboard: Work {
        static let configuration = CommandConfiguration(
            commandName: "offboard",
            abstract: "End the work for a client: destroy, keep and state what.",
            discussion: """
                Destroys the client's placeholders with their keys and its session homes, archives the client, and gives a \
                dated statement of what was destroyed and what is kept by which duty. It shows all that first and asks, for \
                neither it nor an earlier change can be taken back afterwards. Folders of the work and accounts at vendors are \
                yours to clear; they are listed. When that is done too, --done states it under every agreement that asks for \
                it; else 'agreement return' does later.
                """)
        @OptionGroup var options: PlaceOptions
        @Flag(help: "Only show what would be destroyed and kept.") var dryRun = false
        @Flag(name: .shortAndLong, help: "Do not ask.") var yes = false
        @Flag(help: "State that what is left to you was returned or destroyed too.") var done = false
        @Option(help: "With --done: what was kept, and why it may be.") var kept: String?
        @Option(help: "A new file for the statement, 0600; without it, it is printed.") var statement: String?
        @Argument(help: "The client's id.") var name: String

        func work() throws -> Exit {
            if let statement, (try? read(statement)) != nil {
                throw Failure(.usage, "\(statement) is there already: name a new file.")
            }
            guard done || kept == nil else {
                throw Failure(.usage, "--kept belongs to the statement that --done makes.")
            }
            let end = try Offboarding(options.place, client: name)
            let destroyed = try end.destroyed()
            if !options.json || dryRun { show(end, destroyed) }
            if dryRun { return .done }
            guard try asked("Destroy this for good?", yes: yes, at: options.place) else { return .refused }
            let lines = try end.carryOut(done ? ReturnStatement(day: end.day, kept: kept) : nil)
            let text = Array((lines.joined(separator: "\n") + "\n").utf8)
            if let statement { try write(text, to: statement) }
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("client")
                    json.string(end.client.id)
                    json.key("date")
                    json.string(end.day.description)
                    json.key("statement")
                    json.array { json in for line in lines { json.string(line) } }
                }
                json.newline()
                print(bytes: json.bytes)
            } else if let statement {
                complain("The statement lies in \(statement).")
            } else {
                say(lines)
            }
            return .done
        }

        private func show(_ end: Offboarding, _ destroyed: [String]) {
            guard !options.json else {
                var json = JSONWriter()
                json.object { json in
                    for (key, lines) in [("destroyed", destroyed), ("kept", end.kept), ("open", end.open)] {
                        json.key(data: key)
                        json.array { json in for line in lines { json.string(line) } }
                    }
                }
                json.newline()
                return print(bytes: json.bytes)
            }
            for (title, lines) in [
                ("Destroyed:", destroyed), ("Kept:", end.kept), ("Left to you:", end.open),
            ] where !lines.isEmpty {
                complain(title)
                for line in lines { complain("- " + line) }
            }
        }
    }
}
