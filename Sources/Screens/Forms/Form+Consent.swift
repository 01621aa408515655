import Permits

extension Form {
    static func consent(
        _ item: Consent?, client: String, page: ClientPage?, tools: [Tool], today: Day, job: Job?
    ) -> Form {
        let obligations =
            page?.agreements.filter { !$0.archived }.flatMap { agreement in
                agreement.obligations.filter { !$0.archived && $0.kind.decides && $0.liftable }
                    .map { Field.Option($0.id, "\($0.kind.title) \($0.clause ?? "") (\($0.id))") }
            } ?? []
        let kinds = ObligationKind.allCases.filter(\.decides).map {
            Field.Option($0.rawValue, "any term: \($0.title)")
        }
        return Form(
            .consent(item, client: client), title: item == nil ? "New consent" : "Consent",
            fields: [
                Field(
                    "surfaces", "Allows", .several(Field.Option.tools(tools, vendors: true)), required: true,
                    chosen: item?.surfaces ?? [], help: "The surfaces or vendors that the client named."),
                Field(
                    "lifts", "Lifts", .several(obligations + kinds), required: true,
                    chosen: item?.lifts ?? [], help: "The terms that it lifts."),
                Field(
                    "engagement", "Only for",
                    .choice(
                        [Field.Option("", "all jobs")]
                            + (page?.client.engagements.filter { !$0.archived }.map {
                                Field.Option($0.id, $0.title)
                            } ?? [])),
                    chosen: [item?.engagement ?? ""],
                    help: "The job that it was given for, or all jobs of the client."),
                Field(
                    "data", "Material", .several(Field.Option.all(DataCategory.self)),
                    chosen: item?.data?.ids ?? [], help: "Nothing chosen counts as everything confidential."),
                Field(
                    "granted", "Given on", .day, required: true,
                    value: item?.granted.description ?? today.description,
                    help: "It counts from this day on."),
                Field(
                    "expires", "Until", .day, value: item?.expires?.description,
                    help: "Empty: until the client takes it back. \"in 2 years\" will do."),
                Field(
                    "revoked", "Taken back on", .day, value: item?.revoked?.description,
                    help: "From this day on it no longer counts."),
                Field(
                    "conditions", "Conditions",
                    .several(Duty.allCases.map { Field.Option($0.rawValue, $0.instruction) }),
                    chosen: item?.conditions.members.map(\.rawValue) ?? [],
                    help: "What the client asks for in return; each has to be done first."),
                Field(
                    "evidence", "Evidence", value: item?.evidence,
                    help: "Where it is written: mail of 2026-03-04."),
            ], taken: Set(page?.consents.map(\.id) ?? []), job: job)
    }

    /// Fills in a new consent, and goes to what only the freelancer knows: where it is written.
    mutating func fill(in wanted: ClientState.WantedConsent) {
        for place in fields.indices {
            let known = Set(fields[place].options.map(\.id))
            switch fields[place].id {
            case "surfaces": fields[place].chosen = [wanted.surface].filter(known.contains)
            case "lifts": fields[place].chosen = Array(wanted.lifts.filter(known.contains).prefix(1))
            case "evidence": focus = place
            default: break
            }
        }
    }

    func consent(_ item: Consent?, client: String, _ today: Day) -> Consent {
        let granted = day("granted", today) ?? today
        let surfaces = chosen("surfaces")
        var made =
            item
            ?? Consent(
                id: freshID(from: "\(client)-\(surfaces.first ?? "consent")", fallback: "consent"),
                client: client, granted: granted)
        made.surfaces = surfaces
        made.lifts = chosen("lifts")
        made.engagement = choice("engagement").flatMap { $0.isEmpty ? nil : $0 }
        made.data = chosen("data").isEmpty ? nil : DataCategories(ids: chosen("data"))
        made.granted = granted
        made.expires = day("expires", today)
        made.revoked = day("revoked", today)
        made.conditions = Duties(chosen("conditions").compactMap { Duty(rawValue: $0) })
        made.evidence = text("evidence")
        return made
    }
}
