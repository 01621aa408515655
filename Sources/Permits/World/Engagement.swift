/// One job for a client.
package struct Engagement: Hashable, Sendable {
    package enum Status: String, CaseIterable, Sendable { case active, closed }

    package var id: String
    package var title: String
    package var codename: String?
    /// The categories the job handles; empty counts as `confidential`.
    package var data: DataCategories = []
    package var starts: Day?
    package var ends: Day?
    package var directories: [String] = []
    package var status: Status = .active
    package var archived = false

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
