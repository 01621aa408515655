import ArgumentParser
import Canvas
import Documents
import Permits

struct Matrix: Work {
    static let configuration = CommandConfiguration(
        abstract: "Every surface for every job, as a table.",
        discussion: "+ ok allowed, ! if N with N duties, x NO not allowed, ? ?? no answer.")

    @OptionGroup var options: PlaceOptions
    @Option(help: "Only this client's jobs.") var client: String?

    /// A column: a job, or a client without one.
    private struct Job {
        var client: Client
        var engagement: Engagement?

        var id: String { engagement.map { "\(client.id)/\($0.id)" } ?? client.id }
    }

    func work() throws -> Exit {
        let place = options.place
        let day = try place.day
        let desk = try Desk(place)
        let chosen = try client.map { try desk.wholeJob($0).client }
        let world = try chosen.map { try desk.world(ofClient: $0) } ?? desk.world()
        let clients = world.clients.filter { !$0.archived && (chosen == nil || $0.id == chosen) }
        let jobs = clients.flatMap { client -> [Job] in
            let active = client.engagements.filter { !$0.archived }
            return active.isEmpty
                ? [Job(client: client)] : active.map { Job(client: client, engagement: $0) }
        }
        let judge = Judge(world)
        let rows = try world.catalog.surfaces.map { surface in
            try jobs.map { job in
                try judged(
                    judge,
                    Request(
                        client: job.client.id, engagement: job.engagement?.id, surface: surface.id, at: day))
            }
        }
        if place.json {
            writeJSON(world.catalog.surfaces, jobs, rows)
        } else {
            writeTable(world.catalog.surfaces, jobs, rows)
        }
        return .done
    }

    private func writeJSON(_ surfaces: [Surface], _ jobs: [Job], _ rows: [[Verdict]]) {
        var json = JSONWriter(capacity: 1 << 16)
        json.beginObject()
        json.key("surfaces")
        json.strings(surfaces.map(\.id))
        json.key("engagements")
        json.strings(jobs.map(\.id))
        json.key("cells")
        json.beginArray()
        for row in rows {
            for verdict in row {
                json.beginObject()
                json.key("surface")
                json.string(verdict.request.surface)
                json.key("client")
                json.string(verdict.request.client)
                json.key("engagement")
                json.string(verdict.request.engagement)
                json.key("outcome")
                json.string(verdict.outcome.rawValue)
                json.key("duties")
                json.words(verdict.duties)
                json.endObject()
            }
        }
        json.endArray()
        json.endObject()
        json.newline()
        print(bytes: json.bytes)
    }

    /// As many columns at once as a line holds; further jobs follow in blocks of their own.
    private func writeTable(_ surfaces: [Surface], _ jobs: [Job], _ rows: [[Verdict]]) {
        guard !jobs.isEmpty else {
            return say("No client yet. 'bulkhead client add' or 'bulkhead import FILE' brings the first.")
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
                        + block.map { pad(cell(row[$0], glyphs), columnWidth) }.joined())
            }
        }
    }

    private func cell(_ verdict: Verdict, _ glyphs: Glyphs) -> String {
        switch verdict.outcome {
        case .permit: "\(glyphs.permit) ok"
        case .conditional: "\(glyphs.condition) if \(verdict.duties.count)"
        case .undetermined: "\(glyphs.unknown) ??"
        case .deny: "\(glyphs.deny) NO"
        }
    }

    private func pad(_ text: String, _ width: Int) -> String {
        padded(truncated(visible(text), to: width - 1, mark: glyphs().cut), to: width, mark: "")
    }
}
