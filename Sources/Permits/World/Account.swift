/// A login at a surface, belonging to one client.
package struct Account: Hashable, Sendable {
    /// A client whose material the account has held since a day.
    package struct Sighting: Hashable, Sendable {
        package var client: String
        package var date: Day

        package init(client: String, date: Day) {
            self.client = client
            self.date = date
        }
    }

    package var id: String
    package var client: String
    package var surface: String
    package var identity: String?
    package var login: LoginMethod?
    package var region: String?
    package var optOutVerified: Day?
    package var seen: [Sighting] = []
    package var cleared: [Day] = []
    package var archived = false

    package init(id: String, client: String, surface: String) {
        self.id = id
        self.client = client
        self.surface = surface
    }
}
