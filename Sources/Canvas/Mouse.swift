/// A press of a mouse button or a turn of its wheel.
package struct Mouse: Hashable, Sendable {
    package enum Action: Hashable, Sendable { case left, middle, right, wheelUp, wheelDown }

    package var action: Action
    package var position: Position

    package init(_ action: Action, at position: Position) {
        self.action = action
        self.position = position
    }
}
