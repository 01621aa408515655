import Permits

/// The terms that nearly every agreement has, asked for in its own form; each becomes an obligation of its own.
private enum Standard: String {
    case disclosure, training, aiUse = "ai-use", location, jurisdiction, retention, redaction
    case giveBack = "return"

    func id(_ agreement: String) -> String { "\(agreement)-\(rawValue)" }

    /// The place of the obligation that says the term: the form's own, else the first that says no more than the form
    /// can.
    func place(in agreement: Agreement) -> Int? {
        agreement.obligations.firstIndex { $0.id == id(agreement.id) && !$0.archived }
            ?? agreement.obligations.firstIndex { !$0.archived && isSaid(by: $0.rule) }
    }

    private func isSaid(by rule: Rule) -> Bool {
        switch (self, rule) {
        case (.aiUse, .aiUse(let mode, let surfaces, let localExempt)):
            mode != .listed && surfaces.isEmpty && !localExempt
        case (.disclosure, .thirdPartyDisclosure), (.training, .modelTraining), (.location, .dataLocation),
            (.jurisdiction, .excludedJurisdiction), (.retention, .retentionLimit), (.redaction, .redaction),
            (.giveBack, .recorded(.returnOrDestroy, _)):
            true
        default: false
        }
    }
}

extension Form {
    static func agreement(
        _ item: Agreement?, client: String, page: ClientPage?, tools: [Tool], job: Job?
    ) -> Form {
        func rule(_ term: Standard) -> Obligation? {
            item.flatMap { item in term.place(in: item).map { item.obligations[$0] } }
        }
        var disclosure = "silent"
        if let found = rule(.disclosure), case .thirdPartyDisclosure(let recipients) = found.rule {
            disclosure = recipients == .processors ? "processors" : found.liftable ? "consent" : "never"
        }
        var ai = "silent"
        if rule(.training) != nil { ai = "training" }
        if let found = rule(.aiUse), case .aiUse(let mode, _, _) = found.rule {
            ai = mode == .forbidden ? "barred" : "consent"
        }
        var regions: [String] = []
        if let found = rule(.location), case .dataLocation(let listed) = found.rule { regions = listed }
        var jurisdictions: [String] = []
        if let found = rule(.jurisdiction), case .excludedJurisdiction(let listed) = found.rule {
            jurisdictions = listed
        }
        var days: String?
        if let found = rule(.retention), case .retentionLimit(let limit) = found.rule { days = String(limit) }
        var within: String?
        if let found = rule(.giveBack), case .recorded(_, let period) = found.rule { within = period?.words }
        let isEverybody = client == ClientPage.everybody
        let paper = ["nda", "msa", "sow"]
        let vendor = ["dpa", "baa", "vendor-terms"]
        let survival: String? =
            switch item?.survival {
            case .perpetual: "perpetual"
            case .period(let period), .from(_, let period): period.words
            case nil: nil
            }
        let first = rule(.disclosure) ?? rule(.aiUse) ?? rule(.training)
        let others = (page?.agreements ?? []).filter { !$0.archived && $0.id != item?.id }
            .map { Field.Option($0.id, "\($0.title ?? $0.kind.rawValue.uppercased()) (\($0.id))") }
        return Form(
            .agreement(item, client: client), title: item == nil ? "New agreement" : "Agreement",
            fields: [
                Field(
                    "kind", "Kind",
                    .choice(
                        Field.Option.all(Agreement.Kind.self).filter {
                            isEverybody ? !paper.contains($0.id) : $0.id != "house" || item?.kind == .house
                        }),
                    required: true, chosen: [item?.kind.rawValue ?? (isEverybody ? "dpa" : "nda")],
                    help: "nda, msa and sow bind you to the client; dpa, baa and vendor-terms bind a vendor."),
                Field(
                    "title", "Title", value: item?.title,
                    help: "What you call the paper: Mutual NDA of March."),
                Field(
                    "vendor", "Vendor", .choice(Field.Option.vendors(tools, beside: item?.vendor)),
                    required: true, chosen: item?.vendor.map { [$0] } ?? [], onlyFor: ("kind", vendor),
                    help: "Whom the paper binds; their surfaces are judged by it."),
                Field(
                    "engagement", "Only for",
                    .choice(
                        [Field.Option("", "all jobs")]
                            + (page?.client.engagements.filter { !$0.archived }.map {
                                Field.Option($0.id, $0.title)
                            } ?? [])),
                    chosen: [item?.engagement ?? ""], onlyFor: ("kind", paper),
                    help: "The job that it was signed for, or all jobs of the client."),
                Field(
                    "signed", "Signed", .day, value: item?.signed?.description,
                    help: "The day of the last signature."),
                Field(
                    "effective", "In force from", .day, value: item?.effective?.description,
                    help: "Empty means always."),
                Field(
                    "expires", "Ends on", .day, value: item?.expires?.description,
                    help: "Empty means no end. \"in 2 years\" will do."),
                Field(
                    "terminated", "Ended early on", .day, value: item?.terminated?.description,
                    help: "Where somebody gave notice: the day it ended."),
                Field(
                    "survival", "Survives", value: survival, onlyFor: ("kind", paper),
                    help:
                        "How long the duties go on after the end: 2 years, or perpetual. Empty means not at all."
                ),
                Field(
                    "anchor", "Counted from",
                    .choice([Field.Option("", "the end")] + Field.Option.all(Survival.Anchor.self)),
                    chosen: [anchor(item?.survival)], onlyFor: ("kind", paper),
                    help: "The day from which the time above is counted."),
                Field(
                    "lastDisclosure", "Last material", .day, value: item?.lastDisclosure?.description,
                    onlyFor: ("kind", paper), help: "The day the last material was handed over."),
                Field(
                    "secrets", "Trade secrets", .flag,
                    chosen: item?.tradeSecretsPerpetual == true ? ["yes"] : [], onlyFor: ("kind", paper),
                    help: "Marked: trade secrets stay secret without end."),
                Field(
                    "disclosure", "Third parties",
                    .choice([
                        Field.Option("silent"), Field.Option("processors"),
                        Field.Option("consent", "with consent"),
                        Field.Option("never"),
                    ]), chosen: [disclosure], onlyFor: ("kind", paper),
                    help:
                        "Most NDAs forbid disclosure to any third party without prior written consent. A hosted AI vendor is "
                        + "a third party. Pick \"with consent\" when the clause allows it once the client agrees in writing, "
                        + "then record each consent."),
                Field(
                    "ai", "AI tools",
                    .choice([
                        Field.Option("silent"), Field.Option("training", "no training"),
                        Field.Option("consent", "with consent"),
                        Field.Option("barred"),
                    ]), chosen: [ai], onlyFor: ("kind", paper), help: "What the paper says of AI by name."),
                Field(
                    "regions", "Data stays in", .words, value: regions.joined(separator: ", "),
                    onlyFor: ("kind", paper), help: "Regions, parted by commas: EEA, UK, US."),
                Field(
                    "jurisdictions", "Never to", .words, value: jurisdictions.joined(separator: ", "),
                    onlyFor: ("kind", paper), help: "Countries whose law must not reach the material: CN, RU."
                ),
                Field(
                    "days", "Kept at most", .number(0...36500), value: days, onlyFor: ("kind", paper),
                    help: "Days that a vendor may keep the material."),
                Field(
                    "redaction", "Redact", .flag, chosen: rule(.redaction) == nil ? [] : ["yes"],
                    onlyFor: ("kind", paper),
                    help: "Marked: identifying words are masked before anything goes in."),
                Field(
                    "within", "Return/delete", .period, value: within, onlyFor: ("kind", paper),
                    help: "How long after the end everything is returned or deleted: 30 days."),
                Field(
                    "clause", "Clause", value: first?.clause, onlyFor: ("kind", paper),
                    help: "Where the paper says it; answers cite it: 4.2, 3(a)."),
                Field(
                    "quote", "Exact words", value: first?.quote, onlyFor: ("kind", paper),
                    help: "What the clause says, word for word."),
                Field(
                    "law", "Law of", value: item?.governingLaw,
                    help: "Whose law the paper is under: DE, or England and Wales."),
                Field(
                    "file", "File", value: item?.document?.path,
                    help: "Where the paper lies. Bulkhead stores the words you type, not the file."),
                Field(
                    "hash", "Its SHA-256", value: item?.document?.sha256,
                    help: "What sha256sum prints of the file: shows later that it is the paper that was read."
                ),
                Field(
                    "firstDisclosure", "First material", .day, value: item?.firstDisclosure?.description,
                    onlyFor: ("kind", paper), help: "The day the first material was handed over."),
                Field(
                    "returned", "Returned on", .day, value: item?.returned?.description,
                    onlyFor: ("kind", paper), help: "The day everything was returned or destroyed."),
                Field(
                    "supersedes", "Replaces", .several(others), chosen: item?.supersedes ?? [],
                    help: "Agreements that this one stands in place of."),
            ], taken: Set(page?.agreements.map(\.id) ?? []), job: job)
    }

