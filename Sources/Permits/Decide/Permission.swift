/// A consent, prepared.
struct Permission {
    let consent: Consent
    /// Every category that the consent covers, itself or through an ancestor.
    let covered: DataCategories

    init(_ consent: Consent) {
        self.consent = consent
        covered = DataCategories.covered(by: consent.data ?? .confidential)
    }

    /// Whether the consent holds for the engagement, the day and the target.
    func holds(engagement: String?, at day: Day, target: String, vendor: String) -> Bool {
        if let own = consent.engagement, own != engagement { return false }
        guard consent.granted <= day else { return false }
        if let expires = consent.expires, expires < day { return false }
        if let revoked = consent.revoked, revoked <= day { return false }
        return consent.surfaces.contains { $0 == target || $0 == vendor }
    }

    /// Whether the consent, where it holds, lifts an obligation as far as it concerns `data`.
    func lifts(_ obligation: Obligation, data: DataCategories) -> Bool {
        obligation.liftable && covered.isSuperset(of: data)
            && consent.lifts.contains { $0 == obligation.id || $0 == obligation.kind.rawValue }
    }
}
