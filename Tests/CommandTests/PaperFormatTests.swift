import Foundation
import Papers
import Testing

/// The same agreement as text, as Markdown, printed, typed and scanned.
@Suite struct PaperFormatTests {
    static let forms = [
        "bonterms-dpa", "bonterms-mutual-nda", "common-paper-baa", "common-paper-dpa",
        "common-paper-mutual-nda", "common-paper-psa",
    ]

    struct Read {
        var form: String?
        var deviating: [String]
        var reading: String
        var warnings: [String]
        var kinds: Set<String>
        var error: String?
    }

    static func read(_ program: Program, _ name: String, _ data: Data) throws -> Read {
        let path = program.home + "/" + name
        try data.write(to: URL(fileURLWithPath: path))
        let json = try program.run(["agreement", "import", path, "--json"]).json()
        let form = json["form"] as? [String: Any]
        let proposals = json["proposals"] as? [[String: Any]] ?? []
        return Read(
            form: form?["id"] as? String, deviating: form?["deviating_clauses"] as? [String] ?? [],
            reading: json["reading"] as? String ?? "", warnings: json["warnings"] as? [String] ?? [],
            kinds: Set(proposals.compactMap { $0["kind"] as? String }),
            error: (json["error"] as? [String: Any])?["message"] as? String)
    }

    /// A form as it ships: its Markdown, and the same as text.
    static func form(_ name: String) throws -> (markdown: String, text: String) {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appending(path: "Sources/CShipped/forms/\(name).md")
        let shipped = try String(contentsOf: file, encoding: .utf8)
        let form = try #require(StandardForm(shipped: shipped))
        let start = try #require(shipped.range(of: "\n---\n"))
        return (String(shipped[start.upperBound...]), form.full)
    }

    @Test("a standard form is itself in Markdown, DOCX, print and two columns", arguments: forms)
    func formats(name: String) throws {
        let program = try Program()
        let (markdown, text) = try Self.form(name)
        let original = try Self.read(program, "paper.md", Data(markdown.utf8))
        #expect(original.form == name && original.deviating.isEmpty, "\(original)")
        #expect(original.warnings.isEmpty)
        var files = [("paper.docx", MadePaper.docx(text)), ("columns.pdf", MadePaper.pdf(text, columns: 2))]
        if name.hasSuffix("nda") {
            files += [
                ("paper.txt", Data(text.utf8)), ("paper.pdf", MadePaper.pdf(text)),
                ("headed.pdf", MadePaper.pdf(text, head: "Confidential - draft of the parties")),
            ]
        }
        for (file, data) in files {
            let found = try Self.read(program, file, data)
            #expect(found.form == name, "\(file): \(found)")
            #expect(found.deviating.isEmpty, "\(file): \(found.deviating)")
            #expect(found.warnings.isEmpty, "\(file): \(found.warnings)")
            let (lost, new) = (
                original.kinds.subtracting(found.kinds), found.kinds.subtracting(original.kinds)
            )
            #expect(lost.isEmpty && new.isEmpty, "\(file) lost \(lost), found \(new) too")
        }
    }

    /// Whether the programs that make and read scans are there.
    private static let canScan: Bool = {
        let programs = ["/usr/bin/tesseract", "/usr/bin/pdftoppm"]
        if !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty { return true }
        return programs.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    private func pictures(_ program: Program, of pdf: Data) throws -> [Data] {
        try pdf.write(to: URL(fileURLWithPath: program.home + "/page.pdf"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftoppm")
        process.arguments = ["-gray", "-r", "150", program.home + "/page.pdf", program.home + "/page"]
        try process.run()
        process.waitUntilExit()
        return try FileManager.default.contentsOfDirectory(atPath: program.home).sorted()
            .filter { $0.hasSuffix(".pgm") }
            .map { try Data(contentsOf: URL(fileURLWithPath: program.home + "/" + $0)) }
    }

    @Test("a scan is read by tesseract, and is the same form", .enabled(if: canScan))
    func scan() throws {
        let program = try Program()
        let pages = try pictures(program, of: MadePaper.pdf(try Self.form("bonterms-mutual-nda").text))
        let scan = try #require(MadePaper.scan(pages))
        let found = try Self.read(program, "scan.pdf", scan)
        #expect(found.form == "bonterms-mutual-nda", "\(found)")
        #expect(found.reading.contains("tesseract"))
        #expect(found.warnings.count == 1)
        // Where a letter was misread its clause is to be read again, and no more than that.
        #expect(found.deviating.count <= 2, "\(found.deviating)")
    }

    @Test("a picture without words says so", .enabled(if: canScan))
    func blank() throws {
        let program = try Program()
        let blank = Data("P5\n100 100\n255\n".utf8) + Data(repeating: 255, count: 10_000)
        let scan = try #require(MadePaper.scan([blank]))
        let found = try Self.read(program, "blank.pdf", scan)
        #expect(found.error?.contains("text") ?? false, "\(found)")
    }

    @Test("a change that nobody accepted is named with its words")
    func tracked() throws {
        let program = try Program()
        let text = """
            1. Secrecy. The Recipient shall not disclose Confidential Information to third parties.
            2. Duration. These obligations continue for {-two (2)-}{+five (5)+} years after termination.
            """
        let found = try Self.read(program, "tracked.docx", MadePaper.docx(text))
        #expect(found.warnings.count == 1)
        for word in ["two (2)", "five (5)"] { #expect(found.warnings.first?.contains(word) ?? false) }
        #expect(found.kinds.isSuperset(of: ["no_third_party_disclosure", "survival"]))
    }

    /// How many clauses of each form are changed in print; all of them with BULKHEAD_CLAUSES=all.
    private static let sample: Int =
        ProcessInfo.processInfo.environment["BULKHEAD_CLAUSES"] == "all" ? .max : 1

    @Test("one changed word makes exactly its own clause deviate, in Markdown and in print", arguments: forms)
    func oneWord(name: String) throws {
        let program = try Program()
        let text = try Self.form(name).text
        let form = try #require(
            StandardForm(shipped: "id: x\nname: x\nversion: 1\nattribution: x\n---\n" + text) ?? nil)
        let numbers = form.clauses.map(\.number)
        var tried = 0
        for clause in form.outline.clauses.reversed() where tried < Self.sample {
            let number = Outline.base(of: clause.number)
            guard numbers.contains(number), let changed = changing(form.outline.text, clause.range) else {
                continue
            }
            tried += 1
            for (file, data) in [("one.md", Data(changed.utf8)), ("one.pdf", MadePaper.pdf(changed))] {
                let found = try Self.read(program, file, data)
                #expect(found.form == name, "\(number) \(found)")
                #expect(
                    Set(found.deviating.map { Outline.base(of: $0) }) == [number],
                    "\(file) \(number): \(found.deviating)")
            }
        }
        #expect(tried > 0)
    }

    /// The text with one word in the middle of a range replaced; nil where none stands there.
    private func changing(_ text: PaperText, _ range: Range<Int>) -> String? {
        func isLetter(_ index: Int) -> Bool { text.scalars[index].properties.isAlphabetic }
        var start = (range.lowerBound + range.upperBound) / 2
        while start > range.lowerBound, isLetter(start - 1) { start -= 1 }
        while start < range.upperBound, !isLetter(start) { start += 1 }
        var end = start
        while end < range.upperBound, isLetter(end) { end += 1 }
        guard start < end else { return nil }
        return text.slice(0..<start) + "zebra" + text.slice(end..<text.scalars.count)
    }
}
