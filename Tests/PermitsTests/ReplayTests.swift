import Foundation
import Testing

@testable import Permits

@Suite("Verdicts equal those of the reference evaluator")
struct ReplayTests {
    @Test("a folder of decisions is replayed line by line", arguments: ReplayTests.folders)
    func replay(folder: URL) throws {
        let world = try JSONWorld.world(
            workspace: JSONWorld.object(Data(contentsOf: folder.appending(path: "workspace.json"))),
            catalog: JSONWorld.object(Data(contentsOf: folder.appending(path: "catalog.json"))))
        let requests = try Self.lines(of: folder.appending(path: "requests.jsonl"))
        let expected = try Self.lines(of: folder.appending(path: "expected.jsonl"))
        #expect(requests.count == expected.count)
        #expect(!requests.isEmpty)
        let judge = Judge(world)
        for (number, (line, wanted)) in zip(requests, expected).enumerated() {
            let request = try JSONWorld.request(line)
            var found: JSONWorld.Object
            do throws(InvalidRequest) {
                let verdict = try judge.decide(request)
                found = JSONWorld.summary(of: verdict)
                if wanted["remedies"] != nil {
                    found.merge(JSONWorld.summary(of: remedies(judge, verdict))) { $1 }
                }
            } catch {
                found = ["error": Self.name(of: error)]
            }
            let (got, want) = (
                try Self.text(found), try Self.text(wanted)
            )
            let asked = try Self.text(line)
            #expect(got == want, "line \(number + 1): \(asked)")
        }
    }

    /// The folder that BULKHEAD_DECISIONS names, beside those kept with the tests.
    private static var folders: [URL] {
        let kept = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Reference/worlds")
        let own =
            (try? FileManager.default.contentsOfDirectory(at: kept, includingPropertiesForKeys: nil)) ?? []
        let named = ProcessInfo.processInfo.environment["BULKHEAD_DECISIONS"].map { path in
            path.split(separator: ":").map { URL(filePath: String($0)) }
        }
        return own.sorted { $0.path < $1.path } + (named ?? [])
    }

    private static func name(of error: InvalidRequest) -> String {
        switch error {
        case .unknownClient: "client"
        case .unknownEngagement: "engagement"
        case .unknownAccount, .accountElsewhere: "account"
        case .unknownCategory: "category"
        case .unknownDuty: "duty"
        case .badDate: "date"
        }
    }

    private static func lines(of file: URL) throws -> [JSONWorld.Object] {
        try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { line in
            try JSONWorld.object(Data(line))
        }
    }

    private static func text(_ object: JSONWorld.Object) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        return String(data: data, encoding: .utf8) ?? ""
    }
}
