/// Days for which a look at a training switch counts; see `verify-opt-out`.
private let optOutDays = 90

/// Every day that is coming, or has passed unsettled, for what a workspace holds.
///
/// - Parameters:
///   - world: the workspace with its catalog.
///   - day: today; only what a fact's age is measured by.
/// - Returns: earliest first; what is overdue stays in the list.
package func deadlines(of world: World, at day: Day) -> [Deadline] {
    var found: [Deadline] = []
    let replaced = Set(world.agreements.lazy.filter { !$0.archived }.flatMap(\.supersedes))
    func stands(_ paper: Agreement) -> Bool { !paper.archived && !replaced.contains(paper.id) }
    for paper in world.agreements where stands(paper) && paper.kind != .house {
        found += deadlines(of: paper)
    }
    for consent in world.consents where !consent.archived && consent.revoked == nil {
        guard let expires = consent.expires else { continue }
        found.append(
            Deadline(
                date: expires, kind: .consentExpiry, client: consent.client, subject: consent.id,
                what: "the consent \(consent.id) expires"))
    }
    for account in world.accounts where !account.archived {
        guard let verified = account.optOutVerified else { continue }
        found.append(
            Deadline(
                date: verified.adding(Period(days: optOutDays)), kind: .optOut, client: account.client,
                subject: account.id,
                what: "look again whether training is off for the account \(account.id) at \(account.surface)"
            ))
    }
    for client in world.clients where !client.archived {
        for engagement in client.engagements where !engagement.archived && engagement.status == .active {
            guard let ends = engagement.ends else { continue }
            found.append(
                Deadline(
                    date: ends, kind: .engagementEnd, client: client.id, subject: engagement.id,
                    what: "the engagement \(engagement.id) ends"))
        }
    }
    found += world.placeholders.compactMap { kept in
        placeholderDeadline(
            kept, papers: world.agreements.filter { $0.client == kept.client && stands($0) },
            client: world.clients.first { $0.id == kept.client })
    }
    found += staleFacts(of: world, at: day)
    return found.sorted()
}

/// The days of an agreement that none has replaced.
private func deadlines(of agreement: Agreement) -> [Deadline] {
    guard let end = agreement.terminated ?? agreement.expires else { return [] }
    func deadline(_ date: Day, _ kind: Deadline.Kind, _ what: String) -> Deadline {
        Deadline(date: date, kind: kind, client: agreement.client, subject: agreement.id, what: what)
    }
    var found: [Deadline] = []
    if agreement.terminated == nil {
        found.append(deadline(end, .expiry, "the agreement \(agreement.id) expires"))
    }
    if let last = survivalEnd(of: agreement, end) {
        found.append(deadline(last, .survivalEnd, "what survives the agreement \(agreement.id) ends"))
    }
    for obligation in agreement.obligations where !obligation.archived {
        guard agreement.returned == nil, case .recorded(.returnOrDestroy, let within) = obligation.rule else {
            continue
        }
        let clause = obligation.clause.map { ", clause \($0)" } ?? ""
        let date = within.map { end.adding($0, missing: .earlier) } ?? end
        found.append(
            deadline(date, .returnOrDestroy, "return or destroy under \(agreement.id)\(clause)"))
    }
    return found
}

/// The last day of what survives; nil where it never ends or cannot be computed.
private func survivalEnd(of agreement: Agreement, _ end: Day) -> Day? {
    switch agreement.survival {
    case nil, .perpetual: return nil
    case .period(let period): return end.adding(period)
    case .from(let anchor, let period):
        let start: Day? =
            switch anchor {
            case .effective: agreement.effective
            case .signed: agreement.signed
            case .expires: agreement.expires
            case .terminated: agreement.terminated
            case .lastDisclosure: agreement.lastDisclosure
            }
        return start.map { max(end, $0.adding(period)) }
    }
}

/// When a job's placeholders are to be shredded, because what they were kept under is over.
///
/// That is the first day by which an agreement wants the client's material back or destroyed; where none says so, the
/// last day of the agreements and of what survives them, and where that never comes, the engagement's last.
///
/// - Parameter papers: the client's agreements that none has replaced.
private func placeholderDeadline(_ kept: KeptPlaceholders, papers: [Agreement], client: Client?)
    -> Deadline?
{
    let papers = papers.filter { paper in
        paper.engagement == nil || kept.engagement == nil || paper.engagement == kept.engagement
    }
    let returned = papers.flatMap(deadlines(of:))
        .filter { $0.kind == .returnOrDestroy && $0.date >= kept.made }.map(\.date).min()
    let engagement = client?.engagements.first { $0.id == kept.engagement }
    guard let date = returned ?? lastDay(of: papers) ?? engagement?.ends else { return nil }
    return Deadline(
        date: date, kind: .placeholders, client: kept.client, subject: kept.job,
        what: "shred the placeholders: bulkhead redact --shred --for \(kept.job)")
}

/// The last day on which one of some agreements, or what survives it, binds; nil where none or no last day is
/// known.
private func lastDay(of papers: [Agreement]) -> Day? {
    var last: Day?
    for paper in papers {
        guard let end = paper.terminated ?? paper.expires else { return nil }
        guard let day = paper.survival == nil ? end : survivalEnd(of: paper, end) else { return nil }
        last = max(last ?? day, day)
    }
    return last
}

/// For each surface in use, the first day on which one of its facts is too old to rely on.
private func staleFacts(of world: World, at day: Day) -> [Deadline] {
    let named =
        world.accounts.filter { !$0.archived }.map(\.surface)
        + world.consents.filter { !$0.archived }.flatMap(\.surfaces)
    let used = Set(named)
    return world.catalog.surfaces.filter { used.contains($0.id) || used.contains($0.vendor) }.compactMap {
        surface in
        guard let oldest = oldestReading(of: surface, reviews: world.reviews, at: day) else { return nil }
        let date = oldest.adding(Period(days: min(max(world.settings.factMaxAgeDays, 0), 99_999) + 1))
        return Deadline(
            date: date, kind: .staleFact, client: nil, subject: surface.id,
            what: "facts about \(surface.id) grow too old to rely on")
    }
}

/// The day on which the oldest of a surface's facts was last read; nil where nothing is known of it.
///
/// - Parameters:
///   - surface: the surface with the catalog's facts.
///   - reviews: the freelancer's readings of any surface.
///   - day: today; what was read later does not count yet.
package func oldestReading(of surface: Surface, reviews: [Review], at day: Day) -> Day? {
    var latest: [FactKey: Day] = [:]
    for fact in surface.facts where fact.retrieved <= day {
        latest[fact.key] = max(latest[fact.key] ?? fact.retrieved, fact.retrieved)
    }
    for review in reviews where review.surface == surface.id && !review.archived && review.retrieved <= day {
        latest[review.key] = max(latest[review.key] ?? review.retrieved, review.retrieved)
    }
    return latest.values.min()
}
