import Foundation
import Permits
import Testing

@testable import Compartments

/// A screen, a web server, and sessions of one browser.
struct BrowserDesk {
    /// Where `CI` is set all of it must be there.
    static let canOpen: Bool = {
        let needed = ["/usr/bin/Xvfb", "/usr/bin/python3", "/usr/bin/bwrap"] + kinds.map(\.path)
        return needed.allSatisfy { Path.program($0) != nil }
            || ProcessInfo.processInfo.environment["CI"] != nil
    }()

    struct Kind: CustomTestStringConvertible {
        var browser: Browser
        var path: String
        var testDescription: String { browser.name }
    }

    static let kinds = [
        Kind(browser: .chromium("/usr/lib/chromium/chromium"), path: "/usr/lib/chromium/chromium"),
        Kind(
            browser: .firefox(at: "/usr/lib/firefox-esr/firefox-esr"),
            path: "/usr/lib/firefox-esr/firefox-esr"),
    ]

    let browser: Browser
    let session: Session
    let origin: Origin
    let screen: Screen

    init(_ browser: Browser) throws {
        self.browser = browser
        session = try Session()
        origin = try Origin(folder: session.home)
        screen = try Screen(folder: session.home)
    }

    /// The plan of a session at a page of `alpha.test`, which is the origin.
    func plan(_ client: String, _ page: String) throws -> Plan {
        let compartment = try Compartment.open(
            root: session.home + "/compartments", client: client, surface: "v.page")
        var machine = Machine.current()
        machine.display = screen.display
        let planner = Planner(
            machine: machine, compartment: compartment,
            place: Plan.Place(ledger: session.home, locks: session.home, compartment: compartment.name))
        var surface = Surface(id: "v.page", name: "Page")
        surface.hosts = ["alpha.test"]
        surface.launch = .browser("http://alpha.test/")
        var undertaking = Undertaking(
            client: Client(id: client, name: "Client", tag: client.uppercased()), on: Day(number: 20_000))
        undertaking.folders = [Folder(path: session.folder, source: session.folder)]
        undertaking.surface = surface
        undertaking.standIns = [Plan.StandIn(host: "alpha.test", port: origin.port)]
        return try planner.plan(for: undertaking, browser: browser, address: page)
    }

    /// Starts a session.
    ///
    /// - Parameter planting: an extension lies in the profile, and nothing but the policy keeps it out.
    func start(_ client: String, _ page: String, planting: Bool = false) throws -> Session.Running {
        var plan = try plan(client, page)
        if planting {
            let home = try #require(plan.profile)
            let profile = home + "/profile"
            try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
            let arguments = try plant(in: profile, seenAs: Planner.home + "/profile", asking: "alpha.test")
            plan.command.insert(contentsOf: arguments, at: 1)
        }
        return try session.start(plan)
    }

    /// Asks a session to end, as `bulkhead stop` does, and waits for its end.
    func stop(_ running: Session.Running) throws {
        kill(running.pid, SIGTERM)
        let end = running.end()
        #expect(end.code == 143, "\(end.output)")
    }

    /// The browser as this user runs it, without a wall, on the same screen.
    func startOwnBrowser() throws -> Companion {
        let home = session.home + "/own"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
        let planted = try plant(in: home, seenAs: home, asking: "127.0.0.1:\(origin.port)")
        let environment = ["HOME=" + home, "DISPLAY=" + screen.display.name, "PATH=/usr/bin:/bin"]
        let address = "http://127.0.0.1:\(origin.port)/own"
        switch browser {
        case .chromium(let program):
            // Without a user namespace around it, Chromium refuses to run as root.
            let asRoot = getuid() == 0 ? ["--no-sandbox"] : []
            let arguments = ["--user-data-dir=" + home, "--no-first-run", "--ozone-platform=x11", address]
            return try Companion(program, asRoot + planted + arguments, environment)
        case .firefox(let program, _):
            return try Companion(program, ["--profile", home, address], environment)
        }
    }

    /// Puts an extension where the browser finds it; it asks for `/extension` as soon as it runs.
    ///
    /// - Returns: what the command line needs beside.
    private func plant(in profile: String, seenAs seen: String, asking host: String) throws -> [String] {
        let script = "fetch('http://\(host)/extension');"
        let isChromium = browser.name == "chromium"
        let folder = profile + (isChromium ? "/planted" : "/extensions/planted@bulkhead.test")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let background = isChromium ? "{\"service_worker\": \"run.js\"}" : "{\"scripts\": [\"run.js\"]}"
        let manifest = """
            {"manifest_version": 3, "name": "planted", "version": "1", "host_permissions": ["<all_urls>"],
             "background": \(background),
             "browser_specific_settings": {"gecko": {"id": "planted@bulkhead.test"}},
             "content_scripts": [{"matches": ["<all_urls>"], "js": ["run.js"]}]}
            """
        try write(manifest, to: folder + "/manifest.json")
        try write(script, to: folder + "/run.js")
        if isChromium { return ["--load-extension=\(seen)/planted"] }
        let settings = [
            "xpinstall.signatures.required\", false", "extensions.autoDisableScopes\", 0",
            "extensions.startupScanScopes\", 15",
        ]
        try write(settings.map { "user_pref(\"\($0));\n" }.joined(), to: profile + "/user.js")
        return []
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}
