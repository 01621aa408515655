package import Permits

/// A surface as lists name it.
package struct Tool: Hashable, Sendable {
    package var id: String
    package var name: String
    package var vendor: String
    /// Whether the surface promises nothing of its own and is judged by what lies behind it.
    package var needsRoute: Bool
    package var launch: Surface.Launch

    package init(
        id: String, name: String, vendor: String, needsRoute: Bool = false,
        launch: Surface.Launch = .none(nil)
    ) {
        self.id = id
        self.name = name
        self.vendor = vendor
        self.needsRoute = needsRoute
        self.launch = launch
    }
}
