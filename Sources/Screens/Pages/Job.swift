import Permits

/// One engagement of one client, or the client as a whole.
package struct Job: Hashable, Sendable {
    package var client: String
    package var engagement: String?

    package init(client: String, engagement: String? = nil) {
        self.client = client
        self.engagement = engagement
    }
}
