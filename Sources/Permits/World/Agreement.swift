/// A signed paper, or the freelancer's own house rules.
package struct Agreement: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case nda, msa, sow, dpa, baa
        case vendorTerms = "vendor-terms"
        case house
    }

    /// Where the paper lies and what it hashed to when its terms were recorded.
    package struct Document: Hashable, Sendable {
        package var path: String
        package var sha256: String?

        package init(path: String, sha256: String? = nil) {
            self.path = path
            self.sha256 = sha256
        }
    }

    package var id: String
    package var kind: Kind
    /// Absent for `house`, and for vendor agreements that serve every client.
    package var client: String?
    /// Only `dpa`, `baa` and `vendor-terms` name a vendor.
    package var vendor: String?
    package var engagement: String?
    package var title: String?
    package var signed: Day?
    package var effective: Day?
    package var expires: Day?
    package var terminated: Day?
    package var lastDisclosure: Day?
    package var firstDisclosure: Day?
    /// The day on which everything was stated to be returned or destroyed.
    package var returned: Day?
    package var survival: Survival?
    package var tradeSecretsPerpetual = false
    package var governingLaw: String?
    package var document: Document?
    package var supersedes: [String] = []
    /// What a vendor agreement states about surfaces: surface id, then key.
    package var facts: [String: [FactKey: FactValue]] = [:]
    package var obligations: [Obligation] = []
    package var archived = false

    package init(id: String, kind: Kind, client: String? = nil, vendor: String? = nil) {
        self.id = id
        self.kind = kind
        self.client = client
        self.vendor = vendor
    }
}
