/// One line about what just happened; the next key clears it.
package struct Notice: Hashable, Sendable {
    package var text: String
    /// Whether something went wrong.
    package var isFault: Bool

    package init(_ text: String, isFault: Bool = false) {
        self.text = text
        self.isFault = isFault
    }
}
