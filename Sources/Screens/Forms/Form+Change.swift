package import Permits

extension Form {
    /// The item as it was before the form.
    var before: Change? {
        switch subject {
        case .client(let item): item.map { .client($0) }
        case .engagement(let item, let client): item.map { .engagement($0, client: client) }
        case .agreement(let item, _): item.map { .agreement($0) }
        case .obligation(let item, let agreement): item.map { .obligation($0, agreement: agreement) }
        case .consent(let item, _): item.map { .consent($0) }
        case .account(let item, _): item.map { .account($0) }
        case .review(_, let item): item.map { .review($0) }
        case .fact(let item, let agreement): item.map { .fact($0, agreement: agreement) }
        case .surface(let item): item.map { .surface(SurfaceDraft($0)) }
        case .settings(let item): .settings(item)
        }
    }

    /// What takes the saved change back.
    func reversal(of change: Change) -> Change {
        switch (change, before) {
        case (.review(let made, replacing: _?), .review(let old, _)?): .review(old, replacing: made)
        case (.fact(let made, let agreement, replacing: _?), .fact(let old, _, _)?):
            .fact(old, agreement: agreement, replacing: made)
        default: before ?? change.archived()
        }
    }

    /// What saving would put into the ledger; nothing while a field is wrong.
    package func change(today: Day) -> Change? {
        guard firstFault(today: today) == nil else { return nil }
        return switch subject {
        case .client(let item): .client(client(item))
        case .engagement(let item, let client): .engagement(engagement(item, today), client: client)
        case .agreement(let item, let client): .agreement(agreement(item, client: client, today))
        case .obligation(let item, let agreement):
            obligation(item, agreement).map { .obligation($0, agreement: agreement) }
        case .consent(let item, let client): .consent(consent(item, client: client, today))
        case .account(let item, let client): .account(account(item, client: client, today))
        case .review(let surface, let old):
            review(surface, today).map { made in
                .review(made, replacing: old.flatMap { $0.isSameReading(as: made) ? nil : $0 })
            }
        case .fact(let old, let agreement):
            fact().map { made in
                .fact(
                    made, agreement: agreement,
                    replacing: old.flatMap { ($0.surface, $0.key) == (made.surface, made.key) ? nil : $0 })
            }
        case .surface(let item): .surface(surface(item))
        case .settings(let item): .settings(settings(item))
        }
    }
}

extension Field.Option {
    static func all<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> [Field.Option]
    where Value.RawValue == String { Value.allCases.map { Field.Option($0.rawValue) } }

    static func tools(_ tools: [Tool], vendors: Bool) -> [Field.Option] {
        tools.map { Field.Option($0.id, $0.name) }
            + (vendors
                ? Field.Option.vendors(tools).map { Field.Option($0.id, "everything of \($0.title)") } : [])
    }

    /// The vendors of surfaces, each once.
    ///
    /// - Parameter other: one that is offered although nothing of it is in the catalog any more.
    static func vendors(_ tools: [Tool], beside other: String? = nil) -> [Field.Option] {
        var seen: Set<String> = []
        let known = tools.map { Field.Option(String($0.id.prefix { $0 != "." }), $0.vendor) }
            .filter { seen.insert($0.id).inserted }
        return known + (other.map { seen.contains($0) ? [] : [Field.Option($0)] } ?? [])
    }
}

extension DataCategories {
    init(ids: [String]) { self.init(ids.compactMap { DataCategory(rawValue: $0) }) }
    var ids: [String] { members.map(\.rawValue) }
}
