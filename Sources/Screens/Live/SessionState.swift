/// The sessions, live and ended.
package struct SessionState: Equatable, Sendable {
    package var row = 0

    package init() {}
}
