import Permits

extension Upshot {
    /// What the answer turns on, in a word or two: `consent`, `training`; empty where nothing stands out.
    var gist: String {
        switch outcome {
        case .permit: reason == .consent ? "consent" : reason == .onDevice ? "local" : ""
        case .conditional: duties.members.map(\.gist).joined(separator: ", ")
        case .deny, .undetermined: obstacle
        }
    }

    private var obstacle: String {
        switch reason {
        case .stale: "facts too old"
        case .noRoute: "no route chosen"
        case .termsUnrecorded: "no terms yet"
        case .otherClientsAccount, .rivalOnAccount: "account"
        case .engagementClosed, .engagementOver: "job has ended"
        case .unknownSurface, .unknownRoute: "not in catalog"
        default: kind?.topic ?? ""
        }
    }
}

extension Duty {
    /// What has to be done, in a word.
    fileprivate var gist: String {
        switch self {
        case .verifyOptOut: "opt-out"
        case .selectRegion: "region"
        case .signDPA: "DPA"
        case .signBAA: "BAA"
        case .redact: "redact"
        case .dedicatedAccount: "account"
        case .segregatedProfile: "profile"
        case .connectVPN: "VPN"
        case .presentKey: "key"
        case .discloseUse: "disclose"
        case .notifyClient: "notify"
        }
    }
}

extension ObligationKind {
    /// What an obligation is about, in a word or two.
    fileprivate var topic: String {
        switch self {
        case .thirdPartyDisclosure: "third party"
        case .modelTraining: "training"
        case .humanReview: "staff review"
        case .aiUse: "AI barred"
        case .localOnly: "local only"
        case .dataLocation: "location"
        case .excludedJurisdiction: "country"
        case .retentionLimit: "retention"
        case .processorAgreement: "DPA or BAA"
        case .endToEndEncryption: "encryption"
        case .redaction: "redaction"
        case .commercialLicence: "licence"
        case .dedicatedAccount: "account"
        case .segregatedProfile: "profile"
        case .networkProtection: "network"
        case .secondFactor: "second factor"
        default: title.lowercased()
        }
    }
}
