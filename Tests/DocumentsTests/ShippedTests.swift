import Documents
import Foundation
import Permits
import Testing

/// The documents that the executable carries.
enum Shipped {
    static func bytes(_ name: String) throws -> [UInt8] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: root.appendingPathComponent("Sources/CShipped/" + name)))
    }

    static func catalog() throws -> Catalog {
        try readCatalog(bytes("catalog.yaml"), file: "catalog.yaml")
    }

    /// The world of a shipped workspace, on the shipped catalog.
    static func world(_ name: String) throws -> World {
        let document = try readWorkspace(bytes(name), file: name)
        var world = document.world
        world.settings = document.settings ?? Settings()
        world.catalog = try catalog()
        return world
    }
}

@Suite struct ShippedTests {
    @Test("the shipped documents are read without a fault") func read() throws {
        #expect(try Shipped.catalog().surfaces.count >= 60)
        #expect(try Shipped.world("house.yaml").agreements.map(\.id) == ["house"])
        #expect(try Shipped.world("demo.yaml").clients.count == 6)
    }

    @Test("every value has a source with a date and an address, and says how sure it is")
    func provenance() throws {
        let catalog = try Shipped.catalog()
        let sources = Dictionary(uniqueKeysWithValues: catalog.sources.map { ($0.id, $0) })
        for fact in catalog.vendors.flatMap(\.facts) + catalog.surfaces.flatMap(\.facts) {
            let source = try #require(sources[fact.source])
            #expect(source.date != nil && source.kind != nil, "\(source.id)")
            #expect(source.url?.hasPrefix("https://") == true, "\(source.id)")
            #expect(["high", "medium", "low"].contains(fact.confidence ?? ""), "\(fact)")
        }
    }

    @Test(
        "every system of the review has a row",
        arguments: [
            "moonshot.kimi-chat", "moonshot.openplatform-api", "moonshot.kimi-work",
            "moonshot.kimi-webbridge",
            "moonshot.kimi-swarm", "moonshot.kimi-k26-local", "librechat.self",
            "openwebui.self", "proton.lumo", "proton.mail", "proton.drive", "proton.vpn",
            "anthropic.claude-api", "anthropic.claude-consumer", "anthropic.claude-team",
            "anthropic.claude-enterprise", "anthropic.claude-code", "local.llama3-ollama",
            "local.kimi-k2-ollama",
            "ollama.cloud", "microsoft.azure-openai", "aws.bedrock", "nord.vpn", "yubico.yubikey5nfc",
            "control.redaction", "control.browser-profile",
        ])
    func row(_ surface: String) throws {
        #expect(try Shipped.catalog().surfaces.contains { $0.id == surface })
    }

    @Test("the contract and the help page of the Kimi API both stand, and the contract decides")
    func conflict() throws {
        let world = try Shipped.world("house.yaml")
        let api = try #require(world.catalog.surfaces.first { $0.id == "moonshot.openplatform-api" })
        let values = api.facts.filter { $0.key == .trainsOnInput }
        #expect(Set(values.map(\.value)) == [.stance(.always), .stance(.never)])
        let stricter = values.filter { $0.value == .stance(.always) }.map(\.source)
        #expect(stricter.contains("kimi.op-terms"))
        #expect(values.contains { $0.source == "article" && $0.value == .stance(.never) })
    }

    @Test(
        "a control has an effect and a limit, and no fact that decides",
        arguments: [
            "proton.mail", "proton.drive", "proton.vpn", "nord.vpn", "yubico.yubikey5nfc",
            "control.redaction", "control.browser-profile",
        ])
    func control(_ id: String) throws {
        let surface = try #require(try Shipped.catalog().surfaces.first { $0.id == id })
        let keys = Set(surface.facts.map(\.key))
        #expect(keys.isDisjoint(with: FactKey.deciding))
        #expect(keys.isSuperset(of: [.other("effect"), .other("limit")]))
        #expect(surface.launch == .none("a control beside the decision: it never grants anything"))
        #expect(surface.hosts.isEmpty)
        #expect(!surface.capabilities.contains("chat"))
    }

    @Test("a surface that cannot be launched says why, and one that can reaches its own page")
    func launch() throws {
        for surface in try Shipped.catalog().surfaces {
            switch surface.launch {
            case .none(let reason): #expect(reason?.isEmpty == false, "\(surface.id)")
            case .browser(let url), .gateway(let url):
                let host = url.split(separator: "/").dropFirst().first.map(String.init) ?? ""
                let reached = surface.hosts.contains {
                    $0 == host || ($0.hasPrefix("*.") && host.hasSuffix($0.dropFirst()))
                }
                #expect(reached, "\(surface.id)")
            case .local(let url): #expect(url.hasPrefix("http://127.0.0.1:"), "\(surface.id)")
            case .command: break
            }
        }
    }

    @Test("the demo shows every kind of answer where it is looked at first") func demo() throws {
        let world = try Shipped.world("demo.yaml")
        let day = try #require(Day("2026-11-22"))
        let marks: [Outcome: String] = [.permit: "ok", .conditional: "if", .undetermined: "??", .deny: "NO"]
        let rows = try world.catalog.surfaces.prefix(11).map { surface in
            try world.clients.map { client in
                let request = Request(
                    client: client.id, engagement: client.engagements.first?.id, surface: surface.id, at: day)
                let verdict = try decide(world, request)
                return marks[verdict.outcome] ?? ""
            }.joined(separator: " ")
        }
        #expect(
            rows == [
                "ok ok ok ok ok ok", "ok if if ok ok ok", "ok if NO ok if ok", "ok ok NO ok if ok",
                "?? NO ?? if ?? ok", "if NO if ok ?? ok", "if NO NO ok NO ok", "if NO ?? if if ok",
                "NO NO NO if NO ok", "NO NO NO if NO ok", "?? NO NO if ?? ok",
            ])
    }

    @Test("the documentation lists every reason code with its meaning", arguments: ReasonCode.allCases)
    func reasonCode(_ code: ReasonCode) throws {
        let page = String(
            decoding: try Shipped.bytes("../bulkhead/Documentation.docc/ReasonCodes.md"), as: UTF8.self)
        #expect(page.contains("| `\(code.rawValue)` | \(code.meaning) |"))
    }
}
