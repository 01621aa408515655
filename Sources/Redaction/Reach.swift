/// How much of a text is looked at in one go, in bytes.
package struct Reach: Sendable {
    /// What is judged at a time.
    package var window: Int
    /// How far ahead of that a finding may end.
    package var ahead: Int
    /// How much of what is done stays, so that a finding sees what stands before it.
    package var behind: Int

    package init(window: Int = 256 << 10, ahead: Int = 16 << 10, behind: Int = 128) {
        self.window = window
        self.ahead = ahead
        self.behind = behind
    }

    /// Bytes that wait for what follows them, at most: a window whose last finding takes all that is ahead.
    package var longestHeld: Int { behind + window + 2 * ahead }
}
