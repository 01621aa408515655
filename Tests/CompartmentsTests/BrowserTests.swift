import Foundation
import Permits
import Testing

@testable import Compartments

/// Real browsers in real sessions, on a screen of their own.
@Suite(.serialized, .enabled(if: BrowserDesk.canOpen, "Xvfb, python3, bubblewrap or a browser is missing"))
struct BrowserTests {
    @Test(
        "a page reaches its surface's host and nothing else, whatever it tries", arguments: BrowserDesk.kinds)
    func reach(kind: BrowserDesk.Kind) throws {
        let desk = try BrowserDesk(kind.browser)
        // The browser that this user has open anyway, with an extension that works in it.
        let own = try desk.startOwnBrowser()
        defer { own.stop() }
        #expect(desk.origin.wait(for: "/extension") != nil, "the extension works where nothing stops it")

        let session = try desk.start("nor", desk.origin.page("nor", probing: true), planting: true)
        let report = try #require(desk.origin.report(of: "nor"), "the page was handed to no other browser")
        #expect(report.candidates == 0 && report.opened.isEmpty)
        let file = desk.session.folder + "/export-nor.csv"
        for _ in 0..<200 where !Path.exists(file) { usleep(50_000) }
        #expect(Path.exists(file), "a download lands in the engagement's folder")
        try desk.stop(session)

        #expect(desk.origin.hits.allSatisfy { $0.server == "origin" })
        let hits = desk.origin.hits.filter { $0.host == "alpha.test" }
        #expect(!hits.isEmpty && !hits.contains { $0.path.hasPrefix("/extension") })
        let row = try #require(try desk.session.rows().first)
        #expect(row.reached.map(\.host) == ["alpha.test"])
        #expect(Set(row.refused.map(\.host)).isSuperset(of: ["beta.test", "127.0.0.1", "xalpha.test"]))
        #expect(row.refused.allSatisfy { $0.count > 0 && $0.time >= row.start })
    }

    @Test(
        "a client's cookies, storage and color are its own, and outlive a normal end and a crash",
        arguments: BrowserDesk.kinds)
    func isolation(kind: BrowserDesk.Kind) throws {
        let desk = try BrowserDesk(kind.browser)
        let origin = desk.origin
        let first = try desk.start("nor", origin.page("one"))
        #expect(origin.report(of: "one")?.cookie == "" && origin.report(of: "one")?.stored == nil)
        let second = try desk.session.run(desk.plan("nor", origin.page("late")))
        #expect(second.code == 40, "the same profile twice at once")
        let color = ClientColor.of(client: "nor")
        let fresh = try #require(
            desk.screen.settled { Screen.count(of: color, in: $0) > 1000 }, "the frame has the client's color"
        )
        try desk.stop(first)

        let next = try desk.start("nor", origin.page("two"))
        let seen = try #require(origin.report(of: "two"))
        #expect(seen.cookie == "mark=one" && seen.stored == "one", "kept by a normal end")
        #expect(
            desk.screen.settled { Screen.difference(fresh, $0) < 2000 } != nil,
            "nothing was said at the first start alone")
        kill(next.pid, SIGKILL)
        _ = next.end()
        desk.session.waitUntilFree(seconds: 20)

        let after = try desk.start("nor", origin.page("six"))
        _ = origin.report(of: "six")
        #expect(
            desk.screen.settled { Screen.difference(fresh, $0) < 2000 } != nil, "not a word about the crash")
        try desk.stop(after)

        let other = try desk.start("hal", origin.page("three"))
        let foreign = try #require(origin.report(of: "three"))
        #expect(foreign.cookie == "" && foreign.stored == nil, "invisible to another client")
        let its = ClientColor.of(client: "hal")
        let pixels = try #require(desk.screen.settled { Screen.count(of: its, in: $0) > 1000 })
        #expect(Screen.count(of: color, in: pixels) == 0)
        try desk.stop(other)
        #expect(!origin.hits.contains { $0.path.hasPrefix("/visit?mark=three") && $0.cookie != nil })
        #expect(!origin.hits.contains { $0.path.contains("late") })
    }
}
