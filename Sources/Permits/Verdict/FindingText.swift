extension Finding {
    /// One sentence for a person: the clause and what it asks, how the request stands to it, the facts with source
    /// and date, conflicting sources, the consent, the open duties.
    package var text: String {
        guard case .obligation(let provision) = subject else { return standing }
        return provision.opening + standing + (citation?.words ?? "") + dutiesInWords + "."
    }

    /// The clause, what it asks and how the request stands to it; without the facts and duties, which are listed apart.
    package var summary: String {
        guard case .obligation(let provision) = subject else { return standing }
        return provision.opening + standing + "."
    }

    /// How the request stands to what it is about; of a built-in finding the whole sentence.
    package var standing: String { standing { $0 } }

    /// How the request stands to what it is about, to follow what a clause asks.
    ///
    /// - Parameter name: what to call the agreement with a vendor or the consent that has an id.
    package func standing(naming name: (String) -> String) -> String {
        guard case .obligation(let provision) = subject else { return reason.meaning }
        return switch reason {
        case .onDevice: "content never leaves the machine"
        case .factAllows: "this holds here"
        case .factForbids: "this is broken here"
        case .factUnknown: "nobody has established " + missing(provision.obligation.rule)
        case .noRoute:
            "it depends on the surface behind this one, which is not named or would pass it on again"
        case .stale: "what would satisfy it was checked too long ago to be relied on"
        case .listed: "this surface is listed"
        case .notAllowed: "this surface is not among them"
        case .agreementInForce: "the agreement \(name(instrument ?? "")) is in force"
        case .accountMeets: "the account that is used satisfies this"
        case .dutyOpen: "this can be met"
        case .dutyDone: "this is declared done"
        case .redactInstead: "redacting identifiers satisfies it"
        case .redacted: "identifiers are declared redacted, which satisfies it"
        case .consent: "consent \(name(consent ?? "")) lifts it"
        case .consentConditions: "consent \(name(consent ?? "")) lifts it once its conditions are met"
        case .unclassified: "nobody has classified the material, so it may be covered"
        case .termsUnrecorded, .otherClientsAccount, .rivalOnAccount, .engagementClosed, .engagementOver,
            .unknownSurface, .unknownRoute:
            reason.meaning
        }
    }

    /// The open duties as the end of a sentence; empty where there are none.
    package var dutiesInWords: String {
        guard !duties.isEmpty, case .obligation(let provision) = subject else { return "" }
        var text = ""
        for duty in Duty.allCases where duties.contains(duty) {
            text += text.isEmpty ? "; to be done first: " : ", "
            text += words(duty, provision)
        }
        return text
    }

    /// The facts that a rule turns on and that no source gives.
    private func missing(_ rule: Rule) -> String {
        let keys = rule.turnsOn
        if keys.count == 1 { return keys[0].words }
        let open = keys.filter { key in !facts.contains { $0.key == key } }
        return (open.isEmpty ? keys : open).map(\.words).listed()
    }

    private func words(_ duty: Duty, _ provision: Provision) -> String {
        guard duty == .selectRegion, case .dataLocation(let regions) = provision.obligation.rule else {
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
        return common.isEmpty ? duty.rawValue : "\(duty.rawValue) (\(common.listed(by: " or ")))"
    }
}

extension Provision {
    /// How a sentence on the obligation begins: the clause and what it asks.
    package var opening: String {
        var text = obligation.clause == nil ? "Term " : "Clause "
        text += obligation.clause ?? obligation.id
        text += " of "
        text += agreement
        text += " "
        text += obligation.rule.demand
        text += "; "
        return text
    }
}

extension Citation {
    /// The facts as the rest of a sentence, each behind a semicolon.
    package var words: String {
        var text = ""
        for fact in facts {
            text += "; "
            text += fact.surface
            text += ": "
            fact.state(&text)
        }
        for fact in conflicts {
            text += "; another source says "
            fact.state(&text)
            text += ", and the stricter decides"
        }
        return text
    }
}

extension CitedFact {
    /// What it says, where that comes from and how far it can be relied on.
    fileprivate func state(_ text: inout String) {
        text += key.words
        text += " is "
        text += value.words
        text += state == .signed ? " (signed in " : " ("
        text += source
        if let retrieved {
            text += state == .signed ? ", in effect from " : ", retrieved "
            text += retrieved.description
        }
        text += state == .stale ? ", stale)" : ")"
    }
}
