import ArgumentParser
import Documents
import Permits

/// `report`: what a client may be shown of the tools that were used for it.
struct ReportCommand: Work {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Which tools were used for a client, under which terms: fit to send to it.",
        discussion: """
            Tools, sessions with their verdict, terms, consent and hosts, what was redacted, what was refused, and \
            the record of processing of Article 30(2) GDPR. No other client is named in it. Its receipt is the head of \
            the log: 'bulkhead log verify --receipt' takes it.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case md, html, json
    }

    @OptionGroup var options: PlaceOptions
    @Option(help: "Of this engagement alone.") var engagement: String?
    @Option(help: "From this day on, YYYY-MM-DD.") var from: String?
    @Option(help: "Up to this day, YYYY-MM-DD.") var to: String?
    @Option(help: "md, html or json.") var format: Format?
    @Option(help: "Your name and how to reach you, for the record of processing.") var processor: String?
    @Option(help: "Your representative in the Union, where you have one.") var representative: String?
    @Option(help: "The data protection officer, where there is one.") var officer: String?
    @Argument(help: "The client.") var client: String

    func work() throws -> Exit {
        let first = try day(from, "--from")
        let last = try day(to, "--to")
        if let first, let last, last < first {
            throw Failure(.usage, "The period ends on \(last), before it begins on \(first).")
        }
        let place = options.place
        let made = try place.day
        let desk = try Desk(place)
        // As `engagement list` names it, too.
        let name = engagement.map { $0.hasPrefix(client + "/") ? $0 : client + "/" + $0 } ?? client
        // Of a client that was archived, too: what was done for it stays evidence.
        let job = place.json ? try desk.job(name) : try desk.wholeJob(name, orArchived: true)
        let world = try desk.world()
        guard let client = world.clients.first(where: { $0.id == job.client }) else {
            throw Failure(
                .notFound, "There is no client \"\(job.client)\": 'bulkhead client list' shows them.")
        }
        let work = client.engagements.first { $0.id == job.engagement }
        if let engagement = job.engagement, work == nil {
            throw Failure(
                .notFound,
                "There is no engagement \"\(client.id)/\(engagement)\": 'bulkhead engagement list' shows them."
            )
        }
        let sessions = try SessionDesk(place).rows(limit: Int(Int32.max))
        let builder = ReportBuilder(
            world, client: client, engagement: work, from: first, to: last, made: made)
        let report = builder.report(
            sessions: sessions, log: try guarded { try desk.ledger.log() },
            receipt: try guarded { try desk.ledger.receipt() }, processor: processor,
            representative: representative, officer: officer)
        switch place.json ? .json : format ?? .md {
        case .md: print(bytes: Array(ReportPage(report).markdown.utf8))
        case .html: print(bytes: Array(ReportPage(report).html.utf8))
        case .json:
            var json = JSONWriter(capacity: 1 << 14)
            json.report(report)
            json.newline()
            print(bytes: json.bytes)
        }
        return .done
    }

    private func day(_ text: String?, _ option: String) throws(Failure) -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else {
            throw Failure(.usage, "\(option) takes a day as YYYY-MM-DD, not \"\(text)\".")
        }
        return day
    }
}
