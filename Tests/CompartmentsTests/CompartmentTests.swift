import Foundation
import Testing

@testable import Compartments

/// The folders that sessions have as their homes.
@Suite struct CompartmentTests {
    let root: String

    init() throws {
        root = NSTemporaryDirectory() + "/bulkhead-compartments-\(UUID().uuidString)"
        try Path.makePrivateFolder(root)
    }

    private func clean() { try? FileManager.default.removeItem(atPath: root) }

    private func open(_ client: String, _ surface: String? = nil) throws -> Compartment {
        try Compartment.open(root: root, client: client, surface: surface)
    }

    @Test("a link in place of a session's home is refused, and so is a folder of links above it")
    func links() throws {
        defer { clean() }
        let ours = try open("acme")
        let theirs = try open("zenith")
        try FileManager.default.removeItem(atPath: ours.home)
        try FileManager.default.createSymbolicLink(atPath: ours.home, withDestinationPath: theirs.home)
        #expect(throws: Refusal.self) { try open("acme") }
        try FileManager.default.removeItem(atPath: ours.home)
        try FileManager.default.createSymbolicLink(atPath: ours.home, withDestinationPath: NSHomeDirectory())
        #expect(throws: Refusal.self) { try open("acme") }
        let inner = (ours.home as NSString).deletingLastPathComponent
        try FileManager.default.moveItem(atPath: inner, toPath: root + "/elsewhere")
        try FileManager.default.createSymbolicLink(atPath: inner, withDestinationPath: root + "/elsewhere")
        #expect(throws: Refusal.self) { try open("acme") }
    }

    @Test("a home that others may enter is closed to them before it is used")
    func modes() throws {
        defer { clean() }
        let home = try open("acme").home
        chmod(home, 0o777)
        chmod(root, 0o755)
        #expect(try open("acme").home == home)
        for path in [home, root] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o700, "\(path)")
        }
    }

    @Test("a folder of another client is refused under every name it has: a link, dots, a folder around it")
    func foreignFolders() throws {
        defer { clean() }
        let files = FileManager.default
        for name in ["/jobs/hal/deep", "/jobs/nor"] {
            try files.createDirectory(atPath: root + name, withIntermediateDirectories: true)
        }
        try files.createSymbolicLink(atPath: root + "/link", withDestinationPath: root + "/jobs/hal")
        try files.createSymbolicLink(atPath: root + "/around", withDestinationPath: root + "/jobs")
        func resolve(_ folder: String, hidden: String = "/jobs/hal") throws -> [Folder] {
            try Folder.resolve([folder], userHome: root, hidden: [root + hidden])
        }
        #expect(try resolve(root + "/jobs/nor").map(\.source) == [Path.normalized(root) + "/jobs/nor"])
        for folder in [
            root + "/jobs/hal", root + "/link", root + "/jobs/nor/../hal/", "~/jobs/hal", "~/link/.", root,
            root + "/jobs", root + "/around", "/", "/usr/bin", "jobs/nor", root + "/none",
        ] {
            #expect(throws: Refusal.self, "\(folder)") { try resolve(folder) }
        }
        // The other client names it by the link, or something within it.
        for hidden in ["/link", "/link/deep", "/around/hal/deep"] {
            #expect(throws: Refusal.self, "\(hidden)") { try resolve(root + "/jobs/hal", hidden: hidden) }
        }
        #expect(Path.isReached(root + "/jobs/hal/deep", through: root + "/around"))
        #expect(!Path.isReached(root + "/jobs/hal/deep", through: root + "/jobs/nor"))
    }

    @Test("no two clients and no two surfaces share a home, whatever their names look like")
    func twins() throws {
        defer { clean() }
        let names = [
            "acme", "Acme", "acm\u{0435}", "ac\u{301}me", "a\u{107}me", "acme/..", "acme\0", "acme ",
        ]
        var seen: Set<[UInt64]> = []
        for name in names {
            for surface in [nil, "a.b", "a.B"] {
                var status = stat()
                #expect(lstat(try open(name, surface).home, &status) == 0)
                seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)])
            }
        }
        #expect(seen.count == names.count * 3)
    }

    @Test("removing a client's homes takes those alone, and follows no link out of them")
    func removal() throws {
        defer { clean() }
        let kept = try open("zenith", "a.b").home
        let gone = try open("acme", "a.b").home
        _ = try open("acme")
        try Data("x".utf8).write(to: URL(fileURLWithPath: kept + "/file"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: gone + "/file"))
        try FileManager.default.createSymbolicLink(atPath: gone + "/link", withDestinationPath: kept)
        chmod(gone, 0)
        #expect(Compartment.count(root: root, client: "acme") == 2)
        #expect(try Compartment.remove(root: root, client: "acme") > 5)
        #expect(!Path.exists(gone) && Path.exists(kept + "/file"))
        #expect(Compartment.count(root: root, client: "acme") == 0)
        #expect(try Compartment.remove(root: root, client: "acme") == 0)
    }

    @Test("the policy of a browser turns sync, sign-in and extensions off")
    func policies() throws {
        defer { clean() }
        let color = ClientColor.of(client: "acme")
        let chromium = Policies.chromium(downloads: "/x", color: color)
        for words in ["\"SyncDisabled\"", "\"BrowserSignin\"", "\"ExtensionInstallBlocklist\""] {
            #expect(chromium.contains(words), "\(words)")
        }
        let firefox = Policies.firefox(downloads: "/x", hasDoor: true, [])
        for words in ["\"DisableFirefoxAccounts\"", "\"ExtensionSettings\""] {
            #expect(firefox.contains(words), "\(words)")
        }
    }
}
