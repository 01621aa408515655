import Permits

extension Form {
    static func settings(_ item: Settings, job: Job?) -> Form {
        Form(
            .settings(item), title: "Settings",
            fields: [
                Field(
                    "region", "You work in", value: item.homeRegion,
                    help: "Two letters: FR. What stays on this machine stays there."),
                Field(
                    "age", "Facts hold for", .number(1...36_500), required: true,
                    value: String(item.factMaxAgeDays),
                    help: "Days after which a fact that nobody read again no longer counts: 180."),
                Field(
                    "operates", "You are",
                    .choice([Field.Option("individual", "a person"), Field.Option("entity", "a company")]),
                    chosen: [item.operatesAs.rawValue],
                    help: "Some terms of vendors differ between people and companies."),
            ], job: job)
    }

    func settings(_ item: Settings) -> Settings {
        var made = item
        made.homeRegion = text("region").map(regionCode)
        made.factMaxAgeDays = number("age") ?? item.factMaxAgeDays
        made.operatesAs = choice("operates").flatMap { Settings.OperatesAs(rawValue: $0) } ?? item.operatesAs
        return made
    }
}
