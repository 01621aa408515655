/// E-mail, web addresses, host names, IP and hardware addresses.
extension Scan {
    /// An e-mail address around the `@` at `index` (RFC 5321; domains may be internationalized).
    mutating func email(at index: Int) {
        let start = runBack(index, limit: 64) {
            $0.isAlphanumeric || $0 >= 0x80 || oneOf("._%+-'/=!#$&*?^{|}~`", $0)
        }
        var local = start
        while local < index, !(text[local].isAlphanumeric || text[local] >= 0x80 || text[local] == 0x5F) {
            local += 1
        }
        // A path or a list before the address is no part of it.
        if let cut = text[local..<index].indices.last(where: {
            oneOf("=/'`|{}*!?$&", text[$0])
                && !(text[$0] == 0x27 && at($0 - 1).isLetter && at($0 + 1).isLetter)
        }) {
            local = cut + 1
        }
        guard local < index, at(index - 1) != UInt8(ascii: "."), at(local) != UInt8(ascii: ".") else {
            return
        }
        if hasDoubleDot(local..<index) { return }
        if at(index + 1) == UInt8(ascii: "["), let end = ipv4(index + 2), at(end) == UInt8(ascii: "]") {
            add(local, end + 1, .email, .pattern)
            return
        }
        var end = run(index + 1, limit: 253) { $0.isAlphanumeric || $0 >= 0x80 || $0 == 0x2E || $0 == 0x2D }
        while end > index + 1, at(end - 1) == 0x2E || at(end - 1) == 0x2D { end -= 1 }
        end = trimForeign(index + 1, end)
        guard let dot = text[(index + 1)..<max(end, index + 1)].lastIndex(of: 0x2E), dot > index + 1,
            !hasDoubleDot((index + 1)..<end), at(end) != UInt8(ascii: "_")
        else { return }
        let top = text[(dot + 1)..<end]
        guard top.count >= 2,
            top.allSatisfy({ $0.isLetter || $0 >= 0x80 }) || lowercased(dot + 1..<end).hasPrefix("xn--")
        else { return }
        add(local, end, .email, .pattern)
    }

    /// Cuts a run of host characters where a script without spaces takes over after an ASCII top-level domain.
    private func trimForeign(_ start: Int, _ end: Int) -> Int {
        guard let dot = text[start..<max(end, start)].lastIndex(of: 0x2E), at(dot + 1).isLetter else {
            return end
        }
        return run(dot + 1, limit: end - dot - 1) { $0 < 0x80 }
    }

    private func hasDoubleDot(_ range: Range<Int>) -> Bool {
        range.dropLast().contains { text[$0] == 0x2E && text[$0 + 1] == 0x2E }
    }

    private static let schemes: [StaticString] = [
        "http", "ftp", "ws", "sftp", "ssh", "git", "svn", "ldap", "smb", "rtsp",
    ]

