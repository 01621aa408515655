package import Permits

/// What the home list and its side pane say of one client.
package struct ClientSummary: Hashable, Sendable {
    /// Until when the client's material stays confidential.
    package enum Confidential: Hashable, Sendable {
        /// The client has no terms, and says so.
        case noTerms
        /// No agreement was recorded.
        case unrecorded
        case noEnd
        case until(Day)
    }

    /// A line of the side pane.
    package struct Line: Hashable, Sendable {
        package var label: String
        package var value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    package var client: String
    package var confidential: Confidential
    package var tally: Tally
    package var last: Moment?
    package var lines: [Line]

    package init(
        client: String, confidential: Confidential, tally: Tally, last: Moment? = nil, lines: [Line] = []
    ) {
        self.client = client
        self.confidential = confidential
        self.tally = tally
        self.last = last
        self.lines = lines
    }
}
