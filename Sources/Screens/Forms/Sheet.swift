/// A text to read: a drafted mail, the exact command of a launch.
package struct Sheet: Equatable, Sendable {
    package var title: String
    package var text: String
    package var top = 0

    package init(title: String, text: String) {
        self.title = title
        self.text = text
    }
}
