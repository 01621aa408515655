/// One problem of a document: where it is, and a sentence that says what is wrong.
package struct Fault: Hashable, Sendable {
    /// The file as the caller named it.
    package var file: String
    /// Counted from 1; 0 where the problem has no line.
    package var line: Int
    /// Such as `agreements[2].obligations[0].kind`; empty where the whole document is meant.
    package var path: String
    /// Holds text of the document as it stands: escape it before it reaches a terminal.
    package var message: String

    package init(file: String, line: Int, path: String, message: String) {
        self.file = file
        self.line = line
        self.path = path
        self.message = message
    }
}
