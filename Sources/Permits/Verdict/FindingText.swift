extension Finding {
    /// One sentence for a person: the clause and what it asks, how the request stands to it, the facts with source
    /// and date, conflicting sources, the consent, the open duties.
    package var text: String {
        guard var parts = opening else { return reason.meaning }
        parts += facts.map { fact in
            "\(fact.surface): \(fact.key.words) is \(fact.value.words) (\(fact.provenance))"
        }
        parts += conflicts.map { fact in
            "another source says \(fact.key.words) is \(fact.value.words) (\(fact.provenance)), and the stricter decides"
        }
        if !duties.isEmpty {
            parts.append("to be done first: " + duties.members.map(words).joined(separator: ", "))
        }
        return parts.joined(separator: "; ") + "."
    }

    /// The clause, what it asks and how the request stands to it; without the facts and duties, which are listed apart.
    package var summary: String {
        guard let opening else { return reason.meaning }
        return opening.joined(separator: "; ") + "."
    }

    private var opening: [String]? {
        guard case .obligation(let obligation, let agreement) = subject else { return nil }
        let clause = obligation.clause.map { "Clause \($0)" } ?? "Term \(obligation.id)"
        return ["\(clause) of \(agreement) \(obligation.rule.demand)", standing(obligation)]
    }

    private func standing(_ obligation: Obligation) -> String {
        switch reason {
        case .onDevice: "content never leaves the machine"
        case .factAllows: "this holds here"
        case .factForbids: "this is broken here"
        case .factUnknown: "nobody has established " + missing(obligation)
        case .noRoute:
            "it depends on the surface behind this one, which is not named or would pass it on again"
        case .stale: "what would satisfy it was checked too long ago to be relied on"
        case .listed: "this surface is listed"
        case .notAllowed: "this surface is not among them"
        case .agreementInForce: "the agreement \(instrument ?? "") is in force"
        case .accountMeets: "the account that is used satisfies this"
        case .dutyOpen: "this can be met"
        case .dutyDone: "this is declared done"
        case .redactInstead: "redacting identifiers satisfies it"
        case .redacted: "identifiers are declared redacted, which satisfies it"
        case .consent: "consent \(consent ?? "") lifts it"
        case .consentConditions: "consent \(consent ?? "") lifts it once its conditions are met"
        case .unclassified: "nobody has classified the material, so it may be covered"
        case .termsUnrecorded, .otherClientsAccount, .rivalOnAccount, .engagementClosed, .engagementOver,
            .unknownSurface, .unknownRoute:
            reason.meaning
        }
    }

    /// The facts that the clause turns on and that no source gives.
    private func missing(_ obligation: Obligation) -> String {
        let open = obligation.rule.turnsOn.filter { key in !facts.contains { $0.key == key } }
        return (open.isEmpty ? obligation.rule.turnsOn : open).map(\.words).joined(separator: ", ")
    }

    private func words(_ duty: Duty) -> String {
        guard duty == .selectRegion, case .dataLocation(let regions) = obligation?.rule else {
            return duty.rawValue
        }
        let offered = facts.filter { $0.key == .selectableRegions }.map { fact -> Set<String> in
            if case .list(let codes) = fact.value {
                Set(codes.filter { Regions.contain(regions, $0) })
            } else {
                []
            }
        }
        guard let first = offered.first else { return duty.rawValue }
        let common = offered.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
        return common.isEmpty ? duty.rawValue : "\(duty.rawValue) (\(common.joined(separator: " or ")))"
    }
}

extension CitedFact {
    /// Where the value comes from and how far it can be relied on.
    fileprivate var provenance: String {
        switch state {
        case .signed: retrieved.map { "signed in \(source), in effect from \($0)" } ?? "signed in \(source)"
        case .fresh: "\(source), retrieved \(retrieved.map(\.description) ?? "at an unknown time")"
        case .stale: "\(source), retrieved \(retrieved.map(\.description) ?? "at an unknown time"), stale"
        }
    }
}
