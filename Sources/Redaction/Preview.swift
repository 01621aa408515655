/// A text before and after redaction, span by span, for a person who decides what is replaced.
package struct Preview: Equatable, Sendable {
    /// What becomes of one span.
    package enum Decision: Sendable, Equatable { case replace, keep, undecided }

    /// One span of the text.
    package struct Item: Sendable, Equatable {
        /// Bytes of the text.
        package var range: Range<Int>
        /// The text there.
        package var text: String
        package var kind: EntityKind
        /// "dictionary", "pattern: amount", or why it looks suspicious.
        package var reason: String
        /// What would stand in its place.
        package var placeholder: String
        /// The other client whose term it is; such an item is never kept and never sent.
        package var foreignTo: String?
        package var decision: Decision
    }

    package let text: [UInt8]
    package private(set) var items: [Item]
    /// The engagement's placeholders, those of this text among them.
    package private(set) var map: TokenMap
    private let detector: Detector

    /// Looks at a text.
    ///
    /// - Parameters:
    ///   - text: any bytes.
    ///   - map: the engagement's placeholders; `redacted(into:)` hands it back grown.
    package init(_ text: [UInt8], with detector: Detector, map: TokenMap) {
        self.text = text
        self.map = map
        self.detector = detector
        var skeleton = Skeleton()
        let pieces = Findings.settled(in: text, detector, map, &skeleton)
        var items: [Item] = []
        for piece in pieces where !piece.isToken {
            let term = piece.term.map { detector.dictionary.terms[$0] }
            let reason = piece.kind.isTerm ? "dictionary" : "pattern: \(piece.kind.label)"
            let entity = term.map { Array($0.entity.utf8) } ?? Findings.entity(text[piece.range])
            items.append(
                Item(
                    range: piece.range, text: String(decoding: text[piece.range], as: UTF8.self),
                    kind: piece.kind,
                    reason: reason,
                    placeholder: String(
                        decoding: self.map.token(piece.kind, entity: entity, spelling: text[piece.range])
                            .bytes,
                        as: UTF8.self), foreignTo: term?.foreignTo, decision: .replace))
        }
        var report = Report()
        Suspicions.collect(in: text, 0..<text.count, pieces, detector.dictionary, offset: 0, into: &report)
        for suspicion in report.suspicions {
            let spelling = text[suspicion.range]
            let token = self.map.token(.custom, entity: Findings.entity(spelling), spelling: spelling)
            items.append(
                Item(
                    range: suspicion.range, text: suspicion.text, kind: .custom,
                    reason: suspicion.reason.rawValue,
                    placeholder: String(decoding: token.bytes, as: UTF8.self), foreignTo: nil,
                    decision: .undecided))
        }
        self.items = items.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Two previews are one where the text and all that was decided of it are.
    package static func == (left: Preview, right: Preview) -> Bool {
        left.text == right.text && left.items == right.items
    }

    /// Takes over what was decided of the same text before it was looked at again.
    package mutating func takeDecisions(of earlier: Preview) {
        guard text == earlier.text else { return }
        let decided = Dictionary(
            earlier.items.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first })
        for index in items.indices {
            guard let before = decided[items[index].range], before.kind == items[index].kind else { continue }
            decide(index, before.decision)
        }
    }

    /// Whether another client's term stands in the text.
    package var isBlocked: Bool { items.contains { $0.foreignTo != nil } }

    /// How many spans wait for a decision.
    package var undecided: Int { items.count { $0.decision == .undecided } }

    /// Decides one span; another client's term stays replaced.
    package mutating func decide(_ index: Int, _ decision: Decision) {
        guard items.indices.contains(index), items[index].foreignTo == nil else { return }
        items[index].decision = decision
    }

    /// Decides every span with the same folded text at once: "mask this everywhere".
    package mutating func decideEverywhere(like index: Int, _ decision: Decision) {
        guard items.indices.contains(index) else { return }
        let name = Findings.entity(Array(items[index].text.utf8)[...])
        for other in items.indices where Findings.entity(Array(items[other].text.utf8)[...]) == name {
            decide(other, decision)
        }
    }

    /// The text as the tool would see it now; undecided spans still read as they are.
    package var result: [UInt8] {
        var out: [UInt8] = []
        var from = 0
        for item in items where item.decision == .replace && item.range.lowerBound >= from {
            out.append(contentsOf: text[from..<item.range.lowerBound])
            out.append(contentsOf: item.placeholder.utf8)
            from = item.range.upperBound
        }
        return out + text[from...]
    }

    /// The redacted text, once nothing is undecided and no other client's term is in it.
    ///
    /// - Parameter map: takes the placeholders that were given out.
    package func redacted(into map: inout TokenMap) -> Redacted? {
        guard undecided == 0, !isBlocked else { return nil }
        var report = Report()
        for item in items where item.decision == .replace { report.masked[item.kind, default: 0] += 1 }
        // What a person chose to keep is what remains to worry about.
        report.suspicionCount = items.count { $0.decision == .keep }
        map = self.map
        return Redacted(bytes: result, report: report)
    }
}
