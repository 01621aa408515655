/// The placeholders of one job, with which a redacted text can be restored: a copy of the client's names.
package struct KeptPlaceholders: Hashable, Sendable {
    package var client: String
    /// Nil for a job that is the client as a whole.
    package var engagement: String?
    /// When the first of them was given out.
    package var made: Day

    package init(client: String, engagement: String?, made: Day) {
        self.client = client
        self.engagement = engagement
        self.made = made
    }

    /// `CLIENT` or `CLIENT/ENGAGEMENT`.
    package var job: String { engagement.map { "\(client)/\($0)" } ?? client }
}
