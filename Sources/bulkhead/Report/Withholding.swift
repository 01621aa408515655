import Permits
import Redaction

/// What a text must not name: everyone else's clients, in a paper that one client gets.
struct Withholding {
    private let others: [[Unicode.Scalar]]
    private let own: [[Unicode.Scalar]]
    /// Tags are short words, so that only their very letters count.
    private let tags: [[Unicode.Scalar]]
    /// Knows the other clients' names in every spelling, as redaction does.
    private let detector: Detector

    /// - Parameters:
    ///   - world: everything recorded.
    ///   - client: the client who may be named.
    init(_ world: World, except client: String) {
        var others: Set<String> = []
        var own: Set<String> = []
        var tags: Set<String> = []
        for each in world.clients {
            if each.id == client {
                own.formUnion(Self.names(of: each, in: world))
            } else {
                others.formUnion(Self.names(of: each, in: world) + Self.descriptions(of: each))
                tags.insert(each.tag)
            }
        }
        self.others = others.subtracting(own).sorted().map(Self.folded).filter { $0.count >= 2 }
        self.own = own.sorted().map(Self.folded).filter { !$0.isEmpty }
        let ownTag = world.clients.first { $0.id == client }?.tag
        let shared = own.map { $0.lowercased() }
        detector = Detector(
            TermDictionary(
                world.clients.filter { $0.id != client }
                    .flatMap { client in
                        RedactionDesk.terms(of: client, foreignTo: client.tag)
                            + [Self.shortName(of: client)].compactMap { $0 }.map {
                                Term($0, kind: .client, foreignTo: client.tag)
                            }
                    }
                    .filter { !shared.contains($0.text.lowercased()) }))
        self.tags = tags.filter { $0 != ownTag && !$0.isEmpty }.sorted().map { Array($0.unicodeScalars) }
    }

    private static func names(of client: Client, in world: World) -> [String] {
        var names = [client.id, client.name] + client.aliases
        if let short = shortName(of: client) { names.append(short) }
        names += client.redact.names + client.redact.codenames + client.redact.domains + client.redact.custom
        for job in client.engagements {
            names += [job.id] + (job.codename.map { [$0] } ?? [])
        }
        for paper in world.agreements where paper.client == client.id {
            names.append(paper.id)
        }
        for account in world.accounts where account.client == client.id {
            names.append(account.id)
            if let identity = account.identity { names.append(identity) }
        }
        names += world.consents.filter { $0.client == client.id }.map(\.id)
        return names
    }

    /// "Nordwind Logistik GmbH" is Nordwind to those who speak of it.
    private static func shortName(of client: Client) -> String? {
        guard let word = client.name.split(whereSeparator: \.isWhitespace).first else { return nil }
        let end = word.lastIndex { $0.isLetter || $0.isNumber } ?? word.startIndex
        var short = word[...end].drop { !$0.isLetter && !$0.isNumber }
        if let mark = short.firstIndex(where: { !$0.isLetter && !"-'’_&.".contains($0) }) {
            short = short[..<mark]
        }
        while let last = short.last, !last.isLetter { short.removeLast() }
        return short.count >= 4 && short.count < client.name.count ? String(short) : nil
    }

    /// What tells of a client without naming it.
    ///
    /// One word alone, such as "Website", may be anybody's.
    private static func descriptions(of client: Client) -> [String] {
        client.engagements.flatMap { [$0.title] + $0.directories }.filter {
            $0.contains(" ") || $0.contains("/")
        }
    }

    private static func folded(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map(fold)
    }

    /// A letter in lower case, where that is one scalar; any apostrophe as the plain one.
    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "\u{2019}" || scalar == "\u{02BC}" || scalar == "\u{2018}" { return "'" }
        if scalar.isASCII {
            return (65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
        }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first ?? scalar : scalar
    }

    /// `text` with every name of another client taken out; what is part of a name of this client's own stays.
    func fit(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let low = scalars.map(Self.fold)
        var isOwn = [Bool](repeating: false, count: scalars.count)
        for name in own {
            for range in Self.places(of: name, in: low) { for index in range { isOwn[index] = true } }
        }
        var isOthers = [Bool](repeating: false, count: scalars.count)
        let found =
            others.flatMap { Self.places(of: $0, in: low) }
            + tags.flatMap { Self.places(of: $0, in: scalars) } + spellings(in: text)
        for range in found where !range.allSatisfy({ isOwn[$0] }) {
            for index in range { isOthers[index] = true }
        }
        guard isOthers.contains(true) else { return text }
        var result = String.UnicodeScalarView()
        for index in scalars.indices {
            if !isOthers[index] {
                result.append(scalars[index])
            } else if index == 0 || !isOthers[index - 1] {
                result.append(contentsOf: "[withheld]".unicodeScalars)
            }
        }
        return String(result)
    }

    /// Where the other clients' names stand in whatever spelling, in scalars.
    private func spellings(in text: String) -> [Range<Int>] {
        let found = detector.findings(in: Array(text.utf8)).filter { $0.term != nil }.map(\.range)
        guard !found.isEmpty else { return [] }
        var places: [Int: Int] = [:]
        var byte = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            places[byte] = index
            byte += UTF8.width(scalar)
        }
        places[byte] = text.unicodeScalars.count
        return found.compactMap { range in
            guard let start = places[range.lowerBound], let end = places[range.upperBound] else { return nil }
            return start..<end
        }
    }

    /// Where `name` stands as whole words.
    private static func places(of name: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Range<Int>] {
        guard let first = name.first, let last = name.last, name.count <= text.count else { return [] }
        var found: [Range<Int>] = []
        for start in 0...(text.count - name.count) where text[start] == first {
            let end = start + name.count
            guard text[start..<end].elementsEqual(name),
                start == 0 || !isWord(first) || !isWord(text[start - 1]),
                end == text.count || !isWord(last) || !isWord(text[end])
            else { continue }
            found.append(start..<end)
        }
        return found
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
