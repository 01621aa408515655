import Permits

extension Form {
    static func account(
        _ item: Account?, client: String, page: ClientPage?, tools: [Tool], roster: Roster, job: Job?
    ) -> Form {
        var form = Form(
            .account(item, client: client), title: item == nil ? "New account" : "Account",
            fields: [
                Field(
                    "surface", "Surface", .choice(Field.Option.tools(tools, vendors: false)), required: true,
                    chosen: item.map { [$0.surface] } ?? [], help: "The tool that the account is for."),
                Field("identity", "Signs in as", value: item?.identity, help: "me+client@example.org"),
                Field(
                    "login", "Sign-in",
                    .choice([Field.Option("", "not said")] + Field.Option.all(LoginMethod.self)),
                    chosen: [item?.login?.rawValue ?? ""], help: "Some agreements ask for a way to sign in."),
                Field(
                    "region", "Region", value: item?.region,
                    help: "Where processing is pinned in the account: EU."),
                Field(
                    "optOut", "Training off on", .day, value: item?.optOutVerified?.description,
                    help: "The day you saw in the account that training is off; it counts for 90 days."),
                Field(
                    "seen", "Held material", .words,
                    value: item?.seen.map { "\(roster[$0.client]?.tag ?? $0.client) \($0.date)" }
                        .joined(separator: ", "),
                    help:
                        "Whose material went into it, and since when: NOR 2026-09-01, HAL 3 jun 2026. Competitors are "
                        + "kept out of it."),
                Field(
                    "cleared", "Cleared on", .words,
                    value: item?.cleared.map(\.description).joined(separator: ", "),
                    help: "The days on which everything in it was deleted, parted by commas."),
            ], taken: Set(page?.accounts.map(\.id) ?? []), job: job)
        for entry in roster.entries {
            form.clients[entry.tag.lowercased()] = entry.id
            form.clients[entry.id] = entry.id
        }
        return form
    }

    /// The sightings that were typed; nothing where one of them names no client or no day.
    func sightings(_ words: [String], _ today: Day) -> [Account.Sighting]? {
        var found: [Account.Sighting] = []
        for words in words {
            let parts = words.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let client = clients[parts[0].lowercased()],
                let day = readDay(String(parts[1]), today: today)
            else { return nil }
            found.append(Account.Sighting(client: client, date: day))
        }
        return found
    }

    func account(_ item: Account?, client: String, _ today: Day) -> Account {
        let surface = choice("surface") ?? ""
        var made =
            item
            ?? Account(
                id: freshID(from: "\(client)-\(surface)", fallback: "account"), client: client,
                surface: surface)
        made.surface = surface
        made.identity = text("identity")
        made.login = choice("login").flatMap { LoginMethod(rawValue: $0) }
        made.region = text("region")?.uppercased()
        made.optOutVerified = day("optOut", today)
        made.seen = sightings(words("seen"), today) ?? made.seen
        made.cleared = words("cleared").compactMap { readDay($0, today: today) }
        return made
    }
}
