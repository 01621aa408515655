import Permits

extension Form {
    static func review(
        surface: String, name: String, before: Review?, key: FactKey?, today: Day, job: Job?
    ) -> Form {
        let known = key ?? before?.key
        return Form(
            .review(surface: surface, before: before), title: "Re-read: \(name)",
            fields: factFields(key: known, value: before?.value)
                + [
                    Field(
                        "source", "Source", required: true, value: before?.source,
                        help: "The address of the page you read."),
                    Field(
                        "retrieved", "Read on", .day, required: true,
                        value: (before?.retrieved ?? today).description,
                        help: "The day you read it; how long it counts follows from it."),
                    Field(
                        "note", "Note", value: before?.note, help: "In your own words; it decides nothing."),
                ], job: job)
    }

    /// The fields of a fact and of each shape that its value can have.
    static func factFields(key: FactKey?, value: FactValue?) -> [Field] {
        var keys = FactKey.deciding
        // A key that decides nothing can be read again too.
        var others: [String] = []
        if case .other(let name)? = key {
            keys.append(.other(name))
            others = [name]
        }
        var words: String?
        if case .text(let text)? = value { words = text }
        return [
            Field(
                "key", "Fact", .choice(keys.map { Field.Option($0.name, $0.label) }),
                required: true, chosen: key.map { [$0.name] } ?? [],
                help: "Which fact you read about; answers rest on it."),
            Field(
                "stance", "It says",
                .choice(Field.Option.all(FactValue.Stance.self) + [Field.Option("unknown", "not known")]),
                required: true, chosen: stance(value),
                onlyFor: ("key", ["trains_on_input", "human_review"]),
                help: "never, only when asked (opt-in), unless switched off (opt-out), or always."),
            Field(
                "flag", "It says",
                .choice([Field.Option("yes"), Field.Option("no"), Field.Option("unknown", "not known")]),
                required: true, chosen: flag(value),
                onlyFor: ("key", ["on_device", "dpa", "baa", "e2ee", "commercial_use"]),
                help: "Not known: nobody says. It never counts as yes."),
            Field(
                "days", "Days kept", required: true, value: retention(value),
                onlyFor: ("key", ["retention_days"]),
                help: "A number of days, account-lifetime, indefinite or unknown."),
            Field(
                "list", "It names", .words, value: list(value),
                onlyFor: (
                    "key",
                    [
                        "processing_regions", "selectable_regions", "incorporated_in", "headquartered_in",
                        "controlled_from", "login_methods",
                    ]
                ),
                help:
                    "Codes parted by commas: EEA, SG. Empty means none; write unknown where nobody says."),
            Field(
                "words", "It says", required: true, value: words, onlyFor: ("key", others),
                help: "In a few words; it is kept and shown, and decides nothing."),
        ]
    }

    func review(_ surface: String, _ today: Day) -> Review? {
        guard let (key, value) = factAndValue else { return nil }
        var made = Review(
            surface: surface, key: key, value: value, source: text("source") ?? "",
            retrieved: day("retrieved", today) ?? today)
        made.note = text("note")
        return made
    }

    /// The fact that is chosen and what it is said to be.
    var factAndValue: (FactKey, FactValue)? {
        guard let name = choice("key") else { return nil }
        var value = FactValue.unknown
        if let chosen = choice("stance") {
            value = FactValue.Stance(rawValue: chosen).map { .stance($0) } ?? .unknown
        } else if let chosen = choice("flag") {
            value = chosen == "unknown" ? .unknown : .flag(chosen == "yes")
        } else if let words = text("words") {
            value = words == "unknown" ? .unknown : .text(words)
        } else if let days = text("days") {
            value = readRetention(days) ?? .unknown
        } else if self["list"] != nil, words("list") != ["unknown"] {
            value = .list(name == "login_methods" ? words("list") : words("list").map(regionCode))
        }
        return (FactKey(name), value)
    }

    private static func stance(_ value: FactValue?) -> [String] {
        switch value {
        case .stance(let stance): [stance.rawValue]
        case .unknown: ["unknown"]
        default: []
        }
    }

    private static func flag(_ value: FactValue?) -> [String] {
        switch value {
        case .flag(let yes): [yes ? "yes" : "no"]
        case .unknown: ["unknown"]
        default: []
        }
    }

    private static func retention(_ value: FactValue?) -> String? {
        switch value {
        case .retention(.days(let days)): String(days)
        case .retention(let kept): FactValue.retention(kept).words
        case .unknown: "unknown"
        default: nil
        }
    }

    private static func list(_ value: FactValue?) -> String? {
        switch value {
        case .list(let items): items.joined(separator: ", ")
        case .unknown: "unknown"
        default: nil
        }
    }
}

/// Reads how long content is kept: days, `account-lifetime`, `indefinite` or `unknown`.
func readRetention(_ text: String) -> FactValue? {
    switch text.lowercased() {
    case "account-lifetime": .retention(.accountLifetime)
    case "indefinite": .retention(.indefinite)
    case "unknown": .unknown
    default: Int(text).flatMap { (0...1_000_000).contains($0) ? .retention(.days($0)) : nil }
    }
}
