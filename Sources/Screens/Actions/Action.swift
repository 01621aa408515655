package import Canvas

/// Something that can be done: one entry of the table that feeds the keys, the footer, the help, the palette and the
/// key page.
package struct Action: Sendable {
    /// Stable: configuration files name it.
    package let id: String
    package let keys: [Key]
    /// The hint of the footer.
    package let title: String
    /// A sentence for the help, the palette and the key page.
    package let description: String
    /// Where it can be done; empty where that is everywhere.
    package let places: [Place]
    /// Whether the footer names it, if there is room.
    package let isHint: Bool
    let availability: @Sendable (State) -> Availability
    let perform: @Sendable (inout State) -> [Effect]

    init(
        _ id: String, _ keys: [Key], _ title: String, _ description: String, in places: [Place] = [],
        hint: Bool = false, when availability: @escaping @Sendable (State) -> Availability = { _ in .ready },
        _ perform: @escaping @Sendable (inout State) -> [Effect]
    ) {
        self.id = id
        self.keys = keys
        self.title = title
        self.description = description
        self.places = places
        isHint = hint
        self.availability = availability
        self.perform = perform
    }

    /// Whether it can be done now, and why not.
    package func availability(in state: State) -> Availability { availability(state) }

    /// The screen that has it and that can be gone to from anywhere.
    package var screen: Place? {
        id.hasPrefix("move.") ? nil : places.first { Place.tabs.contains($0) || $0 == .client }
    }

    package func applies(in place: Place) -> Bool { places.isEmpty || places.contains(place) }
}
