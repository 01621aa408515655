import Foundation
import Testing

/// The page on the security model, held against the tests that it names.
@Suite struct SecurityModelTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The cells of the numbered rows.
    private static func rows() throws -> [[String]] {
        let page = root.appendingPathComponent("Sources/bulkhead/Documentation.docc/SecurityModel.md")
        return try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n").compactMap {
            line in
            let cells = line.components(separatedBy: " | ")
            guard cells.count == 4, cells[0].hasPrefix("| "), Int(cells[0].dropFirst(2)) != nil else {
                return nil
            }
            return [String(cells[0].dropFirst(2))] + cells[1...]
        }
    }

    @Test(
        "the page tells of 49 abuse cases, at least 44 of them shown by tests, and each test it names is there"
    )
    func page() throws {
        let rows = try Self.rows()
        #expect(rows.compactMap { Int($0[0]) } == Array(1...49))
        var sources = ""
        let tests = Self.root.appendingPathComponent("Tests")
        for name in FileManager.default.enumerator(atPath: tests.path)?.allObjects as? [String] ?? []
        where name.hasSuffix(".swift") && !name.hasSuffix("SecurityModelTests.swift") {
            sources += try String(contentsOf: tests.appendingPathComponent(name), encoding: .utf8)
        }
        var shown = 0
        for row in rows {
            let names = row[3].components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(
                \.element)
            if !names.isEmpty { shown += 1 }
            for name in names {
                #expect(
                    sources.contains("\"\(name)\""), "case \(row[0]) names a test that is not there: \(name)")
            }
        }
        #expect(shown >= 44)
    }
}
