import Foundation
import Testing

/// The guides, held against the program.
@Suite struct GuideTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/bulkhead/Documentation.docc")

    /// The YAML blocks of a page that are whole documents.
    private func documents(_ page: String) throws -> [String] {
        let text = try String(contentsOf: Self.folder.appendingPathComponent(page), encoding: .utf8)
        return text.components(separatedBy: "```yaml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
            .filter { $0.hasPrefix("bulkhead: 1") || $0.hasPrefix("catalog: 1") }
    }

    @Test("the first workspace of the guide is imported and answers") func gettingStarted() throws {
        let program = try Program()
        let document = try #require(try documents("GettingStarted.md").first)
        let imported = try program.run(["import", program.file("nordwind.yaml", document)])
        try #require(imported.status == 0, "\(imported.errors)")
        #expect(try program.run(["use", "nordwind/tariff-engine"]).status == 0)
        #expect(try program.run(["check", "moonshot.kimi-chat", "--at", "2026-11-22"]).status == 30)
        #expect(try program.run(["why", "moonshot.kimi-chat", "--at", "2026-11-22"]).output.contains("3(a)"))
    }

    @Test("the catalog file of the guide passes the check, and its surface can be asked about")
    func catalog() throws {
        let program = try Program()
        let document = try #require(try documents("Catalog.md").first)
        let file = try program.file("acme.yaml", document)
        let checked = try program.run(["catalog", "validate", file])
        try #require(checked.status == 0, "\(checked.errors)")
        try program.run(["init"])
        let shown = try program.run(["surface", "show", "acme.chat", "--catalog", file])
        #expect(shown.status == 0 && shown.output.contains("clause 7"), "\(shown.errors)")
    }

    @Test("every command of the guide explains itself") func commands() throws {
        let program = try Program()
        let commands = [
            "init", "import", "export", "client", "engagement", "agreement", "obligation", "consent",
            "account",
            "surface", "catalog", "use", "current", "prompt", "completions", "check", "why", "matrix",
        ]
        for command in commands {
            let help = try program.run([command, "--help"])
            #expect(help.status == 0 && help.output.contains("USAGE"), "\(command)")
        }
    }
}
