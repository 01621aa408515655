package import Canvas
package import Permits

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
    /// Whether it keeps the answer from being ok.
    package var stands: Bool { self != .met && self != .lifted }
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
    /// What holds once it is fulfilled, in a word or two.
    package var goal: String {
        switch self {
        case .verifyOptOut: "training seen to be off"
        case .selectRegion: "region pinned"
        case .signDPA: "DPA signed"
        case .signBAA: "BAA signed"
        case .redact: "redacted"
        case .dedicatedAccount: "an account of its own"
        case .segregatedProfile: "a profile of its own"
        case .connectVPN: "VPN connected"
        case .presentKey: "security key plugged in"
        case .discloseUse: "client told of the tool"
        case .notifyClient: "client notified"
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

extension FactKey {
    /// The fact as a list names it: `keeps input`.
    package var label: String {
        switch self {
        case .onDevice: "on this machine"
        case .trainsOnInput: "trains on input"
        case .retentionDays: "keeps input"
        case .humanReview: "staff may read it"
        case .processingRegions: "processed in"
        case .selectableRegions: "regions to choose"
        case .incorporatedIn: "incorporated in"
        case .headquarteredIn: "headquartered in"
        case .controlledFrom: "controlled from"
        case .dpa: "DPA offered"
        case .baa: "BAA offered"
        case .e2ee: "end-to-end sealed"
        case .commercialUse: "paid work allowed"
        case .loginMethods: "signs in by"
        case .other: words
        }
    }
}

extension FactValue {
    /// The value as a list shows it: `30 days`.
    package var label: String {
        switch self {
        case .unknown: "not known"
        case .inherit: "as what lies behind it"
        case .retention(.days(let days)): counted(days, "day")
        case .retention(.accountLifetime): "while the account lives"
        case .retention(.indefinite): "without end"
        default: words
        }
    }
}

extension Day {
    /// `14 Mar 2027`.
    package var words: String {
        let (year, month, day) = civil
        return twoDigits(day) + " " + String(monthNames[month - 1].prefix(3)) + " " + String(year)
    }

    /// `14 Mar`.
    package var short: String {
        let (_, month, day) = civil
        return twoDigits(day) + " " + String(monthNames[month - 1].prefix(3))
    }

    /// `14 Mar`, or with the year where the day is not of the months around another.
    package func brief(from today: Day) -> String { abs(days(since: today)) < 330 ? short : words }

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
