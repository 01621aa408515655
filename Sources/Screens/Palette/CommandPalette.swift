/// The command palette.
package struct CommandPalette: Equatable, Sendable {
    package var typed = TextField()
    package var row = 0

    package init() {}
}
