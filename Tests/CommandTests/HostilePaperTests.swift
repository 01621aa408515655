import Foundation
import Testing

/// Files that are no agreement, and mean harm or none.
@Suite("A hostile paper is refused with a sentence, within bounded memory, and the ledger stays as it is")
struct HostilePaperTests {
    enum Paper: String, CaseIterable {
        case hugePDF, scriptPDF, shellPDF, brokenPDF, bomb, entities, external, traversal, absolute,
            noDocument,
            truncated, deep
        case longSentence, items, binary, empty, folder

        var file: String {
            switch self {
            case .hugePDF, .scriptPDF, .shellPDF, .brokenPDF: rawValue + ".pdf"
            case .longSentence, .items, .binary, .empty: rawValue + ".txt"
            case .folder: rawValue
            default: rawValue + ".docx"
            }
        }

        /// Whether it is read although nothing good is in it.
        var isRead: Bool { self == .longSentence || self == .items }

        func write(to path: String) throws {
            let place = URL(fileURLWithPath: path)
            switch self {
            case .hugePDF:
                try Data("%PDF-1.4\n".utf8).write(to: place)
                let handle = try FileHandle(forWritingTo: place)
                try handle.truncate(atOffset: 2 << 30)
                try handle.close()
            case .scriptPDF: try Data("%PDF-1.4\n#!/bin/sh\ntouch \(path).owned\n".utf8).write(to: place)
            case .shellPDF:
                try Data("#!/bin/sh\ntouch \(path).owned\n".utf8).write(to: place)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            case .brokenPDF:
                let whole = MadePaper.pdf(PaperCommandTests.paper)
                try Data(whole.prefix(whole.count / 2)).write(to: place)
            case .bomb: try bomb(path)
            case .entities:
                try docx(
                    #"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>"#,
                    "&c;"
                ).write(to: place)
            case .external:
                try docx(#"<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#, "&a;").write(to: place)
            case .traversal: try archive("../../evil.txt").write(to: place)
            case .absolute: try archive("/tmp/evil.txt").write(to: place)
            case .noDocument: try MadePaper.zip([("x.txt", Data("hello".utf8))]).write(to: place)
            case .truncated: try Data(MadePaper.docx(PaperCommandTests.paper).prefix(200)).write(to: place)
            case .deep:
                let deep = String(repeating: "<w:p>", count: 1_000_000)
                try MadePaper.zip([("word/document.xml", Data(deep.utf8))]).write(to: place)
            case .longSentence:
                try Data(String(repeating: "shall not disclose or use ", count: 30_000).utf8).write(to: place)
            case .items:
                try Data(String(repeating: "(a) the party shall not disclose; ", count: 20_000).utf8).write(
                    to: place)
            case .binary: try Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }).write(to: place)
            case .empty: try Data().write(to: place)
            case .folder:
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
            }
        }

        private func docx(_ head: String, _ text: String) -> Data {
            let xml =
                "<?xml version=\"1.0\"?>\(head)<w:document><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:document>"
            return MadePaper.zip([("word/document.xml", Data(xml.utf8))])
        }

        private func archive(_ entry: String) -> Data {
            let document = "<w:document><w:p><w:r><w:t>1. Hello.</w:t></w:r></w:p></w:document>"
            return MadePaper.zip([(entry, Data("x".utf8)), ("word/document.xml", Data(document.utf8))])
        }

        /// Four hundred megabytes of one letter, which zip makes small.
        private func bomb(_ path: String) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                "python3", "-c",
                "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED); z.writestr('word/document.xml', b'A'*(400<<20)); z.close()",
                path,
            ]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    @Test("it is refused", arguments: Paper.allCases)
    func refused(_ paper: Paper) throws {
        let program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "acme", "--name", "Acme", "--tag", "ACM"])
        let before = try program.run(["export"]).output
        let path = program.home + "/" + paper.file
        try paper.write(to: path)
        let result = try program.run(
            ["agreement", "import", path, "--client", "acme", "--accept-all"], memory: 1536 << 20)
        if paper.isRead {
            #expect(result.status == 0, "\(result.errors)")
        } else {
            #expect([2, 40].contains(result.status), "\(result.status) \(result.errors)")
            #expect(result.output.isEmpty)
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(result.errors.contains(paper.file))
            #expect(try program.run(["export"]).output == before)
        }
        #expect(!FileManager.default.fileExists(atPath: path + ".owned"))
        #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.txt"))
    }

    /// How many documents are spoiled; with BULKHEAD_MUTATIONS that many, and what they cost is printed.
    private static let asked = Int(ProcessInfo.processInfo.environment["BULKHEAD_MUTATIONS"] ?? "")
    private static let seed = UInt64(ProcessInfo.processInfo.environment["BULKHEAD_SEED"] ?? "") ?? 1

    @Test("a spoiled document is read or refused in one sentence, never more")
    func mutated() throws {
        var state = Self.seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func pick(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(max(1, bound)))
        }
        let program = try Program()
        try program.run(["init"])
        let before = try program.run(["export"]).output
        let form = try PaperFormatTests.form("bonterms-mutual-nda").text
        let sources = [PaperCommandTests.paper, form].flatMap { text in
            [("md", Data(text.utf8)), ("docx", MadePaper.docx(text)), ("pdf", MadePaper.pdf(text))]
        }
        var slowest = (seconds: 0.0, what: "")
        for round in 0..<(Self.asked ?? 48) {
            var (kind, data) = sources[round % sources.count]
            for _ in 0...pick(12) {
                guard !data.isEmpty else { break }
                let place = pick(data.count)
                switch pick(5) {
                case 0: data[place] = UInt8(pick(256))
                case 1: data.removeSubrange(place..<min(data.count, place + 1 + pick(40)))
                case 2: data.insert(contentsOf: (0..<pick(30)).map { _ in UInt8(pick(256)) }, at: place)
                case 3:
                    data.insert(
                        contentsOf: data[place..<min(data.count, place + pick(400))], at: pick(data.count))
                default: data = Data(data.prefix(place))
                }
            }
            let path = program.home + "/spoiled." + kind
            try data.write(to: URL(fileURLWithPath: path))
            let started = ContinuousClock.now
            let result = try program.run(["agreement", "import", path, "--json"], memory: 1536 << 20)
            let seconds = (ContinuousClock.now - started) / .seconds(1)
            if seconds > slowest.seconds { slowest = (seconds, "\(kind) of round \(round)") }
            #expect([0, 2, 40].contains(result.status), "round \(round): \(result.status) \(result.errors)")
            let json = try result.json()
            if result.status != 0 {
                let message = (json["error"] as? [String: Any])?["message"] as? String ?? ""
                #expect(!message.isEmpty && !message.contains("\n"), "round \(round)")
            }
        }
        #expect(try program.run(["export"]).output == before)
        guard let asked = Self.asked else { return }
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        print(
            "\(asked) spoiled documents, slowest \(slowest.what) in \(slowest.seconds) s,",
            "most memory of a program \(usage.ru_maxrss / 1024) MB")
    }
}
