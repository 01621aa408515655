import Canvas
import Permits
import Screens

/// Deadlines as an iCalendar document (RFC 5545): one all-day event each.
///
/// - Parameters:
///   - deadlines: the dates.
///   - stamp: the day of writing.
///   - tag: the tag of a client.
func timelineCalendar(_ deadlines: [Screens.Deadline], stamp: Day, tag: (String) -> String) -> String {
    func basic(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bulkhead//deadlines//EN"]
    for (number, deadline) in deadlines.enumerated() {
        let words = (deadline.client.map { tag($0) + " " } ?? "") + deadline.what
        lines += [
            "BEGIN:VEVENT", "UID:\(basic(deadline.day))-\(deadline.kind.rawValue)-\(number)@bulkhead",
            "DTSTAMP:\(basic(stamp))T000000Z", "DTSTART;VALUE=DATE:\(basic(deadline.day))",
            "SUMMARY:\(escaped(words))", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded).joined(separator: "\r\n") + "\r\n"
}

/// A text as RFC 5545 (3.3.11) writes it.
private func escaped(_ text: String) -> String {
    var result = ""
    for character in visible(text) {
        if "\\;,".contains(character) { result += "\\" }
        result.append(character)
    }
    return result
}

/// A content line in pieces of at most 75 bytes; all but the first begin with a space (RFC 5545, 3.1).
private func folded(_ line: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in line {
        if piece.utf8.count + String(character).utf8.count > 74 {
            pieces.append(piece)
            piece = " "
        }
        piece.append(character)
    }
    return pieces + [piece]
}
