import Canvas
import Permits

extension Outcome {
    /// The word of a verdict; with the glyph it stands without colour.
    ///
    /// - Parameter duties: the open duties of a conditional answer.
    package func word(duties: Int = 0) -> String {
        switch self {
        case .permit: "ok"
        case .conditional: duties > 0 ? "if \(duties)" : "if"
        case .deny: "NO"
        case .undetermined: "??"
        }
    }

    package func glyph(_ glyphs: Glyphs) -> String {
        switch self {
        case .permit: glyphs.permit
        case .conditional: glyphs.condition
        case .deny: glyphs.deny
        case .undetermined: glyphs.unknown
        }
    }

    package var role: Role {
        switch self {
        case .permit: .permit
        case .conditional: .condition
        case .deny: .deny
        case .undetermined: .unknown
        }
    }

    /// The answer as a heading says it.
    package var heading: String {
        switch self {
        case .permit: "ALLOWED"
        case .conditional: "ALLOWED IF"
        case .deny: "NOT ALLOWED"
        case .undetermined: "NO ANSWER"
        }
    }

    /// The answer as a sentence says it.
    package var phrase: String {
        switch self {
        case .permit: "allowed"
        case .conditional: "allowed with conditions"
        case .deny: "not allowed"
        case .undetermined: "no answer yet; treated as not allowed"
        }
    }

    package var style: Style { Style(role, self == .conditional || self == .deny ? .bold : []) }
}

extension Style {
    init(_ role: Role, _ attributes: Attributes) { self.init(role, on: .page, attributes) }
}

extension Status {
    package func glyph(_ glyphs: Glyphs) -> String { outcome.glyph(glyphs) }
    package var role: Role { outcome.role }

    /// The outcome that a finding of this status leads to.
    package var outcome: Outcome {
        switch self {
        case .met, .lifted: .permit
        case .duty: .conditional
        case .unknown: .undetermined
        case .breach: .deny
        }
    }

    /// What follows from a finding.
    package var consequence: String {
        switch self {
        case .met: "no objection"
        case .lifted: "lifted by consent"
        case .duty: "allowed once this is done"
        case .unknown: "not known, so not allowed"
        case .breach: "forbids it"
        }
    }
}

extension Duty {
    /// What has to be done, as a person is told.
    package var sentence: String {
        switch self {
        case .verifyOptOut: "Check in the account that training is switched off, and record the day"
        case .selectRegion: "Pin processing to an allowed region in the account"
        case .signDPA: "Sign the vendor's data processing agreement"
        case .signBAA: "Sign the vendor's business associate agreement"
        case .redact: "Redact the material before it goes in"
        case .dedicatedAccount: "Use an account that only this client's work sees"
        case .segregatedProfile: "Use a profile of its own"
        case .connectVPN: "Connect the VPN"
        case .presentKey: "Present the security key"
        case .discloseUse: "Tell the client that AI is used"
        case .notifyClient: "Notify the client"
        }
    }
}

extension ObligationKind {
    /// The kind as a title: `Third-party disclosure`.
    package var title: String {
        switch self {
        case .thirdPartyDisclosure: "Third-party disclosure"
        case .modelTraining: "No training on the material"
        case .humanReview: "No review by vendor staff"
        case .aiUse: "Use of AI"
        case .localOnly: "On this machine only"
        case .dataLocation: "Where data may be"
        case .excludedJurisdiction: "Excluded jurisdictions"
        case .retentionLimit: "Retention limit"
        case .processorAgreement: "Processor agreement"
        case .endToEndEncryption: "End-to-end encryption"
        case .redaction: "Redaction"
        case .commercialLicence: "Licence for paid work"
        case .dedicatedAccount: "Dedicated account"
        case .segregatedProfile: "Segregated profile"
        case .networkProtection: "Network protection"
        case .secondFactor: "Second factor"
        case .discloseUse: "Disclose the use of AI"
        case .returnOrDestroy: "Return or destroy"
        case .breachNotice: "Notice of a breach"
        case .compelledDisclosureNotice: "Notice of compelled disclosure"
        case .publicity: "Publicity"
        case .reverseEngineering: "Reverse engineering"
        case .nonSolicitation: "Non-solicitation"
        case .copies: "Copies"
        case .purposeLimitation: "Purpose limitation"
        case .securityStandard: "Security standard"
        case .auditRight: "Audit right"
        case .residuals: "Residuals"
        case .other: "Other term"
        }
    }
}

extension FactValue {
    /// The value as a person reads it.
    package var words: String {
        switch self {
        case .unknown: "not known"
        case .inherit: "as the route behind it"
        case .flag(let yes): yes ? "yes" : "no"
        case .stance(let stance): stance.rawValue
        case .retention(.days(let days)): days == 1 ? "1 day" : "\(days) days"
        case .retention(.accountLifetime): "while the account lives"
        case .retention(.indefinite): "without limit"
        case .list(let items): items.isEmpty ? "none" : items.joined(separator: ", ")
        case .text(let text): text
        }
    }
}

extension FactKey {
    /// The key as a label: `trains on input`.
    package var words: String { String(name.map { $0 == "_" ? " " : $0 }) }
}

extension Day {
    /// `14 Mar 2027`.
    package var words: String {
        let (year, month, day) = civil
        return twoDigits(day) + " " + monthNames[month - 1].prefix(3) + " " + String(year)
    }

    /// `14 Mar`.
    package var short: String {
        let (_, month, day) = civil
        return twoDigits(day) + " " + monthNames[month - 1].prefix(3)
    }

    /// How far a day is from another, in the words of a list: `today`, `10 d`, `3 d ago`.
    package func distance(from today: Day) -> String {
        let days = days(since: today)
        return days == 0 ? "today" : days > 0 ? "\(days) d" : "\(-days) d ago"
    }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// `1 tool`, `2 tools`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

extension Period {
    /// `2 years`, `1 year 6 months`.
    package var words: String {
        var parts: [String] = []
        if years > 0 { parts.append(counted(years, "year")) }
        if months > 0 { parts.append(counted(months, "month")) }
        if weeks > 0 { parts.append(counted(weeks, "week")) }
        if days > 0 { parts.append(counted(days, "day")) }
        if hours > 0 { parts.append(counted(hours, "hour")) }
        return parts.isEmpty ? "none" : parts.joined(separator: " ")
    }
}

extension Survival {
    package var words: String {
        switch self {
        case .perpetual: "without end"
        case .period(let period): "\(period.words) after the end"
        case .from(let anchor, let period): "\(period.words) from \(anchor.rawValue)"
        }
    }
}
