/// Why a finding stands as it does; a closed set, listed in the documentation.
package enum ReasonCode: String, CaseIterable, Sendable, Hashable {
    case onDevice = "on-device"
    case factAllows = "fact-allows"
    case factForbids = "fact-forbids"
    case factUnknown = "fact-unknown"
    case noRoute = "no-route"
    case stale
    case listed
    case notAllowed = "not-allowed"
    case agreementInForce = "agreement-in-force"
    case accountMeets = "account-meets"
    case dutyOpen = "duty-open"
    case dutyDone = "duty-done"
    case redactInstead = "redact-instead"
    case redacted
    case consent
    case consentConditions = "consent-conditions"
    case unclassified
    case termsUnrecorded = "terms-unrecorded"
    case otherClientsAccount = "other-clients-account"
    case rivalOnAccount = "rival-on-account"
    case engagementClosed = "engagement-closed"
    case engagementOver = "engagement-over"
    case unknownSurface = "unknown-surface"
    case unknownRoute = "unknown-route"

    /// What the code says, for the documentation.
    package var meaning: String {
        switch self {
        case .onDevice: "The content never leaves the machine, by a fresh fact."
        case .factAllows: "What is known about the surface satisfies the clause."
        case .factForbids: "What is known about the surface is against the clause."
        case .factUnknown: "A fact that the clause turns on is not known."
        case .noRoute:
            "A fact that the clause turns on is inherited from the surface behind this one, and none that has "
                + "it is named."
        case .stale: "A fact would satisfy the clause, but it was checked too long ago to be relied on."
        case .listed: "The clause lists this surface or its vendor."
        case .notAllowed: "The clause does not allow this surface."
        case .agreementInForce: "The agreement with the vendor that the clause asks for is in force."
        case .accountMeets: "The account that is used satisfies the clause."
        case .dutyOpen: "Something has to be done first."
        case .dutyDone: "What had to be done is declared done."
        case .redactInstead: "The clause is satisfied once identifiers are redacted."
        case .redacted: "The clause is satisfied because identifiers are declared redacted."
        case .consent: "The client consented in writing."
        case .consentConditions: "The client consented in writing, on conditions that are not met yet."
        case .unclassified: "Nobody has classified the material, so the clause may cover it."
        case .termsUnrecorded: "No terms of this client are recorded that would apply."
        case .otherClientsAccount: "The account belongs to another client."
        case .rivalOnAccount: "The account holds material of a competitor of this client."
        case .engagementClosed: "The engagement is closed."
        case .engagementOver: "The engagement has ended."
        case .unknownSurface: "The catalog does not hold the surface."
        case .unknownRoute: "The catalog does not hold the route."
        }
    }
}
