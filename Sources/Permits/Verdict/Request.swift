/// The question whether a surface may be used for a job.
package struct Request: Hashable, Sendable {
    package var client: String
    package var engagement: String?
    package var surface: String
    /// The surface behind a wrapper.
    package var route: String?
    package var account: String?
    /// The material; empty where the engagement's own is meant.
    package var data: DataCategories
    /// Duties that the caller declares done.
    package var done: Duties
    package var at: Day

    package init(
        client: String, engagement: String? = nil, surface: String, route: String? = nil,
        account: String? = nil, data: DataCategories = [], done: Duties = [], at: Day
    ) {
        self.client = client
        self.engagement = engagement
        self.surface = surface
        self.route = route
        self.account = account
        self.data = data
        self.done = done
        self.at = at
    }
}
