import Testing

@testable import Compartments

@Suite struct EgressTests {
    private static let policy = EgressPolicy(
        hosts: ["api.moonshot.ai", "*.kimi.com", "own.example:8443", "127.0.0.1:11434", "*", "10.0.0.1"])

    @Test(
        "a host of the surface is reached",
        arguments: [
            ("api.moonshot.ai", 443), ("API.Moonshot.AI", 443), ("api.moonshot.ai.", 443),
            ("www.kimi.com", 443), ("a.b.kimi.com", 443), ("www.kimi.com", 80), ("own.example", 8443),
        ])
    func allowed(host: String, port: Int) {
        guard case .resolve = EgressTests.policy.judge(host, port: port, .tunnel) else {
            Issue.record("\(host):\(port) was refused")
            return
        }
    }

    @Test(
        "whatever is not exactly a host of the surface is refused, and says why",
        arguments: [
            ("kimi.com", 443, EgressPolicy.Reason.host), ("evilkimi.com", 443, .host),
            ("www.kimi.com.evil.example", 443, .host), ("api.moonshot.ai.evil.example", 443, .host),
            ("xapi.moonshot.ai", 443, .host), ("localhost", 443, .host),
            ("api.moonshot.ai", 22, .port), ("api.moonshot.ai", 8443, .port), ("own.example", 443, .port),
            ("127.0.0.1", 11434, .address), ("10.0.0.1", 443, .address), ("2130706433", 80, .address),
            ("0x7f000001", 80, .address), ("127.1", 80, .address), ("[::1]", 80, .address),
            ("::1", 80, .address), ("ｋｉｍｉ.com", 443, .address), ("www.kimi.com\u{0}.x", 443, .address),
            ("", 443, .address), (".kimi.com", 443, .address), ("www..kimi.com", 443, .address),
        ])
    func refused(host: String, port: Int, reason: EgressPolicy.Reason) {
        #expect(EgressTests.policy.judge(host, port: port, .tunnel) == .refuse(reason))
    }

    @Test("a plain request reaches port 80 alone")
    func plainPort() {
        #expect(EgressTests.policy.judge("www.kimi.com", port: 443, .plain) == .refuse(.port))
        guard case .resolve = EgressTests.policy.judge("www.kimi.com", port: 80, .plain) else {
            Issue.record("port 80 was refused")
            return
        }
    }

    @Test("no hosts, no way out")
    func nothing() {
        #expect(EgressPolicy(hosts: []).judge("www.kimi.com", port: 443, .tunnel) == .refuse(.host))
    }

    @Test(
        "addresses of this machine and its networks are not public",
        arguments: [
            0x7F00_0001, 0x0A01_0203, 0xAC10_0001, 0xAC1F_FFFF, 0xC0A8_0001, 0xA9FE_A9FE, 0x6440_0001, 0,
            0xE000_0001, 0xFFFF_FFFF,
        ] as [UInt32])
    func privateAddress(address: UInt32) {
        #expect(!PublicAddress.isPublic(v4: address))
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: address >> $0) }
        let zeros = [UInt8](repeating: 0, count: 10)
        #expect(!PublicAddress.isPublic(v6: zeros + [0xFF, 0xFF] + bytes), "mapped")
        #expect(!PublicAddress.isPublic(v6: [0x00, 0x64, 0xFF, 0x9B] + zeros.prefix(8) + bytes), "NAT64")
        #expect(!PublicAddress.isPublic(v6: [0x20, 0x02] + bytes + zeros), "6to4")
    }

    @Test("ordinary addresses are public")
    func publicAddress() {
        for address in [0x0808_0808, 0x0101_0101, 0xAC20_0001, 0xA9FD_0001] as [UInt32] {
            #expect(PublicAddress.isPublic(v4: address))
        }
        let rest = [UInt8](repeating: 0, count: 13)
        #expect(PublicAddress.isPublic(v6: [0x26, 0x06, 0x47] + rest))
        #expect(!PublicAddress.isPublic(v6: [0xFE, 0x80, 0x00] + rest))
        #expect(!PublicAddress.isPublic(v6: [0xFC, 0x00, 0x00] + rest))
        #expect(!PublicAddress.isPublic(v6: [0x00, 0x00, 0x00] + rest))
        #expect(!PublicAddress.isPublic(v6: [1, 2, 3]))
    }
}
