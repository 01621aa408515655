import Foundation
import Ledger
import Testing

@testable import Compartments

/// The door in a network of its own, with names that lead to public and to private addresses.
@Suite(.enabled(if: World.canBeMade, "python3 or bubblewrap is missing")) struct WorldTests {
    private static let hosts = [
        "pub.test", "*.sub.test", "own.test:8443", "priv.test", "lo.test", "meta.test", "zero.test",
        "mixed.test", "six.test", "mapped.test", "local6.test", "flip.test", "nowhere.test",
    ]

    /// What is sent on a connection, the status of the answer, and the name in the record of refusals.
    private static let cases: [(text: String, status: String, refused: String?)] = [
        // The surface's hosts, however they are spelled.
        (connect("pub.test:443"), "200", nil), (connect("PUB.Test.:443"), "200", nil),
        (connect("pub.test:80"), "200", nil), (connect("a.sub.test:443"), "200", nil),
        (connect("own.test:8443"), "200", nil), (get("http://pub.test/plain"), "200", nil),
        (get("HTTP://PUB.test:80/plain"), "200", nil), (connect("mixed.test:443"), "200", nil),
        // Names that merely look like them.
        (connect("sub.test:443"), "403", "sub.test"), (connect("xsub.test:443"), "403", "xsub.test"),
        (connect("evilpub.test:443"), "403", "evilpub.test"),
        (connect("pub.test.evil.test:443"), "403", "pub.test.evil.test"),
        (connect("a.sub.test.evil.test:443"), "403", "a.sub.test.evil.test"),
        (connect("pub%2etest:443"), "403", "pub%2etest"), (connect("pub.test..:443"), "403", "pub.test.."),
        (connect("pub.test\0.evil.test:443"), "403", "pub.test?.evil.test"),
        (connect("localhost:443"), "403", "localhost"), (get("http://other.test/"), "403", "other.test"),
        // Addresses in every spelling, the one of an allowed host among them.
        (connect("203.0.113.7:443"), "403", "203.0.113.7"), (connect("3405803783:443"), "403", "3405803783"),
        (connect("0xcb007107:443"), "403", "0xcb007107"),
        (connect("0313.0.0161.7:443"), "403", "0313.0.0161.7"),
        (connect("203.0.113.7.:443"), "403", "203.0.113.7."), (connect("127.1:80"), "403", "127.1"),
        (connect("[::1]:443"), "403", "[::1]"),
        (connect("[::ffff:203.0.113.7]:443"), "403", "[::ffff:203.0.113.7]"),
        (get("http://127.0.0.1/"), "403", "127.0.0.1"), (get("http://[::1]/"), "403", "[::1]"),
        (connect("[fe80::1%25lo]:443"), "403", "[fe80::1%25lo]"),
        (get("http://[fe80::1%25lo]/"), "403", "[fe80::1%25lo]"),
        // Names in other alphabets and their ASCII forms are names of their own.
        (connect("p\u{FC}b.test:443"), "403", "p???b.test"),
        (connect("xn--pb-hka.test:443"), "403", "xn--pb-hka.test"),
        (get("http://XN--PB-HKA.test/"), "403", "XN--PB-HKA.test"),
        // Other ports.
        (connect("pub.test:8080"), "403", "pub.test:8080"), (connect("pub.test:22"), "403", "pub.test:22"),
        (connect("own.test:443"), "403", "own.test:443"),
        (get("http://pub.test:443/"), "403", "pub.test:443"),
        (connect("pub.test:0"), "400", nil), (connect("pub.test:65979"), "400", nil),
        (connect("pub.test:65536"), "400", nil), (connect("pub.test:18446744073709552059"), "400", nil),
        (get("http://pub.test:65616/"), "400", nil), (get("http://pub.test:0/"), "400", nil),
        (connect("pub.test:+443"), "400", nil), (connect("pub.test:"), "400", nil),
        (connect("pub.test"), "400", nil),
        // Names that lead inside; one that leads nowhere.
        (connect("priv.test:443"), "403", "priv.test"), (connect("lo.test:443"), "403", "lo.test"),
        (connect("meta.test:80"), "403", "meta.test"), (connect("zero.test:80"), "403", "zero.test"),
        (connect("six.test:443"), "403", "six.test"), (connect("mapped.test:80"), "403", "mapped.test"),
        (connect("local6.test:443"), "403", "local6.test"), (get("http://lo.test/"), "403", "lo.test"),
        (connect("nowhere.test:443"), "502", nil),
        // User names before the host.
        (connect("pub.test@lo.test:443"), "400", "pub.test@lo.test:443"),
        (get("http://pub.test@127.0.0.1/"), "400", "pub.test@127.0.0.1"),
        (get("http://127.0.0.1@pub.test/"), "400", "127.0.0.1@pub.test"),
        (get("http://pub.test\\@127.0.0.1/"), "closed", nil),
        (get("http://user:word@pub.test/"), "400", "user:word@pub.test"),
        // Words for a proxy open nothing and go no further.
        (connect("pub.test:443", more: "Proxy-Authorization: Basic eDp5\r\n"), "200", nil),
        (connect("lo.test:80", more: "Proxy-Authorization: Basic eDp5\r\n"), "403", "lo.test"),
        // The header does not choose the host.
        ("GET http://pub.test/host HTTP/1.1\r\nHost: lo.test\r\n\r\n", "200", nil),
        ("GET /origin HTTP/1.1\r\nHost: pub.test\r\n\r\n", "400", nil),
        (get("https://pub.test/"), "400", nil),
        (get("ftp://pub.test/"), "400", nil), (get("//pub.test/"), "400", nil),
        (get("http:///x"), "400", nil),
        // A second request on the same connection goes nowhere.
        (get("http://pub.test/first") + get("http://pub.test/smuggled"), "closed", nil),
        (
            "POST http://pub.test/one HTTP/1.1\r\nHost: pub.test\r\nContent-Length: 4\r\n\r\nbody"
                + get("http://lo.test/smuggled"), "closed", nil
        ),
        (
            "POST http://pub.test/two HTTP/1.1\r\nHost: pub.test\r\nContent-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + get("http://pub.test/smuggled"), "closed",
            nil
        ),
        (
            "CONNECT lo.test:80 HTTP/1.1\r\nContent-Length: 60\r\n\r\n" + get("http://pub.test/smuggled"),
            "403", nil
        ),
        (
            "POST http://pub.test/three HTTP/1.1\r\nHost: pub.test\r\nTransfer-Encoding: xchunked\r\n\r\n"
                + get("http://pub.test/smuggled"), "closed", nil
        ),
        (
            "POST http://pub.test/four HTTP/1.1\r\nHost: pub.test\r\nContent-Length: 4\r\n"
                + "Content-Length: 9\r\n\r\nbody" + get("http://pub.test/smuggled"), "closed", nil
        ),
        (
            "GET http://pub.test/five HTTP/1.1\r\nHost: pub.test\r\nContent-Length : 60\r\n\r\n"
                + get("http://pub.test/smuggled"), "closed", nil
        ),
        // A body in chunks arrives; what a tunnel is told is the other end's to read, and opens nothing.
        (
            "POST http://pub.test/chunks HTTP/1.1\r\nHost: pub.test\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "4\r\nbody\r\n0\r\n\r\n", "200", nil
        ),
        (connect("pub.test:80") + connect("lo.test:80") + get("http://lo.test/tunnelled"), "200", nil),
        // What is no request.
        ("\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}\u{3}\u{3}\r\n\r\n", "closed", nil),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "closed", nil),
        (connect("pub.test:443", more: String(repeating: "X: y\r\n", count: 20_000)), "closed", nil),
        (get("http://pub.test/" + String(repeating: "x", count: 200_000)), "closed", nil),
        // DNS rebinding: the first answer stands for a while, and a later one that leads inside is refused.
        (get("http://flip.test/"), "200", nil), (get("http://flip.test/"), "200", nil),
        (connect("flip.test:443"), "403", "flip.test"),
    ]

    private static func connect(_ target: String, more: String = "") -> String {
        "CONNECT \(target) HTTP/1.1\r\nHost: pub.test\r\n\(more)\r\n"
    }

    private static func get(_ address: String) -> String {
        "GET \(address) HTTP/1.1\r\nHost: pub.test\r\n\r\n"
    }

    private struct Answer: Decodable {
        var statuses: [String]
        var streams: [String]
        var granted: String
        var ungranted: String
        var crowd: [String]
    }

    private struct Hit: Decodable {
        var server: String
        var path: String
        var host: String?
    }

    @Test("nothing but the surface's hosts is reached, whatever a program says to the door; all is recorded")
    func door() throws {
        let session = try Session()
        for name in ["world.py", "client.py"] {
            try FileManager.default.copyItem(atPath: Origin.script(name), toPath: "\(session.folder)/\(name)")
        }
        let texts = WorldTests.cases.map(\.text)
        try JSONEncoder().encode(texts).write(to: URL(fileURLWithPath: session.folder + "/cases"))
        var plan = try session.plan(["/usr/bin/python3", "client.py", "cases"])
        plan.hosts = WorldTests.hosts
        plan.loopback = [11434]
        let log = session.home + "/hits"
        let run = try World.run(plan, log: log, in: session)
        let answer = try #require(
            try? JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)), "\(run.code): \(run.output)")

        for (wanted, status) in zip(WorldTests.cases, answer.statuses) {
            #expect(status == wanted.status, "\(wanted.text.prefix(200).debugDescription)")
        }
        #expect(answer.statuses.count == WorldTests.cases.count)
        #expect(answer.streams == ["events", "events", "echo", "echo"])
        #expect(answer.granted == "200" && answer.ungranted == "refused")
        #expect(answer.crowd == ["200", "closed"])

        let row = try #require(try session.rows().first)
        for wanted in WorldTests.cases.compactMap(\.refused) {
            #expect(row.refused.contains { $0.host == wanted && $0.time >= row.start }, "\(wanted)")
        }
        let often = row.refused.first { $0.host == "lo.test" }
        #expect(often?.count == 4)

        let hits = (Bytes.ofFile(log) ?? []).split(separator: UInt8(ascii: "\n"))
            .compactMap { try? JSONDecoder().decode(Hit.self, from: Data($0)) }
        #expect(!hits.contains { $0.server == "hidden" })
        #expect(!hits.contains { $0.path.contains("smuggled") })
        #expect(hits.first { $0.path.contains("/host") }?.host == "pub.test")
        let looked = Set(hits.filter { $0.server == "dns" }.map(\.path))
        #expect(looked.isSubset(of: Set(WorldTests.hosts + ["a.sub.test", "own.test"])), "\(looked)")
    }
}
