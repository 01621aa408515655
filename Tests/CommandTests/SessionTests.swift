import Foundation
import Testing

/// Sessions from the command line to their record: what they see, what they leave, whom they shut out.
@Suite(.enabled(if: canBuildWall, "bubblewrap is missing or may make no namespace here"))
struct SessionTests {
    let program: Program

    /// Two rivals with a folder each, and a catalog whose surfaces are commands.
    init() throws {
        program = try Program()
        try program.run(["init"])
        for client in ["nor", "hal"] {
            try FileManager.default.createDirectory(
                atPath: program.home + "/jobs/" + client, withIntermediateDirectories: true)
        }
        _ = try program.file("jobs/nor/mine.txt", "canary-nor")
        _ = try program.file("jobs/hal/other.txt", "canary-hal")
        _ = try program.file(
            "catalog.yaml",
            """
            catalog: 1
            sources: { page: { kind: contract, date: 2026-01-01, url: "https://example.org/terms" } }
            vendors: [{ id: acme, name: Acme }]
            surfaces:
              - id: acme.tool
                name: Acme tool
                launch: { command: "cat mine.txt" }
                hosts: [allowed.test]
                facts:
                  trains_on_input: [{ value: never, source: page, retrieved: 2026-06-01 }]
                  commercial_use: [{ value: yes, source: page, retrieved: 2026-06-01 }]
            """)
        let workspace = try program.file(
            "workspace.yaml",
            """
            bulkhead: 1
            clients:
              - id: nor
                name: Nordlys
                tag: NOR
                conflict_class: grids
                engagements: [{ id: fjord, title: Fjord, data: [source-code], directories: ["\(program.home)/jobs/nor"] }]
              - id: hal
                name: Halden
                tag: HAL
                conflict_class: grids
                engagements: [{ id: tide, title: Tide, data: [source-code], directories: ["\(program.home)/jobs/hal"] }]
            agreements:
              - id: nor-nda
                kind: nda
                client: nor
                effective: 2026-01-05
                obligations: [{ id: no-training, kind: model-training, clause: "4.2" }, { id: masks, kind: redaction }]
              - id: hal-nda
                kind: nda
                client: hal
                effective: 2026-01-05
                obligations: [{ id: hal-training, kind: model-training }]
            accounts:
              - { id: nor-acme, client: nor, surface: acme.tool, identity: me@example.org, login: email }
            """)
        let answer = try program.run(["import", workspace])
        #expect(answer.status == 0, "\(answer.errors)")
    }

    private var catalog: [String: String] { ["BULKHEAD_CATALOG": program.home + "/catalog.yaml"] }

    /// Runs the program with the catalog of these tests; what starts something is judged by a day at which its facts
    /// are fresh.
    @discardableResult
    private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Result {
        let starts = ["run", "launch"].contains(arguments[0])
        return try program.run(
            [arguments[0]] + (starts ? ["--at", "2026-07-01"] : []) + arguments.dropFirst(),
            environment: environment.merging(catalog) { $1 })
    }

