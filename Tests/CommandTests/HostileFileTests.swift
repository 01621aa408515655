import Foundation
import Testing

/// Files that would take all the memory there is, if they were believed.
@Suite("A hostile file is refused with a sentence and within bounded memory")
struct HostileFileTests {
    enum File: String, CaseIterable {
        case aliases, wideAliases, depth, line, comment, texts, keys, items

        /// The bytes of the file: YAML where it is not JSON.
        var text: String {
            switch self {
            case .aliases:
                let levels = "bcdefghijklmnopqrst".unicodeScalars.map { name in
                    let before = String(UnicodeScalar(name.value - 1) ?? "a")
                    return "\(name): &\(name) [\((0..<9).map { _ in "*" + before }.joined(separator: ","))]\n"
                }
                return "a: &a [x, x, x, x, x, x, x, x, x]\n" + levels.joined()
            case .wideAliases:
                let wide = repeated("\"" + repeated("y", 60_000) + "\",", 10)
                return "x: &a [" + wide + "y]\nclients: [" + repeated("*a,", 300_000) + "*a]\n"
            case .depth: return repeated("[", 5_000_000)
            case .line: return "bulkhead: " + repeated("x", 100_000_000)
            case .comment: return "#" + repeated("x", 60_000_000) + "\nbulkhead: one\n"
            case .texts:
                return "{\"clients\":[" + repeated("\"" + repeated("x", 60_000) + "\",", 1_000) + "0]}"
            case .keys: return "{" + (0..<60_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
            case .items: return "{\"bulkhead\":1,\"clients\":[" + repeated("0,", 100_000) + "0]}"
            }
        }

        private func repeated(_ text: String, _ count: Int) -> String {
            String(repeating: text, count: count)
        }
    }

    @Test("an import of it ends with code 2, one sentence and an unchanged ledger", arguments: File.allCases)
    func imports(_ file: File) throws {
        let program = try Program()
        try program.run(["init"])
        let before = try program.run(["export"]).output
        let path = try program.file("hostile", file.text)
        let result = try program.run(["import", path], memory: 768 << 20)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(path))
        #expect(try program.run(["export"]).output == before)
    }

    @Test("a catalog of it ends with code 2 as well", arguments: File.allCases)
    func catalogs(_ file: File) throws {
        let program = try Program()
        let path = try program.file("hostile", file.text)
        let result = try program.run(["catalog", "validate", path], memory: 768 << 20)
        #expect(result.status == 2)
        #expect(!result.errors.isEmpty)
    }
}
