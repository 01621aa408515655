import Documents
import Permits

/// The JSON of findings as it was written before: in one world the same clause stands alike to many requests.
struct WrittenFindings {
    /// All that the JSON of a finding depends on while the world stays as it is.
    private struct Key: Hashable {
        var agreement: String
        var obligation: String
        var status: Status
        var reason: ReasonCode
        var duties: UInt16
        var consent: String?
        var instrument: String?
        /// Where the cited facts lie; a judge hands out the same list for as long as it keeps it.
        var facts: UInt
        var conflicts: UInt
    }

    private struct Entry {
        var json: [UInt8]
        /// Held, so that no other list can come to lie in their place.
        var facts: [CitedFact]
        var conflicts: [CitedFact]
    }

    /// Findings kept at once; past it all of them are dropped, so that memory stays flat.
    private static let limit = 20_000

    private var entries: [Key: Entry] = [:]

    /// Writes a finding.
    mutating func write(_ finding: Finding, to json: inout JSONWriter) {
        guard case .obligation(let obligation, let agreement) = finding.subject else {
            return json.finding(finding)
        }
        let key = Key(
            agreement: agreement, obligation: obligation.id, status: finding.status, reason: finding.reason,
            duties: finding.duties.rawValue, consent: finding.consent, instrument: finding.instrument,
            facts: place(of: finding.facts), conflicts: place(of: finding.conflicts))
        if let known = entries[key] { return json.raw(known.json) }
        var own = JSONWriter(capacity: 1024)
        own.finding(finding)
        if entries.count >= WrittenFindings.limit { entries.removeAll(keepingCapacity: true) }
        entries[key] = Entry(json: own.bytes, facts: finding.facts, conflicts: finding.conflicts)
        json.raw(own.bytes)
    }

    private func place(of facts: [CitedFact]) -> UInt {
        facts.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    }
}
