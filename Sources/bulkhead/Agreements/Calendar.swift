import Ledger
import Permits

/// Deadlines as an iCalendar (RFC 5545): whole days with alarms 30, 7 and 0 days ahead.
///
/// Names and ids, which often hold a name, stay out: an event says a client's tag and what kind of day it is.
///
/// - Parameters:
///   - deadlines: what is due.
///   - tags: the clients' tags by id.
///   - stamp: the day the calendar is written.
func calendar(_ deadlines: [Deadline], tags: [String: String], stamp: Day) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bulkhead//due//EN", "CALSCALE:GREGORIAN"]
    for deadline in deadlines {
        let tag = deadline.client.flatMap { tags[$0] }
        let summary = escaped((tag.map { $0 + ": " } ?? "") + deadline.kind.summary)
        let identity = [
            deadline.kind.rawValue, deadline.client ?? "", deadline.subject, deadline.date.description,
        ]
        let hash = hexadecimal(sha256(Array(identity.joined(separator: "\u{0}").utf8)))
        lines += [
            "BEGIN:VEVENT", "UID:\(hash.prefix(32))@bulkhead", "DTSTAMP:\(compact(stamp))T000000Z",
            "DTSTART;VALUE=DATE:\(compact(deadline.date))",
            "DTEND;VALUE=DATE:\(compact(deadline.date.adding(Period(days: 1))))", "SUMMARY:\(summary)",
            "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
        ]
        for trigger in ["-P30D", "-P7D", "PT0S"] {
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(trigger)", "DESCRIPTION:\(summary)",
                "END:VALARM",
            ]
        }
        lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined()
}

extension Deadline.Kind {
    /// What a reminder says without naming anyone.
    fileprivate var summary: String {
        switch self {
        case .expiry: "an agreement expires"
        case .survivalEnd: "what survives an agreement ends"
        case .returnOrDestroy: "return or destroy material"
        case .consentExpiry: "a consent expires"
        case .optOut: "look whether training is still off"
        case .staleFact: "look at a tool's terms again"
        case .engagementEnd: "an engagement ends"
        case .placeholders: "shred placeholders"
        }
    }
}

/// The day without hyphens, as iCalendar writes dates.
private func compact(_ day: Day) -> String { day.description.filter { $0 != "-" } }

private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", ";", ",": result += "\\" + String(scalar)
        case "\n": result += "\\n"
        case "\u{0}"..."\u{1F}", "\u{7F}": continue
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// A line of at most 75 octets and its continuations, each ended by CR LF.
private func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
        let size = String(scalar).utf8.count
        if octets + size > 75 {
            result += "\r\n "
            octets = 1
        }
        result.unicodeScalars.append(scalar)
        octets += size
    }
    return result + "\r\n"
}
