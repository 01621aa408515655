/// The help of a place.
package struct HelpState: Equatable, Sendable {
    /// The place that help was asked for.
    package var about = Place.home
    package var row = 0

    package init() {}
}
