import Foundation
import Testing

/// Whether bubblewrap works here; where `CI` is set it must.
let canBuildWall: Bool = {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
}()

/// `run`, from the command line through the session program to a real wall.
@Suite(.enabled(if: canBuildWall, "bubblewrap is missing or may make no namespace here"))
struct RunCommandTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "acme", "--name", "Acme Secret Labs", "--tag", "ACM"])
    }

    private func run(_ command: String..., environment: [String: String] = [:]) throws -> Program.Result {
        try program.run(["run", "--for", "acme", "--"] + command, environment: environment)
    }

    @Test("the exit code is the command's own, and the session is in the ledger with its end")
    func exitCodes() throws {
        #expect(try run("true").status == 0)
        #expect(try run("sh", "-c", "exit 7").status == 7)
        #expect(try run("sh", "-c", "kill -9 $$").status == 137)
        let listed = try program.run(["sessions", "--json"]).json()
        let sessions = try #require(listed["sessions"] as? [[String: Any]])
        #expect(sessions.count == 3)
        #expect(sessions.allSatisfy { $0["client"] as? String == "acme" && $0["end"] is String })
    }

    @Test("the command sees an allow-list of variables, and no other client's name")
    func environment() throws {
        let secret = ["AWS_SECRET_ACCESS_KEY": "canary-4711", "SSH_AUTH_SOCK": "/tmp/canary-4711"]
        let result = try run("env", environment: secret)
        #expect(result.status == 0)
        #expect(result.output.contains("PATH="))
        for word in ["canary-4711", "BULKHEAD_HOME", "Acme Secret Labs"] {
            #expect(!result.output.contains(word), "\(word): \(result.output)")
        }
    }

    @Test("the command has a network of its own, with nothing in it but loopback")
    func network() throws {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/net")
        let result = try run("sh", "-c", "readlink /proc/self/ns/net; cat /proc/net/dev")
        let lines = result.output.split(separator: "\n").map(String.init)
        let other = try #require(lines.first)
        #expect(other.hasPrefix("net:[") && other != own)
        let devices = lines.dropFirst(3).map { $0.prefix { $0 != ":" }.filter { $0 != " " } }
        #expect(devices == ["lo"])
    }

    @Test("the ledger cannot be reached from behind the wall")
    func ledger() throws {
        let result = try run("ls", program.home + "/ledger.sqlite")
        #expect(result.status != 0)
        #expect(result.output.isEmpty)
    }

    @Test("a dry run starts nothing, and says what a session would see")
    func dryRun() throws {
        let result = try program.run([
            "run", "--for", "acme", "--dry-run", "--json", "--", "touch", program.home + "/started",
        ])
        #expect(result.status == 0)
        #expect(!(try result.json()).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: program.home + "/started"))
        #expect(try program.run(["run", "--for", "nobody", "--", "true"]).status == 4)
    }

    @Test("a session reaches the hosts that the catalog gives its surface and the route, and no others")
    func hosts() throws {
        for (name, hosts) in [("own.tool", "a.example,*.b.example"), ("own.api", "c.example")] {
            try program.run([
                "surface", "add", name, "--name", name, "--hosts", hosts, "--command", "tool", "--fact",
                "commercial_use=yes", "--source", "https://example.org/terms",
            ])
        }
        func reached(_ more: String...) throws -> [String]? {
            let arguments = ["run", "--for", "acme", "--data", "public", "--surface", "own.tool"] + more
            return try program.run(arguments + ["--dry-run", "--json", "--", "true"]).json()["hosts"]
                as? [String]
        }
        #expect(try reached() == ["a.example", "*.b.example"])
        #expect(try reached("--route", "own.api") == ["a.example", "*.b.example", "c.example"])
    }

    @Test("a dry run of a page needs neither screen nor permission; its exit code is the answer's")
    func dryPage() throws {
        try program.run([
            "surface", "add", "own.page", "--name", "Page", "--hosts", "a.example", "--browser",
            "https://a.example/", "--fact", "commercial_use=no", "--source", "https://example.org/terms",
        ])
        let result = try program.run([
            "launch", "own.page", "--for", "acme", "--data", "public", "--dry-run", "--json",
        ])
        let plan = try result.json()
        #expect(result.status == 30 && plan["verdict"] as? String == "deny")
        #expect(plan["hosts"] as? [String] == ["a.example"])
        #expect((plan["argv"] as? [String])?.last == "https://a.example/")
    }
}
