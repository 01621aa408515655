import Foundation
import Permits
import Testing

@testable import Compartments

@Suite struct PlanTests {
    private static let planner: Planner = {
        var machine = Machine()
        machine.software = ["/usr"]
        machine.shell = "/bin/bash"
        machine.terminal = "xterm"
        machine.display = Display(kind: .x11, name: ":9", socket: "/tmp/.X11-unix/X9")
        return Planner(
            machine: machine, compartment: Compartment(name: "c0", home: "/h/compartments/c0/s0/home"),
            place: Plan.Place(ledger: "/h", locks: "/l", compartment: "c0"))
    }()

    private static func undertaking(
        _ outcome: Outcome? = nil, duties: Duties = [], surface: Surface? = nil
    ) -> Undertaking {
        var undertaking = Undertaking(
            client: Client(id: "nor", name: "Nordlys", tag: "NOR"), on: Day(number: 20_000))
        undertaking.folders = [Folder(path: "/tmp/nor", source: "/data/nor")]
        undertaking.surface = surface
        if let outcome {
            undertaking.verdict = Verdict(
                request: Request(client: "nor", surface: surface?.id ?? "v.s", at: Day(number: 20_000)),
                outcome: outcome, duties: duties, findings: [])
        }
        return undertaking
    }

    @Test("a command that is no surface reaches nothing, and its verdict is none")
    func command() {
        let plan = PlanTests.planner.plan(laidOutFor: PlanTests.undertaking())
        #expect(plan.hosts.isEmpty && plan.loopback.isEmpty && !plan.hasDoor)
        #expect(plan.record.verdict == "none")
        #expect(plan.workingDirectory == "/tmp/nor")
        #expect(plan.command == ["/bin/bash"])
        #expect(!plan.environment.contains { $0.name.lowercased().hasSuffix("_proxy") })
    }

    @Test("the hosts are those of the surface and its route, and nothing else")
    func hosts() {
        var surface = Surface(id: "v.wrapper", name: "Wrapper")
        surface.hosts = ["a.example", "*.b.example", "127.0.0.1:10086"]
        surface.launch = .command("tool")
        var undertaking = PlanTests.undertaking(.permit, surface: surface)
        var route = Surface(id: "w.api", name: "API")
        route.hosts = ["c.example", "a.example"]
        undertaking.route = route
        let plan = PlanTests.planner.plan(laidOutFor: undertaking)
        #expect(plan.hosts == ["a.example", "*.b.example", "c.example"])
        #expect(plan.loopback.isEmpty, "a loopback host of a surface that is not local is no grant")
    }

    @Test("a local surface reaches its own port and no host")
    func local() {
        var surface = Surface(id: "ollama.llama3", name: "Llama")
        surface.hosts = ["registry.ollama.ai", "127.0.0.1:11434"]
        surface.launch = .local("http://127.0.0.1:11434")
        let plan = PlanTests.planner.plan(laidOutFor: PlanTests.undertaking(.permit, surface: surface))
        #expect(plan.hosts.isEmpty)
        #expect(plan.loopback == [11434])
    }

    @Test(
        "only permit, and conditional with every duty seen to, may start",
        arguments: [
            (Outcome.permit, Duties(), Duties(), Int32?.none),
            (.conditional, Duties([.redact, .connectVPN]), Duties(), 40),
            (.conditional, Duties([.redact, .connectVPN]), Duties([.redact]), 40),
            (.conditional, Duties([.redact, .connectVPN]), Duties([.redact, .connectVPN]), nil),
            (.undetermined, Duties(), Duties(Duty.allCases), 20),
            (.deny, Duties(), Duties(Duty.allCases), 30),
        ])
    func gate(outcome: Outcome, open: Duties, acknowledged: Duties, code: Int32?) {
        var undertaking = PlanTests.undertaking(outcome, duties: open)
        undertaking.acknowledged = acknowledged
        do {
            try undertaking.checkVerdict()
            #expect(code == nil)
        } catch {
            #expect(error.exitCode == code)
            for duty in open.subtracting(acknowledged).members where code == 40 {
                #expect(error.message.contains(duty.rawValue))
            }
        }
    }

