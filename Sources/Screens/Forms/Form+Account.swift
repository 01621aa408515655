import Permits

extension Form {
    static func account(_ item: Account?, client: String, page: ClientPage?, tools: [Tool], job: Job?) -> Form
    {
        Form(
            .account(item, client: client), title: item == nil ? "New account" : "Account",
            fields: [
                Field(
                    "surface", "Surface", .choice(Field.Option.tools(tools, vendors: false)), required: true,
                    chosen: item.map { [$0.surface] } ?? []),
                Field("identity", "Signs in as", value: item?.identity, help: "me+client@example.org"),
                Field(
                    "login", "Sign-in",
                    .choice([Field.Option("", "not said")] + Field.Option.all(LoginMethod.self)),
                    chosen: [item?.login?.rawValue ?? ""]),
                Field(
                    "region", "Region", value: item?.region,
                    help: "Where processing is pinned in the account: EU."),
                Field(
                    "optOut", "Training off on", .day, value: item?.optOutVerified?.description,
                    help: "The day you saw in the account that training is off; it counts for 90 days."),
                Field(
                    "seen", "Material since", .day,
                    value: item?.seen.first { $0.client == client }?.date.description,
                    help: "The day this client's material first went into it."),
                Field(
                    "cleared", "Cleared on", .day, value: item?.cleared.max()?.description,
                    help: "The day everything in it was deleted."),
            ], taken: Set(page?.accounts.map(\.id) ?? []), job: job)
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
        made.seen.removeAll { $0.client == client }
        if let since = day("seen", today) { made.seen.append(Account.Sighting(client: client, date: since)) }
        if let cleared = day("cleared", today), !made.cleared.contains(cleared) {
            made.cleared.append(cleared)
        }
        return made
    }
}
