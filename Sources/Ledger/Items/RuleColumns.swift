import Permits

/// The parameters of a rule as columns.
struct RuleColumns {
    var recipients: String?
    var mode: String?
    var localExempt: Bool?
    var maxDays: Int?
    var instrument: String?
    var within: String?
    /// Surfaces, regions, jurisdictions or login methods.
    var list: [String]?

    init(_ rule: Rule) {
        switch rule {
        case .thirdPartyDisclosure(let value): recipients = value.rawValue
        case .aiUse(let mode, let surfaces, let localExempt):
            self.mode = mode.rawValue
            self.localExempt = localExempt
            list = surfaces
        case .dataLocation(let regions): list = regions
        case .excludedJurisdiction(let jurisdictions): list = jurisdictions
        case .retentionLimit(let days): maxDays = days
        case .processorAgreement(let value): instrument = value.rawValue
        case .dedicatedAccount(let login): list = login?.map(\.rawValue)
        case .recorded(_, let period): within = period?.description
        case .modelTraining, .humanReview, .localOnly, .endToEndEncryption, .redaction, .commercialLicence,
            .segregatedProfile, .networkProtection, .secondFactor, .discloseUse:
            break
        }
    }
}

extension Row {
    /// The rule of an obligation from its kind in `column` and the seven columns behind it.
    ///
    /// - Parameter list: the items of the obligation's list.
    func rule(_ column: Int32, list: [String]) throws -> Rule {
        let name = text(column)
        // Their initializer hashes all the names first, which a verdict on few obligations never earns back.
        guard let kind = ObligationKind.allCases.first(where: { $0.rawValue == name }) else {
            throw LedgerError.damaged(detail: "an unknown kind of obligation")
        }
        switch kind {
        case .thirdPartyDisclosure: return .thirdPartyDisclosure(recipients: try word(column + 1))
        case .modelTraining: return .modelTraining
        case .humanReview: return .humanReview
        case .aiUse:
            return .aiUse(mode: try word(column + 2), surfaces: list, localExempt: flag(column + 3))
        case .localOnly: return .localOnly
        case .dataLocation: return .dataLocation(regions: list)
        case .excludedJurisdiction: return .excludedJurisdiction(jurisdictions: list)
        case .retentionLimit: return .retentionLimit(maxDays: int(column + 4))
        case .processorAgreement: return .processorAgreement(instrument: try word(column + 5))
        case .endToEndEncryption: return .endToEndEncryption
        case .redaction: return .redaction
        case .commercialLicence: return .commercialLicence
        case .dedicatedAccount:
            let login = try list.map { text in
                guard let method = LoginMethod(rawValue: text) else {
                    throw LedgerError.damaged(detail: "an unknown login method")
                }
                return method
            }
            return .dedicatedAccount(login: flag(column + 7) ? login : nil)
        case .segregatedProfile: return .segregatedProfile
        case .networkProtection: return .networkProtection
        case .secondFactor: return .secondFactor
        case .discloseUse: return .discloseUse
        default: return .recorded(kind, within: try period(column + 6))
        }
    }
}