    private static func anchor(_ survival: Survival?) -> String {
        if case .from(let anchor, _) = survival { return anchor.rawValue }
        return ""
    }

    func agreement(_ item: Agreement?, client: String, _ today: Day) -> Agreement {
        let kind = choice("kind").flatMap { Agreement.Kind(rawValue: $0) } ?? .nda
        let binds = [.nda, .msa, .sow].contains(kind)
        let isEverybody = client == ClientPage.everybody
        let owner = isEverybody ? choice("vendor") ?? "" : client
        var made =
            item
            ?? Agreement(id: freshID(from: "\(owner)-\(kind.rawValue)", fallback: "agreement"), kind: kind)
        made.kind = kind
        made.client = kind == .house || isEverybody ? nil : item == nil || binds ? client : item?.client
        made.vendor = choice("vendor")
        made.engagement = choice("engagement").flatMap { $0.isEmpty ? nil : $0 }
        made.title = text("title")
        made.signed = day("signed", today)
        made.effective = day("effective", today)
        made.expires = day("expires", today)
        made.terminated = day("terminated", today)
        made.lastDisclosure = day("lastDisclosure", today)
        made.firstDisclosure = day("firstDisclosure", today)
        made.returned = day("returned", today)
        made.supersedes = chosen("supersedes")
        made.tradeSecretsPerpetual = flag("secrets")
        made.governingLaw = text("law").map { $0.utf8.count == 2 ? $0.uppercased() : $0 }
        made.document = text("file").map { path in
            Agreement.Document(path: path, sha256: text("hash")?.lowercased())
        }
        made.survival = survival
        guard binds else {
            if kind != .house { made.obligations = [] }
            return made
        }
        func state(_ term: Standard, _ rule: Rule?, liftable: Bool? = nil) {
            let id = term.id(made.id)
            let place = term.place(in: made) ?? made.obligations.firstIndex { $0.id == id }
            guard let rule else {
                if let place { made.obligations[place].archived = true }
                return
            }
            var obligation = place.map { made.obligations[$0] } ?? Obligation(id: id, rule: rule)
            obligation.rule = rule
            if let liftable { obligation.liftable = liftable }
            obligation.archived = false
            if term == .disclosure || place == nil {
                obligation.clause = text("clause") ?? obligation.clause
                obligation.quote = text("quote") ?? obligation.quote
            }
            if let place { made.obligations[place] = obligation } else { made.obligations.append(obligation) }
        }
        // A field that was left alone changes nothing, whatever else the agreement says of its kind.
        let before = item.map { Form.agreement($0, client: client, page: nil, tools: [], job: nil) }
        func isTouched(_ ids: String...) -> Bool {
            guard let before else { return true }
            return ids.contains {
                self[$0]?.text != before[$0]?.text || self[$0]?.chosen != before[$0]?.chosen
            }
        }
        if isTouched("disclosure", "clause", "quote") {
            switch choice("disclosure") {
            case "processors":
                state(.disclosure, .thirdPartyDisclosure(recipients: .processors), liftable: true)
            case "consent": state(.disclosure, .thirdPartyDisclosure(recipients: .none), liftable: true)
            case "never": state(.disclosure, .thirdPartyDisclosure(recipients: .none), liftable: false)
            default: state(.disclosure, nil)
            }
        }
        if isTouched("ai") {
            let ai = choice("ai")
            state(.training, ai == "training" ? .modelTraining : nil)
            state(
                .aiUse,
                ai == "barred"
                    ? .aiUse(mode: .forbidden, surfaces: [], localExempt: false)
                    : ai == "consent" ? .aiUse(mode: .consent, surfaces: [], localExempt: false) : nil)
        }
        if isTouched("regions") {
            let regions = words("regions").map(regionCode)
            state(.location, regions.isEmpty ? nil : .dataLocation(regions: regions))
        }
        if isTouched("jurisdictions") {
            let barred = words("jurisdictions").map(regionCode)
            state(.jurisdiction, barred.isEmpty ? nil : .excludedJurisdiction(jurisdictions: barred))
        }
        if isTouched("days") { state(.retention, number("days").map { .retentionLimit(maxDays: $0) }) }
        if isTouched("redaction") { state(.redaction, flag("redaction") ? .redaction : nil) }
        if isTouched("within") {
            state(.giveBack, period("within").map { .recorded(.returnOrDestroy, within: $0) })
        }
        return made
    }

    private var survival: Survival? {
        guard let words = text("survival") else { return nil }
        if isPerpetual(words) { return .perpetual }
        guard let period = readPeriod(words) else { return nil }
        return choice("anchor").flatMap { Survival.Anchor(rawValue: $0) }.map { .from($0, period) }
            ?? .period(period)
    }
}

/// Whether a survival was typed as one without end.
func isPerpetual(_ words: String) -> Bool {
    ["perpetual", "forever", "no end", "without end", "indefinite", "unlimited"].contains(words.lowercased())
}

/// Whether a text is a SHA-256 in hexadecimal digits.
func isSHA256(_ text: String) -> Bool { text.utf8.count == 64 && text.allSatisfy(\.isHexDigit) }
