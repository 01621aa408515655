/// Every client by name: what the home list and every pick of a client need, and no more.
package struct Roster: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var id: String
        package var tag: String
        package var name: String
        /// The engagements by name, the current one first.
        package var engagements: [Engagement]

        package init(id: String, tag: String, name: String, engagements: [Engagement] = []) {
            self.id = id
            self.tag = tag
            self.name = name
            self.engagements = engagements
        }

        /// What the client is judged for where nothing else was chosen.
        package var job: Job { Job(client: id, engagement: engagements.first?.id) }
    }

    package struct Engagement: Hashable, Sendable {
        package var id: String
        package var title: String
        package var isOpen: Bool

        package init(id: String, title: String, isOpen: Bool = true) {
            self.id = id
            self.title = title
            self.isOpen = isOpen
        }
    }

    package private(set) var entries: [Entry]
    /// Clients there are, also those that are not in `entries` yet.
    package let total: Int
    private let index: Fuzzy
    private let places: [String: Int]

    /// - Parameters:
    ///   - entries: the clients in the order of the list.
    ///   - total: how many there are, where `entries` is only the beginning.
    package init(_ entries: [Entry] = [], total: Int? = nil) {
        self.entries = entries
        self.total = max(total ?? 0, entries.count)
        index = Fuzzy(entries.lazy.map { "\($0.tag) \($0.name) \($0.engagements.first?.title ?? "")" })
        places = Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var isWhole: Bool { entries.count == total }

    package subscript(client: String) -> Entry? { places[client].map { entries[$0] } }

    /// The client's place in the list, which also chooses its accent.
    package func place(of client: String) -> Int? { places[client] }

    /// Places of the entries that a filter leaves, the nearest first.
    package func matches(_ typed: String) -> [Int] { index.matches(typed) }

    /// The title of an engagement.
    package func title(of job: Job) -> String? {
        guard let id = job.engagement else { return nil }
        return self[job.client]?.engagements.first { $0.id == id }?.title
    }
}
