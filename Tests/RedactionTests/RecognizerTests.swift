import Testing

@testable import Redaction

@Suite struct RecognizerTests {
    private static let detector = Detector(TermDictionary([]))

    private func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Self.detector.findings(in: bytes).flatMap { finding in
            ([finding.kind] + finding.alsoReadAs.kinds).map {
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
            ("at 221B Baker St, London", "ADDRESS 221B Baker St"),
            ("to 500 5th Ave NW, Suite 30.", "ADDRESS 500 5th Ave NW, Suite 30"),
            ("in der Friedrich-Ebert-Str. 112", "ADDRESS Friedrich-Ebert-Str. 112"),
            ("wohnt Am Markt 3, 07743 Jena", "ADDRESS Am Markt 3"),
            ("en C/ Alcalá 120, Madrid", "ADDRESS C/ Alcalá 120"),
            ("przy ul. Marszałkowska 84", "ADDRESS ul. Marszałkowska 84"),
            ("Mannerheimintie 5 A 12", "ADDRESS Mannerheimintie 5 A 12"),
            ("P.O. Box 4412, Denver", "ADDRESS P.O. Box 4412"),
            ("USt-IdNr. DE129273398", "EU_VAT DE129273398"),
            ("TVA FR 40 303 265 045", "EU_VAT FR 40 303 265 045"),
            ("BTW BE 0428.759.497", "EU_VAT BE 0428.759.497"),
            ("UID CHE-116.281.710", "EU_VAT CHE-116.281.710"),
            ("btw NL004495445B01", "EU_VAT NL004495445B01"), ("ALV FI20774740", "EU_VAT FI20774740"),
            ("P.IVA IT00743110157", "EU_VAT IT00743110157"), ("CIF B58378431", "EU_VAT B58378431"),
            ("SIRET 73282932000074", "COMPANY_ID 73282932000074"),
            ("Y-tunnus 2077474-0", "COMPANY_ID 2077474-0"),
            ("DNI 12.345.678-Z", "ES_NIF 12.345.678-Z"), ("NIE X-1234567-L", "ES_NIE X-1234567-L"),
            ("card 4012 8888 8888 1881.", "CREDIT_CARD 4012 8888 8888 1881"),
            ("from o'brien@example.ie to", "EMAIL o'brien@example.ie"),
            ("user=dev%40example.org", "EMAIL dev%40example.org"),
            ("call 030 / 2345 6789", "PHONE 030 / 2345 6789"),
            ("on 2026年3月4日", "DATE 2026年3月4日"), ("am 5 мая 2026", "DATE 5 мая 2026"),
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
            ("twenty-five dollars", "twenty-five dollars"), ("soit 15 M€ sur", "15 M€"),
            ("kostar 499:-", "499:-"),
            ("1 200 francs suisses", "1 200 francs suisses"), ("coût : 3 500 $ CA", "3 500 $ CA"),
            ("cirka 1,2 Mkr", "1,2 Mkr"), ("pagan quinientos dólares", "quinientos dólares"),
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
            "chapter 12 and page 7", "v0.0.0-20210921155107-089bfa567519", "we won 5 won games",
            "2 real issues",
            "am Montag 3 Uhr", "card 4012-8888-8888-1882", "VAT DE129273399",
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
            "sk-ant-api03-k3JmQ9xT7vB2nLw8sRc6yJf3gEa0uIoP5tNzk3JmQ9xT7vB2nLw8sRc6yJf3gEa0uIoP5tNz0uIoP5tNzk3-4bCQ9",
            "sk-3f8a1c7be2d84056a1b9c3d7e5f20486", "redis_cache_password: x7!Lp0zQ", "DB_PASSWORD=hunterxyz",
            "mysql -u root -pXy7!kLmPq2", "das Passwort lautet Blaubeere77", "contraseña: Girasol-77",
            "exchange_api_key = \"zp9XqT3mLvK8wRb2NcJ7\"", "password=\"pa<ss!9x\"",
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
