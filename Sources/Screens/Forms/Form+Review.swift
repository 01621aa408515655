import Permits

extension Form {
    static func review(
        surface: String, name: String, before: Review?, key: FactKey?, today: Day, job: Job?
    ) -> Form {
        let known = key ?? before?.key
        return Form(
            .review(surface: surface, before: before), title: "I have read it: \(name)",
            fields: [
                Field(
                    "key", "Fact", .choice(FactKey.deciding.map { Field.Option($0.name, $0.words) }),
                    required: true, chosen: known.map { [$0.name] } ?? []),
                Field(
                    "stance", "It says",
                    .choice(Field.Option.all(FactValue.Stance.self) + [Field.Option("unknown", "not known")]),
                    required: true, chosen: stance(before?.value),
                    onlyFor: ("key", ["trains_on_input", "human_review"]),
                    help: "never, only when asked (opt-in), unless switched off (opt-out), or always."),
                Field(
                    "flag", "It says",
                    .choice([Field.Option("yes"), Field.Option("no"), Field.Option("unknown", "not known")]),
                    required: true, chosen: flag(before?.value),
                    onlyFor: ("key", ["on_device", "dpa", "baa", "e2ee", "commercial_use"])),
                Field(
                    "days", "Days kept", required: true, value: retention(before?.value),
                    onlyFor: ("key", ["retention_days"]),
                    help: "A number of days, account-lifetime, indefinite or unknown."),
                Field(
                    "list", "It names", .words, value: list(before?.value),
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
                    "source", "Source", required: true, value: before?.source,
                    help: "The address of the page you read."),
                Field("retrieved", "Read on", .day, required: true, value: today.description),
                Field("note", "Note", value: before?.note),
            ], job: job)
    }

    func review(_ surface: String, _ today: Day) -> Review? {
        guard let name = choice("key") else { return nil }
        var value = FactValue.unknown
        if let chosen = choice("stance") {
            value = FactValue.Stance(rawValue: chosen).map { .stance($0) } ?? .unknown
        } else if let chosen = choice("flag") {
            value = chosen == "unknown" ? .unknown : .flag(chosen == "yes")
        } else if let days = text("days") {
            value = readRetention(days) ?? .unknown
        } else if self["list"] != nil, words("list") != ["unknown"] {
            value = .list(name == "login_methods" ? words("list") : words("list").map { $0.uppercased() })
        }
        var made = Review(
            surface: surface, key: FactKey(name), value: value, source: text("source") ?? "",
            retrieved: day("retrieved", today) ?? today)
        made.note = text("note")
        return made
    }

    private static func stance(_ value: FactValue?) -> [String] {
        if case .stance(let stance) = value { return [stance.rawValue] }
        return []
    }

    private static func flag(_ value: FactValue?) -> [String] {
        if case .flag(let yes) = value { return [yes ? "yes" : "no"] }
        return []
    }

    private static func retention(_ value: FactValue?) -> String? {
        switch value {
        case .retention(.days(let days)): String(days)
        case .retention(.accountLifetime): "account-lifetime"
        case .retention(.indefinite): "indefinite"
        default: nil
        }
    }

    private static func list(_ value: FactValue?) -> String? {
        if case .list(let items) = value { return items.joined(separator: ", ") }
        return nil
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
