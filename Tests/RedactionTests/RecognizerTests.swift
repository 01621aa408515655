import Testing

@testable import Redaction

@Suite struct RecognizerTests {
    private static let detector = Detector(TermDictionary([]))

    private func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Self.detector.findings(in: bytes).flatMap { finding in
            ([finding.kind] + finding.alsoReadAs).map {
                "\($0.name) \(String(decoding: bytes[finding.range], as: UTF8.self))"
            }
        }
    }

    @Test(
        "what identifies is found with its exact bounds",
        arguments: [
            ("write to j.doe+x@mail.example.co.uk.", "EMAIL j.doe+x@mail.example.co.uk"),
            ("see https://example.org/a(b)?q=1, then", "URL https://example.org/a(b)?q=1"),
            ("see www.example.org/x.", "URL www.example.org/x"),
            ("call (415) 555-0132 now", "PHONE (415) 555-0132"),
            ("call +33 1 42 68 53 00 now", "PHONE +33 1 42 68 53 00"),
            ("card 4012-8888-8888-1881.", "CREDIT_CARD 4012-8888-8888-1881"),
            ("to DE89 3704 0044 0532 0130 00 today", "IBAN DE89 3704 0044 0532 0130 00"),
            ("host 192.168.1.17 is", "IP 192.168.1.17"),
            ("host 2001:db8::8a2e:370 is", "IP 2001:db8::8a2e:370"),
            ("mac 00:1A:2B:3C:4D:5E", "MAC 00:1A:2B:3C:4D:5E"),
            ("id {06e82887-9afc-4064-abad-f6fb60b8a1f3}", "GUID {06e82887-9afc-4064-abad-f6fb60b8a1f3}"),
            ("SSN 078-05-1123 is", "US_SSN 078-05-1123"), ("nino AA 12 34 56 B", "UK_NINO AA 12 34 56 B"),
            ("DNI 12345678Z", "ES_NIF 12345678Z"), ("hetu 131052-308T", "FI_PIC 131052-308T"),
            ("Steuer-ID 12345678903.", "DE_TAX_ID 12345678903"), ("PAN ABCPE1234F", "IN_PAN ABCPE1234F"),
            ("NIR 255081416802538", "FR_NIR 255081416802538"),
            ("on 2026-11-22T10:00:00Z", "DATE 2026-11-22T10:00:00Z"),
            ("on 5 May 2021 at", "DATE 5 May 2021"), ("am 3. Oktober 2025 in", "DATE 3. Oktober 2025"),
            ("at 90 Whitchurch Road.", "ADDRESS 90 Whitchurch Road"),
            ("in Hauptstraße 12a,", "ADDRESS Hauptstraße 12a"),
        ])
    func positives(_ text: String, _ expected: String) {
        #expect(found(text).contains(expected), "\(found(text))")
    }

    @Test(
        "amounts are found in the languages people bill in",
        arguments: [
            ("we pay $1,234.56 for it", "$1,234.56"), ("rund 1.234,56 € im Monat", "1.234,56 €"),
            ("NOK 1 240 000 is", "NOK 1 240 000"),
            ("£90 million", "£90 million"), ("50 millions de dollars", "50 millions de dollars"),
            ("drei Millionen Euro", "drei Millionen Euro"),
            ("125 millones de pesos", "125 millones de pesos"), ("100 000 kronor per", "100 000 kronor"),
            ("5306億円です", "5306億円"),
            ("500만 달러", "500만 달러"), ("€10-12k a day", "€10-12k"), ("EUR 12k/day", "EUR 12k"),
            ("twenty-five dollars", "twenty-five dollars"),
        ])
    func amounts(_ text: String, _ expected: String) {
        #expect(found(text).contains("MONEY \(expected)"), "\(found(text))")
    }

    @Test(
        "what only looks alike is left alone",
        arguments: [
            "version 1.2.3 of 12", "256.256.256.256", "std::cout << x", "time 12:34:56",
            "card 4012-8888-8888-1882",
            "a ratio of 3/4", "os.path and self.name", "working..is", "aa:bb:cc:dd:ee", "78-05", "Alice@abc",
            "chapter 12 and page 7",
        ])
    func negatives(_ text: String) {
        #expect(found(text).isEmpty, "\(found(text))")
    }

    @Test(
        "secrets are found, and masked for good",
        arguments: [
            "ghp_0123456789abcdefABCDEF0123456789abcd", "password = \"Tr0ub4dor&3\"", "AKIAIOSFODNN7ABCDEFG",
            "postgres://admin:s3cr3tPw@db.internal/app",
            "xoxb-781236542736-2364535789652-GkwFDQoHqzXDVsC6GzqYUypD",
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
            "api_key: 'a8f5f167f44f4964e6c998dee827110c'", "curl -u bob:d2LkV78zLx https://x.example.org",
        ])
    func secrets(_ text: String) {
        #expect(found(text).contains { $0.hasPrefix("SECRET") }, "\(found(text))")
        var map = Sample.map()
        let redacted = Sample.redact(Array(text.utf8), &map, Self.detector)
        #expect(Restorer.restore(redacted, with: map) != Array(text.utf8))
        for finding in Self.detector.findings(in: Array(text.utf8)) where finding.kind == .secret {
            let secret = String(decoding: Array(text.utf8)[finding.range], as: UTF8.self)
            #expect(!map.entries.contains { $0.value.contains(secret) })
        }
    }

    @Test(
        "placeholders of secrets and hashes are no secrets",
        arguments: [
            "password = ${PASSWORD}", "token: <your-token>", "api_key = os.environ['KEY']",
            "commit 43fc912ef59a83054ea7f6706df4d53a7dea4d80",
            "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "primaryKey=customerIdentifier17",
        ])
    func noSecrets(_ text: String) {
        #expect(!found(text).contains { $0.hasPrefix("SECRET") }, "\(found(text))")
    }

    @Test("bytes that pass for two kinds are listed as both") func readings() {
        #expect(found("130692544").count > 1)
    }

    @Test("an address is masked whole though a name stands in it") func containment() {
        let text = Array("mail ap@nordwind.example or see https://nordwind.example/x".utf8)
        let findings = Sample.detector.findings(in: text)
        #expect(
            findings.map { String(decoding: text[$0.range], as: UTF8.self) } == [
                "ap@nordwind.example", "https://nordwind.example/x",
            ])
    }

    @Test("the line protocol answers in scalars, and refuses what is no object with a text")
    func lineProtocol() {
        let line = Array(#"{"id":1,"text":"😀 é \"a@b.com\""}"#.utf8)
        #expect(LineProtocol.answer(line, with: Self.detector) == #"{"spans":[[5,12,"EMAIL"]]}"#)
        #expect(LineProtocol.answer(Array("{\"x\":1}".utf8), with: Self.detector) == nil)
        #expect(LineProtocol.answer(Array("{\"text\":\"".utf8), with: Self.detector) == nil)
    }
}
