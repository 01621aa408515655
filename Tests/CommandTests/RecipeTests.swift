import Foundation
import Testing

/// The known tools behind the wall, each with a stand-in of its name on the search path that says how it was started.
@Suite(.enabled(if: canBuildWall, "bubblewrap is missing or may make no namespace here"))
struct RecipeTests {
    struct Tool: CustomTestStringConvertible {
        var name: String
        var surface: String
        var route: String?
        /// What stands between the program's name and the arguments that were typed.
        var arguments: [String] = []
        var variables: [String: String] = [:]
        var hosts: Set<String> = []
        var loopback: [Int] = []
        var testDescription: String { name }
    }

    static let tools = [
        Tool(
            name: "claude", surface: "anthropic.claude-code", route: "anthropic.claude-api",
            variables: [
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1", "DISABLE_AUTOUPDATER": "1",
                "DISABLE_TELEMETRY": "1", "DISABLE_ERROR_REPORTING": "1", "ANTHROPIC_API_KEY": "sk-ours-a",
            ],
            hosts: [
                "api.anthropic.com", "console.anthropic.com", "claude.ai", "platform.claude.com",
                "statsig.anthropic.com",
            ]),
        Tool(
            name: "codex", surface: "openai.codex-cli", route: "openai.api",
            variables: ["CODEX_HOME": "/home/client/.codex", "OPENAI_API_KEY": "sk-ours-o"],
            hosts: [
                "chatgpt.com", "auth.openai.com", "platform.openai.com", "api.openai.com",
                "eu.api.openai.com",
                "us.api.openai.com",
            ]),
        Tool(
            name: "aider", surface: "anthropic.claude-api",
            arguments: ["--analytics-disable", "--no-check-update"],
            variables: ["ANTHROPIC_API_KEY": "sk-ours-a"],
            hosts: ["api.anthropic.com", "console.anthropic.com", "platform.claude.com"]),
        Tool(
            name: "llm", surface: "openai.api",
            variables: ["LLM_USER_PATH": "/home/client/.llm", "OPENAI_API_KEY": "sk-ours-o"],
            hosts: ["platform.openai.com", "api.openai.com", "eu.api.openai.com", "us.api.openai.com"]),
        Tool(
            name: "ollama", surface: "local.kimi-k2-ollama", variables: ["OLLAMA_HOST": "127.0.0.1:11434"],
            loopback: [11434]),
    ]

    private static let standIn = """
        #!/bin/sh
        for argument; do echo "argument $argument"; done
        env
        """

    let program: Program

    init() throws {
        program = try Program()
        try program.run(["init"])
        for (client, tag) in [("acme", "ACM"), ("hal", "HAL")] {
            try program.run(["client", "add", client, "--name", client, "--tag", tag])
            try program.run(["client", "edit", client, "--terms", "none"])
        }
        try FileManager.default.createDirectory(
            atPath: program.home + "/config", withIntermediateDirectories: true)
        let keys = [("ANTHROPIC_API_KEY", "a"), ("OPENAI_API_KEY", "o"), ("MISTRAL_API_KEY", "m")]
        let lines = keys.flatMap { variable, mark in
            [
                "acme \(variable) command /bin/echo sk-ours-\(mark)",
                "hal \(variable) command /bin/echo sk-theirs",
            ]
        }
        _ = try program.file("config/sessions", lines.map { "key \($0)\n" }.joined())
        _ = try program.file("stand-in", RecipeTests.standIn)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.home + "/stand-in")
    }

    /// Runs Bulkhead where the stand-in is a program of the system, as these names may be absent here.
    private func run(
        _ tool: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Program.Result {
        let script = """
            mount -t tmpfs none /usr/local/bin && cp "$1" "/usr/local/bin/$2" && shift 2 && exec "$@"
            """
        return try program.run(
            ["-Urm", "sh", "-c", script, "sh", program.home + "/stand-in", tool, Program.path] + arguments,
            of: "/usr/bin/unshare", environment: environment)
    }

    @Test(
        "a known tool gets its arguments, its variables, this client's key and its hosts, and no others",
        arguments: tools)
    func recipe(tool: Tool) throws {
        let way = ["--surface", tool.surface] + (tool.route.map { ["--route", $0] } ?? [])
        let start = ["run", "--for", "acme", "--data", "public", "--at", "2026-11-23"] + way
        let secrets = [
            "ANTHROPIC_API_KEY": "sk-caller", "OLLAMA_HOST": "", "CODEX_HOME": "/tmp", "AIDER_MODEL": "x",
        ]
        let result = try run(
            tool.name, start + ["--", tool.name, "chat", "a b"],
            environment: secrets)
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.hasPrefix("argument ") }
                == (tool.arguments + ["chat", "a b"]).map { "argument \($0)" })
        let common = Set([
            "BULKHEAD_TAG", "HOME", "LANG", "LOGNAME", "PATH", "PS1", "PWD", "SHELL", "TMPDIR", "USER",
            "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME",
        ])
        let door = Set([
            "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy",
        ])
        var seen: [String: String] = [:]
        for line in lines where !line.hasPrefix("argument ") {
            let name = String(line.prefix { $0 != "=" })
            seen[name] = String(line.dropFirst(name.count + 1))
        }
        #expect(
            Set(seen.keys) == common.union(tool.hosts.isEmpty ? [] : door).union(tool.variables.keys))
        for (name, value) in tool.variables { #expect(seen[name] == value, "\(name)") }

        let dry = try run(tool.name, start + ["--dry-run", "--json", "--", tool.name, "chat"])
        let plan = try dry.json()
        #expect(Set(plan["hosts"] as? [String] ?? []) == tool.hosts)
        #expect(plan["loopback"] as? [Int] == tool.loopback)
        #expect(plan["argv"] as? [String] == [tool.name] + tool.arguments + ["chat"])
        #expect(Set(plan.keys) == ["verdict", "argv", "env", "mounts", "hosts", "loopback"])
        #expect(!dry.output.contains("sk-ours") && !dry.output.contains("sk-theirs"))
    }

    @Test(
        "a local model that is not on this machine is refused, by its tag or by where its server is",
        arguments: [
            (["ollama", "run", "kimi-k2:1t-cloud"], ""), (["ollama", "run", "gpt-oss:CLOUD"], ""),
            (["ollama", "run", "kimi-k2"], "http://gpu.example:11434"),
            (["ollama", "list"], "0.0.0.0:11434"),
            (["llm", "-m", "kimi-k2:cloud"], ""),
        ])
    func remote(command: [String], host: String) throws {
        let start = ["run", "--for", "acme", "--data", "public", "--surface", "local.kimi-k2-ollama"]
        let result = try run(
            command[0], start + ["--at", "2026-11-23", "--"] + command, environment: ["OLLAMA_HOST": host])
        #expect(result.status == 40 && !result.output.contains("argument"), "\(result.errors)")
        #expect(result.errors.contains(host.isEmpty ? "runs on the vendor's machines" : "OLLAMA_HOST"))
    }

    @Test(
        "a command that no surface and no recipe names has verdict none, and a tool that is not there is told so"
    )
    func unknown() throws {
        let plan = try run("llm", ["run", "--for", "acme", "--dry-run", "--json", "--", "llm"]).json()
        #expect(plan["verdict"] as? String == "none" && (plan["hosts"] as? [String])?.isEmpty == true)
        let missing = try run("llm", ["run", "--for", "acme", "--", "aider"])
        #expect(
            missing.status == 4 && missing.errors.contains("aider: there is no such program behind the wall"))
    }
}
