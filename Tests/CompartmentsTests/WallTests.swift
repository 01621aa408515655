import Foundation
import Ledger
import Permits
import Testing

@testable import Compartments

@Suite(.enabled(if: Session.hasWall, "bubblewrap is not installed")) struct WallTests {
    @Test("a command's exit code and signal come out, and the row says so")
    func exitCodes() throws {
        let session = try Session()
        #expect(try session.shell("exit 7").code == 7)
        #expect(try session.shell("kill -9 $$").code == 137)
        let rows = try session.rows()
        #expect(rows.map(\.cause) == ["signal 9", "exit 7"])
        #expect(rows.allSatisfy { $0.end != nil && $0.verdict == "none" && $0.client == "nor" })
        #expect(session.isFree)
    }

    @Test("the environment is the allow-list and nothing of the caller's")
    func environment() throws {
        setenv("OUTER_API_KEY", "sk-outer", 1)
        let session = try Session()
        let plan = try session.plan(["/usr/bin/env", "-0"])
        let lines = try session.run(plan).output.split(separator: "\0").map(String.init)
        let names = Set(lines.map { String($0.prefix { $0 != "=" }) })
        #expect(names == Set(plan.environment.map(\.name)).union(["PWD"]))
        #expect(!lines.joined().contains("sk-outer"))
    }

    @Test("another client's file, the ledger, the user's home, /sys and the session bus are not there")
    func sight() throws {
        let session = try Session()
        let canary = "/tmp/bulkhead-canary-\(getpid())"
        try Data("other client".utf8).write(to: URL(fileURLWithPath: canary))
        defer { unlink(canary) }
        let answer = try session.shell(
            """
            cat \(canary); cat \(session.home)/ledger.sqlite; ls /sys /root; ls -A /run/user/1000 /tmp | grep -v bulkhead
            ls /proc/self/fd; pwd; touch made; touch /usr/x
            """)
        #expect(!answer.output.contains("other client") && !answer.output.contains("SQLite format"))
        #expect(answer.output.contains("'/sys'") && answer.output.contains("Read-only file system"))
        #expect(answer.output.contains(session.folder))
        #expect(Path.exists(session.folder + "/made"))
    }

    @Test("the time zone keeps its name, for a browser that cannot see it reads every zone there is")
    func timeZone() throws {
        let wanted =
            Path.linkDestination("/etc/localtime") == nil ? "/etc/localtime" : Path.resolved("/etc/localtime")
        #expect(try Session().shell("readlink -f /etc/localtime").output == (wanted ?? "") + "\n")
    }

    @Test(
        "Firefox finds its own folder whole and unwritable, with the session's settings where every version reads them"
    )
    func firefoxFolder() throws {
        // A stand-in with the layout of a real one, for the folder of a real one is root's.
        let session = try Session()
        let folder = session.home + "/browser"
        let files = FileManager.default
        for name in ["defaults/pref", "defaults/profile", "browser"] {
            try files.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        for name in ["firefox", "omni.ja", "defaults/pref/channel.js", "defaults/profile/a", "browser/b"] {
            try Data(name.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        try files.createSymbolicLink(atPath: folder + "/firefox-bin", withDestinationPath: "firefox")
        var machine = Machine.current()
        machine.display = Display(kind: .x11, name: ":9", socket: folder + "/omni.ja")
        let plain = try session.plan(["/bin/true"])
        let planner = Planner(
            machine: machine, compartment: Compartment(name: "c", home: session.home + "/compartments"),
            place: plain.place)
        var undertaking = Undertaking(
            client: Client(id: "nor", name: "N", tag: "NOR"), on: Day(number: 20_000))
        undertaking.folders = [Folder(path: session.folder, source: session.folder)]
        var plan = try planner.plan(
            for: undertaking, browser: .firefox(at: folder + "/firefox"), address: "http://alpha.test/")
        plan.program = .command
        plan.profile = nil
        plan.command = [
            "/bin/sh", "-c",
            """
            cd \(folder) && find . ! -type d | LC_ALL=C sort; cat firefox-bin
            echo; touch new 2>/dev/null || echo closed; rm -f omni.ja 2>/dev/null || echo closed
            grep -c general.config.filename.*bulkhead.cfg defaults/pref/bulkhead.js
            grep -c \(Plan.endOrder) bulkhead.cfg; ls /etc/firefox
            """,
        ]
        #expect(
            try session.run(plan).output == """
                ./browser/b
                ./bulkhead.cfg
                ./defaults/pref/bulkhead.js
                ./defaults/pref/channel.js
                ./defaults/profile/a
                ./firefox
                ./firefox-bin
                ./omni.ja
                firefox
                closed
                closed
                1
                1
                policies

                """)
    }

    @Test("a Firefox that follows no settings of a session is closed before it has asked for anything twice")
    func strangeFirefox() throws {
        guard Path.program("curl", in: "/usr/bin") != nil else {
            #expect(ProcessInfo.processInfo.environment["CI"] == nil, "curl is missing")
            return
        }
        let session = try Session()
        func run(_ before: String) throws -> (code: Int32, output: String) {
            var plan = try session.plan([
                "/bin/sh", "-c",
                "\(before); curl -s -o /dev/null -x http://127.0.0.1:\(Plan.doorPort) http://beta.test/; sleep \(before == ":" ? 60 : 1); echo on",
            ])
            plan.program = .firefox
            plan.profile = session.folder
            plan.hosts = ["alpha.test"]
            return try session.run(plan)
        }
        let stranger = try run(":")
        #expect(
            stranger.code == 40 && stranger.output.contains("does not follow the settings"), "\(stranger)")
        #expect(!stranger.output.contains("on\n"))
        #expect(try session.rows().allSatisfy { $0.end != nil })
        let follower = try run("touch \(session.folder)/\(Plan.settingsMark)")
        #expect(follower.code == 0 && follower.output == "on\n", "\(follower)")
    }

    @Test("no descriptor leaks in")
    func descriptors() throws {
        let leak = open("/etc/hostname", O_RDONLY)
        defer { close(leak) }
        let session = try Session()
        let answer = try session.shell("ls /proc/self/fd | tr '\\n' ' '")
        #expect(answer.output == "0 1 2 3 ")
    }

    @Test("a key is in no process list, and pushing input into a terminal is refused")
    func secrets() throws {
        let session = try Session()
        var plan = try session.plan([
            "/bin/sh", "-c", "touch running; while [ -e running ]; do sleep 0.02; done; echo $A_KEY",
        ])
        plan.environment.append(Variable("A_KEY", "sk-canary-7731", isSecret: true))
        let running = try session.start(plan)
        session.wait(for: "running")
        for name in Path.names(in: "/proc") ?? [] where Int(name) != nil {
            let line = String(decoding: Bytes.ofFile("/proc/\(name)/cmdline") ?? [], as: UTF8.self)
            #expect(!line.contains("sk-canary-7731"))
        }
        unlink(session.folder + "/running")
        #expect(running.end().output == "sk-canary-7731\n")
        guard Path.program("python3", in: "/usr/bin") != nil else { return }
        let push = "import fcntl,termios,os;m,s=os.openpty();fcntl.ioctl(s,termios.TIOCSTI,b'x')"
        #expect(
            try session.shell("/usr/bin/python3 -c \"\(push)\"").output.contains("Operation not permitted"))
    }

    @Test("one client at a time: the refusal names the tag; the same client may have several")
    func exclusion() throws {
        let session = try Session()
        let script = "touch running; while [ -e running ]; do sleep 0.02; done"
        let first = try session.start(session.plan(["/bin/sh", "-c", script]))
        session.wait(for: "running")
        let refused = try session.run(session.plan(["/bin/true"], client: "hal", tag: "HAL"))
        #expect(refused.code == 40 && refused.output.contains("NOR"))
        #expect(try session.run(session.plan(["/bin/true"])).code == 0)
        #expect(!session.isFree)
        unlink(session.folder + "/running")
        #expect(first.end().code == 0)
        #expect(try session.run(session.plan(["/bin/true"], client: "hal", tag: "HAL")).code == 0)
        #expect(try session.rows().count == 3, "a refused session leaves no row")
    }

    @Test("nobody outside reaches the door of a session, and the port it has within is free without")
    func doorFromOutside() throws {
        let session = try Session()
        var plan = try session.plan([
            "/bin/sh", "-c", "touch running; while [ -e running ]; do sleep 0.02; done",
        ])
        plan.hosts = ["alpha.test"]
        // Another program of this machine may have the port.
        func answers() -> [Bool] {
            ["127.0.0.1", "::1"].map { address in
                Program.run(["/bin/bash", "-c", "exec 3<>/dev/tcp/\(address)/\(Plan.doorPort)"])?.exitCode
                    == 0
            }
        }
        let before = answers()
        let running = try session.start(plan)
        session.wait(for: "running")
        #expect(answers() == before)
        unlink(session.folder + "/running")
        #expect(running.end().code == 0)
    }

    @Test("stop ends a session, and what it left in the background")
    func stop() throws {
        let session = try Session()
        let script = "setsid sleep 4711.25 & touch running; sleep 4711.25"
        let running = try session.start(session.plan(["/bin/sh", "-c", script]))
        session.wait(for: "running")
        let id = try #require(try session.rows().first?.id)
        #expect(try SessionLock.stop(id, in: session.home))
        #expect(running.end().code == 143)
        #expect(try session.rows().first?.cause == "stopped")
        #expect(session.isFree)
    }

    @Test(
        "whoever is killed, nothing survives and the lock is free before anybody looks; the look closes the row",
        arguments: [false, true])
    func kills(hasDoor: Bool) throws {
        var random = SystemRandomNumberGenerator()
        let session = try Session()
        let mark = "\(4_000_000 + Int(getpid())).\(hasDoor ? 75 : 25)"
        for round in 0..<8 {
            let running = try session.start(session.sleeper(mark, hasDoor: hasDoor))
            usleep(UInt32.random(in: 0...90_000, using: &random))
            // The supervisor, the keeper or the door's opener, bubblewrap, the first process inside, the gate.
            let family = [running.pid] + Compartments.Process.descendants(of: running.pid).prefix(4)
            let victim = round == 7 ? -running.pid : family.randomElement(using: &random) ?? running.pid
            kill(victim, SIGKILL)
            _ = running.end()
            session.waitUntilFree(seconds: 20)
            #expect(session.isFree, "round \(round)")
            #expect(Session.processes(with: mark).isEmpty, "round \(round)")
            try session.look()
            #expect(try Ledger.open(home: session.home).unfinished().isEmpty)
        }
    }

    @Test(
        "however many are killed at once, at whatever moment, nothing survives, before anybody looks",
        arguments: [false, true])
    func manyKills(hasDoor: Bool) throws {
        var random = SystemRandomNumberGenerator()
        let session = try Session()
        let mark = "\(5_000_000 + Int(getpid())).\(hasDoor ? 75 : 25)"
        for round in 0..<10 {
            let running = try session.start(session.sleeper(mark, hasDoor: hasDoor))
            // Most of them while the wall is being built.
            usleep(UInt32.random(in: 0...(round < 7 ? 25_000 : 60_000), using: &random))
            let family = [running.pid] + Compartments.Process.descendants(of: running.pid)
            // First the supervisor with its keeper, then any that have it among them.
            let others =
                round % 2 == 0 ? family.dropFirst().prefix(1) : family.dropFirst().shuffled().prefix(3)
            for victim in [running.pid] + others { kill(victim, SIGKILL) }
            _ = running.end()
            session.waitUntilFree(seconds: 20)
            #expect(session.isFree, "round \(round)")
            #expect(Session.processes(with: mark).isEmpty, "round \(round)")
            try session.look()
            #expect(try Ledger.open(home: session.home).unfinished().isEmpty)
        }
    }

    @Test("a command that gets a way out waits until it is there, and the first request finds it")
    func opening() throws {
        guard Path.program("curl", in: "/usr/bin") != nil else {
            #expect(ProcessInfo.processInfo.environment["CI"] == nil, "curl is missing")
            return
        }
        let session = try Session()
        for _ in 0..<10 {
            var plan = try session.plan([
                "/usr/bin/curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "http://beta.test/",
            ])
            plan.hosts = ["alpha.test"]
            plan.environment.append(Variable("http_proxy", "http://127.0.0.1:\(Plan.doorPort)"))
            #expect(try session.run(plan).output == "403")
        }
    }

    @Test("a session has no network, and with hosts no way but the door")
    func door() throws {
        guard Path.program("python3", in: "/usr/bin") != nil, Path.program("curl", in: "/usr/bin") != nil
        else {
            #expect(ProcessInfo.processInfo.environment["CI"] == nil, "python3 and curl are missing")
            return
        }
        let session = try Session()
        let server = try Server()
        defer { server.stop() }
        let bare = try session.shell(
            "curl -s -m 5 http://127.0.0.1:\(server.port)/bare; echo $?; ls /sys/class/net")
        #expect(!bare.output.contains("hello"))
        let ask = "curl -s -m 5 -o /dev/null -w '%{http_code} '"
        var plan = try session.plan([
            "/bin/sh", "-c",
            """
            \(ask) http://alpha.test/plain; \(ask) -p http://alpha.test/tunnel
            \(ask) http://beta.test/other; \(ask) http://127.0.0.1:\(server.port)/ip
            \(ask) http://2130706433:\(server.port)/decimal; \(ask) --noproxy '*' http://127.0.0.1:\(server.port)/direct
            \(ask) http://notalpha.test/suffix; \(ask) http://alpha.test:\(server.port)/port
            \(ask) --noproxy '*' http://127.0.0.1:\(server.port + 1)/
            """,
        ])
        plan.hosts = ["alpha.test"]
        plan.standIns = [Plan.StandIn(host: "alpha.test", port: server.port)]
        for name in ["http_proxy", "https_proxy"] {
            plan.environment.append(Variable(name, "http://127.0.0.1:\(Plan.doorPort)"))
        }
        let answer = try session.run(plan)
        #expect(answer.output == "200 200 403 403 403 000 403 403 000 ")
        #expect(server.paths == ["/plain", "/tunnel"])
        let row = try #require(try session.rows().first)
        #expect(row.reached.map(\.host) == ["alpha.test"] && row.reached.first?.count == 2)
        #expect(
            Set(row.refused.map(\.host)) == [
                "beta.test", "127.0.0.1", "notalpha.test", "alpha.test:\(server.port)",
            ])

        var granted = try session.plan([
            "/bin/sh", "-c",
            "curl -s -m 5 http://127.0.0.1:\(server.port)/granted; curl -s http://127.0.0.1:1/",
        ])
        granted.loopback = [server.port]
        #expect(try session.run(granted).output.contains("hello"))
    }

    /// A web server on loopback that remembers what it was asked.
    private final class Server {
        let process = Foundation.Process()
        let port: UInt16
        private let log: String

        init() throws {
            log = "/tmp/bulkhead-server-\(getpid()).log"
            let script = """
                import http.server,sys
                class H(http.server.BaseHTTPRequestHandler):
                    def do_GET(s):
                        open(sys.argv[1],'a').write(s.path+'\\n'); s.send_response(200); s.end_headers()
                        s.wfile.write(b'hello')
                    def log_message(*a): pass
                h=http.server.ThreadingHTTPServer(('127.0.0.1',0),H); print(h.server_port,flush=True); h.serve_forever()
                """
            process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
            process.arguments = ["-c", script, log]
            let pipe = Pipe()
            process.standardOutput = pipe
            unlink(log)
            try process.run()
            let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
            port = UInt16(line.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        }

        var paths: [String] {
            String(decoding: Bytes.ofFile(log) ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
        }

        func stop() {
            kill(process.processIdentifier, SIGKILL)
            unlink(log)
        }
    }
}
