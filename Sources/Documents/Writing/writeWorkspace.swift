package import Permits

/// Writes a workspace as YAML, stable and sorted by id: reading it back and writing it again gives the same
/// bytes.
///
/// - Parameter world: its settings to reviews, archived items included; its catalog is not written.
package func writeWorkspace(_ world: World) -> [UInt8] {
    var yaml = YAMLWriter()
    yaml.number("bulkhead", 1)
    yaml.map("settings") { yaml in
        yaml.scalar("home_region", world.settings.homeRegion)
        yaml.number("fact_max_age_days", world.settings.factMaxAgeDays)
        yaml.scalar("operates_as", world.settings.operatesAs.rawValue)
    }
    yaml.items("clients", world.clients.sorted { $0.id < $1.id }) { $0.client($1) }
    yaml.items("agreements", world.agreements.sorted { $0.id < $1.id }) { $0.agreement($1) }
    yaml.items("consents", world.consents.sorted { $0.id < $1.id }) { $0.consent($1) }
    yaml.items("accounts", world.accounts.sorted { $0.id < $1.id }) { $0.account($1) }
    yaml.items("reviews", world.reviews.sorted { sortKey($0) < sortKey($1) }) { $0.review($1) }
    return yaml.bytes
}

private func sortKey(_ review: Review) -> (String, String, Day, String, String) {
    (
        review.surface, review.key.name, review.retrieved, review.source,
        review.value.words.joined(separator: "\n")
    )
}

extension YAMLWriter {
    fileprivate mutating func client(_ client: Client) {
        scalar("id", client.id)
        scalar("name", client.name)
        scalar("tag", client.tag)
        texts("aliases", client.aliases)
        scalar("jurisdiction", client.jurisdiction)
        scalar("conflict_class", client.conflictClass)
        if client.terms != .recorded { scalar("terms", client.terms.rawValue) }
        if client.redact != Client.Redact() {
            map("redact") { yaml in
                yaml.texts("names", client.redact.names)
                yaml.texts("codenames", client.redact.codenames)
                yaml.texts("domains", client.redact.domains)
                yaml.texts("custom", client.redact.custom)
                yaml.texts("case_sensitive", client.redact.caseSensitive)
                yaml.texts("allow", client.redact.allowed)
            }
        }
        items("engagements", client.engagements.sorted { $0.id < $1.id }) { $0.engagement($1) }
        archived(client.archived)
    }

    private mutating func archived(_ archived: Bool) {
        if archived { flag("archived", true) }
    }

    private mutating func engagement(_ engagement: Engagement) {
        scalar("id", engagement.id)
        scalar("title", engagement.title)
        scalar("codename", engagement.codename)
        texts("data", engagement.data.members.map(\.rawValue))
        day("starts", engagement.starts)
        day("ends", engagement.ends)
        texts("directories", engagement.directories)
        if engagement.status != .active { scalar("status", engagement.status.rawValue) }
        archived(engagement.archived)
    }

    fileprivate mutating func agreement(_ agreement: Agreement) {
        scalar("id", agreement.id)
        scalar("kind", agreement.kind.rawValue)
        scalar("client", agreement.client)
        scalar("vendor", agreement.vendor)
        scalar("engagement", agreement.engagement)
        scalar("title", agreement.title)
        day("signed", agreement.signed)
        day("effective", agreement.effective)
        day("expires", agreement.expires)
        day("terminated", agreement.terminated)
        day("first_disclosure", agreement.firstDisclosure)
        day("last_disclosure", agreement.lastDisclosure)
        day("returned", agreement.returned)
        switch agreement.survival {
        case nil: break
        case .perpetual: scalar("survival", "perpetual")
        case .period(let period): scalar("survival", period.description)
        case .from(let anchor, let period):
            map("survival") { yaml in
                yaml.scalar("for", period.description)
                yaml.scalar("from", anchor.rawValue)
            }
        }
        if agreement.tradeSecretsPerpetual { flag("trade_secrets_perpetual", true) }
        scalar("governing_law", agreement.governingLaw)
        if let document = agreement.document {
            map("document") { yaml in
                yaml.scalar("path", document.path)
                yaml.scalar("sha256", document.sha256)
            }
        }
        texts("supersedes", agreement.supersedes.sorted())
        if !agreement.facts.isEmpty {
            map("facts") { yaml in
                for (surface, facts) in agreement.facts.sorted(by: { $0.key < $1.key }) {
                    yaml.map(surface) { yaml in
                        for (key, value) in facts.sorted(by: { $0.key.name < $1.key.name }) {
                            yaml.value(key.name, value)
                        }
                    }
                }
            }
        }
        items("obligations", agreement.obligations.sorted { $0.id < $1.id }) { $0.obligation($1) }
        archived(agreement.archived)
    }

