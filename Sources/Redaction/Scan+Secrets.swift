/// Keys, tokens, passwords and private keys.
extension Scan {
    /// A key of a known issuer whose prefix is at `start`.
    mutating func secret(_ shape: SecretShape, at start: Int) {
        let prefix = shape.prefix.utf8.count
        let before = at(start - 1)
        if before.isAlphanumeric || prefix < 5 && oneOf("_+/.", before) { return }
        // The same again inside one that is masked already.
        if start < issued.end, issued.prefix == shape.prefix { return }
        let body = start + prefix
        // A prefix over and over begins no key.
        if shape.alphabet != .opaque, shape.alphabet != .upper, shape.least >= 20,
            spread(text[body..<min(count, body + 64)]) < 6
        {
            return
        }
        var end = run(body, limit: shape.most == 4096 ? 4096 : shape.most + 1) { shape.admits($0) }
        while end > body, at(end - 1) == 0x2E || at(end - 1) == 0x2D && shape.alphabet == .dotted { end -= 1 }
        guard end - body >= shape.least, end - body <= shape.most, at(end) != UInt8(ascii: "#") else {
            return
        }
        let run = text[body..<end]
        if shape.alphabet != .opaque {
            guard !isFiller(run) else { return }
            let mixed = run.contains(where: \.isUpper) && run.contains(where: \.isLower)
            if prefix <= 4, shape.alphabet != .upper, !mixed, !run.contains(where: \.isDigit) { return }
            if shape.alphabet != .upper, spread(run) < 6 { return }
            // A short prefix says little: what follows must look drawn.
            if prefix <= 4, run.count >= 30, entropy(run) < 2.8 { return }
            if longestSequence(run) >= 20 { return }
            // Names of packages and parts of programs begin so too.
            if shape.prefix == "sk-", !holdsMark(body..<end),
                run.count(where: \.isDigit) < 4 || entropy(run) < 3.4
            {
                return
            }
        }
        add(start, end, .secret, .checksum)
        issued = (shape.prefix, end)
    }

    /// Whether a key holds the letters that those of OpenAI have in the middle.
    private func holdsMark(_ range: Range<Int>) -> Bool { range.contains { reads("T3BlbkFJ", at: $0) } }

    /// A private key in its armor (RFC 7468, OpenPGP, PuTTY) around `index`, or the rest of the text if it never ends.
    mutating func privateKey(at index: Int) {
        var start = index
        let least = max(0, index - 40)
        while start > least, text[start - 1] != 0x0A { start -= 1 }
        while start < index, !reads("-----BEGIN", at: start) { start += 1 }
        guard start < index, index >= armored else { return }
        var end = index
        while end < count, !reads("-----END", at: end) { end += 1 }
        guard end - index > 40 else { return }
        if end < count {
            end = run(end + 5, limit: 80) { $0 != 0x0A && $0 != 0x2D }
            end = run(end, limit: 5) { $0 == 0x2D }
        }
        add(start, end, .secret, .checksum)
        armored = end
    }

    /// A JSON Web Token (RFC 7519): base64url of `{"` twice with a dot between.
    mutating func webToken(at start: Int) {
        if at(start - 1).isAlphanumeric { return }
        let head = run(start, limit: 8192) { $0.isAlphanumeric || oneOf("_-/\\", $0) }
        guard at(head) == 0x2E, head - start >= 12 else { return }
        let body = run(head + 1, limit: 65536) { $0.isAlphanumeric || oneOf("_-/\\", $0) }
        guard body - head > 8, isHeader(start..<head) else { return }
        var end = body
        if at(body) == 0x2E { end = run(body + 1, limit: 8192) { $0.isAlphanumeric || oneOf("_-/\\=", $0) } }
        add(start, end, .secret, .checksum)
    }