    @Test("the environment is the list and nothing else, whatever the caller has")
    func environment() throws {
        let result = try run(
            ["run", "--for", "nor/fjord", "--", "env", "-0"],
            environment: [
                "AWS_SECRET_ACCESS_KEY": "canary", "SSH_AUTH_SOCK": "/tmp/canary", "LD_PRELOAD": "",
                "ENV": "x",
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/tmp/canary", "TERM": "xterm", "BASH_ENV": "x",
            ])
        let names = result.output.split(separator: "\0").map { String($0.prefix { $0 != "=" }) }
        #expect(
            names.sorted() == [
                "BULKHEAD_TAG", "HOME", "LANG", "LOGNAME", "PATH", "PS1", "PWD", "SHELL", "TERM", "TMPDIR",
                "USER",
                "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME",
            ])
    }

    @Test(
        "a session sees its own folder; another client's file, the ledger, keys and sockets outside are not there"
    )
    func sight() throws {
        let agent = program.home + "/jobs/agent.sock"
        let listener = try #require(Listener(unix: agent))
        defer { listener.stop() }
        let result = try run([
            "run", "--for", "nor/fjord", "--", "sh", "-c",
            """
            cat mine.txt; cat \(program.home)/jobs/hal/other.txt /proc/1/root\(program.home)/jobs/hal/other.txt
            cat \(program.home)/ledger.sqlite \(program.home)/log.seal; ls -d /sys /root \(agent) /run/dbus
            ls -A /run/user/1000
            """,
        ])
        #expect(result.output == "canary-nor")
        #expect(result.errors.split(separator: "\n").count == 8, "\(result.errors)")
    }

    @Test("no way leads out: not IPv4, IPv6, UDP, a name, nor an abstract socket; nothing arrives outside")
    func network() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else {
            #expect(ProcessInfo.processInfo.environment["CI"] == nil, "python3 is missing")
            return
        }
        let name = "bulkhead-test-\(UUID().uuidString)"
        let listeners = try ["127.0.0.1", "::1"].map { try #require(Listener(address: $0)) }
        let abstract = try #require(Listener(abstract: name))
        defer { for listener in listeners + [abstract] { listener.stop() } }
        let script = """
            import socket,sys
            def attempt(family,kind,address):
                try:
                    s=socket.socket(family,kind); s.settimeout(2); s.connect(address); s.send(b'x')
                    return s.recv(1)
                except OSError: return None
            I,J,U=socket.AF_INET,socket.AF_INET6,socket.AF_UNIX
            T,D=socket.SOCK_STREAM,socket.SOCK_DGRAM
            found=[attempt(I,T,('127.0.0.1',\(listeners[0].port))),attempt(I,T,('localhost',\(listeners[0].port))),
              attempt(J,T,('::1',\(listeners[1].port))),attempt(I,D,('127.0.0.1',\(listeners[0].port))),
              attempt(I,T,('192.0.2.1',80)),attempt(I,D,('192.0.2.1',53)),attempt(U,T,'\\0\(name)')]
            try: socket.getaddrinfo('example.org',80); found.append('name')
            except OSError: found.append(None)
            print(found)
            """
        let result = try run(["run", "--for", "nor/fjord", "--", "/usr/bin/python3", "-c", script])
        #expect(result.output == "[" + Array(repeating: "None", count: 8).joined(separator: ", ") + "]\n")
        #expect(listeners.allSatisfy { $0.visits == 0 } && abstract.visits == 0)
    }

    @Test(
        "another client is refused with 40 and the tag of who is in; a start in the background outlives its shell"
    )
    func exclusion() throws {
        let script = "touch running; while [ -e running ]; do sleep 0.05; done"
        let start = """
            setsid nohup "$0" run --catalog "$1/catalog.yaml" --home "$1" --for nor/fjord -- sh -c '\(script)' \
            >/dev/null 2>&1 </dev/null &
            """
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", start, Program.path, program.home]
        try shell.run()
        shell.waitUntilExit()
        let mark = program.home + "/jobs/nor/running"
        while !FileManager.default.fileExists(atPath: mark) { usleep(5000) }
        usleep(1_500_000)
        let refused = try run(["run", "--for", "hal/tide", "--", "true"])
        #expect(refused.status == 40 && refused.errors.contains("NOR"))
        let asJSON = try run(["run", "--json", "--for", "hal/tide", "--", "true"])
        #expect(asJSON.status == 40 && asJSON.output.contains("other-client-open"))
        #expect(try run(["run", "--for", "nor/fjord", "--", "true"]).status == 0)
        let open = try run(["sessions", "--json"]).json()["sessions"] as? [[String: Any]]
        #expect(open?.filter { $0["end"] is NSNull }.count == 1)
        try FileManager.default.removeItem(atPath: mark)
        while try run(["run", "--for", "hal/tide", "--", "true"]).status != 0 { usleep(20_000) }
    }

    @Test("a surface starts once its duties are seen to; its record says what it rested on, and bills")
    func record() throws {
        let refused = try run(["launch", "acme.tool", "--for", "nor/fjord"])
        #expect(
            refused.status == 40 && refused.errors.contains("Open duties: redact; do"), "\(refused.errors)")
        let started = try run(["launch", "acme.tool", "--for", "nor/fjord", "--ack", "redact"])
        #expect(started.status == 0 && started.output == "canary-nor", "\(started.errors)")
        #expect(started.errors.contains("segregated-profile: the wall sees to it"))
        let shown = try run(["sessions", "show", "1", "--json"]).json()
        #expect(shown["verdict"] as? String == "conditional")
        #expect(shown["account"] as? String == "nor-acme")
        #expect(shown["acknowledged"] as? [String] == ["redact", "segregated-profile"])
        #expect(shown["cause"] as? String == "exit 0")
        let log = try program.run(["log", "list", "--json"]).json()["log"] as? [[String: Any]] ?? []
        let basis = try #require(shown["basis"] as? String)
        #expect(log.contains { "\($0["seq"] ?? "")-\($0["hash"] ?? "")" == basis }, "\(basis)")
        let evidence = try #require(shown["evidence"] as? [String: Any])
        let findings = try #require(evidence["findings"] as? [[String: Any]])
        let training = try #require(findings.first { $0["id"] as? String == "no-training" })
        #expect(training["agreement"] as? String == "nor-nda" && training["clause"] as? String == "4.2")
        let words = try run(["sessions", "show", "1"]).output
        #expect(words.contains("rests on      nor-nda/no-training, clause 4.2: met"))
        #expect(words.contains("acme.tool trains_on_input never page 2026-06-01 fresh"))
        let bill = try run(["sessions", "export", "--for", "nor"]).output.split(separator: "\r\n")
        #expect(bill.count == 2 && bill[1].hasPrefix("1,nor,fjord,acme.tool,20"))
        let times = try run(["sessions", "export", "--format", "timewarrior"]).output
        let rows = try JSONSerialization.jsonObject(with: Data(times.utf8)) as? [[String: Any]]
        #expect(rows?.first?["tags"] as? [String] == ["nor", "fjord", "acme.tool"])
    }

    @Test("an account that a client's session used is closed to the rival, until its history is cleared")
    func contamination() throws {
        try run(["launch", "acme.tool", "--for", "nor/fjord", "--ack", "redact"])
        let account = try run(["account", "show", "nor-acme", "--json"]).output
        #expect(account.contains("\"seen\""), "\(account)")
        try run(["account", "edit", "nor-acme", "--client", "hal"])
        // The day of the session is the machine's, whatever day the verdict is for.
        let day = ISO8601DateFormatter.string(
            from: Date(), timeZone: .current, formatOptions: [.withFullDate, .withDashSeparatorInDate])
        let rival = try run(["check", "acme.tool", "--for", "hal/tide", "--json", "--at", day])
        #expect(rival.status == 30 && rival.output.contains("account-conflict"))
        #expect(
            try program.run(["launch", "acme.tool", "--for", "hal/tide"], environment: catalog).status == 30)
        try run(["account", "edit", "nor-acme", "--cleared", day])
        let cleared = try run(["check", "acme.tool", "--for", "hal/tide", "--json", "--at", day])
        #expect(!cleared.output.contains("account-conflict"))
    }

    @Test(
        "a duty that the machine can tell of is checked, and refused with the way out where it does not hold")
    func preconditions() throws {
        try run([
            "obligation", "add", "nor-vpn", "--agreement", "nor-nda", "--kind", "network-protection",
        ])
        let folder = program.home + "/config"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func launch(_ settings: String) throws -> Program.Result {
            _ = try program.file("config/sessions", settings)
            return try run([
                "launch", "acme.tool", "--for", "nor/fjord", "--ack", "redact,segregated-profile",
            ])
        }
        let refused = try launch("connect-vpn false")
        #expect(refused.status == 40 && refused.errors.contains("VPN"), "\(refused.errors)")
        let held = try launch("connect-vpn true")
        #expect(held.status == 0 && held.errors.contains("connect-vpn: checked, holds"), "\(held.errors)")
    }

    /// What `doctor` says of one thing.
    private func probe(_ name: String, environment: [String: String] = [:]) throws -> String {
        let probes =
            try run(["doctor", "--json"], environment: environment).json()["probes"] as? [[String: Any]]
        let found = probes?.first { $0["name"] as? String == name }
        return "\(found?["state"] ?? "?"): \(found?["detail"] ?? "?")"
    }

    @Test(
        "a security key is present where fido2-token lists one, and not where it lists none or is not there")
    func securityKey() throws {
        // Where a real key is plugged in, its absence cannot be played.
        let devices = (try? FileManager.default.contentsOfDirectory(atPath: "/sys/class/hidraw")) ?? []
        guard devices.isEmpty else { return }
        try run(["obligation", "add", "nor-key", "--agreement", "nor-nda", "--kind", "second-factor"])
        let tool = try program.file("fido2-token", "#!/bin/sh\n[ \"$*\" = -L ] && cat \"$0.keys\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool)
        let with = "\(program.home):/usr/bin:/bin"
        let cases =
            [
                (
                    with, "/dev/hidraw0: vendor=0x1050, product=0x0407 (Yubico YubiKey)", true,
                    "by fido2-token"
                ),
                (with, "", false, "by fido2-token"),
            ]
            + (FileManager.default.fileExists(atPath: "/usr/bin/fido2-token")
                ? []
                : [
                    ("/usr/bin:/bin", "", false, "without fido2-token")
                ])
        for (path, key, isThere, words) in cases {
            let surroundings = ["PATH": path]
            _ = try program.file("fido2-token.keys", key)
            let result = try run(
                ["launch", "acme.tool", "--for", "nor/fjord", "--ack", "redact"], environment: surroundings)
            #expect(result.status == (isThere ? 0 : 40), "\(result.errors)")
            #expect(
                result.errors.contains(isThere ? "present-key: checked, holds" : "plug it in"),
                "\(result.errors)")
            let said = try probe("security key", environment: surroundings)
            #expect(
                said.hasPrefix(isThere ? "ok: present" : "absent: none") && said.contains(words), "\(said)")
        }
    }

    @Test("a tunnel that is up is a VPN, in a network of its own")
    func tunnel() throws {
        // An ordinary user may make no such device, and a machine may have none.
        guard geteuid() == 0, FileManager.default.fileExists(atPath: "/dev/net/tun"),
            FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
        else { return }
        let script = """
            import fcntl,socket,struct,subprocess,sys
            name=sys.argv[1].encode()
            device=open('/dev/net/tun','r+b',buffering=0)
            fcntl.ioctl(device,0x400454ca,struct.pack('16sH14x',name,0x1001))
            control=socket.socket(socket.AF_INET,socket.SOCK_DGRAM)
            fcntl.ioctl(control,0x8914,struct.pack('16sH14x',name,0x41 if sys.argv[2]=='up' else 0))
            sys.exit(subprocess.call(sys.argv[3:]))
            """
        for (name, state, isUp) in [
            ("nordlynx", "up", true), ("nordlynx", "down", false), ("uplink", "up", false),
        ] {
            let result = try program.run(
                [
                    "-nm", "sh", "-c", "mount -t sysfs none /sys && exec \"$@\"", "sh", "/usr/bin/python3",
                    "-c", script,
                ]
                    + [name, state, Program.path, "doctor", "--json"], of: "/usr/bin/unshare",
                environment: catalog)
            let probes = try result.json()["probes"] as? [[String: Any]]
            let found = probes?.first { $0["name"] as? String == "VPN" }
            #expect(
                found?["state"] as? String == (isUp ? "ok" : "absent"), "\(name) \(state): \(result.output)")
        }
    }

    @Test("a session whose terminal nobody reads ends when it is told to")
    func unreadTerminal() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else {
            #expect(ProcessInfo.processInfo.environment["CI"] == nil, "python3 is missing")
            return
        }
        let script = """
            import os,pty,subprocess,sys,time
            pid,terminal=pty.fork()
            if pid==0: os.execv(sys.argv[1],sys.argv[1:2]+['run','--for','nor/fjord','--','sh','-c','touch running; exec yes'])
            while not os.path.exists(sys.argv[2]): time.sleep(0.02)
            time.sleep(1)
            print(subprocess.run([sys.argv[1],'stop'],stderr=subprocess.DEVNULL,stdout=subprocess.DEVNULL).returncode)
            print(os.waitstatus_to_exitcode(os.waitpid(pid,0)[1]))
            """
        let result = try program.run(
            ["-c", script, Program.path, program.home + "/jobs/nor/running"], of: "/usr/bin/python3",
            environment: catalog)
        #expect(result.output == "0\n143\n", "\(result)")
    }
}
