import Permits

/// What one client may be shown of the work for it; nothing in it names anybody else's client.
struct ClientReport {
    /// One of a client's terms, as a session rested on it.
    struct Term: Hashable {
        var agreement: String
        var clause: String
        var kind: String
        var status: String
    }

    struct Visit {
        /// Counted within the report: a number of the ledger would tell how many others there were.
        var number: Int
        var start: String
        var end: String?
        var engagement: String?
        var surface: String?
        var route: String?
        var account: String?
        var data: [String]
        var verdict: String
        var terms: [Term]
        var consents: [String]
        var duties: [String]
        var acknowledged: [String]
        var reached: [(host: String, count: Int)]
        var refused: [(host: String, count: Int)]
        var cause: String?
    }

    struct Tool {
        var surface: String
        var name: String
        var vendor: String
        /// Where the vendor is established.
        var seat: String
        /// What the tool is able to do: chat, code.
        var capabilities: [String]
        var plan: String?
        var regions: String
        var contract: String?
        var visits: Int
        var first: String
        var last: String
    }

    struct Redaction {
        var at: String
        var engagement: String?
        var surface: String?
        var verdict: String?
        var hash: String
        var counts: [(kind: String, count: Int)]
        var isBlocked: Bool
    }

    struct Refusal {
        var at: String
        var engagement: String?
        var what: String
        var reason: String
    }

    struct Consent {
        var id: String
        var surfaces: [String]
        var lifts: [String]
        var data: [String]
        var granted: String
        var expires: String?
        var revoked: String?
        var conditions: [String]
        var evidence: String?
    }

    struct Paper {
        var id: String
        var kind: String
        var title: String?
        var effective: String?
        var expires: String?
        var terms: [(clause: String, kind: String)]
    }

    var client: String
    var name: String
    var jurisdiction: String?
    var engagement: String?
    var engagementTitle: String?
    /// The titles of the engagements that are meant.
    var jobs: [String]
    var data: [String]
    var from: Day?
    var to: Day?
    var made: Day
    var processor: String?
    /// Our representative in the Union and the data protection officer, where there are any.
    var representative: String?
    var officer: String?
    var receipt: String
    var visits: [Visit] = []
    var tools: [Tool] = []
    var redactions: [Redaction] = []
    var refusals: [Refusal] = []
    var consents: [Consent] = []
    var papers: [Paper] = []
}
