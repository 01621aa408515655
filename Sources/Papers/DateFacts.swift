package import Permits

/// What happened, and what the parties filled in: the ground of every date sum.
package struct DateFacts: Sendable {
    /// Days by name: `effective_date`, `terminated_on`, `request_received`, `handover`, …; several for `disclosed`.
    package var days: [String: [Day]] = [:]
    /// The moments by name, for terms counted in hours.
    package var moments: [String: Moment] = [:]
    /// The variables of a form by name, as words: "3 years from expiry".
    package var variables: [String: String] = [:]
    /// Days that count as no business days besides Saturday and Sunday.
    package var holidays: Set<Day> = []

    package init() {}

    /// A time of a day, with the text of its zone kept as it was given.
    package struct Moment: Sendable {
        package var day: Day
        package var minute: Int
        package var zone: String

        /// Reads `2026-07-02T16:00`, with or without `Z` or an offset.
        package init?(_ text: String) {
            let scalars = Array(text.unicodeScalars)
            guard scalars.count >= 16, scalars[10] == "T" || scalars[10] == " ", scalars[13] == ":",
                let day = Day(String(String.UnicodeScalarView(scalars[..<10]))),
                let hour = Int(String(String.UnicodeScalarView(scalars[11..<13]))),
                let minute = Int(String(String.UnicodeScalarView(scalars[14..<16]))),
                (0..<24).contains(hour), (0..<60).contains(minute)
            else { return nil }
            self.day = day
            self.minute = hour * 60 + minute
            zone = String(String.UnicodeScalarView(scalars[16...]))
        }
    }

    /// Takes one fact in: a day, several with commas between, a moment, or words.
    package mutating func set(_ name: String, _ value: String) {
        let parts = value.split(separator: ",").map { part in String(part.filter { $0 != " " }) }
        let days = parts.compactMap { Day($0) }
        if days.count == parts.count, !days.isEmpty {
            if name == "holidays" { holidays = Set(days) } else { self.days[name] = days }
        } else if let moment = Moment(value) {
            moments[name] = moment
            self.days[name] = [moment.day]
        } else {
            variables[name] = value
        }
    }

    /// The names under which an anchor's day may be recorded.
    private static let names: [String: [String]] = [
        "effective_date": ["effective_date", "effective"],
        "agreement_date": ["agreement_date", "effective_date", "signed_on", "signature", "signed"],
        "signature": ["signature", "signed_on", "signed", "signature_date", "last_signature"],
        "acceptance": ["acceptance", "accepted_on", "accepted"],
        "expiry": ["expiry", "expires", "expired_on"],
        "termination": ["terminated_on", "termination", "terminated", "ended_on"],
        "relationship_end": ["relationship_end", "relationship_ended", "terminated_on"],
        "services_end": ["services_end", "services_ended", "completed_on", "last_service", "project_end"],
        "purpose_end": ["purpose_end", "purpose_ended"],
        "disclosure": ["disclosed"],
        "request": ["request_received", "requested_on", "request"],
        "trigger": ["trigger", "trigger_date"],
        "awareness": ["aware_at", "aware_on", "awareness"],
        "sow_end": ["sow_end", "latest_sow_end"],
        "dpa_end": ["dpa_end", "terminated_on"],
        "handover": ["handover", "handover_date"],
        "notice": ["notice_received", "notice_given", "notice"],
    ]

    /// The names of days that need no form: what happened, as it is typed.
    package static let dayNames = [
        "effective_date", "signed_on", "disclosed", "disclosed_orally", "services_end", "terminated_on",
        "expires", "request_received", "handover", "go_live", "notice_received", "notice_of_termination",
        "aware_at", "last_service", "last_payment", "holidays",
    ]

    /// Whether a name is that of a day, or of a moment.
    package static func isDay(_ name: String) -> Bool {
        dayNames.contains(name) || names.values.contains { $0.contains(name) } || names[name] != nil
    }

    /// The days recorded for `anchor`.
    func days(of anchor: String) -> [Day] {
        for name in Self.names[anchor] ?? [anchor] {
            if let days = days[name], !days.isEmpty { return days }
        }
        return []
    }

    /// The moment recorded for `anchor`.
    func moment(of anchor: String) -> Moment? {
        (Self.names[anchor] ?? [anchor]).lazy.compactMap { moments[$0] }.first
    }
}
