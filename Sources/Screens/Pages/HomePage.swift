package import Permits

/// What the home screen needs to be drawn for the first time.
package struct HomePage: Hashable, Sendable {
    /// Something that waits for the freelancer.
    package struct Attention: Hashable, Sendable {
        package var status: Status
        package var client: String?
        package var text: String

        package init(_ status: Status, client: String? = nil, text: String) {
            self.status = status
            self.client = client
            self.text = text
        }
    }

    /// The clients, or the first of them.
    package var roster: Roster
    /// The job that was chosen last, here or on the command line.
    package var current: Job?
    package var recent: [LogLine]
    package var sessions: [SessionRow]
    /// Plain words about the backup and the log.
    package var care: String?
    package var settings: Settings

    package init(
        roster: Roster, current: Job? = nil, recent: [LogLine] = [], sessions: [SessionRow] = [],
        care: String? = nil, settings: Settings = Settings()
    ) {
        self.roster = roster
        self.current = current
        self.recent = recent
        self.sessions = sessions
        self.care = care
        self.settings = settings
    }
}