    /// An address with a scheme, around the `:` at `index` of `scheme://`.
    mutating func url(atColon index: Int) {
        let start = runBack(index, limit: 20) { $0.isAlphanumeric || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
        var scheme = start
        while scheme < index, !at(scheme).isLetter { scheme += 1 }
        guard index - scheme >= 2 else { return }
        // Glued to the word before it ("MORE:https", "pnghttp"): take the scheme that ends here.
        for known in ["https", "http"] as [StaticString]
        where index - known.utf8CodeUnitCount >= scheme && reads(known, at: index - known.utf8CodeUnitCount) {
            scheme = index - known.utf8CodeUnitCount
            break
        }
        let web = Self.schemes.contains { reads($0, at: scheme) }
        let host = index + 3
        var end = run(host, limit: 2048) { $0 > 0x20 && $0 != 0x7F && !oneOf("<>\"`{}|^\\", $0) }
        end = trimmed(host, end)
        guard end > host else { return }
        let authority = run(host, limit: end - host) { !oneOf("/?#", $0) }
        if let at = text[host..<authority].lastIndex(of: 0x40) {
            if let colon = text[host..<at].firstIndex(of: 0x3A), at - colon > 1 {
                let password = text[(colon + 1)..<at]
                if isPlaceholder(password) || password.contains(where: { oneOf("'\"", $0) }) { return }
                add(scheme, end, .secret, .checksum)
                return
            }
        }
        guard web else { return }
        let name = (text[host..<authority].lastIndex(of: 0x40) ?? host - 1) + 1
        guard plausibleHost(name, authority) else { return }
        add(scheme, end, .url, .pattern)
    }

    /// The end of a run without the punctuation of the sentence around it.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start {
            let last = text[end - 1]
            if oneOf(".,;:!?'*_", last) {
                end -= 1
            } else if last == UInt8(ascii: ")"), !text[start..<end].contains(UInt8(ascii: "(")) {
                end -= 1
            } else if last == UInt8(ascii: "]"), !text[start..<end].contains(UInt8(ascii: "[")) {
                end -= 1
            } else {
                break
            }
        }
        return end
    }

    /// Whether the authority names a host: localhost, an address, or a name with a known top-level domain.
    private func plausibleHost(_ start: Int, _ end: Int) -> Bool {
        if at(start) == UInt8(ascii: "[") { return text[start..<end].contains(UInt8(ascii: "]")) }
        let name = run(start, limit: end - start) { $0 != 0x3A }
        if reads("localhost", at: start), name - start == 9 { return true }
        if let address = ipv4(start), address == name { return true }
        return hostName(start, name)
    }

    /// Whether `start..<end` is a dotted name of valid labels that ends in a top-level domain.
    private func hostName(_ start: Int, _ end: Int) -> Bool {
        guard end - start >= 4, end - start <= 253 else { return false }
        var label = 0
        var dots = 0
        for index in start..<end {
            let byte = text[index]
            if byte == 0x2E {
                if label == 0 { return false }
                dots += 1
                label = 0
            } else if byte.isAlphanumeric || byte == 0x2D || byte == 0x5F || byte >= 0x80 {
                if label == 0, byte == 0x2D { return false }
                label += 1
            } else {
                return false
            }
        }
        guard dots > 0, label >= 2, let dot = text[start..<end].lastIndex(of: 0x2E) else { return false }
        return text[(dot + 1)..<end].contains { $0 >= 0x80 }
            || TopLevelDomain.contains(lowercased((dot + 1)..<end))
    }

    /// A name without a scheme around the `.` at `index`; returns where to go on.
    mutating func bareHost(at index: Int) -> Int {
        guard at(index + 1).isAlphanumeric, at(index - 1).isAlphanumeric else { return index + 1 }
        let start = runBack(index, limit: 253) { $0.isAlphanumeric || $0 == 0x2E || $0 == 0x2D }
        let end = run(index + 1, limit: 253) { $0.isAlphanumeric || $0 == 0x2E || $0 == 0x2D }
        var last = end
        while last > index, at(last - 1) == 0x2E || at(last - 1) == 0x2D { last -= 1 }
        let before = at(start - 1)
        if before == 0x40 || before == 0x5F
            || before == UInt8(ascii: "/") && at(start - 2) != UInt8(ascii: "/")
        {
            return end
        }
        if at(end) == 0x40 || at(end) == UInt8(ascii: "(") || at(end) == 0x5F { return end }
        guard at(start).isAlphanumeric, hostName(start, last) else { return end }
        guard let dot = text[start..<last].lastIndex(of: 0x2E) else { return end }
        let top = text[(dot + 1)..<last]
        let www = reads("www.", at: start)
        let cased = top.contains(where: \.isUpper)
        // The "@" of a query: "user=dev%40example.org".
        if reads("%40", at: start - 1) {
            let local = runBack(start - 1, limit: 64) { $0.isAlphanumeric || oneOf("._-+", $0) }
            if local < start - 1 { add(local, last, .email, .pattern) }
            return end
        }
        if !www {
            let name = text[start..<dot]
            // "end.It" is two sentences; "os.path" is code; "3.is" is a version.
            if cased, name.contains(where: \.isLower) { return end }
            if !name.contains(where: \.isLetter) { return end }
            let path = at(last) == UInt8(ascii: "/") && at(last + 1).isAlphanumeric
            if TopLevelDomain.ambiguous.contains(lowercased((dot + 1)..<last)), !path,
                !text[start..<dot].contains(0x2E), !text[start..<dot].contains(0x2D)
            {
                return end
            }
        }
        var stop = last
        if at(last) == 0x3A, at(last + 1).isDigit { stop = run(last + 1, limit: 5) { $0.isDigit } }
        if at(stop) == UInt8(ascii: "/") || at(stop) == UInt8(ascii: "?") {
            stop = trimmed(
                start, run(stop, limit: 2048) { $0 > 0x20 && $0 != 0x7F && !oneOf("<>\"`{}|^\\", $0) })
        }
        add(start, stop, .url, .pattern)
        return end
    }

    /// The end of a dotted-quad address at `index`.
    func ipv4(_ index: Int) -> Int? {
        var at = index
        for part in 0..<4 {
            if part > 0 {
                guard self.at(at) == 0x2E else { return nil }
                at += 1
            }
            let end = run(at, limit: 4) { $0.isDigit }
            guard end > at, end - at <= 3 else { return nil }
            if text[at..<end].reduce(0, { $0 * 10 + Int($1 - 0x30) }) > 255 { return nil }
            at = end
        }
        return at
    }

    /// A dotted quad that begins at `index`.
    mutating func ip(at index: Int) -> Bool {
        guard let end = ipv4(index) else { return false }
        let before = at(index - 1)
        if before.isAlphanumeric || at(end).isAlphanumeric { return false }
        if before == 0x2E { return false }
        if at(end) == 0x2E, at(end + 1).isDigit {
            // Five numbers are a version or an object identifier, unless the fifth stands for a list.
            return false
        }
        add(index, end, .ip, .pattern)
        return true
    }

    /// An IPv6 address (RFC 4291) around the `:` at `index`; returns where to go on.
    mutating func ipv6(at index: Int) -> Int {
        func member(_ byte: UInt8) -> Bool { byte.isHex || byte == 0x3A || byte == 0x2E }
        let start = runBack(index, limit: 46, while: member)
        var end = run(index, limit: 50, while: member)
        let next = index + 1
        let before = at(start - 1)
        if before.isAlphanumeric || before == 0x5F || before >= 0x80 { return next }
        while end > start, at(end - 1) == 0x2E || at(end - 1) == 0x3A && at(end - 2) != 0x3A { end -= 1 }
        if at(end).isAlphanumeric || at(end) == 0x3A || at(end) == 0x5F { return next }
        guard isIPv6(start, end) else { return next }
        var stop = end
        if at(end) == UInt8(ascii: "%"), at(end + 1).isAlphanumeric {
            stop = run(end + 1, limit: 16) { $0.isAlphanumeric }
        }
        add(start, stop, .ip, .pattern)
        return stop
    }

    private func isIPv6(_ start: Int, _ end: Int) -> Bool {
        guard end - start >= 2 else { return false }
        var groups = 0
        var digits = 0
        var gap = false
        var index = start
        while index < end {
            let byte = text[index]
            if byte == 0x3A {
                if at(index + 1) == 0x3A, index + 1 < end {
                    if gap { return false }
                    gap = true
                    if digits > 0 { groups += 1 }
                    digits = 0
                    index += 2
                    if index < end, text[index] == 0x3A { return false }
                    continue
                }
                if digits == 0 { return false }
                groups += 1
                digits = 0
                index += 1
                if index == end { return false }
                continue
            }
            if digits == 0, let tail = ipv4(index), tail == end { return gap ? groups <= 5 : groups == 6 }
            if !byte.isHex { return false }
            digits += 1
            if digits > 4 { return false }
            index += 1
        }
        if digits > 0 { groups += 1 }
        if gap, groups == 0 {
            // "::" alone is the unspecified address only where the text speaks of addresses.
            return mentions(
                contextWords("ip ipv6 address src dst host bind listen unspecified"), from: start - 24,
                to: start)
                || (start == 0 && end == count)
        }
        return gap ? groups <= 7 : groups == 8
    }

    /// A hardware address whose first pair or quad is `start..<end`.
    mutating func pairs(_ start: Int, _ end: Int) -> Bool {
        let mark = at(end)
        guard end - start == 2 ? mark == 0x3A || mark == 0x2D : mark == 0x2E else { return false }
        return mac(at: end)
    }

    /// A hardware address of six pairs whose first separator is at `index`, or of three quads.
    mutating func mac(at index: Int) -> Bool {
        let mark = text[index]
        let size = mark == 0x2E ? 4 : 2
        let parts = 12 / size
        let start = index - size
        let end = start + 12 + parts - 1
        guard start >= 0, end <= count, !at(start - 1).isAlphanumeric, !at(end).isAlphanumeric else {
            return false
        }
        if at(start - 1) == mark || at(end) == mark && at(end + 1).isAlphanumeric { return false }
        var digits = Set<UInt8>()
        for part in 0..<parts {
            let from = start + part * (size + 1)
            if part > 0, text[from - 1] != mark { return false }
            for offset in 0..<size {
                guard text[from + offset].isHex else { return false }
                digits.insert(text[from + offset].lowered)
            }
        }
        if digits == [0x30] || digits == [0x66] { return false }  // nobody's and everybody's address
        add(start, end, .mac, .pattern)
        return true
    }

    /// A GUID (RFC 9562), bare, braced or plain, that begins at `start`.
    mutating func guid(_ start: Int) -> Bool {
        var end = start
        var digits = 0
        var dashes = 0
        while end < count, digits <= 32 {
            if text[end].isHex {
                digits += 1
            } else if text[end] == 0x2D, digits == 8 || digits == 12 || digits == 16 || digits == 20 {
                dashes += 1
            } else {
                break
            }
            end += 1
        }
        guard digits == 32, dashes == 4 || dashes == 0, !at(end).isAlphanumeric else { return false }
        if dashes == 0, !follows(contextWords("guid uuid"), start), at(start - 1) != UInt8(ascii: "{"),
            !(start == 0 && end == count)
        {
            return false
        }
        var from = start
        var to = end
        if at(from - 1) == UInt8(ascii: "{"), at(to) == UInt8(ascii: "}") { (from, to) = (from - 1, to + 1) }
        if reads("urn:uuid:", at: from - 9) { from -= 9 }
        if reads("%7b", at: from - 3), reads("%7d", at: to) { (from, to) = (from - 3, to + 3) }
        if reads("x'", at: from - 2), at(to) == UInt8(ascii: "'") { (from, to) = (from - 2, to + 1) }
        if at(from - 1).isAlphanumeric { return false }
        add(from, to, .guid, .pattern)
        return true
    }
}
