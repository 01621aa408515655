import Foundation
import Testing

/// A workspace, and questions about it with the answers that a careful reader of the texts would give.
///
/// Each is two files in `Scenarios`: the workspace as YAML, and the questions as JSON. They are asked of the
/// shipped catalog and the default house rules, on one fixed day.
struct Scenario: CustomTestStringConvertible, Sendable {
    let name: String

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Scenarios")
    static let day = "2026-11-22"

    static let all: [Scenario] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { Scenario(name: String($0.dropLast(5))) }
    }()

    var testDescription: String { name }
    var workspace: String { Scenario.folder.appendingPathComponent(name + ".yaml").path }

    /// The questions, each with its answer.
    func asks() throws -> [[String: Any]] {
        let data = try Data(contentsOf: Scenario.folder.appendingPathComponent(name + ".json"))
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(document["asks"] as? [[String: Any]])
    }
}

@Suite struct ScenarioTests {
    @Test("the scenarios are found") func found() {
        #expect(Scenario.all.count >= 18)
    }

    @Test("a scenario gets the right answer, for the right reason", arguments: Scenario.all)
    func answered(_ scenario: Scenario) throws {
        let program = try Program()
        let imported = try program.run(["import", scenario.workspace])
        try #require(imported.status == 0, "\(imported.errors)")
        for ask in try scenario.asks() { try answer(ask, program) }
    }

    @Test("the demo workspace goes through the program and back, and every kind of answer is there")
    func demo() throws {
        let program = try Program()
        let sources = Scenario.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CShipped")
        let imported = try program.run(["import", sources.appendingPathComponent("demo.yaml").path])
        try #require(imported.status == 0, "\(imported.errors)")
        let matrix = try program.run(["matrix", "--json", "--at", Scenario.day]).json()
        let cells = try #require(matrix["cells"] as? [[String: Any]])
        let outcomes = Set(cells.compactMap { $0["outcome"] as? String })
        #expect(outcomes == ["permit", "conditional", "undetermined", "deny"])
        let exported = try program.run(["export"])
        #expect(exported.output.contains("东海设计"))
        let second = try Program()
        let again = try second.run(["import", second.file("demo.yaml", exported.output), "--replace"])
        try #require(again.status == 0, "\(again.errors)")
        #expect(try second.run(["export"]).output == exported.output)
    }

    @Test("the shipped catalog passes the program's own check") func catalog() throws {
        let result = try Program().run(["catalog", "validate"])
        #expect(result.status == 0, "\(result.errors)")
    }

    private func answer(_ ask: [String: Any], _ program: Program) throws {
        let what = try #require(ask["what"] as? String)
        let comment: Comment = "\(what)"
        let verdict = try check(ask, program, comment)
        #expect(verdict["outcome"] as? String == ask["outcome"] as? String, comment)
        if let duties = ask["duties"] as? [String] {
            #expect(verdict["duties"] as? [String] == duties, comment)
        }
        let findings = try #require(verdict["findings"] as? [[String: Any]], comment)
        for (id, status) in ask["findings"] as? [String: String] ?? [:] {
            let finding = findings.first { $0["id"] as? String == id }
            #expect(finding?["status"] as? String == status, "\(what): \(id)")
        }
        for wanted in ask["facts"] as? [[String: Any]] ?? [] {
            #expect(findings.contains { cites($0, wanted) }, "\(what): \(wanted)")
        }
        let conflicts = findings.flatMap { $0["conflicts"] as? [[String: Any]] ?? [] }
        for source in ask["conflicts"] as? [String] ?? [] {
            #expect(conflicts.contains { $0["source"] as? String == source }, "\(what): \(source)")
        }
        let remedies = verdict["remedies"] as? [[String: Any]] ?? []
        let alternatives = remedies.filter { $0["kind"] as? String == "alternative" }
            .compactMap { $0["surface"] as? String }
        for surface in ask["alternatives"] as? [String] ?? [] {
            #expect(alternatives.contains(surface), "\(what): \(surface)")
        }
    }

    /// Asks one question and compares the exit code with the outcome.
    private func check(_ ask: [String: Any], _ program: Program, _ comment: Comment) throws -> [String: Any] {
        var arguments = ["check", try #require(ask["surface"] as? String), "--json"]
        arguments += ["--for", try #require(ask["for"] as? String)]
        arguments += ["--at", ask["at"] as? String ?? Scenario.day]
        for name in ["route", "account"] {
            if let value = ask[name] as? String { arguments += ["--" + name, value] }
        }
        for name in ["data", "done"] {
            if let values = ask[name] as? [String] {
                arguments += ["--" + name, values.joined(separator: ",")]
            }
        }
        if ask["alternatives"] != nil { arguments.append("--remedies") }
        let result = try program.run(arguments)
        let codes = ["permit": 0, "conditional": 10, "undetermined": 20, "deny": 30]
        let outcome = try #require(ask["outcome"] as? String, comment)
        #expect(Int(result.status) == codes[outcome], "\(comment): \(result.errors)")
        return try result.json()
    }

    /// Whether a finding rests on the wanted fact; a list may be put together from several sources.
    private func cites(_ finding: [String: Any], _ wanted: [String: Any]) -> Bool {
        let facts = (finding["facts"] as? [[String: Any]] ?? []).filter {
            $0["key"] as? String == wanted["key"] as? String
        }
        if let values = wanted["value"] as? [String] {
            return Set(facts.flatMap { $0["value"] as? [String] ?? [] }) == Set(values)
                && facts.contains { $0["source"] as? String == wanted["source"] as? String }
        }
        return facts.contains {
            "\($0["value"] ?? "")" == "\(wanted["value"] ?? "")"
                && $0["source"] as? String == wanted["source"] as? String
        }
    }
}
