/// A request that was checked, with all that is needed to judge it.
struct Matter {
    /// The request with its data filled in and the account that is used.
    let request: Request
    let docket: Docket
    /// The position of the request's engagement in the docket.
    let engagement: Int?
    /// The surface that accounts, consents, listed surfaces and signed agreements are matched on.
    let target: String
    let vendor: String
    let account: Account?
    /// What the catalog lacks: then nothing else is judged.
    let missing: ReasonCode?
    let sheet: FactSheet

    private var at: Day { request.at }

    /// What an obligation says before any consent.
    func ruling(on term: Provision) -> Ruling {
        var ruling = row(of: term.obligation.rule)
        ruling.duties.subtract(request.done)
        if ruling.status == .duty, ruling.duties.isEmpty {
            ruling.status = .met
            ruling.reason = .dutyDone
        }
        if term.obligation.unlessRedacted, ruling.status != .met {
            if request.done.contains(.redact) {
                ruling = Ruling(.met, .redacted, used: ruling.used)
            } else {
                ruling = Ruling(duty: .redact, used: ruling.used)
                ruling.reason = .redactInstead
            }
        }
        if ruling.status != .unknown { ruling.waits = [] }
        return ruling
    }

    private func row(of rule: Rule) -> Ruling {
        switch rule {
        case .thirdPartyDisclosure(let recipients): thirdPartyDisclosure(recipients)
        case .modelTraining: stance(.trainsOnInput)
        case .humanReview: stance(.humanReview)
        case .aiUse(let mode, let surfaces, let localExempt): aiUse(mode, surfaces, localExempt)
        case .localOnly: localOnly
        case .dataLocation(let regions): dataLocation(regions)
        case .excludedJurisdiction(let jurisdictions): excludedJurisdiction(jurisdictions)
        case .retentionLimit(let maxDays): retention(maxDays)
        case .processorAgreement(let instrument): processorAgreement(instrument)
        case .endToEndEncryption: flag(.e2ee, afterOnDevice: true)
        case .redaction: Ruling(duty: .redact)
        case .commercialLicence: flag(.commercialUse, afterOnDevice: false)
        case .dedicatedAccount(let login): dedicatedAccount(login)
        case .segregatedProfile: Ruling(duty: .segregatedProfile)
        case .networkProtection: Ruling(duty: .connectVPN)
        case .secondFactor: Ruling(duty: .presentKey)
        case .discloseUse: Ruling(duty: .discloseUse)
        case .recorded: Ruling(.met, .factAllows)
        }
    }

    // MARK: Rows

    private func thirdPartyDisclosure(_ recipients: Rule.Recipients) -> Ruling {
        let known = localOnly
        guard known.status == .breach, recipients == .processors else { return known }
        var worst = Ruling.worst(stance(.trainsOnInput), processorAgreement(.dpa))
        worst.used.insert(.onDevice)
        return worst
    }

    private var localOnly: Ruling { flag(.onDevice, afterOnDevice: false) }