    private mutating func value(_ key: String, _ value: FactValue) {
        switch value {
        case .list(let words): texts(key, words, evenEmpty: true)
        case .retention(.days(let days)): number(key, days)
        default: scalar(key, value.words.first ?? "")
        }
    }

    private mutating func obligation(_ obligation: Obligation) {
        scalar("id", obligation.id)
        scalar("kind", obligation.kind.rawValue)
        rule(obligation.rule)
        scalar("clause", obligation.clause)
        scalar("quote", obligation.quote)
        if let data = obligation.data { texts("data", data.members.map(\.rawValue)) }
        if !obligation.survives { flag("survives", false) }
        if obligation.unlessRedacted { flag("unless_redacted", true) }
        if !obligation.liftable { flag("liftable", false) }
        scalar("reading", obligation.reading?.rawValue)
        archived(obligation.archived)
    }

    private mutating func rule(_ rule: Rule) {
        switch rule {
        case .thirdPartyDisclosure(let recipients): scalar("recipients", recipients.rawValue)
        case .aiUse(let mode, let surfaces, let localExempt):
            scalar("mode", mode.rawValue)
            texts("surfaces", surfaces)
            if localExempt { flag("local_exempt", true) }
        case .dataLocation(let regions): texts("regions", regions)
        case .excludedJurisdiction(let jurisdictions): texts("jurisdictions", jurisdictions)
        case .retentionLimit(let maxDays): number("max_days", maxDays)
        case .processorAgreement(let instrument): scalar("instrument", instrument.rawValue)
        case .dedicatedAccount(let login):
            if let login { texts("login", login.map(\.rawValue), evenEmpty: true) }
        case .recorded(_, let within): scalar("within", within?.description)
        case .modelTraining, .humanReview, .localOnly, .endToEndEncryption, .redaction, .commercialLicence,
            .segregatedProfile, .networkProtection, .secondFactor, .discloseUse:
            break
        }
    }

    fileprivate mutating func consent(_ consent: Consent) {
        scalar("id", consent.id)
        scalar("client", consent.client)
        scalar("engagement", consent.engagement)
        texts("surfaces", consent.surfaces, evenEmpty: true)
        texts("lifts", consent.lifts, evenEmpty: true)
        if let data = consent.data { texts("data", data.members.map(\.rawValue)) }
        day("granted", consent.granted)
        day("expires", consent.expires)
        day("revoked", consent.revoked)
        texts("conditions", consent.conditions.members.map(\.rawValue))
        scalar("evidence", consent.evidence)
        archived(consent.archived)
    }

    fileprivate mutating func account(_ account: Account) {
        scalar("id", account.id)
        scalar("client", account.client)
        scalar("surface", account.surface)
        scalar("identity", account.identity)
        scalar("login", account.login?.rawValue)
        scalar("region", account.region)
        day("opt_out_verified", account.optOutVerified)
        items("seen", account.seen.sorted { ($0.date, $0.client) < ($1.date, $1.client) }) { yaml, sighting in
            yaml.scalar("client", sighting.client)
            yaml.day("date", sighting.date)
        }
        days("cleared", account.cleared.sorted())
        archived(account.archived)
    }

    fileprivate mutating func review(_ review: Review) {
        scalar("surface", review.surface)
        scalar("key", review.key.name)
        value("value", review.value)
        scalar("source", review.source)
        day("retrieved", review.retrieved)
        scalar("note", review.note)
        archived(review.archived)
    }
}
