import Permits

/// The items of the world from the columns of a row, each beginning at a column; what hangs on an item comes
/// from other rows.
extension Row {
    /// `id, name, tag, jurisdiction, conflict_class, terms, archived`.
    func client(_ first: Int32) throws -> Client {
        var client = Client(id: text(first), name: text(first + 1), tag: text(first + 2))
        client.jurisdiction = optionalText(first + 3)
        client.conflictClass = optionalText(first + 4)
        client.terms = try word(first + 5)
        client.archived = flag(first + 6)
        return client
    }

    /// `id, title, codename, data, starts, ends, status, archived`.
    func engagement(_ first: Int32) throws -> Engagement {
        var engagement = Engagement(id: text(first), title: text(first + 1))
        engagement.codename = optionalText(first + 2)
        engagement.data = try categories(first + 3)
        engagement.starts = try optionalDay(first + 4)
        engagement.ends = try optionalDay(first + 5)
        engagement.status = try word(first + 6)
        engagement.archived = flag(first + 7)
        return engagement
    }

    /// `id, kind, vendor, title, signed, effective, expires, terminated, last_disclosure, survival,
    /// survival_from, trade_secrets_perpetual, archived, governing_law, document_path, document_sha256`.
    func agreement(_ first: Int32) throws -> Agreement {
        var agreement = Agreement(id: text(first), kind: try word(first + 1), vendor: optionalText(first + 2))
        agreement.title = optionalText(first + 3)
        agreement.signed = try optionalDay(first + 4)
        agreement.effective = try optionalDay(first + 5)
        agreement.expires = try optionalDay(first + 6)
        agreement.terminated = try optionalDay(first + 7)
        agreement.lastDisclosure = try optionalDay(first + 8)
        agreement.survival = try survival(first + 9)
        agreement.tradeSecretsPerpetual = flag(first + 11)
        agreement.archived = flag(first + 12)
        agreement.governingLaw = optionalText(first + 13)
        agreement.document = optionalText(first + 14).map {
            Agreement.Document(path: $0, sha256: optionalText(first + 15))
        }
        return agreement
    }

    private func survival(_ first: Int32) throws -> Survival? {
        guard !isNull(first) else { return nil }
        if text(first) == "perpetual" { return .perpetual }
        guard let period = try period(first) else { return nil }
        let anchor: Survival.Anchor? = try optionalWord(first + 1)
        return anchor.map { .from($0, period) } ?? .period(period)
    }

    /// `id, clause, data, survives, unless_redacted, liftable, archived`, and the columns of its rule.
    func obligation(_ first: Int32, list: [String]) throws -> Obligation {
        var obligation = Obligation(id: text(first), rule: try rule(first + 7, list: list))
        obligation.clause = optionalText(first + 1)
        if !isNull(first + 2) { obligation.data = try categories(first + 2) }
        obligation.survives = flag(first + 3)
        obligation.unlessRedacted = flag(first + 4)
        obligation.liftable = flag(first + 5)
        obligation.archived = flag(first + 6)
        return obligation
    }

    /// `id, granted, expires, revoked, data, conditions, evidence, archived`.
    func consent(_ first: Int32) throws -> Consent {
        var consent = Consent(id: text(first), client: "", granted: try day(first + 1))
        consent.expires = try optionalDay(first + 2)
        consent.revoked = try optionalDay(first + 3)
        if !isNull(first + 4) { consent.data = try categories(first + 4) }
        consent.conditions = try duties(first + 5)
        consent.evidence = optionalText(first + 6)
        consent.archived = flag(first + 7)
        return consent
    }

    /// `id, client, surface, identity, login, region, opt_out_verified, archived`.
    func account(_ first: Int32) throws -> Account {
        var account = Account(id: text(first), client: text(first + 1), surface: text(first + 2))
        account.identity = optionalText(first + 3)
        account.login = try optionalWord(first + 4)
        account.region = optionalText(first + 5)
        account.optOutVerified = try optionalDay(first + 6)
        account.archived = flag(first + 7)
        return account
    }

    /// `surface, name, value, list, source, retrieved, note, archived`, from the first column on.
    func review() throws -> Review {
        let key = FactKey(text(1))
        var review = Review(
            surface: text(0), key: key, value: try factValue(2, of: key), source: text(4),
            retrieved: try day(5), note: optionalText(6))
        review.archived = flag(7)
        return review
    }

    /// `id, name, plan, launch, launch_target, note`.
    func surface(_ first: Int32) -> Surface {
        var surface = Surface(id: text(first), name: text(first + 1))
        surface.plan = optionalText(first + 2)
        let target = optionalText(first + 4)
        surface.launch =
            switch text(first + 3) {
            case "browser": .browser(target ?? "")
            case "command": .command(target ?? "")
            case "gateway": .gateway(target ?? "")
            case "local": .local(target ?? "")
            default: .none(target)
            }
        surface.note = optionalText(first + 5)
        return surface
    }

    /// `name, value, list, source, retrieved, confidence, note, applies_in`.
    func fact(_ first: Int32) throws -> Fact {
        let key = FactKey(text(first))
        return Fact(
            key: key, value: try factValue(first + 1, of: key), source: text(first + 3),
            retrieved: try day(first + 4), confidence: optionalText(first + 5), note: optionalText(first + 6),
            appliesIn: isNull(first + 7) ? nil : words(first + 7))
    }

    /// `id, kind, date, url, note`, from the first column on.
    func source() throws -> Source {
        Source(
            id: text(0), kind: optionalText(1), date: try optionalDay(2), url: optionalText(3),
            note: optionalText(4))
    }
}
