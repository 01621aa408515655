
/// Keys, tokens, passwords and private keys.
extension Scan {
    /// A key of a known issuer whose prefix is at `start`.
    mutating func secret(_ shape: SecretShape, at start: Int) {
        let prefix = shape.prefix.utf8.count
        let before = at(start - 1)
        if before.isAlphanumeric || before == 0x5F && prefix < 5 { return }
        let body = start + prefix
        var end = run(body, limit: shape.most == 4096 ? 4096 : shape.most + 1) { shape.admits($0) }
        while end > body, at(end - 1) == 0x2E || at(end - 1) == 0x2D && shape.alphabet == .dotted { end -= 1 }
        guard end - body >= shape.least, end - body <= shape.most else { return }
        let run = text[body..<end]
        guard spread(run) >= (run.count < 12 ? 5 : 7), !isPlaceholder(text[start..<end]) else { return }
        if prefix <= 4, !run.contains(where: \.isDigit) { return }
        add(start, end, .secret, .checksum)
    }

    /// A private key in its armor (RFC 7468, OpenPGP, PuTTY) around `index`, or the rest of the text if it never ends.
    mutating func privateKey(at index: Int) {
        var start = index
        let least = max(0, index - 40)
        while start > least, text[start - 1] != 0x0A { start -= 1 }
        while start < index, !reads("-----BEGIN", at: start) { start += 1 }
        guard start < index else { return }
        var end = index
        while end < count, !reads("-----END", at: end) { end += 1 }
        guard end < count || end - index > 20 else { return }
        if end < count {
            end = run(end + 5, limit: 80) { $0 != 0x0A && $0 != 0x2D }
            end = run(end, limit: 5) { $0 == 0x2D }
        }
        add(start, end, .secret, .checksum)
    }

    /// A JSON Web Token (RFC 7519): base64url of `{"` twice with a dot between.
    mutating func webToken(at start: Int) {
        if at(start - 1).isAlphanumeric { return }
        let head = run(start, limit: 8192) { $0.isAlphanumeric || oneOf("_-/\\", $0) }
        guard at(head) == 0x2E, head - start >= 12 else { return }
        let body = run(head + 1, limit: 65536) { $0.isAlphanumeric || oneOf("_-/\\", $0) }
        guard body - head > 8 else { return }
        var end = body
        if at(body) == 0x2E { end = run(body + 1, limit: 8192) { $0.isAlphanumeric || oneOf("_-/\\=", $0) } }
        add(start, end, .secret, .checksum)
    }

    /// What a name says about the value assigned to it.
    private enum Secrecy { case password, key, unknown, open }

    private static let openNames = contextWords(
        "sha md5 hash checksum digest integrity commit rev revision etag uuid guid version url uri path file dir name "
            + "public pubkey csrf fingerprint length size count type format color colour class style href src id index "
            + "primary foreign sort cache description title label text message keyword keyboard keyid keyname")

    private func secrecy(_ name: Range<Int>) -> Secrecy {
        let word = lowercased(name)
        func has(_ part: String) -> Bool { word.utf8.firstRange(of: part) }
        if ["keyword", "keyboard", "keyid", "key_id", "key-id", "keyname", "key_name", "keyfile", "key_file", "publickey", "public_key",
            "primarykey", "primary_key", "foreignkey", "foreign_key", "tokenizer", "token_type", "secretname", "secret_name", "author",
            "access_id", "api_version", "apiversion", "api_url", "api_endpoint", "token_uri", "token_url", "key_path", "bucket_key",
            "passwordfile", "password_file", "csrf", "compass", "passenger", "bypass", "monkey", "turkey", "hotkey", "partitionkey",
            "key_length", "key_size", "key_alias", "keystore", "max_tokens", "num_tokens", "issuerkeyhash",
        ].contains(where: has) {
            return has("password=") ? .password : .open
        }
        if ["password", "passwd", "passphrase", "pwd", "secret", "credential", "passw", "db_pass", "userpass", "contrase", "passwort"].contains(where: has)
            || word.hasSuffix("pass") || word.hasSuffix("pw")
        {
            return .password
        }
        if ["key", "token", "auth", "api", "access", "creds", "private", "bearer", "salt", "signature", "hmac", "session", "cookie", "jwt"].contains(where: has) {
            return .key
        }
        for part in Self.openNames where word.utf8.count <= 40 && word.utf8.firstRange(of: String(decoding: part, as: UTF8.self)) {
            return .open
        }
        return .unknown
    }

    /// A value assigned to a name that says it is secret; `index` is at the `=` or `:`.
    mutating func assignment(at index: Int) {
        if at(index) == 0x3D, at(index - 1) == 0x3D || at(index - 1) == 0x21 { return }
        // The name, before the sign.
        var nameEnd = index
        while nameEnd > 0, index - nameEnd < 6, oneOf(" \t\"'`])?:|\\+", text[nameEnd - 1]) { nameEnd -= 1 }
        let nameStart = runBack(nameEnd, limit: 64) { $0.isAlphanumeric || oneOf("_-.", $0) }
        guard nameEnd - nameStart >= 2 else { return }
        // The value, behind it.
        var start = index + 1
        while start < count, start - index < 12, oneOf("=:>~ \t({[@", text[start]) { start += 1 }
        if reads("bearer ", at: start) || reads("token ", at: start) || reads("basic ", at: start) {
            start = run(start, limit: 8) { $0 != 0x20 } + 1
        }
        var quote: UInt8 = 0
        while oneOf("\"'`\\", at(start)), start < count, start - index < 16 {
            if at(start) != UInt8(ascii: "\\") { quote = text[start] }
            start += 1
        }
        guard start < count else { return }
        let quoted = quote != 0
        let end =
            quoted
            ? run(start, limit: 512) { $0 != quote && $0 != 0x0A && $0 != 0x0D && $0 != 0x5C }
            : run(start, limit: 512) { $0 > 0x20 && !oneOf("\"'`,;<>(){}[]|", $0) }
        guard end - start >= 4, !quoted || at(end) == quote || at(end) == 0x5C || end == count else { return }
        value(start, end, secrecy(nameStart..<nameEnd), quoted: quoted)
    }

