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

    /// The place in the order in which duties are listed.
    var position: UInt16 {
        switch self {
        case .verifyOptOut: 0
        case .selectRegion: 1
        case .signDPA: 2
        case .signBAA: 3
        case .redact: 4
        case .dedicatedAccount: 5
        case .segregatedProfile: 6
        case .connectVPN: 7
        case .presentKey: 8
        case .discloseUse: 9
        case .notifyClient: 10
        }
    }
}