    /// Whether base64url text decodes to an object that names an algorithm.
    private func isHeader(_ range: Range<Int>) -> Bool {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var held = 0
        for byte in text[range.prefix(1024)] {
            let value: UInt8 =
                switch byte {
                case 0x41...0x5A: byte - 0x41
                case 0x61...0x7A: byte - 0x61 + 26
                case 0x30...0x39: byte - 0x30 + 52
                case 0x2D, 0x2B: 62
                default: 63
                }
            bits = bits << 6 | UInt32(value)
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        while let last = bytes.last, last.isSpace || last == 0 { bytes.removeLast() }
        return bytes.last == UInt8(ascii: "}")
            && String(decoding: bytes, as: UTF8.self).utf8.firstRange(of: "\"alg\"")
    }

    /// A hexadecimal key of Mailchimp, or a token of Discord, whose first run of letters and digits is `start..<end`.
    mutating func issued(_ start: Int, _ end: Int) -> Bool {
        if end - start == 32, at(end) == 0x2D, at(end + 1) == UInt8(ascii: "u"),
            at(end + 2) == UInt8(ascii: "s"), at(end + 3).isDigit,
            text[start..<end].allSatisfy({ $0.isHex && !$0.isUpper })
        {
            add(start, run(end + 3, limit: 2) { $0.isDigit }, .secret, .checksum)
            return true
        }
        if (34...34).contains(end - start), reads("SK", at: start) || reads("AC", at: start),
            text[start].isUpper, text[(start + 2)..<end].allSatisfy(\.isHex)
        {
            add(start, end, .secret, .checksum)
            return true
        }
        guard (24...26).contains(end - start), oneOf("MNO", text[start]), at(end) == 0x2E else {
            return false
        }
        func member(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == 0x2D || byte == 0x5F }
        let middle = run(end + 1, limit: 8, while: member)
        guard middle - end == 7, at(middle) == 0x2E,
            case let stop = run(middle + 1, limit: 64, while: member), stop - middle >= 28
        else {
            return false
        }
        add(start, stop, .secret, .checksum)
        return true
    }

    /// A token of a Facebook app: fifteen or sixteen digits that end at `end`, a bar, and 27 or more letters.
    mutating func appToken(_ start: Int, _ end: Int) -> Bool {
        guard (15...16).contains(end - start), at(end) == UInt8(ascii: "|") else { return false }
        let stop = run(end + 1, limit: 41) { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
        guard (27...40).contains(stop - end - 1), !isFiller(text[(end + 1)..<stop]) else { return false }
        add(start, stop, .secret, .checksum)
        return true
    }

    /// A client secret of Microsoft Entra, around the `~` of its "Q~" at `index`.
    mutating func entraSecret(at index: Int) {
        guard at(index - 1) == UInt8(ascii: "Q"), at(index - 2).isDigit else { return }
        func member(_ byte: UInt8) -> Bool { byte.isAlphanumeric || oneOf("_~.-", byte) }
        let start = index - 5
        guard start >= 0, text[start..<index].allSatisfy(member), !member(at(start - 1)) else { return }
        let end = run(index + 1, limit: 40, while: member)
        if (31...34).contains(end - index - 1), !isFiller(text[start..<end]) {
            add(start, end, .secret, .checksum)
        }
    }

    /// The password of `-u user:password` behind the word "curl" that ends at `index`.
    mutating func curl(after index: Int) {
        guard at(index) == 0x20, !at(index - 5).isAlphanumeric else { return }
        let stop = min(count, index + 512)
        var at = index
        while at < stop {
            defer { at += 1 }
            guard text[at] == 0x20, reads("-u", at: at + 1) || reads("--user", at: at + 1) else { continue }
            var start = run(at + 1, limit: 8) { $0 > 0x20 && $0 != 0x3D }
            start = run(start, limit: 4) { oneOf(" =\"'", $0) }
            let end = run(start, limit: 256) { $0 > 0x20 }
            guard let colon = text[start..<end].firstIndex(of: 0x3A), end - colon > 2 else { continue }
            var from = colon + 1
            var to = end
            while from < to, oneOf("\"'{", text[from]) { from += 1 }
            while to > from, oneOf("\"'},", text[to - 1]) { to -= 1 }
            let plain = text[from..<to].allSatisfy { $0.isLetter || oneOf("$<>{}_", $0) }
            if to - from >= 3, !plain, !isPlaceholder(text[from..<to]) { add(from, to, .secret, .context) }
        }
    }

    /// The password of `mysql … -pPassword`, whose hyphen is at `index`.
    mutating func attachedPassword(at index: Int) {
        guard at(index - 1) == 0x20, at(index + 2) > 0x20 else { return }
        let line = runBack(index, limit: 160) {
            $0 != 0x0A && $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: ";")
        }
        guard mentions(Self.databaseTools, from: line, to: index) else { return }
        let isQuoted = oneOf("\"'", at(index + 2))
        let start = isQuoted ? index + 3 : index + 2
        let end = run(start, limit: 256) { isQuoted ? $0 != text[index + 2] && $0 != 0x0A : $0 > 0x20 }
        if end - start >= 4, !isPlaceholder(text[start..<end]), !isCode(text[start..<end]) {
            add(start, end, .secret, .context)
        }
    }

    private static let databaseTools = contextWords("mysql mysqldump mysqladmin mariadb sshpass")

    /// The word behind "password is" or "Passwort lautet", which end at `index`.
    mutating func toldPassword(_ first: Int, after index: Int) {
        guard at(index) == 0x20 || at(index) == 0x3A, !at(first - 1).isAlphanumeric,
            text[first..<index].contains(0x20)
        else { return }
        var start = run(index, limit: 3) { oneOf(" :", $0) }
        start = run(start, limit: 1) { oneOf("\"'`*", $0) }
        var end = run(start, limit: 128) { $0 > 0x20 }
        while end > start, oneOf(".,;:?\"'`)*", at(end - 1)) { end -= 1 }
        let word = text[start..<end]
        guard word.count >= 6, word.contains(where: \.isDigit), word.contains(where: \.isLetter),
            !isPlaceholder(word)
        else { return }
        add(start, end, .secret, .context)
    }

    /// What a name says about the value assigned to it.
    enum Secrecy { case password, key, unknown, open }

    /// The judgment of a name, kept for the next time it stands there.
    private mutating func secrecy(of name: Range<Int>) -> Secrecy {
        let places = 64
        if judged.isEmpty { judged = Array(repeating: (0..<0, .open), count: places) }
        let place =
            (name.count &* 7 &+ Int(text[name.lowerBound]) &* 3 &+ Int(text[name.upperBound - 1])) % places
        let known = judged[place]
        if known.name.count == name.count, zip(known.name, name).allSatisfy({ text[$0] == text[$1] }) {
            return known.secrecy
        }
        let secrecy = secrecy(name)
        judged[place] = (name, secrecy)
        return secrecy
    }

    private static let passwordParts: Set<String> = [
        "password", "passwd", "passphrase", "passcode", "pwd", "pass", "pw", "secret", "secrets",
        "credential", "credentials", "creds",
        "dbpass", "contribsys", "psk",
        "passwort", "kennwort", "contraseña", "contrasena", "clave", "passe", "mdp", "senha", "wachtwoord",
        "lösenord",
        "losenord", "salasana", "adgangskode", "passord", "hasło", "haslo", "heslo", "jelszó", "parola",
        "şifre", "sifre",
        "пароль", "密码", "口令", "パスワード", "비밀번호", "암호", "पासवर्ड",
    ]
    private static let keyParts: Set<String> = [
        "key", "keys", "token", "tokens", "apikey", "auth", "authorization", "bearer", "jwt", "cookie",
        "hmac", "signing", "apitoken",
        "access", "salt", "session", "webhook",
    ]
    private static let openLast: Set<String> = [
        "id", "ids", "name", "names", "version", "url", "uri", "path", "file", "files", "size", "length",
        "len", "type", "types", "alias", "pair",
        "code", "word", "words", "event", "down", "up", "left", "right", "pressed", "press", "frame",
        "signatures", "selector", "store",
        "tab", "ring", "count", "limit", "ttl", "expiry", "expires", "endpoint", "host", "class", "title",
        "label", "field", "column",
        "index", "format", "prefix", "suffix", "pattern", "policy", "arn", "meshing", "chars", "str", "bytes",
        "source", "results", "vault",
        "iterator", "accessor", "hash", "sha", "sha256", "sha1", "md5", "checksum", "digest", "integrity",
        "commit", "rev", "etag", "uuid",
        "guid", "srcrev", "revision", "fingerprint", "href", "src", "style", "color", "description", "text",
        "message", "resolved", "variable", "variables",
    ]
    private static let openAny: Set<String> = [
        "public", "pub", "primary", "foreign", "schema", "sequence", "csrf", "xsrf", "partition",
        "sort", "natural", "idx",
        "author", "srcrev", "pubkey", "accessibility", "monkey", "turkey", "hotkey", "donkey", "keyboard",
        "keyword", "bypass", "compass", "tokenizer", "keying",
        "issuer", "authenticity", "mapping", "size", "results", "chksum",
        "checksum", "integrity", "sha256", "sha384", "sha512", "h1", "sri",
    ]
    private static let suffixes: [(String, Secrecy)] = [
        ("password", .password), ("passwd", .password), ("secret", .password), ("pass", .password),
        ("pwd", .password), ("passwort", .password), ("密码", .password), ("パスワード", .password),
        ("비밀번호", .password),
        ("token", .key), ("apikey", .key), ("key", .key), ("auth", .key),
    ]

    /// Judges a name by its words: "client_secret" and "apiKey" speak, "primaryKey" and "token_type" don't.
    private func secrecy(_ name: Range<Int>) -> Secrecy {
        var parts: [String] = []
        var part: [UInt8] = []
        for index in name {
            let byte = text[index]
            let hump = byte.isUpper && index > name.lowerBound && text[index - 1].isLower
            if !byte.isAlphanumeric && byte < 0x80 || hump {
                if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
                part.removeAll(keepingCapacity: true)
            }
            if byte.isAlphanumeric || byte >= 0x80 { part.append(byte.lowered) }
        }
        if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
        guard let last = parts.last else { return .unknown }
        if Self.openLast.contains(last) { return .open }
        if parts.contains(where: Self.passwordParts.contains) { return .password }
        if parts.contains(where: Self.openAny.contains) { return .open }
        if parts.contains(where: Self.keyParts.contains) { return .key }
        for part in parts {
            for (suffix, secrecy) in Self.suffixes where part.hasSuffix(suffix) || part.hasPrefix("secret") {
                return secrecy
            }
        }
        return .unknown
    }

    private static let typeNames: [StaticString] = ["string", "str", "text", "char", "bytes", "nsstring"]

    private func isNamePart(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == 0x5F || byte == 0x2D || byte == 0x2E || byte >= 0x80
    }

    /// The name that stands before a sign at `index`: of a typed declaration the name and not the type, and of
    /// `name="…" value="…"` what the name says.
    private func name(before index: Int) -> Range<Int>? {
        var end = index
        while end > 0, index - end < 6, oneOf(" \t\"'`])?:|\\+=!.", text[end - 1]) { end -= 1 }
        let start = runBack(end, limit: 64, while: isNamePart)
        guard end - start >= 2 else { return nil }
        if end - start <= 8 {
            if end - start == 5, reads("value", at: start) { return pairedName(before: start) ?? start..<end }
            if Self.typeNames.contains(where: { $0.utf8CodeUnitCount == end - start && reads($0, at: start) })
            {
                let gap = runBack(start, limit: 4) { oneOf(" \t:*", $0) }
                let first = runBack(gap, limit: 64, while: isNamePart)
                if gap < start, gap - first >= 2 { return first..<gap }
            }
        }
        return start..<end
    }

    /// What `name`, `key` or `id` says a little before `index`, in the same tag, on the same line or the one above.
    private func pairedName(before index: Int) -> Range<Int>? {
        let least = max(0, index - 160)
        var sign = index
        var lines = 0
        while sign > least {
            sign -= 1
            if text[sign] == 0x0A { lines += 1 }
            if lines > 1 || oneOf("<>}", text[sign]) { return nil }
            guard oneOf("=:", text[sign]) else { continue }
            let end = runBack(sign, limit: 4) { oneOf(" \t\"'", $0) }
            let start = runBack(end, limit: 12) { $0.isLetter }
            let isLabel =
                end - start == 4 && reads("name", at: start) || end - start == 3 && reads("key", at: start)
                || end - start == 2 && reads("id", at: start)
            guard isLabel else { continue }
            let first = run(sign + 1, limit: 4) { oneOf(" \t\"'", $0) }
            let last = run(first, limit: 64, while: isNamePart)
            return last - first >= 2 ? first..<last : nil
        }
        return nil
    }

    /// The text of an element of XML whose name says that it is secret; `index` is at the `>` of its first tag.
    mutating func element(at index: Int) {
        let first = runBack(index, limit: 200) { !oneOf("<>\n", $0) }
        guard at(first - 1) == UInt8(ascii: "<"), at(first).isLetter || at(first).isDigit else { return }
        let last = run(first, limit: 64) { isNamePart($0) || $0 == 0x3A }
        let name = last < index ? pairedName(before: index) ?? first..<last : first..<last
        let start = run(index + 1, limit: 64) { $0.isSpace }
        let end = run(start, limit: 512) { $0 > 0x20 && $0 != 0x3C }
        let close = run(end, limit: 64) { $0.isSpace }
        guard end - start >= 4, at(close) == 0x3C, at(close + 1) == 0x2F else { return }
        let secrecy = secrecy(name)
        if secrecy != .unknown { value(start, end, secrecy, quoted: true) }
    }

    /// The value of a command's option whose name says that it is secret; `index` is at the first of two hyphens.
    mutating func option(at index: Int) {
        let end = run(index + 2, limit: 40, while: isNamePart)
        guard end - index >= 4, at(end) == 0x20, at(index - 1) != 0x2D else { return }
        let isQuoted = oneOf("\"'", at(end + 1))
        let quote = isQuoted ? at(end + 1) : 0
        let start = isQuoted ? end + 2 : end + 1
        guard at(start) != 0x2D, at(start) != UInt8(ascii: "$") else { return }
        let stop = run(start, limit: 512) { isQuoted ? $0 != quote && $0 != 0x0A : $0 > 0x20 }
        let secrecy = secrecy((index + 2)..<end)
        if stop - start >= 4, secrecy == .password || secrecy == .key {
            value(start, stop, secrecy, quoted: isQuoted)
        }
    }

    /// A value assigned to a name that says it is secret; `index` is at the `=` or `:`.
    ///
    /// - Parameter isPair: whether the sign is the comma of `"name", "value"`, which may as well be a list of words.
    mutating func assignment(at index: Int, isPair: Bool = false) {
        // Inside a value that is masked already.
        if index < masked { return }
        guard let name = name(before: index) else { return }
        // The value, behind it.
        var start = index + 1
        while start < count, start - index < 12, oneOf("=:>~ \t({[@", text[start]) { start += 1 }
        for scheme in ["bearer ", "token ", "basic ", "api-token ", "string = "] as [StaticString]
        where reads(scheme, at: start) {
            start += scheme.utf8CodeUnitCount
            break
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
            : unquoted.contains(start) ? unquoted.upperBound : run(start, limit: 4096, while: Self.isUnquoted)
        if !quoted { unquoted = start..<end }
        guard end - start >= 4, !quoted || at(end) == quote || at(end) == 0x5C || end == count else { return }
        if isPair, text[start..<end].allSatisfy({ $0.isLower || oneOf("_-. ", $0) }) { return }
        let secrecy = secrecy(of: name)
        if !quoted, secrecy == .unknown {
            // What a query or a chain of names assigns next is looked at by itself.
            let stop = run(start, limit: min(512, end - start)) { $0 != 0x3D && $0 != 0x26 && $0 != 0x3A }
            if at(stop) == 0x3A { return }
            let rest = run(stop, limit: 3) { $0 == 0x3D }
            if stop - start >= 20 { value(start, rest == end ? end : stop, secrecy, quoted: false) }
            return
        }
        // "DB_PASSWORD=hunter" in a file of variables: the name in capitals, and no space.
        let isVariable =
            index == name.upperBound && start == index + 1 && text[index] == 0x3D
            && text[name].allSatisfy { $0.isUpper || $0.isDigit || $0 == 0x5F }
        value(start, end, secrecy, quoted: quoted || isVariable)
        if let last = found.last, last.kind == .secret, last.range.upperBound == end { masked = end }
    }

    /// Where a value without quotes goes on.
    private static func isUnquoted(_ byte: UInt8) -> Bool {
        byte > 0x20 && !oneOf("\"'`,;<>(){}[]|", byte)
    }

    private mutating func value(_ start: Int, _ end: Int, _ secrecy: Secrecy, quoted: Bool) {
        if secrecy == .open { return }
        let basis: Finding.Basis = secrecy == .unknown ? .pattern : .context
        let run = text[start..<min(end, start + 512)]
        if looksSecret(run, secrecy, quoted: quoted), !isPlaceholder(run), !isTruncated(text[start..<end]),
            !isTimeBased(run)
        {
            add(start, end, .secret, basis)
        }
    }

    /// Whether what was assigned to such a name is drawn or chosen, and no word, expression or count.
    private func looksSecret(_ run: Slice<UnsafeBufferPointer<UInt8>>, _ secrecy: Secrecy, quoted: Bool)
        -> Bool
    {
        let size = run.count
        let digits = run.count(where: \.isDigit)
        let letters = run.count(where: \.isLetter)
        let token = run.allSatisfy { $0.isAlphanumeric || oneOf("_-.=+/~%:$!*&^#@", $0) }
        switch secrecy {
        case .password:
            let plainWord = digits == 0 && letters == size
            if !quoted, plainWord || isCode(run) { return false }
            if quoted, run.contains(0x20), size > 40 { return false }
            guard size >= (quoted ? 4 : 6), spread(run) >= 4, letters + digits > 0 else { return false }
            if quoted && plainWord && size < 6 || namesVariable(run) { return false }
            if !quoted, digits == 0, run.allSatisfy({ $0.isLetter || oneOf("_.-", $0) }) { return false }
            return true
        case .key:
            guard token, size >= 10, letters > 0 || size >= 15, !isCode(run) else { return false }
            guard digits > 1 || size > 40 || size >= 20 && longestConsonants(run) >= 6,
                spread(run) >= (letters == 0 ? 5 : min(8, size / 2))
            else { return false }
            if size < 30, !run.starts(with: "s.".utf8), run.contains(where: { oneOf(".:/", $0) }) {
                return false
            }
            guard entropy(run) >= (letters == 0 ? 2.3 : 2.9) else { return false }
            return true
        case .unknown:
            return token && isRandom(run)
        case .open: return false
        }
    }

    /// Whether a run looks drawn at random: long, of mixed letters and digits, no word, path, count or hash in it.
    private func isRandom(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let size = run.count
        guard size >= 20, !run.contains(where: { oneOf(":@&$!*^#~%", $0) }), longestSequence(run) < 10,
            !isPeriodic(run)
        else { return false }
        let digits = run.filter(\.isDigit).count
        let upper = run.filter(\.isUpper).count
        let lower = run.filter(\.isLower).count
        // Hashes are written in one case.
        if run.allSatisfy({ $0.isHex || $0 == 0x2D }), upper == 0 || lower == 0 { return false }
        guard digits >= 2, upper + lower >= 4 else { return false }
        if run.filter({ oneOf("-._/", $0) }).count > size / 8 { return false }
        // What is drawn changes between letters and digits all the time; words and versions don't.
        let changes = zip(run, run.dropFirst()).count { $0.isDigit != $1.isDigit }
        if changes * 10 < size { return false }
        if upper == 0 || lower == 0 { return size >= 32 && entropy(run) >= 3.7 }
        return entropy(run) >= 3.8
    }

    /// Whether the end of a value was left out: "eyJz..".
    private func isTruncated(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        run.suffix(2).elementsEqual("..".utf8) || run.suffix(3).elementsEqual("…".utf8)
            || run.suffix(3).elementsEqual("***".utf8)
    }

    /// Whether a value is a UUID made of the time and the machine's address (RFC 9562, versions 1 and 6), which
    /// anyone can guess.
    private func isTimeBased(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard run.count == 36 else { return false }
        let places = run.startIndex
        return oneOf("16", run[places + 14])
            && run.indices.allSatisfy {
                [8, 13, 18, 23].contains($0 - places) ? run[$0] == 0x2D : run[$0].isHex
            }
    }

    /// Whether a value is the name of the variable that holds the secret: "DB_PASSWORD".
    private func namesVariable(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard run.allSatisfy({ $0.isUpper || $0 == 0x5F }) else { return false }
        return run.split(separator: 0x5F).contains { part in
            let word = String(decoding: part.map(\.lowered), as: UTF8.self)
            return Self.passwordParts.contains(word) || Self.keyParts.contains(word)
        }
    }

    /// The longest stretch of characters that count up one by one, as in "abcdefgh".
    private func longestSequence(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var longest = 1
        var length = 1
        var previous: UInt8 = 0
        for byte in run {
            length = byte == previous &+ 1 ? length + 1 : 1
            longest = max(longest, length)
            previous = byte
        }
        return longest
    }

    /// Whether a run is one short piece over and over.
    private func isPeriodic(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        (1...max(1, min(8, run.count / 3))).contains { period in
            run.indices.dropFirst(period).allSatisfy { run[$0].lowered == run[$0 - period].lowered }
        }
    }

    /// The longest stretch of consonants, which no word of a language with Latin letters has six of.
    private func longestConsonants(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var longest = 0
        var length = 0
        for byte in run {
            length = byte.isLetter && !oneOf("aeiouy", byte.lowered) ? length + 1 : 0
            longest = max(longest, length)
        }
        return longest
    }

    /// Whether a run is an expression and no value: a call, a variable, a template.
    private func isCode(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = run.first, let last = run.last else { return true }
        if first == UInt8(ascii: "$") || first == UInt8(ascii: "%") && last == UInt8(ascii: "%")
            || last == UInt8(ascii: ":")
        {
            return true
        }
        let head = String(decoding: run.prefix(12).map(\.lowered), as: UTF8.self)
        return [
            "os.environ", "process.env", "env.", "getenv", "self.", "this.", "config.", "settings.", "none",
            "null", "true", "false", "vault:",
        ]
        .contains { head.hasPrefix($0) }
    }

    /// Whether a run is filler in the shape of a key: one letter over and over, or three dots.
    private func isFiller(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var same = 0
        var previous: UInt8 = 0
        for byte in run {
            same = byte == previous ? same + 1 : 1
            previous = byte
            if same >= 3, byte == 0x2E || byte == 0x2A { return true }
            if same >= 8, byte.lowered == UInt8(ascii: "x") { return true }
        }
        return String(decoding: run.suffix(7), as: UTF8.self) == "EXAMPLE"
            || run.suffix(4).map(\.lowered).elementsEqual("here".utf8)
    }

    /// Values that stand for a secret without being one: `xxxx`, `<token>`, `${PASSWORD}`, `changeme`, `EXAMPLE`.
    func isPlaceholder(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = run.first, let last = run.last else { return true }
        if first == UInt8(ascii: "<") || first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
            || first == UInt8(ascii: "[")
        {
            return true
        }
        if first == UInt8(ascii: "$"),
            run.dropFirst().first == UInt8(ascii: "{") || run.dropFirst().first == UInt8(ascii: "(")
        {
            return true
        }
        return run.indices.prefix(200).contains { start in
            let byte = run[start].lowered
            return Self.stopWords.contains { word in
                word.utf8Start[0] == byte && start + word.utf8CodeUnitCount <= run.endIndex
                    && reads(word, at: start)
            }
        } || run.contains(0x3C) && run.contains(0x3E)
    }

    private static let stopWords: [StaticString] = [
        "example", "xxxx", "placeholder", "changeme", "your_", "your-", "yourpass", "yourtoken", "yourkey",
        "insert",
        "_here", "-here", "redacted", "dummy", "****", "....", "fake", "sample", "{{", "}}", "$(", "todo",
        "0000000000",
        "1234567890123456", "abcdefghij",
    ]

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
