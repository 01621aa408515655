/// How the last saved change is taken back.
package struct Undo: Hashable, Sendable {
    /// What takes it back.
    package var change: Change
    /// What was done, in words.
    package var words: String

    package init(change: Change, words: String) {
        self.change = change
        self.words = words
    }
}
