import ArgumentParser
import Documents
import Glibc
import Ledger
import Permits
import Redaction

struct Redact: Work {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Replace what must not leave by placeholders.",
        discussion: """
            Reads standard input, writes standard output; 'bulkhead restore' puts the names back into an answer.
            Exits with 0 nothing found, 10 masked, 20 something suspicious remains, 30 another client's term: then \
            nothing more is written. Secrets are masked for good.
            """)

    @OptionGroup var options: PlaceOptions
    @Option(name: .customLong("for"), help: "CLIENT or CLIENT/ENGAGEMENT; the current context if absent.")
    var job: String?
    @Option(
        help: "More names to mask, one a line. Without --for no ledger is used, and nothing can be restored.")
    var terms: String?
    @Option(help: "A word that is never masked; may be given again.") var allow: [String] = []
    @Option(help: "The surface the text is meant for: its verdict goes into the receipt.") var surface:
        String?
    @Option(help: "text, json, or auto: JSON where the input is a JSON document.") var format = "auto"
    @Flag(help: "Print the lines that change, before and after, instead of the text.") var diff = false
    @Flag(help: "Say on standard error what was masked and what remains suspicious.") var report = false
    @Flag(help: "Redact the clipboard in place.") var clipboard = false
    @Flag(help: "Put the redacted text on the clipboard and not on standard output.") var copy = false
    @Option(help: "Seconds until the clipboard is emptied.") var wipe = 60
    @Flag(help: "Destroy the placeholders of the job that --for names in full; nothing can be restored then.")
    var shred = false
    @Option(help: .hidden) var wipeHash: String?
    @Flag(
        name: .customLong("engine-json"), help: "Answer {\"text\"} lines by {\"spans\"} lines, for measuring."
    )
    var engine = false

    func work() throws -> Exit {
        if let wipeHash {
            try Clipboard.waitAndWipe(wipeHash, after: wipe)
            return .done
        }
        if shred { return try shredPlaceholders() }
        guard ["auto", "text", "json"].contains(format) else {
            throw Failure(.usage, "--format is auto, text or json, not \"\(format)\".")
        }
        let extra = try terms.map { try Self.terms(in: $0) } ?? []
        if engine {
            let desk = try job.map { job throws(Failure) in
                try RedactionDesk(try Desk(options.place), job: job, changes: false)
            }
            let dictionary = try desk?.dictionary(adding: extra, allowed: allow)
            return try answer(Detector(dictionary ?? TermDictionary(extra, allowed: allow)))
        }
        if terms != nil, job == nil {
            let map = RedactionDesk.emptyMap(namespace: 0)
            return try redact(Detector(TermDictionary(extra, allowed: allow)), map, nil)
        }
        let desk = try RedactionDesk(try Desk(options.place), job: job)
        let dictionary = try desk.dictionary(adding: extra, allowed: allow)
        if report { for warning in dictionary.warnings { complain(warning.text) } }
        return try redact(Detector(dictionary), try desk.map(create: true), desk)
    }

    /// Destroys placeholders and prints the receipt.
    private func shredPlaceholders() throws(Failure) -> Exit {
        guard let job else {
            throw Failure(.usage, "Whose placeholders? Name the job in full with --for CLIENT[/ENGAGEMENT].")
        }
        let desk = try Desk(options.place)
        let (client, engagement) = try desk.job(job)
        let shredded = try RedactionDesk.shred(desk, client: client, engagement: engagement)
        guard !shredded.isEmpty else {
            throw Failure(.notFound, "No placeholders are kept for \(job), so there is nothing to shred.")
        }
        let receipt = try guarded { try desk.ledger.receipt() }
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("shredded")
                json.array { json in
                    for gone in shredded {
                        json.object { json in
                            json.key("job")
                            json.string(gone.job)
                            json.key("placeholders")
                            if let count = gone.placeholders { json.int(count) } else { json.null() }
                            json.key("sha256")
                            json.string(gone.hash)
                        }
                    }
                }
                json.key("receipt")
                json.string(receipt.text)
            }
            json.newline()
            print(bytes: json.bytes)
        } else {
            for gone in shredded {
                let count = gone.placeholders.map(String.init) ?? "all"
                say("\(gone.job)  \(count) placeholders and their key destroyed  \(gone.hash)")
            }
            say(receipt.text)
            complain(
                "The line above is the receipt of the log: kept elsewhere, it proves when this was done.")
        }
        return .done
    }

    /// Names in a file, one a line.
    private static func terms(in file: String) throws(Failure) -> [Term] {
        let lines = try read(file).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        guard lines.count <= TermDictionary.limit else {
            throw Failure(.usage, "\(file) has more than \(TermDictionary.limit) names: split the work.")
        }
        return lines.map { Term(String(decoding: $0, as: UTF8.self), kind: .client) }
    }

    // MARK: The ways in and out

    private func redact(_ detector: Detector, _ map: TokenMap, _ desk: RedactionDesk?) throws -> Exit {
        let verdict = try surface.flatMap { try desk?.verdict(on: $0) }
        var receipt = SealedBox.Digest()
        let redactor: any Redacting
        let give: () throws -> Void
        if diff || clipboard || copy {
            let text = clipboard ? try Clipboard.read() : try read("-")
            try refuseWide(text[..<min(2, text.count)])
            var whole = start(detector, map)
            let redacted = Redacted.redact(text, by: &whole)
            redactor = whole
            receipt.add(redacted?.bytes ?? [])
            let report = whole.report
            give = { try self.give(redacted, for: text, report) }
        } else if desk == nil, !options.json {
            redactor = try stream(detector, map) { print(bytes: $0) }
            give = {}
        } else {
            // Nothing leaves before the whole text is judged and its placeholders are kept, for who restores at the
            // other end of a pipe.
            let spool = Spool(folder: try desk == nil ? Spool.temporary : options.place.home)
            redactor = try stream(detector, map) { piece in
                receipt.add(piece)
                try spool.add(piece)
            }
            let report = redactor.report
            give = { try self.give(spool, report) }
        }
        try refuseFault(of: redactor)
        let (report, grown) = (redactor.report, redactor.map)
        if let desk {
            if grown.count != map.count || desk.isNew && report.maskedCount > 0 { try desk.keep(grown) }
            try desk.record(report, hash: receipt.finish(), surface: surface, verdict: verdict)
        } else if report.maskedCount > 0, self.report {
            complain("Nothing can be restored: without --for no placeholder is kept.")
        }
        try give()
        tell(report)
        if let surface, let verdict, verdict != "permit", !report.isBlocked {
            complain("Even redacted, the text is not free to go to \(surface): the answer is \(verdict).")
        }
        return Exit(rawValue: report.exitCode) ?? .undetermined
    }

    /// Hands over a text that was redacted as a whole; nothing of it where it is blocked.
    private func give(_ redacted: Redacted?, for text: [UInt8], _ report: Report) throws(Failure) {
        if clipboard || copy, !diff, let redacted, try Clipboard.write(.redacted(redacted)), wipe > 0 {
            Clipboard.wipe(.redacted(redacted), after: wipe)
        }
        let lines = diff ? redacted.map { LineDifference.lines(from: text, to: $0.bytes) } : nil
        if options.json {
            let spool = Spool(folder: Spool.temporary)
            try spool.add(redacted?.bytes ?? [])
            try give(spool, report, lines)
        } else if let lines {
            print(bytes: lines)
        }
    }

    /// Hands over a text that waited for its end, alone or with the report as one document.
    ///
    /// - Parameter lines: The lines that changed, where they were asked for.
    private func give(_ spool: Spool, _ report: Report, _ lines: [UInt8]? = nil) throws(Failure) {
        if !options.json {
            if !report.isBlocked { try spool.release { print(bytes: $0) } }
            return
        }
        if report.isBlocked {
            print(bytes: Array("{\"text\":null".utf8))
        } else {
            var quotation = JSONQuotation()
            print(bytes: Array("{\"text\":\"".utf8))
            try spool.release { print(bytes: quotation.quote($0)) }
            print(bytes: quotation.finish() + [0x22])
        }
        if let lines {
            let quoted = Report.quoted(String(decoding: lines, as: UTF8.self))
            print(bytes: Array(",\"diff\":\(quoted)".utf8))
        }
        print(bytes: Array(",\"report\":".utf8) + report.json + Array("}\n".utf8))
    }

    /// What redacts the text that is to come, by its format; the lines of a difference are text.
    private func start(_ detector: Detector, _ map: TokenMap) -> any Redacting {
        format == "text" || diff
            ? Redactor(detector, map: map)
            : JSONRedactor(detector, map: map, otherwise: format == "json" ? .refuse : .text)
    }

    /// Redacts standard input as it comes.
    private func stream(
        _ detector: Detector, _ map: TokenMap, _ take: ([UInt8]) throws -> Void
    ) throws -> any Redacting {
        var redactor = start(detector, map)
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        var first: ArraySlice<UInt8> = []
        while true {
            let count = Glibc.read(0, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(.usage, "Standard input: \(problem(errno)).") }
            if count == 0 { break }
            if first.count < 2 {
                first += chunk[..<min(2, count)]
                try refuseWide(first.prefix(2))
            }
            try take(redactor.redact(chunk[..<count]))
            if redactor.report.isBlocked { break }
            try refuseFault(of: redactor)
        }
        try take(redactor.finish())
        return redactor
    }

    /// Refuses UTF-16, in which no name would be found.
    private func refuseWide(_ first: ArraySlice<UInt8>) throws(Failure) {
        guard first.elementsEqual([0xFF, 0xFE]) || first.elementsEqual([0xFE, 0xFF]) else { return }
        throw Failure(
            .usage,
            "The text is UTF-16 and can't be judged: make it UTF-8 first, for example with iconv -f UTF-16 -t UTF-8."
        )
    }

    /// Refuses a text that was said to be JSON and is none.
    private func refuseFault(of redactor: any Redacting) throws(Failure) {
        guard let fault = (redactor as? JSONRedactor)?.fault else { return }
        throw Failure(
            .usage,
            "\(clipboard ? "The clipboard" : "Standard input") is no JSON document: byte \(fault + 1) has no place in "
                + "one, or it ends there too early. Use --format text for it.")
    }

    private func answer(_ detector: Detector) throws(Failure) -> Exit {
        var number = 0
        while let line = readLine() {
            number += 1
            guard let answer = LineProtocol.answer(Array(line.utf8), with: detector) else {
                throw Failure(
                    .usage, "Line \(number) of standard input is no JSON object with a string \"text\".")
            }
            print(bytes: Array((answer + "\n").utf8))
        }
        return .done
    }

    /// Says on standard error what the person must know.
    private func tell(_ report: Report) {
        if self.report {
            for line in report.lines { complain(line) }
            return
        }
        if report.isBlocked {
            let names = report.foreign.keys.sorted().joined(separator: ", ")
            complain("Stopped: the text names another client (\(names)). Take that out first.")
        } else if report.suspicionCount > 0 {
            let count = report.suspicionCount
            complain("\(count) \(count == 1 ? "place looks" : "places look") suspicious: see --report.")
        }
    }
}