    @Test("a plan comes out of the pipe as it went in, and any cut of it is refused or whole")
    func roundTrip() throws {
        var undertaking = PlanTests.undertaking(.conditional)
        undertaking.keys = [Variable("API_KEY", "sécret\n=\t", isSecret: true)]
        undertaking.evidence = "{\"outcome\":\"conditional\"}"
        undertaking.basis = "12-ab"
        undertaking.acknowledged = Duties(.redact)
        undertaking.standIns = [Plan.StandIn(host: "a.example", port: 8080)]
        var plan = try PlanTests.planner.plan(
            for: undertaking, browser: .chromium("/usr/lib/chromium/chromium"), address: "https://a.example/")
        plan.hosts = ["a.example"]
        plan.loopback = [11434]
        plan.reportsInJSON = true
        let bytes = PlanText.bytes(of: plan)
        #expect(try PlanText.plan(from: bytes) == plan)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            if let cut = try? PlanText.plan(from: Array(bytes[..<end])) { #expect(cut != plan) }
        }
        #expect(throws: PlanText.Malformed.self) {
            try PlanText.plan(from: Array("bulkhead-plan\u{0}9999999999\u{0}".utf8))
        }
    }

    @Test("no key is in what a dry run prints")
    func secrecy() {
        var undertaking = PlanTests.undertaking(.permit)
        undertaking.keys = [Variable("API_KEY", "sk-not-for-eyes", isSecret: true)]
        let plan = PlanTests.planner.plan(laidOutFor: undertaking)
        #expect(!plan.json.contains("sk-not-for-eyes") && plan.json.contains("\"API_KEY\":\"***\""))
        #expect(!plan.lines.joined().contains("sk-not-for-eyes"))
    }

    @Test("every namespace is left, the environment emptied, and the wall dies with its leader")
    func arguments() {
        let plan = PlanTests.planner.plan(laidOutFor: PlanTests.undertaking())
        var numbers = Bubblewrap.Descriptors(lock: 6, status: 7, start: nil, filter: 9, firstText: 10)
        let arguments = Bubblewrap.arguments(for: plan, descriptors: numbers, ownsTerminal: false)
        for wanted in [
            "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup",
            "--unshare-net", "--clearenv", "--die-with-parent", "--new-session", "--disable-userns",
        ] {
            #expect(arguments.contains(wanted), "\(wanted)")
        }
        #expect(!arguments.contains { $0.contains("nordlys") || $0 == "nor" })
        #expect(!arguments.contains("--block-fd"), "a command without a way out waits for nothing")
        numbers.start = 8
        let waiting = Bubblewrap.arguments(for: plan, descriptors: numbers, ownsTerminal: false)
        #expect(waiting.firstIndex(of: "--block-fd").map { waiting[$0 + 1] } == "8")
    }

    @Test("a client's frame keeps its color, and clients differ")
    func colors() {
        let colors = (0..<40).map { ClientColor.of(client: "client-\($0)") }
        #expect(colors == (0..<40).map { ClientColor.of(client: "client-\($0)") })
        #expect(Set(colors).count > 8)
    }

    @Test(
        "a model that is not on this machine is told from one that is",
        arguments: [
            (["ollama", "run", "kimi-k2:cloud"], String?.none, true),
            (["ollama", "run", "gpt-oss:120b-cloud"], nil, true), (["ollama", "run", "llama3"], nil, false),
            (["ollama", "run", "llama3:8b"], "127.0.0.1:11434", false),
            (["ollama"], "http://[::1]:11434", false),
            (["ollama"], "http://gpu.example:11434", true), (["ollama"], "0.0.0.0", true),
            (["ollama"], "127.evil.example", true), (["ollama", "run", "Kimi-K2:CLOUD"], nil, true),
            (["ollama", "run", "cloud"], nil, false), (["ollama"], "127.0.0.1.evil.example", true),
        ])
    func remoteModel(command: [String], host: String?, isRemote: Bool) {
        #expect((Precondition.remoteModel(in: command, host: host) != nil) == isRemote)
    }

    @Test("a VPN is told by its name or its kind, and counts only while it is up")
    func tunnels() throws {
        let root = NSTemporaryDirectory() + "/bulkhead-net-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cards = [
            ("eth0", "", "up"), ("office", "DEVTYPE=wireguard", "unknown"),
            ("wg0", "DEVTYPE=wireguard", "down"),
            ("nordlynx", "", "unknown"), ("tun3", "", "up"), ("wlan0", "DEVTYPE=wlan", "up"),
            ("tun4", "", "down"),
        ]
        for (name, kind, state) in cards {
            let folder = URL(fileURLWithPath: "\(root)/\(name)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("\(kind)\nINTERFACE=\(name)\n".utf8).write(to: folder.appendingPathComponent("uevent"))
            try Data("\(state)\n".utf8).write(to: folder.appendingPathComponent("operstate"))
        }
        #expect(Precondition.tunnels(root: root) == ["nordlynx", "office", "tun3"])
        #expect(Precondition.tunnels(root: root + "/none").isEmpty)
    }

    @Test(
        "where namespaces are refused, the switch that refuses them is named",
        arguments: [
            ("kernel/apparmor_restrict_unprivileged_userns", "1", "AppArmor"),
            ("user/max_user_namespaces", "0", "user.max_user_namespaces"),
            ("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone"),
            ("kernel/apparmor_restrict_unprivileged_userns", "0", nil),
            ("user/max_user_namespaces", "62514", nil),
        ])
    func restrictions(name: String, value: String, word: String?) throws {
        let switches = NSTemporaryDirectory() + "/bulkhead-switches-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: switches) }
        let file = URL(fileURLWithPath: "\(switches)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("\(value)\n".utf8).write(to: file)
        let said = Probe.restriction(switches: switches)
        #expect(word == nil ? said == nil : said?.contains(word ?? "") == true, "\(said ?? "nothing")")
    }

    @Test("the file of keys is read, and its faults name their line")
    func settings() throws {
        let text = """
            # where keys are
            key nor ANTHROPIC_API_KEY command /bin/echo sk-nor
            key hal ANTHROPIC_API_KEY command /bin/echo sk-hal  # another client's
            connect-vpn true
            """
        let settings = try SessionSettings(text, file: "sessions")
        #expect(
            try settings.keys(of: "nor", for: "anthropic") == [
                Variable("ANTHROPIC_API_KEY", "sk-nor", isSecret: true)
            ])
        for vendor in ["openai", "local", "cursor"] {
            #expect(try settings.keys(of: "nor", for: vendor).isEmpty, "another vendor's key")
        }
        #expect(Recipe.gives("CURSOR_API_KEY", to: "cursor") && !Recipe.gives("CURSOR_API_KEY", to: "openai"))
        #expect(Precondition.holds(.connectVPN, settings) == true)
        let fault = #expect(throws: Refusal.self) { try SessionSettings("\nkey nor lower pass x", file: "f") }
        #expect(fault?.message.hasPrefix("f:2:") == true && fault?.exitCode == 2)
        let failing = try SessionSettings("key nor A_KEY command /bin/false", file: "f")
        #expect(throws: Refusal.self) { try failing.keys(of: "nor", for: "own") }
    }

    @Test("the ends of sessions keep their words")
    func causes() {
        for cause in [EndCause.exited(0), .exited(7), .killed(9), .stopped, .lost] {
            #expect(EndCause(cause.text) == cause)
        }
        #expect(EndCause("exit") == nil && EndCause("signal x") == nil && EndCause("") == nil)
        #expect(EndCause.killed(9).exitCode == 137)
    }
}
