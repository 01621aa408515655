import Foundation
import Permits

// Decides every engagement with every surface, all data in memory, and says how long one decision took.

let folder = URL(filePath: CommandLine.arguments[1])
let most = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? .max : .max
let world = try JSONWorld.world(
    workspace: JSONWorld.object(Data(contentsOf: folder.appending(path: "workspace.json"))),
    catalog: JSONWorld.object(Data(contentsOf: folder.appending(path: "catalog.json"))))
guard let at = Day("2026-09-01") else { exit(1) }
var requests: [Request] = []
for client in world.clients {
    for engagement in client.engagements {
        for surface in world.catalog.surfaces {
            requests.append(
                Request(
                    client: client.id, engagement: engagement.id, surface: surface.id,
                    done: [Duties(.presentKey), Duties(.signBAA)],
                    at: at))
        }
    }
}

func busy() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let prepared = busy()
let judge = Judge(world)
print("preparing: \(Int((busy() - prepared) * 1e6)) us")

@MainActor func ask(_ requests: some Collection<Request>) throws -> (
    seconds: Double, findings: Int, counts: [Outcome: Int]
) {
    var counts: [Outcome: Int] = [:]
    var findings = 0
    let start = busy()
    for request in requests {
        let verdict = try judge.decide(request)
        counts[verdict.outcome, default: 0] += 1
        findings += verdict.findings.count
    }
    return (busy() - start, findings, counts)
}

let cold = try ask(requests)
let rounds = try (0..<5).map { _ in try ask(requests) }
let seconds = rounds.map(\.seconds).sorted()[2]
let compared = try ask(requests.prefix(most)).counts
@MainActor func each(_ seconds: Double) -> String {
    String(format: "%.2f us", seconds / Double(requests.count) * 1e6)
}
print(
    "Bulkhead \(requests.count) decisions: first \(each(cold.seconds)), warm \(each(seconds)) CPU each, "
        + "\(Int(Double(requests.count) / seconds)) a second, "
        + String(format: "%.1f findings each", Double(cold.findings) / Double(requests.count)))
let named = compared.map { "\"\($0.key.rawValue)\": \($0.value)" }.sorted().joined(separator: ", ")
print("first \(min(most, requests.count)): {\(named)}")

var length = 0
let writing = busy()
for request in requests.prefix(20_000) {
    for finding in try judge.decide(request).findings { length += finding.text.utf8.count }
}
let spent = (busy() - writing) / Double(min(requests.count, 20_000)) * 1e6
print(String(format: "with every finding's sentence: %.1f us each, %d bytes", spent, length / 20_000))
