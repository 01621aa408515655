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
    package var tools: [Tool]
    /// The job that was chosen last, here or on the command line.
    package var current: Job?
    package var attention: [Attention]
    package var recent: [LogLine]
    package var upcoming: Upcoming
    package var sessions: [SessionRow]
    /// Plain words about the backup and the log.
    package var care: String?
    package var settings: Settings

    package init(
        roster: Roster, tools: [Tool], current: Job? = nil, attention: [Attention] = [],
        recent: [LogLine] = [], upcoming: Upcoming = Upcoming(), sessions: [SessionRow] = [],
        care: String? = nil,
        settings: Settings = Settings()
    ) {
        self.roster = roster
        self.tools = tools
        self.current = current
        self.attention = attention
        self.recent = recent
        self.upcoming = upcoming
        self.sessions = sessions
        self.care = care
        self.settings = settings
    }
}
