/// A press of a mouse button or a turn of its wheel.
package struct Mouse: Hashable, Sendable {
    package enum Action: Hashable, Sendable { case left, middle, right, wheelUp, wheelDown }

    package var action: Action
    package var position: Position
    /// What the frame that was shown has there, if it has anything.
    package var target: Target?

    package init(_ action: Action, at position: Position) {
        self.action = action
        self.position = position
    }
}