    private mutating func value(_ start: Int, _ end: Int, _ secrecy: Secrecy, quoted: Bool) {
        let run = text[start..<end]
        let size = run.count
        if secrecy == .open || isPlaceholder(run) { return }
        let digits = run.filter(\.isDigit).count
        let letters = run.filter(\.isLetter).count
        let token = run.allSatisfy { $0.isAlphanumeric || oneOf("_-.=+/~%:$!*&^#@", $0) }
        switch secrecy {
        case .password:
            let plainWord = digits == 0 && letters == size
            if !quoted, plainWord || isCode(run) { return }
            if quoted, run.contains(0x20), size > 40 { return }
            guard size >= (quoted ? 4 : 6), spread(run) >= 4 else { return }
            if quoted && plainWord && size < 6 { return }
            if !quoted, digits == 0, run.allSatisfy({ $0.isLetter || oneOf("_.-", $0) }) { return }
            add(start, end, .secret, .context)
        case .key:
            guard token, size >= 10, digits > 0, letters > 0 || size >= 16, spread(run) >= min(9, size / 2), !isCode(run) else { return }
            guard entropy(run) >= (quoted ? 2.8 : 3.1) else { return }
            add(start, end, .secret, .context)
        case .unknown:
            guard token, isRandom(run) else { return }
            add(start, end, .secret, .pattern)
        case .open: return
        }
    }

    /// Whether a run looks drawn at random: long, of mixed letters and digits, no word or path in it.
    private func isRandom(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let size = run.count
        guard size >= 20, !run.contains(where: { oneOf(":@&$!*^#~%", $0) }) else { return false }
        let digits = run.filter(\.isDigit).count
        let upper = run.filter(\.isUpper).count
        let lower = run.filter(\.isLower).count
        if run.allSatisfy({ $0.isHex || $0 == 0x2D }) {
            return digits > 2 && upper + lower > 2 && entropy(run) >= 3
        }
        guard digits >= 2, upper + lower >= 4 else { return false }
        if run.filter({ oneOf("-._/", $0) }).count > size / 8 { return false }
        return entropy(run) >= (upper > 0 && lower > 0 ? 3.7 : 3.4)
    }

    /// Whether a run is an expression and no value: a call, a variable, a template.
    private func isCode(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = run.first, let last = run.last else { return true }
        if first == UInt8(ascii: "$") || first == UInt8(ascii: "%") && last == UInt8(ascii: "%") || last == UInt8(ascii: ":") { return true }
        let head = String(decoding: run.prefix(12).map(\.lowered), as: UTF8.self)
        return ["os.environ", "process.env", "env.", "getenv", "self.", "this.", "config.", "settings.", "none", "null", "true", "false", "vault:"]
            .contains { head.hasPrefix($0) }
    }

    /// Values that stand for a secret without being one: `xxxx`, `<token>`, `${PASSWORD}`, `changeme`, `EXAMPLE`.
    func isPlaceholder(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = run.first, let last = run.last else { return true }
        if first == UInt8(ascii: "<") || first == UInt8(ascii: "{") && last == UInt8(ascii: "}") || first == UInt8(ascii: "[") { return true }
        if first == UInt8(ascii: "$"), run.dropFirst().first == UInt8(ascii: "{") || run.dropFirst().first == UInt8(ascii: "(") { return true }
        let text = String(decoding: run.prefix(200).map(\.lowered), as: UTF8.self)
        let open = [
            "example", "xxxx", "placeholder", "changeme", "your_", "your-", "yourpass", "yourtoken", "yourkey", "insert", "redacted", "dummy",
            "****", "....", "fake", "sample", "<", "{{", "}}", "$(", "todo", "0000000000", "1234567890123456", "abcdefghij",
        ]
        return open.contains { text.utf8.firstRange(of: $0) }
    }

    /// How many different bytes a run has.
    private func spread(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var seen: (UInt64, UInt64) = (0, 0)
        for byte in run.prefix(512) {
            if byte < 64 { seen.0 |= 1 << UInt64(byte) } else { seen.1 |= 1 << UInt64(byte & 63) }
        }
        return seen.0.nonzeroBitCount + seen.1.nonzeroBitCount
    }

    /// Shannon's entropy of the bytes, in bits each.
    private func entropy(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
        var counts = [Int](repeating: 0, count: 256)
        for byte in run { counts[Int(byte)] += 1 }
        let size = Double(run.count)
        var sum = 0.0
        for count in counts where count > 0 {
            let share = Double(count) / size
            sum -= share * binaryLogarithm(share)
        }
        return sum
    }

    /// Base-two logarithm of a number in (0, 1], to three digits: exponent plus a series for the rest.
    private func binaryLogarithm(_ value: Double) -> Double {
        let rest = value.significand
        let x = (rest - 1) / (rest + 1)
        let square = x * x
        let series = 2 * x * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
        return Double(value.exponent) + series * 1.4426950408889634
    }
}

extension String.UTF8View {
    /// Whether the bytes of `part` occur.
    fileprivate func firstRange(of part: String) -> Bool {
        let part = Array(part.utf8)
        guard let first = part.first, count >= part.count else { return false }
        var index = startIndex
        while let hit = self[index...].firstIndex(of: first) {
            if self[hit...].starts(with: part) { return true }
            index = self.index(after: hit)
        }
        return false
    }
}
