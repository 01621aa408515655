extension Rule {
    /// What the rule asks for, to follow the name of a clause.
    package var demand: String { demand { $0 } }

    /// What the rule asks for, to follow the name of a clause.
    ///
    /// - Parameter name: what to call the surface or vendor that has an id.
    package func demand(naming name: (String) -> String) -> String {
        switch self {
        case .thirdPartyDisclosure(.none): "keeps the material from every third party"
        case .thirdPartyDisclosure(.processors):
            "keeps the material from third parties other than bound processors"
        case .modelTraining: "forbids training models on the material"
        case .humanReview: "forbids that a vendor's staff read the material"
        case .aiUse(let mode, let surfaces, let localExempt):
            Rule.demand(mode, surfaces.map(name)) + (localExempt ? ", those on the own machine aside" : "")
        case .localOnly: "keeps the material on the own machine"
        case .dataLocation(let regions): "keeps the material within " + regions.listed()
        case .excludedJurisdiction(let codes): "excludes vendors under " + codes.listed()
        case .retentionLimit(let days): "allows a vendor to keep the material for at most \(days) days"
        case .processorAgreement(.dpa): "asks for a data processing agreement with the vendor"
        case .processorAgreement(.baa): "asks for a business associate agreement with the vendor"
        case .endToEndEncryption: "asks for end-to-end encryption"
        case .redaction: "asks that identifiers be redacted"
        case .commercialLicence: "asks for terms that allow paid work"
        case .dedicatedAccount(let login):
            "asks for an account of the client's own"
                + (login.map { ", signed in by " + $0.map(\.rawValue).listed(by: " or ") } ?? "")
        case .segregatedProfile: "asks for a profile of the client's own"
        case .networkProtection: "asks for a protected network connection"
        case .secondFactor: "asks for a second factor"
        case .discloseUse: "asks that the use of AI be disclosed"
        case .recorded(let kind, _): "is recorded as \(kind.rawValue)"
        }
    }

    private static func demand(_ mode: Mode, _ surfaces: [String]) -> String {
        switch mode {
        case .forbidden: "forbids AI tools"
        case .consent: "allows AI tools only with consent"
        case .listed:
            "allows only these AI tools: " + (surfaces.isEmpty ? "none" : surfaces.listed())
        }
    }

    /// The facts that the rule turns on.
    package var turnsOn: [FactKey] {
        switch self {
        case .thirdPartyDisclosure(.none), .localOnly: [.onDevice]
        case .thirdPartyDisclosure(.processors): [.onDevice, .trainsOnInput, .dpa]
        case .modelTraining: [.trainsOnInput]
        case .humanReview: [.humanReview]
        case .dataLocation: [.processingRegions]
        case .excludedJurisdiction: [.incorporatedIn, .headquarteredIn, .controlledFrom]
        case .retentionLimit: [.retentionDays]
        case .processorAgreement(.dpa): [.dpa]
        case .processorAgreement(.baa): [.baa]
        case .endToEndEncryption: [.e2ee]
        case .commercialLicence: [.commercialUse]
        case .aiUse, .redaction, .dedicatedAccount, .segregatedProfile, .networkProtection, .secondFactor,
            .discloseUse, .recorded:
            []
        }
    }
}
