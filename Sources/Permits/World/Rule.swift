/// What an obligation demands: its kind with that kind's parameters.
package enum Rule: Hashable, Sendable {
    package enum Recipients: String, CaseIterable, Sendable { case none, processors }
    package enum Mode: String, CaseIterable, Sendable { case forbidden, consent, listed }
    package enum Instrument: String, CaseIterable, Sendable { case dpa, baa }

    case thirdPartyDisclosure(recipients: Recipients)
    case modelTraining
    case humanReview
    /// `surfaces` names surfaces or vendors.
    case aiUse(mode: Mode, surfaces: [String], localExempt: Bool)
    case localOnly
    case dataLocation(regions: [String])
    case excludedJurisdiction(jurisdictions: [String])
    case retentionLimit(maxDays: Int)
    case processorAgreement(instrument: Instrument)
    case endToEndEncryption
    case redaction
    case commercialLicence
    /// `login` lists the login methods that will do; nil where any does.
    case dedicatedAccount(login: [LoginMethod]?)
    case segregatedProfile
    case networkProtection
    case secondFactor
    case discloseUse
    /// A kind that never decides; `within` is its deadline where it has one.
    case recorded(ObligationKind, within: Period?)

    package var kind: ObligationKind {
        switch self {
        case .thirdPartyDisclosure: .thirdPartyDisclosure
        case .modelTraining: .modelTraining
        case .humanReview: .humanReview
        case .aiUse: .aiUse
        case .localOnly: .localOnly
        case .dataLocation: .dataLocation
        case .excludedJurisdiction: .excludedJurisdiction
        case .retentionLimit: .retentionLimit
        case .processorAgreement: .processorAgreement
        case .endToEndEncryption: .endToEndEncryption
        case .redaction: .redaction
        case .commercialLicence: .commercialLicence
        case .dedicatedAccount: .dedicatedAccount
        case .segregatedProfile: .segregatedProfile
        case .networkProtection: .networkProtection
        case .secondFactor: .secondFactor
        case .discloseUse: .discloseUse
        case .recorded(let kind, _): kind
        }
    }
}
