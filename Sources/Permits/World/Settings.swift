/// What holds for the whole workspace.
package struct Settings: Hashable, Sendable {
    package enum OperatesAs: String, CaseIterable, Sendable { case individual, entity }

    /// Where the freelancer is, a region code; unset, facts that apply only in some regions do not exist.
    package var homeRegion: String?
    /// Days for which a fact stays fresh.
    package var factMaxAgeDays: Int = 180
    package var operatesAs: OperatesAs = .individual

    package init(homeRegion: String? = nil, factMaxAgeDays: Int = 180, operatesAs: OperatesAs = .individual) {
        self.homeRegion = homeRegion
        self.factMaxAgeDays = factMaxAgeDays
        self.operatesAs = operatesAs
    }
}
