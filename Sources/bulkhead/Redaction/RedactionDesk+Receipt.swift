import Ledger
import Permits
import Redaction

extension RedactionDesk {
    /// What the ledger says of a surface for this job once the text is redacted.
    func verdict(on name: String) throws(Failure) -> String {
        let request = Request(
            client: client, engagement: engagement, surface: try desk.surface(named: name),
            done: Duties(.redact),
            at: try desk.place.day)
        let world = try desk.world(for: request)
        do {
            return try decide(world, request).outcome.rawValue
        } catch {
            throw Failure(error)
        }
    }

    /// Notes that an answer was restored.
    func record(restored: Int, unknown: Int) throws(Failure) {
        try guarded {
            try desk.ledger.record("restore", "job=\(job) restored=\(restored) unknown=\(unknown)")
        }
    }

    /// Writes the send receipt: the hash of what came out, counts by class, and for which surface.
    func record(_ report: Report, hash: String, surface: String?, verdict: String?) throws(Failure) {
        var words = ["job=\(job)", "sha256=\(hash)"]
        if let surface { words.append("surface=\(surface)") }
        if let verdict { words.append("verdict=\(verdict)") }
        var counts: [String: Int] = [:]
        for (kind, count) in report.masked { counts[kind.name, default: 0] += count }
        words += counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        words.append("suspicious=\(report.suspicionCount)")
        if report.isBlocked { words.append("blocked") }
        try guarded { try desk.ledger.record("redact", words.joined(separator: " ")) }
    }
}
