import ArgumentParser
import Canvas
import Documents
import Permits

struct Matrix: Work {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Every surface for every job, as a table.",
        discussion: """
            + ok allowed, ! if N with N duties, x NO not allowed, ? ?? no answer.
            The table leaves closed jobs out, and surfaces that can be neither opened nor talked to; --json has all.
            """)

    @OptionGroup var options: PlaceOptions
    @Option(help: "Only this client's jobs.") var client: String?

    /// A column: a job, or a client without one.
    private struct Job {
        var client: Client
        var engagement: Engagement?

        var id: String { engagement.map { "\(client.id)/\($0.id)" } ?? client.id }
    }

    /// What a table keeps of a verdict.
    private struct Cell {
        var outcome: Outcome
        var duties: Duties
    }

    func work() throws -> Exit {
        let place = options.place
        let day = try place.day
        let desk = try Desk(place)
        let chosen = try client.map { try desk.wholeJob($0).client }
        let world = try chosen.map { try desk.world(ofClient: $0) } ?? desk.world()
        let clients = world.clients.filter { !$0.archived && (chosen == nil || $0.id == chosen) }
        var surfaces = world.catalog.surfaces
        if !place.json { surfaces.removeAll { !$0.isListed } }
        let jobs = clients.flatMap { client -> [Job] in
            let engagements = client.engagements.filter { !$0.archived }
            if engagements.isEmpty { return [Job(client: client)] }
            return engagements.filter { place.json || !$0.isOver(on: day) }
                .map { Job(client: client, engagement: $0) }
        }
        let judge = Judge(world)
        let rows = try surfaces.map { surface in
            try jobs.map { job in
                let verdict = try judged(
                    judge,
                    Request(
                        client: job.client.id, engagement: job.engagement?.id, surface: surface.id, at: day))
                return Cell(outcome: verdict.outcome, duties: verdict.duties)
            }
        }
        if place.json {
            writeJSON(surfaces, jobs, rows)
        } else {
            writeTable(surfaces, jobs, rows)
        }
        leave(.done)
    }

    private func writeJSON(_ surfaces: [Surface], _ jobs: [Job], _ rows: [[Cell]]) {
        var json = JSONWriter(capacity: 1 << 16)
        json.beginObject()
        json.key("surfaces")
        json.strings(surfaces.map(\.id))
        json.key("engagements")
        json.strings(jobs.map(\.id))
        json.key("cells")
        json.beginArray()
        for (surface, row) in zip(surfaces, rows) {
            for (job, cell) in zip(jobs, row) {
                json.beginObject()
                json.key("surface")
                json.string(surface.id)
                json.key("client")
                json.string(job.client.id)
                json.key("engagement")
                json.string(job.engagement?.id)
                json.key("outcome")
                json.string(cell.outcome.rawValue)
                json.key("duties")
                json.words(cell.duties)
                json.endObject()
            }
        }
        json.endArray()
        json.endObject()
        json.newline()
        print(bytes: json.bytes)
    }

    /// As many columns at once as a line holds; further jobs follow in blocks of their own.
    private func writeTable(_ surfaces: [Surface], _ jobs: [Job], _ rows: [[Cell]]) {
        guard !jobs.isEmpty else {
            return say(
                "No open job. 'bulkhead client add', 'engagement add' or 'bulkhead import FILE' brings one.")
        }
        let glyphs = glyphs()
        let nameWidth = min(30, surfaces.map { displayWidth(visible($0.name)) }.max() ?? 0)
        let columnWidth = 10
        let perBlock = max(1, (terminalColumns() - nameWidth - 2) / columnWidth)
        for first in stride(from: 0, to: jobs.count, by: perBlock) {
            let block = first..<min(first + perBlock, jobs.count)
            if first > 0 { say() }
            say(pad("", nameWidth) + "  " + block.map { pad(jobs[$0].client.tag, columnWidth) }.joined())
            say(
                pad("", nameWidth) + "  "
                    + block.map { pad(jobs[$0].engagement?.id ?? "--", columnWidth) }.joined())
            for (surface, row) in zip(surfaces, rows) {
                say(
                    pad(surface.name, nameWidth) + "  "
                        + block.map { pad(word(row[$0], glyphs), columnWidth) }.joined())
            }
        }
    }

    private func word(_ cell: Cell, _ glyphs: Glyphs) -> String {
        switch cell.outcome {
        case .permit: "\(glyphs.permit) ok"
        case .conditional: "\(glyphs.condition) if \(cell.duties.count)"
        case .undetermined: "\(glyphs.unknown) ??"
        case .deny: "\(glyphs.deny) NO"
        }
    }

    private func pad(_ text: String, _ width: Int) -> String {
        padded(truncated(visible(text), to: width - 1, mark: glyphs().cut), to: width, mark: "")
    }
}

extension Surface {
    /// Whether a person would choose it from a table: it can be opened, or one chats with it elsewhere.
    fileprivate var isListed: Bool {
        if case .none = launch { capabilities.contains("chat") } else { true }
    }
}

extension Engagement {
    fileprivate func isOver(on day: Day) -> Bool { status == .closed || ends.map { $0 < day } ?? false }
}