    /// A row that `yes` meets and `no` breaches.
    private func flag(_ key: DecidingKey, afterOnDevice: Bool) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if afterOnDevice, isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        let fact = sheet[key]
        used.insert(key)
        switch fact.flag {
        case true? where fact.mayMeet:
            return Ruling(.met, key == .onDevice ? .onDevice : .factAllows, used: used)
        case false?: return Ruling(.breach, .factForbids, used: used)
        default: return unanswered(fact, key, used, waits)
        }
    }

    private func stance(_ key: DecidingKey) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        let fact = sheet[key]
        used.insert(key)
        switch fact.value {
        case .stance(.never) where fact.mayMeet, .stance(.optIn) where fact.mayMeet:
            return Ruling(.met, .factAllows, used: used)
        case .stance(.optOut):
            if let verified = account?.optOutVerified, verified <= at, at.days(since: verified) <= 90 {
                return Ruling(.met, .accountMeets, used: used)
            }
            return Ruling(duty: .verifyOptOut, used: used)
        case .stance(.always): return Ruling(.breach, .factForbids, used: used)
        default: return unanswered(fact, key, used, waits)
        }
    }

    private func aiUse(_ mode: Rule.Mode, _ surfaces: [String], _ localExempt: Bool) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if localExempt, isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        if mode == .listed, surfaces.contains(where: { $0 == target || $0 == vendor }) {
            return Ruling(.met, .listed, used: used)
        }
        return Ruling(.breach, .notAllowed, used: used)
    }

    private func dataLocation(_ regions: [String]) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        let processing = sheet[.processingRegions]
        used.insert(.processingRegions)
        let outside = processing.list.map { codes in codes.contains { !Regions.contain(regions, $0) } }
        if processing.mayMeet, outside == false, processing.list?.isEmpty == false {
            return Ruling(.met, .factAllows, used: used)
        }
        let selectable = sheet[.selectableRegions]
        used.insert(.selectableRegions)
        if let codes = selectable.list, codes.contains(where: { Regions.contain(regions, $0) }) {
            if let region = account?.region, Regions.contain(regions, region) {
                return Ruling(.met, .accountMeets, used: used)
            }
            return Ruling(duty: .selectRegion, used: used)
        }
        if outside == true { return Ruling(.breach, .factForbids, used: used) }
        if selectable.gap != nil { waits.insert(.selectableRegions) }
        return unanswered(processing, .processingRegions, used, waits)
    }

    private func excludedJurisdiction(_ jurisdictions: [String]) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        var forbidden = false
        var open: Resolution?
        func look(at key: DecidingKey) {
            let fact = sheet[key]
            used.insert(key)
            if let codes = fact.list, codes.contains(where: { Regions.contain(jurisdictions, $0) }) {
                forbidden = true
            }
            if fact.list == nil || !fact.mayMeet {
                waits.insert(key)
                // What nobody knows weighs more than what was known once.
                if open == nil || fact.list == nil && open?.list != nil { open = fact }
            }
        }
        look(at: .incorporatedIn)
        look(at: .headquarteredIn)
        look(at: .controlledFrom)
        if forbidden { return Ruling(.breach, .factForbids, used: used) }
        guard let open else { return Ruling(.met, .factAllows, used: used) }
        return Ruling(.unknown, reason(open), used: used, waits: waits)
    }

    private func retention(_ maxDays: Int) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        let fact = sheet[.retentionDays]
        used.insert(.retentionDays)
        switch fact.value {
        case .retention(.days(let days)) where days <= maxDays:
            if fact.mayMeet { return Ruling(.met, .factAllows, used: used) }
            return unanswered(fact, .retentionDays, used, waits)
        case .retention: return Ruling(.breach, .factForbids, used: used)
        default: return unanswered(fact, .retentionDays, used, waits)
        }
    }

    private func processorAgreement(_ instrument: Rule.Instrument) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        let (kind, key, duty): (Agreement.Kind, DecidingKey, Duties) =
            switch instrument {
            case .dpa: (.dpa, .dpa, .signDPA)
            case .baa: (.baa, .baa, .signBAA)
            }
        if sheet.instruments[kind] != nil {
            var ruling = Ruling(.met, .agreementInForce, used: used)
            ruling.instrument = kind
            return ruling
        }
        let fact = sheet[key]
        used.insert(key)
        switch fact.flag {
        case true?: return Ruling(duty: duty, used: used)
        case false?: return Ruling(.breach, .factForbids, used: used)
        case nil: return unanswered(fact, key, used, waits)
        }
    }

    private func dedicatedAccount(_ login: [LoginMethod]?) -> Ruling {
        var used = KeySet()
        var waits = KeySet()
        if isOnDevice(&used, &waits) { return Ruling(.met, .onDevice, used: used) }
        if let account, login.map({ methods in account.login.map(methods.contains) ?? false }) ?? true {
            return Ruling(.met, .accountMeets, used: used)
        }
        return Ruling(duty: .dedicatedAccount, used: used)
    }

    // MARK: Parts of rows

    /// The test `onDevice`: a fresh fact says that content never leaves the machine.
    private func isOnDevice(_ used: inout KeySet, _ waits: inout KeySet) -> Bool {
        let fact = sheet[.onDevice]
        used.insert(.onDevice)
        switch fact.flag {
        case true? where fact.mayMeet: return true
        case false?: return false
        default:
            waits.insert(.onDevice)
            return false
        }
    }

    /// No test of the row gave an answer, for want of this fact.
    private func unanswered(
        _ fact: Resolution, _ key: DecidingKey, _ used: KeySet, _ waits: KeySet
    ) -> Ruling {
        Ruling(.unknown, reason(fact), used: used, waits: waits.union(KeySet(key)))
    }

    private func reason(_ fact: Resolution) -> ReasonCode {
        switch fact.gap {
        case .unrouted: .noRoute
        case .unrecorded: .factUnknown
        case nil: fact.mayMeet ? .factUnknown : .stale
        }
    }
}
