import Foundation

@testable import Compartments

/// Web servers on loopback that remember what reached them; see `Servers/origin.py`.
final class Origin {
    struct Hit: Decodable {
        /// `origin` for the server that may be reached; anything else went past the wall.
        var server: String
        var path: String
        var host: String?
        var cookie: String?
    }

    /// What a page saw when it had tried every way out.
    struct Report: Decodable {
        var mark: String
        var cookie: String
        var stored: String?
        var candidates: Int
        /// Places to which a WebSocket was opened.
        var opened: [String]
    }

    private struct Ports: Decodable {
        var origin: UInt16
        var other: UInt16
        var udp: UInt16
    }

    private let server: Companion
    private let log: String
    private let ports: Ports

    var port: UInt16 { ports.origin }

    init(folder: String) throws {
        log = folder + "/hits"
        server = try Companion("/usr/bin/python3", [Origin.script("origin.py"), log])
        ports = try JSONDecoder().decode(Ports.self, from: Data(server.firstLine().utf8))
    }

    /// A file beside the tests.
    static func script(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Servers/" + name
    }

    /// The page that reports what earlier visits left and leaves a mark.
    ///
    /// - Parameter probing: it also tries every way out, and a download.
    func page(_ mark: String, probing: Bool = false) -> String {
        "http://alpha.test/visit?mark=\(mark)&other=\(ports.other)&udp=\(ports.udp)"
            + (probing ? "&probe" : "")
    }

    var hits: [Hit] {
        String(decoding: Bytes.ofFile(log) ?? [], as: UTF8.self).split(separator: "\n")
            .compactMap { try? JSONDecoder().decode(Hit.self, from: Data($0.utf8)) }
    }

    /// Waits for the first hit of the allowed server that begins so, a minute at most.
    func wait(for path: String) -> Hit? {
        for _ in 0..<1200 {
            if let hit = hits.first(where: { $0.server == "origin" && $0.path.hasPrefix(path) }) {
                return hit
            }
            usleep(50_000)
        }
        return nil
    }

    /// The report of the page with this mark.
    func report(of mark: String) -> Report? {
        guard let hit = wait(for: "/report?{\"mark\":\"\(mark)\"") else { return nil }
        return try? JSONDecoder().decode(Report.self, from: Data(hit.path.dropFirst("/report?".count).utf8))
    }
}
