extension Duty {
    /// What a person does to fulfil it, in a few plain words.
    package var instruction: String {
        switch self {
        case .verifyOptOut:
            "switch training off in the account's settings, look that it is off, and record the day"
        case .selectRegion: "pin processing to a region that the agreement allows"
        case .signDPA: "sign the vendor's data processing agreement and record it"
        case .signBAA: "sign the vendor's business associate agreement and record it"
        case .redact: "strip names, codenames, amounts and identifiers before anything is sent"
        case .dedicatedAccount: "use an account that serves this client alone"
        case .segregatedProfile: "work in a profile that serves this client alone"
        case .connectVPN: "connect the VPN"
        case .presentKey: "plug in the security key"
        case .discloseUse: "tell the client that the tool is used"
        case .notifyClient: "notify the client before the first use"
        }
    }
}
