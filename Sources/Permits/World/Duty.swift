/// Something to be done before a launch; the cases are in the order in which duties are listed.
package enum Duty: String, CaseIterable, Sendable, Hashable {
    case verifyOptOut = "verify-opt-out"
    case selectRegion = "select-region"
    case signDPA = "sign-dpa"
    case signBAA = "sign-baa"
    case redact
    case dedicatedAccount = "dedicated-account"
    case segregatedProfile = "segregated-profile"
    case connectVPN = "connect-vpn"
    case presentKey = "present-key"
    case discloseUse = "disclose-use"
    case notifyClient = "notify-client"
}
