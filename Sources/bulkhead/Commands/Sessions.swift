import ArgumentParser
import Compartments
import Documents
import Ledger

struct Sessions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "List the sessions, show one, or hand out the time they took.",
        subcommands: [SessionsList.self, SessionsShow.self, SessionsExport.self],
        defaultSubcommand: SessionsList.self)
}

struct SessionsList: Work {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sessions, newest first.")

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit {
        let rows = try SessionDesk(options.place).rows()
        if options.json {
            print(sessions: rows)
            return .done
        }
        for row in rows {
            let job = [row.client, row.engagement].compactMap { $0 }.joined(separator: "/")
            let state = row.end == nil ? "open" : row.cause ?? "ended"
            let length = row.end.map { SessionTime.span($0 - row.start) } ?? "-"
            var line = "\(row.id)  \(SessionTime.text(row.start))  \(length)  \(state)  \(job)"
            line += "  \(row.surface ?? "command")  \(row.verdict)"
            if !row.refused.isEmpty { line += "  \(row.refused.reduce(0) { $0 + $1.count }) refused" }
            say(line)
        }
        if rows.isEmpty { complain("No session yet: 'bulkhead run' or 'bulkhead launch' starts one.") }
        return .done
    }
}

struct SessionsShow: Work {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one session: what it rested on, and what it reached.")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "The number of the session.") var id: Int64

    func work() throws -> Exit {
        let row = try SessionDesk(options.place).row(id)
        if options.json {
            var json = JSONWriter()
            json.session(row, whole: true)
            json.newline()
            print(bytes: json.bytes)
            return .done
        }
        let job = [row.client, row.engagement].compactMap { $0 }.joined(separator: "/")
        let facts: [(String, String?)] = [
            ("session", String(row.id)), ("job", job), ("surface", row.surface ?? "none, a command"),
            ("route", row.route), ("account", row.account), ("verdict", row.verdict),
            ("acknowledged", row.acknowledged.isEmpty ? nil : row.acknowledged.joined(separator: ", ")),
            ("start", SessionTime.text(row.start)),
            ("end", row.end.map { SessionTime.text($0) } ?? "still open"), ("cause", row.cause),
            ("time", SessionTime.span((row.end ?? SessionTime.now) - row.start)),
            ("log", row.basis.map { "as it stood at \($0.prefix { $0 != "-" })" }),
        ]
        for case (let name, let value?) in facts {
            say(name + String(repeating: " ", count: max(1, 14 - name.count)) + value)
        }
        for ground in row.grounds { say("rests on      \(ground)") }
        for contact in row.reached {
            say("reached       \(contact.host)  \(contact.count)x, last \(SessionTime.text(contact.time))")
        }
        for contact in row.refused {
            say("refused       \(contact.host)  \(contact.count)x, last \(SessionTime.text(contact.time))")
        }
        return .done
    }
}

struct SessionsExport: Work {
    enum Form: String, ExpressibleByArgument, CaseIterable { case csv, timewarrior }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the time spent, by session, for an invoice.")

    @OptionGroup var options: PlaceOptions
    @Option(help: "csv, or timewarrior for 'timew import'.") var format = Form.csv
    @Option(name: .customLong("for"), help: "CLIENT or CLIENT/ENGAGEMENT; all if absent.") var job: String?

    func work() throws -> Exit {
        let wanted = try job.map { try Desk(options.place).wholeJob($0) }
        let rows = try SessionDesk(options.place).rows(limit: Int(Int32.max)).reversed().filter { row in
            guard row.end != nil, let wanted else { return row.end != nil }
            return row.client == wanted.client
                && (wanted.engagement == nil || row.engagement == wanted.engagement)
        }
        if options.json {
            print(sessions: rows)
            return .done
        }
        switch format {
        case .csv:
            var text = "session,client,engagement,surface,start,end,seconds\r\n"
            for row in rows {
                let end = row.end ?? row.start
                let fields = [
                    String(row.id), row.client ?? "", row.engagement ?? "", row.surface ?? "",
                    SessionTime.text(row.start), SessionTime.text(end), String(max(0, end - row.start)),
                ]
                // RFC 4180; identifiers hold neither quotes nor commas, but a line costs nothing.
                text += fields.map(quotedIfNeeded).joined(separator: ",") + "\r\n"
            }
            print(bytes: Array(text.utf8))
        case .timewarrior:
            var json = JSONWriter()
            json.array { json in
                for row in rows {
                    json.object { json in
                        json.key("start")
                        json.string(SessionTime.compact(row.start))
                        json.key("end")
                        json.string(SessionTime.compact(row.end ?? row.start))
                        json.key("tags")
                        json.array { json in
                            for tag in [row.client, row.engagement, row.surface].compactMap({ $0 }) {
                                json.string(tag)
                            }
                        }
                    }
                }
            }
            json.newline()
            print(bytes: json.bytes)
        }
        return .done
    }

    private func quotedIfNeeded(_ field: String) -> String {
        guard field.contains(where: { ",\"\r\n".contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}

/// Prints sessions as one document.
private func print(sessions rows: some Sequence<SessionRow>) {
    var json = JSONWriter()
    json.object { json in
        json.key("sessions")
        json.array { json in for row in rows { json.session(row) } }
    }
    json.newline()
    print(bytes: json.bytes)
}
