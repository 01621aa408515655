/// What the grammar finds in an agreement: the proposals, and what their parameters are drawn from.
package struct Reading: Sendable {
    package let outline: Outline
    package private(set) var proposals: [Proposal] = []

    /// Reads `outline` for every kind of clause.
    package init(_ outline: Outline) {
        self.outline = outline
        let grammar = Grammar.shared
        var vocabulary = Vocabulary(grammar.lexicon)
        let facts = DocumentFacts(outline)
        let secrets = SecretTerms(outline)
        let topics = Topics(outline, grammar.lexicon, secrets)
        var features = Features()
        var hits: [ClauseKind: [Int]] = [:]
        var doubted: [(kind: ClauseKind, index: Int)] = []
        for (index, passage) in outline.passages.enumerated() {
            guard Self.isClause(passage) else { continue }
            let theirs = facts.isTheirDuty(passage)
            var said = topics.cueWords(of: index)
            facts.parties.mask(&said)
            let readings = Self.readings(said, passage, outline.text).map {
                words, start in
                (words.map { vocabulary.number($0) }, start)
            }
            let odds = Classifier.shared.logOdds(features.of(said, passage))
            let isAbout = topics.isAbout(index)
            let isReleased = Polarity.releases(said[passage.ownStart...])
            for (place, (kind, cues)) in grammar.cues.enumerated() {
                if passage.isDefinition, !Self.isDefinable(kind, passage) { continue }
                if theirs, Self.ours.contains(kind) { continue }
                let isLikely =
                    odds[place] >= Self.likely(kind) && (isAbout || !Self.onToolsOnly.contains(kind))
                let isMet = cues.contains { cue in
                    readings.contains { cue.match($0.0, ownStart: $0.1, &vocabulary) != nil }
                }
                guard isMet || isLikely, kind != .aiConditionalPermission || permits(passage, facts) else {
                    continue
                }
                // What a cue knows as a ban on tools, or says that it is not prohibited, is none on
                // what may be put in, however like one it sounds.
                let isTaken =
                    kind == .aiInputBan && (isReleased || hits[.aiUseApproval]?.last == index)
                    || kind == .aiUseApproval && isReleased
                guard isMet || !isTaken else { continue }
                hits[kind, default: []].append(index)
                if odds[place] < Self.unlikely { doubted.append((kind, index)) }
            }
            // Where it is open whether a sentence on tools bans them, it does.
            let ban = Self.bans.max { odds[$0.place] < odds[$1.place] }
            if isAbout, !isReleased, !passage.isDefinition, let ban, odds[ban.place] >= -Classifier.scale,
                !Self.bans.contains(where: { hits[$0.kind]?.last == index }),
                hits[.aiConditionalPermission]?.last != index
            {
                hits[ban.kind, default: []].append(index)
            }
            // A cue that labelled sentences speak against is not believed, unless it would keep a tool from something.
            for doubt in doubted where !Self.restricting.contains(doubt.kind) {
                hits[doubt.kind]?.removeAll { $0 == doubt.index }
            }
            doubted.removeAll()
        }
        // What may be done with tools "only if" is barred otherwise, whatever else the sentence says of the result.
        for index in outline.passages.indices
        where topics.isNamed(index) && Self.permitsOnly(outline.passages[index])
            && !hits.contains(where: {
                ![.aiOutputRules, .aiUseRecords, .aiToolList].contains($0.key)
                    && Self.onTools.contains($0.key)
                    && $0.value.contains(index)
            })
        {
            hits[.aiUseApproval, default: []].append(index)
            hits[.aiUseApproval]?.sort()
        }
        for index in outline.passages.indices where topics.isAbout(index) {
            guard !outline.passages[index].isTitle, !outline.passages[index].isDefinition,
                !hits.contains(where: { Self.onTools.contains($0.key) && $0.value.contains(index) }),
                let kind = topics.likelyKind(of: index),
                kind != .aiConditionalPermission || permits(outline.passages[index], facts)
            else { continue }
            hits[kind, default: []].append(index)
            hits[kind]?.sort()
        }
        addExclusions(&hits)
        addDefinitions(&hits, secrets)
        settleOverlaps(&hits, topics)
        for kind in ClauseKind.allCases {
            for group in Self.groups(hits[kind] ?? [], outline, whole: kind == .exclusions) {
                let first = outline.passages[group[0]]
                let last = outline.passages[group[group.count - 1]]
                let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
                proposals.append(
                    Proposal(
                        kind: kind, clause: Self.commonClause(group.map { outline.passages[$0].clause }),
                        range: range, quote: outline.text.slice(range),
                        params: Parameters(
                            facts, group.map { outline.passages[$0] },
                            namesTools: group.contains(where: topics.isNamed)
                        ).of(kind)))
            }
        }
        proposals.sort { ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue) }
    }

    /// Whether a passage is long enough to demand something, and no title.
    static func isClause(_ passage: Passage) -> Bool {
        passage.words.count - passage.ownStart >= 3 && !passage.isTitle
    }

    /// Kinds that a sentence which only gives a term its meaning may still be.
    private static let definable: Set<ClauseKind> = [
        .definition, .dateRules, .secrecyOfRelationship, .exclusions, .noPublicity, .residuals, .breachNotice,
    ]

    /// Whether a definition may be a clause of a kind: one that names tools or people is a rule on them where its term
    /// says what they are to us, as "Approved Tools" and "Permitted Recipients" do.
    private static func isDefinable(_ kind: ClauseKind, _ passage: Passage) -> Bool {
        guard kind == .aiToolList || kind == .permittedRecipients else { return definable.contains(kind) }
        let sorts = [
            "approved", "permitted", "authori", "allowed", "prohibited", "banned", "restricted", "excluded",
        ]
        return passage.words[passage.ownStart...].prefix(4).contains { word in
            sorts.contains { word.text.hasPrefix($0) }
        }
    }

    /// Kinds that speak of tools; a sentence about tools is one of them.
    private static let onTools: Set<ClauseKind> = [
        .aiUseApproval, .aiInputBan, .aiConditionalPermission, .aiNoTraining, .aiNoRetention, .aiToolList,
        .aiUseRecords, .aiOutputRules, .jurisdictionExclusion, .breachNotice, .precedence,
    ]

    /// Kinds that only a sentence about tools may be.
    private static let onToolsOnly: Set<ClauseKind> = [
        .aiUseApproval, .aiInputBan, .aiConditionalPermission, .aiNoTraining, .aiNoRetention, .aiToolList,
        .aiUseRecords, .aiOutputRules,
    ]

    /// The bans on tools, each with its place among all kinds.
    private static let bans = ClauseKind.allCases.enumerated().compactMap { place, kind in
        kind == .aiUseApproval || kind == .aiInputBan ? (place: place, kind: kind) : nil
    }

    /// Kinds that keep a tool from something, so that a doubtful one is kept for a person to read.
    private static let restricting: Set<ClauseKind> = [
        .noThirdPartyDisclosure, .purposeLimitation, .secrecyOfRelationship, .aiUseApproval, .aiInputBan,
        .aiNoTraining, .aiNoRetention, .aiToolList, .aiUseRecords, .aiOutputRules, .dataResidency,
        .crossBorderTransfer, .jurisdictionExclusion, .subprocessorApproval, .dpaRequired, .baaRequired,
        .personalDataLimits, .deidentification, .copyLimits, .noSubcontracting, .noPublicity, .standardOfCare,
    ]

    /// The log-odds from which a sentence is taken for a kind whether or not a cue is met: even ones, and better where
    /// it would permit or where almost every sentence could be meant.
    private static func likely(_ kind: ClauseKind) -> Int {
        [.aiConditionalPermission, .permittedRecipients, .definition, .deidentification].contains(kind)
            ? Classifier.scale : 0
    }
    /// The log-odds under which a cue that is met is not believed: one in four hundred.
    private static let unlikely = -6 * Classifier.scale

    /// Kinds that bind us, so that a sentence about what the other side does is none of them.
    private static let ours: Set<ClauseKind> = [
        .breachNotice, .purposeLimitation, .personalDataLimits, .securityMeasures, .noThirdPartyDisclosure,
        .standardOfCare, .dataSubjectRequests, .returnOrDestroy, .retainedCopies, .copyLimits,
        .permittedRecipients, .flowDown,
    ]

    /// Whether a sentence permits something, and only under a condition.
    private static func permitsOnly(_ passage: Passage) -> Bool {
        guard !passage.isTitle, !passage.isDefinition else { return false }
        let own = passage.words[passage.ownStart...].map(\.text)
        guard let may = own.firstIndex(where: { ["may", "can", "permitted", "allowed"].contains($0) }) else {
            return false
        }
        return own[may...].contains("only")
    }

    /// Runs of neighboring passages of one clause become one piece of evidence.
    private static func groups(_ indexes: [Int], _ outline: Outline, whole: Bool) -> [[Int]] {
        func belong(_ left: Passage, _ right: Passage) -> Bool {
            left.clause == right.clause || left.sentence == right.sentence
                || whole && Outline.base(of: left.clause) == Outline.base(of: right.clause)
        }
        var groups: [[Int]] = []
        for index in indexes {
            if let last = groups.last?.last, index - last <= (whole ? 3 : 1),
                belong(outline.passages[last], outline.passages[index])
            {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    /// The clause that holds all of `clauses`: itself, or the one their letters hang on.
    private static func commonClause(_ clauses: [String]) -> String {
        guard let first = clauses.first else { return "" }
        return clauses.allSatisfy { $0 == first } ? first : Outline.base(of: first)
    }

    /// The words of a passage, and where it has asides in brackets the words without them: what a sentence demands
    /// is not changed by "(as defined below)".
    private static func readings(
        _ words: [Word], _ passage: Passage, _ text: PaperText
    ) -> [(words: [Word], ownStart: Int)] {
        var depth = 0
        var asides: [Range<Int>] = []
        var start = 0
        for index in passage.range {
            switch text.scalars[index] {
            case "(":
                if depth == 0 { start = index }
                depth += 1
            case ")" where depth > 0:
                depth -= 1
                if depth == 0, index - start > 4 { asides.append(start..<index) }
            default: break
            }
        }
        var result = [(words: words, ownStart: passage.ownStart)]
        let own = words[passage.ownStart...].filter { word in
            !asides.contains { $0.contains(word.range.lowerBound) }
        }
        if passage.ownStart + own.count < words.count {
            result.append((Array(words[..<passage.ownStart]) + own, passage.ownStart))
        }
        if let ban = ban(in: words[..<passage.ownStart]) { result.append((ban + own, ban.count)) }
        return result
    }

    /// Whether a passage that may be a permission is one for us: no right of the other side, and no "may" that only
    /// hangs on another word, as in "settings under which inputs may be used".
    private func permits(_ passage: Passage, _ facts: DocumentFacts) -> Bool {
        guard !facts.isTheirRight(passage) else { return false }
        let own = passage.words[passage.ownStart...].map(\.text)
        let mays = own.indices.filter { ["may", "can"].contains(own[$0]) }
        guard !mays.isEmpty else { return true }
        let givers: Set<String> = [
            "provided", "agree", "agrees", "except", "save", "confirms", "confirm", "so",
        ]
        return mays.contains { place in
            let before = own[max(0, place - 8)..<place]
            let isWhich = before.indices.contains { mark in
                before[mark] == "which" && mark > 0
                    && ["under", "by", "through", "in", "with", "on"].contains(own[mark - 1])
            }
            // "Unless the order says that tools may be used" forbids.
            let isException = own[..<place].contains { ["unless", "until", "whether"].contains($0) }
            let isThat =
                before.suffix(2).contains { ["which", "that", "who"].contains($0) }
                && !before.contains(where: givers.contains)
            return !isWhich && !isThat && !isException
        }
    }

    /// The ban that introduces a list, without what stands around it: "shall not" of "shall not, whether during the
    /// term or at any time after it:".
    private static func ban(in lead: ArraySlice<Word>) -> [Word]? {
        let modals: Set<String> = ["shall", "will", "must", "may", "agrees", "agree", "undertakes", "can"]
        let open: Set<String> = [
            "apply", "include", "be", "constitute", "extend", "have", "restrict", "prevent", "limit",
            "prohibit",
        ]
        guard let place = lead.lastIndex(where: { $0.text == "not" || $0.text == "never" }),
            place > lead.startIndex,
            lead.distance(from: place, to: lead.endIndex) > 4, modals.contains(lead[place - 1].text),
            !open.contains(lead[place + 1].text)
        else { return nil }
        return Array(lead[(place - 1)...place])
    }

    /// The lists of what is not secret, and away from them the sentences that are likely to be one.
    private func addExclusions(_ hits: inout [ClauseKind: [Int]]) {
        let listed = Exclusions.passages(of: outline)
        let likely = (hits[.exclusions] ?? []).filter { index in
            !listed.contains { abs($0 - index) <= 3 }
        }
        hits[.exclusions] = Set(listed).union(likely).sorted()
    }

    /// The definition of what is to be kept secret, where it goes by a name of its own.
    private func addDefinitions(_ hits: inout [ClauseKind: [Int]], _ secrets: SecretTerms) {
        let found = Set(hits[.definition] ?? []).union(secrets.definitions)
        hits[.definition] = found.filter { !outline.passages[$0].isTitle }.sorted()
    }

    private func settleOverlaps(_ hits: inout [ClauseKind: [Int]], _ topics: Topics) {
        func drop(_ kind: ClauseKind, _ unwanted: (Int) -> Bool) {
            hits[kind]?.removeAll(where: unwanted)
        }
        // A rule about putting information into a tool is no general rule about using tools.
        let inputs = Set(hits[.aiInputBan] ?? [])
        drop(.noThirdPartyDisclosure) { inputs.contains($0) && topics.isNamed($0) }
        let abroad = Set(hits[.crossBorderTransfer] ?? [])
        drop(.noThirdPartyDisclosure) { index in
            abroad.contains(index) && !outline.passages[index].words.contains { $0.text == "third" }
        }
        // To keep information in a place is no rule about sending it elsewhere.
        let resident = Set(hits[.dataResidency] ?? [])
        drop(.crossBorderTransfer) { index in
            resident.contains(index)
                && outline.passages[index].words.contains {
                    ["stored", "held", "kept", "hosted"].contains($0.text)
                }
                && !outline.passages[index].words.contains { word in
                    ["transfer", "export", "transmit", "leave", "adequa", "contractual", "sccs", "third"]
                        .contains {
                            word.text.hasPrefix($0)
                        }
                }
        }
        // Exceptions for copies speak of keeping, and their duties of confidence are not the main ones.
        let kept = Set(hits[.retainedCopies] ?? [])
        drop(.noThirdPartyDisclosure) { index in
            kept.contains(index)
                && !outline.passages[index].words.contains { word in
                    ["disclose", "disclosed", "reveal", "third"].contains(word.text)
                }
        }
        let excluded = Set(hits[.exclusions] ?? [])
        drop(.noThirdPartyDisclosure) { index in
            // "Shall not disclose" forbids, whatever it excepts.
            let texts = outline.passages[index].words.map(\.text)
            return excluded.contains(index)
                && !texts.indices.contains { place in
                    texts[place] == "not"
                        && texts[(place + 1)...].prefix(3).contains {
                            ["disclose", "reveal", "divulge", "release", "communicate"].contains($0)
                        }
                }
        }
        drop(.independentDevelopment) { excluded.contains($0) }
        drop(.noLicense) { excluded.contains($0) }
        drop(.permittedRecipients) { excluded.contains($0) }
        drop(.noSubcontracting) { excluded.contains($0) }
        // Another processor is a subprocessor.
        let subprocessing = Set(hits[.subprocessorApproval] ?? [])
        drop(.noSubcontracting) { index in
            subprocessing.contains(index)
                && outline.passages[index].words.contains { ["processor", "processors"].contains($0.text) }
        }
        // A sentence that says what is secret, and counts models or logs among it, is no rule about tools.
        let defining = Set(hits[.definition] ?? [])
        drop(.aiUseRecords) { defining.contains($0) && topics.isNamed($0) && !topics.isHeaded($0) }
        // "May not be recorded or transcribed by a machine" asks for no records.
        drop(.aiUseRecords) { index in
            inputs.contains(index)
                && !outline.passages[index].words.contains { word in
                    [
                        "keep", "maintain", "log", "register", "inform", "notif", "tell", "state", "declare",
                        "report",
                    ]
                    .contains { word.text.hasPrefix($0) }
                }
        }
        drop(.aiOutputRules) { defining.contains($0) && topics.isNamed($0) && !topics.isHeaded($0) }
        // How much care is owed is no measure of its own, unless the sentence names one.
        let careful = Set(hits[.standardOfCare] ?? [])
        drop(.securityMeasures) { index in
            let texts = outline.passages[index].words.map(\.text)
            return careful.contains(index) && texts.contains("degree") && texts.contains("own")
                && !texts.contains { word in
                    [
                        "encrypt", "password", "factor", "mfa", "lock", "technical", "iso", "access",
                        "safeguards",
                    ]
                    .contains { word.hasPrefix($0) }
                }
        }
        let survives = Set(hits[.survival] ?? [])
        let papers: Set<String> = [
            "agreement", "contract", "nda", "mnda", "deed", "letter", "addendum", "term", "engagement",
        ]
        // How long clients are left alone is no length of a secret.
        let solicited = Set(hits[.nonSolicit] ?? [])
        drop(.survival) { index in
            solicited.contains(index)
                && !outline.passages[index].words.contains { word in
                    ["surviv", "confiden", "secre"].contains { word.text.hasPrefix($0) }
                }
        }
        // A sentence about duties is about no agreement's term.
        let duties: Set<String> = [
            "obligation", "obligations", "duty", "duties", "undertakings", "covenants",
        ]
        drop(.agreementTerm) { index in
            let passage = outline.passages[index]
            guard survives.contains(index) else { return false }
            let first = passage.words[passage.ownStart...].prefix(5).map(\.text)
            return duties.contains(where: first.contains) && papers.isDisjoint(with: first)
        }
        // What runs from each disclosure is how long a secret is kept, and no term of the agreement.
        drop(.agreementTerm) { index in
            let words = outline.passages[index].words.map(\.text)
            let lengths = words.indices.filter { ["year", "years", "month", "months"].contains(words[$0]) }
            return !lengths.isEmpty
                && lengths.allSatisfy { place in
                    words[(place + 1)...].prefix(10).contains { ["disclosed", "disclosure"].contains($0) }
                }
        }
        // How long duties outlast an agreement is no term of it.
        drop(.agreementTerm) { index in
            let passage = outline.passages[index]
            return survives.contains(index)
                && !passage.words[passage.ownStart...].contains { papers.contains($0.text) }
        }
        // "Nothing prohibits the use of" permits.
        func permits(_ index: Int) -> Bool {
            let texts = outline.passages[index].words.map(\.text)
            guard let nothing = texts.firstIndex(of: "nothing"),
                let verb = texts[nothing...].prefix(10).firstIndex(where: { word in
                    ["prohibit", "prevent", "restrict", "preclude", "forbid"].contains { word.hasPrefix($0) }
                })
            else { return false }
            return !texts[(verb + 1)...].contains { ["not", "unless", "prohibition", "ban"].contains($0) }
        }
        drop(.aiUseApproval, permits)
        drop(.aiInputBan, permits)
        // What may not be made available to a tool is information, not the tool.
        drop(.aiUseApproval) { index in
            inputs.contains(index)
                && !outline.passages[index].words.contains { word in
                    ["use", "used", "uses", "using", "recourse", "approval", "approved", "consent"].contains(
                        word.text)
                }
        }
        // To forbid the tools of a country, or those that learn or store, is not to forbid them all.
        let some = Set([.jurisdictionExclusion, .aiNoRetention, .aiNoTraining].flatMap { hits[$0] ?? [] })
        drop(.aiUseApproval) { index in
            let words = outline.passages[index].words.map(\.text)
            return some.contains(index)
                && words.contains {
                    [
                        "that", "which", "whose", "where", "having", "providers", "owned", "developed",
                        "hosted",
                    ].contains($0)
                }
                && !words.contains { ["consent", "approval", "approved", "permission"].contains($0) }
        }
        // What compels a disclosure is not a breach to report.
        let compelled = Set(hits[.compelledDisclosure] ?? [])
        drop(.noThirdPartyDisclosure) { index in
            let passage = outline.passages[index]
            return compelled.contains(index)
                && ["if", "should", "where", "when", "nothing"].contains(passage.words[passage.ownStart].text)
        }
        drop(.breachNotice) { compelled.contains($0) }
        // A breach of a warranty is none of a secret.
        drop(.breachNotice) { index in
            outline.passages[index].words.contains {
                ["warranty", "warranties", "invoice", "payment"].contains($0.text)
            }
        }
        drop(.noPublicity) { compelled.contains($0) }
    }
}
