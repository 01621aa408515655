import ArgumentParser
import Glibc
import Redaction

struct Restore: Work {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put the real names back into an answer.",
        discussion: """
            Reads standard input, writes standard output as it comes. Placeholders that were never given out stay and \
            are named on standard error; secrets stay masked.
            """)

    @OptionGroup var options: PlaceOptions
    @Option(name: .customLong("for"), help: "CLIENT or CLIENT/ENGAGEMENT; the current context if absent.")
    var job: String?
    @Option(help: "text, or json: names are escaped inside JSON strings; auto: as far as the answer is JSON.")
    var format = "auto"
    @Flag(help: "Restore the clipboard in place.") var clipboard = false
    @Flag(help: "Put the restored text on the clipboard and not on standard output.") var copy = false
    @Option(help: "Seconds until the clipboard is emptied.") var wipe = 60

    func work() throws -> Exit {
        guard ["auto", "text", "json"].contains(format) else {
            throw Failure(.usage, "--format is auto, text or json, not \"\(format)\".")
        }
        let desk = try RedactionDesk(try Desk(options.place), job: job, changes: false)
        var restorer: Restorer
        if clipboard || copy || options.json {
            let text = clipboard ? try Clipboard.read() : try read("-")
            restorer = Restorer(try desk.map(create: false), in: place)
            let out = restorer.restore(text) + restorer.finish()
            if clipboard || copy, try Clipboard.write(.restored(out)), wipe > 0 {
                Clipboard.wipe(.restored(out), after: wipe)
            }
            if options.json, !desk.isNew || restorer.unknown.isEmpty {
                let unknown = restorer.unknown.map(Report.quoted).joined(separator: ",")
                let text = Report.quoted(String(decoding: out, as: UTF8.self))
                let document =
                    "{\"text\":\(text),\"restored\":\(restorer.restored),\"unknown\":[\(unknown)]}\n"
                print(bytes: Array(document.utf8))
            }
        } else {
            restorer = try stream(desk)
        }
        if desk.isNew {
            guard restorer.unknown.isEmpty else {
                throw Failure(
                    .notFound,
                    "No placeholders are kept for \(desk.job): nothing was redacted for it, or they were shredded. "
                        + "The text was left as it is.")
            }
            return .done
        }
        try desk.record(restored: restorer.restored, unknown: restorer.unknown.count)
        for written in restorer.unknown.prefix(20) {
            complain("\(written) is no placeholder of \(desk.job); it was left as it is.")
        }
        return .done
    }

    private var place: Restorer.Place {
        switch format {
        case "json": .json
        case "text": .text
        default: .auto
        }
    }

    private func stream(_ desk: RedactionDesk) throws -> Restorer {
        var restorer: Restorer?
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(0, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(.usage, "Standard input: \(problem(errno)).") }
            if count == 0 { break }
            // Opened only now: `redact` at the other end of a pipe keeps its placeholders before it writes.
            var current = try restorer ?? Restorer(desk.map(create: false), in: place)
            print(bytes: current.restore(chunk[..<count]))
            restorer = current
        }
        var last = try restorer ?? Restorer(desk.map(create: false))
        print(bytes: last.finish())
        return last
    }
}
