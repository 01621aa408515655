/// A consent, prepared.
final class Permission {
    let consent: Consent
    /// Every category that the consent covers, itself or through an ancestor.
    let covered: DataCategories

    init(_ consent: Consent) {
        self.consent = consent
        covered = DataCategories.covered(by: consent.data ?? .confidential)
    }

    /// Whether the consent names the target or its vendor.
    func names(_ target: String, vendor: String) -> Bool {
        consent.surfaces.contains { $0 == target || $0 == vendor }
    }

    /// Whether the consent holds for the engagement and the day.
    func holds(engagement: String?, at day: Day) -> Bool {
        if let own = consent.engagement, own != engagement { return false }
        guard consent.granted <= day else { return false }
        if let expires = consent.expires, expires < day { return false }
        if let revoked = consent.revoked, revoked <= day { return false }
        return true
    }

    /// Whether the consent, where it holds, lifts an obligation as far as it concerns `data`.
    func lifts(_ obligation: Obligation, data: DataCategories) -> Bool {
        obligation.liftable && covered.isSuperset(of: data)
            && consent.lifts.contains { $0 == obligation.id || $0 == obligation.kind.rawValue }
    }
}
