/// The kinds of obligation by name: those that decide, then those that are only recorded.
package enum ObligationKind: String, CaseIterable, Sendable, Hashable {
    case thirdPartyDisclosure = "third-party-disclosure"
    case modelTraining = "model-training"
    case humanReview = "human-review"
    case aiUse = "ai-use"
    case localOnly = "local-only"
    case dataLocation = "data-location"
    case excludedJurisdiction = "excluded-jurisdiction"
    case retentionLimit = "retention-limit"
    case processorAgreement = "processor-agreement"
    case endToEndEncryption = "end-to-end-encryption"
    case redaction
    case commercialLicence = "commercial-licence"
    case dedicatedAccount = "dedicated-account"
    case segregatedProfile = "segregated-profile"
    case networkProtection = "network-protection"
    case secondFactor = "second-factor"
    case discloseUse = "disclose-use"

    case returnOrDestroy = "return-or-destroy"
    case breachNotice = "breach-notice"
    case compelledDisclosureNotice = "compelled-disclosure-notice"
    case publicity
    case reverseEngineering = "reverse-engineering"
    case nonSolicitation = "non-solicitation"
    case copies
    case purposeLimitation = "purpose-limitation"
    case securityStandard = "security-standard"
    case auditRight = "audit-right"
    case residuals
    case other

    package var decides: Bool {
        switch self {
        case .returnOrDestroy, .breachNotice, .compelledDisclosureNotice, .publicity, .reverseEngineering,
            .nonSolicitation, .copies, .purposeLimitation, .securityStandard, .auditRight, .residuals, .other:
            false
        default: true
        }
    }
}
